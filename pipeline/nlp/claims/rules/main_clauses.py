"""The main clauses of a German sentence: which words stand in them, and whether their verb is in the reported mood.

German parts its clauses by marks, and a dependent clause shows by its first word. A main clause in Konjunktiv I ("Der
Kai sei alt.") is reported speech, whoever says so; the same mood in a dependent clause only tells of its own verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.nlp.claims.frames import Unit
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.quotes import Quote
from pipeline.nlp.claims.words.tokens import Token, tokenize
from pipeline.records import Passage

_MARKS = frozenset(",;:–—()")
_JOINING = frozenset({"aber", "sondern", "denn", "doch", "oder", "und"})
"""Words that open a main clause too."""
_TOOLS = frozenset({"um", "ohne", "statt", "anstatt"})
_SHORT = 2
"""Most words of a part that holds no verb ("Egal")."""
_MOODS = ("reported_mood", "running_mood")


def main_parts(text: str, passage: Passage, quotes: Sequence[Quote], lexicon: Lexicon) -> list[list[Token]]:
    """Return the words of a sentence's main clauses between its marks, without what stands in quotation marks."""
    tokens = [
        t
        for t in tokenize(text[passage.start : passage.end], passage.start)
        if not any(q.start <= t.start < q.end for q in quotes)
    ]
    nouns = Nouns(tokens, lexicon)
    found: list[list[Token]] = []
    first = 0
    for index in range(len(tokens) + 1):
        if index < len(tokens) and (tokens[index].norm not in _MARKS or nouns.in_number(index)):
            continue
        words = tokens[first:index]
        if words and not _depends(nouns, first, words, lexicon):
            found.append(words)
        first = index + 1
    return found


def is_main(at: int, unit: Unit) -> bool:
    """Tell whether the word at a place stands in a main clause of a German unit; of other languages, always."""
    if unit.lexicon.code != "de":
        return True
    passage = Passage(unit.start, unit.end, "de", 0)
    return any(p[0].start <= at < p[-1].end for p in main_parts(unit.text, passage, (), unit.lexicon))


def in_mood(text: str, parts: Sequence[Sequence[Token]], lexicon: Lexicon, *, running: bool = True) -> bool:
    """Tell whether the verb of a sentence is in the mood of reported speech; ``running``: also in Konjunktiv II.

    It stands in the first part, or opens a later one behind what depends on it; elsewhere it is that of another clause
    ("Voss zog ihn mit der Begründung zurück, er sei alt").
    """
    patterns = [lexicon.patterns[name] for name in (_MOODS if running else _MOODS[:1])]
    for index, part in enumerate(parts):
        found = [m for p in patterns if p is not None for m in p.finditer(text, part[0].start, part[-1].end)]
        if found:
            opens = all(len(p) <= _SHORT for p in parts[:index])
            return opens or any(m.start() == part[0].start for m in found)
    return False


def _depends(nouns: Nouns, first: int, words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether the words between two marks are a dependent clause, by the word that opens it."""
    opening = words[0]
    if opening.norm in _TOOLS or lexicon.has("complementizers", opening.norm):
        return True
    if lexicon.has("breaks", opening.norm) and opening.norm not in _JOINING:
        return True
    shift = int(len(words) > 1 and opening.text.islower() and lexicon.has("starters", opening.norm))
    opens = first > 0 and lexicon.has("relatives", words[shift].norm)
    double = len(words) > shift + 1 and lexicon.has("determiners", words[shift + 1].norm)
    return opens and (double or not nouns.is_article(first + shift))
