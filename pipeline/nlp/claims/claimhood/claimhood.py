"""Is a passage a claim? A logistic sum of a few documented marks, so that every verdict can be explained.

The weights below are in log-odds. They were set by hand from what the marks mean (a question mark is nearly certain, a
missing verb is a strong hint, a figure a weak one), not fitted.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.nlp.claims.claimhood.questions import is_open_question, is_question
from pipeline.nlp.claims.claimhood.unasserted import is_note, unasserted
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.records import Evidence

WEIGHTS = {
    "bias": 1.8,
    "question": -6.0,
    "instruction": -4.5,
    "greeting": -4.5,
    "advert": -4.0,
    "navigation": -4.0,
    "code": -5.0,
    "fragment": -5.0,
    "lead_in": -8.0,
    "heading": -3.2,
    "no_predicate": -1.2,
    "bare_words": -2.0,
    "no_stop_mark": -0.5,
    "exclamation": -0.4,
    "figure": 0.5,
    "labelled_figure": 4.5,
    "attributed": 1.5,
    "length": 0.06,
    "long_tail_of_colon": -0.8,
    "truncated": -3.0,
    "link_title": -4.5,
    "title_case": -3.0,
    "reference": -3.0,
    "announcement": -8.0,
    "asked": -8.0,
    "request": -8.0,
    "offer": -8.0,
    "metadata": -8.0,
    "no_predication": -4.0,
    "bare_item": -8.0,
    "clause_alone": -8.0,
    "scene": -8.0,
    "elsewhere": -8.0,
    "licence": -8.0,
    "bidding": -8.0,
    "direction": -8.0,
    "broken_off": -8.0,
    "topics": -8.0,
    "verbless": -8.0,
    "asks_openly": -4.0,
}
"""Log-odds of each mark; ``length`` counts per word up to twenty."""

RULES, LEARNED = 0.25, 1.0
"""Weights of the two readers' log-odds: they look at the same words, so neither counts in full."""
_FORMS = (
    "announcement", "asked", "request", "offer", "metadata", "clause_alone", "scene", "elsewhere", "licence", "bidding",
    "direction", "broken_off", "topics", "verbless", "no_predication", "bare_item",
)  # fmt: skip
_CERTAIN = frozenset(("question", "code", "link_title", "lead_in", *_FORMS))
LABELS = ("claim", "claim", "question", "instruction", "advert", "navigation", "greeting", "fragment", "fiction")
"""Reasons in the order of the learned reader's labels."""

