"""Words of doubt that stand for evidence, risk and certainty; set forms around a negation. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())


def only(text: str, language: str) -> Claim:
    claims = READER.read_text(text, language).claims
    assert len(claims) == 1, [c.text for c in claims]
    return claims[0]


SIGNS = [
    ("en", "There are early signs that the ferry company is running out of money."),
    ("fr", "Il y a des signes que la compagnie manque d'argent."),
    ("de", "Es gibt erste Hinweise darauf, dass der Reederei das Geld ausgeht."),
    ("es", "Hay señales de que la naviera se queda sin dinero."),
    ("it", "Ci sono indizi che la compagnia stia finendo i soldi."),
    ("pt", "Há sinais de que a companhia está a ficar sem dinheiro."),
    ("nl", "Er zijn tekenen dat de rederij geld te kort komt."),
    ("ru", "Появились признаки того, что у пароходства кончаются деньги."),
    ("ar", "هناك دلائل على أن شركة العبارات تفقد أموالها."),
    ("zh", "有许多迹象显示渡轮公司缺钱。"),
    ("ja", "渡し船会社の資金が尽きる兆しがある。"),
    ("ko", "여객선 회사의 돈이 떨어지고 있다는 징후가 보인다."),
    ("fr", "Les traces laissent supposer que le coffre a été ouvert de nuit."),
    ("de", "Die Spuren legen nahe, dass der Tresor nachts geöffnet wurde."),
    ("es", "Las huellas hacen pensar que la caja se abrió de noche."),
    ("it", "Le tracce fanno pensare che la cassa sia stata aperta di notte."),
    ("pt", "As marcas levam a crer que o cofre foi aberto de noite."),
    ("nl", "De sporen duiden erop dat de kluis 's nachts is geopend."),
    ("nl", "De gemeente zou de kade volgend jaar kunnen sluiten."),
    ("fr", "La digue risque d'éclater."),
    ("it", "La diga rischia di crollare."),
    ("pt", "O dique corre o risco de ruir."),
    ("ru", "Плотина рискует обрушиться."),
    ("ko", "둑이 무너질 우려가 크다."),
    ("es", "El ladrón pudo haber entrado por el patio."),
]


@pytest.mark.parametrize(("language", "text"), SIGNS)
def test_what_signs_show_is_hedged(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.hedged
    assert not claim.negated


SUGGESTED = [
    ("fr", "Mara Voss suggère que le port achète une seconde grue.", False),
    ("es", "Mara Voss sugiere que el puerto compre otra grúa.", False),
    ("it", "Mara Voss suggerisce che il porto compri un'altra gru.", False),
    ("pt", "Mara Voss sugere que o porto compre outra grua.", False),
    ("fr", "Les relevés suggèrent que la marée monte plus tôt.", True),
    ("es", "Las mediciones sugieren que la marea sube antes.", True),
    ("it", "Le misure suggeriscono che la marea salga prima.", True),
    ("pt", "As medições sugerem que a maré sobe mais cedo.", True),
    ("nl", "De metingen suggereren dat het tij eerder opkomt.", True),
]


@pytest.mark.parametrize(("language", "text", "hedged"), SUGGESTED)
def test_what_measurements_suggest_is_hedged_and_what_a_person_suggests_is_told(
    language: str, text: str, hedged: bool
) -> None:
    assert bool(only(text, language).hedged) == hedged


NO_SIGNS = [
    ("en", "There are no signs that the ferry company is running out of money."),
    ("fr", "Il n'y a aucun signe que la compagnie manque d'argent."),
    ("de", "Es gibt keine Anzeichen dafür, dass der Reederei das Geld ausgeht."),
    ("es", "No hay indicios de que la naviera se quede sin dinero."),
    ("it", "Non ci sono segnali che la compagnia stia finendo i soldi."),
    ("pt", "Não há indícios de que a companhia esteja sem dinheiro."),
    ("nl", "Er zijn geen aanwijzingen dat de rederij geld te kort komt."),
    ("zh", "没有迹象表明渡轮公司缺钱。"),
    ("ja", "渡し船会社の資金が尽きる兆しはない。"),
    ("ko", "여객선 회사의 돈이 떨어질 조짐은 없다."),
]


@pytest.mark.parametrize(("language", "text"), NO_SIGNS)
def test_that_there_are_no_signs_is_negated_and_not_hedged(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.negated
    assert not claim.hedged


CERTAIN = [
    ("en", "The mill is undoubtedly older than the church."),
    ("fr", "Le moulin est sans nul doute plus vieux que l'église."),
    ("de", "Die Mühle ist ohne jeden Zweifel älter als die Kirche."),
    ("es", "El molino es sin ninguna duda más viejo que la iglesia."),
    ("it", "Il mulino è senza alcun dubbio più vecchio della chiesa."),
    ("pt", "O moinho é sem dúvida alguma mais velho do que a igreja."),
    ("nl", "De molen is ongetwijfeld ouder dan de kerk."),
    ("ru", "Мельница, без всякого сомнения, старше церкви."),
    ("ar", "الطاحونة دون أدنى شك أقدم من الكنيسة."),
    ("zh", "磨坊毫无疑问比教堂更古老。"),
    ("ja", "水車小屋は疑いなく教会より古い。"),
    ("fr", "Nul doute que le moulin est plus vieux que l'église."),
    ("de", "Es gibt keinen Zweifel daran, dass die Mühle älter als die Kirche ist."),
    ("ru", "Нет никаких сомнений, что мельница старше церкви."),
    ("ja", "水車小屋が教会より古いことに疑いの余地はない。"),
]


@pytest.mark.parametrize(("language", "text"), CERTAIN)
def test_what_is_beyond_doubt_is_neither_hedged_nor_negated(language: str, text: str) -> None:
    claim = only(text, language)
    assert not claim.hedged
    assert not claim.negated


DOUBTED = [
    ("fr", "Le moulin est sans doute plus vieux que l'église."),
    ("en", "The mill is almost certainly older than the church."),
    ("ja", "水車小屋は教会より古いに違いない。"),
    ("en", "It is not impossible that the mill is older than the church."),
    ("de", "Es ist nicht unmöglich, dass die Mühle älter als die Kirche ist."),
    ("nl", "Het is niet ondenkbaar dat de molen ouder is dan de kerk."),
]


@pytest.mark.parametrize(("language", "text"), DOUBTED)
def test_what_is_all_but_certain_or_not_impossible_is_hedged(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.hedged
    assert not claim.negated


ONLY = [
    ("de", "Der Kiosk verkauft nichts als Postkarten."),
    ("nl", "De kiosk verkoopt niets dan ansichtkaarten."),
    ("it", "Il chiosco non vende che cartoline."),
    ("ko", "이 가게는 엽서밖에 팔지 않는다."),
    ("es", "No fue hasta octubre cuando el quiosco vendió su primera postal."),
    ("fr", "Le kiosque ne compte pas moins de trente cartes."),
    ("zh", "这家书报亭的明信片不下三百种。"),
    ("ar", "كان بناء الكشك غير قانوني."),
]


@pytest.mark.parametrize(("language", "text"), ONLY)
def test_what_says_only_or_not_until_negates_nothing(language: str, text: str) -> None:
    assert not only(text, language).negated


NEGATED = [
    ("en", "To rebuild the kiosk in a week is not impossible."),
    ("de", "Der Kiosk verkauft nichts, was Kinder mögen."),
    ("nl", "De kiosk verkoopt niets in de winter."),
    ("it", "Non importa che piova."),
    ("it", "Il chiosco non vende cartoline."),
    ("ko", "이 가게는 바깥에서 엽서를 팔지 않는다."),
    ("es", "El quiosco no abre hasta octubre."),
    ("fr", "Le vieux kiosque ne s'ouvre plus."),
    ("fr", "La commune n'y met plus de chaises."),
    ("fr", "Le gardien ne le répare plus."),
    ("en", "The tram no longer stops at the kiosk."),
    ("zh", "这家书报亭熬不过这个冬天。"),
    ("zh", "没有人知道墙上的画是谁画的。"),
    ("ar", "لم يكن بناء الكشك قانونيا."),
]


@pytest.mark.parametrize(("language", "text"), NEGATED)
def test_words_like_these_negate(language: str, text: str) -> None:
    assert any(c.negated for c in READER.read_text(text, language).claims)


IN_REPORTS = [
    ("ja", "ヴォス氏は、市は橋を直さなかったと述べた。"),
    ("ja", "ヴォス氏は、水門はもう開かないと説明した。"),
    ("ko", "김도라 씨는 시가 다리를 고치지 않았다고 말했다."),
    ("zh", "沃斯表示，市政府没有修桥。"),
    ("ru", "Восс сказала, что город не починил мост."),
]


@pytest.mark.parametrize(("language", "text"), IN_REPORTS)
def test_a_negation_before_the_particle_of_a_report_negates_it(language: str, text: str) -> None:
    assert only(text, language).negated


NOBODYS = [
    ("es", "Todo apunta a que el alcalde vende la villa."),
    ("it", "Tutto lascia pensare che il sindaco venda la villa."),
    ("pt", "Tudo indica que o prefeito vende a vila."),
    ("nl", "Alles wijst erop dat de burgemeester de villa verkoopt."),
    ("es", "El alcalde, por lo visto, ha vendido la villa."),
    ("ko", "도둑들은 지붕으로 들어간 것으로 추정된다."),
    ("ko", "정부는 세금을 올릴 것으로 예상된다."),
]


@pytest.mark.parametrize(("language", "text"), NOBODYS)
def test_a_mark_of_the_author_s_doubt_makes_nobody_speak(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.holder is None or not claim.holder.text
    assert claim.hedged


SOMEBODYS = [
    ("en", "Mara Voss reportedly told the board that the clinic owed two million.", "Mara Voss"),
    ("pt", "Mara Voss teria dito ao conselho que a clínica devia dois milhões.", "Mara Voss"),
    ("fr", "Mara Voss aurait dit au conseil que la clinique devait deux millions.", "Mara Voss"),
    ("nl", "Mara Voss zou hebben gezegd dat de kliniek twee miljoen schuldig was.", "Mara Voss"),
    ("ko", "김도라 씨는 도둑들이 지붕으로 들어간 것으로 추정했다.", "김도라"),
]


@pytest.mark.parametrize(("language", "text", "who"), SOMEBODYS)
def test_who_is_said_to_have_said_it_or_supposes_it_holds_it(language: str, text: str, who: str) -> None:
    claim = only(text, language)
    assert claim.holder is not None
    assert (claim.holder.text, claim.quoted) == (who, "indirect")
