"""Whether the words of a source hold a name that nothing else has found: by capitals, or by their look in CJK."""

from __future__ import annotations

import re
from functools import cache

from pipeline.nlp.claims.holders.antecedents import opens
from pipeline.nlp.claims.holders.names import is_field
from pipeline.nlp.claims.words.forms import BEFORE, forms, spaced
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token, tokenize
from pipeline.records import Span

_RUN = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'\-]*\.?)(?:[ \u00a0](?:(?:de|von|van|der|den|du|da|al|bin|la|le|di)[ \u00a0])?"
    r"[A-ZÀ-ÖØ-ÞА-ЯЁ0-9][\w’'\-]*)*"
)
_BY = re.compile(r"(?:von|vom|seitens)\s+(?=\w)", re.IGNORECASE)
"""What the learned reader takes in before the doer of a passive ("Vom | Ministerium wurde mitgeteilt")."""
_PASSIVE = re.compile(r"\s+(?:wurde|wird|werde|würde|ist|war|sei)n?\b")
"""Behind the doer of a passive."""
_ADVERB = re.compile(r"\w{3,}(?:ly|mente|ment)")
_NO_NOUN = (
    "inside", "skip", "starters", "breaks", "contrasts", "pronouns", "finite", "determiners", "complementizers", "idle",
)  # fmt: skip
"""Lists of words that may follow a name, and are no noun that it describes."""
_COMMON = ("anonymous", "roles", "collectives", "groups")
_NOUN = re.compile(r" [a-zà-ÿ]")
"""What a name has behind it that only tells of what kind the next word is."""
_SHORT = re.compile(r".{1,14}")
_NAMELIKE = {
    "zh": re.compile(
        r"(?![^\n]*[的了是在有不没可能我你他她它这那些个本先根据])[\u4e00-\u9fff]{2,4}"
        r"|[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+|[A-Z][\w .·-]{1,30}"
    ),
    "ja": re.compile(r"[\u4e00-\u9fff々]{2,6}(?<![人者奴達])|[ァ-ヴー・]{2,14}|[A-Z][\w .·-]{1,30}"),
}
"""A source that looks so, with no word for a role or a group, is read as a name where nothing is capital."""


def looks_like_name(text: str, source: Span, lexicon: Lexicon) -> bool:
    """Tell whether words of a script without capitals look like a name."""
    form = _NAMELIKE.get(lexicon.code, _SHORT)
    return lexicon.characters and form.fullmatch(text, source.start, source.end) is not None


def longest_name(text: str, source: Span, lexicon: Lexicon, small: set[str]) -> Span | None:
    """Return the longest run of capitalised words in a source that can be a name.

    Args:
        text: the text.
        source: where to look.
        lexicon: its language.
        small: the words that the text has without a capital, too.
    """
    best: Span | None = None
    for run in _RUN.finditer(text, source.start, source.end):
        words = _proper([t for t in tokenize(run[0], run.start()) if t.is_word], lexicon)
        if not words or (len(words) == 1 and _is_common(text, words[0], source, lexicon, small)):
            continue
        if is_field(words[-1].text) and (len(words) == 1 or _NOUN.match(text, words[-1].end, source.end)):
            continue  # "AI researchers", "Leading AI | companies"; "Vellum AI" is a name
        if best is None or words[-1].end - words[0].start > best.end - best.start:
            best = Span(words[0].start, words[-1].end)
    return best


def without_by(text: str, source: Span, lexicon: Lexicon) -> Span:
    """Return the doer of a German passive without the preposition before it."""
    passive = lexicon.code == "de" and _PASSIVE.match(text, source.end) is not None
    by = _BY.match(text, source.start, source.end) if passive else None
    return Span(by.end(), source.end) if by is not None else source


def with_body(text: str, source: Span, name: Span, lexicon: Lexicon) -> Span:
    """Return a name with the head that makes a public body of it: "le | ministère de la | Santé", not health itself."""
    head = _body(lexicon.code)
    found = head.search(text, source.start, name.start) if head is not None else None
    return Span(found.start(), name.end) if found is not None else name


@cache
def _body(code: str) -> re.Pattern[str] | None:
    form = forms("bodies").get(code)
    return re.compile(rf"{BEFORE}(?:{spaced(form)})\Z", re.IGNORECASE) if form else None


def _proper(words: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return a run without the article and the noun of people before a name, and without the year behind one."""
    while words and (lexicon.has("determiners", words[0].norm) or lexicon.has("groups", words[0].norm)):
        words = words[1:]
    common = [w.norm for w in words if not any(lexicon.has(n, w.norm) for n in _COMMON)]
    if not common or (lexicon.inverted and len(words) == 1 and not words[0].text[1:2].islower()):
        return []
    if len(words) > 2 and words[-1].text.isdigit() and words[-2].text.islower():
        return words[:-2]  # "el informe Lighthill | de 1973"
    return words


def _is_common(text: str, word: Token, source: Span, lexicon: Lexicon, small: set[str]) -> bool:
    """True for a word that the text has without a capital, too, or that has one only for opening its sentence."""
    if lexicon.code == "de":
        return False
    return word.text.lower() in small or (_describes(text, word, source, lexicon) and not _is_proper(text, word))


def _describes(text: str, word: Token, source: Span, lexicon: Lexicon) -> bool:
    """True for a first word before its noun ("Early adopters"): what follows is no small word, adverb or verb."""
    rest = tokenize(text[word.end : source.end], word.end)
    follows = rest[0] if rest else None
    if text[source.start : word.start].strip() or follows is None or not follows.text.isalpha():
        return False
    if not follows.text.islower() or text[word.end : follows.start] != " " or not opens(text, word.start):
        return False
    verb = lexicon.patterns["finite_patterns"]
    is_verb = verb is not None and verb.fullmatch(follows.text) is not None and not follows.norm.endswith("s")
    return not (is_verb or _ADVERB.fullmatch(follows.norm) or any(lexicon.has(n, follows.norm) for n in _NO_NOUN))


def _is_proper(text: str, word: Token) -> bool:
    """Tell whether the word has a capital amid a sentence, too."""
    return re.search(rf"[^\W\d_][,;]?[ \u00a0]{re.escape(word.text)}(?!\w)", text) is not None
