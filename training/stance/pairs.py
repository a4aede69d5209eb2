"""Training pairs of question and text: public sets that allow it, and our own corpus.

The public files are JSON Lines with ``question``, ``text``, ``label`` (stance sets) or ``hypothesis``, ``premise``,
``label`` (inference sets). They are read from a folder of the user's and never copied.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LABELS = ("yes", "no", "none", "mixed")
OWN = Path(__file__).parents[1] / "corpora" / "stance"
_PROGRESS = ("scale", "pace", "data", "bench", "bubble", "reason", "agi", "progress", "compute", "limits", "small")
_KIN = {f"own:{name}" for name in ("ai-wall", "agi-soon", "data-run-out", "reason-real", "ai-bubble")}
"""Questions of our first corpus on one and the same debate, whether AI goes on progressing."""
_HELD = {f"own:{name}" for name in ("selfdriving", "pension", "minwage", "eu-veto", "ai-jobs", "remote")}
STANCE_SETS = ("perspectrum", "ibm_claim_stance", "argkp")
OTHER = {"yes": "no", "no": "yes", "none": "none", "mixed": "mixed"}
"""What a text answers to the opposite of a question."""
_INFERENCE = {"entailment": "yes", "contradiction": "no", "neutral": "none"}

# English statements of debating sets as questions and as bare topics, so that users may ask in any form.
_WE_SHOULD = re.compile(r"^we should (?P<do>.+?)[.?]?$", re.IGNORECASE)
_SHOULD = re.compile(r"^(?P<who>(?!we\b|this\b).{3,60}?) should (?P<do>.+?)[.?]?$", re.IGNORECASE)
_HOUSE = re.compile(
    r"^this house (?:believes (?:that )?|supports (?P<for>)|(?P<would>would ))(?P<rest>.+?)[.?]?$", re.I
)
_FOR = re.compile(
    r"^we should (?:adopt|allow|legali[sz]e|subsidi[sz]e|introduce|increase|support|promote|encourage|fund|keep|permit|"
    r"further exploit) (?P<topic>.+?)[.?]?$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"^we should (?:ban|abolish|end|abandon|prohibit|limit|fight|oppose|restrict) (?:the use of )?(?P<topic>.+?)[.?]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Pair:
    """A question or statement, a text, and what the text answers. ``group`` keeps wordings of a question together."""

    question: str
    text: str
    label: str
    origin: str
    group: str


def held_out(pair: Pair) -> bool:
    """Tell whether a pair's question is kept for calibration: an eighth of the public ones, a tenth of our own."""
    if pair.origin == "own":
        return pair.group in _HELD or (_numbered(pair.group) and random.Random(pair.group).random() < 0.1)
    return random.Random(pair.group).random() < 0.12


def stance_sets(folder: Path, chance: random.Random) -> list[Pair]:
    """Read the public stance sets; each question is asked in a form drawn at random."""
    pairs = []
    for name in STANCE_SETS:
        for row in _rows(folder / "stance" / f"{name}.jsonl"):
            if row["label"] in ("yes", "no"):
                question, label = reworded(row["question"], row["label"], chance)
                pairs.append(Pair(question, row["text"], label, name, f"{name}:{row['question'].casefold()}"))
    return pairs


def point_sets(folder: Path) -> list[Pair]:
    """Read which arguments make which key points: one that makes another point takes no side on this one.

    Arguments stand beside key points of their own side of the topic, so nothing in them says no to one. Pairs on which
    the annotators did not agree are left out.
    """
    rows = _rows(folder / "keypoint" / "argkp_train.jsonl")
    label = {1: "yes", 0: "none"}
    return [
        Pair(row["key_point"], row["argument"], label[row["label"]], "argkp_points", f"argkp:{row['topic'].casefold()}")
        for row in rows
        if row["label"] is not None
    ]


