"""The large judge learns, its figures are right on scores made by hand, and the command does all of it."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("gguf")
pytest.importorskip("onnx")
pytest.importorskip("transformers")

import torch

from training import measure_large
from training.large.figures import area, figures, macro
from training.large.fit import Plan, fit, scores
from training.large.network import read_judge
from training.large.sets import JUDGED, drawn, judged_sets, labelled
from training.large.source import Source
from training.stance.pairs import STANCE_SETS, Pair

ROWS = [[at % 7, 40 + at % 2, 3, 3][: 3 + at % 2] for at in range(64)]
GOLD = [at % 2 for at in range(64)]


def ticks():
    """A clock that ticks once a second, so that seconds are steps."""
    return iter(range(10_000)).__next__


@pytest.fixture
def judge(network):
    torch.manual_seed(1)
    return read_judge(Source(network[0]), 2, 260)


def test_it_learns_by_the_clock(judge):
    words = judge.words.clone()
    assert fit(judge, ROWS, GOLD, Plan(30, rate=3e-3, head_rate=3e-2, size=16, rising=5), 1, ticks()) == 29
    assert scores(judge, ROWS, size=10).argmax(axis=1).tolist() == GOLD
    assert torch.equal(judge.words, words)


def test_a_step_that_overflows_leaves_no_trace(judge, monkeypatch):
    from training.large import fit as module

    honest, steps = module._loss, iter(range(10_000))

    def overflows(*arguments):
        loss = honest(*arguments)
        return loss * float("nan") if next(steps) % 7 == 3 else loss

    monkeypatch.setattr(module, "_loss", overflows)
    fit(judge, ROWS, GOLD, Plan(30, rate=3e-3, head_rate=3e-2, size=16, rising=5), 1, ticks())
    assert all(bool(torch.isfinite(value).all()) for value in judge.state_dict().values())
    assert scores(judge, ROWS).argmax(axis=1).tolist() == GOLD


def test_the_rates_rise_by_steps_and_fall_by_the_clock():
    plan = Plan(200)
    assert plan.factor(0, 0) == 0.01
    assert plan.factor(99, 0) == 1
    assert plan.factor(500, 100) == 0.5
    assert plan.factor(500, 300) == 0


def test_figures_of_scores_made_by_hand():
    rows = [[3, 0, 0, 0], [2, 1, 0, 0], [0, 1, 0, 0], [1, 2, 0, 0], [2, 1.5, 0, 0], [0, 0, 5, 0]]
    found = figures(np.array(rows, np.float32), np.array([0, 0, 0, 1, 1, 2]))
    assert found.pairs == 6
    # Margins of yes 3, 1, -1 and of no -1, .5: above 2, 2 and half of 1 of 2 each.
    assert found.sides == pytest.approx(4.5 / 6)
    # Yes: 2 right of 3 found and 3 asked for; no: 1 right of 2 found and 2 asked for.
    assert found.two == pytest.approx((2 * 2 / 6 + 2 * 1 / 4) / 2)
    assert found.all == pytest.approx((2 * 2 / 6 + 2 * 1 / 4 + 1) / 3)
    assert found.any == 1
    assert str(found) == "6 pairs: AUC yes/no 0.750, macro-F1 yes/no 0.583, macro-F1 0.722, AUC side/none 1.000"


def test_a_figure_without_its_pairs_is_not_told():
    assert math.isnan(area(np.array([1.0, 2.0]), np.array([True, True])))
    assert math.isnan(macro(np.array([]), np.array([]), (0, 1)))
    only = figures(np.array([[1.0, 0, 0, 0], [0, 1, 0, 0]]), np.array([0, 1]))
    assert "side/none" not in str(only)


def test_all_public_pairs_come_first():
    lesson = [Pair(f"q{at}", "t", "yes", "own" if at % 4 else "argkp", "g") for at in range(40)]
    pairs = drawn(lesson, 15, 1)
    assert [sum(p.origin == name for p in pairs) for name in ("argkp", "own")] == [10, 5]
    assert pairs == drawn(lesson, 15, 1)
    assert len(drawn(lesson, 100, 1)) == 40


def test_what_is_judged_is_never_learned():
    assert not set(JUDGED) & set(STANCE_SETS)


@pytest.fixture
def public(tmp_path):
    (tmp_path / "stance").mkdir()
    for name in JUDGED:
        rows = [
            {"question": "Up?", "text": f"{label} {at}", "label": label} for at in range(9) for label in ("yes", "no")
        ]
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / "stance" / f"{name}.jsonl").write_text(text)
    return tmp_path


def test_sets_are_drawn_by_name_and_origin(public):
    held = [Pair("q", f"t{at}", "yes", "argkp", "g") for at in range(3)]
    sets = judged_sets(public, held, 5, 1)
    assert {name: len(pairs) for name, pairs in sets.items()} == {**dict.fromkeys(JUDGED, 5), "held-out argkp": 3}


@pytest.mark.parametrize("line", ['{"question": "q", "text": "t", "label": "maybe"}', '{"label": "yes"}', "yes", "[1]"])
def test_a_line_that_is_no_pair_is_named(tmp_path, line):
    path = tmp_path / "cofe.jsonl"
    path.write_text('{"question": "q", "text": "t", "label": "yes"}\n' + line + "\n")
    with pytest.raises(SystemExit, match=r"cofe\.jsonl:2.*mend the line"):
        labelled(path)


def test_a_missing_set_is_named(public):
    (public / "stance" / "cofe.jsonl").unlink()
    with pytest.raises(SystemExit, match=r"cofe\.jsonl: no such file; pass --public"):
        judged_sets(public, [], 5, 1)


def test_the_command_trains_judges_and_answers(network, public, monkeypatch, capsys):
    pairs = [Pair("Up?", f"{label} {at}", label, "own", "g") for at in range(20) for label in ("yes", "no", "none")]
    monkeypatch.setattr(measure_large, "lesson", lambda folder, branch, epoch: pairs[epoch:])
    monkeypatch.setattr(measure_large, "held_pairs", lambda folder: pairs[:6])
    answers = public / "out" / "answers.jsonl"
    options = f"--gguf {network[0]} --public {public} --device cpu --layers 1 --seconds 0.5 --answers {answers}"
    measure_large.main(options.split())
    told = capsys.readouterr()
    assert "differs from" in told.err
    for name in (*JUDGED, "held-out own"):
        assert f"\n{name}: " in told.out
    rows = [json.loads(line) for line in answers.read_text().splitlines()]
    assert [(row["text"], row["label"]) for row in rows] == [(pair.text, pair.label) for pair in pairs[1:]]
    assert all(sum(row["answers"].values()) == pytest.approx(1, abs=1e-4) for row in rows)


def test_a_gpu_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(SystemExit, match=r"finds no GPU.*--device cpu"):
        measure_large.main(["--gguf", "none", "--public", "none"])
