"""How a paragraph announces the quotation below it: by its last sentence, with or without a colon.

"Voss gave a speech in May." names whose words follow as "Voss says:" does; "As I wrote in 2019:" says that they are
the author's own; "And for a second reason:" between two quotations lets the speaker of the first go on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.nlp.claims.frames import Frame, Unit
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.rules.speakers import can_speak, is_empty
from pipeline.nlp.claims.words.forms import BEFORE, behind, expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token
from pipeline.records import Span

ANNOUNCED = "announced"
"""Rule of somebody who is said to speak, without a clause of what they say."""
_LONGEST_THUS = 60
_WORDS = 6
"""Most words of a name with what stands before it."""
_COLONS = (":", "：")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”»)]?\s+(?=\S)|(?<=[。！？])|\n")
_ADDRESS = re.compile(r"\W{0,3}(?:[\d:]+\s+)?(?P<address>https?://\S+)(?:\s+[\d:]+)?\W{0,2}")
_SHORTEST = 12
"""Fewest characters of a sentence: what is shorter is an abbreviation ("M. Voss") or a name."""
_BEHIND = 240
"""Most characters behind a quotation in which somebody may be said to have put it so."""
_GOES_ON = 220
"""Most characters of a paragraph between two quotations of one speaker."""
_SUBJECTS = {
    "ja": re.compile(r"(?P<who>[^、。はがも]{1,30})(?:は|が|も)"),
    "ko": re.compile(r"(?P<who>[^.,은는]{1,20}?)(?:은|는|이|가)\s"),
    "zh": re.compile(
        r"(?P<who>[^，。：、在对就曾也]{2,20}?)(?:[在对就][^，。]{1,20}|曾|也)?(?=这样|这么|如是|表示|解释|写道|评价)"
    ),
}  # fmt: skip
"""Who announces a quotation, in languages where nothing parts words."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("announced")[kind].get(code)
    if form is None:
        return None
    if kind == "documents":
        return expression(form + r"\Z")
    start = "" if code in ("zh", "ja") else BEFORE
    bounded = f"{start}(?:{form}){behind(code)}"
    ends = rf"{bounded}[よねさ。.]{{0,3}}\Z" if kind == "thus" else bounded
    return expression(ends)


def last_sentence(text: str, paragraph: Span) -> Span:
    """Return the last sentence of a paragraph."""
    words = text[paragraph.start : paragraph.end].rstrip()
    starts = [m.end() for m in _SENTENCE.finditer(words) if len(words) - m.end() >= _SHORTEST]
    return Span(paragraph.start + (starts[-1] if starts else 0), paragraph.start + len(words))


