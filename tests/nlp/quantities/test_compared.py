"""What is compared with what, in plain sentences: parts of another thing, the case that compares, other amounts."""

from __future__ import annotations

import pytest

from pipeline.nlp.quantities import read
from pipeline.records import Comparison

COMPARED = [
    ("en", "The copy costs a fifth of the original.", "The copy", "the original", "less"),
    ("de", "Die Kopie kostet ein Fünftel des Originals.", "Die Kopie", "Originals", "less"),
    ("fr", "La copie coûte un tiers du prix initial.", "La copie", "prix initial", "less"),
    ("es", "La copia cuesta una quinta parte del original.", "La copia", "original", "less"),
    ("nl", "De kopie weegt een vijfde van het origineel.", "De kopie", "het origineel", "less"),
    ("ko", "복제약의 가격은 원조 약의 절반이다.", "복제약", "원조 약", "less"),
    ("ja", "後発薬の価格は先発薬の半分だ。", "後発薬", "先発薬", "less"),
    ("ru", "Новый паром вдвое быстрее старого.", "Новый паром", "старого", "more"),
    ("ru", "Поезд на 30 процентов дешевле самолёта.", "Поезд", "самолёта", "less"),
    ("de", "Die Ausfuhren sanken gegenüber dem Vorjahr um 12 Prozent.", "Die Ausfuhren", "dem Vorjahr", "down"),
    ("nl", "De uitvoer daalde ten opzichte van vorig jaar met 12 procent.", "De uitvoer", "vorig jaar", "down"),
    ("ko", "수출은 전년보다 12% 줄었다.", "수출", "전년", "down"),
    ("ko", "수입은 전년보다 5% 늘었다.", "수입", "전년", "up"),
    ("ko", "기차는 비행기보다 30% 싸다.", "기차", "비행기", "less"),
    ("ja", "輸出額は前年比12%減少した。", "輸出額", "前年", "down"),
    ("zh", "出口额同比下降12%。", "出口额", None, "down"),
    ("it", "Le vendite sono calate del 12% rispetto al 2020.", "Le vendite", "2020", "down"),
    ("en", "The zoo drew 412,000 visitors, compared with 380,000 in May.", "The zoo", "380,000", "more"),
    ("fr", "Le zoo a compté 412 visiteurs, contre 380 un an plus tôt.", "Le zoo", "380", "more"),
    ("it", "Il zoo ha contato 412 visitatori, contro i 480 di maggio.", "Il zoo", "maggio", "less"),
    ("nl", "De zoo telde 412 bezoekers, tegen 380 een jaar eerder.", "De zoo", "380", "more"),
    (
        "en",
        "The north pier handles three times more boxes than the south one.",
        "The north pier",
        "the south one",
        "more",
    ),
    ("es", "El norte mueve tres veces más cajas que el sur.", "El norte", "el sur", "more"),
    ("pt", "O norte movimenta três vezes mais caixas do que o sul.", "O norte", "o sul", "more"),
]


def compared(text: str, language: str) -> list[Comparison]:
    return [q.comparison for q in read(text, language) if q.comparison is not None]


@pytest.mark.parametrize(("language", "text", "subject", "baseline", "direction"), COMPARED)
def test_what_is_compared(language: str, text: str, subject: str, baseline: str | None, direction: str) -> None:
    (frame,) = compared(text, language)
    assert frame.subject is not None
    assert (frame.subject.text, frame.baseline.text if frame.baseline else None) == (subject, baseline)
    assert frame.direction == direction
    for part in (frame.subject, frame.baseline, frame.measure):
        assert part is None or text[part.start : part.end] == part.text


NOTHING = [
    ("en", "A fifth of the members voted."),
    ("en", "She spends a third of her income on rent."),
    ("de", "Ein Fünftel der Mitglieder stimmte ab."),
    ("fr", "Un tiers des membres a voté."),
    ("es", "Una quinta parte de los socios votó."),
    ("ru", "У неё вдвое больше денег."),
    ("ru", "Поезд стал вдвое быстрее благодаря ремонту."),
    ("ru", "Поезд был вдвое дороже вчера."),
    ("ar", "بيع ما يقرب من 90 في المئة من المقاعد."),
    ("ar", "حصل على 20 مليون دولار من البنك."),
    ("ja", "会員の半分が投票した。"),
    ("ko", "회원의 절반이 투표했다."),
]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_a_part_of_the_whole_compares_nothing(language: str, text: str) -> None:
    assert compared(text, language) == []


def test_another_thing_counted_is_no_amount_to_compare_with() -> None:
    (frame,) = compared("The team won 3 games against 5 rivals.", "en")
    assert frame.baseline is None


CHANGED = [
    ("ar", "انخفض الفرق من 20 نقطة إلى 3 نقاط.", "20 نقطة", "down"),
    ("ja", "リードは20ポイントから3ポイントに縮小した。", "20ポイント", "down"),
    ("ru", "Отрыв сократился с 21 пункта до 3 пунктов.", "21 пункта", "down"),
]


@pytest.mark.parametrize(("language", "text", "start", "direction"), CHANGED)
def test_where_a_change_began_has_no_frame_itself(language: str, text: str, start: str, direction: str) -> None:
    first, second = read(text, language)
    assert first.comparison is None
    assert second.comparison is not None
    assert second.comparison.baseline is not None
    assert (second.comparison.baseline.text, second.comparison.direction) == (start, direction)
