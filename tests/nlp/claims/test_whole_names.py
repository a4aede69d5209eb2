"""Names that the learned reader cuts. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims import lexicon as lexicons
from pipeline.nlp.claims.whole_names import whole_names
from pipeline.records import Span

CUT = [
    ("en", "Mara Voss and Dana Reyes said so.", "Mara Voss and", "Mara Voss and Dana Reyes"),
    ("de", "Mara Voss und Dana Reyes sagten es.", "Mara Voss und", "Mara Voss und Dana Reyes"),
    ("es", "Mara Voss y Dana Reyes lo dijeron.", "Mara Voss y", "Mara Voss y Dana Reyes"),
    ("pt", "Mara Voss e Dana dos Reis disseram isso.", "Mara Voss e", "Mara Voss e Dana"),
    ("ru", "Мара Восс и Дана Рейес сказали это.", "Мара Восс и", "Мара Восс и Дана Рейес"),
    ("fr", "Mara Voss et Dana de Quillon le disent.", "Mara Vo", "Mara Voss"),
    ("it", "Mara Voss e il porto lo dicono.", "Mara Voss e", "Mara Voss e"),
    ("nl", "De krant en Dana Reyes zeggen het.", "krant en", "krant en"),
]


@pytest.mark.parametrize(("language", "text", "cut", "whole"), CUT)
def test_a_name_that_ends_at_and_goes_on(language: str, text: str, cut: str, whole: str) -> None:
    lexicon = lexicons.load(language)
    assert lexicon is not None
    start = text.index(cut)
    found = whole_names(text, Span(start, start + len(cut)), lexicon)
    assert text[found.start : found.end] == whole
