"""Centring takes the language out of vectors."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.encode import COMMON, centre, graded
from pipeline.encode.centring import shipped_means
from pipeline.encode.settings import MODELS
from pipeline.errors import ModelError
from pipeline.records import LANGUAGES

MEANS = {"en": (1.0, 0.0), "fr": (0.0, 1.0)}


def test_the_mean_of_the_language_is_taken_off():
    rows = centre(np.array([[1.0, 2.0], [3.0, 1.0]]), ["en", "fr"], MEANS)
    assert rows.dtype == np.float32
    assert np.allclose(rows, [[0, 1], [1, 0]])


def test_an_unknown_language_gets_the_mean_of_all():
    assert np.allclose(centre(np.array([[0.5, 2.5]]), ["und"], MEANS), [[0, 1]])


def test_a_region_does_not_matter():
    one = centre(np.array([[2.0, 3.0]]), ["en-GB"], MEANS)
    assert np.array_equal(one, centre(np.array([[2.0, 3.0]]), ["en"], MEANS))


def test_a_row_that_is_its_mean_stays_finite():
    assert np.array_equal(centre(np.array([[1.0, 0.0]]), ["en"], MEANS), [[0, 0]])


def test_without_means_rows_are_only_normalised():
    assert np.allclose(centre(np.array([[3.0, 4.0]]), ["en"], {}), [[0.6, 0.8]])


def test_what_all_languages_share_stays_in_part():
    rows = centre(np.array([[1.0, 2.0], [3.0, 1.0]]), ["en", "fr"], MEANS, common=1)
    assert np.allclose(rows, centre(np.array([[0.5, 2.5], [3.5, 0.5]]), ["en", "fr"], {}))
    assert np.array_equal(centre(np.array([[1.0, 2.0]]), ["en"], MEANS, common=0), [[0, 1]])


def test_an_unknown_language_keeps_its_part_too():
    rows = centre(np.array([[0.5, 2.5]]), ["und"], MEANS, common=0.5)
    assert np.allclose(rows, centre(np.array([[0.25, 2.25]]), ["en"], {}))


def test_the_same_text_is_as_alike_as_can_be_and_both_encoders_count():
    same, other = np.array([[1.0, 0.0]]), np.array([[0.0, 1.0]])
    assert graded((same, same), (same, same)) == pytest.approx([1])
    near, point = graded((same, same), (same, other)), graded((same, other), (same, same))
    assert 0 < point[0] < near[0] < 1
    assert 0 < COMMON < 1


def test_no_rows_give_no_rows():
    assert centre(np.zeros((0, 2), np.float32), [], MEANS).shape == (0, 2)


def test_each_row_needs_a_language():
    with pytest.raises(ValueError, match="2 vectors, but 1 languages"):
        centre(np.ones((2, 2)), ["en"], MEANS)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(["en", "fr", "und"]), min_size=1, max_size=6), st.integers(0, 2**16))
def test_rows_do_not_depend_on_one_another(languages, seed):
    rows = np.random.default_rng(seed).normal(size=(len(languages), 2)).astype(np.float32)
    together = centre(rows, languages, MEANS)
    alone = np.concatenate([centre(rows[i : i + 1], [code], MEANS) for i, code in enumerate(languages)])
    assert np.array_equal(together, alone)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)


def test_the_shipped_means_cover_the_languages_of_the_product():
    means = shipped_means(MODELS)
    assert set(means) == set(LANGUAGES)
    assert {len(mean) for mean in means.values()} == {384}


def test_missing_means_are_named(tmp_path):
    with pytest.raises(ModelError, match=r"means\.json: cannot be read"):
        shipped_means(tmp_path)
