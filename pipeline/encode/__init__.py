"""Turn texts into vectors, and score pairs of texts, with the shipped models.

In: texts (any language), optionally with their languages.
Out: ``Encoder.encode`` gives float32 rows of length one; ``centre`` takes the language out of them, which every
threshold and every comparison across languages needs; ``graded`` tells by degrees how alike two texts are.
    ``sentence_form`` is the form in which a text is embedded.
    ``PointEncoder.encode`` gives other rows, near where texts make the same point. ``PairScorer`` and ``Tagger`` are
    the stance judge and the reader.
Raises: ``ModelError`` when a weight file is missing, corrupt or not the one in the lock; the message names the file
and what to do. ``revision`` and importing this package load no model and no heavy library.
Invariants: a text's vector depends on that text and the model alone: never on its batch, its order, the number of
threads or the process. Nothing is downloaded unless the configuration names a model on a hub.
How to add one: any sentence-transformers model works by name or folder, ``EncodeSettings(model=...)``. To ship
another, write a script in ``training/`` that ends with a folder and an entry in ``models/models.lock.yaml``.
"""

from __future__ import annotations

from pipeline.encode.centring import COMMON, centre, graded
from pipeline.encode.encoder import Encoder, encoder_revision
from pipeline.encode.form import sentence_form
from pipeline.encode.judge import PairScorer
from pipeline.encode.points import PointEncoder
from pipeline.encode.settings import EncodeSettings
from pipeline.encode.tagger import Tagger

__all__ = [
    "COMMON",
    "EncodeSettings",
    "Encoder",
    "PairScorer",
    "PointEncoder",
    "Tagger",
    "centre",
    "encoder_revision",
    "graded",
    "revisions",
    "sentence_form",
]


def revisions(settings: EncodeSettings) -> tuple[tuple[str, str], ...]:
    """Return (name, revision) of every model that these settings use, loading none."""
    return (
        ("encoder", encoder_revision(settings)),
        ("point-encoder", PointEncoder(settings).revision),
        ("reader", Tagger(settings).revision),
        ("stance-judge", PairScorer(settings).revision),
    )
