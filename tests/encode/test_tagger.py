"""The shipped reader model."""

from __future__ import annotations

import pickle
import shutil

import pytest

from pipeline.encode import EncodeSettings, Tagger
from pipeline.encode.names import ENCODER, LINKING, READER
from pipeline.encode.settings import MODELS
from pipeline.errors import ModelError
from pipeline.records import Span, Window

SAYINGS = [
    ("Mara Voss said that the harbour will freeze in March.", "Mara Voss", "said", "harbour will freeze"),
    ("„Der Hafen friert im März zu“, sagte die Kapitänin Ada Lind.", "Ada Lind", "sagte", "Der Hafen friert"),
    ("Selon la capitaine Ada Lind, le port va geler en mars.", "Ada Lind", "Selon", "le port va geler"),
    ("La capitana Ada Lind aseguró que el puerto se helará en marzo.", "Ada Lind", "aseguró", "el puerto se helará"),
    ("船長のアダ・リンドは「港は三月に凍る」と述べた。", "アダ・リンド", "述べ", "港は三月に凍る"),
]


def window(text: str) -> Window:
    return Window(text, (Span(0, len(text)),))


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


@pytest.mark.parametrize(("text", "source", "cue", "content"), SAYINGS)
def test_it_finds_who_says_what(tagger, text, source, cue, content):
    (tagged,) = tagger([window(text)])
    saying = next(s for s in tagged.sayings if s.source and s.cue)
    assert source in text[saying.source.start : saying.source.end]
    assert cue in text[saying.cue.start : saying.cue.end]
    assert any(content in text[c.start : c.end] for c in saying.contents)
    assert saying.commitment == "asserts"


def test_a_question_a_greeting_and_a_fact_are_told_apart(tagger):
    texts = ["The harbour froze in March 1963.", "Did the harbour freeze in 1963?", "Dear readers, good morning!"]
    best = [max(range(9), key=row.__getitem__) for row in (t.sentences[0] for t in tagger([window(t) for t in texts]))]
    assert best == [0, 2, 6]


def test_neighbours_and_order_change_nothing(tagger):
    windows = [window(text) for text, *_ in SAYINGS]
    alone = [tagger([w])[0] for w in windows]
    assert tagger(windows) == alone
    assert tagger(windows[::-1]) == alone[::-1]
    assert pickle.loads(pickle.dumps(tagger))(windows[:1]) == alone[:1]


def test_a_text_beyond_the_limit_is_read_to_the_limit(tagger):
    long = "The harbour froze. " * 400
    sentences = tuple(Span(at, at + 18) for at in range(0, len(long), 19))
    (tagged,) = tagger([Window(long, sentences)])
    assert len(tagged.sentences) == len(sentences)
    assert tagged.sentences[0]
    assert tagged.sentences[-1] == ()


@pytest.mark.parametrize("harm", ["missing", "changed"])
def test_a_damaged_model_is_named_with_what_to_do(tmp_path, harm):
    models = tmp_path / "models"
    shutil.copytree(MODELS, models, ignore=shutil.ignore_patterns("stance-judge", "means.json"))
    path = models / READER / LINKING
    path.unlink() if harm == "missing" else path.write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match="git checkout") as caught:
        Tagger(EncodeSettings(models=models))([window("The harbour froze.")])
    assert str(path) in str(caught.value)
    assert (models / ENCODER).is_dir()


CHECKABLE = [
    "Next week I will send this house a bill that does away with the bridge toll.",
    "We were the first county to pay its ferrymen in winter.",
    "Small boats are vanishing from the harbour and big ones take their berths.",
    "Let us pass the harbour bill and put a dime on every crate.",
    "It is a shame that the lighthouse was dark for nine nights.",
    "Der Fährbetrieb kostet die Insel jedes Jahr mehr, als er einbringt.",
]
NOT_CHECKABLE = [
    "We must never lose faith in each other, whatever the sea may bring.",
    "May the coming year be kind to all who sail.",
    "The harbour is the soul of our island.",
    "Let us be bold, let us be brave, and let us be kind.",
    "What a disgrace!",
    "Man sollte den Leuten da draußen endlich einmal zuhören.",
]


def test_promises_records_and_changes_can_be_checked_wishes_and_values_cannot(tagger):
    found = [t.verifiable[0] for t in tagger([window(text) for text in CHECKABLE + NOT_CHECKABLE])]
    assert min(found[: len(CHECKABLE)]) > 0.5 > max(found[len(CHECKABLE) :])


def test_a_sentence_beyond_the_limit_has_no_measure(tagger):
    long = "The harbour froze. " * 400
    (tagged,) = tagger([Window(long, (Span(0, 18), Span(len(long) - 19, len(long) - 1)))])
    assert tagged.verifiable[0] is not None
    assert tagged.verifiable[1] is None
