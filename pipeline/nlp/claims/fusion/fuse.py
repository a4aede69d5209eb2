"""One decision from two readers: what the rules found, and what the learned reader says.

The rules know conventions (marks of quotation, denial by a negated cue, who speaks on); the learned reader has seen
how people report. A saying that both find keeps the rule's structure; one that only one of them finds is kept when
that reader is known to be right about its kind (thresholds below, measured with ``benchmarks/reading.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.fusion import plausible
from pipeline.nlp.claims.fusion.pairing import (
    BETTER,
    apart,
    either_source,
    holds_part,
    is_cut_short,
    is_held,
    is_part,
    partners_of,
    touch,
    with_others,
    within,
)
from pipeline.nlp.claims.fusion.relative_speakers import antecedent
from pipeline.nlp.claims.fusion.sources import (
    beside,
    hangs,
    in_marks,
    is_thing_only,
    mended,
    negated_cue,
    opening_subject,
    opens_clause,
    parted,
    speaks,
)
from pipeline.nlp.claims.fusion.subjects import settled
from pipeline.nlp.claims.learned import Learned
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rules.discourse import LETTER, MOOD, SIGNED, Said, Speech
from pipeline.nlp.claims.rules.nominal import is_own
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.quotes import Quote
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.nlp.claims.words.tokens import fold
from pipeline.records import Commitment, Passage, Saying, Span

RULE = "learned reader"
SURE, NAMED, KNOWN = 0.9, 0.75, 0.6
"""Probability from which a saying that no rule found counts: in general, one with a source and a cue, and one with a
source and a cue that the lexicon knows. On kept-back passages about four fifths of each are right from there."""
LONGEST_LEARNED = 700
"""Characters of a sentence beyond which the learned reader is out of its depth (a third of it in CJK)."""
_LOOSE = frozenset({"clause, cue", "cue+clause", "quote+cue"})
"""Rules that are wrong more often than right where the learned reader sees nobody speak."""
_FRAMED = frozenset({"preposition", "postposition"})
"""Rules of a source inserted into a clause whose verb stands second: its form shows the source, and the clause around
it what is said, both better than any reader."""
_TAIL = 6
"""Characters of a verb's ending behind a learned cue, in languages that do not part words."""
_PARTICLES, _WORD = "でにをはがのとも", 12
"""Particles of Japanese, which open no clause, and the most characters of a word before one."""
_QUOTES = '"“”„‟«»‹›「」『』＂〝〟'


def fuse(text: str, passages: Sequence[Passage], speech: Speech, learned: Learned) -> Speech:
    """Return the speech of a text as both readers see it."""
    frames = [said.frame for said in speech.said]
    starts = [passage.start for passage in passages]
    wrong = plausible.rebutted_sentences(text, passages)
    refuted = [s for s in learned.sayings if plausible.is_refuted(text, s, _home(s, passages, starts), wrong)]
    sayings = [s for s in learned.sayings if s not in refuted]
    wrong += [Span(home.start, home.end) for s in refuted for home in (_home(s, passages, starts),)]
    partners = partners_of(frames, sayings)
    taken = [s for s in sayings if s.probability >= KNOWN and s.cue is not None]
    kept = [
        replace(said, frame=_joined(text, said.frame, partners.get(at), _home(said.frame, passages, starts), sayings))
        for at, said in enumerate(speech.said)
        if at in partners
        or is_part(said.frame, partners.values(), _home(said.frame, passages, starts).language)
        or any(holds_part(said.frame, saying) for saying in sayings if saying.probability >= KNOWN)
        or _stands_alone(text, said.frame, wrong, taken, _home(said.frame, passages, starts))
    ]
    known = {id(saying) for saying in partners.values()}
    for saying in sayings:
        passage = _home(saying, passages, starts)
        if (
            id(saying) in known
            or saying.probability < _least(text, saying, passage)
            or is_held(saying, [k.frame for k in kept])
        ):
            continue
        frame = _frame(text, saying, passage, speech.quotes)
        if frame is not None:
            kept.append(Said(frame, passage.paragraph, linked=apart(saying, passage)))
    kept.sort(key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(settled(text, passages, kept)), speech.quotes)


def _home(saying: Frame | Saying, passages: Sequence[Passage], starts: Sequence[int]) -> Passage:
    """Return the passage that what is said begins in."""
    return passage_at(passages, starts, saying.contents[0].start)


