"""Who disagrees with a saying that is known, and who takes it back.

"Some say that P; Voss disagrees": Voss denies P, though P stands only in the words of the others. Items of a list that
a saying opens are added from :mod:`pipeline.nlp.claims.rules.items`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.pairing import touch
from pipeline.nlp.claims.fusion.sources import is_person, is_thing_only
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rejection.retorts import is_retort
from pipeline.nlp.claims.replies.belied import denied
from pipeline.nlp.claims.replies.disbelief import disbelieved
from pipeline.nlp.claims.replies.doubted import doubted
from pipeline.nlp.claims.replies.granted import granting
from pipeline.nlp.claims.replies.short import disagrees, size
from pipeline.nlp.claims.replies.spoken import spoken
from pipeline.nlp.claims.replies.verb_first import denies_it, whole_subject
from pipeline.nlp.claims.replies.voided import without_void
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.items import items
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.rules.speakers import ends_in_person
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Hit, tokenize
from pipeline.records import Passage, Span

DISSENT = "dissent"
"""Rule of the frames made here."""
FEW = 2
"""Words that may follow those of disagreeing, with nothing named with which one disagrees."""
SHORT = 4
"""Words of a saying that can be no more than "that is nonsense"."""
_CLAUSE = re.compile(r"[,;:，；：、。]\s*|\s[—–-]\s|\n")
_ENDS = " \t\n,;:，；：،؛—–-"
_BUT = re.compile(
    r"[,،，]\s*(?:but|yet|aber|doch|jedoch|mais|pero|ma|mas|maar|но|а|однако|但|却|可|لكن|أما|غير أن)\b\s*"
    r"|(?:が|けれど|지만|는데)[、,]\s*",
    re.IGNORECASE,
)
"""Where the clause of somebody else may begin."""
_ZH_STOP = re.compile(r"却|并|则|也|持|对|表|不|倒|就|认|有")
"""What follows the subject of a Chinese clause."""
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|wird|werden|wurden?|worden|est|sont|été|fut|furent|es|son|fue|fueron|sido|è|sono|"
    r"stat[oaei]|foi|foram|são|sido|wordt|werd|werden|был[аио]?)\s+(?:\w+\s+)?\Z"
)
"""Before a verb of denying that is a participle: its subject is what somebody denies."""
_NAME = 40
"""Most characters of a subject between a mark and its cue where words are not parted."""


def with_followers(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech with those who disagree inside a sentence, and with the items of reported lists."""
    starts = [passage.start for passage in passages]
    by_passage: dict[int, list[Said]] = {}
    for said in speech.said:
        place = said.frame.cue or said.frame.source
        if place is not None:
            by_passage.setdefault(max(0, bisect_right(starts, place.start) - 1), []).append(said)
    added: list[Said] = []
    taken = [c for said in speech.said for c in said.frame.contents]
    for number, group in sorted(by_passage.items()):
        added += items(text, passages, number, group, taken)
    for number, passage in enumerate(passages):
        before = _before(passages, number, by_passage)
        found = _dissent(text, passage, by_passage.get(number, ()), before, _last(passages, number))
        added += found or _other_opinion(text, passages, number, by_passage.get(number, ()), before)
    dissents = [said.frame for said in added if said.frame.rule == DISSENT]
    kept = [s for s in speech.said if not any(_is_same(s.frame, dissent) for dissent in dissents)]
    kept = [denied(text, s, passages, starts) for s in kept]
    kept = [granting(text, s, passages, starts) for s in without_void(text, passages, kept)]
    kept = [doubted(text, disbelieved(text, s, passages, starts), passages, starts) for s in kept]
    kept = [spoken(text, s) for s in kept]
    ordered = sorted((*kept, *added), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes)


# ---------------------------------------------------------------- who disagrees


def _is_same(frame: Frame, dissent: Frame) -> bool:
    """Tell whether a frame is another reading of the words by which somebody disagrees."""
    if frame.source is None or dissent.source is None or not touch(frame.source, dissent.source):
        return False
    anaphor = dissent.cue is not None and any(touch(c, dissent.cue) for c in (*frame.contents, frame.cue) if c)
    return frame.commitment == "denies" or (anaphor and frame.kind == "indirect")


def _before(passages: Sequence[Passage], number: int, by_passage: Mapping[int, Sequence[Said]]) -> Sequence[Said]:
    """Return who speaks in the sentence before, of the same paragraph."""
    if not number or passages[number - 1].paragraph != passages[number].paragraph:
        return ()
    return by_passage.get(number - 1, ())


def _last(passages: Sequence[Passage], number: int) -> Span | None:
    """Return the sentence before, of the same paragraph."""
    last = passages[number - 1] if number else None
    return Span(last.start, last.end) if last and last.paragraph == passages[number].paragraph else None


