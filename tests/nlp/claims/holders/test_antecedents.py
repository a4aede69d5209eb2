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


WITHOUT_NAMES = [
    (
        "en",
        "Crane tools: A member offered to set up cranes to make them work for users, over the phone.\n\nThey clarified "
        "that they charge for their time.",
        "A member",
    ),
    (
        "en",
        "Harbor limits: A user was annoyed at being limited by Quillon Labs.\n\nThey stressed that the limits are too "
        "low.",
        "A user",
    ),
    (
        "en",
        "Crane help: The user admitted that this is one of their first cranes.\n\nThey said that the crane is slow.",
        "The user",
    ),
    (
        "en",
        "Pier: Another member compared the cranes of Quillon Labs with those of Brandmoor.\n\nThey speculated that the "
        "results might be unreliable.",
        "Another member",
    ),
    (
        "en",
        "One researcher tested the crane. They said that it is slow.\n\nThey also noted that it is loud.",
        "One researcher",
    ),
    (
        "en",
        "The team is working with Brandmoor Labs on the cranes, which many users avoid. They advise that the old crane "
        "be used.",
        "The team",
    ),
    ("en", "Many users agree with Mara Voss and her view of cranes. They note that the crane fails.", "Many users"),
    (
        "en",
        "harbour_lamp worries about the new cranes of Quillon Labs. They say that the cranes are too slow.",
        "harbour_lamp",
    ),
    (
        "en",
        "A new report looks at the cranes of Quillon Labs. It says that the cranes are too slow.",
        "A new report",
    ),
    (
        "de",
        "Ein Nutzer beschwerte sich über die Kräne von Quillon. Er sagte, dass sie zu langsam sind.",
        "Ein Nutzer",
    ),
    (
        "fr",
        "Les utilisateurs se plaignent des grues de Quillon. Ils disent que les grues sont trop lentes.",
        "Les utilisateurs",
    ),
    (
        "es",
        "«El plan es muy bueno», dijo el alcalde Uru Brankov.\n\nUn usuario protestó. Él dijo que los números no "
        "cuadran.",
        "Un usuario",
    ),
    (
        "it",
        "I ricercatori hanno provato le gru di Quillon. Loro dicono che le gru sono lente.",
        "I ricercatori",
    ),
    (
        "pt",
        "Os pesquisadores testaram os guindastes da Quillon. Eles dizem que os guindastes são lentos.",
        "Os pesquisadores",
    ),
    (
        "nl",
        "Een onderzoeker protesteerde tegen de kranen van Quillon. Hij zei dat de kranen te traag zijn.",
        "Een onderzoeker",
    ),
    (
        "ru",
        "«Рост продолжится», — сказал Уру Раман.\n\nПользователь пожаловался на краны. Он сказал, что краны слишком "
        "медленные.",
        "Пользователь",
    ),
    ("zh", "“增长会继续，”布兰科夫说。\n\n一位研究员用沙子做了一台起重机。他说，这台起重机太慢了。", "一位研究员"),
    ("zh", "作者是一个软件工程师。他认为，这些起重机都太慢了。", "作者"),
    (
        "ja",
        "「成長は続く」と佐倉ミナ氏は話した。\n\nある研究員は納得していない。彼は「数字が合わない」と述べた。",
        "ある研究員",
    ),
    (
        "ko",
        "“성장은 계속된다”고 오비 라만이 말했다.\n\n한 연구원은 이에 반대했다. 그는 크레인이 너무 느리다고 말했다.",
        "한 연구원",
    ),
]
"""Whom a sentence is about goes before bodies and people that it only mentions, also behind a heading."""


@pytest.mark.parametrize(("language", "text", "who"), WITHOUT_NAMES)
def test_whom_a_sentence_is_about_without_a_name(language: str, text: str, who: str) -> None:
    assert last_holder(text, language).text == who


NAMED = [
    ("Quillon Labs wrote to its users about the crane. They said that the crane is safe.", "Quillon Labs"),
    (
        "Quillon Labs raised its prices, and users complained about it. They said that the prices are too high.",
        "users",
    ),
    ("Mara Voss wrote about the crane for many users. She said that it is safe.", "Mara Voss"),
    ("A user praised the crane. Mara Voss did not. She said that it is unsafe.", "Mara Voss"),
    ("The new cranes of Quillon Labs were shown to visitors. It said that they are fast.", "Quillon Labs"),
]


@pytest.mark.parametrize(("text", "who"), NAMED)
def test_people_who_are_no_subject_are_not_meant(text: str, who: str) -> None:
    assert last_holder(text, "en").text == who