def _stands_alone(text: str, frame: Frame, wrong: Sequence[Span], said: Sequence[Saying], home: Passage) -> bool:
    """Tell whether to believe a frame that only the rules found: not where the place of a clause alone suggests it.

    The silence of the learned reader says nothing of a sentence longer than any that it has learned from, nor of one
    that a list goes on with.
    """
    if text[home.end - 1] in ":：":
        return True
    own = [c for s in said if s.cue and s.source and home.start <= s.cue.start < home.end for c in s.contents]
    if frame.rule == MOOD and any(touch(c, s) for c in frame.contents for s in own):
        return False  # its sentence names who says so, in a way that the rules do not know
    longer = home.end - home.start > (LONGEST_LEARNED // 3 if home.language in ("zh", "ja", "ko") else LONGEST_LEARNED)
    rebuts = any(touch(c, w) for c in frame.contents for w in wrong)
    return frame.embedded or frame.rule not in _LOOSE or rebuts or longer or plausible.is_plain(text, frame, home)


def _has_known_cue(text: str, saying: Saying, passage: Passage) -> bool:
    """Tell whether somebody is named who says it by a word that the lexicon knows as one of saying."""
    lexicon = lexicons.load(passage.language)
    if lexicon is None or saying.source is None or saying.cue is None:
        return False
    hits = Marked(text, saying.cue, lexicon).hits
    return any(label_of(hit, "verbs", "weak", "prepositions", "about") is not None for hit in hits)


def _least(text: str, saying: Saying, passage: Passage) -> float:
    """Return the probability from which a saying counts that no rule found."""
    if saying.source is None or saying.cue is None:
        return SURE
    known = _has_known_cue(text, saying, passage)
    lexicon = lexicons.load(passage.language)
    indirect = lexicon is not None and lexicon.code == "de" and saying.kind == "indirect"
    if lexicon is not None and indirect and plausible.is_bare(text, saying.contents, lexicon):
        return NAMED if known else SURE
    return KNOWN if known else NAMED


def _commitment(text: str, saying: Saying, lexicon: Lexicon) -> Commitment:
    """Return how the source commits itself: as the lexicon says of the cue, where it knows a denial or a plain word."""
    if saying.cue is None:
        return saying.commitment
    for hit in Marked(text, saying.cue, lexicon).hits:
        known = label_of(hit, "verbs", "weak", "prepositions")
        if known is not None and (known[1] in ("denies", "doubts")) != (saying.commitment in ("denies", "doubts")):
            return known[1]
    return saying.commitment


def _joined(
    text: str, frame: Frame, saying: Saying | None, passage: Passage, sayings: Sequence[Saying]
) -> Frame:  # fmt: skip
    """Return a rule's frame with what the learned reader knows better."""
    lexicon = lexicons.load(passage.language)
    if saying is None or lexicon is None:
        return frame
    if saying.cue is not None and _disagrees(text, saying.cue, lexicon):
        return frame  # the learned cue is that of somebody else
    contents = with_others(text, frame, saying)
    framed = lexicon.inverted and frame.rule in _FRAMED and not plausible.own_words(text, frame)
    marked = (frame.kind == "direct" and in_marks(text, frame.contents)) or is_cut_short(frame, saying, sayings)
    marked |= plausible.knows_more(text, frame, saying, lexicon)
    mood = frame.rule == MOOD and plausible.is_in_mood(text, saying, passage, lexicon)
    named = frame.rule == MOOD and not mood and plausible.is_named(saying, passage)
    if saying.probability >= (NAMED if named else BETTER) and not (
        marked or mood or (framed and frame.kind == "indirect")
    ):
        said = plausible.without_strays(text, saying, passage)
        contents = tuple(_with_marks(text, _from_word(text, c, frame, lexicon)) for c in said) or contents
    own = is_own(frame) or frame.rule in (SIGNED, LETTER) or framed or mood or _guesses(text, frame, saying)
    source = frame.source if own else either_source(text, frame, saying, passage, lexicon)
    idle = saying.cue is not None and (within(saying.cue, contents) or plausible.is_doubt(text, saying.cue, lexicon))
    # no word of what is said says it, nor does a mark of doubt
    cue = frame.cue if own or (frame.cue is not None and idle) else saying.cue or frame.cue
    learned = frame.commitment if own else _commitment(text, saying, lexicon)
    apart = frame.cue is not None and cue is not None and parted(text, frame.cue, cue, lexicon)
    if frame.commitment == "denies" and cue != frame.cue and learned == "asserts" and not apart:
        cue = frame.cue  # "rejected the claim that P": the claim that is rejected is no saying of its own
    negated = frame.cue_negated or negated_cue(text, source, cue, lexicon)
    # Whichever cue denies, it is a denial: "declined to comment, but denied".
    # No denial is "had denied it, but admitted that P": the cue beside P stands in a clause of its own.
    commits = learned if learned in ("denies", "doubts") or apart else frame.commitment
    rule = RULE if named else f"{frame.rule}; {RULE}"
    return replace(
        frame, contents=contents, source=source, cue=cue, commitment=commits, rule=rule, cue_negated=negated
    )  # fmt: skip


def _disagrees(text: str, cue: Span, lexicon: Lexicon) -> bool:
    """Tell whether a cue is one of disagreeing with others ("同意|しない"), of which they cannot have said anything."""
    end = cue.end + (_TAIL if lexicon.characters else 0)
    return any("dissent" in h.labels and h.start <= cue.start for h in Marked(text, Span(cue.start, end), lexicon).hits)


def _from_word(text: str, content: Span, frame: Frame, lexicon: Lexicon) -> Span:
    """Return a learned content from the word on whose particle it begins at ("自動化|で")."""
    first = frame.contents[0].start
    if lexicon.code == "ja" and text[content.start] in _PARTICLES and first < content.start <= first + _WORD:
        return Span(first, content.end)
    return content


def _guesses(text: str, frame: Frame, saying: Saying) -> bool:
    """Tell whether a speaker is taken from another paragraph, without a word of saying, for a quotation of its own."""
    if frame.source is not None or frame.cue is not None or saying.cue is not None or saying.source is None:
        return False
    low, high = sorted((frame.start, saying.source.start))
    return "\n\n" in text[low:high]


def _frame(text: str, saying: Saying, passage: Passage, quotes: Sequence[Quote]) -> Frame | None:
    """Return the frame of a saying that no rule found; None where it is the author who speaks."""
    lexicon = lexicons.load(passage.language)
    if lexicon is None or (saying.source is None and saying.cue is None):
        return None
    source = _source(text, saying, passage, lexicon)
    speaker = fold(text[source.start : source.end]).strip() if source else ""
    if speaker in lexicon.words["first_person"] and not saying.inner:
        return None
    if not _is_saying(text, source, saying, quotes, lexicon):
        return None
    contents = tuple(_with_marks(text, c) for c in saying.contents)
    if saying.kind == "indirect":
        # A report goes on over its sentence by signs that the rules know (moods, quotation marks), not by nearness.
        own = [s for s in (saying.cue, source) if s is not None]
        contents = tuple(c for c in contents if any(_between(passage, c, s) for s in own))
        if not contents:
            return None
    aside = not saying.inner and saying.kind == "indirect" and _subordinate(text, saying, passage)
    commitment = _commitment(text, saying, lexicon)
    negated = negated_cue(text, source, saying.cue, lexicon)
    return Frame(source, saying.cue, contents, saying.kind, commitment, RULE, embedded=aside, cue_negated=negated)


def _source(text: str, saying: Saying, passage: Passage, lexicon: Lexicon) -> Span | None:
    """Return the learned source in whole words; without one, the subject of a sentence whose cue has no other."""
    inside = saying.source is not None and within(saying.source, saying.contents)
    source = mended(text, None if inside else saying.source, saying.cue, passage, lexicon)
    if source is not None and saying.cue is not None and parted(text, source, saying.cue, lexicon):
        source = beside(text, saying.cue, passage, lexicon)
    gerund = lexicon.patterns["gerund"]
    if saying.cue is not None and (who := antecedent(text, saying.cue, passage, lexicon)) is not None:
        source = who if source is None or within(source, (who,)) else source
    if source is not None or saying.cue is None or gerund is None:
        return source
    if gerund.fullmatch(text, saying.cue.start, saying.cue.end) is None:
        return None
    subject = opening_subject(text, passage, lexicon)
    return subject if subject is not None and subject.end <= saying.cue.start else None


def _is_saying(
    text: str, source: Span | None, saying: Saying, quotes: Sequence[Quote], lexicon: Lexicon
) -> bool:  # fmt: skip
    """Tell whether somebody says something: things suggest, and words without marks and speaker are the author's."""
    if saying.kind == "direct":
        return source is not None or any(touch(c, Span(q.start, q.end)) for c in saying.contents for q in quotes)
    hits = Marked(text, saying.cue, lexicon).hits if saying.cue else []
    known = any(label_of(hit, "verbs", "weak", "prepositions", "postpositions", "about") for hit in hits)
    if plausible.cannot_be(text, source, saying, lexicon):
        return False
    if source is None:
        own = any("hedges" in hit.labels for hit in hits)
        return known and not own and (lexicon.characters or opens_clause(text, saying.contents[0], lexicon))
    evidential = lexicon.patterns["evidential"]
    shows = saying.cue and evidential and evidential.match(text, saying.cue.start, saying.cue.end)
    if shows or not (known or (saying.cue is not None and saying.probability >= SURE)):
        return speaks(text, source, lexicon) and not (shows and hangs(text, source, lexicon))
    return not is_thing_only(text, source, lexicon)


def _between(passage: Passage, content: Span, other: Span) -> bool:
    """Tell whether no end of the passage parts a content from its cue or source."""
    return passage.start <= other.start < passage.end and content.start < passage.end


def _subordinate(text: str, saying: Saying, passage: Passage) -> bool:
    """Tell whether most of the sentence goes on after the saying ("although some think that P, Q"), not "P, said X"."""
    whole = passage.end - passage.start
    said = sum(c.end - c.start for c in saying.contents)
    ends = max(saying.contents[-1].end, saying.source.end if saying.source else 0)
    goes_on = bool(text[ends : passage.end].strip(" \t\n.!?…"))
    return goes_on and said * 2 < whole and saying.contents[-1].end < passage.start + whole * 0.6


def _with_marks(text: str, span: Span) -> Span:
    """Take in the marks of quotation right outside a span."""
    start, end = span.start, span.end
    if start and text[start - 1] in _QUOTES and not text[start - 2 : start - 1].isalnum():
        start -= 1
    end += end < len(text) and text[end] in _QUOTES
    return Span(start, end)
