"""The stance judge: answers depend on the pair alone, damage is refused, and plain cases come out right."""

import shutil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.encode import EncodeSettings, PairScorer
from pipeline.encode.judge import ANSWERS, CALIBRATION
from pipeline.encode.names import ENCODER, JUDGE, TOKENIZER, WEIGHTS
from pipeline.encode.settings import MODELS
from pipeline.errors import ModelError

QUESTION = "Should the harbour be closed to large ships?"
PAIRS = (
    (QUESTION, "The harbour should be closed to large ships because they destroy the reef."),
    (QUESTION, "Closing the harbour to large ships would be a terrible mistake."),
    (QUESTION, "The recipe needs two eggs and a little salt."),
    (QUESTION, ""),
    (QUESTION, "ship " * 700),
)


@pytest.fixture(scope="module")
def scorer():
    return PairScorer()


@pytest.fixture(scope="module")
def alone(scorer):
    return np.concatenate([scorer.score([pair]) for pair in PAIRS])


@pytest.fixture
def models(tmp_path):
    shutil.copy(MODELS / "models.lock.yaml", tmp_path)
    for name, files in ((ENCODER, [TOKENIZER]), (JUDGE, [CALIBRATION, WEIGHTS])):
        (tmp_path / name).mkdir()
        for file in files:
            shutil.copy(MODELS / name / file, tmp_path / name)
    return tmp_path


def test_rows_are_probabilities(alone):
    assert alone.shape == (len(PAIRS), len(ANSWERS))
    assert alone.dtype == np.float32
    assert (alone >= 0).all()
    assert np.allclose(alone.sum(axis=1), 1, atol=1e-5)


@settings(deadline=None, max_examples=10)
@given(st.lists(st.integers(0, len(PAIRS) - 1), max_size=5))
def test_neighbours_and_order_change_no_digit(scorer, alone, order):
    assert np.array_equal(scorer.score([PAIRS[i] for i in order]), alone[order])


def test_threads_change_no_digit(alone):
    assert np.array_equal(PairScorer(EncodeSettings(threads=2)).score(PAIRS), alone)


def test_plain_cases(alone):
    assert [ANSWERS[i] for i in alone[:3].argmax(axis=1)] == ["yes", "no", "none"]


def test_only_the_judges_files_are_needed(models, alone):
    assert np.array_equal(PairScorer(EncodeSettings(models=models)).score(PAIRS[:1]), alone[:1])


@pytest.mark.parametrize(("name", "file"), [(JUDGE, WEIGHTS), (JUDGE, CALIBRATION), (ENCODER, TOKENIZER)])
def test_a_damaged_file_is_refused_by_name(models, name, file):
    with (models / name / file).open("ab") as opened:
        opened.write(b" ")
    with pytest.raises(ModelError, match=rf"{name}/{file}.*git checkout"):
        PairScorer(EncodeSettings(models=models)).score(PAIRS[:1])


def test_the_revision_is_read_from_the_lock_alone(tmp_path):
    shutil.copy(MODELS / "models.lock.yaml", tmp_path)
    assert PairScorer(EncodeSettings(models=tmp_path)).revision == PairScorer().revision
