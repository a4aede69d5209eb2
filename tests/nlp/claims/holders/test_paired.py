"""Of two who are named together a pronoun means whom its gender fits, or nobody. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.holders.genders import gender_of, gender_of_role

READER = Reader(NlpSettings(), Tagger())


def last_holder(text: str, language: str) -> tuple[str, str]:
    holder = READER.read_text(text, language).claims[-1].holder
    assert holder is not None
    return holder.text, holder.kind


UNDECIDED = [
    ("en", "Anna Quill and Clara Venn run the mill. She said that the stones are old.", "She"),
    ("en", "Anna Quill and Clara Venn said that the mill is shut. She added that the stones are old.", "She"),
    ("de", "Anna Quill und Clara Venn leiten die Mühle. Sie sagte, die Steine seien alt.", "Sie"),
    ("fr", "Anna Quill et Clara Venn dirigent le moulin. Elle a dit que les meules sont usées.", "Elle"),
    ("es", "Pedro Quill y Jorge Venn dirigen el molino. Él dijo que las muelas son viejas.", "Él"),
    ("ru", "Анна Квилл и Клара Венн управляют мельницей. Она сказала, что жернова старые.", "Она"),
    ("ko", "김안나 씨와 이수라 씨가 방앗간을 운영한다. 그는 맷돌이 낡았다고 말했다.", "그"),
    ("zh", "安娜·奎尔和克拉拉·文恩经营磨坊。她说，磨石已经旧了。", "她"),
]


@pytest.mark.parametrize(("language", "text", "word"), UNDECIDED)
def test_nobody_is_guessed_of_two(language: str, text: str, word: str) -> None:
    assert last_holder(text, language) == (word, "anonymous")


DECIDED = [
    ("en", "Anna Quill and Noa Venn run the mill. She said that the stones are old.", "Anna Quill"),
    ("en", "Anna Quill met Clara Venn and Dora Pell. She said that the stones are old.", "Anna Quill"),
    ("en", "Anna Quill and Clara Venn run the mill. Venn opened it in May. She said that it is shut.", "Clara Venn"),
    ("de", "Der Müller Noa Venn und die Bäckerin Sascha Quill kamen. Sie sagte, das Mehl sei alt.", "Sascha Quill"),
    ("fr", "Le meunier Noa Venn et la boulangère Sacha Quill sont venus. Elle a dit que le blé manque.", "Sacha Quill"),
    ("es", "El molinero Noa Venn y la panadera Toma Quill llegaron. Ella dijo que falta trigo.", "Toma Quill"),
    ("it", "Il mugnaio Noa Venn e la fornaia Toma Quill sono arrivati. Lei ha detto che manca il grano.", "Toma Quill"),
    ("zh", "奎尔女士和文恩先生来了。安娜·奎尔女士和彼得·马恩先生检查了大坝。他说，坝墙裂了。", "彼得·马恩"),
]


@pytest.mark.parametrize(("language", "text", "who"), DECIDED)
def test_whom_a_pronoun_means_of_two(language: str, text: str, who: str) -> None:
    assert last_holder(text, language) == (who, "named")


RANKED = [
    ("en", "Quillon Labs sued Brandmoor Labs. The latter said that the claim is empty.", "Brandmoor Labs"),
    ("fr", "Anna Quill a rencontré Jon Pell vendredi. Ce dernier a dit que le contrat est nul.", "Jon Pell"),
    ("de", "Anna Quill traf Jon Pell. Letzterer sagte, der Vertrag sei nichtig.", "Jon Pell"),
    ("nl", "Anna Quill sprak met Jon Pell. Laatstgenoemde zei dat het contract nietig is.", "Jon Pell"),
    ("zh", "安娜·奎尔会见了约恩·佩尔。前者说，合同无效。", "安娜·奎尔"),
]


@pytest.mark.parametrize(("language", "text", "who"), RANKED)
def test_the_latter_and_the_former(language: str, text: str, who: str) -> None:
    assert last_holder(text, language) == (who, "named")


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "Anna Quill, Jon Pell and Dora Venn sat down. The former said that the vote was close.", "The former"),
        ("en", "The plan failed. The latter said that the vote was close.", "The latter"),
        ("es", "Anna Quill llegó tarde. El primero dijo que la votación fue ajustada.", "El primero"),
    ],
)
def test_no_former_of_one_or_three(language: str, text: str, word: str) -> None:
    assert last_holder(text, language) == (word, "anonymous")


MEANT = [
    ("fr", "Quillon Labs fabrique des pompes. L'agence a dit que les ventes baissent.", "Quillon Labs", "named"),
    ("it", "Quillon Labs produce pompe. L'agenzia ha detto che le vendite calano.", "Quillon Labs", "named"),
    ("ru", "Quillon Labs выпускает насосы. Фирма сообщила, что продажи упали.", "Quillon Labs", "named"),
    ("zh", "Quillon Labs生产水泵。这家公司表示，销量下降了。", "Quillon Labs", "named"),
    ("fr", "Une agence a ouvert. L'agence a dit que les ventes baissent.", "L'agence", "group"),
    ("ru", "Мара Восс открыла мост. Компания сообщила, что продажи упали.", "Компания", "group"),
    ("fr", "Les habitants de Tarnow protestent. Ils disent que le bruit est fort.", "Les habitants", "group"),
    ("es", "Los vecinos protestan por el ruido. Ellos dicen que no duermen de noche.", "Los vecinos", "group"),
    ("ru", "Жители протестуют против шума. Они говорят, что ночью невозможно спать.", "Жители", "group"),
    ("zh", "塔尔诺的居民提出抗议。他们说，夜里无法入睡。", "塔尔诺的居民", "group"),
    ("fr", "Quillon Labs aide des habitants de Tarnow. Ils disent que le bruit est fort.", "Quillon Labs", "named"),
    ("de", "Die Anwohner protestieren gegen den Lärm. Sie sagen, nachts sei es zu laut.", "Die Anwohner", "group"),
    ("nl", "De bewoners protesteren. Zij zeggen dat het 's nachts te luid is.", "De bewoners", "group"),
    ("de", "Anna Quill vertritt die Anwohner. Sie sagte, nachts sei es zu laut.", "Anna Quill", "named"),
    ("nl", "Anna Quill spreekt voor de bewoners. Zij zegt dat het te luid is.", "Anna Quill", "named"),
    ("ko", "김안나 씨는 방앗간을 운영한다. 김 씨는 겨울이 너무 추웠다고 말했다.", "김안나", "named"),
    ("ko", "김안나 씨와 김도라 씨가 심사를 맡았다. 김 씨는 투표가 팽팽했다고 말했다.", "김", "named"),
    ("zh", "马文丽女士经营磨坊。马女士说，磨石已经旧了。", "马文丽", "named"),
    ("ar", "قالت تيسا مارن إن النحل مات. وترى مارن أن الشتاء كان باردا.", "تيسا مارن", "named"),
]


@pytest.mark.parametrize(("language", "text", "who", "kind"), MEANT)
def test_who_is_meant_by_a_short_name_or_a_noun(language: str, text: str, who: str, kind: str) -> None:
    assert last_holder(text, language) == (who, kind)


def test_what_stands_beside_a_name_tells_its_gender() -> None:
    assert gender_of("安娜·奎尔女士说", 0, 5) == "f"
    assert gender_of_role("die Bäckerin Noa Quill", 13, "de") == "f"
    assert gender_of_role("der Berlin Noa Quill", 11, "de") is None
    assert gender_of_role("la semaine dernière Noa Quill", 20, "fr") is None
    assert gender_of_role("the baker Noa Quill", 10, "en") is None
