"""Finds frames in languages whose words are not parted (Chinese, Japanese) or carry particles (Korean).

The text is read with every long quotation masked, so that cues and boundaries inside it are not seen.
"""

from __future__ import annotations

import re

from pipeline.nlp.claims.frames import ZERO, Frame, Unit, label_of
from pipeline.nlp.claims.rules.owners import owner
from pipeline.nlp.claims.rules.some import some_say
from pipeline.nlp.claims.rules.speakers import ends_in_person
from pipeline.nlp.claims.words.tokens import Hit
from pipeline.nlp.claims.words.utterances import completes
from pipeline.records import Commitment, Span

_MASK = "\u0002"
_BOUNDARY = re.compile(r"[，,。；;：:！!？?\n、]")
_COMMA = re.compile("[，,、]")
_CLAUSE_END = re.compile(r"[，,。；;：:！!？?\n]")
_STOPS = "。！？!?\n"
_SOMEBODY = re.compile(r"(?:[ァ-ヴーA-Za-z0-9]|氏|さん|君|ちゃん|たち|達|者|人)$")  # "talks with X": no clause
_SPACE = " \t\n\u3000，,。；;：:、"
_JA_TOPIC = re.compile(r"(?P<who>[^、。，,「」\u0002]{1,45}?)(?P<particle>は|が|も)(?=[、，「\u0002]|(?![、，]).)")
_KO_TOPIC = re.compile(
    r"(?P<who>(?:[^\s,.\u0002]+ ){0,6}?[^\s,.\u0002]*?[가-힣A-Za-z0-9)])"
    r"(?P<particle>은|는|이|가|께서|도)(?=[\s,\u0002])"
)
_KO_QUOTATIVE = re.compile(r"(?:이라고|라고|다고|자고|냐고|이라며|라며|다며|며|면서|고)\s*$")
_ZH_AFTER = re.compile(r"[道说称着了，,：:\s]*")
_ZH_REPORT = re.compile(
    r"(?P<who>[^，,。；;：:\u0002]{0,40}?)(?:报道称|报道|报导|称|透露|宣布|通报|公布|指出|表示|的说法|的消息|消息|介绍|统计|估计|的数据|数据|显示|的报告|的研究|所述)?[，,：:]"
)
_LONGEST_SOURCE, _ASIDE = 45, 12


