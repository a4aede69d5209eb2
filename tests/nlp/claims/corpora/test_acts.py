"""Frames into acts: what goes on is one act, unless runs are wanted apart."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader
from pipeline.nlp.claims.corpora.acts import acts_of, parted
from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.pairing import holds_part
from pipeline.nlp.claims.fusion.plausible import is_in_mood, is_named
from pipeline.nlp.claims.rules.discourse import MOOD, Said
from pipeline.nlp.claims.words.lexicon import load
from pipeline.nlp.claims.words.segment import segment
from pipeline.records import Saying, Span

READER = Reader()
GERMAN = load("de")

TEXT = "Harmsen sagte, der Kai sei alt. Die Werft habe Geld. Im Mai kam ein Schiff. Die Not sei groß."


def span(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def mood(words: str) -> Said:
    return Said(Frame(span("Harmsen"), None, (span(words),), "indirect", "asserts", MOOD), 0)


def said(*contents: str) -> Said:
    frame = Frame(span("Harmsen"), span("sagte"), tuple(map(span, contents)), "indirect", "asserts", "cue+clause")
    return Said(frame, 0)


@pytest.mark.parametrize(
    ("frames", "whole", "apart"),
    [
        ([said("der Kai sei alt"), mood("Die Werft habe Geld.")], [2], [1, 1]),
        ([said("der Kai sei alt. Die Werft habe Geld")], [1], [1, 1]),
        ([said("der Kai sei alt"), mood("Die Werft habe Geld."), mood("Die Not sei groß.")], [3], [1, 1, 1]),
        ([mood("Die Werft habe Geld.")], [1], [1]),
    ],
)
def test_runs(frames: list[Said], whole: list[int], apart: list[int]) -> None:
    passages, _ = segment(TEXT, "de")
    acts = acts_of(TEXT, frames)
    assert [len(a.contents) for a in acts] == whole
    assert [len(a.contents) for a in parted(TEXT, passages, acts)] == apart
    words = [TEXT[c.start : c.end] for a in parted(TEXT, passages, acts) for c in a.contents]
    assert all(w == w.strip() for w in words)


def test_one_cue_is_one_act_however_wide_its_source() -> None:
    text = "Ada Voss, Leiterin der Werft, sagte: „Ja.“ „Nein.“"
    frames = [
        Said(Frame(span(source, text), span("sagte", text), (span(words, text),), "direct", "asserts", "quote+cue"), 0)
        for source, words in (("Ada Voss", "„Ja.“"), ("Ada Voss, Leiterin der Werft", "„Nein.“"))
    ]
    (act,) = acts_of(text, frames)
    assert len(act.contents) == 2


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content", "in_mood", "named"),
    [
        ("Er halte den Kai für sicher.", "Er", "halte", "den Kai für sicher", True, True),
        ("Er beklagte, der Kai sei alt.", "Er", "beklagte", "der Kai sei alt", False, True),
    ],
)
def test_who_speaks_in_a_sentence_in_the_mood(
    sentence: str, source: str, cue: str, content: str, *, in_mood: bool, named: bool
) -> None:
    assert GERMAN is not None
    spans = [span(words, sentence) for words in (source, cue, content)]
    found = Saying(spans[0], spans[1], (spans[2],), "indirect", "asserts", False, 0.9)
    (passage,), _ = segment(sentence, "de")
    assert is_in_mood(sentence, found, passage, GERMAN) is in_mood
    assert is_named(found, passage) is named


def test_a_plan_is_no_hearsay() -> None:
    text = "Harmsen sagte, der Kai sei alt. Der neue Kai soll im Mai gebaut werden."
    acts = READER.attributions(text, "de")
    assert [[text[c.start : c.end] for c in a.content] for a in acts] == [["der Kai sei alt"]]


def test_a_noun_behind_as_is_no_speaker() -> None:
    text = "Als Grund nannte das Hafenamt „die vielen alten Masten am Kai“."
    assert [a.source.text for a in READER.attributions(text, "de") if a.source] == ["das Hafenamt"]


def test_who_speaks_inside_a_quotation_has_an_act_of_their_own() -> None:
    text = "Ada Voss: Nun, die Bank sagt 'wir sind da', aber sie ist zu."
    outer = Frame(
        span("Ada Voss", text), span("sagt", text), (Span(10, len(text)),), "direct", "asserts", "name: quote"
    )
    inner = Frame(span("die Bank", text), span("sagt", text), (span("'wir sind da'", text),), "direct", "asserts", "x")
    assert len(acts_of(text, [Said(outer, 0), Said(inner, 0)])) == 2


def test_a_quotation_of_which_the_end_is_seen_is_one() -> None:
    text = "„Der Kai ist alt. Er brennt“, meint die Werft."
    whole, end = span("„Der Kai ist alt. Er brennt“", text), span("Er brennt“", text)
    frame = Frame(span("die Werft", text), span("meint", text), (whole,), "direct", "asserts", "quote+cue")
    seen = Saying(None, span("meint", text), (end,), "direct", "asserts", False, 0.9)
    assert holds_part(frame, seen)
    assert not holds_part(frame, Saying(None, None, (end,), "direct", "asserts", False, 0.9))
