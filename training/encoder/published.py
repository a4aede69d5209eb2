"""Gather the published weights into the shape that :mod:`training.encoder.network` writes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.encoder.network import Layer, Weights
from training.encoder.packed import Blocks, Packed


def read_weights(packed: Packed, kept: Sequence[int]) -> Weights:
    """Return the encoder with the word rows in ``kept``, in that order."""
    header = packed.header
    words = packed.matrix("emb.word", header.words, header.hidden)
    rows = np.asarray(kept)
    positions = packed.table("emb.pos", header.positions, header.hidden)
    types = packed.table("emb.type", header.types, header.hidden)
    return Weights(
        header=header,
        words=Blocks(words.nibbles[rows], words.scales[rows]),
        positions=positions + types[0],
        norm=(packed.vector("emb.ln.w"), packed.vector("emb.ln.b")),
        layers=tuple(_read_layer(packed, f"l{at}.") for at in range(header.layers)),
    )


def _read_layer(packed: Packed, name: str) -> Layer:
    hidden, inner = packed.header.hidden, packed.header.inner
    parts = [packed.matrix(f"{name}{part}.w", hidden, hidden) for part in "qkv"]
    qkv = Blocks(np.concatenate([p.nibbles for p in parts]), np.concatenate([p.scales for p in parts]))
    return Layer(
        qkv=qkv,
        qkv_bias=np.concatenate([packed.vector(f"{name}{part}.b") for part in "qkv"]),
        out=packed.matrix(f"{name}ao.w", hidden, hidden),
        out_bias=packed.vector(f"{name}ao.b"),
        norm1=(packed.vector(f"{name}aln.w"), packed.vector(f"{name}aln.b")),
        inner=packed.matrix(f"{name}fi.w", inner, hidden),
        inner_bias=packed.vector(f"{name}fi.b"),
        outer=packed.matrix(f"{name}fo.w", hidden, inner),
        outer_bias=packed.vector(f"{name}fo.b"),
        norm2=(packed.vector(f"{name}oln.w"), packed.vector(f"{name}oln.b")),
    )
