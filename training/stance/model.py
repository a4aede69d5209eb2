"""The judge as a torch network: the encoder, read over question and text together, and a small head."""

from __future__ import annotations

import numpy as np
import torch
from transformers import BertConfig, BertModel

from training.encoder.network import Layer, Weights
from training.encoder.packed import Blocks

ANSWERS = 4


class JudgeNet(torch.nn.Module):
    """Scores of yes, no, none and mixed for token rows. The ``frozen`` lowest layers and the word table stay as is."""

    def __init__(self, weights: Weights, frozen: int = 0) -> None:
        super().__init__()
        header = weights.header
        config = BertConfig(
            vocab_size=len(weights.words.nibbles),
            hidden_size=header.hidden,
            num_hidden_layers=len(weights.layers),
            num_attention_heads=header.heads,
            intermediate_size=header.inner,
            max_position_embeddings=header.positions,
            type_vocab_size=1,
            layer_norm_eps=1e-12,
            pad_token_id=1,
        )
        self.bert = BertModel(config, add_pooling_layer=False)
        self.head = torch.nn.Linear(header.hidden, ANSWERS)
        self.drop = torch.nn.Dropout(0.1)
        fill(self.bert, weights)
        for part in (self.bert.embeddings, *self.bert.encoder.layer[:frozen]):
            for parameter in part.parameters():
                parameter.requires_grad = False

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return logits (rows, 4)."""
        state = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(state.dtype)
        pooled = (state * weight).sum(1) / weight.sum(1)
        return self.head(self.drop(pooled))


def fill(bert: BertModel, weights: Weights) -> None:
    """Put published weights into a network of their shape."""

    def put(target: torch.nn.Parameter, array: np.ndarray) -> None:
        target.data.copy_(torch.from_numpy(np.array(array, np.float32)))

    embeddings = bert.embeddings
    put(embeddings.word_embeddings.weight, weights.words.dense())
    put(embeddings.position_embeddings.weight, weights.positions)
    put(embeddings.token_type_embeddings.weight, np.zeros((1, weights.header.hidden)))
    put(embeddings.LayerNorm.weight, weights.norm[0])
    put(embeddings.LayerNorm.bias, weights.norm[1])
    for block, layer in zip(bert.encoder.layer, weights.layers, strict=True):
        for target, array in _parts(block, layer):
            put(target, array)


def _parts(block: torch.nn.Module, layer: Layer) -> list[tuple[torch.nn.Parameter, np.ndarray]]:
    attention = block.attention
    matrices = np.split(layer.qkv.dense(), 3)
    biases = np.split(layer.qkv_bias, 3)
    linears = [attention.self.query, attention.self.key, attention.self.value]
    pairs = [(linear.weight, matrix) for linear, matrix in zip(linears, matrices, strict=True)]
    pairs += [(linear.bias, bias) for linear, bias in zip(linears, biases, strict=True)]
    for linear, matrix, bias in (
        (attention.output.dense, layer.out, layer.out_bias),
        (block.intermediate.dense, layer.inner, layer.inner_bias),
        (block.output.dense, layer.outer, layer.outer_bias),
    ):
        pairs += [(linear.weight, matrix.dense() if isinstance(matrix, Blocks) else matrix), (linear.bias, bias)]
    for norm, values in ((attention.output.LayerNorm, layer.norm1), (block.output.LayerNorm, layer.norm2)):
        pairs += [(norm.weight, values[0]), (norm.bias, values[1])]
    return pairs
