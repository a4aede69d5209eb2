"""The encoder: texts in, unit vectors out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.encode.lock import check_files, file_hash, read_lock, revision_of
from pipeline.encode.names import ENCODER, TOKENIZER, WEIGHTS
from pipeline.encode.settings import EncodeSettings
from pipeline.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from sentence_transformers import SentenceTransformer

    from pipeline.encode.graph import Graph


def encoder_revision(settings: EncodeSettings) -> str:
    """Return :attr:`Encoder.revision` for some settings, without loading a model."""
    return Encoder(settings).revision


class Encoder:
    """Encodes texts with the configured model, which is loaded at the first text.

    A copy sent to another process loads its own model there.
    """

    def __init__(self, settings: EncodeSettings | None = None) -> None:
        self.settings = settings or EncodeSettings()
        self._model: Graph | SentenceTransformer | None = None
        self._revision: str | None = None

    def __getstate__(self) -> dict[str, object]:
        return {"settings": self.settings, "_model": None, "_revision": self._revision}

    @property
    def revision(self) -> str:
        """Short hash that changes whenever the vectors could: model files and prefix. Loads no model."""
        if self._revision is None:
            before = hashlib.sha256(self.settings.words_before.encode()).hexdigest()[:4]
            self._revision = f"{_model_revision(self.settings)}-{before}"
        return self._revision

    @property
    def has_means(self) -> bool:
        """Whether :func:`pipeline.encode.centre` knows this model's language means."""
        return self.settings.is_default

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one row of length 1 per text: float32 (n, width). An empty text has a vector too.

        Raises:
            ModelError: the model cannot be loaded.
        """
        import numpy as np

        from pipeline.encode.graph import Graph

        model = self._model = self._model or _load(self.settings)
        if isinstance(model, Graph):
            return model.vectors(model.tokens(texts, self.settings.words_before))
        if not texts:
            return np.zeros((0, model.get_embedding_dimension() or 0), np.float32)
        # One text at a time, since padding and kernel choice would let neighbours change the last digits.
        # Without a type on purpose: the stubs of the library do not follow its overloads.
        vectors = model.encode(
            list(texts),
            prompt=self.settings.words_before,
            batch_size=1,
            show_progress_bar=False,
            convert_to_numpy=True,
            normalize_embeddings=True,
        )
        return np.asarray(vectors, np.float32)

    def sentence_transformer(self) -> SentenceTransformer:
        """Return the model as sentence-transformers knows models; give it ``settings.words_before`` as prompt.

        Raises:
            ModelError: the model cannot be loaded.
        """
        from pipeline.encode.graph import Graph
        from pipeline.encode.transformer import wrapped

        model = self._model = self._model or _load(self.settings)
        return wrapped(model) if isinstance(model, Graph) else model


def _model_revision(settings: EncodeSettings) -> str:
    if settings.is_default:
        return read_lock(settings.models, ENCODER).revision
    folder = settings.folder
    if folder is None:
        return hashlib.sha256(settings.model.encode()).hexdigest()[:12]
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        raise _unusable(settings.model, "is no folder with a model")
    return revision_of({path.relative_to(folder).as_posix(): file_hash(path) for path in files})


def _load(settings: EncodeSettings) -> Graph | SentenceTransformer:
    if settings.is_default:
        # Without sentence-transformers around it: its import costs a thousand sentences, for the same digits.
        from pipeline.encode.graph import Graph

        locked = read_lock(settings.models, ENCODER)
        check_files(locked)
        return Graph(locked.folder / WEIGHTS, locked.folder / TOKENIZER, settings.threads)
    from pipeline.encode.transformer import load_other

    folder = settings.folder
    if folder is not None and not folder.is_dir():
        raise _unusable(settings.model, "is no folder with a model")
    try:
        return load_other(str(folder or settings.model), settings.threads, offline=folder is not None)
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise _unusable(settings.model, f"cannot be loaded ({type(error).__name__}: {error})") from error


def _unusable(model: str, problem: str) -> ModelError:
    advice = "name a sentence-transformers model or a folder that holds one, or set the model to 'default'"
    return ModelError(f"{Path(model)}: {problem}; {advice}", item=model, kind="model-unusable")
