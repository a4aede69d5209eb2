"""Single quotation marks that close before a comma, as Dutch and some British papers set them."""

import pytest

from pipeline.nlp.claims.words.quotes import find_quotes
from pipeline.records import Span


def inner(text):
    return [text[q.inner_start : q.inner_end] for q in find_quotes(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("‘De dijk houdt deze winter stand’, schreef Mara Voss.", "De dijk houdt deze winter stand"),
        ("'De brug is al lang klaar', zei Orla Venn.", "De brug is al lang klaar"),
        ("Het regent. ‘Wij wachten op 's lands beste boten’, zei Orla Venn.", "Wij wachten op 's lands beste boten"),
        ("‘The dam holds for another winter’, wrote Mara Voss.", "The dam holds for another winter"),
        ("‘La presa no va a ceder nunca’, escribió Mara Voss.", "La presa no va a ceder nunca"),
        ("‘Der Damm hält noch einen Winter’, schrieb Mara Voss.", "Der Damm hält noch einen Winter"),
    ],
)
def test_a_sentence_that_begins_with_single_marks(text, quoted):
    assert inner(text) == [quoted]


@pytest.mark.parametrize(
    "text",
    [
        "Her so-called 'second and third harbour', which nobody uses, closed.",
        "'Wonder Harbour', a film, was shown.",
        "'s Avonds sluiten de jongens' poorten, zei Orla Venn.",
        "L'été est long et l'hiver n'est pas loin d'ici', dit-elle.",
    ],
)
def test_apostrophes_titles_and_scare_quotes_are_none(text):
    assert inner(text) == []
