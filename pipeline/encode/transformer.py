"""The one file that imports sentence-transformers and torch, which takes seconds: import it only to load a model."""

from __future__ import annotations

import os
from typing import Any

# Set before the libraries are imported: they read these once.
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule

from pipeline.encode.graph import Graph


class GraphModule(InputModule):
    """The shipped graph as a module of sentence-transformers."""

    def __init__(self, graph: Graph) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library leaves it without types
        self._graph = graph
        self.tokenizer = graph.tokenizer

    def preprocess(self, inputs: Any, prompt: str | None = None, **_kwargs: Any) -> dict[str, Any]:  # noqa: ANN401  # the base class takes images and sound too, and options
        """Tokenise; rows differ in length, so they stay a list."""
        return {"rows": self._graph.tokens(inputs, prompt or "")}

    def forward(self, features: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:  # noqa: ANN401  # as above
        """Add ``sentence_embedding``: float32 (n, 384), rows of length 1."""
        features["sentence_embedding"] = torch.from_numpy(self._graph.vectors(features["rows"]))
        return features

    def get_embedding_dimension(self) -> int:
        """Return the width of a vector."""
        return self._graph.width

    def save(self, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401  # as above
        """Refuse: the files in ``models/`` are the saved form."""
        raise NotImplementedError("the shipped model is read-only; copy its folder instead")


def wrapped(graph: Graph) -> SentenceTransformer:
    """Return the shipped model as sentence-transformers knows models."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    return SentenceTransformer(modules=[GraphModule(graph)], device="cpu")


def load_other(model: str, threads: int, *, offline: bool) -> SentenceTransformer:
    """Return a model by folder or hub name, on the CPU."""
    torch.set_num_threads(threads)
    return SentenceTransformer(model, device="cpu", local_files_only=offline)
