"""Hearsay of nobody in particular, and what something is in the view of a person. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

RULES = Reader()
LEARNED = Reader(NlpSettings(), Tagger())
READERS = pytest.mark.parametrize("reader", [RULES, LEARNED], ids=["rules", "learned"])


def last(text: str, language: str, reader: Reader) -> Claim:
    return reader.read_text(text, language).claims[-1]


def holder(claim: Claim) -> str | None:
    return claim.holder.text if claim.holder is not None else None


HEARSAY = [
    ("en", "Quillon Freight reportedly increased its crane spending to $750 million."),
    ("en", "The new quay is reportedly too small for the ferry."),
    ("en", "It was suggested cranes could be useful in small ports."),
    ("en", "It was reported that the ferry would close in May."),
    ("fr", "La grue aurait contribué à la rénovation du quai de Quillon."),
    ("es", "La grúa habría contribuido a la reforma del muelle de Quillon."),
    ("it", "La gru avrebbe contribuito alla riforma del molo di Quillon."),
    ("pt", "O guindaste teria contribuído para a reforma do cais de Quillon."),
    ("de", "Der Kran soll zur Erneuerung des Kais in Quillon beigetragen haben."),
    ("nl", "De kraan zou aan de vernieuwing van de kade hebben bijgedragen."),
    ("nl", "De kraan zou met geld van Quillon zijn betaald."),
    ("pt", "O dono do guindaste teria pago a reforma do cais."),
    ("it", "Il porto avrebbe speso due milioni per la gru."),
]


@READERS
@pytest.mark.parametrize(("language", "text"), HEARSAY)
def test_hearsay_is_nobodys(reader: Reader, language: str, text: str) -> None:
    claim = last(text, language, reader)
    assert (holder(claim), claim.quoted, claim.attribution[-1].commitment) == ("", "indirect", "reports")


PASSIVES = [
    ("en", "It was explained that the new quay saves time, and that small ports use it at night."),
    ("en", "Crane News: It was clarified that the crane is basically a lift."),
    ("en", "The crane is reported to be ten times faster than the old one."),
    ("en", "The small pump is noted to be of a kind that serves the whole port."),
    ("en", "The old pump is believed to be the oldest in the harbour."),
    ("en", "The cranes are said to have cost 40 million euros."),
    ("en", "Concerns were voiced about the high cost of cranes, which keeps small ports from buying them."),
    ("en", "The two lifts are mentioned as cheap alternatives to the crane."),
    ("fr", "Il a été souligné que la grue doit porter une plaque."),
    ("fr", "Des inquiétudes ont été exprimées sur le coût des grues."),
    ("de", "Es wurde erklärt, dass der Umzug Platz schafft und dass kleine Häfen das nutzen."),
    ("de", "Es wurden Bedenken über die Kosten der Kräne geäußert."),
    ("es", "Se aclaró que la grúa es en el fondo un ascensor."),
    ("es", "Se expresaron preocupaciones por el coste de las grúas."),
    ("it", "È stato spiegato che il trasloco libera spazio e che i porti piccoli ne approfittano."),
    ("it", "Sono state espresse preoccupazioni sul costo delle gru."),
    ("pt", "Foi esclarecido que o guindaste é no fundo um elevador."),
    ("pt", "Foram expressas preocupações com o custo dos guindastes."),
    ("nl", "Er werd benadrukt dat de kraan een plaatje moet dragen."),
    ("nl", "Er werden zorgen geuit over de kosten van kranen."),
    ("ru", "Отмечалось, что переезд освобождает место."),
    ("ru", "Были высказаны опасения по поводу стоимости кранов."),
    ("ar", "تم التأكيد على أن اسم الرافعة يجب أن يطابق اللوحة."),
    ("ja", "移転によって場所が空くと説明された。"),
    ("ko", "이전으로 자리가 생긴다고 설명됐다."),
    ("zh", "据介绍，新起重机每天可以装卸四十艘船。"),
]


@READERS
@pytest.mark.parametrize(("language", "text"), PASSIVES)
def test_what_a_passive_reports_is_nobodys(reader: Reader, language: str, text: str) -> None:
    claim = last(text, language, reader)
    assert (holder(claim), claim.quoted) == ("", "indirect")


def test_hearsay_is_not_of_whoever_spoke_before() -> None:
    claim = last("Mara Voss visitó el muelle. La grúa habría contribuido a la reforma de Quillon.", "es", RULES)
    assert holder(claim) == ""


AUTHORS = [
    ("en", "The reportedly safe quay was closed in May."),
    ("en", "Quillon Freight, which reportedly lost money, opened a new quay."),
    ("en", "It was reported to the board of the port in May."),
    ("en", "It was found that the crane was slow."),
    ("en", "It was explained to the board in May."),
    ("en", "The captain who is said to own the quay opened a new office."),
    ("de", "Es wurde beschlossen, dass der Kai gebaut wird."),
    ("fr", "Il a été décidé que le quai sera fermé."),
    ("it", "È stato deciso che il molo chiuderà a maggio."),
    ("nl", "Er werd besloten dat de kade in mei sluit."),
    ("fr", "La grue aurait contribué à la rénovation si le port avait payé."),
    ("fr", "Il aurait fallu fermer le quai de Quillon."),
    ("es", "La grúa habría contribuido a la reforma si el puerto hubiera pagado."),
    ("it", "Il porto avrebbe dovuto chiudere il molo di Quillon."),
    ("pt", "Sem o porto, o guindaste teria contribuído para a reforma do cais."),
    ("de", "Der Kran soll bis Mai fertig gebaut worden sein."),
    ("de", "Der Kran soll den Kai in Quillon erneuern."),
    ("nl", "De kraan zou sneller hebben gewerkt als de haven had betaald."),
]


@READERS
@pytest.mark.parametrize(("language", "text"), AUTHORS)
def test_what_might_have_been_is_the_authors(reader: Reader, language: str, text: str) -> None:
    assert holder(last(text, language, reader)) is None


TOLD = [
    ("en", "Mara Voss said that the port reportedly lost money.", "Mara Voss"),
    ("fr", "Selon Mara Voss, la grue aurait contribué à la rénovation du quai.", "Mara Voss"),
    ("es", "Según Mara Voss, la grúa habría contribuido a la reforma.", "Mara Voss"),
    ("de", "Laut Mara Voss soll der Kran zur Erneuerung beigetragen haben.", "Mara Voss"),
]


@READERS
@pytest.mark.parametrize(("language", "text", "who"), TOLD)
def test_hearsay_that_somebody_tells_is_theirs(reader: Reader, language: str, text: str, who: str) -> None:
    assert holder(last(text, language, reader)) == who


JUDGED = [
    ("en", "Dana Reyes spoke in May. For Reyes, the cranes are tools of the past."),
    ("es", "Dana Reyes habló ayer. Para Reyes las grúas son herramientas poderosas para mover arena."),
    ("fr", "Dana Reyes a parlé hier. Pour Reyes, les grues sont des outils puissants."),
    ("de", "Dana Reyes sprach gestern. Für Reyes sind die Kräne bloße Werkzeuge."),
    ("it", "Dana Reyes ha parlato ieri. Per Reyes le gru sono strumenti potenti."),
    ("pt", "Dana Reyes falou ontem. Para Reyes, os guindastes são ferramentas poderosas."),
    ("nl", "Dana Reyes sprak gisteren. Voor Reyes zijn de kranen louter gereedschap."),
]


@pytest.mark.parametrize(("language", "text"), JUDGED)
def test_what_something_is_for_a_person_is_their_view(language: str, text: str) -> None:
    claim = last(text, language, LEARNED)
    assert (holder(claim), claim.quoted) == ("Dana Reyes", "indirect")


FELT = [
    ("es", "Dana Reyes habló ayer. Para Reyes, la oferta es difícil de aceptar."),
    ("de", "Dana Reyes sprach gestern. Für Reyes ist der Sieg ein großer Erfolg."),
    ("fr", "Dana Reyes a parlé hier. Pour Reyes, la défaite est un coup dur."),
    ("es", "Para la ciudad, las grúas son herramientas poderosas."),
    ("de", "Für den Hafen sind die Kräne bloße Werkzeuge."),
    ("en", "For the port, the cranes are tools of the past."),
]


@pytest.mark.parametrize(("language", "text"), FELT)
def test_what_something_brings_a_person_or_a_thing_is_the_authors(language: str, text: str) -> None:
    assert holder(last(text, language, LEARNED)) is None
