"""What the scorers of labelled claims of real articles share: the articles read as one corpus, and names of claims.

Articles are third-party text, so a claim is named by its document and a hash of its words.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.records import Article, Claim, Edition, Source
from pipeline.run.clock import now
from pipeline.run.options import find_config
from pipeline.run.pipeline import Options, run
from pipeline.run.progress import Quiet

Key = tuple[str, str]
"""Document and hash."""


def read(folders: Sequence[Path], *, questions: int) -> Edition:
    """Read the documents of folders as ``stancewire ingest`` does, asked the first ``questions`` configured ones."""
    paths = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())]
    texts = [path for path in paths if not path.name.endswith(".meta.json") and path.name != "README.md"]
    sources = tuple(Source(f"doc{n}", "files", str(path.resolve()), "") for n, path in enumerate(texts))
    config = find_config(None)
    bare = replace(config, sources=(), questions=config.questions[:questions])
    with tempfile.TemporaryDirectory() as out:
        edition = run(Options(bare, Path(out), Path(out), "processes", 2, None, sources), Quiet(), now).edition
    if edition is None:
        raise SystemExit(f"{', '.join(map(str, folders))}: no articles could be read")
    return edition


def named(edition: Edition) -> Iterator[tuple[Key, Claim, Article]]:
    """Yield each claim with its name and its article."""
    for article, reading in zip(edition.articles, edition.readings, strict=True):
        name = article.url.partition("#")[0].rpartition("/")[2]
        for claim in reading.claims:
            words = " ".join(claim.text.split()).encode()
            yield (name, hashlib.sha256(words).hexdigest()[:16]), claim, article
