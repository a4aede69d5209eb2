"""From the judge's scores to probabilities."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.encode.judge import Calibration, read_calibration
from pipeline.encode.names import JUDGE
from pipeline.encode.settings import MODELS
from pipeline.errors import ModelError

SHIPPED = MODELS / JUDGE / "calibration.json"
SCORES = st.lists(st.floats(-8, 8, width=32), min_size=4, max_size=4)


def applied(row, calibration):
    return calibration.apply(np.array([row], np.float32))[0]


@given(SCORES)
def test_a_row_is_a_distribution_and_the_higher_side_stays_the_likelier(row):
    found = applied(row, read_calibration(SHIPPED))
    assert found.sum() == pytest.approx(1, abs=1e-5)
    assert (found >= 0).all()
    assert (row[0] > row[1]) <= (found[0] >= found[1])


def test_equal_scores_give_even_odds():
    yes, no, *_ = applied([1.0, 1.0, -2.0, -2.0], Calibration(1.0, (0.0, 0.0, 0.0, 0.0), 0.5, 2.0))
    assert yes == no


def test_a_power_over_one_makes_small_margins_mean_less():
    plain, bent = (Calibration(1.0, (0.0, 0.0, 0.0, 0.0), 1.0, power) for power in (1.0, 2.0))
    small, large = [0.2, -0.2, -9.0, -9.0], [2.0, -2.0, -9.0, -9.0]
    assert applied(small, bent)[0] < applied(small, plain)[0]
    assert applied(large, bent)[0] > applied(large, plain)[0]


def test_mixed_and_none_keep_their_share():
    one = applied([2.0, -1.0, 0.5, 0.0], Calibration(1.3, (0.1, 0.0, 0.2, -0.1), 0.3, 1.8))
    other = applied([2.0, -1.0, 0.5, 0.0], Calibration(1.3, (0.1, 0.0, 0.2, -0.1), 0.9, 1.0))
    assert one[2:] == pytest.approx(other[2:])
    assert one[:2].sum() == pytest.approx(other[:2].sum())


@pytest.mark.parametrize("text", ["", "{}", json.dumps({"temperature": 1.0, "bias": [0, 0, 0, 0]})])
def test_a_file_without_its_fields_is_refused_with_what_to_do(tmp_path, text):
    path = tmp_path / "calibration.json"
    path.write_text(text)
    with pytest.raises(ModelError, match="rebuild it as models/README"):
        read_calibration(path)
