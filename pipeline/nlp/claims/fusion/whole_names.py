"""Names that the learned reader cuts or stretches: half a word, one of two that "and" joins, a particle behind it."""

from __future__ import annotations

import re

from pipeline.nlp.claims.fusion.governed import teller
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Passage, Span

_AND = re.compile(r"(?:^|(?<=\s))(?:and|und|et|y|e|ed|en|и|&)\Z")
_NAME = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿа-я][\w.’'-]*)(?:\s+(?:(?:de|da|do|di|du|van|von|der|la)\s+)?[^\W\d_a-zß-öø-ÿа-я][\w’'-]*){0,3}"
)
"""A few words in capitals."""
_PARTICLES = {"ja": ("は", "が", "も", "では"), "zh": ("的", "在"), "ko": ("께서는", "께서", "는")}
"""What clings to a name in languages that do not part words, and is none of it."""
_KO_TOPIC = {"은": True, "이": True, "가": False}
"""Particles of Korean that end names, too, and whether the syllable before them is a closed one."""
_JA_TOPIC = re.compile(r"(?P<who>.+?[\u4e00-\u9fff々ァ-ヴーA-Za-z0-9])(?:は|が)(?=.)")
_KO_MANY = re.compile(r"(?P<who>.*?들)[은이도]\s.")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_PEOPLE = ("groups", "roles", "collectives")
_BEFORE_NAME = frozenset("但而又也就都还却则并且若如当因为由对与和跟向被把让使后前时日年月说称其这那此的了")
"""Signs of Chinese that are no surname: conjunctions, prepositions, the ends of adverbs."""


def whole_names(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Return a source in whole words, with the second name where it ends at "and" ("Mara Voss and | Dana Reyes")."""
    start, end = span.start, span.end
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return _with_second(text, Span(start, end)) if lexicon.code != "ar" else Span(start, end)


def _with_second(text: str, span: Span) -> Span:
    words = text[span.start : span.end].rstrip()
    first = words.split()[0] if words else ""
    if not first[:1].isupper() or _AND.search(words) is None:
        return span
    at = span.start + len(words)
    gap = len(text[at : at + 3]) - len(text[at : at + 3].lstrip())
    second = _NAME.match(text, at + gap) if gap else None
    return Span(span.start, second.end()) if second is not None else span


# ---------------------------------------------------------------- words that nothing parts


def whole_unparted(
    text: str, source: Span, cue: Span | None, passage: Passage, lexicon: Lexicon
) -> Span | None:  # fmt: skip
    """Return a source of Chinese, Japanese or Korean without its particle, and whole where it was cut."""
    source = teller(text, source, cue, passage, lexicon) or source
    if lexicon.code == "zh":
        source = _whole_chinese(text, _without_but(text, source, lexicon), cue, passage, lexicon)
    stretched = {"ja": _JA_TOPIC, "ko": _KO_MANY}.get(lexicon.code)
    if stretched is not None:
        topic = stretched.match(text, source.start, source.end)
        source = Span(source.start, topic.end("who")) if topic is not None else source
    many = lexicon.code == "ko" and text.startswith("들", source.end)
    source = Span(source.start, source.end + 1) if many else source
    end = _without_topic(text, source) if lexicon.code == "ko" else source.end
    for particle in _PARTICLES.get(lexicon.code, ()):
        if text.endswith(particle, source.start, end) and end - source.start > len(particle):
            end -= len(particle)
            break
    lone = lexicon.code == "ko" and end - source.start == 1 and text[source.start : end] not in lexicon.genders
    named = any(c.isalpha() for c in text[source.start : end]) and not (lone and "가" <= text[source.start] <= "힣")
    return Span(source.start, end) if named else None


def _without_but(text: str, source: Span, lexicon: Lexicon) -> Span:
    """Cut a conjunction off a Chinese pronoun ("但|他")."""
    words = sorted(lexicon.words["contrasts"], key=len, reverse=True)
    joined = next((w for w in words if text.startswith(w, source.start, source.end)), "")
    pronoun = text[source.start + len(joined) : source.end] in lexicon.genders
    return Span(source.start + len(joined), source.end) if pronoun else source


def _without_topic(text: str, source: Span) -> int:
    """Return where a Korean source ends before 은, 이 or 가, where those fit the syllable before and end the word."""
    last, before = text[source.end - 1 : source.end], text[source.end - 2 : source.end - 1]
    follows = text[source.end : source.end + 1]
    if last not in _KO_TOPIC or source.end - source.start < 3 or not "가" <= before <= "힣" or follows.isalnum():
        return source.end
    closed = (ord(before) - ord("가")) % 28 != 0
    return source.end - 1 if closed == _KO_TOPIC[last] else source.end


def _whole_chinese(text: str, source: Span, cue: Span | None, passage: Passage, lexicon: Lexicon) -> Span:
    """Take in the noun of people up to the cue ("很|多分析师|称"), and a lone sign before a name ("|李|雨桐")."""
    if cue is not None and source.end < cue.start and _HAN.fullmatch(text, source.end, cue.start) is not None:
        people = any(text.endswith(word, source.start, cue.start) for name in _PEOPLE for word in lexicon.words[name])
        source = Span(source.start, cue.start) if people and cue.start - source.end <= 8 else source
    before = text[source.start - 1 : source.start]
    opens = source.start - 1 == passage.start or text[max(0, source.start - 2)] in "，。；：、！？ \n"
    short = _HAN.fullmatch(text, source.start, source.end) is not None and source.end - source.start <= 2
    if source.start > passage.start and opens and short and _HAN.match(before) and before not in _BEFORE_NAME:
        return Span(source.start - 1, source.end)
    return source
