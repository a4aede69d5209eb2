"""Acts as German corpora of speech representation count them: marks apart, mere reports whole, runs joined."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader, SaidBy

READER = Reader()


def acts(text: str, language: str = "de", *, kinds_apart: bool = True) -> list[SaidBy]:
    return list(READER.attributions(text, language, kinds_apart=kinds_apart))


def words(act: SaidBy, text: str) -> list[str]:
    return [text[c.start : c.end] for c in act.content]


MARKS = [
    ("Voss sagte, die Werft sei „auf einem guten Weg“.", ["„auf einem guten Weg“"]),
    ("Harms erklärte, man sehe „keinen Anlass“ und „kein Geld“ für den Kai.", ["„keinen Anlass“", "„kein Geld“"]),
    ("Voss sagte, das Schiff „Möwe“ liege noch im Hafen von Grelm.", []),
    ("Harms erklärte, die „Neue Grelmer Zeitung“ habe den Bericht gekürzt.", []),
]


@pytest.mark.parametrize(("text", "inside"), MARKS)
def test_words_between_marks_are_an_act_beside_the_report(text: str, inside: list[str]) -> None:
    whole, *apart = acts(text)
    assert whole.kind == "indirect"
    assert [words(a, text) for a in apart] == [[w] for w in inside]
    assert all(a.kind == "direct" and a.source == whole.source for a in apart)
    assert len(acts(text, kinds_apart=False)) == 1


MERE = [
    ("Mara Voss kritisierte die Pläne für den Kai.", "Mara Voss kritisierte die Pläne für den Kai."),
    ("Mara Voss bezeichnete den Plan als „teuren Irrweg“.", "„teuren Irrweg“"),
    ("Mara Voss sagte, die Pläne für den Kai seien gut.", "die Pläne für den Kai seien gut"),
    ("Der Kai ist alt, sagte Mara Voss.", "Der Kai ist alt"),
]


@pytest.mark.parametrize(("text", "content"), MERE)
def test_a_mere_report_is_its_whole_sentence(text: str, content: str) -> None:
    (act,) = acts(text)
    assert words(act, text) == [content]


def test_the_noun_of_saying_belongs_to_the_source() -> None:
    text = "Nach Angaben der Werft ist der Kai gesperrt."
    (one,), (other,) = acts(text, kinds_apart=False), acts(text)
    assert one.source is not None
    assert other.source is not None
    assert (one.source.text, other.source.text) == ("der Werft", "Angaben der Werft")


def test_a_run_is_one_act_over_paragraphs() -> None:
    text = "Voss sagte, der Kai sei alt. Die Werft habe Geld. Das Dock sei zu klein."
    assert [len(a.content) for a in acts(text)] == [1, 2]


def test_other_languages_keep_their_form() -> None:
    text = "Voss said that the harbour was “in a very bad state”."
    assert acts(text, "en") == acts(text, "en", kinds_apart=False)


INSIDE = [
    (
        "Mara Voss meinte nun, der Kai „konnte und wollte nicht mehr halten“.",
        "der Kai „konnte und wollte nicht mehr halten“",
    ),
    (
        "Sie sagte, Ziel sei es, „den Kai und alle Docks der Werft“ zu retten.",
        "Ziel sei es, „den Kai und alle Docks der Werft“ zu retten",
    ),
    ("Voss sagte, „der alte Kai am Hafen“ sei nicht zu retten.", "„der alte Kai am Hafen“ sei nicht zu retten"),
]


@pytest.mark.parametrize(("text", "content"), INSIDE)
def test_a_quotation_inside_a_bare_clause_is_part_of_it(text: str, content: str) -> None:
    (act,) = acts(text, kinds_apart=False)
    assert (act.kind, words(act, text)) == ("indirect", [content])


def test_a_quotation_behind_its_mark_is_direct() -> None:
    text = "Mara Voss, die Leiterin der Werft, sagte am Montag, „der Kai ist nicht zu retten“."
    (act,) = acts(text)
    assert (act.kind, words(act, text)) == ("direct", ["„der Kai ist nicht zu retten“"])


def test_a_quotation_that_goes_on_in_another_sentence_is_another_act() -> None:
    text = "„Der Kai ist alt“, sagte Mara Voss. „Das Geld reicht nicht mehr aus.“"
    assert [len(a.content) for a in acts(text, kinds_apart=False)] == [2]
    assert [words(a, text) for a in acts(text)] == [["„Der Kai ist alt“"], ["„Das Geld reicht nicht mehr aus.“"]]
    text = "„Der Kai ist sehr alt“, sagte Mara Voss, „und er rostet jeden Tag.“"
    assert [len(a.content) for a in acts(text)] == [2]


SECOND = [
    (
        "Mara Voss bestätigte, dass der Kai alt sei, und kündigte an, das Dock zu räumen.",
        ["der Kai alt sei", "das Dock zu räumen"],
    ),
    ("Mara Voss sagte, das Dock sei alt und keiner könne sagen, was passiere.", None),
]


@pytest.mark.parametrize(("text", "contents"), SECOND)
def test_a_second_verb_of_saying_opens_another_act(text: str, contents: list[str] | None) -> None:
    found = [words(a, text) for a in acts(text)]
    assert len(found) == (len(contents) if contents else 1)
    assert all(any(c in w for w in piece) for piece, c in zip(found, contents or [], strict=False))


def test_words_between_marks_amid_a_report_are_acts_of_their_own() -> None:
    text = "Die „armen Leute vom alten Kai“ hätten „wirklich nichts dafür getan“, so Mara Voss."
    found = {(a.kind, *words(a, text)) for a in acts(text)}
    assert found >= {("direct", "„armen Leute vom alten Kai“"), ("direct", "„wirklich nichts dafür getan“")}
    assert ("indirect", text.split(", so")[0]) in found
