"""A role means the one who was introduced in it, in whatever order people speak."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

INTRODUCED = [
    ("en", "Mara Voss, co-founder of Quillon, spoke first. Tomas Reik, an analyst at Orvane, said that costs fell. "
     "The co-founder said that chips are scarce.", "Mara Voss"),
    ("en", "Analyst Ilse Brandmoor follows the sector. Quillon's chief executive, Tomas Reik, said that demand is "
     "strong. The analyst disagrees and says that demand is weak.", "Ilse Brandmoor"),
    ("de", "Mara Voss, Mitgründerin von Quillon, sprach zuerst. Der Analyst Tomas Reik sagte, die Kosten seien "
     "gefallen. Die Mitgründerin sagte, Chips seien knapp.", "Mara Voss"),
    ("fr", "Odile Vasseur, cofondatrice de Quillon, a ouvert la séance. L'analyste Thomas Reik a dit que les coûts "
     "ont baissé. La cofondatrice a déclaré que les puces manquent.", "Odile Vasseur"),
    ("es", "Inés Calvero, cofundadora de Quillon, abrió la sesión. El analista Tomás Reik dijo que los costes "
     "bajaron. La cofundadora afirmó que faltan chips.", "Inés Calvero"),
    ("it", "Dario Menti, cofondatore di Quillon, ha aperto la seduta. L'analista Paola Rei ha detto che i costi sono "
     "scesi. Il cofondatore ha detto che mancano i chip.", "Dario Menti"),
    ("nl", "Lieke Veldkamp, medeoprichter van Quillon, sprak eerst. Analist Joost Reik zei dat de kosten daalden. "
     "De medeoprichter zei dat chips schaars zijn.", "Lieke Veldkamp"),
    ("pt", "Inês Calvero, cofundadora da Quillon, abriu a sessão. O analista Tomás Reik disse que os custos caíram. "
     "A cofundadora afirmou que faltam chips.", "Inês Calvero"),
    ("ru", "Нина Ольхова, соучредитель «Квиллона», выступила первой. Аналитик Иван Рудов сказал, что цены упали. "
     "Соучредитель заявила, что чипов не хватает.", "Нина Ольхова"),
    ("ja", "クイロンの共同創業者である佐倉ミナ氏が登壇した。アナリストの田村健氏はコストが下がったと述べた。"
     "共同創業者はチップが不足していると語った。", "佐倉ミナ"),
    ("zh", "奎隆公司联合创始人林可首先发言。分析师陈岳表示成本已经下降。这位联合创始人表示芯片仍然短缺。", "林可"),
    ("ko", "퀼론의 공동창업자 한가온이 먼저 발언했다. 분석가 박도윤은 비용이 줄었다고 말했다. "
     "공동창업자는 칩이 부족하다고 밝혔다.", "한가온"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), INTRODUCED, ids=[f"{c}-{w}" for c, _, w in INTRODUCED])
def test_a_role_means_who_was_introduced_in_it(language: str, text: str, who: str) -> None:
    last = READER.read_text(text, language).claims[-1]
    assert last.holder is not None
    assert (last.holder.text, last.holder.kind) == (who, "named")


def test_a_role_of_nobody_is_not_guessed() -> None:
    text = "Tomas Reik, an analyst at Orvane, said that costs fell. The company's founder said that growth will slow."
    last = READER.read_text(text, "en").claims[-1]
    assert last.holder is not None
    assert last.holder.kind == "anonymous"


def test_the_only_person_without_a_role_is_meant() -> None:
    text = "Mara Voss came to the hearing. The founder said that growth will slow."
    last = READER.read_text(text, "en").claims[-1]
    assert last.holder is not None
    assert last.holder.text == "Mara Voss"


def test_the_authors_are_not_the_company_named_before():
    text = "Quillon Labs said that demand fell. A paper followed. The authors report that their tool caught 94 errors."
    claim = READER.read_text(text, "en").claims[-1]
    assert (claim.holder.text, claim.holder.kind) == ("The authors", "group")


ANYBODY = [
    (
        "en",
        "Dana Reik built the crane and showed it on Monday.\n\nThe user said that the crane is slow.",
        "The user",
        "The founder said that the crane is slow.",
    ),
    (
        "fr",
        "Dana Reik a construit la grue et l'a montrée lundi.\n\nL'utilisateur a dit que la grue est trop lente.",
        "L'utilisateur",
        "La fondatrice a dit que la grue est trop lente.",
    ),
    (
        "es",
        "Dana Reik construyó la grúa y la mostró el lunes.\n\nEl usuario dijo que la grúa es lenta.",
        "El usuario",
        "La fundadora dijo que la grúa es lenta.",
    ),
    (
        "it",
        "Dana Reik ha costruito la gru e l'ha mostrata lunedì.\n\nL'utente ha detto che la gru è lenta.",
        "L'utente",
        "La fondatrice ha detto che la gru è lenta.",
    ),
]
"""A role that anybody may have is not that of the only one who is named; one of few is."""


@pytest.mark.parametrize(("language", "text", "who", "instead"), ANYBODY)
def test_roles_of_anybody_are_nobody_named(language: str, text: str, who: str, instead: str) -> None:
    reader = Reader(NlpSettings(), Tagger())
    for words, expected in ((text, who), (text.rpartition("\n\n")[0] + "\n\n" + instead, "Dana Reik")):
        holder = reader.read_text(words, language).claims[-1].holder
        assert holder is not None
        assert holder.text == expected
