import pytest

from pipeline.cluster.degrees import changes, degrees, known
from pipeline.records import LANGUAGES, Difference


def kinds(original, variant):
    return [(d.kind, d.original, d.variant) for d in changes(original, variant)]


@pytest.mark.parametrize(
    ("original", "variant", "expected"),
    [
        (("Das bringt kaum noch etwas.", "de"), ("Non porta più nulla.", "it"), [("degree", "kaum noch", "nulla")]),
        (("Das bringt kaum noch etwas.", "de"), ("It hardly brings anything.", "en"), []),
        (("Most clerks agree.", "en"), ("Todos los empleados coinciden.", "es"), [("degree", "Most", "Todos")]),
        (("Она никогда не спит.", "ru"), ("She never sleeps.", "en"), []),
        (("Elle ne dort jamais.", "fr"), ("Sie schläft selten.", "de"), [("degree", "jamais", "selten")]),
        (("لن يحل ذلك المشكلة.", "ar"), ("It will solve the problem.", "en"), [("negation", "لن", None)]),
        (("모든 배가 늦었다.", "ko"), ("すべての船が遅れた。", "ja"), []),
        (("Não é verdade.", "pt"), ("Het is niet waar.", "nl"), []),
        (("大多数人同意。", "zh"), ("Some agree.", "en"), [("degree", "大多数", "Some")]),
        (("Not a single crane moved.", "en"), ("Kein einziger Kran.", "de"), []),
        (("雨が降るかもしれない。", "ja"), ("It may rain.", "en"), []),
        (("He came not only for tea.", "en"), ("Il est venu pour le thé.", "fr"), []),
        (("La ville n'a pas payé.", "fr"), ("The town paid.", "en"), [("negation", "n'a", None)]),
        (("La ville n’est pas là.", "fr"), ("Die Stadt ist nicht da.", "de"), []),
        (("La ville n'a rien payé.", "fr"), ("La ciudad no pagó nada.", "es"), []),
        (("It wasn’t paid.", "en"), ("Fu pagato.", "it"), [("negation", "wasn’t", None)]),
        (("They haven't paid.", "en"), ("Eles não pagaram.", "pt"), []),
        (("Ce n'est qu'un jeu.", "fr"), ("It is only a game.", "en"), []),
        (("Il n'en réussit que deux.", "fr"), ("It gets two right.", "en"), []),
        (("N'importe qui peut payer.", "fr"), ("Anyone can pay.", "en"), []),
    ],
)
def test_what_became_of_words_of_degree(original, variant, expected):
    assert kinds(original, variant) == expected


def test_two_negations_more_change_nothing():
    assert changes(("It works.", "en"), ("It is not so that it does not work.", "en")) == []
    assert changes(("It works.", "en"), ("It does not work.", "en")) == [Difference("negation", None, "not")]


def test_every_language_has_every_level_and_an_unknown_one_has_none():
    assert all(known(language) for language in LANGUAGES)
    assert not known("xx")
    assert degrees("nothing at all", "xx") == []


def test_words_are_found_whole_and_in_order():
    assert [d.words for d in degrees("Nobody knows; nothing in the knot is all tied.", "en")] == [
        "Nobody",
        "nothing",
        "all",
    ]
