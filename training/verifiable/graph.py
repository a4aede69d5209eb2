"""Two numbers a token, beside the reader's tags, in the graph that is already there: no other number changes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from pipeline.encode.names import VERIFIABLE
from training.verifiable.states import STATES

_PARTS = ("states", "weights", "bias", "weighed")


def with_states(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a copy that gives out what these layers hold, float32 (1, n, width) each."""
    copy = without(model)
    copy.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in STATES)
    return copy


def without(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a copy without these two numbers, as ``training.build_reader`` writes it."""
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    own = {VERIFIABLE, *(f"{VERIFIABLE}.{part}" for part in _PARTS)}
    for held in (copy.graph.node, copy.graph.initializer, copy.graph.output):
        kept = [item for item in held if item.name not in own]
        del held[:]
        held.extend(kept)
    return copy


def measure_of(model: onnx.ModelProto) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Return matrix (layers x width, 2) and bias (2,) of the measure that a graph holds.

    Raises:
        KeyError: it holds none; the weight that is missing.
    """
    held = {item.name: item for item in model.graph.initializer}
    matrix, bias = (numpy_helper.to_array(held[f"{VERIFIABLE}.{part}"]) for part in ("weights", "bias"))
    return matrix, bias


def with_measure(
    model: onnx.ModelProto, weights: npt.NDArray[np.float32], bias: npt.NDArray[np.float32]
) -> onnx.ModelProto:
    """Return a copy with the output ``verifiable``, float32 (1, n, 2).

    Args:
        model: the reader.
        weights: (layers x width, 2).
        bias: (2,).
    """
    copy = without(model)
    states, matrix, offset, weighed = (f"{VERIFIABLE}.{part}" for part in _PARTS)
    copy.graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(weights, np.float32), matrix))
    copy.graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(bias, np.float32), offset))
    copy.graph.node.append(helper.make_node("Concat", STATES, [states], name=states, axis=2))
    copy.graph.node.append(helper.make_node("MatMul", [states, matrix], [weighed], name=weighed))
    copy.graph.node.append(helper.make_node("Add", [weighed, offset], [VERIFIABLE], name=VERIFIABLE))
    copy.graph.output.append(helper.make_tensor_value_info(VERIFIABLE, TensorProto.FLOAT, [1, "tokens", len(bias)]))
    return copy
