"""Take the language out of vectors.

Raw vectors of this family of encoders lie nearer to other texts of their language than to translations. Subtracting
the mean vector of each language mends it: translations become nearest neighbours. For degrees of likeness that takes
out too much: what all languages have in common is put back in part (:func:`graded`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.encode.names import ENCODER, MEANS
from pipeline.encode.settings import MODELS
from pipeline.errors import ModelError

if TYPE_CHECKING:
    import numpy as np


COMMON = 0.5
"""Share of the mean of all languages that stays in vectors whose likeness is graded. On the sentence pairs of the STS
benchmark (ten languages, and English with four) the mean rank correlation is .786 with none of it, .797 with a
quarter, .800 with half, .796 with three quarters."""
POINTS = 0.2
"""Weight of the point encoder's cosine in a graded likeness (.1: .805, .2: .806, .3: .805 on the same pairs)."""


def centre(
    vectors: np.ndarray,
    languages: Sequence[str],
    means: Mapping[str, Sequence[float]] | None = None,
    *,
    common: float = 0.0,
) -> np.ndarray:
    """Return ``vectors`` (n, width) minus the mean of each row's language, each row of length 1 again.

    ``languages`` holds one BCP 47 code a row; one without a mean (``und``, a thirteenth language) gets the mean of
    all means. ``means`` defaults to those of the shipped model; pass an empty mapping for models without means, whose
    rows are then only normalised. ``common``: share of the mean of all means that is put back, 0 to 1. A row that
    equals its mean stays a row of zeros.
    """
    import numpy as np

    if len(vectors) != len(languages):
        raise ValueError(f"{len(vectors)} vectors, but {len(languages)} languages")
    table = shipped_means(MODELS) if means is None else means
    rows = np.asarray(vectors, np.float32)
    if table and len(rows):
        known = {language: np.asarray(mean, np.float32) for language, mean in table.items()}
        other = np.mean([known[language] for language in sorted(known)], axis=0, dtype=np.float64).astype(np.float32)
        taken = {language: mean - common * other for language, mean in known.items()}
        rest = (1 - common) * other
        rows = rows - np.stack([taken.get(language.split("-")[0], rest) for language in languages])
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return rows / np.where(lengths > 0, lengths, 1)[:, None]


def graded(vectors: tuple[np.ndarray, np.ndarray], points: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Return how alike the two texts of each pair are, by degrees, at most 1 (the same): n numbers.

    ``vectors``: both sides of the pairs (n, width), centred but for :data:`COMMON`; ``points``: the same texts as the
    point encoder sees them. The one lies near where texts speak of the same, the other where they say the same of it.
    """
    import numpy as np

    near, same = (np.einsum("ij,ij->i", *sides) for sides in (vectors, points))
    likeness: np.ndarray = (1 - POINTS) * near + POINTS * same
    return likeness


@cache
def shipped_means(models: Path) -> Mapping[str, tuple[float, ...]]:
    """Return the mean vector of each language under the shipped model."""
    path = models / ENCODER / MEANS
    try:
        return {language: tuple(mean) for language, mean in json.loads(path.read_text(encoding="utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        message = f"{path}: cannot be read; restore it with `git checkout -- models`, or rebuild it"
        raise ModelError(message, item=str(path), kind="model-missing") from error
