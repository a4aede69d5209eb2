"""A pronoun means whom its paragraph is about before it means who spoke in the paragraph before."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Holder

READER = Reader(NlpSettings(), Tagger())


def last_holder(text: str, language: str) -> Holder:
    holder = READER.read_text(text, language).claims[-1].holder
    assert holder is not None
    return holder


OPPONENTS = [
    (
        "en",
        '"Growth will continue," said Obi Raman.\n\nInvestor Tom Becker is not convinced. "The numbers do not '
        'add up," he said.',
        "Tom Becker",
    ),
    (
        "en",
        '"The bridge will open," said Mayor Uru Brankov.\n\nShop owner Ines Quennell protested. "It is a '
        'mistake," she said.',
        "Ines Quennell",
    ),
    (
        "en",
        '"The plan is sound," said Senator Okafor.\n\nUnion leader Dana Reik criticised the plan. "It is a '
        'mistake," she said.',
        "Dana Reik",
    ),
    (
        "en",
        '"Cars must leave," said Mayor Uru Delvoort.\n\nShop owner Rolf Quennell disagreed. "It will kill the '
        'high street," he told the Courier.',
        "Rolf Quennell",
    ),
    (
        "en",
        '"Sensors are safe," said Tovin Marrek.\n\nProfessor Obi Lindqvist of Westmere University found that '
        "the sensors fail. However, she warned that cameras fail as well.",
        "Obi Lindqvist",
    ),
    (
        "en",
        '"Growth will continue," said Obi Raman.\n\nTom Beckert is not convinced.\n\n"The numbers do not add '
        'up," he said.',
        "Tom Beckert",
    ),
    (
        "en",
        'Quillon Labs said growth will continue.\n\nBrandmoor Labs disagreed. "The numbers do not add up," it said.',
        "Brandmoor Labs",
    ),
    (
        "fr",
        "« La croissance va continuer », a déclaré Obi Raman.\n\nL'investisseur Tom Beckert n'est pas "
        "convaincu. « Les chiffres ne collent pas », a-t-il dit.",
        "Tom Beckert",
    ),
    (
        "de",
        "„Das Wachstum geht weiter“, sagte Obi Raman.\n\nDer Investor Tom Beckert ist nicht überzeugt. „Die "
        "Zahlen stimmen nicht“, sagte er.",
        "Tom Beckert",
    ),
    (
        "de",
        "„Das Wachstum geht weiter“, sagte Obi Raman.\n\nNicht überzeugt ist Tom Beckert. „Die Zahlen stimmen "
        "nicht“, sagte er.",
        "Tom Beckert",
    ),
    (
        "es",
        "«El plan es muy bueno», dijo el alcalde Uru Brankov.\n\nLa comerciante Ines Quennell protestó. «Los "
        "números no cuadran», dijo ella.",
        "Ines Quennell",
    ),
    (
        "it",
        "«Il piano è molto buono», ha detto il sindaco Uru Brankov.\n\nLa negoziante Ines Quennell ha "
        "protestato. «I numeri non tornano», ha detto lei.",
        "Ines Quennell",
    ),
    (
        "pt",
        '"O plano é muito bom", disse o prefeito Uru Brankov.\n\nA comerciante Ines Quennell protestou. "Os '
        'números não batem", disse ela.',
        "Ines Quennell",
    ),
    (
        "nl",
        '"Het plan is goed genoeg", zei burgemeester Uru Brankov.\n\nWinkelier Ines Quennell protesteerde. '
        '"Het is een vergissing", zei ze.',
        "Ines Quennell",
    ),
    (
        "ru",
        "«Рост наверняка продолжится», — сказал Уру Раман.\n\nИнвестор Том Беккерт не убеждён. «Эти цифры не "
        "сходятся», — сказал он.",
        "Том Беккерт",
    ),
    (
        "ja",
        "「成長は続く」と佐倉ミナ氏は話した。\n\n田村健氏は納得していない。「数字が合わない」と彼は述べた。",
        "田村健",
    ),
]


@pytest.mark.parametrize(("language", "text", "who"), OPPONENTS)
def test_who_opens_the_paragraph_speaks_in_it(language: str, text: str, who: str) -> None:
    assert last_holder(text, language).text == who


NEW = [
    ("en", '"The plan is sound," said Obi Okafor.\n\nA resident protested. "It is a mistake," she said.', "A resident"),
    (
        "de",
        "„Das Wachstum geht weiter“, sagte Obi Raman.\n\nEine Forscherin protestierte. „Die Zahlen stimmen "
        "nicht“, sagte sie.",
        "Eine Forscherin",
    ),
    (
        "it",
        "«La crescita continuerà», ha detto Obi Raman.\n\nUna ricercatrice ha protestato. «I numeri proprio "
        "non tornano», ha detto lei.",
        "Una ricercatrice",
    ),
]


@pytest.mark.parametrize(("language", "text", "who"), NEW)
def test_somebody_new_without_a_name(language: str, text: str, who: str) -> None:
    holder = last_holder(text, language)
    assert (holder.text, holder.kind) == (who, "anonymous")


STAYS = [
    ('"Growth will continue," said Obi Raman. The committee listened. "We are sure of it," he added.'),
    (
        '"Growth will continue," said Obi Raman.\n\nThe plan was drawn up in Tom Beckert\'s office. "We are '
        'sure of it," he added.'
    ),
    ('"Growth will continue," said Obi Raman.\n\nThe committee met Tom Beckert. "We are sure of it," he added.'),
    ('"Growth will continue," said Obi Raman.\n\n"It helps Tom Beckert. We are sure of it," he added.'),
]


@pytest.mark.parametrize("text", STAYS)
def test_nobody_else_is_the_subject(text: str) -> None:
    assert last_holder(text, "en").text == "Obi Raman"


def test_a_pronoun_tells_the_gender_of_a_name_that_does_not() -> None:
    text = (
        'Obi Raman presented the plan. "Growth will continue," he said. Uru Beckert clapped. "I doubt it," she said. '
        '"We are sure," he added.'
    )
    assert last_holder(text, "en").text == "Obi Raman"


OWN = [
    ("zh", "林可说增长将继续。陈岳在场。但是，王建国并不认同，他仍然认为这些数字是错误的。", "王建国"),
    (
        "en",
        "Obi Raman says growth will go on. Tom Beckert does not share this, and he says that costs rise.",
        "Tom Beckert",
    ),
]


@pytest.mark.parametrize(("language", "text", "who"), OWN)
def test_a_name_before_the_pronoun_in_its_sentence(language: str, text: str, who: str) -> None:
    assert last_holder(text, language).text == who


def test_nobody_is_meant_inside_of_what_the_pronoun_says() -> None:
    assert (
        last_holder("Obi Raman took the floor. Tom Beckert is wrong about the costs, he said.", "en").text
        == "Obi Raman"
    )