def _dissent(
    text: str, passage: Passage, group: Sequence[Said], earlier: Sequence[Said], last: Span | None
) -> list[Said]:
    """Return those who disagree in a sentence with what it, or the one before (``last``), says of others or itself.

    ``earlier``: who speaks in the one before.
    """
    lexicon = lexicons.load(passage.language)
    if lexicon is None:
        return []
    marked = Marked(text, Span(passage.start, passage.end), lexicon)
    told = denies_it(text, passage)
    if told is not None and last is not None:
        target = Span(earlier[-1].frame.start, earlier[-1].frame.contents[-1].end) if earlier else last
        return [Said(replace(told, target=target), passage.paragraph)]
    found = []
    for hit in (*marked.of("dissent"), *_bare_denials(marked)):
        source = _subject(marked, hit)
        if source is None or not _can_disagree(text, passage, source, lexicon):
            continue
        before = [s for s in group if s.frame.start < source.start and s.frame.source != source]
        if not before and earlier and _opens(text, passage, source):
            said = earlier[-1].frame
            found.append(_answer(Span(said.start, said.contents[-1].end), source, hit, passage))
        elif not before and (clause := _clause_before(text, passage, source)) is not None:
            found.append(_answer(clause, source, hit, passage))
        elif not before and last is not None and _answers(text, passage, source, hit, lexicon):
            found.append(_answer(last, source, hit, passage))
        if not before:
            continue
        other = before[-1]
        contents = tuple(c for c in (_cut(text, c, source.start) for c in other.frame.contents) if c is not None)
        if contents and other.frame.commitment in ("asserts", "reports"):
            frame = Frame(source, Span(hit.start, hit.end), contents, "indirect", "denies", DISSENT)
            found.append(Said(frame, other.paragraph))
    return found


def _bare_denials(marked: Marked) -> list[Hit]:
    """Return the verb of denying that ends a sentence without an object: "Voss dément.", "mas Voss nega"."""
    known = marked.of("dissent")  # "lo nega" is one already
    denies = [h for h in marked.hits if "verbs.denies" in h.labels and not any(k.end == h.end for k in known)]
    denies = [h for h in denies if _PASSIVE.search(marked.text, marked.span.start, h.start) is None]
    rest = [(h, marked.text[h.end : marked.span.end]) for h in denies if not marked.lexicon.characters]
    return [h for h, words in rest if not any(c.isalnum() for c in words)]


