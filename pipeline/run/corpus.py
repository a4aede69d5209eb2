"""Bodies to articles to readings to vectors: what is not in the store yet is computed and kept as it comes."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from pipeline.config import Config
from pipeline.errors import ModelError, StoreError
from pipeline.records import Article, Done, Dropped, Failure, Fetched, Outcome, Reading, Source
from pipeline.run import plan, stages
from pipeline.run.executors import Executor
from pipeline.run.fingerprint import code_changed, room_version
from pipeline.run.guard import Factory, failure
from pipeline.run.progress import Progress
from pipeline.store import BodyRow, Store, codec

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

T = TypeVar("T")

FAILED = b"F"
READ = b"R"
"""First byte of a stored reading: a text that cannot be read is not tried again until something changes."""

_FULL = 20_000
"""Bytes of articles that make a batch: about a second of reading."""

OURS = frozenset({"crashed", "memory", "timeout", "unexpected", "worker_died"})
"""Kinds of failure that say more of the program or the machine than of the item."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What every step needs."""

    config: Config
    store: Store
    executor: Executor
    progress: Progress


def extract_plan(tools: Tools, sources: Sequence[Source]) -> list[plan.Decision[BodyRow]]:
    """Decide which bodies must be turned into articles."""
    by_id = {source.id: source for source in sources}
    version, settings = room_version("extract"), tools.config.settings.extract

    def key(row: BodyRow) -> str:
        return plan.extract_key(version, settings, by_id[row.source_id], row.sha256)

    rows = tools.store.bodies.rows(by_id)
    return plan.decide(rows, key, {row.extract_key for row in rows if row.extract_key} & {key(row) for row in rows})


def extract(tools: Tools, sources: Sequence[Source]) -> None:
    """Turn new bodies into articles, oldest first, so that the newest version of an address wins."""
    by_id = {source.id: source for source in sources}
    due = [decision for decision in extract_plan(tools, sources) if decision.run]
    batches = list(plan.batches(due, 8))
    there: deque[list[plan.Decision[BodyRow]]] = deque()
    with tools.progress.step("extract", len(due)) as step:
        bodies = _bodies(tools.store, batches, by_id, there)
        for outcomes in tools.executor.map(stages.extract(tools.config.settings.extract), bodies):
            batch = there.popleft()
            for decision, outcome in zip(batch, outcomes, strict=True):
                _save_extraction(tools.store, decision, outcome)
            step.advance(len(batch))


def _bodies(
    store: Store,
    batches: Sequence[Sequence[plan.Decision[BodyRow]]],
    by_id: Mapping[str, Source],
    there: deque[list[plan.Decision[BodyRow]]],
) -> Iterator[list[tuple[Fetched, Source]]]:
    """Yield the bodies of each batch, and put those decisions into ``there``; a body that is lost costs itself."""
    for batch in batches:
        loaded: list[tuple[Fetched, Source]] = []
        there.append([])
        for decision in batch:
            try:
                loaded.append((store.bodies.load(decision.item), by_id[decision.item.source_id]))
            except StoreError as error:
                store.bodies.forget(decision.item)
                store.articles.save_extraction(decision.item, None, None, [failure("store", error.item, error)])
                continue
            there[-1].append(decision)
        yield loaded


def _save_extraction(store: Store, decision: plan.Decision[BodyRow], outcome: object) -> None:
    from pipeline.extract import Extraction

    articles: Sequence[Article] | None = ()
    left_out: list[Dropped | Failure] = []
    if isinstance(outcome, Done) and isinstance(outcome.value, Extraction):
        articles = outcome.value.articles
        left_out = [*outcome.value.dropped, *outcome.value.failures]
    elif isinstance(outcome, Dropped | Failure):
        left_out = [outcome]
        # What was read from the same bytes before is better than nothing.
        if isinstance(outcome, Failure) and outcome.kind in OURS and store.articles.has_any(decision.item):
            articles = None
    retry = any(isinstance(item, Failure) and _passing(item) for item in left_out)
    store.articles.save_extraction(decision.item, None if retry else decision.key, articles, left_out)


def _passing(failure: Failure) -> bool:
    """Tell whether another run may do better."""
    return failure.retryable or (failure.kind in OURS and code_changed())


def read_plan(tools: Tools, article_ids: Iterable[str]) -> list[plan.Decision[str]]:
    """Decide which articles must be read."""
    from pipeline.encode import Tagger

    # The learned reader belongs to the encode room, but what it says is part of a reading.
    version = f"{room_version('nlp')} {room_version('encode')} {Tagger(tools.config.settings.encode).revision}"
    settings = tools.config.settings.nlp
    digests = tools.store.articles.digests(article_ids)
    keys = {id_: plan.read_key(version, settings, id_, digest) for id_, digest in digests.items()}
    return plan.decide(sorted(keys), keys.__getitem__, tools.store.known(keys.values()))


