"""Finds frames in languages that part their words, from cues, marks and word order alone."""

from __future__ import annotations

from pipeline.nlp.claims.frames import QUOTE, ZERO, Frame, label_of
from pipeline.nlp.claims.rules.clauses import ATTITUDE, DASHES, TAIL, Clauses
from pipeline.nlp.claims.rules.edges import Range
from pipeline.nlp.claims.rules.speakers import can_speak, is_oblique
from pipeline.nlp.claims.words.tokens import Hit
from pipeline.records import Commitment, Span

_VERBS = ("separable", "verbs", "weak", "about")


class Surface(Clauses):
    """One pass over a unit."""

    _spoke: Range | None = None
    """Who spoke last in this unit, for "…, she said, adding that …"."""

    def frames(self) -> list[Frame]:
        """Return the frames in the order of their cues."""
        found: list[Frame] = []
        cues = list(self.unit.labelled("verbs", "separable", "weak", "about", "prepositions", "postpositions"))
        taken = -1
        for hit in cues:
            if hit.first < taken or self.unit.in_scare_quotes(hit) or self._is_noun(hit):
                continue
            frame = self._frame(hit, [h for h in cues if h.first >= hit.last])
            if frame is not None:
                found.append(frame)
                taken = hit.last
        held = [c for f in found for c in f.contents]
        if not held or any(not any(h.start <= q.start < h.end for h in held) for q in self.unit.quotes):
            found += [f for f in self._unverbed() if not any(f.start == h.start for h in held)]
        return found

    def _is_noun(self, hit: Hit) -> bool:
        """True for "the claims (that)": a noun that looks like a verb."""
        if any(o.first <= hit.first and hit.last < o.last for o in self.openers.values()):
            return True
        if any(
            h.first <= hit.first and hit.last <= h.last and h.last - h.first > hit.last - hit.first for h in self.hedges
        ):
            return True
        token = self.tokens[hit.first]
        inside = hit.first > 0 and self.tokens[hit.first - 1].is_word
        if inside and token.is_capital and not any(label.startswith(("pre", "post")) for label in hit.labels):
            return True
        if self.lexicon.code == "de" and token.is_capital and hit.first and self.tokens[hit.first - 1].norm == ",":
            return not any(label.startswith(("pre", "post")) for label in hit.labels)  # ", Will Grant,": a name
        if hit.first and self.tokens[hit.first - 1].norm in "-–" and self.tokens[hit.first - 1].end == token.start:
            return True
        before = self.tokens[hit.first - 1].norm if hit.first else ""
        return (
            hit.last - hit.first == 1
            and (before in self.lexicon.words["determiners"] and before not in self.lexicon.words["anonymous"])
            and not any(label.startswith("prepositions") for label in hit.labels)
        )

    def _frame(self, hit: Hit, later: list[Hit]) -> Frame | None:
        for name, method in (("prepositions", self._preposition), ("postpositions", self._postposition)):
            label = label_of(hit, name)
            if label:
                frame = method(hit, label[1])
                if frame is not None:
                    return frame
        label = label_of(hit, *_VERBS)
        strong = any(name.startswith("verbs") for name in hit.labels)
        if label and label[0] == "separable":
            parted = self._particle(hit) is not None
            strong = strong or parted
            label = label if parted else label_of(hit, *_VERBS[1:])
        return self._verb(hit, strong, label[1], later) if label else None

    def _particle(self, hit: Hit) -> int | None:
        """Return the token that closes a separable verb ("teilte … mit") before the next mark."""
        particles = self.lexicon.particles.get(self.tokens[hit.first].norm, frozenset())
        for index in range(hit.last, min(len(self.tokens), hit.last + 24)):
            if self.tokens[index].norm in particles:
                follows = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
                if follows is None or not follows.is_word or follows.norm in self.lexicon.words["complementizers"]:
                    return index
        return None

    def _verb(self, hit: Hit, strong: bool, commitment: Commitment, later: list[Hit]) -> Frame | None:
        if self._is_bare_participle(hit):
            return None
        source, clause = self._source(hit)
        if source is None and not self._quote_near(hit):
            return self._subjectless(hit, clause, commitment, later) if strong else None
        written = source is not None and self._is_impersonal(source) and self._matches("impersonal_reports", hit)
        if written:
            source = self._document()
            if source is None:
                return None
        elif source is not None and self._is_impersonal(source) and not self._quote_before(clause):
            return None
        shy = not (strong or written) or self._is_evidence(hit) or self._matches("gerund", hit)
        if source is not None and shy and not self._can_speak(source) and not self._quote_near(hit):
            return None
        after = max(hit.last, source[1] if source and source[0] >= hit.last else 0)
        quoted = self._quoted(hit, clause, after)
        if quoted:
            return self._make(source, hit, quoted, "direct", commitment, "quote+cue")
        contents = self._complement(after, strong or written, commitment, clause, later)
        rule = "cue+participle" if self._takes_deed(after) else "cue+clause"
        if contents is None and strong:
            contents, rule = self._parenthetical(clause, after), "clause, cue"
        if contents is None and any(label.startswith("about") for label in hit.labels):
            voiced = hit.last - hit.first > 1 or self.lexicon.has("voiced", self.tokens[hit.first].norm)
            contents, rule = self._object(after, clause, later), "cue+object" if voiced else ATTITUDE
        if contents is None or source is None:
            return None
        return self._make(source, hit, contents, "indirect", commitment, rule, clause=clause)

    def _subjectless(self, hit: Hit, clause: int, commitment: Commitment, later: list[Hit]) -> Frame | None:
        """Read "Ha aggiunto che P" at the head of a sentence: who speaks was said before."""
        before = self.tokens[:clause]
        heads = all(not t.is_word or self.lexicon.has("starters", t.norm) for t in before) and len(before) < 4
        if not (self.lexicon.zero_subject and heads and hit.last in self.openers):
            return None
        contents = self._complement(hit.last, strong=True, commitment=commitment, clause=clause, later=later)
        return self._make(None, hit, contents, "indirect", commitment, ZERO) if contents else None

    def _document(self) -> Range | None:
        """Return the document of "In a letter of the minister it says that"."""
        first = next((i for i, t in enumerate(self.tokens[:3]) if t.norm in self.lexicon.words["starters"]), None)
        return self.nouns.after_preposition(first + 1) if first is not None else None

    def _matches(self, name: str, hit: Hit) -> bool:
        pattern = self.lexicon.patterns[name]
        return pattern is not None and pattern.fullmatch(self.unit.text, hit.start, hit.end) is not None

    def _is_bare_participle(self, hit: Hit) -> bool:
        """True for "announced" without "has" where the language tells the two apart."""
        if hit.last - hit.first > 1 or not self._matches("participle", hit):
            return False
        before = [t.norm for t in self.tokens[max(0, hit.first - 5) : hit.first]]
        if self.lexicon.inverted:
            before += [t.norm for t in self.tokens[: hit.last + 1]]
        return not any(w in self.lexicon.words["auxiliaries"] for w in before)

    def _is_evidence(self, hit: Hit) -> bool:
        """True for verbs whose subject is more often a fact than a speaker ("the result shows")."""
        return self._matches("evidential", hit)

    def _can_speak(self, source: Range) -> bool:
        words = [t for t in self.tokens[source[0] : source[1]] if t.is_word]
        return bool(words) and can_speak(words, self.lexicon)

    def _source(self, hit: Hit) -> tuple[Range | None, int]:
        """Return the subject of a cue and the first token of the cue's clause."""
        if self._matches("gerund", hit) and self._after_quote(hit.first) is None:
            return self.nouns.subject() or self._spoke, self._clause_start(hit.first)
        if self.lexicon.inverted and self.tokens[0].norm in self.lexicon.words["as_words"]:
            right = self._nominative(self.nouns.right(1))  # "Wie das Amt am Montag mitteilte,"
            if right is not None and right[1] <= hit.first:
                return right, 1
        left = self._nominative(self.nouns.left(hit.first))
        if left and not (self.lexicon.inverted and self._fronted(left)):
            return left, self._clause_start(left[0])
        start = self._clause_start(hit.first)
        right = self._no_object(self._nominative(self.nouns.right(hit.last)), start)
        if right is None and self._joins_verb(start):
            right = self.nouns.subject()
        return right, start

    def _nominative(self, found: Range | None) -> Range | None:
        """Leave out what its case keeps from being a subject; in passive, "von den Gegnern" names who says so."""
        if found is None:
            return None
        before = self.tokens[found[0] - 1].norm if found[0] else ""
        if before == "als" and self.lexicon.code == "de":
            return None  # "Als Grund nennt das Amt": a noun behind "as" tells what, not who
        passive = before in ("von", "durch", "seitens")
        words = [t for t in self.tokens[found[0] : found[1]] if t.is_word]
        return found if passive or not is_oblique(words, self.lexicon) else None

    def _clause_start(self, at: int) -> int:
        """Step back over auxiliaries and what is glued to the left ("a-t-il")."""
        while at and self.tokens[at - 1].norm != QUOTE:
            before, glued = self.tokens[at - 1], self.tokens[at - 1].end == self.tokens[at].start
            if not (before.norm in self.lexicon.words["skip"] or (glued and (before.is_word or before.norm in "-'"))):
                break
            at -= 1
        return at

    def _fronted(self, left: Range) -> bool:
        return all(t.norm in self.lexicon.words["starters"] or not t.is_word for t in self.tokens[left[0] : left[1]])

    def _preposition(self, hit: Hit, commitment: Commitment) -> Frame | None:
        source = self._phrase_after(hit)
        if source is not None and not self._names_a_report(hit, source):
            return None
        if source is None or self._is_first_person(source):
            return None
        plain = self.lexicon.patterns["plain_prepositions"]
        quoted = self._after_quote(hit.first) is not None  # "…", so die Werft
        plainly = plain is not None and plain.fullmatch(self.unit.text, hit.start, hit.end) is not None
        if plainly and not quoted and not self._can_speak(source):
            return None
        tail = hit.last - hit.first == 1 and self.lexicon.has("tails", self.tokens[hit.first].norm)
        if tail and not (
            hit.first and self.tokens[hit.first - 1].norm in (",", QUOTE, *DASHES) and self._closes(source[1])
        ):
            return None
        spans = self._clause(hit.first, source[1])
        if not spans:
            return None
        quotes = [s for s in spans if any(q.start == s.start and q.end == s.end for q in self.unit.quotes)]
        spans = tuple(quotes) if tail and quotes else spans  # "…", so Voss in der Zeitung: the rest is where
        kind = "direct" if quotes and len(quotes) == len(spans) else "indirect"
        return self._make(source, hit, spans, kind, commitment, "preposition")

    def _phrase_after(self, hit: Hit) -> Range | None:
        """Return the noun phrase of a preposition; in the middle of a German clause, as far as its form reaches."""
        wide = self.nouns.after_preposition(hit.last)
        tight = self.inserted.after(hit.last) if self.lexicon.code == "de" else None
        if tight is None or wide is None:
            return tight or wide
        fronted = not any(t.is_word or t.norm == QUOTE for t in self.tokens[: hit.first])
        return wide if fronted and wide > tight and not self.inserted.is_verb(tight[1]) else tight

    def _clause(self, first: int, last: int) -> tuple[Span, ...]:
        """Return what is said around an inserted source: its clause, in languages whose verb stands second."""
        if not self.lexicon.inverted or self._after_quote(first) is not None:
            return self._around(first, last)
        return tuple(self._span(*part) for part in self.inserted.clause(first, last))

    def _names_a_report(self, hit: Hit, source: Range) -> bool:
        """German "nach" introduces a source only before words such as "Angaben"."""
        pattern = self.lexicon.patterns["source_nouns"]
        if pattern is None or self.tokens[hit.first].norm != "nach" or hit.last - hit.first > 1:
            return True
        return any(pattern.fullmatch(t.norm) for t in self.tokens[source[0] : source[1]])

    def _closes(self, at: int) -> bool:
        if at >= self.end or self.tokens[at].norm in (",", ";", ":", *DASHES):
            return True
        return self.end - at <= TAIL and self.lexicon.has("starters", self.tokens[at].norm)

    def _postposition(self, hit: Hit, commitment: Commitment) -> Frame | None:
        german = self.lexicon.code == "de"
        source = self.inserted.before(hit.first) if german else self.nouns.left(hit.first)
        if source is not None and (not self._names_a_report(hit, source) or self.inserted.is_inside(source[0])):
            return None
        spans = self._clause(source[0], hit.last) if source else ()
        return self._make(source, hit, spans, "indirect", commitment, "postposition") if spans else None

    def _unverbed(self) -> list[Frame]:
        """Read ``"…" — Name`` and ``Name: "…"`` and ``Name: text``."""
        if len(self.tokens) < 3:
            return []
        first, second = self.tokens[0], self.tokens[1]
        if first.norm == QUOTE and second.norm in DASHES and len(self.tokens) <= 16 and self.tokens[2].is_capital:
            return [self._make((2, self.end), None, (self._span(0, 1),), "direct", "asserts", "quote—name")]
        if first.norm == QUOTE and second.norm == "," and self.tokens[2].text.islower() and len(self.tokens) > 4:
            source = self.nouns.right(3)
            if source is not None and not self._is_impersonal(source) and self._can_speak(source):
                return [self._make(source, None, (self._span(0, 1),), "direct", "asserts", "quote, verb name")]
        if self.tokens[-1].norm == QUOTE or self.tokens[self.end - 1].norm == QUOTE:
            colon = self.end - 2
            name = self.tokens[:colon]
            if self.tokens[colon].norm == ":" and colon > 1:
                subject = self.nouns.subject()
                if subject is not None and subject[1] <= colon and not self._is_impersonal(subject):
                    return [
                        self._make(
                            subject, None, (self._span(colon + 1, self.end),), "direct", "asserts", "subject: quote"
                        )
                    ]
            if 0 < colon <= 8 and self.tokens[colon].norm == ":" and all(t.is_capital or not t.is_word for t in name):
                spans = (self._span(colon + 1, self.end),)
                return [self._make((0, colon), None, spans, "direct", "asserts", "name: quote")]
        return []

    def _make(
        self, source: Range | None, hit: Hit | None, contents: tuple[Span, ...], kind: str, commitment: Commitment,
        rule: str, clause: int | None = None,
    ) -> Frame:  # fmt: skip
        self._spoke = source or self._spoke
        negated = (
            hit is not None
            and any(t.norm in self.lexicon.words["negations"] for t in self.tokens[max(0, hit.first - 4) : hit.first])
            and source is not None
            and source[1] <= hit.first
        )
        return Frame(
            source=self._span(*source) if source else None,
            cue=Span(hit.start, hit.end) if hit else None,
            contents=contents,
            kind="direct" if kind == "direct" else "indirect",
            commitment=commitment,
            rule=rule,
            embedded=clause is not None and self._conceded(clause),
            cue_negated=negated,
            first_person=source is not None and self._is_first_person(source),
        )
