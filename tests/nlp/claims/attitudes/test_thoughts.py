"""Thoughts without a cue in a list, where objects end, and acts inside each other. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader, SaidBy
from pipeline.nlp.claims.attitudes.around import around
from pipeline.nlp.claims.words.parsed import parse_all
from pipeline.nlp.claims.words.segment import segment
from pipeline.records import Span

READER = Reader(NlpSettings())


def contents(act: SaidBy, text: str) -> str:
    return " | ".join(text[s.start : s.end] for s in act.content)


def acts(text: str, *, kinds_apart: bool = False) -> list[tuple[str | None, str]]:
    found = READER.attributions(text, "en", kinds_apart=kinds_apart)
    return [(a.source.text if a.source else None, contents(a, text)) for a in found]


THOUGHTS = [
    (
        "Many residents had discovered by then that the bridge was closed.",
        "Many residents",
        "that the bridge was closed",
    ),
    ("Mara Voss could not fathom why the bridge was closed.", "Mara Voss", "why the bridge was closed"),
    ("The bridge seems to hold.", None, "The bridge | to hold"),
    ("Often, it appeared that the council was lost.", None, "that the council was lost"),
    ("It was unclear whether the bridge would open.", None, "whether the bridge would open"),
    ("Mara Voss was sure the bridge would open.", "Mara Voss", "the bridge would open"),
]


@pytest.mark.parametrize(("text", "source", "content"), THOUGHTS)
def test_a_verb_with_a_clause_and_what_seems_so(text: str, source: str | None, content: str) -> None:
    assert acts(text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The storm meant that the bridge was closed.",
        "Mara Voss drove so fast that the guards jumped.",
        "The engineers turned what looked like a ruin into a bridge.",
        "The bridge appeared in May.",
        "The cracks confirmed where the water stood.",
    ],
)
def test_what_brings_a_clause_about_is_no_thought(text: str) -> None:
    assert acts(text) == []


GAPS = [
    ("Later came a plan, which Mara Voss outlined in May.", "which"),
    ("It was just what Mara Voss always knew.", "what"),
]


@pytest.mark.parametrize(("text", "content"), GAPS)
def test_a_relative_pronoun_is_what_is_said(text: str, content: str) -> None:
    assert content in [c for _, c in acts(text)]


ENDS = [
    ("Mara Voss endorsed the bridge as the votes came in.", "the bridge"),
    ("Mara Voss praised the plan as a model.", "the plan as a model"),
    ("Mara Voss backed the bridge, but the council was silent.", "the bridge"),
    ("Mara Voss listed two faults: the price and the noise.", "two faults: the price and the noise"),
    ("Mara Voss opposes new roads, especially those along the coast.", "new roads, especially those along the coast"),
    ("Mara Voss opposes a law that holds while the council sits.", "a law that holds while the council sits"),
]


@pytest.mark.parametrize(("text", "content"), ENDS)
def test_where_the_object_of_a_cue_ends(text: str, content: str) -> None:
    assert acts(text) == [("Mara Voss", content)]


FRAMES = [
    ("Many farmers see the dam as a threat.", "Many farmers", "the dam as a threat"),
    ("Voss likened the dam to a wall.", "Voss", "the dam to a wall"),
    ("The talks failed over European reluctance to pay for the dam.", "European", "to pay for the dam"),
]


@pytest.mark.parametrize(("text", "source", "content"), FRAMES)
def test_objects_with_what_they_are_taken_for_and_adjectives_of_owners(text: str, source: str, content: str) -> None:
    assert acts(text) == [(source, content)]


def test_a_clause_around_its_cue_is_one() -> None:
    text = "The museum, Mara Voss said, holds the oldest letters of the town."
    assert acts(text) == [("Mara Voss", "The museum | holds the oldest letters of the town")]


def test_what_stands_beside_an_inserted_cue_alone_is_not_joined() -> None:
    text = "The museum is old, Mara Voss said, and the council agreed to close it."
    known = (Span(0, 17),)
    marks = [Span(text.index(w), text.index(w) + len(w)) for w in ("said", "Mara Voss")]
    passages, _ = segment(text, "en")
    assert around(known, *marks, parse_all(text, passages, dict(NlpSettings().spacy_models))) == known


def test_a_participle_of_saying_has_its_own_clause() -> None:
    text = '"The bridge is safe," Mara Voss said, adding that she would cross it.'
    assert acts(text) == [("Mara Voss", '"The bridge is safe,"'), ("Mara Voss", "that she would cross it")]


def test_a_curly_apostrophe_parts_no_phrase() -> None:
    text = "Mara Voss cited old remarks as examples of the mayor’s disdain for bridges."
    assert ("Mara Voss", "old remarks as examples of the mayor’s disdain for bridges") in acts(text)


def test_corpora_count_the_outermost_act_alone() -> None:
    text = "Mara Voss said that the mayor hopes to rebuild the bridge."
    assert [source for source, _ in acts(text)] == ["Mara Voss", "the mayor"]
    assert acts(text, kinds_apart=True) == [("Mara Voss", "the mayor hopes to rebuild the bridge")]


def test_a_speaker_of_no_known_role_has_a_clause_of_saying() -> None:
    text = '"We need a bridge," the Grelm businessman said, arguing that the town was growing.'
    assert ("the Grelm businessman", "that the town was growing") in acts(text)


def test_a_row_of_sayings_is_no_clause_around_one() -> None:
    text = "The bakers say the loaf is heavy, the scales say 741, and Mara Voss says that she will come back."
    at = text.index("741")
    known = (Span(at, at + 3),)
    cue, source = Span(at - 4, at - 1), Span(at - 15, at - 5)
    passages, _ = segment(text, "en")
    assert around(known, cue, source, parse_all(text, passages, dict(NlpSettings().spacy_models))) == known


def test_what_the_author_thinks_is_said_by_no_other() -> None:
    (act,) = READER.attributions("I knew that the bridge would hold.", "en")
    assert (act.kind, contents(act, "I knew that the bridge would hold.")) == ("attitude", "that the bridge would hold")


def test_the_same_text_gives_the_same_acts() -> None:
    text = " ".join(sentence for sentence, *_ in (*THOUGHTS, *ENDS, *FRAMES))
    assert READER.attributions(text, "en") == READER.attributions(text, "en")
