"""Which words the learned reader may name as the source of a saying: mended where they are cut, refused where none.

The learned reader marks words one by one, so that a source may end in the middle of its noun phrase, or be a thing
that suggests something. The rules for speakers hold for it too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from pipeline.nlp.claims.fusion import uncut
from pipeline.nlp.claims.fusion.whole_names import whole_names, whole_unparted
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.rules.speakers import can_speak, ends_in_person, is_empty, is_oblique, is_thing
from pipeline.nlp.claims.words.forms import before as edge_before
from pipeline.nlp.claims.words.forms import expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token, tokenize
from pipeline.records import Passage, Span

_TAIL = re.compile(r"[^、。，,.!?！？\s]{0,4}\s?[^、。，,.!?！？\s]{0,4}")
"""What a verb at the end of its clause takes after its stem ("말|하지 않았다")."""
_ELSEWHERE = re.compile(r"[,;:，；：。\"“”«»「」]")
_PLACES = re.compile(r"\b(?:[Vv]on|[Dd]urch|[Ss]eitens|[Bb]ei|[Ii]n|[Aa]us|[Ll]aut|[Nn]ach)\s+\Z")
"""What stands before a speaker who is no subject: "von den Gegnern kritisiert", "heißt es in dem Papier"."""
_GOVERNED = re.compile(
    r"\b(?:[Ii]n|[Ii]m|[Bb]ei|[Bb]eim|[Mm]it|[Aa]uf|[Aa]n|[Aa]m|[Gg]egenüber)\s+(?:(?:d|ein|sein|ihr)\w+\s+)?\Z"
)
"""What stands before a noun of a place or manner."""
_BETWEEN = 40
"""Most characters between a role and the name behind it."""
_DETERMINER = 16
"""Most characters of "no" before a noun, with a sign before it."""
_QUOTES = '"“”„‟«»‹›「」『』＂〝〟'
_MARKS = " \t\n\u00a0,;:.，。、；：—–"
_NOBODY = {"fr": ("personne", "nul")}


def mended(text: str, source: Span | None, cue: Span | None, passage: Passage, lexicon: Lexicon) -> Span | None:
    """Return a source in whole words that can name somebody; None where nothing is left of it.

    Args:
        text: the text.
        source: the words that the learned reader took for the source.
        cue: its word of saying; where the source is but an article, the noun phrase beside the cue takes its place.
        passage: the sentence of the cue.
        lexicon: its language.
    """
    if source is None:
        return None
    if lexicon.characters:
        return whole_unparted(text, source, cue, passage, lexicon)
    span = _without_relative(text, _without_tail(text, whole_names(text, source, lexicon), lexicon), lexicon)
    words = _words(text, span)
    if not words or is_empty(words, lexicon) or _dangles(words, lexicon):
        return uncut.beside(text, span, cue, passage, lexicon)
    span = uncut.from_article(text, span, cue, passage, lexicon)
    if cue is not None and (_is_adverb(words, passage, lexicon) or _is_no_subject(text, span, cue, lexicon)):
        return _subject_near(text, cue, passage, lexicon)
    return span


def speaks(text: str, source: Span, lexicon: Lexicon) -> bool:
    """Tell whether words name somebody who can speak: a name, a role, a group, a body, a pronoun of persons."""
    words = _words(text, source)
    if not words:
        return False
    if lexicon.characters:
        return not is_thing(words, lexicon)
    return can_speak(words, lexicon)


def is_person(text: str, source: Span, lexicon: Lexicon) -> bool:
    """Tell whether words name persons rather than what they made: a role, a group, a pronoun of persons, a name."""
    words = _words(text, source)
    if lexicon.characters:
        return ends_in_person(text[source.start : source.end], lexicon) or not is_thing(words, lexicon)
    if any(lexicon.has(name, t.norm) for t in words for name in ("roles", "groups", "anonymous")):
        return True
    if len(words) == 1 and lexicon.genders.get(words[0].norm, "n") != "n":
        return True
    article = bool(words) and lexicon.has("determiners", words[0].norm)
    # Every German noun has a capital: a name is what follows one, or needs no article.
    return len(words) > 2 or not article if lexicon.code == "de" else any(t.is_capital for t in words[1:])


def is_thing_only(text: str, source: Span, lexicon: Lexicon) -> bool:
    """Tell whether words name a thing ("the curve"), which says nothing."""
    words = _words(text, source)
    return not words or is_thing(words, lexicon)


def opening_subject(text: str, passage: Passage, lexicon: Lexicon) -> Span | None:
    """Return the subject that opens a sentence, of a language that parts its words, if it can speak."""
    if lexicon.characters:
        return None
    tokens = tokenize(text[passage.start : passage.end], passage.start)
    found = Nouns(tokens, lexicon).subject() if tokens else None
    if found is None:
        return None
    span = Span(tokens[found[0]].start, tokens[found[1] - 1].end)
    return span if speaks(text, span, lexicon) else None


def opens_clause(text: str, content: Span, lexicon: Lexicon) -> bool:
    """Tell whether a complementizer or a colon opens what is said ("that P")."""
    before = text[max(0, content.start - 24) : content.start].rstrip()
    if before[-1:] in (":", "："):
        return True
    piece = Span(max(0, content.start - 24), min(len(text), content.start + 24))
    hits = [h for h in Marked(text, piece, lexicon).hits if {"complementizers", "openers"} & set(h.labels)]
    return any(h.start == content.start or not text[h.end : content.start].strip(" '’") for h in hits)


def negated_cue(text: str, source: Span | None, cue: Span | None, lexicon: Lexicon) -> bool:
    """Tell whether it is denied that somebody says so: "did not say", "nobody says"."""
    if cue is None:
        return False
    if source is not None and says_no(text, source, lexicon):
        return True
    if lexicon.verb_final and lexicon.characters:
        tail = _TAIL.match(text, cue.end)
        return Marked(text, Span(cue.start, tail.end() if tail else cue.end), lexicon).negation() is not None
    start = source.end if source is not None and source.end <= cue.start else cue.start
    words = [t for t in tokenize(text[start : cue.end], start) if t.is_word][-5:]
    if not words:
        return False
    span = Span(start if lexicon.characters else words[0].start, cue.end)
    marked = Marked(text, span, lexicon)
    # the negation of "does not share the view" is a part of the phrase, which denies
    no = None if _ELSEWHERE.search(text[span.start : span.end]) else marked.negation()
    return no is not None and not any("verbs.denies" in h.labels and h.start <= no.start < h.end for h in marked.hits)


def says_no(text: str, source: Span, lexicon: Lexicon) -> bool:
    """True for "nobody", "no researcher", also where the learned reader left "no" out."""
    no = _no(lexicon.code)
    ahead = text[max(0, source.start - _DETERMINER) : source.start]
    if no is not None and (no[0].match(text, source.start, source.end) or no[1].search(ahead)):
        return True
    words = _words(text, source)
    if not words or lexicon.characters:
        return False
    bare = len(words) == 1 and words[0].norm in _NOBODY.get(lexicon.code, ())  # "une personne" is somebody
    return bare or lexicon.has("negations", words[0].norm)


@cache
def _no(code: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return what makes a noun nobody, at the front of a source and right before one."""
    form = forms("nobody").get(code, {}).get("negative")
    return (expression(form), expression(rf"{edge_before(code)}(?:{form})\Z")) if form else None


