"""What may stand at the edge of a noun phrase: tests on single tokens, and steps over words that belong to none."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token

GLUE = frozenset("-'’.&/·–@%#_\"“”„«»’‘°")

Range = tuple[int, int]
"""Token range ``[first, last)``."""


class Edges:
    """Tests on the tokens of one sequence."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon

    def _has(self, name: str, token: Token) -> bool:
        return token.norm in self.lexicon.words[name]

    def can_start(self, at: int) -> bool:
        """True when a noun phrase may begin here."""
        token = self.tokens[at]
        if not token.is_word:
            return False
        lists = ("determiners", "anonymous", "groups", "roles", "collectives", "pronouns", "first_person")
        if any(self._has(name, token) for name in lists):
            return True
        return token.is_capital or token.text[0].isdigit() or (not token.text[0].isascii() and not token.text.islower())

    def _glued(self, index: int) -> bool:
        """True for a mark that joins its neighbours into one word."""
        tokens = self.tokens
        token = tokens[index]
        if token.norm not in GLUE or not 0 < index < len(tokens) - 1:
            return False
        if token.norm == ".":
            before = tokens[index - 1]
            short = len(before.text) <= 3 and before.is_capital
            return short and (tokens[index + 1].is_capital or tokens[index + 1].start == token.end)
        return True

    def _skip_left(self, last: int) -> int:
        while last >= 0:
            token = self.tokens[last]
            if self._has("pronouns", token) and not self._has("skip", token):
                break
            if (
                token.text.startswith("](")
                or self._has("skip", token)
                or (token.norm in "'-’" and self._glued(last))
                or self._is_adverb(token)
            ):
                last -= 1
            else:
                break
        return last

    def _skip_right(self, at: int) -> int:
        while at < len(self.tokens):
            token = self.tokens[at]
            if (token.norm in "-'" and self._glued(at)) or (
                self._has("skip", token) and not self._has("determiners", token)
            ):
                at += 1
            else:
                break
        return at

    def _is_adverb(self, token: Token) -> bool:
        endings = {"en": ("ly",), "fr": ("ment",), "es": ("mente",), "it": ("mente",), "pt": ("mente",)}
        return (
            token.text.islower()
            and len(token.text) > 5
            and token.norm.endswith(endings.get(self.lexicon.code, ("\0",)))
        )

    def _is_link(self, token: Token) -> bool:
        """True for a word that opens a clause and so cannot end a noun phrase."""
        return self._has("breaks", token) and not self._has("anonymous", token)

    def is_article(self, index: int) -> bool:
        """True for "der" before a noun, where it is no pronoun."""
        if not self._has("determiners", self.tokens[index]):
            return False
        for token in self.tokens[index + 1 : index + 4]:
            if token.is_capital or not token.is_word or not token.norm.endswith(("e", "en", "er", "es")):
                return token.is_capital
        return False

    def _attribute(self, index: int) -> bool:
        return index + 1 < len(self.tokens) and self.tokens[index + 1].is_capital

    def _holds_verb(self, found: Range) -> bool:
        """True for a stretch with a past tense in it, no attribute of a noun: a clause, not a name."""
        return any(
            self.tokens[i].text.islower() and self.tokens[i].norm.endswith(("te", "ten")) and not self._attribute(i)
            for i in range(found[0] + (self.lexicon.code != "de"), found[1])
        )

    def _is_relative(self, first: int, end: int) -> bool:
        """True for "die sich auf den Minister beziehen": in German its verb ends it, a noun ends an apposition."""
        return end - first > 2 and self._has("relatives", self.tokens[first]) and self.tokens[end - 1].text.islower()

    def in_number(self, comma: int) -> bool:
        """True for a comma between figures ("7,4")."""
        after = self.tokens[comma + 1].text if comma + 1 < len(self.tokens) else ""
        return self.tokens[comma - 1].text[-1:].isdigit() and after[:1].isdigit()

    def _before_day(self, end: int) -> int:
        """Step back over "on Monday" at the end of a noun phrase."""
        if end > 2 and self._has("starters", self.tokens[end - 1]) and self._has("starters", self.tokens[end - 2]):
            return end - 2
        return end

    def _opens_adverbial(self, index: int) -> bool:
        """True for a preposition with an article ("in einem Interview"), which seldom belongs to a German name."""
        follows = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return follows is not None and self._has("determiners", follows) and self._has("starters", self.tokens[index])

    def _before_adverbial(self, first: int, end: int) -> int:
        """Cut "Voss | in einem Interview" where the verb stands last (German, Dutch)."""
        if not self.lexicon.inverted:
            return end
        return next((i for i in range(first + 1, end - 1) if self._opens_adverbial(i)), end)

    def _before_recipient(self, first: int, last: int) -> int:
        """Cut "Voss | der Zeitung" (German): after a bare name, an article opens another noun phrase."""
        if self.lexicon.code != "de" or self._has("determiners", self.tokens[first]):
            return last
        for index in range(first + 1, last):
            token = self.tokens[index]
            if token.norm in ("der", "dem", "den") and self.tokens[index - 1].is_capital:
                return index
            if token.text.islower():
                break
        return last

    def _opens_another(self, index: int) -> bool:
        """True for "die", "ein" and the like behind a German noun: what goes on with it is a genitive, never these."""
        if self.lexicon.code != "de" or not self.tokens[index - 1].is_capital:
            return False
        return self.tokens[index].text in ("die", "das", "den", "dem", "ein", "eine", "einen", "einem")

    def _dangles(self, token: Token) -> bool:
        """True for an article or a preposition, which cannot end a noun phrase."""
        small = token.text == token.text.lower()  # so are all words of a script without capitals
        return small and self._has("inside", token) and not self._has("anonymous", token)

    def _lower_verb(self, index: int) -> bool:
        """True for a lower-case word that is no adjective: no noun (capital) follows it."""
        token = self.tokens[index]
        if not token.text.islower():
            return False
        follows = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return follows is None or not follows.is_capital

    def _role_before(self, last: int, name: Token) -> bool:
        """True at ", Mara Voss," when a role stands before the comma."""
        before = self.tokens[max(0, last - 8) : last]
        return name.is_capital and any(self._has("roles", t) for t in before)
