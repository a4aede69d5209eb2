"""Acts as English corpora of attribution count them: the outermost of several that lie in each other.

In "Voss said she hopes that P", PolNeAR counts what Voss said and nothing inside it, whoever is quoted there in turn.
What was read is the same; :meth:`pipeline.nlp.Reader.attributions` leaves the inner ones out in that form alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from pipeline.records import Passage, Span

CODE = "en"
"""The language of these corpora."""


class _Place(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class _Act(Protocol):
    @property
    def cue(self) -> _Place | None: ...

    @property
    def content(self) -> tuple[Span, ...]: ...


A = TypeVar("A", bound=_Act)


def outermost(passages: Sequence[Passage], acts: Sequence[A]) -> list[A]:
    """Return the acts without those of English sentences whose cue stands in what another act holds."""
    english = [p for p in passages if p.language == CODE]
    return [a for a in acts if not _is_inner(a, acts, english)]


def _is_inner(act: A, acts: Sequence[A], english: Sequence[Passage]) -> bool:
    cue = act.cue
    if cue is None or not any(p.start <= cue.start < p.end for p in english):
        return False
    return any(c.start <= cue.start and cue.end <= c.end for other in acts if other is not act for c in other.content)
