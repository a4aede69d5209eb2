"""Who says a quotation whose sentence leaves the subject out. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

MEANT = [
    ("es", "Mara Voss dirige la biblioteca. «Los estantes están vacíos», dijo.", "Mara Voss"),
    ("it", "Mara Voss dirige la biblioteca. «Gli scaffali sono vuoti», ha detto.", "Mara Voss"),
    ("pt", 'Mara Voss dirige a biblioteca. "As estantes estão vazias", disse.', "Mara Voss"),
    ("fr", "Mara Voss a dit que le parc est fermé. Et d'ajouter : « Les arbres sont malades. »", "Mara Voss"),
    ("fr", "Mara Voss a dit que le parc est fermé. Et de conclure : « Les arbres sont malades. »", "Mara Voss"),
    ("es", "Mara Voss dirige la biblioteca.\n\n«Los estantes están vacíos», dijo.", "Mara Voss"),
    ("it", "Mara Voss dirige la biblioteca.\n\n«Gli scaffali sono vuoti», ha detto.", "Mara Voss"),
    ("pt", "Mara Voss dirige a biblioteca.\n\n«As estantes estão vazias», disse.", "Mara Voss"),
    ("pt", "Mara Voss dirige a biblioteca. «Os livros desapareceram», disse.", "Mara Voss"),
    ("ja", "「本が足りない」とヨン・ペル氏は話した。「新しい本が2冊必要だ」と付け加えた。", "ヨン・ペル"),
    ("ar", "قال يون بيل إن الميناء مغلق. وتابع قائلا: «علينا تنظيفه كل ربيع».", "يون بيل"),
    ("ar", "وصل المزارع يون بيل يوم الجمعة. وقال: «القمح غال جدا هذا العام».", "يون بيل"),
    (
        "fr",
        "Mara Voss est là.\n\n« La farine est chère », dit-elle.\n\n« Trois fours sont froids. »",
        "Mara Voss",
    ),
    ("ko", '"전차는 늘 늦는다"고 한미라 씨가 말했다. "기사들은 지쳐 있다."', "한미라"),
    ("nl", 'Mara Voss zei dat het park dicht is. En voegde eraan toe: "De bomen zijn ziek."', "Mara Voss"),
    ("ru", "Мара Фосс сказала, что парк закрыт. И добавила: «Деревья больны уже второй год».", "Мара Фосс"),
    ("ru", "Мара Фосс сказала, что парк закрыт. Затем добавила: «Деревья больны второй год».", "Мара Фосс"),
]
NOBODY = [
    ("es", "Mara Voss dirige la biblioteca. «Los estantes están vacíos», dijeron."),
    ("es", "El consejo recibió a Mara Voss.\n\n«Los estantes están vacíos», dijo."),
    ("es", "El consejo recibió a Mara Voss. «Los estantes están vacíos», dijo."),
    ("es", "Mara Voss dirige la biblioteca. «Los estantes están vacíos», se dijo."),
    ("it", "Mara Voss dirige la biblioteca. «Gli scaffali sono vuoti», hanno detto."),
    ("pt", 'Mara Voss dirige a biblioteca. "As estantes estão vazias", disseram.'),
    ("ru", "Мара Фосс сказала, что парк закрыт. В газете написали: «Деревья больны второй год»."),
]


@pytest.mark.parametrize(("language", "text", "holder"), MEANT)
def test_the_sentence_before_names_who_says_it(language: str, text: str, holder: str) -> None:
    found = READER.read_text(text, language).claims[-1]
    assert found.holder is not None
    assert (found.holder.text, found.quoted) == (holder, "direct")


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_nobody_is_guessed(language: str, text: str) -> None:
    found = READER.read_text(text, language).claims[-1]
    assert found.holder is not None
    assert found.holder.text == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", '"전차는 늘 늦는다"고 한미라 씨가 말했다. "기사들은 지쳐 있다."'),
        ("ar", "«الترام يتأخر دائما»، قالت مارا فوس. «السائقون مرهقون»."),
    ],
)
def test_a_cue_between_two_quotations_says_both(language: str, text: str) -> None:
    claims = READER.read_text(text, language).claims
    assert len(claims) == 2
    assert {c.quoted for c in claims} == {"direct"}
    assert claims[0].holder is not None
    assert {c.holder for c in claims} == {claims[0].holder}
