"""The large judge as a torch network: lower layers of a Qwen2 network, and a linear head on the last token's state.

Qwen2 (Yang et al. 2024, "Qwen2 technical report", 2.2) is a decoder: a token sees itself and what stands before it. Its
layers have rotary positions (Su et al. 2021, "RoFormer"), queries that share keys and values in groups (Ainslie et al.
2023, "GQA"), norms by the root mean square (Zhang and Sennrich 2019) ahead of each half, and a gated inner layer
(Shazeer 2020, "GLU variants improve transformer", SwiGLU). The lower layers are read where
they end: the upper ones would cost time, and turn what is meant into which word comes next.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import torch
from torch.nn.functional import rms_norm, scaled_dot_product_attention, silu

from training.large.source import Sizes, Source
from training.stance.pairs import LABELS

_TENSORS = {
    "norm1": "attn_norm.weight",
    "query.weight": "attn_q.weight",
    "query.bias": "attn_q.bias",
    "key.weight": "attn_k.weight",
    "key.bias": "attn_k.bias",
    "value.weight": "attn_v.weight",
    "value.bias": "attn_v.bias",
    "out.weight": "attn_output.weight",
    "norm2": "ffn_norm.weight",
    "gate.weight": "ffn_gate.weight",
    "up.weight": "ffn_up.weight",
    "down.weight": "ffn_down.weight",
}
"""Of a layer: its parameters here, and their names in the file."""

Turn = tuple[torch.Tensor, torch.Tensor]
"""Cosines and sines of the rotary angles, each (tokens, width of a head)."""


class Block(torch.nn.Module):
    """One layer; states (rows, tokens, hidden) to states of the same shape."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        hidden, inner = sizes.hidden, sizes.inner
        self.sizes, self.width = sizes, hidden // sizes.heads
        self.norm1, self.norm2 = (torch.nn.Parameter(torch.ones(hidden)) for _ in range(2))
        self.query = torch.nn.Linear(hidden, hidden)
        self.key, self.value = (torch.nn.Linear(hidden, sizes.shared * self.width) for _ in range(2))
        self.out = torch.nn.Linear(hidden, hidden, bias=False)
        self.gate, self.up = (torch.nn.Linear(hidden, inner, bias=False) for _ in range(2))
        self.down = torch.nn.Linear(inner, hidden, bias=False)

    def forward(self, state: torch.Tensor, turn: Turn) -> torch.Tensor:
        """Add what each half makes of the state."""
        state = state + self._attend(self._norm(state, self.norm1), turn)
        read = self._norm(state, self.norm2)
        return state + self.down(silu(self.gate(read)) * self.up(read))

    def _norm(self, state: torch.Tensor, scale: torch.Tensor) -> torch.Tensor:
        return rms_norm(state, scale.shape, scale.to(state.dtype), self.sizes.epsilon)

    def _attend(self, read: torch.Tensor, turn: Turn) -> torch.Tensor:
        query, key = turned(self._heads(self.query(read)), turn), turned(self._heads(self.key(read)), turn)
        group = self.sizes.heads // self.sizes.shared
        keys, values = (part.repeat_interleave(group, 1) for part in (key, self._heads(self.value(read))))
        mixed = scaled_dot_product_attention(query, keys, values, is_causal=True)
        return self.out(mixed.transpose(1, 2).reshape(read.shape))

    def _heads(self, flat: torch.Tensor) -> torch.Tensor:
        """Split the last axis: (rows, tokens, heads x width) to (rows, heads, tokens, width)."""
        return flat.unflatten(-1, (-1, self.width)).transpose(1, 2)


class LargeJudge(torch.nn.Module):
    """Scores of yes, no, none and mixed for token rows. The word table ``words`` (tokens, hidden) stays as it is."""

    words: torch.Tensor

    def __init__(self, sizes: Sizes, blocks: list[Block], words: torch.Tensor) -> None:
        super().__init__()
        self.sizes = sizes
        self.register_buffer("words", words)
        self.blocks = torch.nn.ModuleList(blocks)
        self.head = torch.nn.Linear(sizes.hidden, len(LABELS))
        torch.nn.init.normal_(self.head.weight, std=0.01)
        torch.nn.init.zeros_(self.head.bias)

    def forward(self, ids: torch.Tensor, last: torch.Tensor) -> torch.Tensor:
        """Return logits (rows, 4) of ids (rows, tokens) whose last token stands at ``last`` (rows).

        What stands behind the last token is not read, so rows may be padded with anything.
        """
        state = self.states(ids)[torch.arange(len(ids), device=ids.device), last].float()
        # A few numbers of a middle layer's state are thousands; they would be all that the head sees.
        return self.head(rms_norm(state, state.shape[-1:], eps=self.sizes.epsilon))

    def states(self, ids: torch.Tensor) -> torch.Tensor:
        """Return the states (rows, tokens, hidden) above the topmost layer, in the precision of the word table."""
        state = self.words[ids]
        cosines, sines = angles(ids.shape[1], self.sizes, ids.device)
        turn = cosines.to(state.dtype), sines.to(state.dtype)
        for block in self.blocks:
            state = block(state, turn)
        return state

    def placed(self, device: torch.device) -> LargeJudge:
        """Move to a device. On a GPU states are halves; a processor without instructions for them is slowed by them."""
        self.to(device)
        if device.type == "cuda":
            self.words = self.words.bfloat16()
        return self


def angles(length: int, sizes: Sizes, device: torch.device) -> Turn:
    """Return cosines and sines of the rotary angles of the first positions (Su et al. 2021, 3.2.2)."""
    width = sizes.hidden // sizes.heads
    speeds = sizes.base ** -(torch.arange(0, width, 2, device=device).float() / width)
    found = torch.arange(length, device=device).float()[:, None] * speeds
    found = torch.cat([found, found], dim=-1)
    return found.cos(), found.sin()


def turned(heads: torch.Tensor, turn: Turn) -> torch.Tensor:
    """Turn each number of the first half of (..., tokens, width) together with its fellow of the second."""
    first, second = heads.chunk(2, dim=-1)
    return heads * turn[0] + torch.cat([-second, first], dim=-1) * turn[1]


def read_judge(source: Source, layers: int, tokens: int) -> LargeJudge:
    """Return the judge of the lowest ``layers`` layers and the first ``tokens`` rows of the word table.

    Raises:
        SystemExit: the file has fewer layers, or a tensor of another shape than its sizes say.
    """
    if not 1 <= layers <= source.sizes.layers:
        raise SystemExit(f"{source.path}: has {source.sizes.layers} layers, not {layers}; pass --layers within them")
    words = torch.from_numpy(source.tensor("token_embd.weight", tokens))
    return LargeJudge(source.sizes, list(_blocks(source, layers)), words)


def _blocks(source: Source, layers: int) -> Iterator[Block]:
    with ThreadPoolExecutor() as pool:
        for at in range(layers):
            # Numbers drawn at random only to be written over would take longer than reading those of the file.
            with torch.device("meta"):
                block = Block(source.sizes)
            arrays = pool.map(source.tensor, [f"blk.{at}.{name}" for name in _TENSORS.values()])
            try:
                block.load_state_dict(dict(zip(_TENSORS, map(torch.from_numpy, arrays), strict=True)), assign=True)
            except RuntimeError as error:
                raise SystemExit(f"{source.path}: layer {at} does not fit its sizes: {error}") from None
            yield block
