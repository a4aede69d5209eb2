"""Many people, and a document that somebody saw, are not the name inside their phrase."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.holders.crowds import is_crowd, without_reader
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.records import LANGUAGES, Holder, Span

READER = Reader(NlpSettings(), Tagger())


def holder(text: str, language: str) -> Holder | None:
    return READER.read_text(text, language).claims[0].holder


MANY = [
    ("en", "Users of ChatGPT say that it forgets things.", "Users of ChatGPT"),
    ("en", "Some users of Quillonix say the app is slow.", "Some users of Quillonix"),
    ("en", "Fans of Brandmoor say the film is a success.", "Fans of Brandmoor"),
    ("en", "Engineers at Quillon Labs said the model is too small.", "Engineers at Quillon Labs"),
    ("en", "Two engineers at Quillon Labs said the model is too small.", "Two engineers at Quillon Labs"),
    ("en", "Quillon engineers said the model is too small.", "Quillon engineers"),
    ("en", "Supporters of Tom Becker said that the plan is dead.", "Supporters of Tom Becker"),
    ("en", "A third of voters said that the bridge shook.", "A third of voters"),
    ("de", "Zwei von drei Einwohnern sagten, dass der Hafen bleiben soll.", "Zwei von drei Einwohnern"),
    ("de", "Zwei Drittel der Wähler sagten, dass der Hafen bleiben soll.", "Zwei Drittel der Wähler"),
    ("fr", "Deux tiers des électeurs ont dit que le port doit rester ouvert.", "Deux tiers des électeurs"),
    ("fr", "Les utilisateurs de ChatGPT disent qu'il oublie des choses.", "Les utilisateurs de ChatGPT"),
    ("es", "Los usuarios de ChatGPT dicen que olvida cosas.", "Los usuarios de ChatGPT"),
    ("es", "Dos tercios de los votantes dijeron que el puerto debe seguir abierto.", "Dos tercios de los votantes"),
    ("it", "Gli utenti di ChatGPT dicono che dimentica le cose.", "Gli utenti di ChatGPT"),
    ("it", "Due terzi degli elettori hanno detto che il porto deve restare aperto.", "Due terzi degli elettori"),
    ("pt", "Os usuários do ChatGPT dizem que ele esquece coisas.", "Os usuários do ChatGPT"),
    ("pt", "Dois terços dos eleitores disseram que o porto deve ficar aberto.", "Dois terços dos eleitores"),
    ("nl", "Gebruikers van ChatGPT zeggen dat het dingen vergeet.", "Gebruikers van ChatGPT"),
    ("nl", "Twee derde van de kiezers zei dat de haven open moet blijven.", "Twee derde van de kiezers"),
    ("ru", "Пользователи Квиллона говорят, что он медленный.", "Пользователи Квиллона"),
    ("ru", "Две трети избирателей сказали, что порт должен остаться открытым.", "Две трети избирателей"),
    ("zh", "ChatGPT的用户表示它经常忘记事情。", "ChatGPT的用户"),
    ("ja", "クイロンの利用者はアプリが遅いと話した。", "クイロンの利用者"),
    ("ko", "퀼론 이용자들은 앱이 느리다고 말했다.", "퀼론 이용자들"),
    ("en", "Early adopters reported that the reader saves hours.", "Early adopters"),
    ("ru", "Любой профи отметит, что рост продолжится.", "Любой профи"),
]


@pytest.mark.parametrize(("language", "text", "who"), MANY)
def test_many_people_are_a_group(language: str, text: str, who: str) -> None:
    found = holder(text, language)
    assert found is not None
    assert (found.text, found.kind) == (who, "group")


SEEN = [
    ("en", "A leaked memo seen by The Ledger says the mill will close in May.", "A leaked memo"),
    ("en", "The mill will close in May, according to a leaked memo seen by The Ledger.", "a leaked memo"),
    ("fr", "Selon une note interne consultée par Le Courrier de Grelm, l'usine fermera en mai.", "une note interne"),
    ("es", "Según un memorando obtenido por El Faro de Grelm, la fábrica cerrará en mayo.", "un memorando"),
    ("it", "Secondo un documento visionato dal Corriere di Grelm, la fabbrica chiuderà a maggio.", "un documento"),
]


@pytest.mark.parametrize(("language", "text", "who"), SEEN)
def test_who_saw_a_document_did_not_write_it(language: str, text: str, who: str) -> None:
    found = holder(text, language)
    assert found is not None
    assert (found.text, found.kind) == (who, "group")


PAPERS = [
    ("de", "ein internes Memo, das dem Grelmer Boten vorliegt", "ein internes Memo"),
    ("pt", "um relatório obtido pelo Diário de Grelm", "um relatório"),
    ("nl", "een uitgelekte memo ingezien door de Grelmse Courant", "een uitgelekte memo"),
    ("ru", "документ, с которым ознакомился «Вестник Грельма»", "документ"),
    ("ar", "مذكرة اطلعت عليها صحيفة غريلم", "مذكرة"),
    ("zh", "《格雷姆晨报》看到的备忘录", "备忘录"),
    ("ja", "グレルム新聞が入手した内部文書", "内部文書"),
    ("ko", "그렐름일보가 입수한 내부 문서", "내부 문서"),
]


@pytest.mark.parametrize(("code", "phrase", "left"), PAPERS)
def test_a_document_without_its_reader(code: str, phrase: str, left: str) -> None:
    lexicon = lexicons.load(code)
    assert lexicon is not None
    span = without_reader(phrase, Span(0, len(phrase)), lexicon)
    assert phrase[span.start : span.end] == left


NAMED = [
    ("Voss herself said that access might be rationed.", "Voss"),
    ("Voss now expects that progress will be limited.", "Voss"),
    ("Researchers led by Ines Quennell found that the brakes fail.", "Ines Quennell"),
    ("A study published by Quillon Labs says that the mill will close.", "Quillon Labs"),
]


@pytest.mark.parametrize(("text", "who"), NAMED)
def test_a_name_that_heads_its_phrase_stays(text: str, who: str) -> None:
    found = holder(text, "en")
    assert found is not None
    assert (found.text, found.kind) == (who, "named")


def test_an_ordinal_counts_nobody() -> None:
    found = holder("The third witness said that the bridge shook.", "en")
    assert found is not None
    assert found.kind == "anonymous"


@pytest.mark.parametrize(
    "text", ["Testing has found that the brakes fail in rain.", "Tests show that the brakes fail."]
)
def test_a_thing_is_no_name_though_it_opens_the_sentence(text: str) -> None:
    assert holder(text, "en") is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_pronoun_is_no_crowd(code: str) -> None:
    lexicon = lexicons.load(code)
    assert lexicon is not None
    for word in lexicon.genders:
        assert not is_crowd(word, Span(0, len(word)), None, lexicon)
