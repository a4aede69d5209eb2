"""What the learned reader finds in German that cannot be a saying, and who cannot be its speaker."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader
from pipeline.nlp.claims.fusion.plausible import cannot_be, is_bare
from pipeline.nlp.claims.fusion.sources import mended
from pipeline.nlp.claims.rules.speakers import is_oblique
from pipeline.nlp.claims.words.lexicon import load
from pipeline.nlp.claims.words.segment import segment
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Saying, Span

GERMAN = load("de")
READER = Reader()


def saying(text: str, source: str | None, cue: str, content: str) -> Saying:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Saying(at(source) if source else None, at(cue), (at(content),), "indirect", "asserts", False, 0.8)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        ("Die Polizei bedankte sich für die Geduld.", "Die Polizei", "bedankte sich", "die Geduld", True),
        ("Die Werft will im Mai die Löhne senken.", "Die Werft", "will", "im Mai die Löhne senken", False),
        ("Harmsen nannte den Plan „mutig“.", "Harmsen", "nannte", "den Plan „mutig“", False),
        ("Harmsen sagt, der Plan sei mutig.", "Harmsen", "sagt", "der Plan sei mutig", False),
    ],
)
def test_what_is_no_clause(text: str, source: str, cue: str, content: str, *, expected: bool) -> None:
    assert GERMAN is not None
    assert is_bare(text, saying(text, source, cue, content).contents, GERMAN) is expected


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        ("Er trug die Flagge, die ein Symbol der Küste ist.", "Er", "trug", "die ein Symbol der Küste ist", True),
        ("Er kündigte einen Plan an, der helfen werde.", "Er", "kündigte", "der helfen werde", False),
        ("Die XYA-Flüge hat Harmsen gesehen.", "Harmsen", "gesehen", "-Flüge", True),
        ("Nach dem Streik lag die Werft still.", "die Werft", "Nach", "still", True),
        ("Nach Angaben der Werft ist Ruhe.", "der Werft", "Nach Angaben", "ist Ruhe", False),
        ("Die Werft hat nach eigener Rechnung Verluste.", "Die Werft", "nach eigener Rechnung", "Verluste", False),
    ],
)
def test_what_cannot_be_said(text: str, source: str, cue: str, content: str, *, expected: bool) -> None:
    assert GERMAN is not None
    found = saying(text, source, cue, content)
    assert cannot_be(text, found.source, found, GERMAN) is expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("den Gegnern", True),
        ("der 38-Jährigen", True),
        ("der alten Werft", True),
        ("einer Sprecherin", True),
        ("der Sprecher", False),
        ("einer der Forscher", False),
        ("die Werft", False),
        ("der alte Mann", False),
    ],
)
def test_the_case_of_a_phrase(phrase: str, *, expected: bool) -> None:
    assert GERMAN is not None
    assert is_oblique([t for t in tokenize(phrase) if t.is_word], GERMAN) is expected


@pytest.mark.parametrize(
    ("text", "wrong", "cue", "right"),
    [
        ("Mara Harmsen riet den Gegnern, sofort zu gehen.", "den Gegnern", "riet", "Mara Harmsen"),
        ("Unterdessen verlangen die Gegner eine Prüfung.", "Unterdessen", "verlangen", "die Gegner"),
        ("Der Plan wird von den Gegnern kritisiert.", "den Gegnern", "kritisiert", "den Gegnern"),
        ("Ada Voss, die dort arbeitet, sagte nichts.", "Ada Voss, die dort arbeitet", "sagte", "Ada Voss"),
    ],
)
def test_the_speaker_is_a_subject(text: str, wrong: str, cue: str, right: str) -> None:
    assert GERMAN is not None
    (passage,), _ = segment(text, "de")
    found = saying(text, wrong, cue, text)
    span = mended(text, found.source, found.cue, passage, GERMAN)
    assert span is not None
    assert text[span.start : span.end] == right


def test_who_is_addressed_does_not_speak() -> None:
    text = "„Wir brauchen einen neuen Hafen für alle“, sagte den Gegnern Mara Harmsen."
    acts = READER.attributions(text, "de")
    assert all(a.source is None or a.source.text != "den Gegnern" for a in acts)


DEEDS = [
    ("Die Werft versuchte, den Kai zu räumen.", "versuchte", "den Kai zu räumen"),
    ("Er meldete das Patent für den Motor an.", "meldete", "das Patent für den Motor"),
    ("Das Schiff hielt sich im Hafen auf.", "hielt", "sich im Hafen"),
]
SAYINGS = [
    ("Sie sagte weitere Hilfe zu.", "sagte", "weitere Hilfe"),
    ("Er kündigte den Rückzug an.", "kündigte", "den Rückzug"),
    ("Er kritisierte den Rückzug.", "kritisierte", "den Rückzug"),
]


@pytest.mark.parametrize(
    ("text", "verb", "words", "refused"), [*((*d, True) for d in DEEDS), *((*s, False) for s in SAYINGS)]
)
def test_deeds_and_other_verbs_are_no_sayings(text: str, verb: str, words: str, *, refused: bool) -> None:
    assert GERMAN is not None
    read = saying(text, text.split()[0], verb, words)
    assert cannot_be(text, read.source, read, GERMAN) is refused


@pytest.mark.parametrize(
    ("language", "text", "source", "cue", "expected"),
    [
        ("fr", "À l'image de Orla Bren, le port va fermer.", "Orla Bren", "À l'image de", True),
        ("en", "Just like Orla Bren, the port will close.", "Orla Bren", "Just like", True),
        ("pt", "Tal como Orla Bren, o porto vai fechar.", "Orla Bren", "Tal como", True),
        ("de", "Wie Orla Bren, so wird der Hafen schließen.", "Orla Bren", "Wie", True),
        ("en", "As Orla Bren says, the port will close.", "Orla Bren", "As", False),
        ("de", "Wie Orla Bren schreibt, wird der Hafen schließen.", "Orla Bren", "Wie", False),
        ("fr", "Comme le dit Orla Bren, le port va fermer.", "Orla Bren", "Comme le dit", False),
        ("en", "According to Orla Bren, the port will close.", "Orla Bren", "According to", False),
        ("en", "Unlike Orla Bren, the port will close.", "Orla Bren", "Unlike", True),
        ("en", "As in a novel by Orla Bren, the port will close.", "Orla Bren", "As", True),
        ("en", "As in the words of Orla Bren, the port will close.", "Orla Bren", "As", False),
        ("fr", "Contrairement à Orla Bren, le port va fermer.", "Orla Bren", "Contrairement à", True),
        ("fr", "Comme dans un film de Orla Bren, le port va fermer.", "Orla Bren", "Comme", True),
        ("fr", "Comme beaucoup de ports des îles, le nôtre va fermer.", "des îles", "Comme beaucoup de ports", True),
        ("fr", "Comme le disait si bien Orla Bren, le port va fermer.", "Orla Bren", "Comme le disait", False),
        ("de", "Im Gegensatz zu Orla Bren, so heißt es, bleibt der Hafen.", "Orla Bren", "Im Gegensatz zu", True),
        ("es", "A diferencia de la grúa con Orla Bren, el puerto cerrará.", "Orla Bren", "A diferencia de", True),
        ("es", "Como en una obra de Orla Bren, el puerto cerrará.", "Orla Bren", "Como", True),
        ("es", "Como en palabras de Orla Bren, el puerto cerrará.", "Orla Bren", "Como", False),
        ("it", "A differenza di Orla Bren, il porto chiuderà.", "Orla Bren", "A differenza di", True),
        ("it", "Come in un film di Orla Bren, il porto chiuderà.", "Orla Bren", "Come", True),
        ("pt", "Ao contrário de Orla Bren, o porto vai fechar.", "Orla Bren", "Ao contrário de", True),
        ("nl", "In tegenstelling tot Orla Bren, zo blijkt, sluit de haven.", "Orla Bren", "In tegenstelling tot", True),
        ("ru", "В отличие от Орла Брен, порт скоро закроется.", "Орла Брен", "В отличие от", True),
        ("ru", "По словам Орла Брен, порт скоро закроется.", "Орла Брен", "По словам", False),
    ],
)
def test_a_comparison_makes_nobody_a_speaker(
    language: str, text: str, source: str, cue: str, *, expected: bool
) -> None:
    lexicon = load(language)
    assert lexicon is not None
    found = saying(text, source, cue, text[text.index(",") + 2 : -1])
    assert cannot_be(text, found.source, found, lexicon) is expected


@pytest.mark.parametrize(
    ("language", "text", "source", "cue", "words", "expected"),
    [
        ("zh", "与沃斯公司不同，港口已经开放。", "沃斯公司", "与", "港口已经开放", True),
        ("zh", "和沃斯先生说的一样，港口已经开放。", "沃斯先生", "和", "港口已经开放", False),
        ("ja", "ヴォス社とは違って、港は開いている。", "ヴォス社", "とは違って", "港は開いている", True),
        ("ko", "보스사와 달리 항구는 열려 있다.", "보스사", "와 달리", "항구는 열려 있다", True),
        ("ar", "على عكس فوس، الميناء مفتوح.", "فوس", "على عكس", "الميناء مفتوح", True),
    ],
)
def test_a_contrast_makes_nobody_a_speaker(
    language: str, text: str, source: str, cue: str, words: str, *, expected: bool
) -> None:
    lexicon = load(language)
    assert lexicon is not None
    found = saying(text, source, cue, words)
    assert cannot_be(text, found.source, found, lexicon) is expected


@pytest.mark.parametrize(
    ("language", "text", "source", "cue", "words", "expected"),
    [
        ("fr", "Le point de vue de Orla Bren offre une piste.", "Orla Bren", "offre", "une piste", True),
        ("en", "Orla Bren's opinion sheds new light on the port.", "Orla Bren", "opinion sheds", "new light", True),
        ("es", "La opinión de Orla Bren ofrece una salida.", "Orla Bren", "opinión", "una salida", True),
        ("de", "Die Ansicht von Orla Bren bietet einen Ausweg.", "Orla Bren", "Ansicht", "einen Ausweg", True),
        ("en", "Orla Bren's opinion is that the port will close.", "Orla Bren", "is", "the port will close", False),
        ("fr", "L'avis de Orla Bren est que le port va fermer.", "Orla Bren", "est", "le port va fermer", False),
        ("en", "Orla Bren offers that the port is safe.", "Orla Bren", "offers", "the port is safe", False),
    ],
)
def test_what_a_view_offers_is_not_what_it_holds(
    language: str, text: str, source: str, cue: str, words: str, *, expected: bool
) -> None:
    lexicon = load(language)
    assert lexicon is not None
    found = saying(text, source, cue, words)
    assert cannot_be(text, found.source, found, lexicon) is expected
