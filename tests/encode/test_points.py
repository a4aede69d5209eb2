"""The point encoder: rows depend on the text alone, damage is refused, and what says the same lies nearer."""

import shutil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.encode import EncodeSettings, PointEncoder
from pipeline.encode.names import ENCODER, POINTS, TOKENIZER, WEIGHTS
from pipeline.encode.settings import MODELS
from pipeline.errors import ModelError

TEXTS = (
    "Uniforms cost families too much money.",
    "Drei Hosen und zwei Blusen: das kann sich manche Mutter nicht leisten.",
    "Pupils cannot show who they are.",
    "",
    "harbour " * 700,
)


@pytest.fixture(scope="module")
def alone():
    encoder = PointEncoder()
    return np.concatenate([encoder.encode([text]) for text in TEXTS])


@pytest.fixture
def models(tmp_path):
    shutil.copy(MODELS / "models.lock.yaml", tmp_path)
    for name, file in ((ENCODER, TOKENIZER), (POINTS, WEIGHTS)):
        (tmp_path / name).mkdir()
        shutil.copy(MODELS / name / file, tmp_path / name)
    return tmp_path


def test_rows_have_length_one(alone):
    assert alone.shape == (len(TEXTS), 384)
    assert alone.dtype == np.float32
    assert np.allclose(np.linalg.norm(alone, axis=1), 1, atol=1e-5)
    assert PointEncoder().encode([]).shape == (0, 384)


@settings(deadline=None, max_examples=10)
@given(st.lists(st.integers(0, len(TEXTS) - 1), max_size=5))
def test_neighbours_order_and_threads_change_no_digit(alone, order):
    texts = [TEXTS[number] for number in order]
    assert np.array_equal(PointEncoder(EncodeSettings(threads=2)).encode(texts), alone[order])


def test_one_point_in_two_languages_is_nearer_than_another_point_in_one(alone):
    assert alone[0] @ alone[1] > alone[0] @ alone[2] + 0.1


def test_only_its_own_files_are_needed(models, alone):
    assert np.array_equal(PointEncoder(EncodeSettings(models=models)).encode(TEXTS[:1]), alone[:1])


@pytest.mark.parametrize(("name", "file"), [(POINTS, WEIGHTS), (ENCODER, TOKENIZER)])
def test_a_damaged_file_is_refused_by_name(models, name, file):
    with (models / name / file).open("ab") as opened:
        opened.write(b" ")
    with pytest.raises(ModelError, match=rf"{name}/{file}.*git checkout"):
        PointEncoder(EncodeSettings(models=models)).encode(TEXTS[:1])


def test_the_revision_is_read_from_the_lock_alone(tmp_path):
    shutil.copy(MODELS / "models.lock.yaml", tmp_path)
    assert PointEncoder(EncodeSettings(models=tmp_path)).revision == PointEncoder().revision
