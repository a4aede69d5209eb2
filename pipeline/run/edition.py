"""Readings to an edition, and the edition to files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.config import Config
from pipeline.records import (
    Analysis,
    Article,
    Dropped,
    Edition,
    Failure,
    LedgerEntry,
    Question,
    Reading,
    SourceStatus,
    content_id,
)
from pipeline.run import corpus, plan
from pipeline.run.changes import Identities, changes, late
from pipeline.run.fingerprint import combine, room_version
from pipeline.store import EditionRow, codec

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from pipeline.cluster import Previous

    Vectors = Mapping[str, npt.NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of an edition with their statements, which a later configuration may change: for ``explain``."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What an edition is made of beside articles."""

    config: Config
    sources: tuple[SourceStatus, ...]
    failures: tuple[Failure, ...]
    dropped: tuple[Dropped, ...]
    now: datetime


def inputs(tools: corpus.Tools, parts: Parts, decisions: Sequence[plan.Decision[str]]) -> str:
    """Return the key of the edition that these parts make: the same key means the same edition."""
    rooms = [room_version(room) for room in ("cluster", "encode", "publish", "wire", "run")]
    settings = [plan.describe(tools.config.settings.encode), models_key(tools)]
    lines = [f"read {decision.key}" for decision in decisions]
    lines += [f"source {status.source_id} {status.status} {status.articles}" for status in parts.sources]
    # What a server says with a failure may differ from minute to minute.
    lines += [f"failed {item.room} {item.kind} {item.item}" for item in parts.failures]
    lines += [f"left out {plan.describe(item)}" for item in parts.dropped]
    return plan.inputs_key([*rooms, *settings], tools.config.questions, lines)


def models(tools: corpus.Tools) -> tuple[tuple[str, str], ...]:
    """Return (name, revision) of every model that shapes the edition."""
    from pipeline.encode import revisions

    return revisions(tools.config.settings.encode)


def models_key(tools: corpus.Tools) -> str:
    """Return the models as one string, without loading any."""
    return " ".join(f"{name}@{revision}" for name, revision in models(tools))


