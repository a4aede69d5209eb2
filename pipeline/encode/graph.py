"""The graph of a shipped encoder: token numbers in, vectors out, one text at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.encode.session import open_session, open_tokenizer

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class Graph:
    """Runs a graph of ``models/``, which pools and normalises too, with the tokenizer that it shares or has.

    No sum runs over more than one text, so that a text's neighbours change no digit of its vector.
    """

    def __init__(self, weights: Path, tokenizer: Path, threads: int) -> None:
        self._session = open_session(weights, threads)
        self.tokenizer = open_tokenizer(tokenizer)

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self._session.get_outputs()[0].shape[1])

    def tokens(self, texts: Sequence[str], prompt: str = "") -> list[list[int]]:
        """Return the token numbers of each text, cut at what the encoder was trained on."""
        return [self.tokenizer.encode(prompt + text).ids for text in texts]

    def vectors(self, rows: Sequence[Sequence[int]]) -> npt.NDArray[np.float32]:
        """Return one row of length 1 per list of token numbers: float32 (n, width)."""
        import numpy as np

        if not rows:
            return np.zeros((0, self.width), np.float32)
        runs = [self._session.run(None, {"input_ids": np.array([row], np.int64)})[0] for row in rows]
        return np.concatenate(runs)