def _answers(text: str, passage: Passage, source: Span, hit: Hit, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says no more than that others than its author disagree."""
    word = text[source.start : source.end].casefold()
    rest = size(text[hit.end : passage.end])
    return rest <= FEW and word not in lexicon.words["first_person"] and _opens(text, passage, source)


def _opens(text: str, passage: Passage, source: Span) -> bool:
    """Tell whether a subject stands in the first clause of a sentence: then it answers the sentence before."""
    return not any(mark in text[passage.start : source.start] for mark in ";:；：")


def _clause_before(text: str, passage: Passage, source: Span) -> Span | None:
    """Return the clause that a semicolon parts from the one of who disagrees: what it says is what they reject."""
    at = max(text.rfind(mark, passage.start, source.start) for mark in ";；؛")
    return Span(passage.start, at) if at > passage.start else None


def _can_disagree(text: str, passage: Passage, source: Span, lexicon: Lexicon) -> bool:
    """Tell whether words may name somebody: to disagree takes a person, so that anything but a thing will do.

    In "the figures say otherwise" it is the author who disagrees.
    """
    if is_retort(text[passage.start : passage.end], lexicon.code) and not is_person(text, source, lexicon):
        return False
    words = text[source.start : source.end].casefold().split()
    return not is_thing_only(text, source, lexicon) and not (
        len(words) == 1 and words[0] in lexicon.words["impersonal"]
    )


def _answer(target: Span, source: Span, hit: Hit, passage: Passage) -> Said:
    """Return the saying of someone who disagrees with another sentence: its words are those of disagreeing."""
    cue = Span(hit.start, hit.end)
    return Said(Frame(source, cue, (cue,), "indirect", "denies", DISSENT, target=target), passage.paragraph)


def _other_opinion(
    text: str, passages: Sequence[Passage], number: int, group: Sequence[Said], earlier: Sequence[Said]
) -> list[Said]:
    """Return who is of another opinion in a short clause: behind a semicolon, or behind the sentence before."""
    passage = passages[number]
    lexicon = lexicons.load(passage.language)
    mark = max(text.rfind(m, passage.start, passage.end) for m in ";；؛")
    contrast = _BUT.search(text, passage.start, passage.end) if mark < 0 else None
    start = mark + 1 if mark >= 0 else contrast.end() if contrast else passage.start
    inside, follows = start > passage.start, number and passages[number - 1].paragraph == passage.paragraph
    if lexicon is None or not (inside or follows):
        return []
    clause = Span(start, passage.end)
    held = disagrees(text, clause, lexicon)
    source = _who(text, clause, held, lexicon) if held is not None else None
    if held is None or source is None or not _is_somebody(text, source, lexicon):
        return []
    if any(_says_more(text, s.frame, clause) for s in group) or _has_clause(text, clause, lexicon):
        return []
    before = [s.frame for s in (group if inside else earlier) if s.frame.start < start and s.frame.source != source]
    if not before and inside and contrast is not None:
        return []
    rest = Span(passage.start, start) if inside else Span(passages[number - 1].start, passages[number - 1].end)
    target = Span(before[-1].start, min(before[-1].contents[-1].end, start)) if before else rest
    cue = Span(source.end, clause.end)
    frame = Frame(source, held, (cue,), "indirect", "denies", DISSENT, target=target)
    return [Said(frame, passage.paragraph)]


def _is_somebody(text: str, source: Span, lexicon: Lexicon) -> bool:
    """Tell whether words name a person; where no capital shows a name, a role or a title has to."""
    name = text[source.start : source.end]
    if lexicon.characters:
        return ends_in_person(name, lexicon) or any(role in name for role in lexicon.words["roles"])
    return is_person(text, source, lexicon)


def _says_more(text: str, frame: Frame, clause: Span) -> bool:
    """Tell whether somebody says in a clause more than that they disagree."""
    said = [c for c in frame.contents if clause.start <= c.start < clause.end]
    return sum(size(text[c.start : c.end]) for c in said) > SHORT


def _has_clause(text: str, clause: Span, lexicon: Lexicon) -> bool:
    """Tell whether a clause holds a reported one, which then is what somebody thinks."""
    return not lexicon.characters and bool(Marked(text, clause, lexicon).of("complementizers"))


def _who(text: str, clause: Span, held: Span, lexicon: Lexicon) -> Span | None:
    """Return the subject of a short clause."""
    if lexicon.characters:
        stop = _ZH_STOP.search(text, clause.start + 2, held.start) if lexicon.code == "zh" else None
        name = _bare_name(text, clause.start, stop.start() if stop else held.start, lexicon)
        return Span(name.start, name.end - 1) if name and text[name.end - 1] in "の的" else name
    tokens = tokenize(text[clause.start : clause.end], clause.start)
    found = Nouns(tokens, lexicon).subject() if tokens else None
    if found is None:
        return None
    first, last = found
    capitals = [at for at in range(first, last) if tokens[at].is_capital and at > first]
    after = range(capitals[0] + 1, last) if capitals and lexicon.code != "de" else range(0)
    ends = [at for at in after if tokens[at].text.islower() and not lexicon.has("inside", tokens[at].norm)]
    return Span(tokens[first].start, tokens[(ends[0] if ends else last) - 1].end)


def _subject(marked: Marked, hit: Hit) -> Span | None:
    if not marked.lexicon.characters:
        nouns, comma = Nouns(marked.tokens, marked.lexicon), hit.first and marked.tokens[hit.first - 1].norm == ","
        found = nouns.left(hit.first) or (nouns.left(hit.first - 1) if comma else None)
        first = whole_subject(marked, found[0]) if found else 0
        return Span(marked.tokens[first].start, marked.tokens[found[1] - 1].end) if found else None
    clause = [m.end() for m in _CLAUSE.finditer(marked.text, marked.span.start, hit.start)]
    start = clause[-1] if clause else marked.span.start
    words = marked.text[start : hit.start]
    for opener in sorted(marked.lexicon.words["contrasts"], key=len, reverse=True):
        if words.startswith(opener):
            start += len(opener)
            break
    return _bare_name(marked.text, start, hit.start, marked.lexicon)


def _bare_name(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Return a subject without its particle ("ヴォス氏|は", "보스|는")."""
    particles = {"ja": "はがも", "ko": "은는이가도"}.get(lexicon.code, "")
    while start < end and text[start] in _ENDS:
        start += 1
    closes = [at for at in range(start, end) if text[at] in particles]
    if lexicon.code == "ko":  # a particle ends its word; the same syllables stand in names
        closes = [at for at in closes if at + 1 == end or text[at + 1].isspace()]
    topic = closes[0] if closes else end
    while topic > start and text[topic - 1] in _ENDS:
        topic -= 1
    return Span(start, topic) if 0 < topic - start <= _NAME else None


def _cut(text: str, content: Span, end: int) -> Span | None:
    """Return the part of what others say that stands before the clause of the one who disagrees."""
    if content.end > end:
        marks = [m.start() for m in _CLAUSE.finditer(text, content.start, end)]
        content = Span(content.start, marks[-1] if marks else end)
    return content if content.end > content.start else None
