"""Whether a holder changed their mind, or only seems to have.

Somebody's answers of one day are weighed together; a day that leans to neither side is no ground for a turn. What then
differs from the answer that stood is told apart, in this order:

``older_report``: the text tells that it was said before; it takes its place there, or none if no date is told.
``reporting``: others report it, in a rendering of the holder's own words of that other answer or with drifted words.
``narrowed``: the answer is kept for a part ("only", "for now"), or given for both sides.
``overtaken``: both are about the state of things on their day, and that moved on: "so far", another number.
``reversal``: the holder now says the opposite. Only this is a change of mind.
``unsure``: one of the two readings is too doubtful to call it anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import cast

from pipeline.cluster.corpus import when
from pipeline.cluster.lexicon import Pattern, pattern, read
from pipeline.cluster.retractions import retraction
from pipeline.cluster.statements import SURE, Statement
from pipeline.cluster.timing import older, said
from pipeline.records import Origin, Said, Shift, ShiftKind, StanceLabel

TURN = 0.7
"""Probability from which an answer can show a change of mind: a doubtful reading is no turn."""
ONE_SIDED = 0.67
"""Share of a day's answers, by probability, that one side must have."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a holder: the entry it is, and what is known of how and when it was given."""

    entry: int
    statement: Statement
    label: StanceLabel
    probability: float
    said: Said | None
    own: bool
    """In the holder's own words: as author, or quoted directly."""
    drifted: bool
    """A print of other words than the original's."""
    retracts: str = ""
    """Words of the holder in the same article that take an earlier answer back: "I was wrong"."""

    @property
    def day(self) -> date:
        """The last day on which it can have been given."""
        told = self.said.last if self.said else None
        return told or when(self.statement.article).date()


@dataclass(frozen=True, slots=True)
class _Day:
    """What a holder answered on one day."""

    label: StanceLabel
    answers: tuple[Answer, ...]

    @property
    def best(self) -> Answer:
        """The answer that shows it best: own words first, then the surest."""
        mine = [a for a in self.answers if a.label == self.label] or list(self.answers)
        return min(mine, key=lambda a: (not a.retracts, not a.own, -a.probability, a.entry))

    @property
    def retracts(self) -> str:
        """The first words that take an earlier answer back."""
        return next((a.retracts for a in self.answers if a.retracts), "")

    @property
    def sure(self) -> bool:
        """Whether a turn may rest on it: read with some certainty, or said to be one in so many words."""
        best = self.best
        return best.probability >= TURN or (best.probability >= 0.5 and bool(self.retracts))


def answer(entry: int, statement: Statement, question: int, drifted: frozenset[str], retracts: str = "") -> Answer:
    """Make the answer of one entry; ``retracts`` are words of another sentence of the article.

    They are of the day of the article, and so say nothing of an answer of which it tells that it was given before.
    """
    stance, claim = statement.stances[question], statement.claim
    written = claim.holder is None or claim.holder.kind == "author"
    own = written or (claim.quoted == "direct" and claim.id not in drifted)
    told = said(statement)
    taken_back = retraction(statement) or ("" if told else retracts)
    return Answer(entry, statement, stance.label, stance.probability, told, own, claim.id in drifted, taken_back)


def shifts(answers: Sequence[Answer], origins: Mapping[str, Origin]) -> tuple[tuple[Shift, ...], StanceLabel | None]:
    """Return what differs from what stood before, in the order of the entries, and the answer that stands now."""
    found = [Shift(a.entry, None, "older_report", a.said.text if a.said else "") for a in answers if _undated(a)]
    stands: _Day | None = None
    before: list[Answer] = []
    for day in _days([a for a in answers if not _undated(a)]):
        if stands is None or day.label == stands.label:
            if stands and stands.sure and day.retracts:  # nobody takes back what they say again: one side was misread
                found.append(Shift(day.best.entry, stands.best.entry, "unsure", day.retracts))
            stands = _firmer(stands, day)
        else:
            kind, why = _kind(stands, day, before, origins)
            found.append(Shift(day.best.entry, stands.best.entry, kind, why))
            stands = day if kind in ("reversal", "narrowed", "overtaken") else stands
        before += day.answers
    told = {shift.entry for shift in found}
    found += [Shift(a.entry, None, "older_report", a.said.text) for a in answers if a.said and a.entry not in told
              and older(a.said, a.statement)]  # fmt: skip
    return tuple(sorted(found, key=lambda s: s.entry)), stands.label if stands else None


