"""Token rows of pairs, each text turned into tokens once however often it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tokenizers import Tokenizer

from training.stance.pairs import Pair

BEGIN, PAD, END = 0, 1, 2


class Rows:
    """Rows of at most ``longest`` tokens in the form of the shipped tokenizer: begin, question, end, end, text, end."""

    def __init__(self, tokenizer: Tokenizer, longest: int) -> None:
        self._tokenizer = tokenizer
        self._room = longest - 4
        self._known: dict[str, list[int]] = {}

    def learn(self, pairs: Iterable[Pair]) -> None:
        """Turn the texts of pairs into tokens, all at once, which is faster than one by one."""
        texts = [text for pair in pairs for text in (pair.question, pair.text)]
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        for text, encoding in zip(new, self._tokenizer.encode_batch(new), strict=True):
            self._known[text] = encoding.ids[1:-1]

    def of(self, pairs: Sequence[Pair]) -> list[list[int]]:
        """Return the rows of pairs; of a long pair the longer text is cut first."""
        self.learn(pairs)
        return [self._row(self._known[pair.question], self._known[pair.text]) for pair in pairs]

    def _row(self, first: list[int], second: list[int]) -> list[int]:
        first, second = shortened(first, second, self._room)
        return [BEGIN, *first, END, END, *second, END]


def shortened(first: list[int], second: list[int], room: int) -> tuple[list[int], list[int]]:
    """Cut two texts so that together they have at most ``room`` tokens, the longer one first."""
    if len(first) + len(second) <= room:
        return first, second
    of_first = min(len(first), max(room // 2, room - len(second)))
    return first[:of_first], second[: room - of_first]
