"""What was said: the clauses and quotations that belong to a cue, found by marks and complementizers."""

from __future__ import annotations

from pipeline.nlp.claims.frames import QUOTE, Unit
from pipeline.nlp.claims.rules.edges import Range
from pipeline.nlp.claims.rules.inserted import Inserted
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.rules.speakers import can_speak
from pipeline.nlp.claims.words.tokens import Hit, Token
from pipeline.records import Commitment, Span

ATTITUDE = "attitude"
"""Rule of frames that tell what somebody wants or does with words, not what they claim."""
_ADJUNCT = 14
"""Most words between a cue and its complementizer ("told reporters in the city on Monday that")."""
TAIL = 9
"""Most words after a cue that closes its sentence ("…, he said in a letter on Monday.")."""
DASHES = frozenset("—–-―")
_OF_DEEDS = frozenset(
    ("reported", "reports", "admitted", "admits", "recalled", "recalls", "acknowledged", "acknowledges", "denied")
)
"""English verbs that take a participle for what is said ("reported losing the key")."""
_RELATIVES = {"es": ("que", "quien"), "fr": ("qui",), "it": ("che",), "pt": ("que", "quem")}
"""Relatives that are subjects, in languages whose subject may follow its verb."""
_ELSEWHERE = frozenset(("to", "on", "in", "by", "from", "at", "for"))
"""What leads away from an object of these verbs ("reported to the police")."""