def _undated(given: Answer) -> bool:
    return given.said is not None and given.said.last is None


def _firmer(stands: _Day | None, day: _Day) -> _Day:
    """Keep the day on which an answer was surest; a doubtful first answer is replaced by a sure one."""
    return (
        day if stands is None or (day.sure, day.best.probability) > (stands.sure, stands.best.probability) else stands
    )


def _days(answers: Sequence[Answer]) -> list[_Day]:
    """Weigh the answers of each day, oldest day first; a day that is about evenly divided is left out."""
    by_day: dict[date, list[Answer]] = defaultdict(list)
    for given in answers:
        by_day[given.day].append(given)
    days = []
    for moment in sorted(by_day):
        own = by_day[moment]
        weight: dict[StanceLabel, float] = defaultdict(float)
        for given in own:
            weight[given.label] += max(given.probability - 0.4, 0.01)
        label = max(sorted(weight), key=lambda name: weight[name])
        if weight[label] >= ONE_SIDED * sum(weight.values()):
            days.append(_Day(label, tuple(own)))
    return days


def _kind(stands: _Day, day: _Day, before: Sequence[Answer], origins: Mapping[str, Origin]) -> tuple[ShiftKind, str]:
    """Tell what a differing answer is, and on which words or relation that rests."""
    then, now = stands.best, day.best
    if not now.own and (why := _reported(now, before, origins)):
        return "reporting", why
    taken_back = day.retracts
    if taken_back and stands.sure and day.sure and "mixed" not in (stands.label, day.label):
        return "reversal", taken_back
    if day.label == "mixed" or stands.label == "mixed":
        return ("narrowed", "both sides") if day.label == "mixed" else ("unsure", "both sides before")
    if words := _new(now, then, "meant"):
        return "narrowed", words
    if (words := _new(now, then, "narrows")) and now.probability < TURN + 0.15:
        return "narrowed", words
    if words := _overtaken(then, now):
        return "overtaken", words
    if not stands.sure or not day.sure:
        return "unsure", ""
    return "reversal", ""


def _reported(now: Answer, before: Sequence[Answer], origins: Mapping[str, Origin]) -> str:
    """Tell whether others' words put it otherwise than the holder did, and what shows that."""
    if now.drifted:
        return "its words drifted"
    family = origins[now.statement.article.id].family_id
    renders = origins[now.statement.article.id].role not in ("original", "unknown")
    own = [a for a in before if a.own and a.label != now.label and a.probability >= SURE]
    if renders and any(origins[a.statement.article.id].family_id == family for a in own):
        return "renders an article with the holder's own words"
    return ""


def _overtaken(then: Answer, now: Answer) -> str:
    """Return the words that tie the earlier answer to its day, where the later is about a fact as well."""
    dated = _cue(then, "so_far")
    if dated and (now.statement.quantities or _cue(now, "so_far")):
        return dated
    kinds = {(q.kind, q.unit) for q in then.statement.quantities if q.kind not in ("date", "duration")}
    same = [q for q in now.statement.quantities if (q.kind, q.unit) in kinds]
    return same[0].text if same and not (then.own and now.own and _opposed(then, now)) else ""


def _opposed(then: Answer, now: Answer) -> bool:
    """Tell whether one says and the other denies."""
    return then.statement.inverted != now.statement.inverted


def _new(now: Answer, then: Answer, kind: str) -> str:
    words = _cue(now, kind)
    return words if words and not _cue(then, kind) else ""


def _cue(given: Answer, kind: str) -> str:
    """Return the first words of a kind in the claim; "" if there are none."""
    return _words(given.statement, kind)


def _words(statement: Statement, kind: str) -> str:
    known = _cues()[kind].get(statement.claim.language)
    match = known.search(statement.claim.text) if known else None
    return match.group() if match else ""


@lru_cache(maxsize=1)
def _cues() -> Mapping[str, Mapping[str, Pattern]]:
    tables = cast("dict[str, dict[str, list[str]]]", read("turns.yaml"))
    return {kind: {lang: pattern(words) for lang, words in by.items()} for kind, by in tables.items()}
