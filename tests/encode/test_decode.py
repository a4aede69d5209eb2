"""Rows of numbers to spans and links."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.encode.decode import decode
from pipeline.encode.scheme import GROUPS, WIDTH, columns, link_columns
from pipeline.records import Span, Window

WORDS = ["She", "told", "us", "that", "it", "may", "not", "work"]
TEXT = " ".join(WORDS)
NEAR = ((0.1, 0.1), (0.1, 0.1))


def offsets() -> list[tuple[int, int]]:
    found, at = [(0, 0)], 0
    for word in WORDS:
        found.append((max(0, at - 1), at + len(word)))  # a piece takes the space before it along
        at += len(word) + 1
    return [*found, (0, 0)]


def table(**labels: list[str]) -> np.ndarray:
    """Rows that say each group's labels with certainty; one label for each word."""
    rows = np.zeros((len(WORDS) + 2, WIDTH), np.float32)
    for group, known in GROUPS.items():
        for at, label in enumerate(labels.get(group, [known[0]] * len(WORDS)), 1):
            rows[at, columns(group).start + known.index(label)] = 12
    return rows


def tags(**kinds: dict[int, str]) -> dict[str, list[str]]:
    return {group: [places.get(at, "O") for at in range(len(WORDS))] for group, places in kinds.items()}


SAID = tags(
    outer={3: "B-i", 4: "I-i", 5: "I-i", 6: "I-i", 7: "I-i"},
    source={0: "B-s"}, cue={1: "B-d"}, negation={6: "B-n"}, hedge={5: "B-h"}, entity={2: "B-org"},
)  # fmt: skip


def window() -> Window:
    return Window(TEXT, (Span(0, len(TEXT)),))


def linked(rows: np.ndarray) -> np.ndarray:
    for link, word in (("cue", 2), ("source", 1)):
        query, key, none = link_columns(link)
        rows[4:9, query] = 1
        rows[word, key] = 1
        rows[:, none] = -1
    return rows


def test_marked_words_become_spans_and_a_saying():
    tagged = decode(window(), linked(table(**SAID)), offsets(), NEAR)
    (saying,) = tagged.sayings
    assert [TEXT[c.start : c.end] for c in saying.contents] == ["that it may not work"]
    assert saying.source == Span(0, 3)
    assert TEXT[saying.cue.start : saying.cue.end] == "told"
    assert (saying.kind, saying.commitment, saying.inner) == ("indirect", "denies", False)
    assert [TEXT[s.start : s.end] for s in (*tagged.negations, *tagged.hedges)] == ["not", "may"]
    assert [(s.kind, TEXT[s.start : s.end]) for s in tagged.entities] == [("org", "us")]


def test_a_piece_that_hangs_on_nothing_has_no_source():
    rows = linked(table(**SAID))
    for link in ("cue", "source"):
        rows[:, link_columns(link)[2]] = 9
    (saying,) = decode(window(), rows, offsets(), NEAR).sayings
    assert saying.source is saying.cue is None


def test_two_spans_that_touch_are_two():
    labels = tags(entity={0: "B-per", 1: "B-org", 2: "I-org"})
    found = decode(window(), table(**labels), offsets(), NEAR).entities
    assert [(s.kind, TEXT[s.start : s.end]) for s in found] == [("per", "She"), ("org", "told us")]


def test_a_sentence_beyond_the_last_token_has_no_label():
    cut = Window(TEXT + " More of it.", (Span(0, len(TEXT)), Span(len(TEXT) + 1, len(TEXT) + 12)))
    first, second = decode(cut, table(), offsets(), NEAR).sentences
    assert round(sum(first), 2) == 1
    assert second == ()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_whatever_the_numbers_spans_lie_in_the_text(seed):
    rows = np.random.default_rng(seed).normal(0, 4, (len(WORDS) + 2, WIDTH)).astype(np.float32)
    tagged = decode(window(), rows, offsets(), NEAR)
    spans = [*tagged.negations, *tagged.hedges, *tagged.entities, *tagged.terms]
    spans += [c for s in tagged.sayings for c in s.contents]
    for span in spans:
        assert 0 <= span.start < span.end <= len(TEXT)
        assert TEXT[span.start : span.end] == TEXT[span.start : span.end].strip()
    assert all(abs(sum(row) - 1) < 0.01 for row in tagged.sentences)
