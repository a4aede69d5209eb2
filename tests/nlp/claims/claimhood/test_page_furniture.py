"""Words that stand on a page without asserting anything: titles, link previews, references, cut teasers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.nlp import Reader
from pipeline.records import Article, Reading, Span

READER = Reader()

FURNITURE = [
    ("en", "Flex Attention Updates"),
    ("en", "Reasoning Is Important"),
    ("en", "GitHub - harbor/voss-tools: A small set of tools that are shared by the lab"),
    ("en", "harbor/voss-tools · Model Shelf"),
    ("en", "Annotated figure from the Harbor paper, https://example.org/paper"),
    ("en", "Harbor Notes: the new model is now available to all users (see…"),
    ("fr", "https://example.org/watch?v=abc 33:33"),
    ("es", "https://example.org/watch?v=abc 1:02"),
    ("it", "https://example.org/watch?v=abc 12:34"),
    ("fr", "Harbor: le nouveau modèle est disponible pour tous les…"),
    ("es", "Harbor: el nuevo modelo está disponible para todos los…"),
    ("pt", "Harbor: o novo modelo está disponível para todos os…"),
]


@pytest.mark.parametrize(("language", "text"), FURNITURE)
def test_page_furniture_is_no_claim(language: str, text: str) -> None:
    reading = READER.read_text(text, language)
    assert reading.claims == ()
    assert sum(n for _, n in reading.dropped) == 1


SENTENCES = [
    ("en", "The lab is growing… and the costs are growing with it."),
    ("fr", "Le laboratoire grandit, mais personne ne le sait..."),
    ("es", "El laboratorio crece, pero nadie lo sabe..."),
    ("en", "Mara Voss Runs The Lab."),
    ("zh", "新模型的订阅费从每月20美元涨到2000美元。"),
    ("en", "The paper is at https://example.org/paper and shows a drop of 4 percent."),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_sentences_with_such_marks_stay_claims(language: str, text: str) -> None:
    assert len(READER.read_text(text, language).claims) == 1


def read(text: str, language: str, quoted: tuple[Span, ...]) -> Reading:
    article = Article(
        id="a1_test", source_id="s", url="file:t.md", title="T", byline=None, outlet="The Harbor Dispatch",
        published=None, fetched=datetime(2026, 1, 1, tzinfo=UTC), kind="article", text=text, sections=(), asides=(),
        blockquotes=quoted, links=(), raw_sha256="0" * 64, language_hint=language,
    )  # fmt: skip
    return READER.read(article)


WHOLE = [
    ("ja", "モデルは毎年良くなっている。費用も毎年上がっている。市場は拡大している。"),
    ("zh", "模型每年都在变好。成本每年都在上升。市场正在扩大。"),
    ("en", "The models are getting better every year. The costs are rising as well."),
    ("de", "Die Modelle werden jedes Jahr besser. Die Kosten steigen ebenfalls."),
]


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_a_block_quotation_of_the_whole_text_quotes_nobody(language: str, text: str) -> None:
    reading = read(text, language, (Span(0, len(text)),))
    assert reading.claims
    assert {c.quoted for c in reading.claims} == {"none"}
    assert {c.holder for c in reading.claims} == {None}


def test_a_block_quotation_inside_a_text_is_a_quotation() -> None:
    text = "The lab is growing fast this year.\n\nMara Voss writes:\n\nThe costs are rising as well."
    start = text.index("The costs")
    claims = read(text, "en", (Span(start, len(text)),)).claims
    first, second = claims[0], claims[-1]
    assert (first.quoted, second.quoted) == ("none", "direct")
    assert second.holder is not None
    assert second.holder.text == "Mara Voss"
