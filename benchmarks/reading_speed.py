"""How fast articles are read: language, sentences, all labels, and the vector of each sentence, on two processes.

Usage::

    PYTHONPATH=. .venv/bin/python benchmarks/reading_speed.py [--articles 240] [--language en]

The articles are put together from our own reading corpus, ten passages each. Models are loaded before the clock
starts, once in each worker. Memory is the largest sum of proportional set sizes of all processes (Linux PSS).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from speed import measured

PASSAGES = 10
"""Passages of the corpus in an article: one to nine sentences each."""


def articles(most: int, language: str | None) -> list[object]:
    """Return articles of the corpus's sentences, language by language."""
    from training.reading.markup import load_all

    texts: dict[str, list[str]] = {}
    for passage in load_all():
        if language in (None, passage.language):
            texts.setdefault(passage.language, []).append(passage.text)
    found = []
    for code, pieces in sorted(texts.items()):
        for start in range(0, len(pieces), PASSAGES):
            text = "\n\n".join(pieces[start : start + PASSAGES])
            found.append(_article(f"{code}{start}", text))
    step = max(1, len(found) // most)
    return found[::step][:most]


def _article(name: str, text: str) -> object:
    from pipeline.records import Article

    at, url = datetime(2026, 1, 1, tzinfo=UTC), f"file:///{name}"
    return Article(f"a1_{name}", "corpus", url, name, None, "", at, at, "file", text, (), (), (), (), "0" * 64)


def read(most: int, language: str | None) -> dict[str, float]:
    """Read the articles; return what was read and how long it took."""
    from tokenizers import Tokenizer

    from pipeline.encode import EncodeSettings, sentence_form
    from pipeline.nlp import NlpSettings
    from pipeline.run import stages
    from pipeline.run.executors import executor

    chosen, settings = articles(most, language), EncodeSettings()
    with closing(executor("processes", 2)) as workers:
        reading, embedding = stages.read(NlpSettings(), settings), stages.embed(settings)
        warm, reads = _timed(workers, reading, [[a] for a in chosen[:12]], [[a] for a in chosen[12:]])
        texts = [a.text[p.start : p.end] for a, o in zip(chosen[12:], reads, strict=True) for p in o.value.passages]
        forms = sorted({sentence_form(text) for text in texts}, key=len, reverse=True)
        batches = [forms[start : start + 64] for start in range(0, len(forms), 64)]
        again, _ = _timed(workers, embedding, [["Warm."], ["Up."]], batches)
    tokenizer = Tokenizer.from_file(str(settings.models / "e5-small-12" / "tokenizer.json"))
    tokens = sum(len(tokenizer.encode(text).ids) - 2 for text in texts)
    return {
        "sentences": len(texts),
        "tokens_per_sentence": round(tokens / len(texts), 1),
        "labels_per_second": round(len(texts) / warm),
        "vectors_per_second": round(len(forms) / again),
        "sentences_per_second": round(len(texts) / (warm + again)),
    }


def _timed(workers: object, factory: object, warm: Sequence[object], batches: Sequence[object]) -> tuple[float, list]:
    """Map over both in one go, so that the stages are those of the warm-up; time what comes after it."""
    found, started = [], 0.0
    for number, outcomes in enumerate(workers.map(factory, [*warm, *batches])):
        if number == len(warm) - 1:
            started = time.perf_counter()
        if number >= len(warm):
            found += outcomes
    return time.perf_counter() - started, found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=240)
    parser.add_argument("--language")
    arguments = parser.parse_args()
    print(json.dumps(measured(read, arguments.articles, arguments.language), indent=1))


if __name__ == "__main__":
    main()
