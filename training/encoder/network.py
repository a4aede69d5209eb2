"""Write the encoder as an ONNX graph: one text in, one unit vector out; or with a head, one row of scores.

The word table keeps the published 4-bit blocks as they are (``GatherBlockQuantized``). Matrices become 8-bit with one
scale per output (``DynamicQuantizeMatMul``): keeping their 4-bit blocks too (``MatMulNBits``) would be 20 MB smaller
and nearer to the source (cosine .9998 against .997), but runs at a third of the speed. One text a run: there is no
padding and no mask, and nothing that a neighbour in a batch could change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.encoder.packed import BLOCK, Blocks, Header, Matrix

_MS = "com.microsoft"
_TOP = 63
"""Seven bits: with eight, processors without VNNI overflow their 16-bit sums (and this costs .0004 of cosine)."""


@dataclass(frozen=True)
class Layer:
    """One transformer layer: matrices as blocks (out, in), vectors as float32."""

    qkv: Matrix
    qkv_bias: np.ndarray
    out: Matrix
    out_bias: np.ndarray
    norm1: tuple[np.ndarray, np.ndarray]
    inner: Matrix
    inner_bias: np.ndarray
    outer: Matrix
    outer_bias: np.ndarray
    norm2: tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Weights:
    """The whole encoder. ``positions`` has the (only) token type added."""

    header: Header
    words: Blocks
    positions: np.ndarray
    norm: tuple[np.ndarray, np.ndarray]
    layers: tuple[Layer, ...]


@dataclass
class _Graph:
    epsilon: float
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    tensors: list[onnx.TensorProto] = field(default_factory=list)

    def keep(self, name: str, array: np.ndarray) -> str:
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def op(self, kind: str, inputs: Sequence[str], name: str, domain: str = "", **options: object) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, domain=domain, **options))
        return name

    def linear(self, name: str, source: str, matrix: Matrix, bias: np.ndarray) -> str:
        weights = matrix.dense()
        scales = np.abs(weights).max(axis=1) / _TOP
        rounded = np.clip(np.round(weights / scales[:, None]), -_TOP, _TOP).astype(np.int8)
        inputs = [source, self.keep(name + ".w", rounded.T), self.keep(name + ".s", scales.astype(np.float32))]
        inputs += [self.keep(name + ".z", np.zeros(len(scales), np.int8)), self.keep(name + ".b", bias)]
        return self.op("DynamicQuantizeMatMul", inputs, name, _MS)

    def add_norm(self, name: str, source: str, skip: str, norm: tuple[np.ndarray, np.ndarray]) -> str:
        inputs = [source, skip, self.keep(name + ".g", norm[0]), self.keep(name + ".o", norm[1])]
        return self.op("SkipLayerNormalization", inputs, name, _MS, epsilon=self.epsilon)


def _pairs(nibbles: np.ndarray) -> np.ndarray:
    """Pack neighbours into bytes, the first in the low half."""
    return (nibbles[..., 0::2] | nibbles[..., 1::2] << 4).astype(np.uint8)


def build(
    weights: Weights, head: tuple[np.ndarray, np.ndarray] | None = None, *, every_token: bool = False
) -> onnx.ModelProto:
    """Return the model: ``input_ids`` int64 (1, n) to ``sentence_embedding`` float32 (1, hidden), of length 1.

    With a head (matrix (classes, hidden) and bias), the result is ``logits`` float32 (1, classes) instead, or with
    ``every_token`` one row for each token, ``tags`` float32 (1, n, classes).
    """
    graph = _Graph(weights.header.epsilon)
    state = _embed(graph, weights)
    for at, layer in enumerate(weights.layers):
        state = _layer(graph, f"l{at}", state, layer, weights.header)
    if head is not None and every_token:
        rows = graph.op("MatMul", [state, graph.keep("head.w", head[0].T)], "head")
        graph.op("Add", [rows, graph.keep("head.b", head[1])], "tags")
        return _wrap(graph, "tags", len(head[1]), "tokens")
    mean = graph.op("ReduceMean", [state, graph.keep("pooled", np.array([1], np.int64))], "mean", keepdims=0)
    if head is None:
        graph.op("LpNormalization", [mean], "sentence_embedding", axis=1, p=2)
        return _wrap(graph, "sentence_embedding", weights.header.hidden)
    scores = graph.op("MatMul", [mean, graph.keep("head.w", head[0].T)], "head")
    graph.op("Add", [scores, graph.keep("head.b", head[1])], "logits")
    return _wrap(graph, "logits", len(head[1]))


def _embed(graph: _Graph, weights: Weights) -> str:
    signed = _pairs((weights.words.nibbles.astype(np.int8) - 8).astype(np.uint8) & 15)
    shape = (len(weights.words.nibbles), weights.header.hidden)
    graph.tensors.append(helper.make_tensor("words", TensorProto.INT4, shape, signed.tobytes(), raw=True))
    scales = graph.keep("words.s", weights.words.scales)
    options = {"gather_axis": 0, "quantize_axis": 1, "block_size": BLOCK}
    rows = graph.op("GatherBlockQuantized", ["words", "input_ids", scales], "words.rows", _MS, **options)
    rows = graph.op("Cast", [rows], "words.float", to=TensorProto.FLOAT)
    length = graph.op("Shape", ["input_ids"], "length", start=1, end=2)
    zero, axis = graph.keep("zero", np.array([0], np.int64)), graph.keep("axis", np.array([0], np.int64))
    table = graph.keep("positions", weights.positions)
    places = graph.op("Slice", [table, zero, length, axis], "places")
    total = graph.op("Add", [rows, places], "embedded")
    norm = [graph.keep("embedded.g", weights.norm[0]), graph.keep("embedded.o", weights.norm[1])]
    return graph.op("LayerNormalization", [total, *norm], "normed", epsilon=weights.header.epsilon)


def _layer(graph: _Graph, name: str, state: str, layer: Layer, header: Header) -> str:
    qkv = graph.linear(f"{name}.qkv", state, layer.qkv, layer.qkv_bias)
    parts = [f"{name}.q", f"{name}.k", f"{name}.v"]
    graph.nodes.append(helper.make_node("Split", [qkv], parts, name=f"{name}.split", axis=2, num_outputs=3))
    heads = graph.op("MultiHeadAttention", parts, f"{name}.heads", _MS, num_heads=header.heads)
    mixed = graph.linear(f"{name}.out", heads, layer.out, layer.out_bias)
    middle = graph.add_norm(f"{name}.norm1", mixed, state, layer.norm1)
    inner = graph.linear(f"{name}.inner", middle, layer.inner, layer.inner_bias)
    inner = graph.op("Gelu", [inner], f"{name}.gelu", _MS)
    outer = graph.linear(f"{name}.outer", inner, layer.outer, layer.outer_bias)
    return graph.add_norm(f"{name}.norm2", outer, middle, layer.norm2)


def _wrap(graph: _Graph, name: str, width: int, *between: str) -> onnx.ModelProto:
    source = helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"])
    result = helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, *between, width])
    made = helper.make_graph(graph.nodes, "encoder", [source], [result], graph.tensors)
    opsets = [helper.make_opsetid("", 21), helper.make_opsetid(_MS, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=10, producer_name="stancewire")