class Clauses:
    """The tokens of one unit, and how to find the contents of a saying among them."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.tokens = unit.tokens
        self.lexicon = unit.lexicon
        self.nouns = Nouns(self.tokens, self.lexicon)
        self.openers = {h.first: h for h in unit.labelled("openers")}
        self.hedges = unit.labelled("hedges")
        self.end = self._last_word()
        self.inserted = Inserted(self.tokens, self.nouns, self.lexicon, self.end)

    def _last_word(self) -> int:
        end = len(self.tokens)
        while end and not self.tokens[end - 1].is_word and self.tokens[end - 1].norm in ".!?…;:":
            end -= 1
        return end

    def _object(self, after: int, clause: int, later: list[Hit]) -> tuple[Span, ...] | None:
        """Read "critics point to P", "she called for P": what is said is no clause."""
        if after >= self.end or not (self.tokens[after].is_word or self.tokens[after].norm == QUOTE):
            return None
        if self._is_of_deeds(after) and self.tokens[after].norm in _ELSEWHERE:
            return None
        last = self._content_end(after, clause, later)
        return (self._span(after, last),) if last - after > 1 else None

    def _is_of_deeds(self, after: int) -> bool:
        """Tell whether one of the English verbs that take participles stands right before a place."""
        return self.lexicon.code == "en" and after > 0 and self.tokens[after - 1].norm in _OF_DEEDS

    def _no_object(self, found: Range | None, start: int) -> Range | None:
        """Leave out what a relative clause takes for its object: in "X, que predijo | la crisis" X is the subject."""
        relative = start > 0 and self.tokens[start - 1].norm in _RELATIVES.get(self.lexicon.code, ())
        if found is None or not relative:
            return found
        words = [t for t in self.tokens[slice(*found)] if t.is_word]
        return found if can_speak(words, self.lexicon) else None

    def _joins_verb(self, start: int) -> bool:
        """Tell whether a verb goes on for the subject of the sentence: "X denies it, but | says that P"."""
        joined = start > 1 and self.lexicon.code in _RELATIVES and self._has_contrast(start - 1)
        before = start - joined
        return before > 0 and self.tokens[before - 1].norm == ","

    def _turns(self, at: int) -> bool:
        """Tell whether "but" and another verb of saying stand at a place: what follows is said by that one."""
        if at + 1 >= len(self.tokens) or not self._has_contrast(at):
            return False
        return any(h.first <= at + 3 and at < h.first for h in self.unit.labelled("verbs"))

    def _has_contrast(self, at: int) -> bool:
        norm = self.tokens[at].norm
        return self.lexicon.has("contrasts", norm) and not self.lexicon.has("complementizers", norm)

    def _after_quote(self, at: int) -> int | None:
        """Return the token of a quotation that stands right before ``at``, marks between allowed."""
        index = at - 1
        while index >= 0 and not self.tokens[index].is_word and self.tokens[index].norm != QUOTE and at - index < 4:
            if self.tokens[index].norm in ".!?":
                break
            index -= 1
        return index if index >= 0 and self.tokens[index].norm == QUOTE else None

    def _quote_near(self, hit: Hit) -> bool:
        return any(t.norm == QUOTE for t in self.tokens[max(0, hit.first - 3) : hit.last + 3])

    def _quote_before(self, clause: int) -> bool:
        return self._after_quote(clause) is not None

    def _is_impersonal(self, source: Range) -> bool:
        words = [t.norm for t in self.tokens[source[0] : source[1]] if t.is_word]
        return len(words) == 1 and words[0] in self.lexicon.words["impersonal"]

    def _quoted(self, hit: Hit, clause: int, after: int) -> tuple[Span, ...] | None:
        """Return the quotations that belong to the cue: right before its clause, or right after it."""
        before = self._after_quote(clause)
        nxt = self._next_quote(after)
        if before is not None:
            spans = [self._span(before, before + 1)]
            if nxt is not None and nxt - after <= TAIL:
                spans.append(self._span(nxt, nxt + 1))
            return tuple(spans)
        if nxt is None or self._opener(after, nxt) is not None or not self._close_to(after, nxt):
            return None
        return (self._span(nxt, nxt + 1),)

    def _next_quote(self, after: int) -> int | None:
        return next((i for i in range(after, len(self.tokens)) if self.tokens[i].norm == QUOTE), None)

    def _close_to(self, after: int, quote: int) -> bool:
        between = self.tokens[after:quote]
        words = [t for t in between if t.is_word]
        if self._is_inside(between, quote):
            return False
        marked = bool(between) and between[-1].norm in (":", ",")
        return not words or len(words) <= (20 if between[-1].norm == ":" else _ADJUNCT if marked else 3)

    def _is_inside(self, between: list[Token], quote: int) -> bool:
        """True for a quotation that is part of a bare clause: "sagte, der Kai sei „marode“", "sagte, „der Kai“ sei"."""
        commas = any(t.norm == "," for t in between)
        if not self.lexicon.inverted or not commas:
            return False
        mood, follows = self.lexicon.patterns["reported_mood"], self.tokens[quote + 1 : quote + 2]
        goes_on = follows and (follows[0].norm == "zu" or (mood is not None and mood.fullmatch(follows[0].text)))
        return between[-1].is_word or (between[-1].norm == "," and bool(goes_on))

    def _opener(self, after: int, limit: int) -> Hit | None:
        """Return the first complementizer within reach of the cue, before ``limit``."""
        commas = 0
        for index in range(after, min(limit, len(self.tokens), after + _ADJUNCT)):
            token = self.tokens[index]
            if index in self.openers:
                return self.openers[index]
            turns = token.norm == "," and self.lexicon.code in _RELATIVES and self._turns(index + 1)
            if token.norm in (";", ":", QUOTE, ".") or turns or (token.norm == "," and commas > 1):
                return None
            commas += token.norm == ","
        return None

    def _complement(
        self, after: int, strong: bool, commitment: Commitment, clause: int, later: list[Hit]
    ) -> tuple[Span, ...] | None:
        if after >= self.end:
            return None
        opener = self._opener(after, self.end)
        if opener is not None:
            first = opener.last if opener.last < self.end else opener.first
        elif not strong or self._parts_clause(clause, after) or not self._bare_complement(after, commitment):
            return None
        else:
            first = self._skip_adjunct(after)
            first += not self.tokens[first].is_word and self.tokens[first].norm != QUOTE
        last = self._content_end(first, clause, later)
        return (self._span(first, last),) if last > first else None

    def _parts_clause(self, clause: int, after: int) -> bool:
        """Tell whether the verb of the clause around a cue follows: "that P, | says X|, is a myth"."""
        marks = clause > 1 and after + 1 < self.end and self.tokens[clause - 1].norm == self.tokens[after].norm == ","
        return marks and self.lexicon.has("finite", self.tokens[after + 1].norm)

    def _takes_deed(self, after: int) -> bool:
        """Tell whether a participle follows one of the verbs that take it for what is said ("reported losing it")."""
        token = self.tokens[min(after, len(self.tokens) - 1)]
        return self._is_of_deeds(after) and len(token.norm) > 4 and token.norm.endswith("ing")

    def _bare_complement(self, after: int, commitment: Commitment) -> bool:
        """True when the words after a cue are what was said, though no complementizer opens them."""
        token = self.tokens[after]
        if token.norm == ":":
            return True
        if token.norm == ",":
            return self.lexicon.inverted and self.end - after > 3
        if self._skip_adjunct(after) > after:
            return True
        if commitment in ("denies", "doubts"):
            return token.is_word and token.norm not in self.lexicon.words["starters"]
        if self._takes_deed(after):
            return True
        if self.lexicon.code not in ("en", "nl") or self.end - after < 3:
            return False
        starts = self.nouns.can_start(after) or self.lexicon.has("impersonal", token.norm)
        return starts and any(
            t.norm in self.lexicon.words["finite"] or t.norm.endswith(("s", "ed"))
            for t in self.tokens[after + 1 : after + 14]
        )

    def _skip_adjunct(self, after: int) -> int:
        """Return the mark that opens a bare clause after an adjunct: a colon, or a comma before reported speech."""
        moods = [p for n in ("reported_mood", "infinitive") if (p := self.lexicon.patterns[n]) is not None]
        for index in range(after, min(self.end - 2, after + _ADJUNCT + 6)):
            norm = self.tokens[index].norm
            if (norm == ":" and index - after <= 6) or (norm == "," and self._is_adverbs(after, index)):
                return index
            end = self.tokens[index].end
            if norm == "," and any(mood.search(self.unit.text, end, self.unit.end) for mood in moods):
                return index
            if norm in (";", QUOTE):
                break
        return after

    def _is_adverbs(self, first: int, last: int) -> bool:
        """True for "nun" of "sagte nun, der Kai sei sicher"."""
        words = [t.norm for t in self.tokens[first:last]]
        return self.lexicon.inverted and bool(words) and all(w in self.lexicon.words["skip"] for w in words)

    def _content_end(self, first: int, clause: int, later: list[Hit]) -> int:
        """Cut the content before another speaker's clause, or after the clause that a concession opens."""
        end = self.end
        if self._conceded(clause):
            comma = next((i for i in range(first, end) if self.tokens[i].norm == ","), end)
            end = comma
        for hit in later:
            source = self.nouns.left(hit.first)
            if hit.first >= end or source is None or source[0] <= first + 1:
                continue
            if self._contrasted(source[0]):
                return min(end, self._contrast_start(source[0]))
        return end

    def _contrasted(self, at: int) -> bool:
        return at > 1 and self._contrast_start(at) < at

    def _contrast_start(self, at: int) -> int:
        index = at
        while index > 0 and self.tokens[index - 1].norm in self.lexicon.words["contrasts"]:
            index -= 1
        if index == at:
            return at
        return index - 1 if self.tokens[index - 1].norm in (",", ";") else at

    def _conceded(self, clause: int) -> bool:
        hits = [h for h in self.unit.labelled("concessions") if h.last <= clause]
        return bool(hits) and hits[-1].first <= 1 and clause - hits[-1].last <= 1

    def _parenthetical(self, clause: int, after: int) -> tuple[Span, ...] | None:
        """Read ``P, he said.`` and ``P1, he said, P2.``."""
        as_word = clause > 0 and self.lexicon.has("as_words", self.tokens[clause - 1].norm)
        clause -= as_word
        if as_word and clause == 0 and after < self.end - 2 and self.tokens[after].norm == ",":
            return (self._span(after + 1, self.end),)
        before = clause - 1
        if before < 1 or self.tokens[before].norm not in {",", *DASHES}:
            return None
        first = self._content_start(before)
        if before - first < 2:
            return None
        rest = self.end - after
        spans = [self._span(first, before)]
        comma = next(
            (i for i in range(after, min(self.end, after + TAIL)) if self.tokens[i].norm in {",", *DASHES}), None
        )
        if comma is not None and self.end - comma > 2:
            spans.append(self._span(comma + 1, self.end))
        elif rest > TAIL:
            return None
        return tuple(spans)

    def _content_start(self, before: int) -> int:
        for index in range(before - 1, -1, -1):
            if self.tokens[index].norm in (";", QUOTE):
                return index + 1
        return 0

    def _around(self, first: int, last: int) -> tuple[Span, ...]:
        """Return what stands before ``first`` and after ``last`` in the unit, as content."""
        spans = []
        quote = self._after_quote(first)
        if quote is not None:
            spans.append(self._span(quote, quote + 1))
            first = 0
        before = first - 1 if first and self.tokens[first - 1].norm in {",", *DASHES} else first
        start = self._content_start(before) if before else 0
        if before - start >= 2 or (before - start == 1 and self.tokens[start].norm == QUOTE):
            spans.append(self._span(start, before))
        while last < self.end and not self.tokens[last].is_word and self.tokens[last].norm != QUOTE:
            last += 1
        if self.end - last >= 2 or (self.end - last == 1 and self.tokens[last].norm == QUOTE):
            spans.append(self._span(last, self.end))
        return tuple(spans)

    def _is_first_person(self, source: Range) -> bool:
        return source[1] - source[0] == 1 and self.lexicon.has("first_person", self.tokens[source[0]].norm)

    def _span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last - 1].end)
