"""Rooms as stages: built in a worker by a picklable factory, called with batches that the plan cut."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from pipeline.records import Article, Dropped, Failure, Fetched, Reading, Source
from pipeline.run.guard import Factory, failure

if TYPE_CHECKING:
    from pipeline.encode import Encoder, EncodeSettings, PairScorer, PointEncoder
    from pipeline.extract import Extraction, Extractor, ExtractSettings
    from pipeline.nlp import NlpSettings, Reader


class Extract:
    """Bodies to articles."""

    room = "extract"

    def __init__(self, settings: ExtractSettings) -> None:
        from pipeline.extract import Extractor

        self._extractor: Extractor = Extractor(settings)

    def __call__(self, batch: Sequence[tuple[Fetched, Source]]) -> list[Extraction | Dropped | Failure]:
        """Return the extraction of each body; a bad body is a failure, and no reason to run the batch again."""
        return [self._one(fetched, source) for fetched, source in batch]

    def _one(self, fetched: Fetched, source: Source) -> Extraction | Dropped | Failure:
        from pipeline.errors import ItemError

        try:
            return self._extractor.articles(fetched, source)
        except ItemError as error:
            # A folder holds what it holds: data beside the documents is left out, not a document that failed.
            if source.kind == "files" and error.kind == "not_a_feed":
                return Dropped("not_a_document", fetched.url)
            return failure(self.room, fetched.url, error)

    def name(self, item: tuple[Fetched, Source]) -> str:
        """Return the address."""
        return item[0].url


class Read:
    """Articles to readings."""

    room = "nlp"

    def __init__(self, settings: NlpSettings, models: EncodeSettings) -> None:
        from pipeline.encode import Tagger
        from pipeline.nlp import Reader

        self._reader: Reader = Reader(settings, Tagger(models))

    def __call__(self, batch: Sequence[Article]) -> list[Reading]:
        """Return the reading of each article."""
        return [self._reader.read(article) for article in batch]

    def close(self) -> None:
        """Let go of the parsers, which the room keeps from one reader to the next."""
        from pipeline.nlp import let_go

        let_go()

    def name(self, item: Article) -> str:
        """Return the address."""
        return item.url


class Embed:
    """Texts to the bytes of their vectors (float32, little-endian)."""

    room = "encode"

    def __init__(self, settings: EncodeSettings) -> None:
        from pipeline.encode import Encoder

        self._encoder: Encoder | PointEncoder = Encoder(settings)

    def __call__(self, batch: Sequence[str]) -> list[bytes]:
        """Return the vector of each text."""
        return [vector.astype("<f4").tobytes() for vector in self._encoder.encode(list(batch))]

    def name(self, item: str) -> str:
        """Return the start of the text."""
        return item[:80]


class Points(Embed):
    """Arguments to the bytes of their vectors by the point encoder."""

    def __init__(self, settings: EncodeSettings) -> None:
        from pipeline.encode import PointEncoder

        self._encoder = PointEncoder(settings)


class Judge:
    """Pairs of question and statement to the bytes of their scores (float32, little-endian)."""

    room = "encode"

    def __init__(self, settings: EncodeSettings) -> None:
        from pipeline.encode import PairScorer

        self._scorer: PairScorer = PairScorer(settings)

    def __call__(self, batch: Sequence[tuple[str, str]]) -> list[bytes]:
        """Return the scores of each pair."""
        return [scores.astype("<f4").tobytes() for scores in self._scorer.score(list(batch))]

    def name(self, item: tuple[str, str]) -> str:
        """Return the start of the statement."""
        return item[1][:80]


def extract(settings: ExtractSettings) -> Factory[tuple[Fetched, Source], Extraction | Dropped | Failure]:
    """Return the factory of :class:`Extract`."""
    return partial(Extract, settings)


def read(settings: NlpSettings, models: EncodeSettings) -> Factory[Article, Reading]:
    """Return the factory of :class:`Read`."""
    return partial(Read, settings, models)


def embed(settings: EncodeSettings) -> Factory[str, bytes]:
    """Return the factory of :class:`Embed`."""
    return partial(Embed, settings)


def points(settings: EncodeSettings) -> Factory[str, bytes]:
    """Return the factory of :class:`Points`."""
    return partial(Points, settings)


def judge(settings: EncodeSettings) -> Factory[tuple[str, str], bytes]:
    """Return the factory of :class:`Judge`."""
    return partial(Judge, settings)
