"""A Qwen2 network small enough to train in a test, written as the published ones are."""

from __future__ import annotations

import numpy as np
import pytest

HIDDEN, INNER, HEADS, SHARED, LAYERS, EXTRA = 32, 64, 4, 2, 3, 6
MERGES = ("t h", "th e", "a n", "i n", "Ġ the", "an d")
TOKENS = 256 + EXTRA


@pytest.fixture
def write_network():
    """Return a function that writes a random network to a path, of some architecture and without some names."""
    gguf = pytest.importorskip("gguf")
    tokenizers = pytest.importorskip("tokenizers")

    def write(path, architecture="qwen2", without=()):
        writer = gguf.GGUFWriter(str(path), architecture)
        writer.add_block_count(LAYERS)
        writer.add_embedding_length(HIDDEN)
        writer.add_feed_forward_length(INNER)
        writer.add_head_count(HEADS)
        writer.add_head_count_kv(SHARED)
        writer.add_rope_freq_base(10000.0)
        writer.add_layer_norm_rms_eps(1e-6)
        joined = ["".join(merge.split()) for merge in MERGES]
        writer.add_token_list([*sorted(tokenizers.pre_tokenizers.ByteLevel.alphabet()), *joined])
        if "merges" not in without:
            writer.add_token_merges(list(MERGES))
        for name, array in arrays().items():
            if name not in without:
                _add(gguf, writer, name, array)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        return path

    return write


def _add(gguf, writer, name, array):
    """Add a vector as it is and a matrix in blocks of 8 bits."""
    if array.ndim == 1:
        writer.add_tensor(name, array)
    else:
        kind = gguf.GGMLQuantizationType.Q8_0
        writer.add_tensor(name, gguf.quants.quantize(array, kind), raw_dtype=kind)


def arrays():
    """Return the tensors by their names in the file."""
    chance, key = np.random.default_rng(2), HIDDEN // HEADS * SHARED
    shapes = {"token_embd.weight": (TOKENS, HIDDEN)}
    for at in range(LAYERS):
        parts = {"attn_norm.weight": (HIDDEN,), "ffn_norm.weight": (HIDDEN,)}
        for name, size in (("q", HIDDEN), ("k", key), ("v", key)):
            parts |= {f"attn_{name}.weight": (size, HIDDEN), f"attn_{name}.bias": (size,)}
        parts |= {"attn_output.weight": (HIDDEN, HIDDEN), "ffn_down.weight": (HIDDEN, INNER)}
        parts |= {"ffn_gate.weight": (INNER, HIDDEN), "ffn_up.weight": (INNER, HIDDEN)}
        shapes |= {f"blk.{at}.{name}": shape for name, shape in parts.items()}
    return {name: chance.normal(0, 0.2, shape).astype(np.float32) for name, shape in shapes.items()}


@pytest.fixture
def network(write_network, tmp_path):
    """Return the path of a random network, and its tensors before they were packed."""
    return write_network(tmp_path / "tiny.gguf"), arrays()
