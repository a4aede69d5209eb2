"""What documents and people are told to say in digests, where neither reader saw a report.

"Pier News: Users complain that P", "The model card notes that P", "The report examines how P", "Many still consider P
the best", "@voss discussed P, noting that Q". Read in claims alone, at the head of a main clause, and only where no
other frame takes the sentence. Whoever merely shares, builds or asks for a thing says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.pairing import touch
from pipeline.nlp.claims.pieces import trim
from pipeline.nlp.claims.reports.deeds import says_nothing
from pipeline.nlp.claims.reports.main_reports import clause_starts
from pipeline.nlp.claims.reports.tellers import HANDLE
from pipeline.nlp.claims.rules.clauses import ATTITUDE
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.located import Located
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.documents import filler, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Passage, Span

RETOLD = "retold"
"""Rule of the frames made here."""
_HANDLE = rf"{HANDLE}|(?-i:[a-z][a-z.-]*[_\d]\w*)"
"""A name of a network: one that shows, or one in small letters with a figure or a line in it."""
_EDGES = " \t\n,،:."
_SHORTEST = 4


_PEOPLE, _DOCUMENTS = ("holds", "views", "deeds"), ("holds", "asks", "shows")
"""What is told of people, and of documents."""
_WORDS = re.compile(r"[@\w][\w'’.-]*")
_FIRST = 7
"""Words from the start of a clause on among which the noun of its subject stands."""


@dataclass(frozen=True)
class _Forms:
    """The sentences of a language: who, and up to the verb of saying. ``nouns``: one of them names people."""

    people: re.Pattern[str]
    documents: re.Pattern[str]
    nouns: frozenset[str]


@cache
def _forms(code: str) -> _Forms | None:
    lexicon, data = lexicons.load(code), {kind: by[code] for kind, by in forms().items() if code in by}
    if lexicon is None or "documents" not in data:
        return None
    names = frozenset(lexicon.words["roles"] | lexicon.words["groups"])
    nouns = "|".join(re.escape(w) for w in sorted(names, reverse=True))
    people = rf"{_HANDLE}|(?:{data['some']} )?{filler(code)}(?:{nouns})|{data['many']}"
    documents = data["documents"].replace("F", filler(code))
    many = frozenset(w for form in data["many"].split("|") for w in _WORDS.findall(form)[-1:])
    return _Forms(_compiled(people, data, _PEOPLE), _compiled(documents, data, _DOCUMENTS), names | many)


def _compiled(who: str, data: Mapping[str, str], kinds: Sequence[str]) -> re.Pattern[str]:
    told = [(kind, data[kind]) for kind in kinds if kind in data]
    verbs = "|".join(
        form.replace("(?P<cue>", f"(?P<{kind}>") if "(?P<cue>" in form else f"(?P<{kind}>{form})" for kind, form in told
    )
    form = rf"(?P<who>{who}) {data['adverbs']}(?:{verbs})(?:(?<=\s)|(?!\w))"
    return re.compile(form.replace(" ", r"\s+"), re.IGNORECASE)


def with_retold(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech with what documents and people are told to say in sentences that nobody else has."""
    every = Located(speech.said)
    found: list[Said] = []
    same: set[int] = set()
    for passage in passages:
        lexicon = lexicons.load(passage.language)
        if lexicon is None or lexicon.characters or text[passage.start : passage.end].rstrip()[-1:] in "?؟":
            continue
        here = every.touching(passage.start, passage.end)
        idle = all(_is_idle(text, s.frame, lexicon) for s in here)
        frame = next(_frames(text, passage, lexicon), None) if idle else None
        if frame is not None:
            found.append(Said(frame, passage.paragraph))
            same |= {id(s) for s in here if _is_same(s.frame, frame)}
    kept = [s for s in speech.said if id(s) not in same]
    ordered = sorted((*kept, *found), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes)


def _frames(text: str, passage: Passage, lexicon: Lexicon) -> Iterator[Frame]:
    sentences = _forms(lexicon.code)
    for start in clause_starts(text, passage, lexicon) if sentences is not None else ():
        match = _match(text, start, passage.end, sentences) if sentences is not None else None
        if match is None:
            continue
        marked = next(span for kind in match.groupdict() if kind != "who" and (span := match.span(kind))[0] >= 0)
        content = trim(text, Span(marked[1], passage.end), _EDGES)
        cue = trim(text, Span(*marked), _EDGES)
        if content.end - content.start >= _SHORTEST and cue.end > cue.start:
            yield Frame(Span(*match.span("who")), cue, (content,), "indirect", "asserts", RETOLD)


def _match(text: str, start: int, end: int, sentences: _Forms) -> re.Match[str] | None:
    found = sentences.documents.match(text, start, end)
    if found is not None:
        return found
    words = [m[0].lower() for m in islice(_WORDS.finditer(text, start, end), _FIRST)]
    named = any(w in sentences.nouns or w[0] == "@" or "_" in w or w[-1].isdigit() for w in words)
    return sentences.people.match(text, start, end) if named else None


def _is_idle(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a frame takes no main clause: an aside, an attitude, a deed that makes nothing somebody's words."""
    return frame.embedded or frame.rule == ATTITUDE or says_nothing(text, frame, lexicon)


def _is_same(frame: Frame, own: Frame) -> bool:
    """Tell whether a frame is but another reading of the words read here."""
    marks = [s for s in (frame.cue, frame.source) if s is not None]
    own_marks = [s for s in (own.cue, own.source) if s is not None]
    return any(touch(a, b) for a in marks for b in own_marks)
