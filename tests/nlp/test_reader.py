"""The door: an article in, a reading out. All names and outlets are invented."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from pipeline.errors import ModelError
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Article, Span

READER = Reader()


def article(text: str, asides: tuple[Span, ...] = (), blockquotes: tuple[Span, ...] = ()) -> Article:
    return Article(
        id="a1_0123456789abcdef",
        source_id="harbor",
        url="https://harbor.example/1",
        title="A title",
        byline="Tom Reyes",
        outlet="The Harbor Dispatch",
        published=None,
        fetched=datetime(2025, 1, 2, tzinfo=UTC),
        kind="article",
        text=text,
        sections=(),
        asides=asides,
        blockquotes=blockquotes,
        links=(),
        raw_sha256="0" * 64,
        language_hint="en",
    )


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_asides_hold_no_claims_and_are_counted() -> None:
    text = "What we read this week\n\nThe lab lost 5 % of its staff in 2024.\n\nThe sponsor makes fine chairs."
    asides = (span_of(text, "What we read this week"), span_of(text, "The sponsor makes fine chairs."))
    reading = READER.read(article(text, asides))
    assert [c.text for c in reading.claims] == ["The lab lost 5 % of its staff in 2024."]
    assert reading.dropped == (("aside", 2),)
    assert reading.article_id == "a1_0123456789abcdef"
    assert reading.language.code == "en"


@pytest.mark.parametrize("line", ["From: Mara Voss <mara@kessel.example>", "Von: Mara Voss", "De : Mara Voss (Kessel)"])
def test_a_forwarded_message_is_its_senders(line: str) -> None:
    mail = f"{line}\n\nDate: Mon, 3 Mar 2025\n\nWe will halve our prices next year.\n\nThe lab lost money in March."
    text = f"I am passing this on to all of you.\n\n{mail}"
    quote, date = span_of(text, mail), span_of(text, "Date: Mon, 3 Mar 2025")
    claims = READER.read(article(text, asides=(span_of(text, line), date), blockquotes=(quote,))).claims
    inside = [c for c in claims if c.start >= quote.start]
    assert [c.text for c in inside] == ["We will halve our prices next year.", "The lab lost money in March."]
    for claim in inside:
        assert claim.quoted == "direct"
        assert claim.holder is not None
        assert claim.holder.text == "Mara Voss"


def test_a_blockquote_that_a_colon_announces_belongs_to_the_one_person_named_there() -> None:
    text = "Mara Voss takes a dim view of it:\n\nThe lab will lose forty people next year.\n\nThe lab is small."
    quote = span_of(text, "The lab will lose forty people next year.")
    claim = next(c for c in READER.read(article(text, blockquotes=(quote,))).claims if c.start == quote.start)
    assert claim.quoted == "direct"
    assert claim.holder is not None
    assert claim.holder.text == "Mara Voss"


def test_a_blockquote_belongs_to_whom_the_paragraph_before_names() -> None:
    text = "Mara Voss explained it in her letter:\n\nThe lab will hire forty people next year.\n\nThe lab is small."
    quote = span_of(text, "The lab will hire forty people next year.")
    claims = READER.read(article(text, blockquotes=(quote,))).claims
    quoted = next(c for c in claims if c.start == quote.start)
    assert quoted.quoted == "direct"
    assert quoted.holder is not None
    assert quoted.holder.text == "Mara Voss"
    assert claims[-1].holder is None


def test_a_blockquote_of_nobody_is_not_given_to_the_author() -> None:
    text = "The lab is small.\n\nIt will hire forty people next year."
    quote = span_of(text, "It will hire forty people next year.")
    claim = READER.read(article(text, blockquotes=(quote,))).claims[-1]
    assert claim.quoted == "direct"
    assert claim.holder is not None
    assert claim.holder.kind == "anonymous"
    assert claim.holder.text == ""
    assert any(e.label == "unresolved" for e in claim.evidence)


def test_quantities_and_entities_are_placed_in_the_article() -> None:
    text = "The start was slow.\n\nOpenAI cut its prices by 90 percent in 2024."
    reading = READER.read(article(text))
    claim = reading.claims[-1]
    assert [text[q.start : q.end] for q in reading.quantities] == [q.text for q in reading.quantities]
    assert set(claim.quantities) <= {q.id for q in reading.quantities}
    assert any(q.text.startswith("90") for q in reading.quantities)
    assert any(e.text == "OpenAI" for e in claim.entities)


def test_a_language_without_lexicon_is_dropped_with_that_reason() -> None:
    reading = READER.read_text("Labortoriet tabte mange penge i det forgangne år.", "da")
    assert reading.claims == ()
    assert reading.dropped == (("unsupported_language", 1),)


def test_attributions_join_a_quotation_that_goes_on() -> None:
    text = "“We are growing every year,” said Mara Voss. “We are hiring many people too.”"
    (act,) = READER.attributions(text, "en")
    assert act.source is not None
    assert act.source.text == "Mara Voss"
    assert act.cue is not None
    assert act.cue.text == "said"
    assert [text[s.start : s.end] for s in act.content] == [
        "“We are growing every year,”",
        "“We are hiring many people too.”",
    ]


def test_a_quotation_over_several_sentences_gives_several_claims_of_one_speaker() -> None:
    text = "“We are growing every year. We hire forty people,” said Mara Voss."
    claims = READER.read_text(text, "en").claims
    assert len(claims) == 2
    assert {c.holder.text for c in claims if c.holder} == {"Mara Voss"}
    assert {c.quoted for c in claims} == {"direct"}


def test_nested_reports_give_two_levels_outermost_first() -> None:
    text = "Mara Voss says that Tom Reyes believes that prices will fall soon."
    (claim,) = READER.read_text(text, "en").claims
    assert [level.source.text for level in claim.attribution if level.source] == ["Mara Voss", "Tom Reyes"]
    assert claim.holder is not None
    assert claim.holder.text == "Tom Reyes"


def test_a_short_name_is_resolved_to_the_fullest_one_of_the_article() -> None:
    text = "Mara Voss, co-founder of Aldera, wrote a letter.\n\nVoss says that prices will fall."
    claim = READER.read(article(text)).claims[-1]
    assert claim.holder is not None
    assert claim.holder.text == "Mara Voss"
    assert text[claim.holder.start : claim.holder.end] == "Mara Voss"


def test_an_unresolved_pronoun_says_so() -> None:
    (claim,) = READER.read_text("She says that prices will fall.", "en").claims
    assert claim.holder is not None
    assert claim.holder.text == "She"
    assert any(e.label == "unresolved" for e in claim.evidence)


def test_a_missing_syntax_model_names_itself_and_what_to_do() -> None:
    reader = Reader(NlpSettings(spacy_models=(("en", "no_such_pipeline"),)))
    with pytest.raises(ModelError, match="no_such_pipeline"):
        reader.read_text("Mara Voss said that prices will fall.", "en")


def test_without_syntax_models_english_is_read_by_its_surface() -> None:
    claim = Reader(NlpSettings(spacy_models=())).read_text("Mara Voss said that prices will fall.", "en").claims[0]
    assert claim.quoted == "indirect"
    assert claim.holder is not None
    assert claim.holder.text == "Mara Voss"


def test_settings_travel_between_processes() -> None:
    assert pickle.loads(pickle.dumps(NlpSettings())) == NlpSettings()


def test_the_door_opens_without_heavy_libraries() -> None:
    code = "import sys, pipeline.nlp; print([m for m in ('spacy', 'torch', 'numpy') if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
