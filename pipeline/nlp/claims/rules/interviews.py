"""Turns of an interview that are marked by a letter or a word ("Q:", "A:", "Frage:", "答："): who asks and who answers.

The one who answers is the one person whom the text names before the first question; several or none are not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.records import Span

_ASKS = r"(?:Q|Question|F|Frage|P|Pregunta|Pergunta|D|Domanda|V|Vraag|В|Вопрос|问|問|質問|질문|문|س|سؤال)"
_ANSWERS = re.compile(
    r"(?:A|Answer|Antwort|R|Réponse|Respuesta|Risposta|Resposta|Antwoord|О|Ответ|答|回答|답변|답|ج|جواب)", re.IGNORECASE
)
_ANY = re.compile(rf"{_ASKS}|{_ANSWERS.pattern}", re.IGNORECASE)
_QUESTION = re.compile(rf"[\s*_#]*{_ASKS}(?:\s*\d+)?[*_]*\s*[:：]", re.IGNORECASE)
_TURN = re.compile(rf"(?:\A|\n){_QUESTION.pattern}", re.IGNORECASE)
TURN = "turn of an interview"
"""Rule of an answer."""
_ANSWER = re.compile(rf"[\s*_#]*(?P<mark>{_ANSWERS.pattern})(?:\s*\d+)?[*_]*\s*[:：][\s*_]*(?=\S)", re.IGNORECASE)
_COLON = re.compile(r"(?:\s*\d+)?[*_]*\s*[:：]")


def is_turn(text: str, source: Span) -> bool:
    """Tell whether a speaker is no more than the mark of a turn: "A:"."""
    return _ANY.fullmatch(text, source.start, source.end) is not None and _COLON.match(text, source.end) is not None


def introduction(text: str, source: Span) -> Span | None:
    """Return what stands before the first question of an interview in which ``source`` marks an answer."""
    first = _TURN.search(text) if _ANSWERS.fullmatch(text, source.start, source.end) else None
    return Span(0, first.start()) if first is not None and 0 < first.start() < source.start else None


def answers(text: str, paragraphs: Sequence[Span]) -> Iterator[tuple[int, Span, Span]]:
    """Yield (number of a paragraph, mark of the answer, words) for what is said between questions.

    The last answer, behind which no question shows where it ends, is one paragraph.
    """
    marked = (i for i, p in enumerate(paragraphs) if _QUESTION.match(text, p.start, p.end) is not None)
    asked = [i for i in marked if any(text.find(m, paragraphs[i].start, paragraphs[i].end) >= 0 for m in "?？؟")]
    for first, following in zip_longest(asked, asked[1:]):
        mark = None
        for number in range(first + 1, len(paragraphs) if following is None else following):
            paragraph = paragraphs[number]
            found = _ANSWER.match(text, paragraph.start, paragraph.end)
            if found is not None:
                mark = Span(*found.span("mark"))
            if mark is not None:
                yield number, mark, Span(found.end() if found is not None else paragraph.start, paragraph.end)
            if following is None:
                break
