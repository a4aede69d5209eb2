"""Who is named beside a speaker does not speak: whom they work with, talk to or tell. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.fusion.governed import in_relative, is_governed, teller
from pipeline.nlp.claims.words.lexicon import Lexicon, load
from pipeline.records import Passage, Span

READER = Reader(NlpSettings(), Tagger())
VOSS = {"ru": "Мара Восс", "ar": "مارا فوس", "zh": "马拉·沃斯", "ja": "マラ・ボス", "ko": "마라 보스"}

SENTENCES = [
    ("en", "Mara Voss, who works with Orla Venn, said that the dam will hold."),
    ("fr", "Mara Voss, qui travaille avec Orla Venn, a affirmé que le barrage tiendra."),
    ("de", "Mara Voss, die mit Orla Venn arbeitet, sagte, der Damm werde halten."),
    ("es", "Mara Voss, que trabaja con Orla Venn, afirmó que la presa aguantará."),
    ("it", "Mara Voss, che lavora con Orla Venn, ha affermato che la diga reggerà."),
    ("pt", "Mara Voss, que trabalha com Orla Venn, afirmou que a barragem vai aguentar."),
    ("nl", "Mara Voss, die met Orla Venn werkt, zei dat de dam het houdt."),
    ("ru", "Мара Восс, которая работает с Орлой Венн, заявила, что плотина выдержит."),
    ("ar", "قالت مارا فوس، التي تعمل مع أورلا فين، إن السد سيصمد."),
    ("zh", "与奥拉·文恩共事的马拉·沃斯表示，大坝能撑住。"),
    ("ko", "올라 벤과 함께 일하는 마라 보스는 댐이 버틸 것이라고 말했다."),
    ("en", "In a talk with Orla Venn, Mara Voss said that the dam will hold."),
    ("fr", "Dans un entretien avec Orla Venn, Mara Voss a affirmé que le barrage tiendra."),
    ("de", "In einem Gespräch mit Orla Venn sagte Mara Voss, der Damm werde halten."),
    ("es", "En una entrevista con Orla Venn, Mara Voss afirmó que la presa aguantará."),
    ("it", "In un'intervista con Orla Venn, Mara Voss ha affermato che la diga reggerà."),
    ("pt", "Em entrevista a Orla Venn, Mara Voss afirmou que a barragem vai aguentar."),
    ("nl", "In een gesprek met Orla Venn zei Mara Voss dat de dam het houdt."),
    ("ar", "في حديث مع أورلا فين، قالت مارا فوس إن السد سيصمد."),
    ("zh", "在与奥拉·文恩的谈话中，马拉·沃斯表示大坝能撑住。"),
    ("ja", "オーラ・ベン氏との対談で、マラ・ボス氏はダムは持ちこたえると述べた。"),
    ("en", "Mara Voss told Orla Venn that the dam will hold."),
    ("fr", "Mara Voss a dit à Orla Venn que le barrage tiendra."),
    ("de", "Mara Voss sagte zu Orla Venn, der Damm werde halten."),
    ("es", "Mara Voss le dijo a Orla Venn que la presa aguantará."),
    ("it", "Mara Voss ha detto a Orla Venn che la diga reggerà."),
    ("pt", "Mara Voss disse a Orla Venn que a barragem vai aguentar."),
    ("nl", "Mara Voss zei tegen Orla Venn dat de dam het houdt."),
    ("ru", "Мара Восс сказала Орле Венн, что плотина выдержит."),
    ("zh", "马拉·沃斯告诉奥拉·文恩，大坝能撑住。"),
    ("ja", "マラ・ボス氏はオーラ・ベン氏に、ダムは持ちこたえると伝えた。"),
    ("ko", "마라 보스는 올라 벤에게 댐이 버틸 것이라고 말했다."),
    ("en", "Mara Voss, who met Orla Venn in May, said that the dam will hold."),
    ("de", "Mara Voss, die Orla Venn im Mai traf, sagte, der Damm werde halten."),
    ("fr", "Mara Voss, qui a rencontré Orla Venn en mai, a affirmé que le barrage tiendra."),
    ("es", "Mara Voss, que conoció a Orla Venn en mayo, afirmó que la presa aguantará."),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_whoever_is_named_beside_the_speaker_says_nothing(language: str, text: str) -> None:
    claim = max(READER.read_text(text, language).claims, key=lambda c: sum(s.end - s.start for s in c.content))
    assert claim.holder is not None
    assert claim.holder.text == VOSS.get(language, "Mara Voss")


def lexicon(language: str) -> Lexicon:
    found = load(language)
    assert found is not None
    return found


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "According to Orla Venn, the dam holds.", "Orla Venn"),
        ("en", "The dam holds, a warning from Orla Venn says.", "Orla Venn"),
        ("en", "By then Orla Venn said it.", "Orla Venn"),
        ("fr", "D'après Orla Venn, le barrage tient.", "Orla Venn"),
        ("de", "Laut Orla Venn hält der Damm.", "Orla Venn"),
        ("es", "Según Orla Venn, la presa aguanta.", "Orla Venn"),
        ("ja", "オーラ・ベン氏によると、ダムは持つ。", "オーラ・ベン"),
        ("ko", "올라 벤은 말했다.", "올라 벤"),
    ],
)
def test_who_is_the_source_by_a_preposition_is_not_governed(language: str, text: str, name: str) -> None:
    assert not is_governed(text, span(text, name), lexicon(language))


def test_a_clause_about_the_speaker_ends_at_its_comma() -> None:
    text = "Mara Voss, who met Orla Venn, said so."
    assert in_relative(text, span(text, "Mara Voss"), span(text, "Orla Venn"), span(text, "said"), lexicon("en"))
    text = "Mara Voss heard that Orla Venn, who left, said so."
    assert not in_relative(text, span(text, "Mara Voss"), span(text, "Orla Venn"), span(text, "said"), lexicon("en"))


def test_a_teller_stands_before_the_verb() -> None:
    text = "昨天，沃斯告诉文恩，大坝能撑住。"
    found = teller(text, span(text, "文恩"), span(text, "告诉"), Passage(0, len(text), "zh", 0), lexicon("zh"))
    assert found == span(text, "沃斯")
    assert teller(text, span(text, "沃斯"), span(text, "告诉"), Passage(0, len(text), "zh", 0), lexicon("zh")) is None