def read(tools: Tools, decisions: Sequence[plan.Decision[str]]) -> dict[str, Failure]:
    """Read new articles and keep the readings, batch by batch.

    Returns:
        What failed this time and is to be tried again, by key.
    """
    due = [decision for decision in decisions if decision.run]
    sizes = tools.store.articles.sizes(decision.item for decision in due)
    batches = plan.portions(due, lambda decision: sizes[decision.item], most=4, full=_FULL)
    passing: dict[str, Failure] = {}
    with tools.progress.step("read", len(due)) as step:
        loaded = (tools.store.articles.load(d.item for d in batch) for batch in batches)
        results = tools.executor.map(stages.read(tools.config.settings.nlp, tools.config.settings.encode), loaded)
        for batch, outcomes in zip(batches, results, strict=True):
            found = {decision.key: outcome for decision, outcome in zip(batch, outcomes, strict=True)}
            again = {key: item for key, item in found.items() if isinstance(item, Failure) and _passing(item)}
            tools.store.save_artefacts("nlp", [(key, _stored(found[key])) for key in found if key not in again])
            passing |= again
            step.advance(len(batch))
    return passing


def _stored(outcome: Outcome[Reading]) -> bytes:
    if isinstance(outcome, Done):
        return READ + codec.dumps(outcome.value)
    if isinstance(outcome, Dropped):
        outcome = Failure("nlp", outcome.item, "dropped", outcome.reason)
    return FAILED + codec.dumps(outcome)


def load(tools: Tools, decisions: Sequence[plan.Decision[str]]) -> tuple[list[Article], list[Reading], list[Failure]]:
    """Return the articles that have been read with their readings, oldest first, and what could not be read."""
    values = tools.store.artefacts(decision.key for decision in decisions)
    decisions = [decision for decision in decisions if decision.key in values]
    articles, failures = {}, []
    readings: dict[str, Reading] = {}
    for article, decision in zip(tools.store.articles.load(d.item for d in decisions), decisions, strict=True):
        value = values[decision.key]
        if value[:1] == FAILED:
            failures.append(codec.loads(Failure, value[1:]))
            continue
        articles[article.id] = article
        readings[article.id] = codec.loads(Reading, value[1:])
    ordered = sorted(articles.values(), key=_age)
    return ordered, [readings[article.id] for article in ordered], failures


def _age(article: Article) -> tuple[datetime, str]:
    return (article.published or article.fetched, article.id)


def vectors(tools: Tools, revision: str, texts: Sequence[str]) -> dict[str, npt.NDArray[np.float32]]:
    """Return the vector of each text, from the store or from the encoder.

    Raises:
        ModelError: the encoder cannot embed a text, without which the rest cannot be compared.
    """
    from pipeline.encode import sentence_form

    forms = {text: sentence_form(text) for text in texts}
    found = _embedded(tools, revision, set(forms.values()), "embed", stages.embed(tools.config.settings.encode))
    return {text: found[form] for text, form in forms.items()}


def points(tools: Tools, revision: str, texts: Sequence[str]) -> dict[str, npt.NDArray[np.float32]]:
    """Return the point encoder's vector of each text, from the store or from the model.

    Raises:
        ModelError: the model cannot embed a text.
    """
    return _embedded(tools, revision, texts, "points", stages.points(tools.config.settings.encode))


def _embedded(
    tools: Tools, revision: str, texts: Collection[str], name: str, stage: Factory[str, bytes]
) -> dict[str, npt.NDArray[np.float32]]:
    missing = _missing(tools.store, revision, sorted(texts))
    with tools.progress.step(name, len(missing)) as step:
        results = tools.executor.map(stage, plan.batches(missing, 64))
        for batch, outcomes in zip(plan.batches(missing, 64), results, strict=True):
            tools.store.save_numbers(revision, zip(batch, _values(outcomes), strict=True))
            step.advance(len(batch))
    return _arrays(tools.store.numbers(revision, texts))


def scores(
    tools: Tools, revision: str, pairs: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], npt.NDArray[np.float32]]:
    """Return the judge's scores of each (question, statement) pair, from the store or from the model."""
    names = {pair: "\x1f".join(pair) for pair in pairs}
    absent = set(_missing(tools.store, revision, list(names.values())))
    missing = [pair for pair in pairs if names[pair] in absent]
    with tools.progress.step("judge", len(missing)) as step:
        results = tools.executor.map(stages.judge(tools.config.settings.encode), plan.batches(missing, 32))
        for batch, outcomes in zip(plan.batches(missing, 32), results, strict=True):
            rows = zip((names[pair] for pair in batch), _values(outcomes), strict=True)
            tools.store.save_numbers(revision, rows)
            step.advance(len(batch))
    found = _arrays(tools.store.numbers(revision, names.values()))
    return {pair: found[name] for pair, name in names.items()}


def _missing(store: Store, revision: str, texts: Sequence[str]) -> list[str]:
    known = store.numbers(revision, texts)
    # Texts of like length in one batch, the longest first, keep the work of the workers even; the order decides nothing
    # else.
    return sorted({text for text in texts if text not in known}, key=lambda text: (-len(text), text))


def _values(outcomes: Sequence[Outcome[T]]) -> list[T]:
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            raise ModelError(f"{outcome.room}: {outcome.message} ({outcome.item!r})", item=outcome.item)
    return [outcome.value for outcome in outcomes if isinstance(outcome, Done)]


def _arrays(values: dict[str, bytes]) -> dict[str, npt.NDArray[np.float32]]:
    import numpy as np

    return {text: np.frombuffer(value, dtype="<f4") for text, value in values.items()}
