"""Points of a list that ask without a mark, sentences that only say who speaks: no claims. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.claimhood.questions import is_counted_question
from pipeline.nlp.claims.claimhood.verbless import is_only_named

READER = Reader(NlpSettings(), Tagger())

ASKING = [
    ("en", "(2) Whether the quay can carry the crane."),
    ("en", "She raised two questions: (1) whether we can carry the load."),
    ("en", "3. Who is to pay for it."),
    ("de", "Sie stellte zwei Fragen: (1) Ob der Kai den Kran tragen kann."),
    ("fr", "(2) Si le quai peut porter la grue."),
    ("es", "2. Quién debe pagar la grúa."),
    ("it", "(2) Se il molo può reggere la gru."),
    ("pt", "2. Quem deve pagar o guindaste."),
    ("nl", "(2) Of de kade de kraan kan dragen."),
    ("ru", "2. Выдержит ли причал кран."),
    ("zh", "（2）码头是否承受得住起重机。"),
    ("zh", "她提出两个问题：（1）到2030年，我们能不能买得起起重机。"),
    ("ja", "（2）岸壁がクレーンに耐えられるかどうか。"),
    ("ko", "(2) 부두가 크레인을 견딜 수 있는지."),
    ("ar", "(2) ما إذا كان الرصيف يحمل الرافعة."),
]
ASSERTING = [
    ("en", "(2) Whether the quay can carry the crane is unclear."),
    ("en", "Whether the quay can carry the crane."),  # no point of a list: other forms judge it
    ("en", "She raised two problems: (1) the quay is weak."),
    ("en", "1. If the quay breaks, the crane falls."),
    ("de", "(2) Ob der Kai den Kran trägt, bleibt offen."),
    ("de", "1. Wer den Kai besitzt, verdient daran."),
    ("fr", "1. Si le quai cède, la grue tombe."),
    ("es", "1. Si el muelle cede, la grúa cae."),
    ("it", "1. Se il molo cede, la gru cade."),
    ("pt", "1. Se o cais ceder, o guindaste cai."),
    ("nl", "1. Wie de kade bezit bepaalt de prijs."),
    ("ru", "(1) Выдержит ли причал, зависит от погоды."),
    ("zh", "央行是否降息仍不确定。"),
    ("zh", "（1）央行是否降息仍不确定。"),
    ("zh", "1. 港口是否扩建取决于预算。"),
    ("ja", "（1）岸壁が耐えるかどうかは分からない。"),
    ("ko", "(1) 항구는 세 가지 일을 한다."),
    ("ar", "(1) من يفز بالانتخابات يقرر ميزانية الميناء."),
]


@pytest.mark.parametrize(("language", "text"), ASKING)
def test_a_counted_question_is_no_claim(language: str, text: str) -> None:
    assert is_counted_question(text, language)
    assert READER.read_text(text, language).claims == ()


@pytest.mark.parametrize(("language", "text"), ASSERTING)
def test_what_says_something_of_a_question_asks_nothing(language: str, text: str) -> None:
    assert not is_counted_question(text, language)


@pytest.mark.parametrize("text", ["央行是否降息仍不确定。", "（1）央行是否降息仍不确定。"])
def test_what_is_called_uncertain_stays_a_claim(text: str) -> None:
    assert len(READER.read_text(text, "zh").claims) == 1


NAMED = [
    ("en", "According to the defence."),
    ("en", "According to Mara Voss of the Tarn lab."),
    ("de", "Laut dem Bericht."),
    ("fr", "D'après le rapport de l'agence."),
    ("es", "Según la defensa."),
    ("it", "Secondo la difesa."),
    ("pt", "Segundo a defesa."),
    ("nl", "Volgens de verdediging."),
    ("ru", "По словам защиты."),
    ("zh", "根据辩方的说法。"),
    ("ja", "弁護側によると。"),
    ("ko", "변호인 측에 따르면."),
    ("ar", "وفقا للدفاع."),
]
SAID = [
    ("en", "According to the defence, the ferry sank."),
    ("en", "According to Voss ships sink fast."),
    ("de", "So sanken die Kosten."),
    ("fr", "Selon la météo, il pleut."),
    ("nl", "Volgens Voss regent het."),
    ("ru", "По словам мэра, порт закрыт."),
    ("ja", "市長によると、港は閉まる。"),
    ("ko", "시장에 따르면 항구가 닫힌다."),
]


@pytest.mark.parametrize(("language", "text"), NAMED)
def test_who_says_it_alone_is_no_claim(language: str, text: str) -> None:
    assert READER.read_text(text, language).claims == ()


@pytest.mark.parametrize(("language", "text"), SAID)
def test_who_says_it_with_what_is_said_is_more(language: str, text: str) -> None:
    assert not is_only_named(text, language, [])
    assert len(READER.read_text(text, language).claims) == 1


PARTING = [
    ("en", "That's all for this week, see you on Monday!"),
    ("de", "Das war's für diese Woche, bis Montag!"),
    ("fr", "C'est tout pour cette semaine, à lundi !"),
    ("es", "Eso es todo por esta semana, ¡hasta el lunes!"),
    ("it", "È tutto per questa settimana, a lunedì!"),
    ("pt", "É tudo por esta semana, até segunda-feira!"),
    ("nl", "Dat was het voor deze week, tot maandag!"),
    ("ru", "На этой неделе это всё, до понедельника!"),
    ("zh", "本周的内容就到这里，我们下周一见！"),
    ("ar", "هذا كل شيء لهذا الأسبوع، نلتقي يوم الاثنين!"),
]
STAYING = [
    ("en", "That is all it takes to win a seat in the north."),
    ("en", "That's all for now, but the port remains closed."),
    ("ru", "На этой неделе всё подорожало."),
    ("zh", "今天的节目到这里才有意思，因为港口关闭了。"),
]


@pytest.mark.parametrize(("language", "text"), PARTING)
def test_a_sign_off_is_no_claim(language: str, text: str) -> None:
    assert READER.read_text(text, language).claims == ()


@pytest.mark.parametrize(("language", "text"), STAYING)
def test_what_only_begins_like_a_sign_off_is_a_claim(language: str, text: str) -> None:
    assert len(READER.read_text(text, language).claims) == 1
