"""Acts of saying in the form in which German corpora of speech representation (Redewiedergabe) count them.

Such corpora tell direct speech, indirect speech, sentences that go on in its mood and the mere report that somebody
spoke ("Voss lehnte den Plan ab") apart, and count each for itself: a run of sentences apart from the sentence that
names who says so, words between marks apart from the report around them, and of a mere report the whole sentence,
since no part of it alone is what was said. What was read is the same in both forms.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.nlp.claims.corpora.acts import Act, parted
from pipeline.nlp.claims.corpora.redebericht import wants, with_mere
from pipeline.nlp.claims.corpora.runs import with_runs
from pipeline.nlp.claims.frames import label_of
from pipeline.nlp.claims.fusion.plausible import is_bare
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rules.clauses import ATTITUDE
from pipeline.nlp.claims.rules.nominal import NOUN
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.quotes import Quote
from pipeline.nlp.claims.words.tokens import fold
from pipeline.records import Passage, Span

CODE = "de"
"""The language of these corpora."""
_INSERTED = ("preposition", "postposition", "clause, cue")
"""Rules of sources that stand inside or behind a clause."""
_NOUN_BEFORE = re.compile(r"[^\W\d_a-zß-ÿ]\w+\s\Z")
"""A noun right before a mark, whose name the mark opens: "das Schiff „Möwe“"."""
_OPENS = re.compile(
    r"(?:\b(?:d(?:ie|er|as|en|em)|(?:k?ein|sein|ihr|dies)\w{0,2})\s+(?:[a-zäöüß]+(?:e|en|er|em|es)\s+)*"
    r"|\b[a-zäöüß]+(?:e|en|er|em|es)\s+)\Z"
)
"""The article and the adjectives of a noun."""
_GENITIVE = re.compile(
    r"(?:\s+(?:des|der|eines|einer)\s+(?:[a-zäöüß]+\s+)*[A-ZÄÖÜ][\w-]+(?:\s+(?:„[^“]+“|[A-ZÄÖÜ][\w-]+|\(\w+\)))*)+"
)
_SECOND = re.compile(r"\bund\s[a-zäöüß]+(?:\s[a-zäöüß]+){0,3},\s")
"""A second verb with its adverbs, up to the mark before what is said: "und kündigte an, "."""
_NOBODY = frozenset({"es", "darin", "davon", "damit"})
"""Words beside a verb of saying that name nobody."""
_NAME = 6
"""Most words of a name behind its noun."""


def counted(text: str, passages: Sequence[Passage], acts: Sequence[Act], quotes: Sequence[Quote]) -> list[Act]:
    """Return the acts as such corpora count them; of other languages, with runs apart and nothing else."""
    form = _Form(text, passages, quotes)
    acts = [act for act in acts if act.frame.rule != ATTITUDE or form.home(act.contents[0]).language != CODE]
    acts = with_mere(text, passages, quotes, with_runs(text, passages, quotes, parted(text, passages, acts)))
    found: dict[tuple[Span, ...], Act] = {}
    for act in acts:
        lexicon = lexicons.load(CODE) if form.home(act.contents[0]).language == CODE else None
        for one in [act] if lexicon is None else form.of(act, lexicon):
            found.setdefault(one.contents, one)
    return list(found.values())


class _Form:
    def __init__(self, text: str, passages: Sequence[Passage], quotes: Sequence[Quote]) -> None:
        self.text = text
        self.passages = passages
        self.starts = [p.start for p in passages]
        self.quotes = quotes

    def home(self, span: Span) -> Passage:
        """Return the sentence that a span begins in."""
        return self.passages[max(0, bisect_right(self.starts, span.start) - 1)]

    def of(self, act: Act, lexicon: Lexicon) -> list[Act]:
        """Return one act with what stands between marks apart, and a mere report as its sentence."""
        second = self._second_verb(act, lexicon)
        if second is not None:
            first, behind = self._cut(act.contents, second)
            return [one for part in (first, behind) if part for one in self.of(replace(act, contents=part), lexicon)]
        act = self._with_noun(act, lexicon)
        if act.frame.kind == "direct":
            return self._by_sentence(act)
        marked = [q for c in act.contents for q in self.quotes if c.start <= q.start and q.end <= c.end]
        apart = [Span(q.start, q.end) for q in marked if not self._is_name(q)]
        inner = [replace(act, frame=replace(act.frame, kind="direct"), contents=(s,)) for s in apart]
        rest = self._without(act.contents, apart)
        if self._is_mere(act, rest, lexicon):
            home = self.home(act.contents[0])
            return inner or [replace(act, contents=(Span(home.start, home.end),))]
        return [act, *inner] if rest else inner

    def _by_sentence(self, act: Act) -> list[Act]:
        """Return a quotation parted where a sentence ends between two pieces of it: „P“, sagte Voss. „Q“.

        Pieces amid other words of one sentence are parts of a report: Die „Leute“ hätten „nichts getan“, so Voss.
        """
        parts: list[tuple[Span, ...]] = [act.contents[:1]]
        report = False
        for before, span in pairwise(act.contents):
            words = any(c.isalnum() for c in self.text[before.end : span.start])
            amid = words and not self._names(act, before.end, span.start) and self._is_marked(before, span)
            report |= amid
            if words and (self.home(before).start < self.home(span).start or amid):
                parts.append(())
            parts[-1] += (span,)
        found = [replace(act, contents=part) for part in parts]
        home, last = self.home(act.contents[0]), act.contents[-1].end
        if report and last <= home.end and not self._names(act, home.start, last):
            frame = replace(act.frame, kind="indirect")
            found.append(replace(act, frame=frame, contents=(Span(home.start, last),)))
        return found

    def _names(self, act: Act, start: int, end: int) -> bool:
        """Tell whether the cue or the speaker of an act stands in a stretch of text."""
        return any(s is not None and start <= s.start < end for s in (act.frame.cue, act.frame.source))

    def _is_marked(self, *spans: Span) -> bool:
        """Tell whether each of some spans begins with a mark of quotation."""
        return all(any(q.start == s.start for q in self.quotes) for s in spans)

    def _second_verb(self, act: Act, lexicon: Lexicon) -> Span | None:
        """Return "und kündigte an," inside a report: another verb of saying, behind which something else is said."""
        if act.frame.kind != "indirect" or act.frame.cue is None:
            return None
        home = self.home(act.contents[0])
        for found in _SECOND.finditer(self.text, max(act.frame.cue.end, act.contents[0].start), act.contents[-1].end):
            hits = Marked(self.text, Span(*found.span()), lexicon).hits
            says = any(label_of(h, "verbs", "separable") and self.text[h.start].islower() for h in hits)
            marked = any(q.start < found.start() < q.end for q in self.quotes)
            mood = lexicon.patterns["reported_mood"]
            reported = mood is not None and mood.search(self.text, *found.span()) is not None
            if says and not (marked or reported) and found.end() < home.end:
                return Span(*found.span())
        return None

    def _cut(self, contents: Sequence[Span], at: Span) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return what of contents stands before and behind a span."""
        end = at.start - len(self.text[: at.start]) + len(self.text[: at.start].rstrip(" ,"))
        first = tuple(Span(c.start, min(c.end, end)) for c in contents if c.start < end)
        return first, tuple(Span(max(c.start, at.end), c.end) for c in contents if c.end > at.end)

    def _without(self, contents: Sequence[Span], cut: Sequence[Span]) -> tuple[Span, ...]:
        """Return what is left of contents beside some spans inside them, as far as it holds a word."""
        left: list[Span] = []
        for content in contents:
            at = content.start
            for span in (*(c for c in cut if content.start <= c.start < content.end), Span(content.end, content.end)):
                left.append(Span(at, span.start))
                at = span.end
        return tuple(s for s in left if any(c.isalnum() for c in self.text[s.start : s.end]))

    def _is_mere(self, act: Act, rest: Sequence[Span], lexicon: Lexicon) -> bool:
        """Tell whether an act only reports that somebody spoke: its words are an object of the verb, and no clause."""
        home, at = self.home(act.contents[0]), act.frame.source
        own = at is not None and home.start <= at.start < home.end and act.contents[-1].end <= home.end
        if not (rest and own) or act.frame.rule.startswith(_INSERTED):
            return False
        before = self.text[home.start : act.contents[0].start].rstrip()[-1:]
        after = self.text[act.contents[-1].end : home.end].lstrip()[:1]
        heads = [Span(s.start, s.start + len(self.text[s.start : s.end].split(",")[0])) for s in rest]
        wanted = act.frame.cue is not None and wants(self.text[act.frame.cue.start : act.frame.cue.end])
        # A bare clause stands behind a mark, or before one and its verb of saying; an object has none.
        return before not in (",", ":") and after != "," and (wanted or is_bare(self.text, heads, lexicon))

    def _is_name(self, quote: Quote) -> bool:
        """Tell whether marks hold a name ("das Schiff „Möwe“", „Neue Zeitung“), not words that somebody said."""
        words = self.text[quote.inner_start : quote.inner_end].split()
        if len(words) > 1 and not any(w[0].islower() for w in words):
            return True
        behind = _NOUN_BEFORE.search(self.text, max(0, quote.start - 40), quote.start) is not None
        return behind and len(words) <= _NAME and words[0][0].isupper()

    def _with_noun(self, act: Act, lexicon: Lexicon) -> Act:
        """Take "Angaben" of "nach Angaben der Werft" into the source; a noun of saying may be one itself."""
        source, cue, pattern = act.frame.source, act.frame.cue, lexicon.patterns["source_nouns"]
        noun = self._noun_before(act, lexicon)
        if noun is not None:
            return replace(act, frame=replace(act.frame, source=noun))
        if source is not None and self.text[source.start : source.end].lower() in _NOBODY:
            return replace(act, frame=replace(act.frame, source=None))
        if source is None or cue is None or pattern is None or cue.end > source.start:
            return act
        words = re.finditer(r"\w+", self.text[cue.start : source.start])
        found = next((m for m in words if m[0][0].isupper() and pattern.fullmatch(fold(m[0]))), None)
        span = Span(cue.start + found.start(), source.end) if found else source
        return replace(act, frame=replace(act.frame, source=span))

    def _noun_before(self, act: Act, lexicon: Lexicon) -> Span | None:
        """Return the noun of saying whose words a clause holds, where nobody else is named or somebody denies it.

        "Voss wies die Behauptung der Werft zurück, der Kai sei alt": it is the assertion that says so.
        """
        denied = act.frame.commitment in ("denies", "doubts") and act.frame.kind == "indirect"
        if not denied and not (act.frame.source is None and act.frame.rule.startswith(NOUN)):
            return None
        home, first = self.home(act.contents[0]), act.contents[0]
        opening = re.match(r"\w+", self.text[first.start :])
        word = fold(opening[0]) if opening else ""
        reason = lexicon.has("breaks", word) and not lexicon.has("complementizers", word)
        if reason or not self.text[home.start : first.start].rstrip().endswith(","):
            return None
        before = Marked(self.text, Span(home.start, act.contents[0].start), lexicon).hits
        nouns = [h for h in before if label_of(h, "nouns") and self.text[h.start].isupper()]
        if not nouns or ("," in self.text[nouns[-1].end : act.contents[0].start].rstrip(", ")):
            return None
        opens = _OPENS.search(self.text, home.start, nouns[-1].start)
        behind = _GENITIVE.match(self.text, nouns[-1].end, act.contents[0].start)
        return Span(opens.start() if opens else nouns[-1].start, behind.end() if behind else nouns[-1].end)
