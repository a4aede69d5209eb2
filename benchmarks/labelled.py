"""What the scorers of own labelled sets share: articles made of bare texts, read and embedded as in the main job."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipeline.cluster import Corpus, texts_needed
from pipeline.encode import Encoder, EncodeSettings, Tagger, centre, sentence_form
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Article, Link, Reading

DATA = Path(__file__).parent.parent / "tests" / "cluster" / "data"
FETCHED = datetime(2030, 1, 1, tzinfo=UTC)


def rows(name: str) -> list[dict]:
    """Return the lines of a set."""
    return [json.loads(line) for line in (DATA / name).open(encoding="utf-8")]


def article(name: str, row: Mapping[str, str]) -> Article:
    """Make an article of ``{language, outlet, byline, published, title, text}``; its title is part of its text.

    ``links``, if there are any, are names of other articles of the set: its first words link to them.
    """
    published = datetime.fromisoformat(row["published"]).replace(hour=8, minute=30, tzinfo=UTC)
    raw = hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()
    url = f"https://{name}.example/"
    links = tuple(Link(0, row["text"].find(" "), f"https://{other}.example/") for other in row.get("links", ()))
    return Article(
        f"a1_{raw[:16]}", name, url, row["title"], row["byline"] or None, row["outlet"], published, FETCHED,
        "article", row["text"], (), (), (), links, raw, row["language"],
    )  # fmt: skip


class Desk:
    """Reads and embeds articles, each text once."""

    def __init__(self) -> None:
        self._reader = Reader(NlpSettings(), Tagger(EncodeSettings()))
        self._encoder = Encoder()
        self._readings: dict[str, Reading] = {}
        self._vectors: dict[str, object] = {}

    def prepare(self, articles: Iterable[Article]) -> None:
        """Read and embed articles, so that :meth:`corpus` is a matter of looking up."""
        fresh = [a for a in articles if a.id not in self._readings]
        self._readings |= {a.id: self._reader.read(a) for a in fresh}
        needed = texts_needed(tuple(fresh), tuple(self._readings[a.id] for a in fresh), ())
        texts = [text for text, _ in needed if text not in self._vectors]
        languages = [language for text, language in needed if text not in self._vectors]
        if texts:
            vectors = self._encoder.encode([sentence_form(text) for text in texts])
            self._vectors |= dict(zip(texts, centre(vectors, languages), strict=True))

    def reading(self, found: Article) -> Reading:
        """Return the reading of a prepared article."""
        return self._readings[found.id]

    def corpus(self, articles: Sequence[Article]) -> Corpus:
        """Return a corpus of prepared articles."""
        return Corpus(tuple(articles), tuple(self._readings[a.id] for a in articles), self._vectors)


def macro(pairs: Sequence[tuple[str, str]]) -> tuple[float, dict[str, tuple[float, float, float, int]]]:
    """Return macro-F1 of (true, predicted) labels, and precision, recall, F1 and count of each true label."""
    found = {}
    for label in sorted({true for true, _ in pairs}):
        right = sum(true == got == label for true, got in pairs)
        wanted, given = sum(true == label for true, _ in pairs), sum(got == label for _, got in pairs)
        found[label] = (right / given if given else 0.0, right / wanted, 2 * right / (wanted + given), wanted)
    return sum(f1 for _, _, f1, _ in found.values()) / len(found), found


def show(title: str, pairs: Sequence[tuple[str, str]]) -> None:
    """Print one line of macro-F1 and one a label."""
    whole, each = macro(pairs)
    print(f"{title}: macro-F1 {whole:.3f} on {len(pairs)}")
    for label, (precision, recall, f1, count) in each.items():
        print(f"  {label:<22} p {precision:.2f}  r {recall:.2f}  F1 {f1:.2f}  n {count}")
