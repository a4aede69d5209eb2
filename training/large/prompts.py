"""Token rows of pairs as a language model reads them: the question, the text, and where the answer would begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch
from tokenizers import Tokenizer

from training.stance.pairs import Pair
from training.stance.rows import shortened

_FRAME = ("Question:", "\nText:", "\nAnswer:")
_FILL, _STEP = 0, 8
"""What rows are padded with, which no state depends on; and the lengths that a GPU multiplies fastest."""


class Prompts:
    """Rows of at most ``longest`` tokens: ``Question: ... Text: ... Answer:``. A text becomes tokens once."""

    def __init__(self, tokenizer: Tokenizer, longest: int) -> None:
        self._tokenizer = tokenizer
        self._frame = [tokenizer.encode(part).ids for part in _FRAME]
        self._room = longest - sum(map(len, self._frame))
        self._known: dict[str, list[int]] = {}

    def of(self, pairs: Sequence[Pair]) -> list[list[int]]:
        """Return the rows of pairs; of a long pair the longer text is cut first."""
        self._learn(pairs)
        return [self._row(self._known[pair.question], self._known[pair.text]) for pair in pairs]

    def _learn(self, pairs: Iterable[Pair]) -> None:
        texts = dict.fromkeys(text for pair in pairs for text in (pair.question, pair.text))
        new = [text for text in texts if text not in self._known]
        # The space belongs to the first word: so it stands behind a colon in what the network was trained on.
        for text, encoding in zip(new, self._tokenizer.encode_batch([" " + text for text in new]), strict=True):
            self._known[text] = encoding.ids

    def _row(self, question: list[int], text: list[int]) -> list[int]:
        question, text = shortened(question, text, self._room)
        first, second, third = self._frame
        return [*first, *question, *second, *text, *third]


def padded(rows: Sequence[Sequence[int]], device: torch.device) -> tuple[torch.Tensor, torch.Tensor]:
    """Return ids (rows, longest) and the place of each row's last token (rows)."""
    longest = -(-max(map(len, rows)) // _STEP) * _STEP
    ids = torch.tensor([[*row, *[_FILL] * (longest - len(row))] for row in rows])
    return ids.to(device), torch.tensor([len(row) - 1 for row in rows], device=device)
