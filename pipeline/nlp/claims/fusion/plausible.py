"""What form tells before two readers meet: what no saying can be, what is itself reported, what is rebutted.

The learned reader marks words one by one and has seen passages dense with reports; in plain news it also takes objects
of other verbs, relative clauses and half words for something that is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.fusion.compared import is_comparison
from pipeline.nlp.claims.fusion.pairing import touch, within_all
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rejection.rebuttals import rebutted
from pipeline.nlp.claims.rejection.retorts import contrary
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import fold, tokenize
from pipeline.records import Passage, Saying, Span

_QUOTES = '"“”„‟«»‹›「」『』＂〝〟'
_WITHIN = "-‐‑’'"
_INFINITIVE = re.compile(r"\b[a-zäöüß]+(?:en|ern|eln)[.\s]*\Z")
"""The verb at the end of "will die Preise senken"."""


_DEEDS = re.compile(
    r"\b(?:versuch|ermöglich|erlaub|berühr|verbünde|gelt|gilt|galt|beweis|bewies|beleg|schein|schien|erlitt|erleid|nahm|nehm"
    r"|teilgenommen|überprüf|prüf|untersuch|ermittel|bereite|beginn|begann|helf|half|zwing|zwang|verhinder|dien|laute)"
)
"""Verbs of trying, allowing, seeming, suffering, testing and proving."""
_PARTICLE = re.compile(
    r"\s*(ab|an|auf|aus|ein|fest|hin|los|mit|nach|vor|weg|zu|zurück|zusammen)\b(?=\s*[,.;:!?]|\s*\Z)"
)
"""A separable particle at the end of its clause."""


_VIEW = re.compile(
    r"\b(?:views?|opinions?|perspectives?|positions?|stance|words|remarks?|points? de vue|avis|propos"
    r"|ansicht|sicht(?:weise)?|meinung|haltung|mening|visie|standpunt|мнение|позиция|взгляд"
    r"|opinión|punto de vista|postura|opinione|posizione|parere|opinião|ponto de vista)\b",
    re.IGNORECASE,
)
"""Nouns for what somebody thinks or has said."""
_OFFERS = re.compile(
    r"\b(?:offer|shed|give|gave|provide|bring|brought|add|open|reflect|echo|differ|matter)(?:e?[sd])?\b"
    r"|\b(?:offr(?:e|ait|ent)|apport(?:e|ait|ent)|donne|ouvre|éclaire|reflète|rejoint)\b"
    r"|\b(?:ofrec(?:e|ió)|aporta|abre|arroja|refleja|ofere(?:ce|ceu)|traz|lança|riflette|offr(?:e|iva)|getta|apre)\b"
    r"|\b(?:bietet|bot|liefert|eröffnet|wirft|spiegelt|biedt|werpt|opent|weerspiegelt)\b"
    r"|\b(?:предлагает|да[её]т|открывает|вносит|отражает)\b",
    re.IGNORECASE,
)
"""Verbs that tell what a view does for others, and take a thing for an object, not what the view holds."""
_PARSED = ("en", "fr")
"""Languages in which a parser helps the rules."""
_FRONTED = 8
"""Most characters of a time or "for example" before a subject that opens its sentence (Chinese)."""
_DOUBT = 16
"""Characters around a cue in which the rest of a mark of doubt stands ("por | lo visto")."""
_SAYS = ("verbs", "weak", "prepositions", "postpositions", "about")
"""Lists of what says something."""
_NOUN_BEFORE = 24
"""Characters before a name in which the noun that it belongs to stands ("le point de vue de")."""


def cannot_be(text: str, source: Span | None, saying: Saying, lexicon: Lexicon) -> bool:
    """Tell whether the form of an indirect saying speaks against it: see the functions below (most for German)."""
    if is_comparison(text, source, saying, lexicon.code) or _tells_of_a_view(text, source, saying, lexicon):
        return True
    if saying.cue is not None and is_doubt(text, saying.cue, lexicon):
        return True
    if lexicon.code != "de":
        return False
    known = _labels(text, saying, lexicon)
    if (not known and _is_deed(text, saying)) or (known and _is_other_verb(text, saying, lexicon)):
        return True
    relative = not known and is_relative(text, saying, lexicon)
    return (
        relative or _is_broken(text, saying) or (known == {"prepositions"} and _is_apart(text, source, saying, lexicon))
    )


def is_doubt(text: str, cue: Span, lexicon: Lexicon) -> bool:
    """Tell whether a cue is no more than a mark of the author's doubt ("a quanto pare"): its subject says nothing."""
    if lexicon.has("opinion", fold(text[cue.start : cue.end])):
        return False  # who thinks so holds it; alone, it is the author who only thinks
    around = Span(max(0, cue.start - _DOUBT), min(len(text), cue.end + _DOUBT))
    hits = Marked(text, around, lexicon).hits
    if any(h.start < cue.end and cue.start < h.end and label_of(h, *_SAYS) is not None for h in hits):
        return False
    return any(
        "hedges" in h.labels and "negations" not in h.labels and h.start <= cue.start and cue.end <= h.end for h in hits
    )


