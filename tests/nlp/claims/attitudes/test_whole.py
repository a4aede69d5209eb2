"""What is said, in whole phrases: what the parser ties together is not parted. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.attitudes.whole import whole
from pipeline.nlp.claims.words.parsed import LONGEST, parse_all
from pipeline.nlp.claims.words.segment import segment
from pipeline.records import Span

PACKAGES = dict(NlpSettings().spacy_models)


def widened(text: str, content: str, cue: str, language: str = "en", source: str | None = None) -> str:
    """Return what ``whole`` makes of a content."""
    passages, _ = segment(text, language)
    at = text.index(content)
    marks = [Span(text.index(w), text.index(w) + len(w)) if w else None for w in (cue, source)]
    (found,) = whole((Span(at, at + len(content)),), *marks, parse_all(text, passages, PACKAGES))
    return text[found.start : found.end]


CUT_SHORT = [
    ("Voss said the plan only mocked the mayor.", "the plan only mocked", "the plan only mocked the mayor"),
    ("Voss says Kern is a longtime, dedicated friend of the town.", "Kern is a longtime",
     "Kern is a longtime, dedicated friend of the town"),
    ("Voss said the houses burned by the rebels would be rebuilt.", "the houses burned by the rebels",
     "the houses burned by the rebels would be rebuilt"),
    ("Voss found that the new bridge was unsafe.", "was unsafe", "the new bridge was unsafe"),
    ("Voss cited a report that the town had paid for.", "a report", "a report that the town had paid for"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "wanted"), CUT_SHORT)
def test_a_phrase_that_was_cut_is_made_whole(text: str, content: str, wanted: str) -> None:
    assert widened(text, content, text.split()[1], source="Voss") == wanted


def test_french_is_read_by_the_same_code() -> None:
    text = "Mara Voss affirme que le pont est un danger pour la ville."
    assert widened(text, "le pont est un danger", "affirme", "fr") == "le pont est un danger pour la ville"


WHOLE = [
    ("Voss praised the plan, which would cost a million.", "the plan"),
    ("Voss said the dam was safe, though he had doubts.", "the dam was safe"),
    ("The dam was safe, Voss said, and the bridge was closed.", "The dam was safe"),
]


@pytest.mark.parametrize(("text", "content"), WHOLE)
def test_what_a_comma_parts_stays_out(text: str, content: str) -> None:
    cue = "praised" if "praised" in text else "said"
    assert widened(text, content, cue, source="Voss") == content


AUTHORS = [
    ("Voss wants to close the road, but her plan would need a vote.", "wants", "to close the road"),
    ("While Voss insisted the dam was safe, the town was empty.", "insisted", "the dam was safe"),
]


@pytest.mark.parametrize(("text", "cue", "content"), AUTHORS)
def test_what_the_author_goes_on_with_is_left_out(text: str, cue: str, content: str) -> None:
    said = text[text.index(content) :].rstrip(".")
    assert widened(text, said, cue) == content


def test_a_second_clause_that_is_said_stays() -> None:
    text = "Voss said the dam was safe but the road was closed."
    said = "the dam was safe but the road was closed"
    assert widened(text, said, "said") == said


def test_a_sentence_too_long_for_the_parser_is_left_as_it_is() -> None:
    text = "Voss said the plan only mocked " + "the mayor and " * (LONGEST // 12) + "the town."
    assert widened(text, "the plan only mocked", "said") == "the plan only mocked"


def test_a_word_that_only_joins_what_follows_is_none_of_it() -> None:
    assert widened("Voss said the dam was safe, and left.", "the dam was safe, and", "said") == "the dam was safe"


def test_when_it_was_said_is_the_authors_and_why_it_is_so_is_said() -> None:
    text = "Voss believed the signal was real until the cleaner came."
    assert widened(text, "the signal was real", "believed") == "the signal was real"
    text = "Voss said he opposed the war because it cost lives."
    assert widened(text, "he opposed the war", "said").endswith("because it cost lives")


def test_words_between_marks_are_given_with_the_phrase_that_they_end() -> None:
    text = "Mara Voss promised lower rents and “homes for all people.”"
    (act,) = Reader(NlpSettings()).attributions(text, "en")
    assert [text[s.start : s.end] for s in act.content] == ["lower rents and “homes for all people.”"]


def test_a_date_behind_the_cue_is_not_said() -> None:
    text = "The bridge is an insult to the town, the mayor said Friday evening, as the council met."
    (act,) = Reader(NlpSettings()).attributions(text, "en")
    assert text[act.content[0].start : act.content[0].end] == "The bridge is an insult to the town"


def test_a_source_in_the_middle_leaves_both_parts_of_the_clause() -> None:
    text = "The bridge, Mara Voss said, would never be built."
    (act,) = Reader(NlpSettings()).attributions(text, "en")
    assert [text[s.start : s.end] for s in act.content] == ["The bridge", "would never be built"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“They have known the mayor for years,” said Jon Pell, chief of the Grelm council. “She will win.”",
            "Jon Pell",
        ),
        ("“It is in their heads and in their minds,” said Kells, speaking of the dam. “It worries them.”", "Kells"),
    ],
)
def test_the_comma_in_a_quotation_parts_it_from_who_speaks(text: str, speaker: str) -> None:
    act = next(a for a in Reader(NlpSettings()).attributions(text, "en") if a.kind == "direct")
    assert act.source is not None
    assert act.source.text.startswith(speaker)
    assert len(act.content) == 2
