"""Stance to a question, and inference between two texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.config import Config

Row = dict[str, Any]


def stance(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Tell which side of the question each text is on."""
    raise NotImplementedError


def nli(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Tell whether the premise entails the hypothesis."""
    raise NotImplementedError
