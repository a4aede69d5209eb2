import json
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cluster.matching import PLAIN, Matter, apart, both, chance, lead, weights
from pipeline.cluster.overlap import pieces, profiles
from pipeline.cluster.points import LOYAL, best_cut, between, cut, loyal, merged, points
from pipeline.encode import PointEncoder


def rows(count: int, width: int = 24, seed: int = 0) -> np.ndarray:
    found = np.random.default_rng(seed).normal(size=(count, width)).astype(np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def overlap(*texts: str) -> float:
    known = profiles(texts)
    return float((known[0] @ known[1].T).toarray()[0, 0])


def test_rare_words_weigh_more_than_those_that_every_text_on_the_matter_uses():
    texts = [
        "Uniforms cost parents money.",
        "Parents have no money for them.",
        "Uniforms look grey.",
        "Uniforms itch.",
        "Uniforms tear.",
    ]
    known = profiles(texts)
    alike = (known @ known.T).toarray()
    assert alike[0, 1] > alike[0, 2] > 0
    assert np.allclose(np.diagonal(alike), 1, atol=1e-6)


def test_a_term_that_all_use_in_one_language_is_not_rare_there():
    texts = ["KI lernt schnell.", "KI kostet viel.", "KI altert.", *(f"The {n}th ferry is late." for n in range(9))]
    alone, mixed = profiles(texts[:3]), profiles(texts, ["de"] * 3 + ["en"] * 9)
    among_all = profiles(texts)
    pair = [float((known[0] @ known[1].T).toarray()[0, 0]) for known in (alone, mixed, among_all)]
    assert pair[0] == pytest.approx(pair[1])
    assert pair[0] < pair[2]
    assert float((mixed[0] @ profiles(texts, ["de"] * 3 + ["en"] * 9)[5].T).toarray()[0, 0]) == 0


def test_endings_case_and_width_matter_little():
    assert overlap("Teachers judge.", "the TEACHER judged") > 0.4
    assert overlap("学费上涨", "大学学费太高") > 0.1
    assert overlap("등록금이 오른다", "등록금은 비싸다") > 0.1
    assert list(pieces("ＡＢ")) == [" ab", "ab ", " ab "]


@given(st.lists(st.text(max_size=20), max_size=6))
def test_any_texts_have_profiles_of_length_one_or_none(texts):
    known = profiles(texts)
    lengths = np.sqrt(np.asarray(known.multiply(known).sum(axis=1))).ravel()
    assert all(abs(length - 1) < 1e-5 or length == 0 for length in lengths)


def test_what_a_kind_of_texts_shares_is_taken_out():
    common = rows(1, seed=5)
    crowd = rows(40) + 2 * common
    crowd /= np.linalg.norm(crowd, axis=1, keepdims=True)
    before, after = float((crowd @ crowd.T).mean()), apart(crowd, np.zeros(40, dtype=np.int64))
    assert float((after @ after.T).mean()) < 0.8 * before
    assert apart(crowd[:0], np.zeros(0, dtype=np.int64)).shape == (0, 24)


def test_shared_words_speak_for_a_match_and_another_language_does_not_speak_against_it():
    same = np.repeat(rows(1), 2, axis=0)
    others = rows(8, seed=3)
    vectors = np.concatenate([same, others])
    words = ["The harbour costs too much.", "The harbour costs far too much.", *(f"word{n}" for n in range(8))]
    left, right = np.array([0]), np.array([1])

    def odds(first: str, second: str, language: str) -> float:
        matter = Matter([first, second, *words[2:]], ["en", language, *["en"] * 8], vectors)
        return float(matter.alike(left, right)[0, 0])

    assert odds(words[0], words[1], "en") > odds(words[0], "Quite other terms entirely.", "en")
    foreign = odds(words[0], "Der Hafen ist zu teuer.", "de")
    assert odds(words[0], "Quite other terms entirely.", "en") <= foreign < odds(words[0], words[1], "en")


def test_the_lead_over_the_best_rival():
    found = lead(np.array([[3.0, 1.0, 2.0], [1.0, 1.0, 0.0]], dtype=np.float32))
    assert found.tolist() == [[1.0, -2.0, -1.0], [0.0, 0.0, -1.0]]
    assert lead(np.ones((2, 1), dtype=np.float32)).tolist() == [[0.0], [0.0]]


def test_a_key_point_that_is_ahead_of_its_rivals_is_likelier_made():
    vectors = rows(12, seed=2)
    vectors[1] = vectors[0]
    matter = Matter([f"text {n}" for n in range(12)], ["en"] * 12, vectors)
    alone = matter.makes(np.array([0]), np.array([1]))[0, 0]
    among = matter.makes(np.array([0]), np.array([1, 5, 6]))[0]
    assert among[0] > alone
    assert among.argmax() == 0
    assert 0 < chance(among).min() < chance(among).max() < 1


def test_claims_like_it_tell_which_point_a_claim_makes():
    matter = chain()  # 1 is half like 0 and half like 2; 3 is all but 0
    pair, points = np.array([1]), np.array([0, 2])
    alone = matter.makes(pair, points)[0]
    among = matter.makes(np.array([1, 3, 5]), points)[0]
    assert among[0] - among[1] > alone[0] - alone[1]
    turned = matter.makes(np.array([5, 3, 1]), points)[2]
    assert np.allclose(turned, among, atol=1e-5)


def test_the_weights_are_of_the_shipped_point_encoder():
    known = json.loads((files("pipeline.cluster") / "data" / "matching.json").read_text(encoding="utf-8"))
    assert known["encoder"] == PointEncoder().revision
    assert weights().cosine > 0 < weights().words


def test_pairs_of_units_are_means_and_symmetric():
    matter = Matter([f"text {n}" for n in range(6)], ["en"] * 6, rows(6))
    single, units = between(matter, [[n] for n in range(6)]), between(matter, [[0, 1], [2], [3, 4, 5]])
    assert units[0, 1] == pytest.approx(single[:2, 2].mean(), abs=1e-6)
    assert np.allclose(units, units.T)


def test_the_cut_with_the_best_silhouette_is_chosen():
    chances = np.full((6, 6), 0.05, dtype=np.float32)
    chances[:3, :3] = chances[3:, 3:] = 0.45
    assert len(set(cut(chances, 0.5).tolist())) == 6
    labels = best_cut(chances).tolist()
    assert labels[:3] == [labels[0]] * 3
    assert labels[3:] == [labels[3]] * 3 != labels[:3]
    assert best_cut(chances[:1, :1]).tolist() == [0]


def three_matters() -> Matter:
    """Texts 0 to 2 make one point, 3 and 4 another, 5 a third; the rest is on other things."""
    vectors = rows(14, width=96, seed=4)
    for at, of in ((1, 0), (2, 0), (4, 3)):
        vectors[at] = vectors[of] + 0.2 * vectors[at]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Matter([letter * 5 for letter in "abcdefghijklmn"], ["en"] * 14, vectors)


def test_a_claim_alone_joins_the_key_point_that_it_makes_and_another_stays_alone():
    found = points(three_matters(), range(6), ["a", "a", "b", "c", "c", "d"], min)
    assert found == [[0, 1, 2], [3, 4], [5]]


def test_a_point_that_no_claim_can_name_is_undone_but_families_stay_whole():
    def name(part: list[int]) -> int | None:
        return None if 2 in part else min(part)

    found = points(three_matters(), range(6), ["a", "b", "b", "c", "c", "d"], name)
    assert found == [[0], [1, 2], [3, 4], [5]]


def chain() -> Matter:
    """Text 1 is somewhat like 0 and like 2, which are not alike; 3 is all but 0."""
    vectors = rows(14, width=96, seed=4)
    vectors[1] = vectors[0] + vectors[2] + 0.85 * vectors[1]
    vectors[3] = vectors[0] + 0.02 * vectors[3]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Matter([letter * 5 for letter in "abcdefghijklmn"], ["en"] * 14, vectors)


def test_a_family_that_hardly_makes_the_key_point_leaves_its_part():
    matter = chain()
    assert chance(matter.alike(np.array([2]), np.array([0])))[0, 0] < LOYAL
    parts, strays = loyal(matter, [[0, 1, 2]], [[0], [1], [2]], min)
    assert (parts, strays) == ([[0, 1]], [[2]])
    assert loyal(matter, [[0, 1, 2]], [[0, 2], [1]], min) == ([[0, 1, 2]], [])  # families stay whole


def test_what_lies_far_from_the_question_joins_only_what_it_says_outright():
    matter, each = chain(), ["a", "b", "c", "d"]
    assert points(matter, range(4), each, min, near={0}) == [[0, 3], [1], [2]]
    assert points(matter, range(4), each, min, near=set()) == [[0], [1], [2], [3]]
    assert points(matter, range(4), each, lambda part: None, near={0}) == [[0], [1], [2], [3]]


def test_points_whose_key_points_say_the_same_are_one():
    assert merged(chain(), [[0, 5], [2], [3]], min) == [[0, 3, 5], [2]]
    assert merged(chain(), [[0], [3]], lambda part: None if 3 in part else 0) == [[0], [3]]


def test_both_encoders_count_by_their_shares() -> None:
    points, vectors = np.eye(3, dtype=np.float32)[[0, 0, 1]], np.eye(3, dtype=np.float32)[[0, 1, 0]]
    rows = both(points, vectors)
    assert rows.dtype == np.float32
    assert rows @ rows.T == pytest.approx(np.array([[1, 1 - PLAIN, PLAIN], [1 - PLAIN, 1, 0], [PLAIN, 0, 1]]), abs=1e-6)
