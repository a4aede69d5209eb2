"""What a user may choose about the encoder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEFAULT = "default"
MODELS = Path(__file__).resolve().parents[2] / "models"
"""Where the shipped weights lie, beside the package."""


@dataclass(frozen=True, slots=True)
class EncodeSettings:
    """``model``: "default", a folder, or a sentence-transformers name on a hub. ``threads``: per encoder."""

    model: str = DEFAULT
    threads: int = 1
    prefix: str | None = None
    """Words put before each text; None means what the default model was trained with, and nothing for others."""
    models: Path = MODELS

    @property
    def is_default(self) -> bool:
        """Whether the shipped model is meant."""
        return self.model == DEFAULT

    @property
    def folder(self) -> Path | None:
        """The configured folder, or None for the shipped model and for a name on a hub."""
        if self.is_default:
            return None
        path = Path(self.model).expanduser()
        return path if path.exists() or path.is_absolute() or self.model.startswith((".", "~")) else None

    @property
    def words_before(self) -> str:
        """The prefix in force."""
        if self.prefix is not None:
            return self.prefix
        return "query: " if self.is_default else ""