def announces(text: str, sentence: Span, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says that words of somebody follow: it ends open, or says "as follows"."""
    words = text[sentence.start : sentence.end].rstrip()
    if words.endswith((*_COLONS, ",", "،")):
        return True
    thus = _pattern("thus", lexicon.code)
    if thus is not None and thus.search(words) is not None:
        return True
    last = re.search(r"[^\W\d_]+\Z", words)  # "when Voss claims that"
    return last is not None and not lexicon.characters and lexicon.has("complementizers", last[0].casefold())


def says(kind: str, text: str, sentence: Span, lexicon: Lexicon) -> bool:
    """Tell whether a sentence has words of one kind: "own", "speeches" or "passes" (see the data)."""
    pattern = _pattern(kind, lexicon.code)
    return pattern is not None and pattern.search(text, sentence.start, sentence.end) is not None


def document(text: str, sentence: Span, lexicon: Lexicon) -> Span | None:
    """Return what the words below are taken from, where a sentence says no more ("From the licence:")."""
    pattern = _pattern("documents", lexicon.code)
    words = text[sentence.start : sentence.end].rstrip()
    found = pattern.search(words) if pattern is not None else None
    return Span(*(sentence.start + at for at in found.span("who"))) if found else None


def address(text: str, quotation: Span) -> str | None:
    """Return the address on the last line of a quotation that says where its words are from, without the time."""
    line = text[quotation.start : quotation.end].rstrip().rpartition("\n")[2]
    found = _ADDRESS.fullmatch(line)
    return found["address"] if found else None


def goes_on(text: str, paragraph: Span, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph between two quotations turns to nobody else than the one who is quoted."""
    words = text[paragraph.start : paragraph.end].strip()
    others = _pattern("others", lexicon.code)
    return len(words) <= _GOES_ON and words.endswith(_COLONS) and (others is None or others.search(words[:-1]) is None)


def is_talk(title: str) -> bool:
    """Tell whether the title of an article says that it is an interview, a speech or the like."""
    return bool(title) and any(expression(form).search(title) for form in forms("announced")["talks"].values())


def told_behind(text: str, behind: Span, lexicon: Lexicon) -> Span | None:
    """Return who is said, by the first sentence behind a quotation, to have put it so: "As Voss explains, …"."""
    pattern = _pattern("behind", lexicon.code)
    words = text[behind.start : behind.end]
    first = next((m.start() for m in _SENTENCE.finditer(words) if m.start() >= _SHORTEST), len(words))
    end = behind.start + min(first, _BEHIND)
    found = pattern.search(text, behind.start, end) if pattern is not None else None
    return Span(*found.span("who")) if found else None


# ---------------------------------------------------------------- sentences that lead to a quotation


def says_what_follows(unit: Unit) -> bool:
    """Tell whether a sentence ends in a colon, or says "as follows"."""
    words = unit.text[unit.start : unit.end].rstrip()
    thus = _pattern("thus", unit.lexicon.code)
    return words.endswith(_COLONS) or (thus is not None and thus.search(words[-_LONGEST_THUS:]) is not None)


def who_follows(unit: Unit, frame: Frame | None) -> Frame | None:
    """Return whose words follow a sentence: whom it cites, who speaks in it, or who is said to speak.

    None where the words are the author's own, those of a document, or passed on from somebody else.

    Args:
        unit: the sentence.
        frame: the last saying in it.
    """
    whole = Span(unit.start, unit.end)
    if says("passes", unit.text, whole, unit.lexicon) or says("own", unit.text, whole, unit.lexicon):
        return None
    if document(unit.text, whole, unit.lexicon) is not None:
        return None
    return _cited(unit) or frame or (_topic(unit) if unit.lexicon.characters else _announcer(unit))


def _announcer(unit: Unit) -> Frame | None:
    """Return who is announced by "Voss continued:" when no clause was found."""
    for hit in unit.labelled("verbs", "weak"):
        nouns = Nouns(unit.tokens, unit.lexicon)
        source = nouns.left(hit.first) or nouns.right(hit.last)
        if source and _can_announce(unit.tokens[slice(*source)], unit.lexicon):
            span = Span(unit.tokens[source[0]].start, unit.tokens[source[1] - 1].end)
            return Frame(span, Span(hit.start, hit.end), (), "direct", "asserts", ANNOUNCED)
    return None


def _cited(unit: Unit) -> Frame | None:
    """Return the one whom somebody quotes: "Voss quotes Quill on cranes:"."""
    pattern = _pattern("cites", unit.lexicon.code)
    found = pattern.search(unit.text, unit.start, unit.end) if pattern is not None else None
    if found is None:
        return None
    cue = Span(*found.span())
    if unit.lexicon.characters:
        return Frame(Span(*found.span("who")), cue, (), "direct", "asserts", ANNOUNCED)
    name = _name_after(unit, found.end())
    return Frame(name, cue, (), "direct", "asserts", ANNOUNCED) if name is not None else None


def _name_after(unit: Unit, at: int) -> Span | None:
    """Return a name that stands right behind a place, perhaps behind an article and a role."""
    words = [t for t in unit.tokens if at <= t.start][:_WORDS]
    first = next((i for i, t in enumerate(words) if t.is_capital), len(words))
    before = words[:first]
    last = next((i for i, t in enumerate(words) if i > first and not t.is_capital), len(words))
    if not all(unit.lexicon.has("determiners", t.norm) or unit.lexicon.has("roles", t.norm) for t in before):
        return None
    if last <= first or (unit.lexicon.code == "de" and last - first < 2):
        return None  # every German noun has a capital
    return Span(words[first].start, words[last - 1].end)


def _can_announce(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether words before a verb of saying name somebody: not the author, nor verbs ("bound to | find")."""
    first, gerund = words[0], lexicon.patterns["gerund"]
    object_ = len(words) > 1 and lexicon.has("determiners", words[1].norm)
    plain = [t for t in words if t.is_word]
    if gerund is not None and gerund.fullmatch(first.norm) and (object_ or not first.is_capital):
        return False  # "quoting the blog | post"
    if is_empty(list(words), lexicon) or first.norm in lexicon.words["first_person"]:
        return False
    thing = any(lexicon.has("things", t.norm) for t in plain) and not any(lexicon.has("roles", t.norm) for t in plain)
    return can_speak(plain, lexicon) and not thing


def _topic(unit: Unit) -> Frame | None:
    """Return the subject of a sentence that says "as follows", in languages that do not part their words."""
    thus, subject = _pattern("thus", unit.lexicon.code), _SUBJECTS.get(unit.lexicon.code)
    words = unit.text[unit.start : unit.end].rstrip(" \n:：")
    cue = thus.search(words) if thus is not None else None
    found = subject.match(unit.text, unit.start, unit.end) if subject is not None and cue is not None else None
    if cue is None or found is None or found["who"] in unit.lexicon.words["first_person"]:
        return None
    return Frame(
        Span(*found.span("who")), Span(*(unit.start + at for at in cue.span())), (), "direct", "asserts", ANNOUNCED
    )