class Characters:
    """One pass over a unit of a language without word limits."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.start = unit.start
        masked = list(unit.text[unit.start : unit.end])
        for quote in unit.quotes:
            masked[quote.start - unit.start : quote.end - unit.start] = _MASK * (quote.end - quote.start)
        self.masked = "".join(masked)
        self.code = unit.lexicon.code
        self.end = len(self.masked.rstrip(" 。.!！?？\n"))

    def frames(self) -> list[Frame]:
        """Return the frames in the order of their cues."""
        found, at = list[Frame](), 0
        for hit in self.unit.labelled("verbs", "weak", "prepositions", "postpositions"):
            if hit.start - self.start < at:
                continue
            frame = self._frame(hit)
            if frame is not None and self._plausible(frame):
                found.append(frame)
                at = frame.start - self.start if frame.rule == "preposition" else hit.end - self.start
        found += [f for f in some_say(self.unit, self.masked) if not any(f.start == o.start for o in found)]
        return found or self._unverbed()

    def _frame(self, hit: Hit) -> Frame | None:
        post = label_of(hit, "postpositions")
        if post:
            return self._postposition(hit, post[1])
        preposition = label_of(hit, "prepositions")
        if preposition:
            return self._preposition(hit, preposition[1])
        label = label_of(hit, "verbs", "weak")
        if label is None:
            return None
        if self.unit.lexicon.verb_final:
            return self._verb_final(hit, label[1])
        return self._verb_medial(hit, label[0] == "verbs", label[1])

    # ------------------------------------------------------------ Chinese

    def _verb_medial(self, hit: Hit, strong: bool, commitment: Commitment) -> Frame | None:
        cue = hit.start - self.start
        low = self._boundary_before(cue)
        source = self._strip(low, cue)
        after = _ZH_AFTER.match(self.masked, hit.end - self.start)
        content = after.end() if after else hit.end - self.start
        quote = self._quote_at(content) or self._quote_before(low)
        if source is None and strong and not quote and self.masked[low - 1 : low] in _STOPS and self.end - content > 3:
            return self._make(None, hit, (Span(content, self.end),), "indirect", commitment, ZERO)
        source = source or self._clause_before(low)
        if source is None or self._impersonal(source) or self._is_clause(source):
            return None
        if quote:
            return self._make(source, hit, (quote,), "direct", commitment, "quote+cue")
        if content >= self.end and strong and low > 1:
            return self._make(source, hit, (Span(0, low - 1),), "indirect", commitment, "clause, cue")
        marked = any(c in "，,：:道说" for c in self.masked[hit.end - self.start : content])
        if self.end - content < 4 or not (strong or marked):
            return None
        end = self._speaker_after(content)
        return self._make(source, hit, (Span(content, end),), "indirect", commitment, "cue+clause")

    def _plausible(self, frame: Frame) -> bool:
        if self.code != "zh" or frame.source is None:
            return True
        source = Span(frame.source.start - self.start, frame.source.end - self.start)
        words = self.masked[source.start : source.end]
        lists = self.unit.lexicon.words
        if words in lists["first_person"]:
            return True
        everybody = any(words.startswith(w) for n in ("first_person", "impersonal") for w in lists[n])
        return not everybody and not words.endswith(("来", "如果", "从", "被")) and not self._is_clause(source)

    def _is_clause(self, source: Span) -> bool:
        """True for words that are no name: a particle stands in them, and no role or group."""
        words = self.masked[source.start : source.end]
        lists = self.unit.lexicon.words
        known = any(w in words for n in ("roles", "groups", "collectives", "anonymous") for w in lists[n])
        foreign = "·" in words or any(c.isascii() and c.isalpha() for c in words) or "《" in words
        return not known and (any(c in "的是了在有（(与和" for c in words) or (len(words) > 8 and not foreign))

    def _boundary_before(self, at: int) -> int:
        low = 0
        for match in _BOUNDARY.finditer(self.masked, 0, at):
            low = match.end()
        mask = self.masked.rfind(_MASK, low, at)
        return max(low, mask + 1)

    def _clause_before(self, low: int) -> Span | None:
        """Read "Voss在信中，表示…": the subject stands in the clause before the comma."""
        if low < 2 or self.masked[low - 1] not in "，," or _MASK in self.masked[:low]:
            return None
        start = self._boundary_before(low - 1)
        source = self._strip(start, low - 1)
        return source if source and source.end - source.start <= 12 else None

    def _strip(self, low: int, high: int) -> Span | None:
        """Cut adverbs off both ends of a source."""
        lists = self.unit.lexicon.words
        words = sorted(lists["skip"] | lists["concessions"], key=lambda w: (-len(w), w))
        changed = True
        while changed and low < high:
            changed = False
            while low < high and self.masked[low] in _SPACE:
                low += 1
            while high > low and self.masked[high - 1] in _SPACE:
                high -= 1
            for word in words:
                if self.masked.startswith(word, low, high):
                    low, changed = low + len(word), True
                elif self.masked.endswith(word, low, high):
                    high, changed = high - len(word), True
        cut = re.search(r"(?:在[^，]{1,20}(?:中|上|时|里|后))$", self.masked[low:high])
        if cut and cut.start():
            high = low + cut.start()
        return Span(low, high) if 0 < high - low <= _LONGEST_SOURCE else None

    def _speaker_after(self, content: int) -> int:
        """Cut the content before "，而X认为"."""
        for word in sorted(self.unit.lexicon.words["contrasts"]):
            for match in re.finditer("[，,]" + re.escape(word), self.masked[content : self.end]):
                at = content + match.end()
                later = [h for h in self.unit.labelled("verbs") if at < h.start - self.start <= at + 14]
                if later:
                    return content + match.start()
        return self.end

    def _preposition(self, hit: Hit, commitment: Commitment) -> Frame | None:
        cue = hit.start - self.start
        if cue and self.masked[cue - 1] not in _SPACE:
            return None
        match = _ZH_REPORT.match(self.masked, hit.end - self.start)
        if match is None or not match["who"].strip() or self.end - match.end() < 4:
            return None
        source = Span(*match.span("who"))
        return self._make(source, hit, (Span(match.end(), self.end),), "indirect", commitment, "preposition")

    # ------------------------------------------------------------ Japanese and Korean

    def _postposition(self, hit: Hit, commitment: Commitment) -> Frame | None:
        cue = hit.start - self.start
        low = 0
        for match in _CLAUSE_END.finditer(self.masked, 0, cue):
            low = match.end()
        source = self._strip(low, cue)
        content = hit.end - self.start
        while content < self.end and self.masked[content] in _SPACE:
            content += 1
        if source is None or self.end - content < 4:
            return None
        return self._make(source, hit, (Span(content, self.end),), "indirect", commitment, "postposition")

    def _verb_final(self, hit: Hit, commitment: Commitment) -> Frame | None:
        cue = hit.start - self.start
        low = max(self.masked.rfind(mark, 0, cue) for mark in "。\n") + 1
        topic = self._topic(self._after_contrast(low, cue), cue)
        quote = self._quote_before(cue)
        if quote is None and self.masked.startswith("とも", cue) and not self._is_person(topic):
            return self._make(None, hit, (Span(low, cue),), "indirect", commitment, ZERO) if cue - low > 3 else None
        if topic is None:
            return None if quote is None else self._make(None, hit, (quote,), "direct", commitment, "quote+cue")
        source, content = topic
        while content < cue and self.masked[content] in _SPACE:
            content += 1
        near = quote is not None and source.end <= quote.start <= content + _ASIDE
        if quote is not None and near and not completes(self.masked[content : quote.start]):
            return self._make(source, hit, (quote,), "direct", commitment, "quote+cue")
        end = cue
        if self.code == "ko":
            quotative = self._before_quotative(cue)
            expected = self.masked.startswith("것으로", cue)
            if quotative is None and commitment not in ("denies", "doubts") and not expected:
                return None
            end = cue if quotative is None else quotative
        somebody = self.masked.startswith("と話", cue) and _SOMEBODY.search(self.masked, max(0, cue - 4), cue)
        if end - content < 4 or self._impersonal(source) or somebody:
            return None
        return self._make(source, hit, (Span(content, end),), "indirect", commitment, "topic … cue")

    def _after_contrast(self, low: int, cue: int) -> int:
        """Return where the last clause before a cue begins, if it has a topic of its own ("…지만 보스는")."""
        ends = [h.end - self.start for h in self.unit.labelled("contrasts") if low < h.end - self.start < cue]
        return next((end for end in reversed(ends) if self._topic(end, cue) is not None), low)

    def _before_quotative(self, cue: int) -> int | None:
        match = _KO_QUOTATIVE.search(self.masked, 0, cue)
        return match.start() + (1 if match[0][0] in "다" else 0) if match else None

    def _topic(self, low: int, cue: int) -> tuple[Span, int] | None:
        pattern = _KO_TOPIC if self.code == "ko" else _JA_TOPIC
        best = None
        for match in pattern.finditer(self.masked, low, cue):
            best = best or match
            if match["particle"] in ("は", "은", "는", "께서"):
                best = match
                break
        if best is None:
            return None
        source = self._strip(*best.span("who"))
        return (source, best.end()) if source else None

    # ------------------------------------------------------------ shared

    def _quote_at(self, at: int) -> Span | None:
        spans = (Span(q.start - self.start, q.end - self.start) for q in self.unit.quotes)
        return next((s for s in spans if abs(s.start - at) <= 1), None)

    def _quote_before(self, at: int) -> Span | None:
        gap = 4 if self.code == "ko" else 2
        near = [q for q in self.unit.quotes if -1 <= at - (q.end - self.start) <= gap]
        return Span(near[-1].start - self.start, near[-1].end - self.start) if near else None

    def _is_person(self, topic: tuple[Span, int] | None) -> bool:
        return topic is not None and ends_in_person(self.masked[topic[0].start : topic[0].end], self.unit.lexicon)

    def _impersonal(self, source: Span) -> bool:
        return self.masked[source.start : source.end] in self.unit.lexicon.words["impersonal"]

    def _unverbed(self) -> list[Frame]:
        """Read a quotation with its speaker behind it, or a name and a colon before it."""
        pattern = self.unit.lexicon.patterns["inverted_quote"]
        after = pattern.search(self.masked) if pattern is not None else None
        if after is not None and self.unit.quotes:
            quote = [q for q in self.unit.quotes if q.end - self.start <= after.start("who")][-1:]
            if quote:
                span = Span(quote[0].start - self.start, quote[0].end - self.start)
                return [self._make(Span(*after.span("who")), None, (span,), "direct", "asserts", "quote, speaker")]
        match = re.match(r"\s*([^，。：:\u0002]{1,12})[：:]\s*(\u0002+)\s*$", self.masked)
        if match is None or (self._is_clause(Span(*match.span(1))) and owner(match[1], self.code) is None):
            return []
        return [self._make(Span(*match.span(1)), None, (Span(*match.span(2)),), "direct", "asserts", "name: quote")]

    def _make(
        self, source: Span | None, hit: Hit | None, contents: tuple[Span, ...], kind: str, commitment: Commitment,
        rule: str,
    ) -> Frame:  # fmt: skip
        first = source is not None and self.masked[source.start : source.end] in self.unit.lexicon.words["first_person"]
        begins = min(s.start for s in (source, contents[0], Span(hit.start - self.start, 0) if hit else None) if s)
        comma = _COMMA.search(self.masked)  # "though nobody believes it, X says P": the concession is over before X
        conceded = any(h.start == self.start for h in self.unit.labelled("concessions"))
        conceded &= comma is None or begins < comma.start()
        spans = tuple(self._to_comma(c) if conceded else c for c in contents)
        return Frame(
            source=self._shift(source) if source else None,
            cue=Span(hit.start, hit.end) if hit else None,
            contents=tuple(self._shift(s) for s in spans),
            kind="direct" if kind == "direct" else "indirect",
            commitment=commitment,
            rule=rule,
            embedded=conceded,
            cue_negated=False,
            first_person=first,
        )

    def _to_comma(self, span: Span) -> Span:
        match = _COMMA.search(self.masked, span.start, span.end)
        return Span(span.start, match.start()) if match else span

    def _shift(self, span: Span) -> Span:
        return Span(span.start + self.start, span.end + self.start)
