"""The corpus of verifiable sentences, and the measure that is learned from it."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.encode.decode import decode
from pipeline.encode.scheme import WIDTH
from pipeline.records import Span, Window
from training.reading.markup import MarkupError
from training.verifiable.corpus import KEPT, load, load_all
from training.verifiable.fit import fit, judge, measure, pooled
from training.verifiable.states import STATES, States

PART = """# speech/state
- Good evening.
+ The ferry sails twice a day.

- What a night!
# comment/forum
+ Der Hafen friert jedes Jahr zu.
"""


def test_a_blank_line_or_a_new_head_ends_a_stretch(tmp_path):
    path = tmp_path / "en-a1.txt"
    path.write_text(PART, encoding="utf-8")
    first, second, third = load(path)
    assert (first.kind, first.sentences, first.labels) == (
        "speech/state",
        ("Good evening.", "The ferry sails twice a day."),
        (False, True),
    )
    assert second.sentences == ("What a night!",)
    assert (third.kind, third.labels) == ("comment/forum", (True,))


@pytest.mark.parametrize("line", ["The ferry sails.", "* The ferry sails.", "+The ferry sails.", "#speech/state"])
def test_a_line_without_a_label_is_named(tmp_path, line):
    path = tmp_path / "en-a1.txt"
    path.write_text(f"# speech/state\n{line}\n", encoding="utf-8")
    with pytest.raises(MarkupError, match=r"en-a1\.txt:2"):
        load(path)


def test_every_sentence_of_the_corpus_stands_where_it_is_said_to():
    stretches = load_all()
    assert sum(len(s.sentences) for s in stretches) > 3000
    assert {s.language for s in stretches} == {"en", "fr", "de", "es", "it", "pt", "nl", "zh", "ja", "ko", "ru", "ar"}
    for stretch in stretches:
        text, places = stretch.joined()
        assert tuple(text[p.start : p.end] for p in places) == stretch.sentences


def test_the_sentences_kept_back_are_in_all_languages_and_teach_nothing():
    kept = load_all(KEPT)
    assert sum(len(s.sentences) for s in kept) > 2500
    assert {s.language for s in kept} == {s.language for s in load_all()}
    learned = {(s.language, x) for s in load_all() for x in s.sentences}
    assert not [x for s in kept for x in s.sentences if (s.language, x) in learned]


def test_no_sentence_of_a_language_has_both_labels():
    seen: dict[tuple[str, str], bool] = {}
    for stretch in [*load_all(), *load_all(KEPT)]:
        for sentence, label in zip(stretch.sentences, stretch.labels, strict=True):
            assert seen.setdefault((stretch.language, sentence), label) == label, sentence


def drawn(count: int) -> States:
    """Sentences of noise; one token of each verifiable one points the other way in two numbers."""
    source = np.random.default_rng(3)
    sizes = source.integers(3, 12, count)
    labels = source.random(count) < 0.5
    rows = source.normal(size=(sizes.sum(), 12)).astype(np.float32)
    ends = np.cumsum(sizes)
    rows[ends[labels] - source.integers(1, 4, labels.sum()), :2] += 9
    return States(rows, sizes, labels, np.array([f"en-a{at % 6}" for at in range(count)]))


def test_one_telling_token_is_learned_and_the_weights_repeat():
    states = drawn(600)
    seen = states.files != "en-a0"
    weights = fit(states.of(seen))
    again = fit(states.of(seen))
    assert all(np.array_equal(one, other) for one, other in zip(weights, again, strict=True))
    held = states.of(~seen)
    assert (judge(held, weights) == held.labels).mean() > 0.9


def test_training_and_reading_pool_alike():
    import torch

    words = ["The", "ferry", "sails", "daily."]
    text = " ".join(words)
    starts = [text.index(word) for word in words]
    offsets = [(start, start + len(word)) for start, word in zip(starts, words, strict=True)]
    evidence = np.array([[0.3, -2.0], [-0.1, 1.5], [0.7, 0.2], [0.0, -1.0]], np.float32)
    table = np.zeros((4, WIDTH), np.float32)
    read = decode(Window(text, (Span(0, len(text)),)), table, offsets, ((0.1, 0.1), (0.1, 0.1)), evidence).verifiable
    learned = torch.sigmoid(pooled(torch.from_numpy(evidence), np.array([4]))).item()
    assert read == (pytest.approx(learned, abs=1e-4),)


def test_what_was_found_is_counted_by_language_and_over_all():
    labels, found = np.array([True, True, False, False]), np.array([True, False, False, True])
    files = np.array(["de-e1", "de-e1", "en-e1", "en-e1"])
    states = States(np.zeros((4, 1), np.float32), np.ones(4, np.int64), labels, files)
    lines: list[str] = []
    measure(states, found, lines.append)
    assert lines == [
        "de 1 sentences: accuracy 0.500, F1 0.667",
        "en 1 sentences: accuracy 0.500, F1 0.000",
        "all 2 sentences: accuracy 0.500, F1 0.500",
    ]


def test_the_measure_is_read_back_from_the_graph_that_holds_it():
    onnx = pytest.importorskip("onnx")
    from training.verifiable.graph import measure_of, with_measure, without

    place = [onnx.helper.make_tensor_value_info("in", onnx.TensorProto.FLOAT, [1, "tokens", 4])]
    nodes = [onnx.helper.make_node("Identity", ["in"], [name], name=name) for name in STATES]
    out = [onnx.helper.make_tensor_value_info(STATES[0], onnx.TensorProto.FLOAT, [1, "tokens", 4])]
    bare = onnx.helper.make_model(onnx.helper.make_graph(nodes, "reader", place, out))
    source = np.random.default_rng(5)
    weights, bias = (source.normal(size=size).astype(np.float32) for size in ((4 * len(STATES), 2), (2,)))
    model = with_measure(bare, weights, bias)
    assert all(np.array_equal(a, b) for a, b in zip(measure_of(model), (weights, bias), strict=True))
    with pytest.raises(KeyError):
        measure_of(without(model))