def inference_sets(folder: Path) -> list[Pair]:
    """Read the public inference sets: the hypothesis is the statement that the premise supports or not."""
    pairs = []
    for name in ("snli_cad", "rte3_fr"):
        for row in _rows(folder / "nli" / f"{name}.jsonl"):
            label = _INFERENCE[row["label"]]
            pairs.append(Pair(row["hypothesis"], row["premise"], label, name, f"{name}:{row['hypothesis']}"))
    return pairs


def reworded(statement: str, label: str, chance: random.Random) -> tuple[str, str]:
    """Return a statement in one of its forms, with the label that fits it."""
    other = OTHER[label]
    forms = [(statement, label), (statement, label)]
    if found := _WE_SHOULD.match(statement):
        forms += [(f"Should we {found['do']}?", label)] * 2
    elif found := _SHOULD.match(statement):
        forms.append((f"Should {_lower(found['who'])} {found['do']}?", label))
    elif found := _HOUSE.match(statement):
        rest = found["rest"]
        forms.append((f"We should {rest}" if found["would"] else rest[0].upper() + rest[1:], label))
    if found := _FOR.match(statement):
        forms.append((found["topic"], label))
    elif found := _AGAINST.match(statement):
        forms.append((found["topic"], other))
    return chance.choice(forms)


def _lower(words: str) -> str:
    return words if len(words) > 1 and words[1].isupper() else words[0].lower() + words[1:]


def unrelated(pairs: Sequence[Pair], share: float, chance: random.Random) -> list[Pair]:
    """Make ``none`` pairs: a text beside a question of another group of the same set.

    Questions of our own on one and the same debate are not paired: their texts bear on each other.
    """
    made = []
    by_origin: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_origin.setdefault(pair.origin, []).append(pair)
    for origin in sorted(by_origin):
        pool = by_origin[origin]
        for pair in chance.sample(pool, int(share * len(pool))):
            other = chance.choice(pool)
            if debate(other.group) != debate(pair.group):
                made.append(Pair(other.question, pair.text, "none", origin, other.group))
    return made


def debate(group: str) -> str:
    """Return the debate of a question's group: of our own questions, those that bear on each other share one.

    The ids of the corpus's later files (``f8-scale-grows``) name it behind the tag of the file.
    """
    if group in _KIN:
        return "progress"
    if not _numbered(group):
        return group
    tag, word = group.removeprefix("own:").split("-")[:2]
    progress = tag in ("p1", "p2") or tag.startswith("r") or (tag == "f8" and word in _PROGRESS)
    return "progress" if progress else f"{tag}-{word}"


def _numbered(group: str) -> bool:
    return re.match(r"own:[fgkmpqr]\d-", group) is not None


def own_corpus(wordings: int, chance: random.Random, *, inverse: bool = True) -> list[Pair]:
    """Read our own corpus: each text beside some wordings of its question, drawn at random from all languages.

    Without ``inverse``, wordings that ask for the opposite are left out.

    ``questions*.jsonl`` hold {id, field, forms}: wordings {g: language, t: text, inverse: whether it asks for the
    opposite}. ``pairs*.jsonl`` hold {q: question id, l: label, g: language, t: text}.
    """
    forms = {row["id"]: row["forms"] for row in own_questions()}
    pairs = []
    for row in own_texts():
        known = [form for form in forms[row["q"]] if inverse or not form.get("inverse")]
        for form in chance.sample(known, min(wordings, len(known))):
            label = OTHER[row["l"]] if form.get("inverse") else row["l"]
            pairs.append(Pair(form["t"], row["t"], label, "own", f"own:{row['q']}"))
    return pairs


def own_questions() -> list[dict[str, Any]]:
    """Read all questions of our own corpus, in the order of the files' names."""
    return [row for path in sorted(OWN.glob("questions*.jsonl")) for row in _rows(path)]


def own_texts() -> list[dict[str, Any]]:
    """Read all texts of our own corpus, in the order of the files' names."""
    return [row for path in sorted(OWN.glob("pairs*.jsonl")) for row in _rows(path)]


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)
