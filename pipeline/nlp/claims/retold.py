"""What documents and people are told to say in digests, where neither reader saw a report.

"Pier News: Users complain that P", "The model card notes that P", "The report examines how P", "Many still consider P
the best", "@voss discussed P, noting that Q". Read in claims alone, at the head of a main clause, and only where no
other frame takes the sentence. Whoever merely shares, builds or asks for a thing says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.nlp.claims import lexicon as lexicons
from pipeline.nlp.claims.clauses import ATTITUDE
from pipeline.nlp.claims.deeds import says_nothing
from pipeline.nlp.claims.discourse import Said, Speech
from pipeline.nlp.claims.documents import filler, forms
from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.lexicon import Lexicon
from pipeline.nlp.claims.located import Located
from pipeline.nlp.claims.main_reports import clause_starts
from pipeline.nlp.claims.pairing import touch
from pipeline.nlp.claims.pieces import trim
from pipeline.records import Passage, Span

RETOLD = "retold"
"""Rule of the frames made here."""
_HANDLE = r"@[\w.-]{2,40}|(?-i:[a-z][a-z.-]*[_\d]\w*)"
"""A name of a network: with its mark, or in small letters with a figure or a line in it."""
_EDGES = " \t\n,،:."
_SHORTEST = 4


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    """Return the sentences of a language, compiled: who, and up to the verb of saying."""
    lexicon, data = lexicons.load(code), {kind: by[code] for kind, by in forms().items() if code in by}
    if lexicon is None or "documents" not in data:
        return ()
    nouns = "|".join(re.escape(w) for name in ("roles", "groups") for w in sorted(lexicon.words[name], reverse=True))
    people = rf"{_HANDLE}|(?:{data['some']} )?{filler(code)}(?:{nouns})|{data['many']}"
    documents = data["documents"].replace("F", filler(code))
    who = {"asks": documents, "shows": documents, "holds": f"{documents}|{people}"}
    kinds = [
        (who.get(kind, people), data[kind]) for kind in ("holds", "asks", "shows", "views", "deeds") if kind in data
    ]
    return tuple(_compiled(source, data["adverbs"], form) for source, form in kinds)


def _compiled(who: str, adverbs: str, form: str) -> re.Pattern[str]:
    verb = form if "(?P<cue>" in form else rf"(?P<cue>{form})"
    return re.compile(rf"(?P<who>{who}) {adverbs}{verb}(?:(?<=\s)|(?!\w))".replace(" ", r"\s+"), re.IGNORECASE)


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
    for start in clause_starts(text, passage, lexicon):
        for pattern in _patterns(lexicon.code):
            match = pattern.match(text, start, passage.end)
            if match is None:
                continue
            content = trim(text, Span(match.end("cue"), passage.end), _EDGES)
            cue = trim(text, Span(*match.span("cue")), _EDGES)
            if content.end - content.start >= _SHORTEST and cue.end > cue.start:
                yield Frame(Span(*match.span("who")), cue, (content,), "indirect", "asserts", RETOLD)


def _is_idle(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a frame takes no main clause: an aside, an attitude, a deed that makes nothing somebody's words."""
    return frame.embedded or frame.rule == ATTITUDE or says_nothing(text, frame, lexicon)


def _is_same(frame: Frame, own: Frame) -> bool:
    """Tell whether a frame is but another reading of the words read here."""
    marks = [s for s in (frame.cue, frame.source) if s is not None]
    own_marks = [s for s in (own.cue, own.source) if s is not None]
    return any(touch(a, b) for a in marks for b in own_marks)
