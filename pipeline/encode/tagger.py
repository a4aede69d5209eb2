"""The learned reader: windows of text in, labelled spans and links out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.encode.decode import decode
from pipeline.encode.lock import check_files, read_lock
from pipeline.encode.names import ENCODER, LINKING, READER, TAGS, TOKENIZER, VERIFIABLE, WEIGHTS
from pipeline.encode.settings import EncodeSettings
from pipeline.errors import ModelError
from pipeline.records import Tagged, Window

if TYPE_CHECKING:
    from pipeline.encode.session import InferenceSession, Tokenizer

PREFIX = "query: "
TOKENS = 512


class Tagger:
    """Tags windows with the shipped reader model, which is loaded at the first window.

    One window a run, so that neighbours change no digit. A copy sent to another process loads its own model there.
    """

    def __init__(self, settings: EncodeSettings | None = None) -> None:
        self.settings = settings or EncodeSettings()
        self._model: tuple[InferenceSession, Tokenizer, tuple[tuple[float, float], ...]] | None = None

    def __getstate__(self) -> dict[str, object]:
        return {"settings": self.settings, "_model": None}

    @property
    def revision(self) -> str:
        """Short hash that changes whenever the tags could. Loads no model."""
        reader, encoder = read_lock(self.settings.models, READER), read_lock(self.settings.models, ENCODER)
        return f"{reader.revision}-{encoder.files[TOKENIZER][:6]}"

    def __call__(self, windows: Sequence[Window]) -> list[Tagged]:
        """Return what is marked in each window; words beyond 512 tokens are not marked.

        Raises:
            ModelError: the model cannot be loaded.
        """
        import numpy as np

        session, tokenizer, near = self._model = self._model or self._load()
        found = []
        for window in windows:
            encoding = tokenizer.encode(PREFIX + window.text)
            table, evidence = session.run([TAGS, VERIFIABLE], {"input_ids": np.array([encoding.ids], np.int64)})
            offsets = [(start - len(PREFIX), end - len(PREFIX)) for start, end in encoding.offsets]
            found.append(decode(window, table[0], offsets, near, evidence[0]))
        return found

    def _load(self) -> tuple[InferenceSession, Tokenizer, tuple[tuple[float, float], ...]]:
        from pipeline.encode.session import open_session, open_tokenizer

        reader, encoder = read_lock(self.settings.models, READER), read_lock(self.settings.models, ENCODER)
        check_files(reader)
        check_files(encoder, only=TOKENIZER)
        path = reader.folder / LINKING
        try:
            near = tuple((float(a), float(b)) for a, b in json.loads(path.read_text(encoding="utf-8"))["near"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            message = f"{path}: holds no weights of distance; rebuild it as models/README.md says"
            raise ModelError(message, item=str(path), kind="model-corrupt") from error
        tokenizer = open_tokenizer(encoder.folder / TOKENIZER)
        return open_session(reader.folder / WEIGHTS, self.settings.threads), tokenizer, near