def _tells_of_a_view(text: str, source: Span | None, saying: Saying, lexicon: Lexicon) -> bool:
    """Tell whether a view is what is spoken of, and not what it holds: "X's view offers a new perspective"."""
    content = saying.contents[0].start
    if source is None or saying.cue is None or max(source.start, saying.cue.start) >= content:
        return False
    start = min(source.start, saying.cue.start)
    noun = re.split(r"[.!?:;\n]", text[max(0, start - _NOUN_BEFORE) : start])[-1]
    words = noun + text[start:content]
    viewed = _VIEW.search(words)
    return (
        viewed is not None
        and _OFFERS.search(words, viewed.end()) is not None
        and is_bare(text, saying.contents, lexicon)
    )


def _is_deed(text: str, saying: Saying) -> bool:
    """Tell whether a cue is a verb that takes a clause or an infinitive and yet tells of no words: to try, to prove."""
    return saying.cue is not None and _DEEDS.search(text, saying.cue.start, saying.cue.end) is not None


def _is_other_verb(text: str, saying: Saying, lexicon: Lexicon) -> bool:
    """Tell whether a particle makes another verb of a cue ("meldete … an"), of which the object is no saying."""
    cue = saying.cue
    if cue is None or not is_bare(text, saying.contents, lexicon) or saying.contents[-1].end < cue.end:
        return False
    found = _PARTICLE.match(text, saying.contents[-1].end)
    verb = fold(text[cue.start : cue.end].split()[0])
    if found is None or found[1] in (*text[cue.start : cue.end].split(), *lexicon.particles.get(verb, ())):
        return False
    return all(h.last - h.first < 2 for h in lexicon.table.find("", tokenize(f"{verb} {found[1]}")))


def is_plain(text: str, frame: Frame, home: Passage) -> bool:
    """Tell whether a Chinese sentence says plainly who says it: a pronoun, people or a body, the verb, and a comma.

    "There are people who say" is plain wherever its clause begins: "过去有人说", "再比如，有人说".
    """
    lexicon = lexicons.load(home.language)
    if lexicon is None or home.language != "zh" or frame.source is None or frame.cue is None or frame.cue_negated:
        return False
    source = text[frame.source.start : frame.source.end]
    if source in lexicon.words["anonymous"] and source.endswith("人") and frame.source.end == frame.cue.start:
        return frame.source.start - home.start <= _FRONTED
    people = any(source.endswith(word) for name in ("groups", "roles", "collectives") for word in lexicon.words[name])
    opens = frame.source.start <= home.start + 1 and frame.source.end == frame.cue.start
    return opens and text[frame.cue.end : frame.cue.end + 1] in "，：" and (people or source in lexicon.genders)


def is_bare(text: str, contents: Sequence[Span], lexicon: Lexicon) -> bool:
    """Tell whether what is said is no clause and no quotation ("the plans"): any verb takes such an object."""
    words = " ".join(text[c.start : c.end] for c in contents)
    if any(mark in words for mark in _QUOTES) or _INFINITIVE.search(words):
        return False
    moods = [p for n in ("reported_mood", "running_mood", "infinitive") if (p := lexicon.patterns[n]) is not None]
    hits = [label for c in contents for hit in Marked(text, c, lexicon).hits for label in hit.labels]
    return not {"finite", "complementizers"} & set(hits) and not any(mood.search(words) for mood in moods)


def _is_broken(text: str, saying: Saying) -> bool:
    """Tell whether what is said begins inside a word ("CIA|-Flüge"): no reader can have meant that."""
    return any(c.start and text[c.start - 1].isalnum() and text[c.start] in _WITHIN for c in saying.contents)


def is_relative(text: str, saying: Saying, lexicon: Lexicon) -> bool:
    """Tell whether what is said is a relative clause in the author's own mood: it describes, and reports nothing."""
    first = saying.contents[0]
    words = [t for t in tokenize(text[first.start : first.end]) if t.is_word]
    if not words or not lexicon.has("relatives", words[0].norm) or not text[: first.start].rstrip().endswith(","):
        return False
    mood = lexicon.patterns["reported_mood"]
    stated = mood is None or mood.search(text, first.start, first.end) is None
    tokens = tokenize(text[first.start : first.end])
    return stated and not Nouns(tokens, lexicon).is_article(0)


