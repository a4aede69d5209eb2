"""Frames: one act of saying, as found in the text, before anybody is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.quotes import Quote
from pipeline.nlp.claims.words.tokens import Hit, Token, look_up, tokenize
from pipeline.nlp.claims.words.utterances import is_utterance
from pipeline.records import Commitment, QuoteMode, Span

QUOTE = "\u0002quote"
"""Folded form of the one token that stands for a whole quotation."""

SOME = "some say"
"""Rule of "there are people who say that P", where the one who says it follows what is said."""
VIEW = "a view is held"
"""Rule of "there is a view that P": nobody is said to hold it."""
ZERO = "zero subject"
"""Rule of sayings whose speaker is left out since the sentence before named it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Who (``source``) says (``cue``) what (``contents``).

    ``embedded``: the saying stands in a subordinate clause of somebody else's sentence ("although some think that P,
    Q"). ``cue_negated``: "did not say that". ``rule`` names the pattern that found it.
    """

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    kind: QuoteMode
    commitment: Commitment
    rule: str
    embedded: bool = False
    cue_negated: bool = False
    first_person: bool = False
    target: Span | None = None
    """What the contents speak of, where that stands in another sentence."""

    @property
    def start(self) -> int:
        """First character of the contents."""
        return self.contents[0].start


class Unit:
    """One or more sentences that no quotation mark parts, with long quotations folded into single tokens."""

    def __init__(self, text: str, start: int, end: int, lexicon: Lexicon, quotes: list[Quote]) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.lexicon = lexicon
        self.short = [q for q in quotes if start <= q.start and q.end <= end and not is_long(text, q)]
        self.quotes = [q for q in quotes if start <= q.start and q.end <= end and is_long(text, q)]

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens, a long quotation as one."""
        if not self.quotes and not self.lexicon.characters:
            return look_up(self.text, self.start, self.end, self.lexicon.table)[0]
        tokens: list[Token] = []
        at = self.start
        for quote in self.quotes:
            tokens += tokenize(self.text[at : quote.start], at)
            tokens.append(Token(quote.start, quote.end, self.text[quote.start : quote.end], QUOTE))
            at = quote.end
        return tokens + tokenize(self.text[at : self.end], at)

    @cached_property
    def hits(self) -> list[Hit]:
        """Phrases of the lexicon outside long quotations."""
        if not self.quotes:
            return look_up(self.text, self.start, self.end, self.lexicon.table)[1]
        if not self.lexicon.characters:
            return self.lexicon.table.find("", self.tokens)
        masked = list(self.text[self.start : self.end])
        for quote in self.quotes:
            masked[quote.start - self.start : quote.end - self.start] = "\u0002" * (quote.end - quote.start)
        found = self.lexicon.table.find("".join(masked), [])
        return [h._replace(start=h.start + self.start, end=h.end + self.start) for h in found]

    @property
    def is_quote(self) -> bool:
        """True when nothing but marks stands outside the quotations."""
        at = self.start
        for quote in self.quotes:
            if any(c.isalnum() for c in self.text[at : quote.start]):
                return False
            at = quote.end
        return bool(self.quotes) and not any(c.isalnum() for c in self.text[at : self.end])

    def in_scare_quotes(self, hit: Hit) -> bool:
        """True for a phrase between quotation marks that hold no utterance."""
        return any(q.start < hit.start < q.end for q in self.short)

    def labelled(self, *names: str) -> list[Hit]:
        """Return the hits that carry one of these labels (or a label that begins with ``name.``)."""
        dotted = tuple(f"{n}." for n in names)
        return [h for h in self.hits if any(label in names or label.startswith(dotted) for label in h.labels)]


def is_long(text: str, quote: Quote) -> bool:
    """True for a quotation that can be an utterance: four words, eight characters of CJK, its own stop mark.

    Fewer characters of CJK are one where grammar shows it (:mod:`pipeline.nlp.claims.words.utterances`).
    """
    inner = text[quote.inner_start : quote.inner_end].strip()
    if not inner:
        return False
    if inner[-1] in ",.!?…，。！？" and len(inner) > 2:
        return True
    words = [w for w in inner.split() if w[0].isalpha()]
    if len(words) > 1 and all(w[0].isupper() for w in words):
        return False  # a name or a title: no utterance is all capitals
    if "\u3040" <= inner[len(inner) // 2] <= "\uffef":
        return len(inner) >= 8 or is_utterance(text, quote)
    return inner.count(" ") >= 3


def label_of(hit: Hit, *names: str) -> tuple[str, Commitment] | None:
    """Return (list, commitment) of the first cue label among ``names``, in the order of ``names``."""
    for name in names:
        for label in hit.labels:
            head, _, tail = label.partition(".")
            if head == name and tail in ("asserts", "reports", "denies", "doubts"):
                return name, tail  # type: ignore[return-value]  # narrowed by the test above
    return None
