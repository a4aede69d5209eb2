"""What anybody would say, and what many think that the author contrasts. Names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.reports.commonplaces import with_commonplaces
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.records import Passage, Span


def read(language: str, text: str, *said: tuple[str, str, str]) -> tuple[Frame, ...]:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    frames = [Frame(at(s) if s else None, at(c), (at(p),), "indirect", "asserts", "cue+clause") for s, c, p in said]
    passages = (Passage(0, len(text), language, 0),)
    speech = with_commonplaces(text, passages, Speech(tuple(Said(f, 0) for f in frames), ()))
    return tuple(s.frame for s in speech.said)


ANYBODY = [
    ("en", "Any sailor will tell you that the port is shallow.", "Any sailor", "tell", "the port is shallow"),
    ("en", "Anyone could say that the port is shallow.", "Anyone", "say", "the port is shallow"),
    ("de", "Jeder Seemann wird dir sagen, dass der Hafen flach ist.", "Jeder Seemann", "sagen", "der Hafen flach ist"),
    ("fr", "N'importe quel marin vous dira que le port est petit.", "N'importe", "dira", "le port est petit"),
    ("es", "Cualquier marinero te dirá que el puerto es chico.", "Cualquier marinero", "dirá", "el puerto es chico"),
    ("it", "Qualsiasi marinaio ti dirà che il porto è piccolo.", "Qualsiasi marinaio", "dirà", "il porto è piccolo"),
    ("pt", "Qualquer marinheiro te dirá que o porto é raso.", "Qualquer marinheiro", "dirá", "o porto é raso"),
    ("nl", "Elke zeeman zal je vertellen dat de haven ondiep is.", "Elke zeeman", "vertellen", "de haven ondiep is"),
    ("ru", "Любой моряк скажет, что гавань мелкая.", "Любой моряк", "скажет", "гавань мелкая"),
    ("zh", "任何水手都会告诉你，港口太浅了。", "任何水手", "告诉你", "港口太浅了"),
    ("ja", "どんな船員でも港は浅すぎると言うだろう。", "港", "と言う", "浅すぎる"),
    ("ar", "أي بحار سيقول إن الميناء ضحل.", "بحار", "سيقول", "الميناء ضحل"),
]
SENSE = [
    ("en", "Common sense tells us that the port is shallow.", "Common sense", "tells", "the port is shallow"),
    ("en", "One could argue that the port is shallow.", "One", "argue", "the port is shallow"),
    ("en", "This tells us that the port is shallow.", "", "tells", "the port is shallow"),
    ("de", "Der gesunde Menschenverstand sagt, dass alles hält.", "Der gesunde Menschenverstand", "sagt", "dass alles"),
    ("fr", "Le bon sens nous dit que le port est petit.", "Le bon sens", "dit", "le port est petit"),
    ("es", "El sentido común nos dice que el puerto es chico.", "El sentido común", "dice", "el puerto es chico"),
    ("it", "Il buon senso ci dice che il porto è piccolo.", "Il buon senso", "dice", "il porto è piccolo"),
    ("nl", "Het gezond verstand zegt dat de haven ondiep is.", "Het gezond", "zegt", "de haven ondiep is"),
    ("zh", "常识告诉我们，港口太浅了。", "常识", "告诉我们", "港口太浅了"),
]
SOMEBODY = [
    ("en", "Logic Works said that the port is shallow.", "Logic Works", "said", "the port is shallow"),
    ("en", "One of them says that the port can be shallow.", "One of them", "says", "the port can be shallow"),
    ("en", "One user argued that the port may close.", "One user", "argued", "the port may close"),
    ("es", "La Razón de Kestrel dice que el puerto es chico.", "La Razón de Kestrel", "dice", "el puerto es chico"),
    ("en", "In any case, Voss will say that the port is shallow.", "Voss", "say", "the port is shallow"),
    ("en", "Any sailor who asked says that the port is shallow.", "Any sailor", "says", "the port is shallow"),
    ("de", "Der Seemann wird sagen, dass der Hafen flach ist.", "Der Seemann", "sagen", "der Hafen flach ist"),
    ("fr", "Tous les marins ont dit que le port est petit.", "Tous les marins", "ont dit", "le port est petit"),
    ("es", "El marinero dirá que el puerto es chico.", "El marinero", "dirá", "el puerto es chico"),
    ("it", "Ogni marinaio ha detto che il porto è piccolo.", "Ogni marinaio", "ha detto", "il porto è piccolo"),
    ("ru", "Моряк скажет, что гавань мелкая.", "Моряк", "скажет", "гавань мелкая"),
    ("zh", "沃斯会告诉你，港口太浅了。", "沃斯", "告诉你", "港口太浅了"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), [*ANYBODY, *SENSE])
def test_what_anybody_would_say_is_the_authors(language: str, text: str, source: str, cue: str, content: str) -> None:
    assert read(language, text, (source, cue, content)) == ()


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), SOMEBODY)
def test_who_is_meant_says_so(language: str, text: str, source: str, cue: str, content: str) -> None:
    assert [f.embedded for f in read(language, text, (source, cue, content))] == [False]


MANY = [
    ("en", "Many think that cranes pay, but the truth is more complex.", "Many", "think", "cranes pay"),
    ("de", "Viele glauben, dass Kräne reichen, aber die Welt ist größer.", "Viele", "glauben", "dass Kräne reichen"),
    ("fr", "Beaucoup pensent que tout tient, mais le port est petit.", "Beaucoup", "pensent", "que tout tient"),
    ("es", "La gente cree que todo va bien, pero el puerto es chico.", "La gente", "cree", "todo va bien"),
    ("it", "Molti pensano che tutto vada bene, ma il porto è chiuso.", "Molti", "pensano", "tutto vada bene"),
    ("pt", "Muitos pensam que tudo vai bem, mas o porto é raso.", "Muitos", "pensam", "tudo vai bem"),
    ("nl", "Velen denken dat kranen lonen, maar de haven is te klein.", "Velen", "denken", "kranen lonen"),
    ("ru", "Многие думают, что краны окупятся, но порт слишком мал.", "Многие", "думают", "краны окупятся"),
    ("zh", "很多人认为起重机很划算，但现实更复杂。", "很多人", "认为", "起重机很划算"),
    ("ja", "多くの人はクレーンが得だと思っているが、現実は複雑だ。", "多くの人", "と思っている", "クレーンが得だ"),
    ("ar", "يعتقد كثيرون أن الرافعات مربحة، لكن الواقع أكثر تعقيدا.", "كثيرون", "يعتقد", "الرافعات مربحة"),
]
MORE = [
    (
        "en",
        "Many think that cranes are slow, but that they pay.",
        "Many",
        "think",
        "cranes are slow, but that they pay",
    ),
    ("en", "Many think that cranes are slow, but cheap.", "Many", "think", "cranes are slow, but cheap"),
    ("en", "Voss thinks that cranes pay, but the truth is more complex.", "Voss", "thinks", "cranes pay"),
    ("de", "Viele glauben, dass Kräne lahm, aber die Ufer sicher sind.", "Viele", "glauben", "dass Kräne lahm"),
    ("fr", "Voss pense que tout tient, mais le port est petit.", "Voss", "pense", "que tout tient"),
    ("es", "Muchos creen que las grúas no son el fin, pero el puerto es chico.", "Muchos", "creen", "no son el fin"),
    ("ru", "Восс думает, что краны окупятся, но порт слишком мал.", "Восс", "думает", "краны окупятся"),
    ("zh", "沃斯认为起重机很划算，但现实更复杂。", "沃斯", "认为", "起重机很划算"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), MANY)
@pytest.mark.parametrize("over", [False, True])
def test_what_many_think_is_set_into_the_authors_words(
    language: str, text: str, source: str, cue: str, content: str, over: bool
) -> None:
    whole = text[text.index(content) : -1] if over and text.index(content) > text.index(cue) else content
    (frame,) = read(language, text, (source, cue, whole))
    assert frame.embedded
    assert text[frame.start : frame.contents[-1].end] == content


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), MORE)
def test_what_goes_on_with_a_thought_stays_one(language: str, text: str, source: str, cue: str, content: str) -> None:
    assert [f.embedded for f in read(language, text, (source, cue, content))] == [False]


def test_two_views_are_two_reports() -> None:
    text = "Many think that cranes pay, but others say that they are slow."
    frames = read("en", text, ("Many", "think", "cranes pay"), ("others", "say", "they are slow"))
    assert [f.embedded for f in frames] == [False, False]
