"""A saying inside another, words between marks that go on with a sentence, and where a reported clause ends.

Rules and the shipped learned reader together, and the rules alone. All names are invented.
"""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

BOTH, RULES = Reader(NlpSettings(), Tagger()), Reader(NlpSettings())


def said(reader: Reader, text: str) -> dict[str, list[str]]:
    """Return what is said, by cue."""
    found: dict[str, list[str]] = {}
    for act in reader.attributions(text, "en"):
        cue = act.cue.text if act.cue else ""
        found.setdefault(cue, []).extend(text[s.start : s.end] for s in act.content)
    return found


NESTED = [
    (
        'The Harbor Times reported that the editor, Mara Voss, conveyed to Ms. Lind that it was "not in line".',
        "reported",
        'the editor, Mara Voss, conveyed to Ms. Lind that it was "not in line"',
    ),
    (
        "A Grelm University poll found that 74 percent of likely voters said Mr. Orlo should resign.",
        "found",
        "74 percent of likely voters said Mr. Orlo should resign",
    ),
    (
        "He said Brenn hopes that his successor will push for the same goals.",
        "said",
        "Brenn hopes that his successor will push for the same goals",
    ),
]


@pytest.mark.parametrize(("text", "cue", "content"), NESTED)
def test_the_outer_saying_holds_the_whole_of_the_inner_one(text: str, cue: str, content: str) -> None:
    found = said(BOTH, text)
    assert len(found) == 2
    assert found[cue][0].rstrip(".") == content


@pytest.mark.parametrize("reader", [BOTH, RULES])
def test_words_between_marks_go_on_with_the_clause(reader: Reader) -> None:
    (content,) = said(reader, "Mara Voss says voter fraud “would be one hell of a way to lose.”")["says"]
    assert content.startswith("voter fraud “would be")


def test_a_second_clause_with_its_own_that_belongs_to_the_same_saying() -> None:
    text = "Jeb Lind says hackers are aiming at local officials, and that one recent attempt was successful."
    (content,) = said(RULES, text)["says"]
    assert content == "hackers are aiming at local officials, and that one recent attempt was successful"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("On Monday Voss said the bridge was safe, and warned against panic.", "said", "the bridge was safe"),
        ("Mara Voss said the bridge was safe, adding that it would open soon.", "said", "the bridge was safe"),
    ],
)
def test_what_else_the_speaker_does_is_not_said(text: str, cue: str, content: str) -> None:
    assert said(RULES, text)[cue] == [content]


def test_one_cue_is_one_act() -> None:
    text = "“The bridge is safe,” said Mara Voss, an engineer who has worked in Grelm. “It will open in May.”"
    (act,) = BOTH.attributions(text, "en")
    assert [text[s.start : s.end] for s in act.content] == ["“The bridge is safe,”", "“It will open in May.”"]