def hangs(text: str, source: Span, lexicon: Lexicon) -> bool:
    """Tell whether a source hangs on a noun before it ("the failures of | Opus"): then that noun is the subject."""
    before = [t for t in tokenize(text[max(0, source.start - 24) : source.start]) if t.is_word]
    if not before or lexicon.characters:
        return False
    last = before[-1].norm
    return lexicon.has("inside", last) and not lexicon.has("determiners", last) and before[-1].text.islower()


def goes_on(text: str, end: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun phrase may go on from ``end`` to ``last``: not with a word that is likely its verb.

    What goes on begins with a mark, a capital letter, a preposition, an article or a relative.
    """
    rest = _words(text, Span(end, last)) if last > end else []
    if not rest or lexicon.characters or text[end : rest[0].start].strip() or not rest[0].text.islower():
        return True
    adverbial = lexicon.code == "de" and _GOVERNED.search(text[end : rest[0].end] + " ") is not None
    return not adverbial and any(lexicon.has(kind, rest[0].norm) for kind in ("inside", "determiners", "relatives"))


def names_behind(text: str, role: Span, name: Span, lexicon: Lexicon) -> bool:
    """Tell whether a name goes on with a role right before it: "der Leiter des Amtes in Kiel, Doktor | Jan Harms"."""
    words = _words(text, Span(role.end, name.start)) if role.end <= name.start else []
    if lexicon.code != "de" or not words or name.start - role.end > _BETWEEN:
        return False
    return all(w.is_capital or lexicon.has("inside", w.norm) for w in words) and text[name.start].isupper()


def beside(text: str, cue: Span, passage: Passage, lexicon: Lexicon) -> Span | None:
    """Return the noun phrase right before or behind a cue."""
    if lexicon.characters:
        return None
    tokens = tokenize(text[passage.start : passage.end], passage.start)
    at = [i for i, t in enumerate(tokens) if cue.start <= t.start < cue.end]
    nouns = Nouns(tokens, lexicon)
    found = (nouns.left(at[0]) or nouns.right(at[-1] + 1)) if at else None
    return Span(tokens[found[0]].start, tokens[found[1] - 1].end) if found else None


def _words(text: str, span: Span) -> list[Token]:
    return [t for t in tokenize(text[span.start : span.end], span.start) if t.is_word]


def _without_tail(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Cut "who", "which" and marks off the end."""
    end = span.end
    for token in reversed(tokenize(text[span.start : span.end], span.start)):
        opens = token.text.islower() and lexicon.has("breaks", token.norm) and not lexicon.has("anonymous", token.norm)
        if token.start == span.start or not (opens or token.text in _MARKS):
            break
        end = token.start
    while end > span.start and text[end - 1] in _MARKS:
        end -= 1
    return Span(span.start, end)


def _dangles(words: list[Token], lexicon: Lexicon) -> bool:
    """True for a phrase that ends in an article or a preposition: its noun was cut off."""
    last = words[-1]
    return last.text.islower() and lexicon.has("inside", last.norm) and not lexicon.has("anonymous", last.norm)


def _without_relative(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Cut a German relative clause off: its verb stands last, while a name or role ends in a noun."""
    words = _words(text, span)
    if lexicon.code != "de" or not words or not words[-1].text.islower():
        return span
    for before, word in pairwise(words):
        if "," in text[before.end : word.start] and lexicon.has("relatives", word.norm):
            return Span(span.start, before.end)
    return span


def _is_adverb(words: list[Token], passage: Passage, lexicon: Lexicon) -> bool:
    """True for "Unterdessen", which opens a German sentence in capitals."""
    if lexicon.code != "de" or len(words) > 1 or words[0].start > passage.start + 1:
        return False
    return lexicon.has("starters", words[0].norm) or lexicon.has("skip", words[0].norm)


def _is_no_subject(text: str, span: Span, cue: Span, lexicon: Lexicon) -> bool:
    """Tell whether a phrase cannot be the subject of the cue by its case: "den Gegnern"."""
    labels = [label for hit in Marked(text, cue, lexicon).hits for label in hit.labels]
    placed = _PLACES.search(text[max(0, span.start - 12) : span.start])
    if placed or any(label.startswith(("prepositions", "postpositions")) for label in labels):
        return False
    return is_oblique(_words(text, span), lexicon)


def _subject_near(text: str, cue: Span, passage: Passage, lexicon: Lexicon) -> Span | None:
    """Return the noun phrase beside a cue, or the one that opens its sentence, whose case lets it be the subject."""
    tokens = tokenize(text[passage.start : passage.end], passage.start)
    at = [i for i, t in enumerate(tokens) if cue.start <= t.start < cue.end]
    nouns = Nouns(tokens, lexicon)
    for found in (nouns.left(at[0]), nouns.right(at[-1] + 1), nouns.subject()) if at else ():
        span = Span(tokens[found[0]].start, tokens[found[1] - 1].end) if found else None
        if span is not None and speaks(text, span, lexicon) and not is_oblique(_words(text, span), lexicon):
            return span
    return None


def parted(text: str, one: Span, other: Span, lexicon: Lexicon) -> bool:
    """Tell whether two spans are of different clauses: a semicolon, or a mark and "but", stands between them."""
    low, high = sorted((one, other), key=lambda s: s.start)
    between = text[low.end : high.start]
    if any(mark in between for mark in ";；؛"):
        return True
    tokens = [] if lexicon.characters else tokenize(between)
    contrasts = lexicon.words["contrasts"] - lexicon.words["complementizers"]  # no relative clause: "X, que dice que P"
    return any(not a.is_word and b.norm in contrasts for a, b in pairwise(tokens))


def in_marks(text: str, contents: Sequence[Span]) -> bool:
    """Tell whether what is said stands between marks of quotation: they show its ends better than any reader."""
    return all(text[c.start] in _QUOTES and text[c.end - 1] in _QUOTES for c in contents)
