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
]


@READERS
@pytest.mark.parametrize(("language", "text"), HEARSAY)
def test_hearsay_is_nobodys(reader: Reader, language: str, text: str) -> None:
    claim = last(text, language, reader)
    assert (holder(claim), claim.quoted, claim.attribution[-1].commitment) == ("", "indirect", "reports")


def test_hearsay_is_not_of_whoever_spoke_before() -> None:
    claim = last("Mara Voss visitó el muelle. La grúa habría contribuido a la reforma de Quillon.", "es", RULES)
    assert holder(claim) == ""


AUTHORS = [
    ("en", "The reportedly safe quay was closed in May."),
    ("en", "Quillon Freight, which reportedly lost money, opened a new quay."),
    ("en", "It was reported to the board of the port in May."),
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
