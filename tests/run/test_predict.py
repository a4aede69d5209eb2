"""Predictions have the form of their task, in the order of the input, and wrong input is named."""

from __future__ import annotations

import gzip
import json

import pytest

from pipeline.errors import ConfigError
from pipeline.run.predict import TASKS, predict

LETTER = (
    "The wall\n\nAnyone who tells you that scaling has hit a wall is wrong. Northlight Labs spent 10 billion dollars "
    "on data centres.\n\n“We see no sign of a plateau,” said Ilse Brandt, who runs the training team. Is it over?\n"
)
PAGE = "<html><body><nav>Home</nav><article>" + "<p>The port of Lorn stays closed after the storm.</p>" * 6
ROWS = {
    "attribution": [{"text": "“It is over,” said Owen Strand on Monday.", "lang": "en"}],
    "bitext": [
        {"lang": "fr", "en": "The sea is cold.", "text": "La mer est froide."},
        {"lang": "fr", "en": "The lab built a model.", "text": "Le laboratoire a construit un modèle."},
    ],
    "claim": [
        {"text": "The port has been closed since Monday.", "lang": "en"},
        {"text": "Really?", "lang": "en"},
        {"text": "Next week I will send you a bill that does away with the bridge toll.", "lang": "en"},
        {"text": "We must never lose faith in each other.", "lang": "en"},
    ],
    "cluster": [
        {"text": "Fares should be free.", "topic_id": 1, "lang": "en"},
        {"text": "Fares ought to be free.", "topic_id": 1, "lang": "en"},
        {"text": "The sea is cold in May.", "topic_id": 1, "lang": "en"},
    ],
    "entity": [{"text": "OpenAI released o3.", "lang": "en"}],
    "extract": [{"html_file": "page.html.gz", "url": "https://tide.example/1", "lang": "en"}],
    "gold": [
        {"doc": "letter.txt", "lang": "en", "sentence": "Anyone who tells you that scaling has hit a wall is wrong."},
        {"doc": "letter.txt", "lang": "en", "sentence": "Is it over?"},
        {"doc": "letter.txt", "lang": "en", "sentence": "This stands nowhere in it."},
    ],
    "keypoint": [{"argument": "Fares keep the poor away.", "key_point": "Fares hurt the poor", "lang": "en"}],
    "lid": [{"text": "Die Fähre fährt heute nicht."}, {"text": "港は閉まっている。"}],
    "nli": [{"premise": "A man sleeps.", "hypothesis": "A man is awake.", "lang": "en"}],
    "quantity": [{"text": "It costs $5 million.", "lang": "en"}],
    "sentence": [{"text": "It rains. The port is closed.", "lang": "en"}],
    "stance": [{"question": "Should fares be free?", "text": "Free fares would help everyone.", "lang": "en"}],
    "sts": [{"a": "The sea is cold.", "b": "La mer est froide.", "lang": "en", "lang2": "fr", "score": 5.0}],
}
EXPECTED = {
    "attribution": lambda rows: rows[0]["attributions"][0]["source"] == [[19, 30]],
    "bitext": lambda rows: [row["nn_text_to_en"] for row in rows] == ["bitext-0", "bitext-1"],
    "claim": lambda rows: [row["is_claim"] for row in rows] == [True, False, True, False],
    "cluster": lambda rows: rows[0]["cluster"] == rows[1]["cluster"] != rows[2]["cluster"],
    "entity": lambda rows: [(e["start"], e["end"]) for e in rows[0]["entities"]] == [(0, 6), (16, 18)],
    "extract": lambda rows: "port of Lorn" in rows[0]["text"] and "Home" not in rows[0]["text"],
    "gold": lambda rows: [row["is_claim"] for row in rows] == [True, False, False],
    "keypoint": lambda rows: -1 <= rows[0]["score"] <= 1,
    "lid": lambda rows: [row["lang"] for row in rows] == ["de", "ja"],
    "nli": lambda rows: rows[0]["label"] in ("entailment", "neutral", "contradiction"),
    "quantity": lambda rows: [(q["value"], q["iso"]) for q in rows[0]["quantities"]] == [(5e6, "USD")],
    "sentence": lambda rows: rows[0]["spans"] == [[0, 9], [10, 29]],
    "stance": lambda rows: rows[0]["label"] in ("yes", "no", "none") and 0 <= rows[0]["prob"] <= 1,
    "sts": lambda rows: rows[0]["score"] > 0.3,
}


@pytest.mark.parametrize("task", sorted(TASKS))
def test_every_task_answers_its_lines(task, tmp_path):
    rows = [{"id": f"{task}-{number}", **row} for number, row in enumerate(ROWS[task])]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "letter.txt").write_text(LETTER, encoding="utf-8")
    assert predict(task, tmp_path / "in.jsonl", tmp_path / "out.jsonl") == len(rows)
    answers = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == [row["id"] for row in rows]
    assert EXPECTED[task](answers), answers


def test_an_unknown_task_names_those_there_are(tmp_path):
    with pytest.raises(ConfigError, match="attribution, bitext"):
        predict("poetry", tmp_path / "in", tmp_path / "out")


@pytest.mark.parametrize(
    ("text", "told"),
    [("{broken", r"in\.jsonl:1: is no JSON"), ("[1]", "no object with an id"), ('{"id": 1}', "lacks the field 'text'")],
)
def test_a_bad_line_is_named(tmp_path, text, told):
    (tmp_path / "in.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=told):
        predict("lid", tmp_path / "in.jsonl", tmp_path / "out.jsonl")


def test_files_that_cannot_be_read_or_written_are_named(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        predict("lid", tmp_path / "absent.jsonl", tmp_path / "out.jsonl")
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "It rains."}\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="No such file"):
        predict("lid", tmp_path / "in.jsonl", tmp_path / "no" / "out.jsonl")
