"""Main text, language and sentence boundaries."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.config import Config

Row = dict[str, Any]


def extract(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the main text of the page in ``html_file`` (gzip or not, relative to the lines' folder)."""
    from pipeline.extract import Extractor

    with Extractor(config.settings.extract) as extractor:
        for row in rows:
            data = (folder / row["html_file"]).read_bytes()
            html = gzip.decompress(data) if row["html_file"].endswith(".gz") else data
            yield {"id": row["id"], "text": extractor.main_text(html, row.get("url", ""))}


def lid(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the language of each text."""
    from pipeline.nlp.language import detect

    for row in rows:
        yield {"id": row["id"], "lang": detect(row["text"]).code}


def sentence(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the sentences of each text."""
    from pipeline.nlp.sentences import split

    for row in rows:
        yield {"id": row["id"], "spans": [[span.start, span.end] for span in split(row["text"], row["lang"])]}
