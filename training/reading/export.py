"""Turn the trained reader into an ONNX graph of the same form as the encoder's."""

from __future__ import annotations

from dataclasses import replace

import onnx

from training.encoder.network import Weights, build
from training.reading.net import ReaderNet
from training.stance.export import array, layer_of


def export(net: ReaderNet, weights: Weights) -> onnx.ModelProto:
    """Return the graph of a reader that started from ``weights``: ``input_ids`` (1, n) to ``tags`` (1, n, WIDTH)."""
    layers = tuple(layer_of(block) for block in net.bert.encoder.layer)
    head = (array(net.head.weight), array(net.head.bias))
    return build(replace(weights, layers=layers), head=head, every_token=True)
