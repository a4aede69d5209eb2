"""The learned stance judge: reads a question and a text together and says how the one answers the other."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.encode.lock import Locked, check_files, read_lock
from pipeline.encode.names import ENCODER, JUDGE, TOKENIZER, WEIGHTS
from pipeline.encode.settings import EncodeSettings
from pipeline.errors import ModelError

if TYPE_CHECKING:
    import numpy as np

    from pipeline.encode.session import InferenceSession, Tokenizer

ANSWERS = ("yes", "no", "none", "mixed")
"""Columns of the scores. ``none``: the text is not about the question."""
CALIBRATION = "calibration.json"
_TOKENS = 160
"""Longest pair that the judge was trained on; the longer of the two texts is cut first."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What turns the network's scores into probabilities that mean what they say.

    ``temperature`` and ``bias`` (one per answer) part yes-or-no, none and mixed. How likely yes is against no comes
    from the margin m between the two scores: its log odds are ``scale`` * |m| ** ``power``, with the sign of m. A power
    over one says that small margins mean less than large ones; :mod:`training.stance.calibrate` fits them.
    """

    temperature: float
    bias: tuple[float, ...]
    scale: float
    power: float

    def apply(self, scores: np.ndarray) -> np.ndarray:
        """Return probabilities (n, 4) of scores (n, 4)."""
        import numpy as np

        logits = scores / self.temperature + np.asarray(self.bias, np.float32)
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        found: np.ndarray = powers / powers.sum(axis=1, keepdims=True)
        margin = scores[:, 0] - scores[:, 1]
        yes = 1 / (1 + np.exp(-self.scale * np.sign(margin) * np.abs(margin) ** self.power))
        sides = found[:, 0] + found[:, 1]
        found[:, 0], found[:, 1] = sides * yes, sides * (1 - yes)
        return found


def read_calibration(path: Path) -> Calibration:
    """Read a calibration file.

    Raises:
        ModelError: it lacks a field, or is no JSON.
    """
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        bias = tuple(float(value) for value in known["bias"])
        return Calibration(float(known["temperature"]), bias, float(known["scale"]), float(known["power"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{path}: holds no temperature, bias, scale and power; rebuild it as models/README.md says"
        raise ModelError(message, item=str(path), kind="model-corrupt") from error


class PairScorer:
    """Scores pairs of a question (or statement) and a text. The model is loaded at the first pair.

    It reads any question without further training. Who denies or reports the text is not its business: give it the
    asserted words, and turn the answer.
    """

    def __init__(self, settings: EncodeSettings | None = None) -> None:
        self.settings = settings or EncodeSettings()
        self._loaded: tuple[InferenceSession, Tokenizer, Calibration] | None = None

    def __getstate__(self) -> dict[str, object]:
        return {"settings": self.settings, "_loaded": None}

    @property
    def revision(self) -> str:
        """Short hash of the model's files and its tokenizer's. Loads no model."""
        judge, encoder = self._locks()
        return f"{judge.revision}-{encoder.files[TOKENIZER][:4]}"

    def score(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        """Return calibrated probabilities, float32 (n, 4), columns as in :data:`ANSWERS`.

        A pair's row depends on that pair alone.

        Raises:
            ModelError: a file of the judge is missing, corrupt or not the one in the lock.
        """
        import numpy as np

        if self._loaded is None:
            self._loaded = self._load()
        session, tokenizer, calibration = self._loaded
        rows = np.zeros((len(pairs), len(ANSWERS)), np.float32)
        for at, (question, text) in enumerate(pairs):
            ids = np.array([tokenizer.encode(question, text).ids], np.int64)
            rows[at] = calibration.apply(session.run(None, {"input_ids": ids})[0])[0]
        return rows

    def _locks(self) -> tuple[Locked, Locked]:
        return read_lock(self.settings.models, JUDGE), read_lock(self.settings.models, ENCODER)

    def _load(self) -> tuple[InferenceSession, Tokenizer, Calibration]:
        from pipeline.encode.session import open_session, open_tokenizer

        judge, encoder = self._locks()
        check_files(judge)
        check_files(encoder, only=TOKENIZER)
        tokenizer = open_tokenizer(encoder.folder / TOKENIZER)
        tokenizer.enable_truncation(_TOKENS)
        calibration = read_calibration(judge.folder / CALIBRATION)
        return open_session(judge.folder / WEIGHTS, self.settings.threads), tokenizer, calibration
