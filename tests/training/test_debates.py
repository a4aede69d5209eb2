"""Debates of the stance corpus, and the rows they become."""

from __future__ import annotations

import json
import random

import pytest
from tokenizers import Tokenizer

from pipeline.encode.names import ENCODER, TOKENIZER
from pipeline.encode.settings import MODELS
from training.stance.debates import debate_rows, debates
from training.stance.pairs import LABELS, Pair
from training.stance.rows import Rows

LANGUAGES = frozenset(["en", "fr", "de", "es", "it", "pt", "nl", "zh", "ja", "ko", "ru", "ar"])


def test_every_debate_is_whole():
    rows = debate_rows()
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        texts = [one for label in LABELS for one in row.get(label, ())]
        assert {one["g"] for one in (*row["forms"], *texts)} <= LANGUAGES, row["id"]
        assert all(one["t"].strip() for one in (*row["forms"], *texts)), row["id"]
        assert row["yes"], row["id"]
        assert row["no"], row["id"]
        assert not all(form.get("inverse") for form in row["forms"]), row["id"]


def test_a_wording_that_asks_for_the_opposite_turns_the_sides():
    rows = {row["id"]: row for row in debate_rows()}
    for pair in debates(9, 9, random.Random(1))[:3000]:
        row = rows[pair.group.removeprefix("own:")]
        inverse = next(form.get("inverse", False) for form in row["forms"] if form["t"] == pair.question)
        stated = {one["t"]: label for label in LABELS for one in row.get(label, ())}[pair.text]
        turned = {"yes": "no", "no": "yes"}.get(stated, stated) if inverse else stated
        assert pair.label == turned


def test_a_line_that_is_no_debate_is_named(tmp_path):
    good = {"id": "x-a", "field": "city", "forms": [], "yes": [], "no": []}
    lines = [json.dumps(good), json.dumps({"id": "x-b", "texts": []})]
    (tmp_path / "debates-x.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ValueError, match=r"debates-x\.jsonl:2: needs id, field, forms"):
        debate_rows(tmp_path)


@pytest.fixture(scope="module")
def tokenizer():
    return Tokenizer.from_file(str(MODELS / ENCODER / TOKENIZER))


def test_rows_are_what_the_pipeline_reads(tokenizer):
    texts = ["Has it?", "Die Brücke trägt nicht mehr.", "値上げは避けられない。", "Non, jamais."]
    pairs = [Pair(a, b, "yes", "own", "g") for a in texts for b in texts]
    found = Rows(tokenizer, 128).of(pairs)
    assert found == [tokenizer.encode(pair.question, pair.text).ids for pair in pairs]


@pytest.mark.parametrize(("first", "second"), [(3, 90), (90, 3), (90, 90), (40, 60)])
def test_long_rows_lose_the_end_of_the_longer_text(tokenizer, first, second):
    question, text = "word " * first, "stone " * second
    (row,) = Rows(tokenizer, 64).of([Pair(question, text, "no", "own", "g")])
    assert len(row) == 64
    whole = [tokenizer.encode(part).ids[1:-1] for part in (question, text)]
    cut = row.index(2)
    kept = row[1:cut], row[cut + 2 : -1]
    for part, full in zip(kept, whole, strict=True):
        assert part == full[: len(part)]
        assert len(part) == len(full) or len(part) >= 30
