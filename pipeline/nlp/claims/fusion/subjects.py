"""Whole subjects in German, and whose words a run in the mood goes on with, once both readers have been heard.

A German main clause has one phrase before its verb. So where the source stands there, all of that phrase is the source,
but for a relative clause: "Der Korrespondent in Grelm, Jan Harms, | sagte". And a run in the mood of reported speech
belongs to whoever was last named before it, also where only the learned reader saw that somebody spoke.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.own_subjects import own_subject
from pipeline.nlp.claims.fusion.pairing import within
from pipeline.nlp.claims.rules.discourse import MOOD, Said
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.nlp.claims.words.tokens import Token, tokenize
from pipeline.records import Passage, Span

CODE = "de"
_LONGEST = 26
"""Most words of a subject."""
_MARKS = ".-'’/&(),"
_JOINS = frozenset(
    ["und", "sowie", "als", "auch", "wie", "aus", "außer", "bei", "gegen", "über", "für", "oder", "noch"]
)
"""Words that join the parts of a subject."""
_OWN = ("sein", "ihr", "eigen")
"""Stems of words that tell whose an opinion is, by somebody named elsewhere."""
_BENDS = ("e", "en", "er", "es", "em")
_NO_SUBJECT = ("starters", "skip", "breaks", "as_words", "contrasts", "complementizers")


def settled(text: str, passages: Sequence[Passage], said: Sequence[Said]) -> list[Said]:
    """Return what is said with German subjects whole, and runs with whoever spoke last before them."""
    starts = [p.start for p in passages]
    lexicon = lexicons.load(CODE)
    found: list[Said] = []
    last: Frame | None = None
    for one in said:
        frame = one.frame
        home = passage_at(passages, starts, (frame.cue or frame.contents[0]).start)
        if lexicon is None or home.language != CODE or frame.source is None:
            found.append(one)
            continue
        if frame.rule.startswith(MOOD):
            if last is not None and last.source is not None and frame.source.start < last.source.start:
                frame = replace(frame, source=last.source, cue=last.cue)
        elif frame.source is not None and frame.cue is not None:
            own = home.start <= frame.start < home.end
            source = own_subject(text, frame.source, frame.cue, home, lexicon) if own else frame.source
            source = _before_relative(text, source, frame.cue, home, lexicon)
            frame = replace(frame, source=whole(text, source, frame.cue, home, lexicon))
            last = frame if _speaks_on(text, frame, said, lexicon) else last
        found.append(replace(one, frame=frame))
    return found


def _speaks_on(text: str, frame: Frame, said: Sequence[Said], lexicon: Lexicon) -> bool:
    """Tell whether a run may go on with a frame: not where it stands in somebody's words or names nobody of its own."""
    if frame.source is None or frame.embedded:
        return False
    first = tokenize(text[frame.source.start : frame.source.end])[0].norm
    held = any(within(frame.source, o.frame.contents) for o in said if o.frame is not frame)
    article = " " not in text[frame.source.start : frame.source.end] and lexicon.has("determiners", first)
    return not held and not article and not first.startswith(_OWN)


def whole(text: str, source: Span, cue: Span, home: Passage, lexicon: Lexicon) -> Span:
    """Return the phrase before the verb, where a source is part of it and opens the sentence."""
    if not home.start <= source.start < source.end <= cue.start:
        return source
    words = tokenize(text[home.start : source.start], home.start)
    behind = tokenize(text[source.end : cue.start], source.end)
    if lexicon.has("pronouns", text[source.start : source.end].lower()):
        return source
    first = next((t for t in (*words, *tokenize(text[source.start : source.end])) if t.is_word), None)
    if first is None or any(lexicon.has(name, first.norm) for name in _NO_SUBJECT):
        return source
    if len(words) + len(behind) > _LONGEST or not (_is_nominal(words, lexicon) and _is_nominal(behind, lexicon)):
        return source
    start = words[0].start if words else source.start
    end = behind[-1].end if behind else source.end
    while end > source.end and text[end - 1] in ", \n\t":
        end -= 1
    return Span(start, end)


def _before_relative(text: str, source: Span, cue: Span, home: Passage, lexicon: Lexicon) -> Span:
    """Return the phrase that opens a sentence, where a relative clause parts it from its verb: "Voss, die …, sagte"."""
    if not home.start < cue.start < home.end or not text[: cue.start].rstrip().endswith(","):
        return source
    words = tokenize(text[home.start : cue.start], home.start)
    marks = [i for i, t in enumerate(words) if t.norm == "," and not words[i - 1].text[-1].isdigit()]
    if len(marks) < 2:
        return source
    first, clause = words[: marks[-2]], words[marks[-2] + 1 : marks[-1]]
    if not clause or not first or not _is_relative(clause, lexicon) or not _is_nominal(first, lexicon):
        return source
    opens = next((t for t in first if t.is_word), first[0])
    if any(lexicon.has(name, opens.norm) for name in _NO_SUBJECT):
        return source
    return Span(first[0].start, first[-1].end)


def _is_relative(clause: Sequence[Token], lexicon: Lexicon) -> bool:
    shift = int(len(clause) > 1 and clause[0].text.islower() and lexicon.has("starters", clause[0].norm))
    return lexicon.has("relatives", clause[shift].norm) and clause[-1].text.islower()


def _is_nominal(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """True for nouns, names, articles, prepositions and commas alone: no verb, no adverb, no relative clause."""
    adjective = False
    for token in tokens:
        plain = token.is_word and token.text.islower()
        if not plain and not token.is_word and token.text not in _MARKS:
            return False
        if plain and lexicon.has("finite", token.norm):
            return False
        known = any(lexicon.has(name, token.norm) for name in ("inside", "determiners")) or token.norm in _JOINS
        if plain and not known and not (adjective and token.norm.endswith(_BENDS)):
            return False
        adjective = plain  # an adjective follows an article, a preposition or another one; a verb, its subject
    return True
