"""The point encoder: texts in, unit vectors out that lie near where two texts make the same point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.encode.form import sentence_form
from pipeline.encode.lock import check_files, read_lock
from pipeline.encode.names import ENCODER, POINTS, TOKENIZER, WEIGHTS
from pipeline.encode.settings import EncodeSettings

if TYPE_CHECKING:
    import numpy as np

    from pipeline.encode.graph import Graph

PREFIX = "query: "


class PointEncoder:
    """Encodes arguments and key points, whatever encoder is configured; the model is loaded at the first text.

    The encoder's vectors lie near where texts speak of the same things; these, where they say the same of them, in
    other words or in another language. A copy sent to another process loads its own model there.
    """

    def __init__(self, settings: EncodeSettings | None = None) -> None:
        self.settings = settings or EncodeSettings()
        self._model: Graph | None = None

    def __getstate__(self) -> dict[str, object]:
        return {"settings": self.settings, "_model": None}

    @property
    def revision(self) -> str:
        """Short hash that changes whenever the vectors could. Loads no model."""
        points, encoder = read_lock(self.settings.models, POINTS), read_lock(self.settings.models, ENCODER)
        return f"{points.revision}-{encoder.files[TOKENIZER][:5]}"

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one row of length 1 per text: float32 (n, width). A text's row depends on that text alone.

        Raises:
            ModelError: the model cannot be loaded.
        """
        model = self._model = self._model or self._load()
        return model.vectors(model.tokens([sentence_form(text) for text in texts], PREFIX))

    def _load(self) -> Graph:
        from pipeline.encode.graph import Graph

        points, encoder = read_lock(self.settings.models, POINTS), read_lock(self.settings.models, ENCODER)
        check_files(points)
        check_files(encoder, only=TOKENIZER)
        return Graph(points.folder / WEIGHTS, encoder.folder / TOKENIZER, self.settings.threads)
