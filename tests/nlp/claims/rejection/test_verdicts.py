"""Sentences that report or name something and say in the end that it is false."""

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rejection.rebuttals import rebutted
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.records import Span


def what(text, language):
    """What a sentence rebuts, or None."""
    span, lexicon = Span(0, len(text)), lexicons.load(language)
    found = rebutted(text, span, Marked(text, span, lexicon).hits, lexicon)
    return found and text[found.start : found.end]


REPORTED = [
    ("en", "The Harbor Dispatch wrote that the ice is gone, but that is not true.", "the ice is gone"),
    ("en", "Some say the ice is gone; they are wrong, the pilots found.", "the ice is gone"),
    ("de", "Das Hafenblatt schrieb, das Eis sei weg, doch das stimmt nicht.", "das Eis sei weg"),
    ("fr", "Certains disent que la glace a fondu, mais ils ont tort.", "la glace a fondu"),
    ("es", "Algunos dicen que el hielo se fue, pero no es cierto.", "el hielo se fue"),
    ("it", "Alcuni dicono che il ghiaccio è sparito, ma hanno torto.", "il ghiaccio è sparito"),
    ("pt", "Alguns dizem que o gelo sumiu, mas isso não é verdade.", "o gelo sumiu"),
    ("nl", "Sommigen zeggen dat het ijs weg is, maar dat klopt niet.", "het ijs weg is"),
    ("ru", "Некоторые говорят, что лёд растаял, но это неправда.", "лёд растаял"),
    ("zh", "有人说冰已经融化，但事实并非如此。", "冰已经融化"),
    ("ja", "港新聞は、氷が溶けたと報じたが、それは事実ではない。", "氷が溶けた"),
]


@pytest.mark.parametrize(("language", "text", "expected"), REPORTED)
def test_a_report_that_the_sentence_judges_to_be_false_is_rebutted(language, text, expected):
    assert what(text, language) == expected


NAMED = [
    ("en", "The story that the ice is gone is nonsense.", "the ice is gone"),
    ("en", "That the ice is gone is a myth.", "the ice is gone"),
    ("de", "Dass das Eis weg ist, ist ein Märchen.", "das Eis weg ist"),
    ("fr", "L'affirmation selon laquelle la glace a fondu est un mythe.", "la glace a fondu"),
    ("es", "La idea de que el hielo se fue es un disparate.", "el hielo se fue"),
    ("it", "L'idea che il ghiaccio sia sparito è assurda.", "il ghiaccio sia sparito"),
    ("ru", "Утверждение, что лёд растаял, — миф.", "лёд растаял"),
    ("zh", "所谓冰已经融化的说法不属实。", "冰已经融化"),
    ("ja", "氷が溶けたという話は嘘だ。", "氷が溶けた"),
    ("de", "Dass das Eis weg ist, sei ein Märchen, sagte Mara Voss.", "das Eis weg ist"),
    ("es", "Que el hielo se haya ido, dice Mara Voss, es un mito.", "el hielo se haya ido, dice Mara Voss"),
    ("pt", "Que o gelo tenha sumido, diz Mara Voss, é um mito.", "o gelo tenha sumido, diz Mara Voss"),
    ("ru", "То, что лёд растаял, говорит Мара Восс, — это миф.", "лёд растаял, говорит Мара Восс"),
    ("ko", "얼음이 녹았다는 주장은 거짓이라고", "얼음이 녹았다"),
]


OPENED = [
    ("en", "It is not true that the ice is gone, but it is thin.", "the ice is gone"),
    ("de", "Es stimmt nicht, dass das Eis weg ist.", "das Eis weg ist"),
    ("fr", "Il est faux de dire que la glace a fondu.", "la glace a fondu"),
    ("es", "No es cierto que el hielo se haya ido.", "el hielo se haya ido"),
    ("it", "Non è vero che il ghiaccio sia sparito.", "il ghiaccio sia sparito"),
    ("pt", "Não é verdade que o gelo sumiu.", "o gelo sumiu"),
    ("nl", "Het klopt niet dat het ijs weg is.", "het ijs weg is"),
    ("ru", "Неправда, что лёд растаял.", "лёд растаял"),
]


@pytest.mark.parametrize(("language", "text", "expected"), OPENED)
def test_a_verdict_before_what_it_judges_rebuts_it(language, text, expected):
    assert what(text, language) == expected


@pytest.mark.parametrize(("language", "text", "expected"), NAMED)
def test_a_claim_that_is_named_and_judged_to_be_false_is_rebutted(language, text, expected):
    assert what(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Voss said the model is large, but its answers are wrong."),
        ("en", "Some say the ice is gone, and that is true."),
        ("en", "The story that the ice is gone is old."),
        ("en", "That is wrong."),
        ("en", "That harbour is a myth of the tourist board."),
        ("de", "Das Hafenblatt schrieb, das Eis sei weg, und das stimmt."),
        ("fr", "Certains disent que la glace a fondu, et ils ont raison."),
        ("ru", "Некоторые говорят, что лёд растаял, и это правда."),
        ("zh", "有人说冰已经融化，这是事实。"),
        ("ja", "港新聞は、氷が溶けたと報じた。"),
    ],
)
def test_other_verdicts_rebut_nothing(language, text):
    assert what(text, language) is None


UPHELD = [
    ("en", "Nobody at the port denies that the ice is gone.", "the ice is gone"),
    ("de", "Niemand im Hafen bestreitet, dass das Eis weg ist.", "das Eis weg ist"),
    ("es", "Nadie en el puerto niega que el hielo se fue.", "el hielo se fue"),
    ("ru", "Никто в порту не отрицает, что лёд растаял.", "лёд растаял"),
]


@pytest.mark.parametrize(("language", "text", "expected"), UPHELD)
def test_what_nobody_denies_is_upheld(language, text, expected):
    (found,) = Reader(NlpSettings()).read_text(text, language).claims
    assert found.holder is None
    (upheld,) = [e for e in found.evidence if e.label in ("affirmation", "denial")]
    assert upheld.label == "affirmation"
    assert expected in upheld.text
