"""The corpus of verifiable sentences (``training/corpora/verifiable/README.md``): stretches of labelled sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.records import Passage
from training.reading.markup import UNSPACED, MarkupError

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "verifiable"
KEPT = CORPUS / "kept"
"""Written after the shipped measure was fitted: it is judged on them, and nothing is learned from them."""
_HEAD = re.compile(r"# ([a-z]+/[a-z]+)")
_LINE = re.compile(r"([+-]) (\S.*)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences that follow each other: of a speech, or all of one comment. ``labels``: can be checked or not."""

    file: str
    language: str
    kind: str
    sentences: tuple[str, ...]
    labels: tuple[bool, ...]

    def joined(self) -> tuple[str, tuple[Passage, ...]]:
        """Return the text and the place of each sentence in it."""
        text, places = "", []
        for sentence in self.sentences:
            text += "" if not text or self.language in UNSPACED else " "
            places.append(Passage(len(text), len(text) + len(sentence), self.language, 0))
            text += sentence
        return text, tuple(places)


def load(path: Path) -> list[Stretch]:
    """Read one file of the corpus; a blank line ends a stretch.

    Raises:
        MarkupError: the first line that is neither a head, a labelled sentence nor blank, with its number.
    """
    found: list[Stretch] = []
    kind, block = "", []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        head, labelled = _HEAD.fullmatch(line), _LINE.fullmatch(line)
        if block and not labelled:
            labels, sentences = zip(*block, strict=True)
            found.append(Stretch(path.stem, path.stem[:2], kind, sentences, labels))
            block = []
        if head:
            kind = head[1]
        elif labelled and kind:
            block.append((labelled[1] == "+", labelled[2]))
        elif line.strip():
            raise MarkupError(f"{path.name}:{number}: neither '# kind/field' nor a labelled sentence: {line[:40]!r}")
    return found


def load_all(folder: Path = CORPUS) -> list[Stretch]:
    """Read every file of the corpus, in the order of their names."""
    return [stretch for path in sorted(folder.glob("??-*.txt")) for stretch in load(path)]
