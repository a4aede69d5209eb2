"""Attitudes: who is for or against a thing. All names are invented; the rules read alone."""

from __future__ import annotations

import pytest

from pipeline.errors import ConfigError
from pipeline.nlp import NlpSettings, Reader, SaidBy
from pipeline.nlp.claims.attitudes import cues

READER = Reader(NlpSettings())


def attitudes(text: str, language: str = "en") -> list[SaidBy]:
    return [a for a in READER.attributions(text, language) if a.side is not None]


def content(act: SaidBy, text: str) -> str:
    return " ".join(text[s.start : s.end] for s in act.content)


ATTITUDES = [
    ("The mayor of Grelm opposes the new bridge.", "The mayor of Grelm", "the new bridge", "against"),
    ("Mara Voss endorsed the harbour plan on Monday.", "Mara Voss", "the harbour plan", "for"),
    ("Mara Voss has been critical of the harbour plan.", "Mara Voss", "the harbour plan", "against"),
    ("Mara Voss, a staunch supporter of the harbour plan, was there.", "Mara Voss", "the harbour plan", "for"),
    ("Voss's support for the harbour plan surprised the town.", "Voss's", "the harbour plan", "for"),
    ("The lawyers expressed reservations about the harbour plan.", "The lawyers", "the harbour plan", "against"),
    ("The harbour plan was criticised by Mara Voss.", "Mara Voss", "The harbour plan", "against"),
    ("Voss called for a ban on night flights.", "Voss", "a ban on night flights", "for"),
    ("Voss vowed to rebuild the harbour.", "Voss", "to rebuild the harbour", "wants"),
    ("Mara Voss refused to sign the treaty.", "Mara Voss", "to sign the treaty", "wants"),
    ("Voss accused the council of wasting money.", "Voss", "the council of wasting money", "against"),
    ("Mara Voss urged the council to act.", "Mara Voss", "the council to act", "wants"),
    ("Mara Voss called on the council to act.", "Mara Voss", "the council to act", "wants"),
    ("Mara Voss asked the council to act.", "Mara Voss", "to act", "wants"),
    ("Voss went after Kern as a careless mayor.", "Voss", "Kern as a careless mayor", "against"),
    ("A new poll shows a lead for Lindholm.", "A new poll", "a lead for Lindholm", "about"),
    ("The survey shows Lindholm ahead by three points.", "The survey", "Lindholm ahead by three points", "about"),
    ("Voss was pleased that the council had met.", "Voss", "that the council had met", "for"),
    ("Voss voiced fears that the dam would break.", "Voss", "that the dam would break", "against"),
    ("Mara Voss praised the plan as a model for the coast.", "Mara Voss", "the plan as a model for the coast", "for"),
    ("The report discussed the price of the harbour.", "The report", "the price of the harbour", "about"),
]


@pytest.mark.parametrize(("text", "holder", "target", "side"), ATTITUDES)
def test_who_stands_on_which_side_of_what(text: str, holder: str, target: str, side: str) -> None:
    (act,) = attitudes(text)
    assert act.source is not None
    assert (act.source.text, content(act, text), act.side) == (holder, target, side)


FRENCH = [
    ("Mara Voss soutient le projet du port.", "Mara Voss", "le projet du port", "for"),
    ("Les habitants réclament un nouveau pont.", "Les habitants", "un nouveau pont", "wants"),
    ("Le projet a été critiqué par Mara Voss.", "Mara Voss", "Le projet", "against"),
    ("Mara Voss est favorable à la réforme.", "Mara Voss", "la réforme", "for"),
    ("Le maire a refusé de signer le traité.", "Le maire", "de signer le traité", "wants"),
]


@pytest.mark.parametrize(("text", "holder", "target", "side"), FRENCH)
def test_french_is_read_by_the_same_code(text: str, holder: str, target: str, side: str) -> None:
    (act,) = attitudes(text, "fr")
    assert act.source is not None
    assert (act.source.text, content(act, text), act.side) == (holder, target, side)


THOUGHT = [
    ("The mayor was accused of taking bribes.", None, "The mayor taking bribes", "en"),
    ("The harbour is expected to open in May.", None, "The harbour to open in May", "en"),
    ("The guard was seen as a hero.", None, "The guard a hero", "en"),
    ("Mara Voss was called a fraud by fellow surgeons.", "fellow surgeons", "Mara Voss a fraud", "en"),
    ("The bank closed amid allegations of fraud.", None, "fraud", "en"),
    ("Le maire est accusé de corruption.", None, "Le maire corruption", "fr"),
]


@pytest.mark.parametrize(("text", "holder", "target", "language"), THOUGHT)
def test_what_is_thought_of_somebody_though_nobody_need_be_named(
    text: str, holder: str | None, target: str, language: str
) -> None:
    (act,) = attitudes(text, language)
    assert (act.source.text if act.source else None, content(act, text)) == (holder, target)


@pytest.mark.parametrize(
    "text",
    [
        "The office did not respond to the request.",
        "The curve shows a steep rise.",
        "It was expected to rain.",
        "The road was closed by May.",
    ],
)
def test_what_is_not_taken_up_what_only_shows_and_what_nobody_thinks(text: str) -> None:
    assert attitudes(text) == []


def test_a_participle_takes_the_subject_of_its_sentence() -> None:
    text = "Mara Voss spoke in Grelm, praising the new bridge."
    (act,) = attitudes(text)
    assert act.source is not None
    assert (act.source.text, content(act, text)) == ("Mara Voss", "the new bridge")


def test_a_negated_cue_takes_no_side() -> None:
    (act,) = attitudes("Mara Voss did not endorse the harbour plan.")
    assert act.side == "about"


def test_the_holder_of_a_relative_clause_is_its_antecedent() -> None:
    text = "The engineers who oppose the bridge left."
    (act,) = attitudes(text)
    assert act.source is not None
    assert (act.source.text, content(act, text)) == ("The engineers", "the bridge")


def test_the_relative_clause_behind_a_comma_is_not_part_of_the_target() -> None:
    text = "Mara Voss opposes the new bridge, which opened in May."
    (act,) = attitudes(text)
    assert content(act, text) == "the new bridge"


@pytest.mark.parametrize(
    "text",
    [
        "Mara Voss said that the mayor opposes the new bridge.",
        '"I oppose the new bridge," said Mara Voss.',
        "The curve challenges the old theory.",
        "Mara Voss opposes it.",
    ],
)
def test_what_others_report_and_what_is_no_attitude_is_left_out(text: str) -> None:
    assert [a for a in attitudes(text) if a.kind == "attitude"] == []


def test_an_attitude_is_no_claim_and_changes_no_holder() -> None:
    text = "Mara Voss, a critic of the harbour, said that the bridge was too dear."
    claims = READER.read_text(text, "en").claims
    assert [c.holder.text for c in claims if c.holder] == ["Mara Voss"]


def test_the_same_text_gives_the_same_attitudes() -> None:
    text = " ".join(sentence for sentence, *_ in ATTITUDES)
    assert READER.attributions(text, "en") == READER.attributions(text, "en")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_entry_has_a_side_and_no_word_is_left_with_marks(language: str) -> None:
    loaded = cues.load(language)
    assert loaded is not None
    heads = [*loaded.verbs, *loaded.nouns, *loaded.agents, *loaded.adjectives]
    assert all(head and not set(head) & set("/_ ") for head in heads)


def test_a_class_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError, match="perhaps"):
        cues._by_head({"perhaps": "like"}, {})


def test_a_language_without_cues_has_none() -> None:
    assert cues.load("xx") is None
    assert issubclass(ConfigError, Exception)
