"""What a user may choose about reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NlpSettings:
    """``spacy``: (language, pipeline) pairs, for languages that an installed spaCy pipeline should read.

    A language that is not named is read with what is shipped for it.
    """

    spacy: tuple[tuple[str, str], ...] = ()
