"""Sentences that have a stop and no verb: they name a thing or a point of a list, and assert nothing of their own.

The learned reader takes them for claims, since they stand among claims and have their words ("Agents only with a clear
task."). No list knows every verb, so that a sentence is only called verbless where its form leaves no place for one.
What judges something left out ("A fine crane.") asserts, and is none. The forms stand in ``data/verbless.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.nlp.claims.words.forms import BEFORE, BEHIND, expression
from pipeline.nlp.claims.words.forms import forms as read

_WORD = re.compile(r"[\w’'/-]+")
_STOPPED = re.compile(r"[.…。]\W*$")
_COLON = re.compile(r"[:：]\W*$")
_DASH = re.compile(r"[—–:;?!]|\s-\s")
_FIGURE = re.compile(r"\d")
_MOST = 14
"""Most words of a sentence that is called verbless: in a longer one a verb is more likely than its want."""
_POINT = 9
"""Most words of a point behind its ordinal, without its relative clause."""
_BRACKET = re.compile(r"\s*\([^()]*\)")
_ADJECTIVE = re.compile(r"[a-zäöüß]+(?:e|er|es|em|en)")
_INFINITIVE = re.compile(r"[a-zäöüß]+(?:ieren|eln|ern)")
_TURN = re.compile(r"(?:sondern|aber|auch|und|oder|nur|nicht)\b", re.IGNORECASE)
_ONE_THING = re.compile(r"(?:(?:and|or|maybe|perhaps|then|just) )?(?:an?|another|the|one) ", re.IGNORECASE)
_PREPOSITION = re.compile(r" (?:of|for|from|with|between|behind|about|in|on|at)(?= )")
_ENDING = re.compile(r"[a-z’']*(?:[^suia’']s|[a-z]ed)")
"""An ending of English verbs, "less", "thesis" and "status" apart."""
_NO_VERBS = frozenset(("as", "its", "his", "perhaps", "besides", "always", "speed", "need"))
_CHINESE = re.compile(
    r"一[个款份套种类张篇部座]"
    r"(?:[^，。：；！？]{1,30}的(?P<noun>[^，。：；！？的]{1,14})|[A-Za-z][\w. -]{0,24})[。.]?\s*"
)
_CHINESE_VERB = re.compile(r"[了着过是有在会能把被将让使给成为很太更最不没都也就仍]")
_JOINED = re.compile(r" (?:and|or) (?:the|an?|another) ")


@dataclass(frozen=True, slots=True)
class _Forms:
    point: re.Pattern[str]
    leads: re.Pattern[str]
    relative: re.Pattern[str]
    topic: re.Pattern[str]


@cache
def _forms(code: str) -> _Forms | None:
    own = read("verbless").get(code)
    if own is None:
        return None
    of = rf"(?:{own['of']}){BEHIND}"
    return _Forms(
        expression(rf"(?:{own['ordinal']})\s*{of}(?P<rest>.*)"),
        expression(rf"(?:{of}|(?:{own['more']}){BEHIND})[^,:：]*[:：]\W*"),
        expression(rf",?\s*{BEFORE}(?:{own['relative']}){BEHIND}.*"),
        expression(rf"(?:{own['topic']})(?P<about>(?: [\w’'-]+){{1,4}})\W*"),
    )


@cache
def _words(code: str, kind: str) -> frozenset[str]:
    own: Mapping[str, str] = read("verbless").get(code, {})
    return frozenset(own.get(kind, "").split("|"))


def is_verbless(body: str, code: str, verbs: Sequence[int]) -> bool:
    """Tell whether a sentence with its stop has no verb by its form.

    Args:
        body: the sentence without what stands before its first word.
        code: its language.
        verbs: where in it verbs stand that are known.
    """
    if _STOPPED.search(body) is None or len(_WORD.findall(body)) > _MOST:
        return False
    known = _forms(code)
    topic = known.topic.fullmatch(body) if known is not None else None
    if topic is not None and not any(at >= topic.start("about") for at in verbs):
        return True
    if code == "de":
        return _is_german(body)
    return not verbs and {"en": _is_english, "zh": _is_chinese}.get(code, _is_other)(body)


def is_only_named(body: str, code: str, verbs: Sequence[int]) -> bool:
    """Tell whether a sentence only says by whom something is said, and not what ("According to the defence").

    Args:
        body: the sentence without what stands before its first word.
        code: its language.
        verbs: where in it verbs stand that are known.
    """
    pattern = _by_whom(code)
    found = pattern.fullmatch(body) if pattern is not None else None
    return found is not None and not any(at >= found.start("who") for at in verbs)


@cache
def _by_whom(code: str) -> re.Pattern[str] | None:
    own = read("by_whom").get(code)
    if own is None:
        return None
    name = r"(?:(?-i:[^\W\d_a-zà-ÿа-я])[\w’'-]* ){0,3}"
    the = rf"(?:(?:{own['the']})(?: |(?<=['’])))?" if own["the"] else ""
    who = own.get("who") or rf"{the}{name}[\w’'-]+(?: (?:{own['of']})(?: |(?<=['’])){the}{name}[\w’'-]+)?"
    return expression(rf"(?:{own['by']})(?P<who>{who})(?:{own.get('behind', '')})\W*")


def is_point(body: str, code: str, verbs: Sequence[int]) -> bool:
    """Tell whether a sentence is a point of a list, counted, behind a preposition ("Secondly, for small ports").

    Args:
        body: the sentence without what stands before its first word.
        code: its language.
        verbs: where in it verbs stand that are known.
    """
    known = _forms(code)
    found = known.point.match(body) if known is not None else None
    if known is None or found is None or not (_STOPPED.search(body) or _COLON.search(body)):
        return False
    aside = known.relative.search(body, found.start("rest"))
    end = aside.start() if aside else len(body)
    point = _BRACKET.sub("", body[found.start("rest") : end]).rstrip(" .:…")
    # Russian parts its clauses by commas: what stands behind "who" up to the stop belongs to it
    inside = sum(at >= end for at in verbs)
    plain = "," not in point and _DASH.search(point) is None and len(point.split()) <= _POINT
    return plain and not any(found.start("rest") <= at < end for at in verbs) and (inside <= 1 or code == "ru")


def leads_over(body: str, code: str, verbs: Sequence[int]) -> bool:
    """Tell whether a line without a verb only leads over to what its colon opens: "From my first piece on cranes:"."""
    known = _forms(code)
    return known is not None and not verbs and known.leads.fullmatch(body) is not None


def _is_german(body: str) -> bool:
    ordinal = re.match(read("verbless")["de"]["ordinal"] + r"\s*", body, re.IGNORECASE)
    rest = body[ordinal.end() if ordinal else 0 :].rstrip(" .…")
    parts = re.split(r",\s*", rest)
    if _DASH.search(rest) or _FIGURE.search(rest) or len(parts) > 2 or (len(parts) > 1 and not _TURN.match(parts[1])):
        return False
    first, *_ = _WORD.findall(rest) or [""]
    small = _words("de", "small")
    opens = first.lower() in _words("de", "opens") or (first[:1].isupper() and first.lower() not in small)
    nouns = any(word[:1].isupper() for part in parts for word in _WORD.findall(part)[1:]) or first.lower() not in small
    return opens and nouns and all(_is_german_phrase(part) for part in parts)


def _is_german_phrase(part: str) -> bool:
    """True when each small word is a known one, or an adjective between such a one and a noun."""
    words = _WORD.findall(part)
    small, case = _words("de", "small"), _words("de", "case")
    for at, word in enumerate(words):
        before = words[at - 1].lower() if at else ""
        if word.lower() in _words("de", "nominative") and before not in _words("de", "of"):
            return False
        if word.lower() in small or word[:1].isupper():
            continue
        if not (_ADJECTIVE.fullmatch(word) and not _INFINITIVE.fullmatch(word) and _follows(words, at, case)):
            return False
    return True


def _follows(words: list[str], at: int, case: frozenset[str]) -> bool:
    """True for an adjective that stands behind an article or preposition and before a noun, or another of its kind."""
    ahead = words[at + 1 : at + 2]
    behind = words[at - 1] if at else ""
    chained = behind[:1].islower() and _ADJECTIVE.fullmatch(behind) is not None and at > 1
    return bool(ahead) and (behind.lower() in case or chained) and (ahead[0][:1].isupper() or at + 2 < len(words))


def _is_english(body: str) -> bool:
    """True for one thing and what stands behind prepositions, with no word that could be a verb or a judgement."""
    opened = _ONE_THING.match(body)
    if opened is None or "," in body or any(p.search(body) is not None for p in (_DASH, _JOINED)):
        return False
    head, *behind = _PREPOSITION.split(body[opened.end() :], maxsplit=1)
    words = [w.lower() for w in _WORD.findall(body[opened.end() :])]
    none = _words("en", "past") | _words("en", "plural") | _words("en", "praise")
    joined = not none.isdisjoint(words) or not {"and", "or"}.isdisjoint(head.split())
    return bool(behind) and len(words) > 2 and not joined and not any(_is_verb(w) for w in words)


def _is_chinese(body: str) -> bool:
    """True for a thing of a kind, whose noun ends the sentence: what is said of it would stand behind."""
    found = _CHINESE.fullmatch(body)
    return found is not None and _CHINESE_VERB.search(found["noun"] or "") is None


def _is_other(_: str) -> bool:
    return False


def _is_verb(word: str) -> bool:
    return word not in _NO_VERBS and _ENDING.fullmatch(word) is not None
