"""Names that are written like a number are no quantities; the same signs before what they count are."""

from __future__ import annotations

import pytest

from pipeline.nlp.quantities import read

NAMES = [
    ("en", "3M said on Monday that it would stop."),
    ("en", "3M's shares fell."),
    ("en", "Shares of 3M fell."),
    ("en", "According to 3M, the tape holds."),
    ("en", "A 3M spokesperson denied it."),
    ("en", "3M plans to leave the harbour."),
    ("en", "“3M has lied,” he said."),
    ("fr", "3M a annoncé lundi des suppressions."),
    ("fr", "Selon 3M, le ruban tient."),
    ("fr", "Les actions de 3M ont chuté."),
    ("de", "Laut 3M hält das Band."),
    ("de", "3M kündigte Entlassungen an."),
    ("de", "Die Aktien von 3M fielen."),
    ("es", "3M anunció el lunes despidos."),
    ("es", "Según 3M, la cinta aguanta."),
    ("it", "3M ha annunciato lunedì i tagli."),
    ("it", "Secondo 3M, il nastro tiene."),
    ("pt", "A 3M anunciou na segunda-feira."),
    ("pt", "Segundo a 3M, a fita aguenta."),
    ("nl", "3M zei maandag dat het stopt."),
    ("nl", "Volgens 3M houdt het."),
    ("ru", "Компания 3M заявила в понедельник."),
    ("ru", "3M заявила, что закроет завод."),
    ("ar", "أعلنت شركة 3M يوم الاثنين."),
    ("zh", "3M公司周一表示将裁员。"),
    ("ja", "3Mは月曜日に発表した。"),
    ("ko", "3M은 월요일에 발표했다."),
    ("en", "7-Eleven closed."),
    ("zh", "7-Eleven关门了。"),
    ("ja", "7-Elevenは閉店した。"),
    ("en", "20th Century Fox bought it."),
    ("en", "4Chan users posted it."),
    ("en", "The 5G network grew."),
    ("en", "B2B sales rose, and Web3 is dead."),
    ("en", "1Password, 23andMe and 37signals left."),
]


@pytest.mark.parametrize(("lang", "text"), NAMES)
def test_names_are_no_quantities(lang: str, text: str) -> None:
    assert read(text, lang) == ()


AMOUNTS = [
    ("en", "The app has 3M users.", "3M users"),
    ("en", "The model has 3M parameters.", "3M parameters"),
    ("en", "According to 3M users, it fails.", "3M users"),
    ("en", "3M has 3M users.", "3M users"),
    ("en", "It was bought for $3M.", "$3M"),
    ("en", "More than 3M said so.", "3M"),
    ("en", "Of its users, 5M said they would pay.", "5M"),
    ("en", "A budget of 3M has been approved.", "3M"),
    ("en", "The 20th century was long.", "20th"),
    ("fr", "Un budget de 3M a été voté.", "3M"),
    ("fr", "L'appli compte 3M d'utilisateurs.", "3M d'utilisateurs"),
    ("de", "Die App hat 3M Nutzer.", "3M Nutzer"),
    ("nl", "De app heeft 3M gebruikers.", "3M gebruikers"),
    ("zh", "约3M用户表示满意。", "3M"),
]


@pytest.mark.parametrize(("lang", "text", "surface"), AMOUNTS)
def test_amounts_stay(lang: str, text: str, surface: str) -> None:
    assert [q.text for q in read(text, lang)] == [surface]
