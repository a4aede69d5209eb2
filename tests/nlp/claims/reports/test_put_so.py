"""Sentences that the one before leads up to. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(spacy_models=()))


def claims(text: str, language: str) -> tuple[Claim, ...]:
    return READER.read_text(text, language).claims


def who(claim: Claim) -> str | None:
    return claim.holder.text if claim.holder else None


LED_UP = [
    ("en", "We met in May. Mara Voss's argument is simple. The port no longer needs its cranes.", "Mara Voss"),
    ("de", "Die These von Mara Voss ist einfach. Der Hafen braucht keinen Kran mehr.", "Mara Voss"),
    ("fr", "La thèse de Mara Voss est simple. Le port n'a plus besoin de grues.", "Mara Voss"),
    ("es", "La tesis de Mara Voss es sencilla. El puerto ya no necesita grúas.", "Mara Voss"),
    ("it", "La tesi di Mara Voss è semplice. Il porto non ha più bisogno di gru.", "Mara Voss"),
    ("pt", "A tese de Mara Voss é simples. O porto já não precisa de guindastes.", "Mara Voss"),
    ("nl", "De stelling van Mara Voss is simpel. De haven heeft geen kranen meer nodig.", "Mara Voss"),
    ("ru", "Тезис Мары Восс прост. Порту больше не нужны краны.", "Мары Восс"),
    ("zh", "今年很忙。李雨桐的观点很明确。港口不再需要起重机。", "李雨桐"),
    ("ja", "今年は忙しい。佐伯美咲氏の主張はこうだ。港はもう起重機を必要としない。", "佐伯美咲氏"),
    ("ja", "佐伯美咲氏は次のように述べている。港はもう起重機を必要としない。", "佐伯美咲氏"),
    ("ko", "한서윤의 주장은 이렇다. 항구에는 더 이상 크레인이 필요하지 않다.", "한서윤"),
]


@pytest.mark.parametrize(("language", "text", "holder"), LED_UP)
def test_a_sentence_that_is_led_up_to_is_theirs(language: str, text: str, holder: str) -> None:
    claim = claims(text, language)[-1]
    assert (who(claim), claim.quoted) == (holder, "indirect")


HEADED = [
    ("de", "Mara Voss sagt, der Hafen sei alt. Die Botschaft: Ein Kran allein reicht nicht."),
    ("fr", "Mara Voss affirme que le port est vieux. Le message : une grue ne suffit pas."),
    ("es", "Mara Voss dijo que el puerto es viejo. El mensaje: una grúa no basta."),
    ("it", "Mara Voss ha detto che il porto è vecchio. L'insight chiave: una gru non basta."),
    ("pt", "Mara Voss disse que o porto é velho. A mensagem: um guindaste não basta."),
    ("nl", "Mara Voss zei dat de haven oud is. De boodschap: een kraan is niet genoeg."),
]


@pytest.mark.parametrize(("language", "text"), HEADED)
def test_a_message_is_that_of_whoever_spoke_before(language: str, text: str) -> None:
    claim = claims(text, language)[-1]
    assert (who(claim), claim.quoted) == ("Mara Voss", "indirect")


OWN = [
    ("de", "Der Hafen wächst seit Mai. Die Botschaft: Ein Kran allein reicht nicht."),
    ("de", "Mara Voss sagt, der Hafen sei alt. Mein Fazit: Ein Kran allein reicht nicht."),
    ("es", "La tesis es sencilla. El puerto ya no necesita grúas."),
    ("fr", "La thèse de Mara Voss est simple.\n\nLe port n'a plus besoin de grues."),
    ("ja", "その結論はこうだ。港はもう起重機を必要としない。"),
    ("zh", "我的观点很明确。港口不再需要起重机。"),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_where_nobody_is_named_the_author_goes_on(language: str, text: str) -> None:
    claim = claims(text, language)[-1]
    assert (who(claim), claim.quoted) == (None, "none")


def test_only_one_sentence_is_led_up_to() -> None:
    text = "La tesis de Mara Voss es sencilla. El puerto ya no necesita grúas. En mayo se vendió la última."
    assert who(claims(text, "es")[-1]) is None
