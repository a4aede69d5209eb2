"""The corpus of key points, and what is learned from it."""

import random

import numpy as np
import pytest

from training.points.check import faults
from training.points.sides import argument_sides, kept_back, own_sides, paraphrase_sides

torch = pytest.importorskip("torch")


def test_the_corpus_has_no_fault_and_every_language():
    sides = list(own_sides())
    assert list(faults(sides)) == []
    codes = [code for side in sides for code in side.codes]
    assert len(set(codes)) == 12
    assert min(codes.count(code) for code in set(codes)) > 300


def test_a_fault_is_found():
    (first, *_) = own_sides()
    assert any("stands 2 times" in fault for fault in faults([first, first]))
    assert any("stands in" in fault for fault in faults([first, first]))


def test_both_sides_of_a_question_are_kept_back_or_neither():
    sides = list(own_sides())
    kept = {side.name.rsplit("-", 1)[0] for side in sides if kept_back(side)}
    learned = {side.name.rsplit("-", 1)[0] for side in sides if not kept_back(side)}
    assert kept
    assert not kept & learned


def test_a_text_makes_its_own_point_and_is_like_those_that_make_it():
    for side in own_sides():
        assert side.makes.shape == (len(side.texts), len(side.keys))
        assert set(side.makes.sum(axis=1).tolist()) <= {0, 1}
        made = side.makes.sum(axis=1) == 1
        assert np.array_equal(side.same[np.ix_(made, made)] == 1, (side.makes @ side.makes.T)[np.ix_(made, made)] == 1)
        assert (np.diagonal(side.same)[~made] == -1).all()


def test_public_sets_are_read_from_the_folder_that_is_named(tmp_path):
    for name in ("keypoint", "cluster"):
        (tmp_path / name).mkdir()
    row = '{"topic": "ferries", "stance": 1, "argument": "%s", "key_point": "%s", "label": %s}\n'
    lines = [row % ("they sink", "unsafe", 1), row % ("they sink", "dear", 0), row % ("who pays", "dear", "null")]
    (tmp_path / "keypoint" / "argkp_train.jsonl").write_text("".join(lines))
    (side,) = argument_sides(tmp_path)
    assert (side.texts, side.keys) == (("they sink", "who pays"), (("dear",), ("unsafe",)))
    assert side.makes.tolist() == [[0, 1], [-1, -1]]
    line = '{"topic_id": 1, "text": "%s", "cluster": %d, "split": "%s"}\n'
    told = [line % ("a", 1, "train"), line % ("b", 1, "train"), line % ("c", 2, "train"), line % ("d", 2, "dev")]
    (tmp_path / "cluster" / "perspectrum.jsonl").write_text("".join(told))
    (side,) = paraphrase_sides(tmp_path)
    assert side.same.tolist() == [[1, 1, 0], [1, 1, 0], [0, 0, 1]]


def test_the_loss_falls_where_texts_of_one_point_are_near():
    from training.points.fit import Learner, _loss

    side = next(own_sides())
    where = {text: number for number, forms in enumerate(side.keys) for text in forms}
    where |= {text: int(row.argmax()) if row.any() else 7 for text, row in zip(side.texts, side.makes, strict=True)}

    def learner(spread: bool) -> Learner:
        chance = np.random.default_rng(0)
        states = {}
        for text, number in where.items():
            row = 0.1 * chance.normal(size=8)
            row[number if spread else 0] += 1
            states[text] = torch.tensor(row, dtype=torch.float32)
        odds = torch.nn.Parameter(torch.tensor([[12.0, -5.0]] * 3))
        return Learner(lambda rows: torch.nn.functional.normalize(torch.stack(rows)), states, random.Random(0), odds)

    assert _loss(learner(True), side).item() < _loss(learner(False), side).item() / 3
