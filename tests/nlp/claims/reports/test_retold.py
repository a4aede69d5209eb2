"""What documents and people are told to say in digests, and reports that go on for the same speaker. Names invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.reports.main_reports import with_main_reports
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.words.segment import segment
from pipeline.records import Claim, Saying, Span, Tagged, Window

RULES = Reader(NlpSettings(spacy_models=()))
LEARNED = Reader(NlpSettings(), Tagger())


def blind(windows: list[Window]) -> list[Tagged]:
    """See no report anywhere, and an assertion in every sentence."""
    labels = tuple((0.9, *([0.0125] * 8)) for _ in windows[0].sentences)
    return [Tagged(labels, (), (), (), (), ())]


BLIND = Reader(NlpSettings(spacy_models=()), blind)  # type: ignore[arg-type]


def told(text: str, source: str, cue: str, content: str) -> Reader:
    """Return a reader that is sure of one saying."""

    def span(words: str) -> Span:
        at = text.index(words)
        return Span(at, at + len(words))

    def tag(windows: list[Window]) -> list[Tagged]:
        saying = Saying(span(source), span(cue), (span(content),), "indirect", "asserts", False, 0.97)
        labels = tuple((0.9, *([0.0125] * 8)) for _ in windows[0].sentences)
        return [Tagged(labels, (saying,), (), (), (), ())]

    return Reader(NlpSettings(spacy_models=()), tag)  # type: ignore[arg-type]


def claims(text: str, language: str, reader: Reader) -> list[Claim]:
    return list(reader.read_text(text, language).claims)


def read(claim: Claim) -> tuple[str | None, str]:
    return (claim.holder.text if claim.holder is not None else None), claim.quoted


DOCUMENTS = [
    ("en", "The model card notes that the small crane is not sold in Quillon.", "The model card"),
    ("en", "Pier Notes: The linked video argues that small ports should lower their fees.", "The linked video"),
    ("en", "The report examines how open ports could raise trade and theft alike.", "The report"),
    ("en", "The piece highlights the effects of cranes on small ports.", "The piece"),
    ("en", "Community feedback highlights interest in a second crane on the north quay.", "Community feedback"),
    ("fr", "La fiche du modèle indique que la petite grue ne sera pas vendue à Quillon.", "La fiche du modèle"),
    ("fr", "Le rapport examine comment les ports ouverts pourraient relancer le commerce.", "Le rapport"),
    ("de", "Der Bericht untersucht, wie offene Häfen den Handel stärken könnten.", "Der Bericht"),
    ("es", "La ficha del modelo indica que la grúa pequeña no se vende en Quillon.", "La ficha del modelo"),
    ("es", "El informe examina cómo los puertos abiertos podrían reforzar el comercio.", "El informe"),
    ("it", "La scheda del modello indica che la gru piccola non si vende a Quillon.", "La scheda del modello"),
    ("it", "Il rapporto esamina come i porti aperti potrebbero rafforzare il commercio.", "Il rapporto"),
    ("pt", "O cartão do modelo indica que o guindaste pequeno não se vende em Quillon.", "O cartão do modelo"),
    ("nl", "Het rapport onderzoekt hoe open havens de handel kunnen versterken.", "Het rapport"),
    ("ru", "Статья рассматривает, как открытые порты могли бы усилить торговлю.", "Статья"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), DOCUMENTS)
def test_documents_say_what_they_are_told_to_say(language: str, text: str, who: str) -> None:
    for reader in (BLIND, LEARNED):
        assert read(claims(text, language, reader)[-1]) == (who, "indirect")


def test_a_document_is_not_the_people_named_before() -> None:
    text = "Some users expressed frustration over the crane. The paper examines how cranes could slow small ports."
    assert [read(claim) for claim in claims(text, "en", BLIND)] == [
        ("Some users", "indirect"),
        ("The paper", "indirect"),
    ]


PEOPLE = [
    ("en", "Cranes are live: Members noticed that the cranes are open to all, and are being leased.", "Members"),
    ("en", "Despite the delays, many still consider the old crane the best one for small ports.", "many"),
    ("en", "Crane Limits: A long-time dock user expressed disappointment that it is slow.", "A long-time dock user"),
    ("en", "Some users are seeing the crane stop at noon in the north basin.", "Some users"),
    ("en", "@karvel_ops credited Mara Voss for the hard work on the north quay.", "@karvel_ops"),
    ("en", "quay_fan complained that the crane is slow.", "quay_fan"),
    ("de", "Viele halten den alten Kran trotz dieser Mängel weiterhin für den besten.", "Viele"),
    ("fr", "Grue neuve : beaucoup considèrent encore la vieille grue comme la meilleure.", "beaucoup"),
    ("es", "@karvel_ops subrayó que las cuerdas importan más que las grúas del muelle.", "@karvel_ops"),
    ("it", "La gru delude: molti considerano ancora la vecchia gru come la migliore.", "molti"),
    ("nl", "Nieuwe kraan: velen beschouwen de oude kraan nog steeds als de beste.", "velen"),
    ("ru", "Новый кран: многие по-прежнему считают старый кран лучшим.", "многие"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), PEOPLE)
def test_people_of_a_digest_have_views(language: str, text: str, who: str) -> None:
    assert read(claims(text, language, BLIND)[-1]) == (who, "indirect")


GOING_ON = [
    ("en", "@karvel_ops summarized a paper on cranes, highlighting faster loading at a lower cost.", "@karvel_ops"),
    ("en", "Quay on a Budget: A member shared their first weeks with the crane, noting its low cost.", "A member"),
    ("fr", "Un utilisateur compare les deux grues, soulignant que la neuve est plus lente.", "Un utilisateur"),
    ("es", "Un usuario comparó las dos grúas, destacando que la nueva es más lenta.", "Un usuario"),
    ("it", "Un utente ha descritto le due gru, sottolineando che la nuova è più lenta.", "Un utente"),
    ("ru", "@karvel_ops сравнил два крана, отметив, что новый медленнее.", "@karvel_ops"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), GOING_ON)
def test_whoever_tells_of_a_thing_says_what_a_participle_adds(language: str, text: str, who: str) -> None:
    assert read(claims(text, language, BLIND)[-1]) == (who, "indirect")


AUTHORS = [
    ("en", "This video highlights the effects of cranes on small ports."),
    ("en", "Our report examines how open ports could raise trade."),
    ("en", "The blog post contains useful notes on cranes."),
    ("en", "The debate centers on cranes that stand on the north quay."),
    ("en", "One user shared a video that shows the crane at work."),
    ("en", "A member shared a link to a guide on cranes."),
    ("en", "Members are adding a second crane to the north quay."),
    ("en", "Many are considering moving to the north quay."),
    ("en", "The video explains how to load a ship."),
    ("en", "Users flocked to the north quay, highlighting its appeal."),
    ("en", "A user is experiencing trouble with the crane at night."),
    ("en", "No report states that the crane is slow."),
    ("en", "The board that read the report raised the fees."),
    ("de", "Der Bericht enthält Karten der Häfen."),
    ("de", "Viele halten sich an die Regeln des Hafens."),
    ("fr", "Le rapport contient des cartes des ports."),
    ("es", "Un usuario compartió un vídeo de la grúa."),
    ("it", "Il rapporto contiene mappe dei porti."),
    ("nl", "Het rapport bevat kaarten van de havens."),
    ("ru", "Статья содержит карты портов."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), AUTHORS)
def test_what_reports_nothing_stays_the_authors(language: str, text: str) -> None:
    assert all(read(claim) == (None, "none") for claim in claims(text, language, BLIND))


MAIN = [
    ("en",
     "@karvel_ops stressed that ropes matter more than cranes, suspecting that rust is the key to the "
     "trouble of the north quay and of the two basins behind it.",
     "@karvel_ops", "stressed", "that ropes matter more than cranes"),
    ("en",
     "Docks are open: Members noticed that the docks are open, and are being leased to all small firms of "
     "the port at a low price that holds until May.",
     "Members", "noticed", "that the docks are open"),
    ("fr",
     "Mara Voss affirme que la grue est lente, et que les ports voisins de Quillon en profitent depuis des"
     " années avec leurs quais neufs et leurs tarifs.",
     "Mara Voss", "affirme", "que la grue est lente"),
    ("de",
     "Mara Voss betonte, dass Seile wichtig sind, und vermutete den Rost an den Kränen des Nordkais als "
     "Grund für die vielen Störungen der letzten Wochen.",
     "Mara Voss", "betonte", "dass Seile wichtig sind"),
    ("es",
     "Mara Voss afirma que la grúa es lenta, y culpa de ello a los puertos vecinos de Quillon y a las "
     "tarifas que cobran desde hace años.",
     "Mara Voss", "afirma", "que la grúa es lenta"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who", "cue", "content"), MAIN)
def test_the_rest_of_a_report_is_its_speakers(language: str, text: str, who: str, cue: str, content: str) -> None:
    found = claims(text, language, told(text, who, cue, content))
    assert [read(claim) for claim in found] == [(who, "indirect")]


ASIDES = [
    ("en",
     "Mara Voss says that the crane is slow, but the port has grown by a third since the mayor opened the "
     "new quay and cut all of its fees.",
     "Mara Voss", "says", "that the crane is slow"),
    ("en",
     "Although some say that the crane is slow, the port has grown by a third since the mayor opened the "
     "second quay and cut the fees.",
     "some", "say", "that the crane is slow"),
    ("de",
     "Mara Voss sagt, dass der Kran zu langsam sei, aber der Hafen ist um ein Drittel gewachsen, seit der "
     "neue Kai offen ist und nichts mehr kostet.",
     "Mara Voss", "sagt", "dass der Kran zu langsam sei"),
    ("fr",
     "Mara Voss dit que la grue est lente, mais le port a grandi d'un tiers depuis que la mairie a ouvert "
     "le quai neuf et baissé les tarifs.",
     "Mara Voss", "dit", "que la grue est lente"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who", "cue", "content"), ASIDES)
def test_the_authors_own_clause_stays_theirs(language: str, text: str, who: str, cue: str, content: str) -> None:
    aside = Frame(_span(text, who), _span(text, cue), (_span(text, content),), "indirect", "asserts", "", embedded=True)
    passages, _ = segment(text, language)
    speech = with_main_reports(text, passages, Speech((Said(aside, 0),), ()))
    assert speech.said[0].frame.embedded


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


CONCEDED = [
    ("en", "Although some residents think that the bridge is safe, the engineers have closed it."),
    ("en", "Because several engineers said that the bridge was unsafe, the town closed it."),
    ("es", "Aunque varios vecinos creen que el puente es seguro, los ingenieros lo han cerrado."),
    ("fr", "Bien que certains habitants pensent que le pont est sûr, les ingénieurs l'ont fermé."),
    ("nl", "Hoewel sommige bewoners denken dat de brug veilig is, hebben de ingenieurs haar gesloten."),
    ("pt", "Embora alguns moradores pensem que a ponte é segura, os engenheiros a fecharam."),
    ("ru", "Хотя некоторые жители считают, что мост безопасен, инженеры его закрыли."),
]


@pytest.mark.parametrize(("language", "text"), CONCEDED)
def test_a_conjunction_is_part_of_nobodys_name(language: str, text: str) -> None:
    found = claims(text, language, LEARNED)
    assert (None, "none") in [read(claim) for claim in found]
    assert not [claim for claim in found if claim.holder and claim.holder.text.split()[0] == text.split()[0]]
