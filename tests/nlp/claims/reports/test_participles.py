"""Participles behind a clause: what things suggest, whom something makes speak, who owns what is cited."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())


def holders(text: str, language: str) -> list[str | None]:
    return [claim.holder.text if claim.holder else None for claim in READER.read_text(text, language).claims]


OWN = [
    ("en", "The demo of the crane got slower in May, suggesting that the yards ignored warnings."),
    ("en", "Investors remain optimistic, citing Quillon's strong market position and performance compared to rivals."),
    ("fr", "La démonstration de la grue a ralenti en mai, suggérant que le port a ignoré les alertes."),
    ("es", "La demostración de la grúa fue más lenta en mayo, sugiriendo que el puerto ignoró las alertas."),
    ("it", "La dimostrazione della gru è stata più lenta a maggio, suggerendo che il porto ha ignorato gli avvisi."),
    ("pt", "A demonstração do guindaste foi mais lenta em maio, sugerindo que o porto ignorou os avisos."),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_what_things_suggest_is_the_author_s(language: str, text: str) -> None:
    assert holders(text, language) == [None]


CAUSED = [
    ("en", "The yards closed on Monday, prompting critics to say that the city has failed.", "critics"),
    ("en", "The old crane broke in May, leading some to say that the city has failed.", "some"),
    (
        "de",
        "Die Kräne fielen am Montag aus, was Kritiker dazu brachte zu sagen, dass die Stadt versagt hat.",
        "Kritiker",
    ),
    ("es", "Las grúas fallaron el lunes, lo que llevó a algunos a decir que la ciudad ha fracasado.", "algunos"),
    ("it", "Le gru si sono fermate lunedì, spingendo i critici a dire che la città ha fallito.", "critici"),
]


@pytest.mark.parametrize(("language", "text", "who"), CAUSED)
def test_whom_something_makes_speak_says_an_aside(language: str, text: str, who: str) -> None:
    first, second = holders(text, language)
    assert first is None
    assert second is not None
    assert second.endswith(who)


SAID = [
    ("en", "Harbour__007 lists all cranes that are old, suggesting that the yards ignored warnings.", "Harbour__007"),
    ("en", "Mara Voss praised the crane, suggesting that the yards buy it.", "Mara Voss"),
    ("en", "One comment suggests that the crane is slow, implying that the fault is due to prior use.", "One comment"),
    ("en", "Critics lead the yard, and they say that the city has failed.", "Critics"),
    ("fr", "Mara Voss a loué la grue, suggérant que le port en achète une.", "Mara Voss"),
    ("es", "Mara Voss elogió la grúa, sugiriendo que el puerto compre una.", "Mara Voss"),
]


@pytest.mark.parametrize(("language", "text", "who"), SAID)
def test_people_and_documents_suggest_what_they_say(language: str, text: str, who: str) -> None:
    assert who in holders(text, language)
