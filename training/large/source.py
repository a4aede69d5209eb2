"""Read the published weights of a Qwen2 network from a GGUF file, as float32.

GGUF is the file form of llama.cpp: named fields, then named tensors, most of them in blocks of 4 to 6 bits with a scale
each. The ``gguf`` package reads it and turns blocks into numbers; it is loaded when a file is opened, not before.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
"""Of the weights that the published figures were measured with."""
ARCHITECTURE = "qwen2"
_AGAIN = "join it again with python -m training.large.join"


@dataclass(frozen=True)
class Sizes:
    """Sizes of the network: hidden width, inner width, heads, heads of keys and values, layers.

    ``base`` is that of the rotary angles, ``epsilon`` what the norms add before the root.
    """

    hidden: int
    inner: int
    heads: int
    shared: int
    layers: int
    base: float
    epsilon: float


class Source:
    """An opened file. ``sizes`` are those of the whole network, ``tokens`` and ``merges`` those of its tokenizer.

    Raises:
        SystemExit: no such file, not a GGUF file, or not a Qwen2 network; the message says what to do.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        reader = _opened(path)
        self._fields, self._tensors = reader.fields, {tensor.name: tensor for tensor in reader.tensors}
        kind = self._field("general.architecture")
        if kind != ARCHITECTURE:
            raise SystemExit(f"{path}: the architecture is {kind!r}, not {ARCHITECTURE!r}; pass a Qwen2 network")
        self.sizes = self._sizes()
        self.tokens: list[str] = self._field("tokenizer.ggml.tokens")
        self.merges: list[str] = self._field("tokenizer.ggml.merges")

    def _sizes(self) -> Sizes:
        def known(name: str) -> Any:  # noqa: ANN401 - a field is a number or a text, as the file says
            return self._field(f"{ARCHITECTURE}.{name}")

        return Sizes(
            hidden=known("embedding_length"),
            inner=known("feed_forward_length"),
            heads=known("attention.head_count"),
            shared=known("attention.head_count_kv"),
            layers=known("block_count"),
            base=known("rope.freq_base"),
            epsilon=known("attention.layer_norm_rms_epsilon"),
        )

    def _field(self, name: str) -> Any:  # noqa: ANN401 - as above
        if name not in self._fields:
            raise SystemExit(f"{self.path}: the field {name} is missing; the file is damaged, {_AGAIN}")
        return self._fields[name].contents()

    def tensor(self, name: str, rows: int | None = None) -> np.ndarray:
        """Return a tensor as float32, a matrix as (out, in); of a matrix its first ``rows`` only, if given.

        Raises:
            SystemExit: there is no such tensor.
        """
        from gguf.quants import dequantize

        if name not in self._tensors:
            raise SystemExit(f"{self.path}: the tensor {name} is missing; the file is damaged, {_AGAIN}")
        tensor = self._tensors[name]
        # Numbers that are not packed come as a view of the file, which torch must not be given to write to.
        return np.require(dequantize(tensor.data[:rows], tensor.tensor_type), np.float32, ["C", "W"])


def _opened(path: Path) -> Any:  # noqa: ANN401 - a GGUFReader, whose package is loaded here
    try:
        from gguf import GGUFReader
    except ImportError:
        raise SystemExit("the package gguf is not installed: pip install -e .[training]") from None
    if not path.is_file():
        raise SystemExit(f"{path}: no such file; join it with python -m training.large.join and pass it with --gguf")
    try:
        return GGUFReader(path)
    except (ValueError, IndexError, KeyError) as error:
        raise SystemExit(f"{path}: not a whole GGUF file ({error}); {_AGAIN}") from None


def warn_of_other_bytes(path: Path, wanted: str = SHA256) -> None:
    """Say so on stderr if the file is not the one that the published figures were measured with."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != wanted:
        print(f"warning: {path}: sha256 {digest} differs from {wanted}; figures will differ too", file=sys.stderr)
