"""What a configuration holds once it is known to be right."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.encode import EncodeSettings
from pipeline.extract import ExtractSettings
from pipeline.fetch import FetchSettings
from pipeline.nlp import NlpSettings
from pipeline.records import Question, Source

EXECUTORS = ("processes", "serial")


@dataclass(frozen=True, slots=True)
class Settings:
    """One record of settings per room that has any, and how work is spread."""

    fetch: FetchSettings = field(default_factory=FetchSettings)
    extract: ExtractSettings = field(default_factory=ExtractSettings)
    nlp: NlpSettings = field(default_factory=NlpSettings)
    encode: EncodeSettings = field(default_factory=EncodeSettings)
    executor: str = field(default="processes", metadata={"choices": EXECUTORS})
    workers: int = field(default=0, metadata={"ge": 0, "le": 1024})
    """Processes at a time; 0 is one per processor."""


@dataclass(frozen=True, slots=True)
class Config:
    """A whole configuration. Paths of sources of kind ``files`` are relative to ``root``, the folder of the file."""

    path: Path
    root: Path
    sources: tuple[Source, ...]
    questions: tuple[Question, ...]
    settings: Settings
