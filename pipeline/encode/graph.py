"""The shipped encoder's graph: token numbers in, vectors out, one text at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.encode.names import TOKENIZER, WEIGHTS
from pipeline.encode.session import open_session, open_tokenizer

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class Graph:
    """Runs the graph of a folder in ``models/``, which pools and normalises too.

    No sum runs over more than one text, so that a text's neighbours change no digit of its vector.
    """

    def __init__(self, folder: Path, threads: int) -> None:
        self._session = open_session(folder / WEIGHTS, threads)
        self.tokenizer = open_tokenizer(folder / TOKENIZER)

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
