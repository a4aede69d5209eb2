"""What reads like a report and is the author's own assertion. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.reports.own_words import without_own
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.records import Passage, QuoteMode, Span


def left(
    language: str, text: str, source: str, cue: str, content: str, kind: QuoteMode = "indirect"
) -> tuple[Frame, ...]:  # fmt: skip
    """Return the frames that are kept of one frame of one sentence."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, cue, content)]
    frame = Frame(spans[0], spans[1], (spans[2],), kind, "asserts", "learned reader")
    passages = (Passage(0, len(text), language, 0),)
    return tuple(s.frame for s in without_own(text, passages, Speech((Said(frame, 0),), ())).said)


OWN = [
    ("en", "Clearly, the results suggest that cranes pay.", "the results", "suggest", "cranes pay"),
    ("de", "Die Woche sagt nicht, dass der Hafen wächst.", "Die Woche", "sagt", "der Hafen wächst"),
    ("es", "Los datos sugieren que las grúas rinden.", "Los datos", "sugieren", "las grúas rinden"),
    ("it", "I dati suggeriscono che le gru rendono.", "I dati", "suggeriscono", "le gru rendono"),
    ("fr", "Rien ne vaut d'écouter comment un capitaine voit l'avenir.", "un capitaine", "voit", "l'avenir"),
    ("en", "It pays to hear how a captain sees the port.", "a captain", "sees", "the port"),
    ("de", "Es lohnt sich zu hören, wie ein Kapitän den Hafen sieht.", "ein Kapitän", "sieht", "Hafen"),
    ("es", "Conviene oír cómo un capitán ve el puerto.", "un capitán", "ve", "el puerto"),
    ("pt", "O plano é tão bom que muitos o consideram um modelo.", "muitos", "consideram", "um modelo"),
    ("en", "The plan is so good that many call it a model.", "many", "call", "a model"),
    ("fr", "Le plan est si bon que beaucoup le jugent exemplaire.", "beaucoup", "jugent", "exemplaire"),
    ("de", "Der Plan ist so gut, dass viele ihn ein Muster nennen.", "viele", "nennen", "ein Muster"),
    ("nl", "Het plan is zo goed dat velen het een model noemen.", "velen", "noemen", "een model"),
    ("ru", "План настолько хорош, что многие считают его образцом.", "многие", "считают", "образцом"),
    ("it", "Il piano è così buono che molti lo giudicano un modello.", "molti", "giudicano", "un modello"),
    ("en", "Here is what people talked about this week.", "people", "talked about", "this week"),
    ("en", "A user asked how to move the crane.", "A user", "asked", "how to move the crane"),
    ("fr", "Mara Voss explique comment déplacer la grue.", "Mara Voss", "explique", "comment déplacer la grue"),
    ("es", "Mara Voss habla de las nuevas grúas en un vídeo.", "Mara Voss", "habla", "las nuevas grúas"),
    ("fr", "Mara Voss parle des nouvelles grues.", "Mara Voss", "parle", "nouvelles grues"),
    ("de", "Mara Voss spricht über die neuen Kräne.", "Mara Voss", "spricht", "die neuen Kräne"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), OWN)
def test_the_author_asserts(language: str, text: str, source: str, cue: str, content: str) -> None:
    assert left(language, text, source, cue, content) == ()


OTHERS = [
    ("en", "Here is how it went: people talked about a crisis.", "people", "talked about", "a crisis"),
    ("de", "Die Experten sprechen von einer neuen Krise.", "Die Experten", "sprechen", "einer neuen Krise"),
    ("es", "Los expertos hablan de una nueva crisis.", "Los expertos", "hablan", "una nueva crisis"),
    ("de", "Der Hafen ist, wie Mara Voss lehrte, ein Ort.", "Mara Voss", "lehrte", "ein Ort"),
    ("it", "Anche un capitano come Voss riconosce che la gru serve.", "Voss", "riconosce", "che la gru serve"),
    ("en", "The study suggests that cranes pay.", "The study", "suggests", "cranes pay"),
    ("en", "How a captain sees the port is how he rules it, Voss said.", "Voss", "said", "How a captain sees"),
    ("en", "Mara Voss says the plan is so good that it will last.", "Mara Voss", "says", "the plan is so good"),
    ("en", "Mara Voss asked how cranes can pay.", "Mara Voss", "asked", "how cranes can pay"),
    ("es", "Mara Voss habla de las grúas: son lentas.", "Mara Voss", "habla", "son lentas"),
    ("de", "Die Woche-Redakteurin sagt, dass der Hafen wächst.", "Die Woche-Redakteurin", "sagt", "der Hafen wächst"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), OTHERS)
def test_somebody_asserts(language: str, text: str, source: str, cue: str, content: str) -> None:
    assert len(left(language, text, source, cue, content)) == 1


def test_words_in_a_side_phrase_leave_the_sentence_to_its_author() -> None:
    text = 'El informe Ferrow arruinó la fama de las grúas, criticando el "fracaso total de sus ambiciosos planes".'
    content = '"fracaso total de sus ambiciosos planes"'
    assert left("es", text, "El informe Ferrow", "criticando", content, "direct") == ()
    said = 'Mara Voss, criticando el "fracaso total de sus ambiciosos planes".'
    assert len(left("es", said, "Mara Voss", "criticando", content, "direct")) == 1


def test_the_words_before_a_noun_of_saying_are_nobody() -> None:
    text = "Second came the load-bearing claim: competition would raise standards."
    (frame,) = left("en", text, "the load-bearing", "claim", "competition would raise standards")
    assert frame.source is None


def test_a_pronoun_for_a_thing_says_nothing() -> None:
    text = "Die Woche sagt nicht, dass P. Sie sagt mehr: Q gilt."
    second = text.index("Sie")
    frames = [
        Frame(Span(0, 9), Span(10, 14), (Span(22, 28),), "indirect", "asserts", "cue+clause"),
        Frame(Span(second, second + 3), Span(second + 4, second + 8), (Span(len(text) - 7, len(text)),), "indirect",
              "asserts", "cue+clause"),
    ]  # fmt: skip
    passages = (Passage(0, second - 1, "de", 0), Passage(second, len(text), "de", 0))
    assert without_own(text, passages, Speech(tuple(Said(f, 0) for f in frames), ())).said == ()
