"""Read a shipped judge back into the network, so that training can go on from it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.stance.model import JudgeNet


def resume(net: JudgeNet, path: Path) -> None:
    """Put the layers and the head of a graph written by ``export`` into the network (7-bit weights become float)."""
    tensors = {t.name: numpy_helper.to_array(t) for t in onnx.load(str(path)).graph.initializer if t.name != "words"}

    def put(target: torch.nn.Parameter, array: np.ndarray) -> None:
        target.data.copy_(torch.from_numpy(np.array(array, np.float32)))

    def linear(name: str) -> tuple[np.ndarray, np.ndarray]:
        return (tensors[name + ".w"].astype(np.float32) * tensors[name + ".s"]).T, tensors[name + ".b"]

    for at, block in enumerate(net.bert.encoder.layer):
        attention = block.attention
        matrix, bias = linear(f"l{at}.qkv")
        parts = (attention.self.query, attention.self.key, attention.self.value)
        for part, rows, offsets in zip(parts, np.split(matrix, 3), np.split(bias, 3), strict=True):
            put(part.weight, rows)
            put(part.bias, offsets)
        for name, part in (
            ("out", attention.output.dense),
            ("inner", block.intermediate.dense),
            ("outer", block.output.dense),
        ):
            matrix, bias = linear(f"l{at}.{name}")
            put(part.weight, matrix)
            put(part.bias, bias)
        for name, norm in (("norm1", attention.output.LayerNorm), ("norm2", block.output.LayerNorm)):
            put(norm.weight, tensors[f"l{at}.{name}.g"])
            put(norm.bias, tensors[f"l{at}.{name}.o"])
    put(net.head.weight, tensors["head.w"].T)
    put(net.head.bias, tensors["head.b"])
