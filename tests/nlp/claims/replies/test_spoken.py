"""Who denies something and says so in words of his own asserts these. As the main job reads it; names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())


def spoken(text: str, language: str) -> Claim:
    (claim,) = [c for c in READER.read_text(text, language).claims if c.quoted == "direct"]
    return claim


OWN = [
    ("en", 'Mara Voss denied the reports: "We have not closed the dam."', "We have not closed the dam"),
    ("en", "Mara Voss rejected the criticism: “The dam is safe and sound.”", "The dam is safe and sound"),
    (
        "fr",
        "Mara Voss a démenti la rumeur : « Nous n'avons pas fermé le barrage. »",
        "Nous n'avons pas fermé le barrage",
    ),
    ("de", "Mara Voss wies die Kritik zurück: „Der Damm ist vollkommen sicher.“", "Der Damm ist vollkommen sicher"),
    ("es", "Mara Voss negó los rumores: «No hemos cerrado la presa».", "No hemos cerrado la presa"),
    ("ru", "Мара Восс опровергла слухи: «Мы не закрывали плотину».", "Мы не закрывали плотину"),
    ("zh", "马拉·沃斯否认了传闻：“我们没有关闭大坝。”", "我们没有关闭大坝"),
    ("ar", "نفت مارا فوس الشائعات: «لم نغلق السد».", "لم نغلق السد"),
]


@pytest.mark.parametrize(("language", "text", "words"), OWN)
def test_what_the_denier_says_is_asserted(language: str, text: str, words: str) -> None:
    claim = spoken(text, language)
    assert [level.commitment for level in claim.attribution] == ["asserts"]
    assert " ".join(text[s.start : s.end] for s in claim.content) == words
    assert not claim.hedged


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Mara Voss denied that "the dam has been closed for good".'),
        ("de", "Mara Voss bestritt, dass „der Damm für immer geschlossen ist“."),
        ("fr", "Mara Voss a nié que « le barrage soit fermé pour toujours »."),
    ],
)
def test_what_completes_the_verb_is_denied(language: str, text: str) -> None:
    claim = READER.read_text(text, language).claims[0]
    assert [level.commitment for level in claim.attribution] == ["denies"]
