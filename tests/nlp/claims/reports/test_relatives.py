"""Who speaks in relative clauses, and beside them. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.fusion.relative_speakers import antecedent
from pipeline.nlp.claims.fusion.sources import parted
from pipeline.nlp.claims.words.lexicon import load
from pipeline.records import Passage, Span

READER = Reader(NlpSettings(spacy_models=()))

CLAUSES = [
    ("en", "I spoke with Mara Voss, who | says that the crane is too small.", "Mara Voss"),
    ("de", "Ich sprach mit Mara Voss, die | sagt, dass der Kran zu klein ist.", "Mara Voss"),
    ("fr", "J'ai lu le livre de Mara Voss, qui | affirme que la grue est trop petite.", "Mara Voss"),
    ("es", "Hablé con Mara Voss, que | dice que la grúa es demasiado pequeña.", "Mara Voss"),
    ("it", "Ho parlato con Mara Voss, la quale | sostiene che la gru è troppo piccola.", "Mara Voss"),
    ("pt", "Conversei com Mara Voss, que sempre | diz que o guindaste é pequeno.", "Mara Voss"),
    ("nl", "Ik sprak met Mara Voss, die | zegt dat de kraan te klein is.", "Mara Voss"),
    ("ru", "Есть книга, её написала Мара Восс, которая | считает, что кран мал.", "Мара Восс"),
    ("es", "Hablé de la grúa, que | dice que algo va mal.", None),
    ("es", "Hablé con Mara Voss y | dice que la grúa es demasiado pequeña.", None),
    ("pt", "O guindaste de Mara Voss, que o porto que vende | diz ser pequeno.", None),
    ("zh", "我见到了李雨桐，她 | 说起重机太小了。", None),
]


@pytest.mark.parametrize(("language", "marked", "expected"), CLAUSES)
def test_the_name_before_a_relative_is_who_speaks(language: str, marked: str, expected: str | None) -> None:
    at, text, lexicon = marked.index("|"), marked.replace("| ", "", 1), load(language)
    assert lexicon is not None
    found = antecedent(text, Span(at, at + 4), Passage(0, len(text), language, 0), lexicon)
    assert (text[found.start : found.end] if found else None) == expected


@pytest.mark.parametrize(
    ("language", "text", "one", "other", "expected"),
    [
        ("es", "Mara Voss, que dice que la grúa es pequeña", "Mara Voss", "dice", False),
        ("es", "Mara Voss calla, pero Reyes dice que la grúa es pequeña", "Mara Voss", "dice", True),
        ("pt", "Mara Voss cala, mas Reyes diz que o guindaste é pequeno", "Mara Voss", "diz", True),
    ],
)
def test_a_relative_does_not_part_a_name_from_its_verb(
    language: str, text: str, one: str, other: str, *, expected: bool
) -> None:
    lexicon = load(language)
    assert lexicon is not None
    first, second = (Span(text.index(w), text.index(w) + len(w)) for w in (one, other))
    assert parted(text, first, second, lexicon) is expected


BESIDE = [
    (
        "es",
        "Mara Voss, que predijo la crisis en 2023, no niega el plan, pero señala que la grúa es pequeña.",
        "la grúa",
    ),
    (
        "it",
        "Mara Voss, che predisse la crisi nel 2023, non nega il piano, ma sottolinea che la gru è piccola.",
        "la gru",
    ),
    ("pt", "Mara Voss, que previu a crise em 2023, não nega o plano, mas afirma que a grua é pequena.", "a grua"),
]


@pytest.mark.parametrize(("language", "text", "said"), BESIDE)
def test_what_a_relative_clause_tells_of_says_nothing(language: str, text: str, said: str) -> None:
    claims = READER.read_text(text, language).claims
    assert {c.holder.text for c in claims if c.holder} == {"Mara Voss"}
    assert any(text[c.content[0].start :].startswith(said) for c in claims)


def test_a_subject_behind_the_verb_of_a_relative_clause_speaks() -> None:
    claims = READER.read_text(
        "El informe, que según escribió Mara Voss es viejo, dice que la grúa es pequeña.", "es"
    ).claims
    assert all(c.holder is None or c.holder.text for c in claims)