def standing(out: Path, last: EditionRow) -> bool:
    """Tell whether the newest edition is whole; if so, ``latest.json`` points to it afterwards.

    A run may have been killed after it noted the edition and before it pointed to it.
    """
    from pipeline.publish import point

    folder = out / "editions" / last.id
    if not (folder / "edition.json").is_file():
        return False
    try:
        latest = json.loads((out / "latest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        latest = {}
    if latest.get("edition") != last.id:
        point(folder, out)
    return True


def assemble(
    tools: corpus.Tools, parts: Parts, decisions: Sequence[plan.Decision[str]], last: EditionRow | None
) -> Edition:
    """Compare everything with everything, and put the edition together."""
    articles, readings, failures = corpus.load(tools, decisions)
    before = identities(last)
    analysis = _analyse(tools, articles, readings, before)
    known = models(tools)
    after = Identities.of(articles, analysis)
    previous = last.id if last else None
    key = combine(inputs(tools, parts, decisions), previous or "")
    with tools.progress.step("ledger", 1) as step:
        numbers = _ledger(articles, readings, analysis)
        step.advance()
    return Edition(
        id=content_id("e1_", key),
        generated=parts.now,
        articles=tuple(articles),
        readings=tuple(readings),
        analysis=analysis,
        sources=parts.sources,
        failures=(*parts.failures, *failures),
        dropped=parts.dropped,
        changes=changes(before, after, late(before, articles, readings)),
        models=known,
        settings=combine(plan.describe(tools.config.settings)),
        previous=previous,
        ledger=numbers,
    )


def _ledger(articles: Sequence[Article], readings: Sequence[Reading], analysis: Analysis) -> tuple[LedgerEntry, ...]:
    """Hold the numbers together: one room knows which passages speak of one thing, another what their numbers say."""
    from pipeline.nlp.quantities import ledger

    return ledger(articles, readings, analysis.counterparts)


def identities(last: EditionRow | None) -> Identities:
    """Return what the last edition handed on; nothing before the first."""
    if last is None:
        return Identities()
    try:
        return codec.loads(Identities, bytes.fromhex(str(last.identities["record"])))
    except ValueError:
        # Written by a version that kept other things: this edition counts as a first one.
        return Identities()


def asked_of(row: EditionRow) -> tuple[Question, ...]:
    """Return the questions of an edition; none where a version noted it that did not keep them."""
    try:
        return codec.loads(Asked, bytes.fromhex(str(row.identities["questions"]))).questions
    except (KeyError, ValueError):
        return ()


def _analyse(
    tools: corpus.Tools, articles: Sequence[Article], readings: Sequence[Reading], before: Identities
) -> Analysis:
    import numpy as np

    from pipeline.cluster import Corpus, Memory, analyse, texts_needed
    from pipeline.cluster.stance import pairs_in_doubt, pairs_needed, points_needed
    from pipeline.encode import centre

    questions = tools.config.questions
    needed = texts_needed(tuple(articles), tuple(readings), questions)
    texts = [text for text, _ in needed]
    known = dict(models(tools))
    raw = corpus.vectors(tools, known["encoder"], texts)
    centred = centre(np.stack([raw[text] for text in texts]), [language_of(*pair) for pair in needed])
    vectors = dict(zip(texts, centred, strict=True))
    claims = [claim for reading in readings for claim in reading.claims]
    points = corpus.points(tools, known["point-encoder"], points_needed(questions, claims, vectors))
    first = _read(tools, known["stance-judge"], pairs_needed(questions, claims, vectors, points))
    second = _read(tools, known["stance-judge"], pairs_in_doubt(questions, claims, vectors, first))
    points = corpus.points(tools, known["point-encoder"], points_needed(questions, claims, vectors, first))
    tools.executor.close()  # the rest is this process's own: the workers' memory is better used by it
    with tools.progress.step("compare", 1) as step:
        version = room_version("cluster")
        memory = Memory(tools.store.kept("families", version))
        whole = Corpus(
            tuple(articles),
            tuple(readings),
            vectors,
            questions,
            _previous(before),
            first | second,
            points,
            learned=tools.config.settings.encode.is_default,
            memory=memory,
        )
        found = analyse(whole)
        tools.store.keep("families", version, memory.data)
        step.advance()
    return found


def language_of(text: str, language: str) -> str:
    """Return the language of a text to embed; that of a question's statements must be found first."""
    from pipeline.nlp.language import detect

    return detect(text).code if language == "und" else language


def _read(tools: corpus.Tools, revision: str, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], list[float]]:
    return {pair: row.tolist() for pair, row in corpus.scores(tools, revision, pairs).items()}


def _previous(before: Identities) -> Previous:
    from pipeline.cluster import Previous

    return Previous(
        families=before.families,
        groups=tuple((question, group, claims) for question, group, _, claims in before.groups),
        origins=before.origins,
        positions=tuple((question, name, claims) for question, name, _, _, claims in before.positions),
    )


def publish(tools: corpus.Tools, edition: Edition, key: str, out: Path) -> Path:
    """Write the edition, note it in the store, and only then point ``latest.json`` to it.

    A run that is killed between two of these steps leaves a state from which the next run makes the same edition again.
    """
    from pipeline.publish import point, render, write

    after = Identities.of(edition.articles, edition.analysis)
    with tools.progress.step("publish", 1) as step:
        folder = write(render(edition), edition.id, out)
        asked = Asked(tuple(result.question for result in edition.analysis.questions))
        kept = {"record": codec.dumps(after).hex(), "questions": codec.dumps(asked).hex()}
        row = EditionRow(edition.id, key, edition.generated, kept)
        tools.store.save_edition(row)
        point(folder, out)
        step.advance()
    return folder
