"""Two who say one thing are both told; somebody who is merely named beside a speaker is not. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())

TOGETHER = [
    ("en", "Mara Voss and Orla Venn said that the dam will hold.", ["Mara Voss", "Orla Venn"]),
    ("en", "“The dam will hold,” said Mara Voss and Orla Venn.", ["Mara Voss", "Orla Venn"]),
    ("en", "According to Mara Voss and the engineer Orla Venn, the dam will hold.", ["Mara Voss", "Orla Venn"]),
    ("en", "Engineer Mara Voss and her colleague Orla Venn warn that the dam will break.", ["Mara Voss", "Orla Venn"]),
    ("en", "Mara Voss, Petra Quill and Orla Venn argue that it holds.", ["Mara Voss", "Petra Quill", "Orla Venn"]),
    ("en", "Mara Voss and former Harbor Lab chief Orla Venn said that the dam will hold.", ["Mara Voss", "Orla Venn"]),
    ("fr", "Mara Voss et Orla Venn ont affirmé que le barrage tiendra.", ["Mara Voss", "Orla Venn"]),
    ("fr", "« Le barrage tiendra », ont déclaré Mara Voss et Orla Venn.", ["Mara Voss", "Orla Venn"]),
    ("de", "Die Ingenieurin Mara Voss und der Forscher Orla Venn warnen, der Damm breche.", ["Mara Voss", "Orla Venn"]),
    ("de", "„Der Damm wird halten“, sagten Mara Voss und Orla Venn.", ["Mara Voss", "Orla Venn"]),
    ("es", "Mara Voss y Orla Venn afirmaron que la presa aguantará.", ["Mara Voss", "Orla Venn"]),
    ("es", "La bióloga Mara Voss y el pescador Jon Pell afirmaron que hay anguilas.", ["Mara Voss", "Jon Pell"]),
    ("it", "La biologa Mara Voss e il pescatore Jon Pell hanno detto che il molo regge.", ["Mara Voss", "Jon Pell"]),
    ("it", "Mara Voss e il pescatore Jon Pell sostengono che il molo regge.", ["Mara Voss", "Jon Pell"]),
    ("pt", "A bióloga Mara Voss e o pescador Jon Pell disseram que há enguias.", ["Mara Voss", "Jon Pell"]),
    ("ru", "Биолог Мара Восс и рыбак Йон Пелль сообщили, что угри вернулись.", ["Мара Восс", "Йон Пелль"]),
    ("ja", "生物学者のマラ・ヴォス氏と漁師のヨン・ペル氏は、ウナギがいると話した。", ["マラ・ヴォス", "ヨン・ペル"]),
    ("it", "Mara Voss e Orla Venn hanno affermato che la diga reggerà.", ["Mara Voss", "Orla Venn"]),
    ("pt", "Mara Voss e Orla Venn afirmaram que a barragem vai aguentar.", ["Mara Voss", "Orla Venn"]),
    ("nl", "Mara Voss en Orla Venn zeiden dat de dam het houdt.", ["Mara Voss", "Orla Venn"]),
    ("ru", "Мара Восс и инженер Орла Венн заявили, что плотина выдержит.", ["Мара Восс", "Орла Венн"]),
    ("zh", "马拉·沃斯和工程师奥拉·文恩认为，大坝能撑住。", ["马拉·沃斯", "奥拉·文恩"]),
    ("ja", "マラ・ボス氏とオーラ・ベン教授によると、ダムは持ちこたえる。", ["マラ・ボス", "オーラ・ベン"]),
]  # fmt: skip

ALONE = [
    ("en", "Mara Voss and critics of Orla Venn said that the dam will hold."),
    ("en", "Mara Voss and Orla Venn's lawyer said that the dam will hold."),
    ("en", "Mara Voss and her team said that the dam will hold."),
    ("en", "Mara Voss, a friend of Orla Venn, said that the dam will hold."),
    ("en", "Mara Voss told Orla Venn that the dam will hold."),
    ("en", "Mara Voss, who founded the lab with Orla Venn and Petra Quill, said that the dam will hold."),
    ("fr", "Mara Voss, une amie d'Orla Venn, a affirmé que le barrage tiendra."),
    ("de", "Mara Voss sagte Orla Venn, der Damm werde halten."),
    ("zh", "马拉·沃斯对奥拉·文恩说，大坝能撑住。"),
]

SECOND = [
    ("es", "Llegó Mara Voss y el pescador Jon Pell afirmó que hay anguilas.", "Jon Pell"),
    ("es", "Ana Quill vio a Mara Voss y el pescador Jon Pell afirmó que hay anguilas.", "Jon Pell"),
    ("es", "Aplaudieron a Mara Voss y los amigos de Jon Pell afirmaron que hay anguilas.", "Jon Pell"),
    ("ru", "Пришла Мара Восс, и рыбак Йон Пелль сообщил, что угри вернулись.", "Йон Пелль"),
    ("ja", "マラ・ヴォス氏と親交のあるヨン・ペル氏は、ウナギが戻ってきたと話した。", "ヨン・ペル"),
]


def widest(text: str, language: str) -> Claim:
    return max(READER.read_text(text, language).claims, key=lambda c: sum(s.end - s.start for s in c.content))


@pytest.mark.parametrize(("language", "text", "names"), TOGETHER)
def test_all_who_speak_are_told(language: str, text: str, names: list[str]) -> None:
    claim = widest(text, language)
    assert claim.holder is not None
    assert [one.text for one in (claim.holder, *claim.joint)] == names
    assert all(text[one.start : one.end] == one.text and one.kind == "named" for one in claim.joint)


@pytest.mark.parametrize(("language", "text"), ALONE)
def test_who_is_merely_named_says_nothing(language: str, text: str) -> None:
    claim = widest(text, language)
    assert claim.holder is not None
    assert (claim.holder.text, claim.joint) == ("马拉·沃斯" if language == "zh" else "Mara Voss", ())


def test_family_names_become_full_ones() -> None:
    text = "Mara Voss and Orla Venn run the port. Voss and Venn write that the dam will hold."
    claim = next(c for c in READER.read_text(text, "en").claims if c.joint)
    assert claim.holder is not None
    assert [one.text for one in (claim.holder, *claim.joint)] == ["Mara Voss", "Orla Venn"]


def test_an_author_has_no_companions() -> None:
    assert widest("Mara Voss and Orla Venn run the port.", "en").joint == ()


@pytest.mark.parametrize(("language", "text", "name"), SECOND)
def test_who_speaks_alone_behind_and_speaks_alone(language: str, text: str, name: str) -> None:
    claim = widest(text, language)
    assert (claim.holder.text if claim.holder else None, claim.joint) == (name, ())
