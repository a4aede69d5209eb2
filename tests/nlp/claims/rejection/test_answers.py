"""Sentences that answer the one before, those who disagree with it, and sayings that are named only to be set aside."""

import pytest

from pipeline.nlp import Reader

READER = Reader()


def read(text, language):
    return READER.read_text(text, language).claims


def noted(claim, label):
    return [e.text.strip(" .?？") for e in claim.evidence if e.label == label]


RETORTS = [
    ("en", "The pilots say that the ice is gone. The opposite is true.", "the ice is gone"),
    ("de", "Die Lotsen sagen, dass das Eis weg ist. Das ist ein Märchen.", "das Eis weg ist"),
    ("fr", "Les pilotes disent que la glace a fondu. C'est faux.", "la glace a fondu"),
    ("es", "Los prácticos dicen que el hielo se fue. Es mentira.", "el hielo se fue"),
    ("ru", "Лоцманы говорят, что лёд растаял. Это неправда.", "лёд растаял"),
    ("en", "Is the ice gone? Of course not.", "Is the ice gone"),
    ("it", "Il ghiaccio è sparito? Macché.", "Il ghiaccio è sparito"),
    ("zh", "冰已经融化了吗？当然没有。", "冰已经融化了吗"),
]


@pytest.mark.parametrize(("language", "text", "rejected"), RETORTS)
def test_a_sentence_that_only_answers_rejects_what_was_said_before(language, text, rejected):
    claim = read(text, language)[-1]
    assert claim.holder is None
    assert noted(claim, "rebuttal") == [rejected]


def test_an_answer_that_asserts_something_of_its_own_rejects_nothing():
    claim = read("The pilots say that the ice is gone. The harbour opens on Monday.", "en")[-1]
    assert noted(claim, "rebuttal") == []


DISSENTS = [
    ("en", "Mara Voss says that the ice is gone. Owen Strand disagrees.", "Owen Strand", "the ice is gone"),
    ("en", "Mara Voss says that the ice is gone. Owen Strand is not convinced.", "Owen Strand", "the ice is gone"),
    (
        "it",
        "Mara Voss dice che il ghiaccio è sparito. Piero Neri non è d'accordo.",
        "Piero Neri",
        "il ghiaccio è sparito",
    ),
    ("pt", "Mara Voss diz que o gelo sumiu. Rui Vale discorda.", "Rui Vale", "o gelo sumiu"),
]


@pytest.mark.parametrize(("language", "text", "who", "rejected"), DISSENTS)
def test_who_disagrees_with_the_sentence_before_denies_it(language, text, who, rejected):
    claim = read(text, language)[-1]
    assert claim.holder is not None
    assert claim.holder.text == who
    assert [level.commitment for level in claim.attribution] == ["denies"]
    assert noted(claim, "affirmation") == [rejected]


def test_who_says_something_of_their_own_does_not_disagree():
    claim = read("Mara Voss says that the ice is gone. Owen Strand said that he does not see any ice.", "en")[-1]
    assert noted(claim, "affirmation") == []


CONTRARY = [
    ("en", "Contrary to what the pilots say, the ice is thick."),
    ("de", "Anders als die Lotsen behaupten, ist das Eis dick."),
    ("es", "En contra de lo que dicen los prácticos, el hielo es grueso."),
    ("ru", "Вопреки тому, что говорят лоцманы, лёд толстый."),
]


@pytest.mark.parametrize(("language", "text"), CONTRARY)
def test_contrary_to_what_others_say_the_author_speaks(language, text):
    (claim,) = read(text, language)
    assert claim.holder is None
    assert noted(claim, "concession")


WITHHELD = [
    ("en", "Mara Voss stopped short of saying that the ice is gone."),
    ("es", "Mara Voss nunca dijo que el hielo se hubiera ido."),
]


@pytest.mark.parametrize(("language", "text"), WITHHELD)
def test_who_stops_short_of_saying_so_takes_no_side(language, text):
    assert any(noted(claim, "withheld") for claim in read(text, language))


UPHELD = [
    ("en", "There is no denying that the ice is gone.", "the ice is gone"),
    ("it", "Non si può negare che il ghiaccio sia sparito.", "il ghiaccio sia sparito"),
    ("ru", "Трудно отрицать, что лёд растаял.", "лёд растаял"),
]


@pytest.mark.parametrize(("language", "text", "upheld"), UPHELD)
def test_what_nobody_can_deny_is_upheld(language, text, upheld):
    (claim,) = read(text, language)
    assert noted(claim, "affirmation") == [upheld]


def test_to_grant_is_not_to_deny():
    (claim,) = read("Le maire ne conteste pas que la glace a fondu.", "fr")
    assert claim.holder is not None
    assert [level.commitment for level in claim.attribution] == ["asserts"]


@pytest.mark.parametrize(
    "text",
    ["Many say that the ice is gone. Which assumption is wrong?", "Some say that the ice is gone. Or is it nonsense?"],
)
def test_a_question_is_no_answer(text):
    assert len(read(text, "en")) == 1
