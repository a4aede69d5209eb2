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
