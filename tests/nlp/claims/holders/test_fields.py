"""A field in capitals names nobody: its researchers, companies or labs speak. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

PEOPLE = [
    ("en", "Most AI researchers say that the dam holds.", "Most AI researchers"),
    ("en", "Leading AI companies say that the dam holds.", "Leading AI companies"),
    ("en", "The largest AI labs argue that the dam holds.", "The largest AI labs"),
    ("fr", "Les principales entreprises d'IA affirment que le barrage tient.", "Les principales entreprises d'IA"),
    ("de", "Die führenden KI-Unternehmen sagen, der Damm halte.", "Die führenden KI-Unternehmen"),
    ("es", "Las principales empresas de IA afirman que la presa aguanta.", "Las principales empresas de IA"),
    ("it", "Le principali aziende di IA affermano che la diga regge.", "Le principali aziende di IA"),
    ("ru", "Ведущие компании в области ИИ заявляют, что плотина выдержит.", "Ведущие компании в области ИИ"),
]
NAMES = [
    ("en", "Vellum AI said that the dam holds.", "Vellum AI"),
    ("en", "Petra Quill of Vellum AI says that the dam holds.", "Petra Quill"),
]


@pytest.mark.parametrize(("language", "text", "holder"), PEOPLE)
def test_people_of_a_field_speak_not_the_field(language: str, text: str, holder: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.holder is not None
    assert claim.holder.text == holder
    assert claim.holder.kind in ("group", "anonymous")


@pytest.mark.parametrize(("language", "text", "holder"), NAMES)
def test_a_name_may_end_in_a_field(language: str, text: str, holder: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.holder is not None
    assert (claim.holder.text, claim.holder.kind) == (holder, "named")
