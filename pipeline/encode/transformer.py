"""The one file that imports sentence-transformers and torch. Import it only when a text must be encoded."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

# Set before the libraries are imported: they read these once.
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule

from pipeline.encode.names import TOKENIZER, WEIGHTS
from pipeline.encode.session import open_session, open_tokenizer


class OnnxSentences(InputModule):
    """A sentence-transformers module that runs the shipped graph, one text at a time.

    The graph pools and normalises too, so that no sum runs over more than one text and a batch changes no digit.
    """

    def __init__(self, folder: Path, threads: int) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library leaves it without types
        self._session = open_session(folder / WEIGHTS, threads)
        self.tokenizer = open_tokenizer(folder / TOKENIZER)

    def preprocess(self, inputs: Any, prompt: str | None = None, **_kwargs: Any) -> dict[str, Any]:  # noqa: ANN401  # the base class takes images and sound too, and options
        """Tokenise; rows differ in length, so they stay a list."""
        return {"rows": [self.tokenizer.encode((prompt or "") + text).ids for text in inputs]}

    def forward(self, features: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:  # noqa: ANN401  # as above
        """Add ``sentence_embedding``: float32 (n, 384), rows of length 1."""
        runs = (self._session.run(None, {"input_ids": np.array([row], np.int64)})[0] for row in features["rows"])
        features["sentence_embedding"] = torch.from_numpy(np.concatenate(list(runs)))
        return features

    def get_embedding_dimension(self) -> int:
        """Return the width of a vector."""
        return int(self._session.get_outputs()[0].shape[1])

    def save(self, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401  # as above
        """Refuse: the files in ``models/`` are the saved form."""
        raise NotImplementedError("the shipped model is read-only; copy its folder instead")


def load_shipped(folder: Path, threads: int) -> SentenceTransformer:
    """Return the shipped model from its checked folder."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    return SentenceTransformer(modules=[OnnxSentences(folder, threads)], device="cpu")


def load_other(model: str, threads: int, *, offline: bool) -> SentenceTransformer:
    """Return a model by folder or hub name, on the CPU."""
    torch.set_num_threads(threads)
    return SentenceTransformer(model, device="cpu", local_files_only=offline)
