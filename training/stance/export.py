"""Turn the trained network into an ONNX graph of the same form as the encoder's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import onnx
import torch

from training.encoder.network import Layer, Weights, build
from training.encoder.packed import Dense
from training.stance.model import JudgeNet


def export(net: JudgeNet, weights: Weights) -> onnx.ModelProto:
    """Return the graph of a judge that started from ``weights``; the word table is theirs, unchanged."""
    layers = tuple(layer_of(block) for block in net.bert.encoder.layer)
    return build(replace(weights, layers=layers), head=(array(net.head.weight), array(net.head.bias)))


def layer_of(block: torch.nn.Module) -> Layer:
    """Return a layer of the network as the graph takes it."""
    attention = block.attention
    parts = [attention.self.query, attention.self.key, attention.self.value]
    return Layer(
        qkv=Dense(np.concatenate([array(part.weight) for part in parts])),
        qkv_bias=np.concatenate([array(part.bias) for part in parts]),
        out=Dense(array(attention.output.dense.weight)),
        out_bias=array(attention.output.dense.bias),
        norm1=_norm(attention.output.LayerNorm),
        inner=Dense(array(block.intermediate.dense.weight)),
        inner_bias=array(block.intermediate.dense.bias),
        outer=Dense(array(block.output.dense.weight)),
        outer_bias=array(block.output.dense.bias),
        norm2=_norm(block.output.LayerNorm),
    )


def array(tensor: torch.Tensor) -> np.ndarray:
    """Return a tensor as float32 numbers."""
    return tensor.detach().float().numpy()


def _norm(norm: torch.nn.LayerNorm) -> tuple[np.ndarray, np.ndarray]:
    return array(norm.weight), array(norm.bias)
