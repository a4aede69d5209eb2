"""Whole articles on AI, each sentence labelled with what it answers to the customer's first question.

Files ``training/corpora/stance/articles-*.txt``: an article begins with ``# kind | language | title``, then come its
sentences, one a line: label (``y`` yes, ``n`` no, ``m`` mixed, ``-`` none), tab, words. In real articles nearly all
sentences speak of models, scaling and progress without taking a side; sentences made up as examples of that are too
easy, those of an article are as they come.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.stance.pairs import OTHER, OWN, Pair
from training.stance.progress import forms, statements

LABEL = {"y": "yes", "n": "no", "m": "mixed", "-": "none"}


@dataclass(frozen=True)
class Sentence:
    """A sentence with its label and language; ``article`` names the article, which is learned or kept as a whole."""

    article: str
    language: str
    label: str
    text: str

    @property
    def group(self) -> str:
        """The group of its pairs."""
        return f"own:{self.article}"


def sentences(folder: Path = OWN) -> list[Sentence]:
    """Read all articles in the order of the files' names.

    Raises:
        ValueError: a line is neither a head nor a label and a sentence; the message names file and line.
    """
    return [one for path in sorted(folder.glob("articles-*.txt")) for one in _sentences(path)]


def _sentences(path: Path) -> Iterator[Sentence]:
    article, language, count = "", "", 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# ") and len(parts := line[2:].split("|", 2)) == 3:
            count += 1
            article, language = f"{path.stem.removeprefix('articles-')}-{count}", parts[1].strip()
        elif line.strip():
            label, _, text = line.partition("\t")
            if label not in LABEL or not text.strip() or not article:
                raise ValueError(f"{path.name}:{number}: needs one of {' '.join(LABEL)}, a tab and a sentence")
            yield Sentence(article, language, LABEL[label], text.strip())


def articles(chance: random.Random) -> list[Pair]:
    """Return each sentence beside a wording of the question and a shipped statement of each side."""
    asked, sides = forms(), statements()
    pairs = []
    for one in sentences():
        for words, inverse in (chance.choice(asked), *(chance.choice(side) for side in sides)):
            pairs.append(Pair(words, one.text, OTHER[one.label] if inverse else one.label, "own", one.group))
    return pairs
