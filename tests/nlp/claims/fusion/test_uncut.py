"""Sources that the learned reader cuts off behind their article. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims.fusion.sources import mended
from pipeline.nlp.claims.words.lexicon import load
from pipeline.nlp.claims.words.segment import segment
from pipeline.records import Span

CUT = [
    ("en", "The conversation critiques the plan of the port.", "The", "critiques", "The conversation"),
    ("en", "Crane News: A user reported that the winch is slow.", "A", "reported", "A user"),
    ("en", "Ask the crew: One member asked for ropes, wondering if they hold.", "One", "wondering", "One member"),
    ("en", "This article argues that cranes pay.", "This", "argues", "This article"),
    ("de", "Die Werft sagt, dass Kräne sich lohnen.", "Die", "sagt", "Die Werft"),
    ("fr", "Le comité affirme que les grues rapportent.", "Le", "affirme", "Le comité"),
    ("es", "La alcaldesa afirma que las grúas rinden.", "La", "afirma", "La alcaldesa"),
    ("it", "Il porto afferma che le gru rendono.", "Il", "afferma", "Il porto"),
    ("pt", "O comitê afirma que os guindastes rendem.", "O", "afirma", "O comitê"),
    ("nl", "De werf zegt dat kranen lonen.", "De", "zegt", "De werf"),
]
WHOLE = [
    ("en", "One noted that cranes pay.", "One", "noted", "One"),
    ("en", "Some humorously said that cranes pay.", "Some", "said", "Some"),
    ("en", "This shows that cranes pay.", "This", "shows", "This"),
    ("en", "The user said that cranes pay.", "The user", "said", "The user"),
    ("de", "Einige sagten offen, dass Kräne sich lohnen.", "Einige", "sagten", "Einige"),
    ("fr", "Certains disent que les grues rapportent.", "Certains", "disent", "Certains"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue", "expected"), [*CUT, *WHOLE])
def test_a_source_reaches_to_its_noun(language: str, text: str, source: str, cue: str, expected: str) -> None:
    lexicon = load(language)
    assert lexicon is not None

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    home = next(p for p in segment(text, language)[0] if p.start <= text.index(cue) < p.end)
    span = mended(text, at(source), at(cue), home, lexicon)
    assert span is not None
    assert text[span.start : span.end] == expected
