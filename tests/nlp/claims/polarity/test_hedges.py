"""Words that make a claim doubtful, and the same words where they do not; negations inside asides."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(spacy_models=()))


def only(text: str, language: str) -> Claim:
    claims = READER.read_text(text, language).claims
    assert len(claims) == 1
    return claims[0]


HEDGED = [
    ("en", "We can assume that the port will close."),
    ("en", "The data seem to suggest a smaller port."),
    ("en", "It shows how small the port is (I suspect it might close)."),
    ("en", "The figures suggest that the port is too small."),
    ("en", "The port might close in May."),
    ("de", "Wir können annehmen, dass der Hafen schließt."),
    ("de", "Ich finde, der Hafen ist zu klein."),
    ("fr", "On peut supposer que le port fermera."),
    ("es", "Podemos suponer que el puerto cerrará."),
    ("it", "Possiamo supporre che il porto chiuderà."),
    ("pt", "Podemos supor que o porto vai fechar."),
    ("pt", "Os navios podem ser pequenos demais."),
    ("nl", "We kunnen aannemen dat de haven sluit."),
    ("ru", "Можно предположить, что порт закроется."),
    ("ru", "Порт вроде закрыт с мая."),
    ("zh", "港口可能会关闭。"),
    ("es", "El puerto tiene pinta de cerrar."),
    ("es", "Por lo visto, el puerto cierra."),
    ("pt", "Pelo jeito, o porto vai fechar."),
    ("de", "Der Hafen wird wohl schließen."),
    ("ja", "港は閉まるみたいな話を聞いた。"),
    ("fr", "La croissance devrait atteindre deux pour cent."),
]


@pytest.mark.parametrize(("language", "text"), HEDGED)
def test_a_mark_of_doubt_hedges(language: str, text: str) -> None:
    assert only(text, language).hedged


PLAIN = [
    ("en", "The tool reads the file to suggest edits and names of ships."),
    ("en", "The office showed how small ships could sink in storms."),
    ("en", "Even if we assume such a port, it costs too much."),
    ("de", "Ich finde das wichtig, weil es den Hafen betrifft."),
    ("de", "Das Amt erklärte nicht, wie kleine Schiffe im Sturm sinken könnten."),
    ("fr", "Le port cache des données qu'il ne devrait pas révéler."),
    ("es", "El puerto no podría existir sin grúas."),
    ("pt", "Os navios não podem ser retirados do porto."),
    ("ru", "Порты вроде Ольховки дорожают каждый год."),
    ("zh", "没有起重机，这不可能成功。"),
    ("ja", "いわば、港は町の心臓である。"),
    ("ja", "城みたいな船が港に着いた。"),
    ("ja", "Lego 7みたいな船が港に着いた。"),
    ("ja", "港を「箱」みたいに扱うと事故が起きる。"),
    ("de", "Der Hafen ist klein, wohl aber tief."),
]


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_the_same_words_elsewhere_do_not(language: str, text: str) -> None:
    assert not only(text, language).hedged


INSIDE = [
    ("fr", "La formation --- ça ne nous rajeunit pas ! --- dévalorise l'information."),
    ("en", "You can easily tell a port that listens from one that doesn't."),
    ("ru", "Всегда есть порты, в которых мы делаем плохие, неточные расчёты или вообще не можем их делать."),
    ("de", "Es gibt Häfen, in denen wir schlechte, ungenaue Karten haben oder gar nicht ankommen."),
]


@pytest.mark.parametrize(("language", "text"), INSIDE)
def test_a_negation_of_an_aside_or_of_a_relative_clause_is_one_inside(language: str, text: str) -> None:
    assert not only(text, language).negated


def test_a_list_of_adjectives_keeps_a_main_negation() -> None:
    assert only("Мы не любим плохие, неточные карты.", "ru").negated


UNSURE = [
    ("en", "We are not quite sure whether the port will close."),
    ("de", "Wir sind nicht ganz sicher, ob der Hafen schließt."),
    ("fr", "Nous ne sommes pas sûrs que le port ferme."),
    ("es", "No estamos seguros de que el puerto cierre."),
    ("it", "Non siamo sicuri che il porto chiuda."),
    ("pt", "Não temos certeza de que o porto vai fechar."),
    ("nl", "Wij zijn er niet zeker van dat de haven sluit."),
    ("ru", "Мы не уверены, что порт закроется."),
]


@pytest.mark.parametrize(("language", "text"), UNSURE)
def test_not_sure_hedges_what_follows_and_denies_nothing(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.hedged
    assert not claim.negated


UNSAFE = [
    ("en", "The old bridge is not safe."),
    ("de", "Der alte Steg ist nicht sicher."),
    ("fr", "Le vieux pont n'est pas sûr."),
    ("es", "El viejo puente no es seguro."),
    ("it", "Il vecchio ponte non è sicuro."),
]


@pytest.mark.parametrize(("language", "text"), UNSAFE)
def test_not_safe_is_a_negation(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.negated
    assert not claim.hedged


BESIDE = [
    ("en", "Mara Voss, who might leave in May, says that the port is closed."),
    ("en", "Although critics say the port might close, Mara Voss says it is open."),
    ("de", "Mara Voss, die im Mai gehen könnte, sagt, der Hafen ist zu."),
    ("de", "Mara Voss, deren Firma womöglich umzieht, sagt, dass der Hafen zu ist."),
    ("fr", "Mara Voss, qui pourrait partir en mai, affirme que le port est fermé."),
    ("es", "Mara Voss, que podría irse en mayo, dice que el puerto está cerrado."),
]


@pytest.mark.parametrize(("language", "text"), BESIDE)
def test_doubt_in_a_clause_beside_what_is_said_hedges_nothing_of_it(language: str, text: str) -> None:
    said = [c for c in READER.read_text(text, language).claims if c.holder and c.holder.text == "Mara Voss"]
    assert [c.hedged for c in said] == [False]


WITHIN = [
    ("en", "The firm says that, if prices fall, it could hire two hundred people."),
    ("en", "Mara Voss, apparently, says that the port is closed."),
    ("en", "Reportedly Mara Voss said that the port might close."),
    ("de", "Die Firma sagt, sie könnte zweihundert Leute einstellen, wenn die Preise fallen."),
    ("fr", "L'entreprise dit que, si les prix baissent, elle pourrait embaucher."),
    ("it", "L'azienda dice che, se i prezzi scendono, potrebbe assumere duecento persone."),
    ("es", "La empresa dice que, si bajan los precios, podría contratar a doscientas personas."),
    ("pt", "A empresa diz que, se os preços caírem, poderia contratar duzentas pessoas."),
    ("ja", "会社は、価格が下がれば採用を増やすかもしれないと述べた。"),
    ("zh", "公司表示，如果价格下降，可能会招聘两百人。"),
]


@pytest.mark.parametrize(("language", "text"), WITHIN)
def test_doubt_in_what_is_said_hedges_it(language: str, text: str) -> None:
    assert only(text, language).hedged


NEIGHBOURS = [
    ("en", "Mara Voss says the port could close, but Jon Arden says it is open."),
    ("de", "Mara Voss sagt, der Hafen dürfte schließen, aber Jon Arden sagt, er ist offen."),
    ("fr", "Mara Voss affirme que le port pourrait fermer, mais Jon Arden dit qu'il est ouvert."),
    ("it", "Mara Voss dice che il porto potrebbe chiudere, ma Jon Arden dice che è aperto."),
    ("zh", "沃斯说港口可能关闭，但阿登说港口是开放的。"),
]


@pytest.mark.parametrize(("language", "text"), NEIGHBOURS)
def test_doubt_hedges_the_claim_that_it_stands_in_and_not_its_neighbour(language: str, text: str) -> None:
    assert [c.hedged for c in READER.read_text(text, language).claims] == [True, False]


GRANTED = [
    ("en", "Even though the ferry might be late, the port is open."),
    ("en", "The port is open, although the ferry might be late."),
    ("de", "Der Hafen ist offen, obwohl die Fähre vielleicht ausfällt."),
    ("fr", "Le port est ouvert, même si le bac pourrait manquer."),
    ("es", "El puerto está abierto, aunque quizá cierre el bar."),
    ("pt", "O pior é a falta de grua, mesmo que se descubra que esta pode ser perigosa."),
]


@pytest.mark.parametrize(("language", "text"), GRANTED)
def test_doubt_in_what_is_conceded_hedges_nothing_of_what_is_asserted(language: str, text: str) -> None:
    assert not only(text, language).hedged


CONTRASTED = [
    ("en", "The ferry is full, while the port might close."),
    ("en", "Although the port is open, the ferry might be late."),
    ("de", "Die Fähre ist voll, während der Hafen vielleicht schließt."),
    ("fr", "Même si le port est ouvert, le bac pourrait manquer."),
    ("nl", "De veerboot is vol, terwijl de haven misschien sluit."),
]


@pytest.mark.parametrize(("language", "text"), CONTRASTED)
def test_doubt_in_a_contrast_or_behind_a_concession_hedges(language: str, text: str) -> None:
    assert only(text, language).hedged


ASKED = [
    ("de", "Wir testeten, wie der Kran reagieren würde, wenn der Wind dreht."),
    ("ru", "Мы проверили, что случилось бы, если бы кран остановился."),
]


@pytest.mark.parametrize(("language", "text"), ASKED)
def test_what_would_be_the_case_is_no_doubt_in_a_reported_question(language: str, text: str) -> None:
    assert not only(text, language).hedged


SEEMING = [
    ("en", "The offer looks like an attempt to please the town."),
    ("en", "It looks as if the port stays closed."),
    ("de", "Das sieht aus wie ein Versuch, die Stadt zu beruhigen."),
    ("de", "Es sieht so aus, als bliebe der Hafen zu."),
    ("fr", "Cela ressemble à une tentative de calmer la ville."),
    ("nl", "Dat ziet eruit als een poging om de stad te sussen."),
    ("ru", "Новый кран выглядит как попытка успокоить город."),
    ("ru", "Есть мнение, что порт закроют."),
    ("ru", "Это скорее случайность."),
    ("ru", "Порт остался бы открыт, если бы кран работал."),
    ("de", "Der Hafen wäre offen, wenn der Kran laufen würde."),
    ("ja", "もし風が変われば、渡し船は出るかもしれない。"),
    ("ja", "もし風が変わっていたら、渡し船は港を出ていただろうに。"),
]


@pytest.mark.parametrize(("language", "text"), SEEMING)
def test_what_something_looks_like_is_a_judgement(language: str, text: str) -> None:
    assert only(text, language).hedged


SEEN = [
    ("en", "The tower looks like a needle."),
    ("de", "Der Turm sieht aus wie eine Nadel."),
    ("fr", "La tour ressemble à une aiguille."),
    ("ru", "Дом выглядит как корабль."),
    ("ru", "Книга вышла скорее про порт."),
    ("ru", "Порт вроде открыли, но корабли туда заходят редко."),
    ("ru", "Можно сказать, что порт растёт."),
    ("ja", "もし風が変われば、渡し船は港を出る。"),
]


@pytest.mark.parametrize(("language", "text"), SEEN)
def test_a_likeness_or_a_mere_condition_is_no_doubt(language: str, text: str) -> None:
    assert not only(text, language).hedged


VIEWED = [
    ("en", "From my point of view the harbour needs a second crane."),
    ("de", "Aus meiner Sicht braucht der Hafen einen zweiten Kran."),
    ("fr", "À mes yeux, le port a besoin d'une seconde grue."),
    ("es", "Desde mi perspectiva, el puerto necesita otra grúa."),
    ("it", "A mio giudizio il porto ha bisogno di una gru."),
    ("pt", "Na minha visão, o porto precisa de outra grua."),
    ("nl", "In mijn ogen heeft de haven een tweede kraan nodig."),
    ("ru", "С моей точки зрения, порту нужен второй кран."),
    ("zh", "依我之见，港口需要第二台起重机。"),
    ("ja", "私の見方では、港にはもう一台クレーンが必要だ。"),
    ("ko", "제 관점에서는 항구에 기중기가 하나 더 필요하다."),
    ("ar", "من وجهة نظري يحتاج الميناء إلى رافعة ثانية."),
]
SUPPOSED = [
    ("en", "It is estimated that the crane costs millions."),
    ("de", "Man schätzt, dass der Kran Millionen kostet."),
    ("fr", "On estime que la grue coûte des millions."),
    ("es", "Se estima que la grúa cuesta millones."),
    ("it", "Si stima che la gru costi milioni."),
    ("pt", "Estima-se que a grua custe milhões."),
    ("nl", "Men schat dat de kraan miljoenen kost."),
    ("zh", "据估算，起重机要花几百万。"),
    ("en", "The crew suspected that the crane had a fault."),
    ("de", "Die Mannschaft vermutet, dass der Kran einen Fehler hat."),
    ("fr", "L'équipage soupçonne que la grue a un défaut."),
    ("es", "El equipo sospecha que la grúa tiene un fallo."),
    ("it", "La squadra sospetta che la gru abbia un difetto."),
    ("pt", "A equipa suspeita que a grua tem um defeito."),
    ("nl", "De ploeg vermoedt dat de kraan een fout heeft."),
    ("ru", "Команда подозревает, что у крана есть дефект."),
    ("ja", "最後の一マイルが一番きついんだってさ。"),
    ("ko", "항구는 내년에 문을 닫는다더라."),
]
MAY_BE = [
    ("es", "Puede haber otra grúa en el puerto de la isla."),
    ("es", "La villa puede estar preparando otro puerto."),
    ("it", "Può esserci un'altra gru nel porto dell'isola."),
    ("pt", "Pode haver outra grua no porto da ilha."),
    ("pt", "A vila pode estar a preparar outro porto."),
    ("fr", "Il peut y avoir une autre grue dans le port de l'île."),
    ("ja", "この桟橋は春まで持つかも。"),
    ("ja", "船長は来年やめるかもね。"),
]
FELT = [
    ("en", "It feels as if somebody made the ferry faster."),
    ("de", "Es fühlt sich an, als hätte jemand die Fähre schneller gemacht."),
    ("nl", "Het voelt alsof iemand de veerboot sneller heeft gemaakt."),
    ("fr", "On a le sentiment que le bac va plus vite."),
    ("es", "Da la impresión de que el barco va más rápido."),
    ("it", "Si ha l'impressione che il traghetto vada più veloce."),
    ("pt", "Dá a impressão de que o barco vai mais depressa."),
    ("zh", "我试用后，感觉渡轮确实很快。"),
]


@pytest.mark.parametrize(("language", "text"), [*VIEWED, *SUPPOSED, *MAY_BE, *FELT])
def test_views_suppositions_and_feelings_hedge(language: str, text: str) -> None:
    assert only(text, language).hedged


NO_DOUBT = [
    ("en", "The captain suggests using the old crane for the boats."),
    ("en", "The two suspects left the harbour at noon."),
    ("en", "The young crew won the IMO gold medal last year."),
    ("en", "The ferry is of course open on Sunday."),
    ("es", "La grúa puede levantar dos barcos a la vez."),
    ("it", "La gru può sollevare due barche alla volta."),
    ("pt", "A grua pode levantar dois barcos ao mesmo tempo."),
    ("es", "No puede haber dos grúas en el muelle."),
    ("pt", "Não pode haver duas gruas no cais."),
    ("fr", "Je trouve le port très beau."),
    ("ru", "Лодки вроде «Чайки» стоят у причала."),
    ("ru", "На причале стоят старые суда, вроде Чайки и Ласточки."),
    ("ru", "Порт растёт скорее медленно, чем быстро."),
    ("zh", "要有一万名乘客，渡轮才可能盈利。"),
    ("zh", "港口给人的感觉很好。"),
    ("ja", "港の仕事は嵐の中を歩くみたいなもんだ。"),
    ("ja", "しかも、この桟橋は新しい。"),
]


@pytest.mark.parametrize(("language", "text"), NO_DOUBT)
def test_advice_ability_and_likeness_are_no_doubt(language: str, text: str) -> None:
    assert not only(text, language).hedged