def _labels(text: str, saying: Saying, lexicon: Lexicon) -> set[str]:
    """Return the lists that know the cue as one of saying."""
    hits = Marked(text, saying.cue, lexicon).hits if saying.cue else []
    names = ("verbs", "weak", "about", "prepositions", "postpositions")
    found = {name for hit in hits for name in names if label_of(hit, name)}
    return found - {"postpositions"} or found


def _is_apart(text: str, source: Span | None, saying: Saying, lexicon: Lexicon) -> bool:
    """Tell whether a preposition stands apart from its noun, or "nach" before a noun of no report: a time, a place."""
    if source is None or saying.cue is None or " eigene" in text[saying.cue.start : saying.cue.end]:
        return False  # "nach eigener Rechnung": the subject says so, wherever it stands
    low, high = sorted((saying.cue, source), key=lambda s: s.start)
    if low.end < high.start and text[low.end : high.start].strip():
        return True
    pattern = lexicon.patterns["source_nouns"]
    if fold(text[saying.cue.start : saying.cue.end]) != "nach" or pattern is None:
        return False
    return not any(pattern.fullmatch(t.norm) for t in tokenize(text[source.start : source.end]))


def is_in_mood(text: str, saying: Saying, passage: Passage, lexicon: Lexicon) -> bool:
    """Tell whether a saying is itself reported: in "He considers(Konjunktiv) it wise" the one before him speaks."""
    mood = lexicon.patterns["reported_mood"]
    if mood is None or saying.source is None or not passage.start <= saying.source.start < passage.end:
        return False
    return saying.cue is None or mood.search(text, saying.cue.start, saying.cue.end) is not None


def without_strays(text: str, saying: Saying, home: Passage) -> list[Span]:
    """Return what a learned saying holds, a report without the pieces of other sentences that it may catch."""
    return [c for c in saying.contents if saying.kind == "direct" or not _is_stray(text, c, home)]


def _is_stray(text: str, content: Span, home: Passage) -> bool:
    """Tell whether words stand in another sentence than their saying and do not begin it: half a report is none."""
    if content.start < home.end and home.start < content.end:
        return False
    before = text[: content.start].rstrip(_QUOTES + "' \u00a0")
    return bool(before) and before[-1] not in ".!?…:\n。！？"


def own_words(text: str, frame: Frame) -> bool:
    """True for "nach eigenen Angaben": the subject of the sentence is who says so."""
    return frame.source is not None and fold(text[frame.source.start : frame.source.end]).startswith("eigen")


def is_named(saying: Saying, passage: Passage) -> bool:
    """Tell whether a sentence in the mood names who says so, or what is said begins in the one before."""
    marks = [s for s in (saying.source, saying.cue) if s is not None and passage.start <= s.start < passage.end]
    return len(marks) == 2 or saying.contents[0].start < passage.start


def is_refuted(text: str, saying: Saying, home: Passage, rebuttals: Sequence[Span]) -> bool:
    """Tell whether a saying of the learned reader is one that its sentence says is not so.

    "Anyone who says P is wrong" and "contrary to what X says, P" have a grammar of their own, which the rules know and
    the learned reader does not. "It is nonsense that P, said X" is a saying of X's all the same: its words begin with
    the sentence.
    """
    for wrong in rebuttals:
        inside = [c.start for c in saying.contents if touch(c, wrong)]
        if inside and min(inside) > wrong.start + 1:
            return True
    against = contrary(text, Span(home.start, home.end), home.language) if saying.kind == "indirect" else None
    return against is not None and saying.cue is not None and against.start <= saying.cue.start < against.end


def knows_more(text: str, frame: Frame, saying: Saying, lexicon: Lexicon) -> bool:
    """Tell whether a rule found all that the learned reader did, and what goes on behind who says so.

    So it is where a parser helps the rules to the ends of a clause, and where the verb of the clause follows ("that P,
    | says X|, is a myth").
    """
    if len(frame.contents) <= len(saying.contents) or not within_all(saying, frame):
        return False
    last = frame.contents[-1]
    verb = re.match(r"\w+", text[last.start : last.end])
    follows = lexicon.inverted and frame.rule == "clause, cue" and verb is not None
    return lexicon.code in _PARSED or (follows and verb is not None and lexicon.has("finite", verb[0]))


def rebutted_sentences(text: str, passages: Sequence[Passage]) -> list[Span]:
    """Return the sentences that rebut what somebody might say."""
    loaded = ((passage, lexicons.load(passage.language)) for passage in passages)
    return [Span(p.start, p.end) for p, lexicon in loaded if lexicon is not None and is_rebuttal(text, p, lexicon)]


def is_rebuttal(text: str, passage: Passage, lexicon: Lexicon) -> bool:
    """Tell whether a sentence rebuts what somebody might say, so that it is its author's whoever is said to say it."""
    span = Span(passage.start, passage.end)
    return rebutted(text, span, Marked(text, span, lexicon).hits, lexicon) is not None
