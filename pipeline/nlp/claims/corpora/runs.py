"""Runs: German sentences that go on in the mood of reported speech, as corpora of speech representation count them.

A run is all sentences that follow each other with their main verb in Konjunktiv, whoever says something inside them:
"Er habe gehofft, dass P" reports a hope, and is itself part of what is reported. Only a sentence whose own main clause
names who says it ends a run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.nlp.claims.corpora.acts import Act
from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.pairing import touch, within
from pipeline.nlp.claims.rules.discourse import MOOD
from pipeline.nlp.claims.rules.main_clauses import in_mood, main_parts
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.quotes import Quote
from pipeline.nlp.claims.words.tokens import Token
from pipeline.records import Passage, Span

CODE = "de"
THUS = "demnach"
_MOST = 0.7
"""Share of a sentence from which an act that is seen in it is the sentence itself."""
_OWN = ("sein", "ihr", "eigen")


def with_runs(text: str, passages: Sequence[Passage], quotes: Sequence[Quote], acts: Sequence[Act]) -> list[Act]:
    """Return the acts with the runs of German sentences whole."""
    lexicon = lexicons.load(CODE)
    return list(acts) if lexicon is None else _Runs(text, passages, quotes, acts, lexicon).acts()


class _Runs:
    def __init__(
        self, text: str, passages: Sequence[Passage], quotes: Sequence[Quote], acts: Sequence[Act], lexicon: Lexicon
    ) -> None:
        self.text = text
        self.passages = passages
        self.quotes = quotes
        self.lexicon = lexicon
        self.seen: list[list[Act]] = [[a for a in acts if _begins(a, p)] for p in passages]
        self.all = acts

    def acts(self) -> list[Act]:
        """Return what is no part of a run, and each run as one act."""
        runs = self._runs()
        taken = {id(a) for run in runs for index, _ in run for a in self._covering(index)}
        thus = [(index, word) for index in range(len(self.passages)) if (word := self._thus(index)) is not None]
        taken |= {id(a) for index, _ in thus for a in self._covering(index)}
        spans = [self._span(index) for run in runs for index, _ in run] + [self._span(index) for index, _ in thus]
        taken |= {id(a) for a in self.all if self._is_run(a) and any(touch(a.contents[0], s) for s in spans)}
        kept = [a for a in self.all if id(a) not in taken]
        kept += [self._act([index for index, _ in run], run[0][1]) for run in runs]
        kept += [self._by_word(index, word) for index, word in thus]
        return sorted(kept, key=lambda a: a.contents[0].start)

    def _act(self, sentences: Sequence[int], before: Act) -> Act:
        """Return a run as an act of whoever spoke before it."""
        frame = replace(before.frame, kind="indirect", rule=MOOD)
        return replace(before, frame=frame, contents=tuple(self._span(index) for index in sentences))

    def _thus(self, index: int) -> Span | None:
        """Return "demnach" in a main clause: it stands for the report that was told of, and is its source."""
        if self.passages[index].language != CODE:
            return None
        parts = main_parts(self.text, self.passages[index], self.quotes, self.lexicon)
        return next((Span(t.start, t.end) for part in parts for t in part if t.norm == THUS), None)

    def _by_word(self, index: int, word: Span) -> Act:
        """Return a sentence as what "demnach" says, without that word."""
        whole = self._span(index)
        before = Span(whole.start, whole.start + len(self.text[whole.start : word.start].rstrip()))
        rest = self.text[word.end : whole.end]
        behind = Span(word.end + len(rest) - len(rest.lstrip()), whole.start + len(self._words(whole)))
        contents = tuple(s for s in (before, behind) if s.start < s.end)
        return Act(Frame(word, word, contents, "indirect", "reports", MOOD), contents)

    def _words(self, span: Span) -> str:
        """Return a sentence without the mark that ends it."""
        return self.text[span.start : span.end].rstrip(" .!?")

    def _runs(self) -> list[list[tuple[int, Act]]]:
        """Return the runs: the sentences of each, with the act that each of them goes on with."""
        runs: list[list[tuple[int, Act]]] = []
        last = -2
        for index, passage in enumerate(self.passages):
            act = None
            if passage.language == CODE and self._thus(index) is None:
                act = self._own_run(index) or self._gone_on(index, runs[-1][-1][1] if last == index - 1 else None)
            if act is not None:
                if last != index - 1:
                    runs.append([])
                runs[-1].append((index, act))
                last = index
        return runs

    def _own_run(self, index: int) -> Act | None:
        """Return the run that was read to hold a sentence."""
        span = self._span(index)
        held = [a for a in self.all if self._is_run(a) and any(_covers(c, span) for c in a.contents)]
        return max(held, key=lambda a: a.frame.source.start if a.frame.source else -1, default=None)

    def _gone_on(self, index: int, run: Act | None) -> Act | None:
        """Return the act that a sentence in the mood goes on with: the run, or what is said in the sentence before."""
        before = run or (self._last(index - 1) if index else None)
        parts = main_parts(self.text, self.passages[index], self.quotes, self.lexicon)
        if before is None or not in_mood(self.text, parts, self.lexicon, running=run is not None):
            return None
        return None if any(self._names(act, parts) for act in self.seen[index]) else before

    def _last(self, index: int) -> Act | None:
        named = [a for a in self.seen[index] if a.frame.source is not None]
        return named[-1] if named else None

    def _names(self, act: Act, parts: Sequence[Sequence[Token]]) -> bool:
        """Tell whether an act's speaker and cue stand in a main clause of the author's own mood."""
        cue, source = act.frame.cue, act.frame.source
        if cue is None or source is None or within(cue, act.contents):
            return False  # "Zuerst habe sie damit gerechnet, dass P": the sentence itself is what is said
        if cue.start > parts[0][0].start and self.text[cue.start].isupper():
            return False  # a noun
        held = [p for p in parts if p[0].start <= cue.start < p[-1].end]
        first = self.text[source.start : source.end].lower().split()[0]
        if not held or first.startswith(_OWN):
            return False
        words = [t for t in held[0] if cue.start <= t.start < cue.end]
        return not in_mood(self.text, [words] if words else [], self.lexicon)

    def _covering(self, index: int) -> list[Act]:
        """Return the reports that are seen in a sentence and hold nearly all of it."""
        span = self._span(index)
        return [a for a in self.seen[index] if a.frame.kind == "indirect" and _share(a.contents, span) >= _MOST]

    def _is_run(self, act: Act) -> bool:
        """Tell whether an act is a run: whole sentences, in none of which it is said who speaks."""
        first, last = self._home(act.contents[0]), self._home(act.contents[-1])
        if act.frame.rule.startswith(MOOD):
            return first.language == CODE
        named = [s for s in (act.frame.cue, act.frame.source) if s is not None and first.start <= s.start < last.end]
        return first.language == CODE and act.frame.kind == "indirect" and not named

    def _home(self, span: Span) -> Passage:
        return next((p for p in reversed(self.passages) if p.start <= span.start), self.passages[0])

    def _span(self, index: int) -> Span:
        return Span(self.passages[index].start, self.passages[index].end)


def _begins(act: Act, passage: Passage) -> bool:
    return passage.start <= act.contents[0].start < passage.end


def _share(contents: Sequence[Span], span: Span) -> float:
    shared = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in contents)
    return shared / max(1, span.end - span.start)


def _covers(content: Span, span: Span) -> bool:
    return _share((content,), span) >= _MOST
