"""The judge's calibration is found again where it is known."""

import numpy as np
import pytest

pytest.importorskip("torch")

from pipeline.encode.judge import Calibration
from training.stance.calibrate import fitted


def drawn(known, count=6000):
    """Scores, and answers drawn with the probabilities that a calibration gives them."""
    chance = np.random.default_rng(3)
    scores = chance.normal(0, 2, (count, 4)).astype(np.float32)
    answers = np.array([chance.choice(4, p=row / row.sum()) for row in known.apply(scores).astype(np.float64)])
    return scores, answers


@pytest.mark.parametrize(("scale", "power"), [(0.3, 1.8), (1.0, 1.0)])
def test_scale_and_power_are_found(scale, power):
    found = fitted(*drawn(Calibration(1.0, (0.0, 0.0, 0.0, 0.0), scale, power)))
    assert found.scale == pytest.approx(scale, rel=0.2)
    assert found.power == pytest.approx(power, rel=0.15)


def test_the_same_pairs_give_the_same_calibration():
    scores, answers = drawn(Calibration(1.2, (-0.3, -0.2, 0.1, 0.3), 0.25, 1.8), 800)
    assert fitted(scores, answers) == fitted(scores, answers)