_REASONS = (
    "question", "instruction", "greeting", "advert", "navigation", "link_title", "code", "heading", "title_case",
    "truncated", "reference", "lead_in", *_FORMS[:-2], "fragment",
)  # fmt: skip
_LEAD = re.compile(r"^[\s>#*_\-–—•·▪●◦\[\]()«»“”\"„'‘’「『（【]*(?:\d{1,3}[.)]\s+)?[\s*_\[(«“\"„「『（【]*")
_FOLLOWING = re.compile(
    r"\b(?:following|below|folgende[nrsm]?|suivant(?:e|es|s)?|ci-dessous|siguientes?|seguenti?|seguintes?|volgende"
    r"|следующ\w+)\b|以下|如下|次の|다음|التالية",
    re.I,
)
_POINTING = re.compile(
    r"\b(?:this|these|as follows|like so|quest[oaie]|este|ést[ea]|esto|isto|ceci|celui-ci|celle-ci|les voici"
    r"|so(?: aus)?|dies|dieser|diese|dit|deze|zo|так(?:ой|ая|ое|ие|им|ов|ова|овы)?|вот (?:так|что|как)"
    r"|это|этот|эти)\s*[:：]\W*$|(?:这样|如此|这些|这个)的?[:：]\W*$|(?:これ|こう|こんな感じ|このような?もの)(?:だ|です|だった|でした)?[:：]\W*$"
    r"|(?:이렇다|이랬다|이렇습니다|이것이다)\s*[:：]\W*$|(?:كالتالي|كما يلي|هكذا|كالآتي)\s*[:：]\W*$",
    re.I,
)
"""A word at the end that points to what follows the colon."""
_BEHIND_PREPOSITION = re.compile(
    r"(?<!\w)(?:at|of|on|for|with|to|in|about|by|from|against|de|sur|pour|avec|sobre|con|por|para|di|per|su|com|em|van"
    r"|voor|met|op|auf|für|mit|über|an|von|gegen|на|об?|с|за|к|для|про|от|в)\s+$",
    re.I,
)
"""Before such a word, it points back: "our cranes are not built for this"."""
_LEAD_IN = 4
"""Most words of a line that stops at a colon and only leads over to what follows ("On the other hand:")."""
_ANSWERED = re.compile(r"[?？؟]\s+\w")
_STOP = re.compile(r"[.!?…。！？؟।:;)\]\"”»“」』）*]\s*$")
_FIGURE = re.compile(r"\d")
_LABELLED = re.compile(
    r"^[\s*\-–—•·]*(?=[^\n:：]*(?:[^\W\d]|\d{4}))[^\n:：]{1,60}[:：]\s*[~≈<>≥≤±+\-−]?\s*[$€£¥₽]?\s*\d[\d.,\s%]*"
)
_ADDRESS = re.compile(r"\]\([^()\s]*\)|https?://[^\s)\]]+")
_LINK = re.compile(r"^[\s\W\d]*\[[^\[\]]*\]\([^()\s]*\)\W*$")
_LINK_TITLE = re.compile(
    r"^\W*(?:GitHub - )?[\w.\-]+/[\w.\-/]+(?:\s*[·|:@]| at [0-9a-f]{7,}|\s*$)|^GitHub - "
    r"|^\W*[^.!?]{2,80} [·|] [^.!?]{2,40}$|^\W*\[\[[^\[\]]+\]\]\W*$"
)
"""Titles of linked pages: "owner/name: …", "Something · Some Site", "[[a-note-of-mine]]"."""
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…)\s*")
_CUT = re.compile(r"(?:\.\.\.|…)[\])\"”»]?\s*$")
_LABEL = re.compile(r"^[^.!?:：]{2,160}[:：]\s")
_ENDS_IN_ADDRESS = re.compile(r"(?:\]\([^()\s]*\)|https?://[^\s)\]]+)\W*$")
_CODE = re.compile(r"[{}<>=|\\;`_]|://|\(\)")
_WORD = re.compile(r"\w+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """``score``: probability that the passage is a claim; ``reason``: why not, if it is none."""

    score: float
    reason: str
    evidence: tuple[Evidence, ...]
    checkable: float = 0.5
    """Probability that it holds something that can be checked; one half where nobody can tell."""

    @property
    def is_claim(self) -> bool:
        """True from one half on."""
        return self.score >= 0.5


def judge(marked: Marked, *, attributed: bool, is_heading: bool, asks: bool = False) -> Verdict:
    """Return the verdict on one passage.

    Args:
        marked: the passage.
        attributed: somebody is said to say it.
        is_heading: it stands alone as a title, by its markup.
        asks: what is quoted in it is a question.
    """
    piece = marked.text[marked.span.start : marked.span.end]
    words = _ADDRESS.sub(lambda m: " " * len(m[0]), piece)
    marks = _marks(marked, words, piece, attributed=attributed, is_heading=is_heading)
    marks |= {name: 1.0 for name, value in _furniture(marked, words, piece, attributed=attributed).items() if value}
    predicate = "no_predicate" not in marks
    forms = unasserted(marked, words, attributed=attributed, predicate=predicate)
    marks |= {name: 1.0 for name, value in forms.items() if value}
    if asks:
        marks["question"] = 1.0
    total = WEIGHTS["bias"] + sum(WEIGHTS[name] * amount for name, amount in marks.items())
    score = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    span = marked.span
    evidence = tuple(
        Evidence("claim", f"{name} {WEIGHTS[name] * amount:+.2f}", piece, span.start, span.end)
        for name, amount in sorted(marks.items())
        if name != "length"
    )
    return Verdict(round(score, 4), _reason(marks), evidence)


def weigh(verdict: Verdict, labels: Sequence[float], marked: Marked, verifiable: float | None = None) -> Verdict:
    """Return a verdict that counts what the learned reader says of the sentence too (``labels`` as in ``Tagged``).

    The log-odds of both are added with the weight of each; a rule that is all but certain outweighs any doubt.
    """
    span = marked.span
    piece = marked.text[span.start : span.end]
    checkable = verdict.checkable if verifiable is None else verifiable
    # A question with its answer ("Is it fast? Yes!") asserts; the learned reader sees the question alone.
    if not labels or (verdict.is_claim and _ANSWERED.search(piece)):
        return replace(verdict, checkable=checkable)
    claim = min(max(sum(labels[:2]), 0.001), 0.999)
    learned = LEARNED * math.log(claim / (1 - claim))
    rules = math.log(max(verdict.score, 1e-6) / max(1 - verdict.score, 1e-6))
    # A question by its form is one, whatever it suggests; so are code and the titles of links.
    named = {e.rule.partition(" ")[0] for e in verdict.evidence}
    certain = rules < 0 and not named.isdisjoint(_CERTAIN)
    total = rules + learned / 2 if certain else RULES * rules + learned
    score = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    best = max(range(2, len(labels)), key=lambda at: labels[at])
    reason = verdict.reason if rules < 0 else LABELS[best]
    note = Evidence("claim", f"learned reader {learned:+.2f}", piece, span.start, span.end)
    return Verdict(round(score, 4), reason, (*verdict.evidence, note), checkable)


def _reason(marks: dict[str, float]) -> str:
    named = [name for name in _REASONS if marks.get(name)]
    return named[0] if named else "fragment"


def _marks(marked: Marked, piece: str, raw: str, *, attributed: bool, is_heading: bool) -> dict[str, float]:
    lead = _LEAD.match(piece)
    first = marked.span.start + (lead.end() if lead else 0)
    size = _size(piece)
    stopped = _STOP.search(piece) is not None
    predicate = _has_predicate(marked, piece, strict=not stopped)
    values = {
        "question": is_question(marked, piece),
        "asks_openly": not attributed and is_open_question(piece),
        "instruction": _starts_with(marked, "imperatives", first) and not attributed,
        "greeting": _starts_with(marked, "greetings", first) and size <= 16 and not attributed,
        "advert": bool(marked.of("promo")) and not attributed,
        "navigation": _LINK.match(raw) is not None
        and (size < 8 or not predicate or raw.lstrip(" *-").startswith("![")),
        "code": len(_CODE.findall(piece)) > max(3, len(piece) // 14),
        "fragment": size < 3 and not _LABELLED.match(piece),
        "heading": is_heading,
        "no_predicate": not predicate,
        "bare_words": not predicate and not stopped,
        "no_stop_mark": not stopped,
        "exclamation": piece.rstrip()[-1:] in "!！" and size <= 4,
        "figure": bool(_FIGURE.search(piece)),
        "labelled_figure": bool(_LABELLED.match(piece)) and size >= 2 and not is_note(piece),
        "attributed": attributed,
        "long_tail_of_colon": piece.rstrip()[-1:] in ":：",
        "lead_in": piece.rstrip()[-1:] in ":：" and not attributed and _leads_in(piece),
    }
    marks = {name: 1.0 for name, value in values.items() if value}
    marks["length"] = float(min(size, 20))
    return marks


def _furniture(marked: Marked, piece: str, raw: str, *, attributed: bool) -> dict[str, bool]:
    """Return marks of words that stand on a page without asserting anything: titles, references, cut teasers."""
    stopped = _STOP.search(piece) is not None
    return {
        "link_title": _LINK_TITLE.match(raw) is not None,
        "title_case": not stopped and not attributed and _is_title(marked, piece),
        "reference": _ENDS_IN_ADDRESS.search(raw) is not None and not stopped and not marked.of("finite"),
        "truncated": _CUT.search(raw) is not None and _is_cut(raw, attributed=attributed),
    }


def _is_title(marked: Marked, piece: str) -> bool:
    """True for capitals on nearly every word, in languages that write titles so."""
    words = [t.text for t in marked.tokens if t.is_word and t.text[0].isalpha()]
    long = [w for w in words if len(w) > 3]
    return (
        not marked.lexicon.inverted
        and 2 <= len(words) <= 16
        and len(long) > 1
        and all(w[0].isupper() for w in long)
        and (_LABEL.match(piece) is None)
    )


def _is_cut(piece: str, *, attributed: bool) -> bool:
    """True for a teaser: a label before it, an opened bracket or quotation, or cut at both ends.

    A subtitle may stand between ellipses for style ("…Everyone was wrong…"): then it starts with a capital.
    """
    opened = piece.count("(") > piece.count(")") or piece.count("“") > piece.count("”")
    start = _ELLIPSIS.match(piece)
    cut_off = start is not None and not piece[start.end() : start.end() + 1].isupper()
    return opened or cut_off or (not attributed and _LABEL.match(piece) is not None)


def _leads_in(piece: str) -> bool:
    """True for words that announce what follows and assert no more than that something does."""
    if _size(piece) <= _LEAD_IN or _FOLLOWING.search(piece) is not None:
        return True
    pointing = _POINTING.search(piece)
    return pointing is not None and _BEHIND_PREPOSITION.search(piece[: pointing.start()]) is None


def _size(piece: str) -> int:
    """Return the number of words; two CJK characters count as one."""
    cjk = len(_CJK.findall(piece))
    return len(_WORD.findall(_CJK.sub(" ", piece))) + cjk // 2


def _starts_with(marked: Marked, name: str, first: int) -> bool:
    return any(h.start == first for h in marked.of(name))


def _has_predicate(marked: Marked, piece: str, *, strict: bool) -> bool:
    """``strict``: endings that nouns share ("Updates") are no evidence of a verb."""
    if strict and marked.lexicon.code == "en":
        return bool(marked.of("finite")) or any(n.startswith("verbs") for h in marked.hits for n in h.labels)
    if marked.of("finite") or any(n.startswith(("verbs", "weak", "about")) for h in marked.hits for n in h.labels):
        return True
    pattern = marked.lexicon.patterns["finite_patterns"]
    return pattern is not None and pattern.search(piece) is not None
