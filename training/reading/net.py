"""The reader as a torch network: the lower layers of the encoder and one row of numbers a token."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import torch
from torch.nn.functional import cross_entropy

from pipeline.encode.scheme import GROUPS, LINK, LINKS, WIDTH, columns, link_columns
from training.encoder.network import Weights
from training.reading.examples import UNKNOWN, Row
from training.stance.model import JudgeNet

WEIGHTS = {"sentence": 1.0, "entity": 1.0, "field": 0.5}
"""Of a group in the loss; 1 where none is given. The mean over tokens favours no group by its number of labels."""


class ReaderNet(torch.nn.Module):
    """``layers`` lower layers of the encoder, of which the first ``frozen`` stay as they are, and a linear head."""

    def __init__(self, weights: Weights, layers: int, frozen: int) -> None:
        super().__init__()
        cut = replace(weights, layers=weights.layers[:layers])
        self.bert = JudgeNet(cut, frozen=frozen).bert
        self.frozen = frozen
        self.head = torch.nn.Linear(weights.header.hidden, WIDTH)
        self.drop = torch.nn.Dropout(0.1)
        self.near = torch.nn.Parameter(torch.zeros(len(LINKS), 2))
        """How much a link loses with the logarithm of distance, backwards and forwards."""

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return rows (texts, tokens, WIDTH)."""
        state = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.head(self.drop(state))

    def link_scores(self, table: torch.Tensor, row: Row, link: int) -> tuple[torch.Tensor, torch.Tensor] | None:
        """Return scores (pieces, 1 + candidates) of one text's table (tokens, WIDTH), none first, and the answers."""
        spans = row.cues if LINKS[link] == "cue" else row.sources
        pieces = [piece for piece in row.pieces if piece.end <= len(table)]
        if not pieces:
            return None
        query, key, none = link_columns(LINKS[link])
        asked = torch.stack([_mean(table[:, query], piece.start, piece.end) for piece in pieces])
        nothing = torch.stack([table[piece.start, none] for piece in pieces])[:, None]
        answers = [getattr(piece, LINKS[link]) + 1 for piece in pieces]
        if not spans:
            return nothing, torch.tensor(answers, device=table.device)
        offered = torch.stack([_mean(table[:, key], *span) for span in spans])
        scores = asked @ offered.T / math.sqrt(LINK) - self._distance(pieces, spans, link)
        return torch.cat([nothing, scores], dim=1), torch.tensor(answers, device=table.device)

    def _distance(self, pieces: Sequence, spans: Sequence[tuple[int, int]], link: int) -> torch.Tensor:  # type: ignore[type-arg]
        device = self.near.device
        before = torch.tensor([[max(0, p.start - s[1]) for s in spans] for p in pieces], device=device)
        after = torch.tensor([[max(0, s[0] - p.end) for s in spans] for p in pieces], device=device)
        return self.near[link, 0] * torch.log1p(before) + self.near[link, 1] * torch.log1p(after)

    def loss(self, rows: Sequence[Row], ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the summed loss of a batch."""
        with torch.autocast(ids.device.type, dtype=torch.bfloat16):
            table = self(ids, mask)
        table = table.float()
        total = table.sum() * 0.0
        for name in GROUPS:
            gold = torch.full(ids.shape, UNKNOWN)
            for at, row in enumerate(rows):
                gold[at, : len(row.ids)] = torch.from_numpy(row.labels[name])
            if bool((gold != UNKNOWN).any()):
                part, right = table[:, :, columns(name)].flatten(0, 1), gold.flatten().to(table.device)
                total = total + WEIGHTS.get(name, 1.0) * cross_entropy(part, right, ignore_index=UNKNOWN)
        for link in range(len(LINKS)):
            parts = [self.link_scores(table[at], row, link) for at, row in enumerate(rows)]
            losses = [cross_entropy(scores, gold) for part in parts if part for scores, gold in [part]]
            if losses:
                total = total + 0.3 * torch.stack(losses).mean()
        return total


def _mean(table: torch.Tensor, start: int, end: int) -> torch.Tensor:
    """Return the mean of a span's first and last two rows: what lies between says little of where it hangs."""
    if end - start <= 4:
        return table[start:end].mean(0)
    return (table[start : start + 2].mean(0) + table[end - 2 : end].mean(0)) / 2
