"""How much of what takes a side on a question the first pass lets through: ``python benchmarks/first_pass.py``.

Reads our own corpora, on which nothing of the first pass was trained but whose articles its thresholds were set with:
whole articles on AI, each sentence labelled (``training/corpora/stance/articles-*.txt``), beside the shipped question;
and, for questions without statements, every tenth debate (``debates-*.jsonl``), each text beside one wording of its
question, drawn at random in whatever language, against texts of the next debate. Prints per language the share that is
given to the learned judge, of those that take a side and of those that take none. Two to four minutes.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from pipeline.cluster.stance import anchor_texts, pairs_needed, points_needed, stance_text
from pipeline.encode import Encoder, PointEncoder, centre, sentence_form
from pipeline.nlp.language import detect
from pipeline.records import Claim, Question, Span
from pipeline.run.options import find_config
from training.stance.articles import sentences
from training.stance.debates import debate_rows

Labelled = Sequence[tuple[str, str, bool]]
"""(language, text, whether it takes a side)."""
EVERY = 10


def main() -> None:
    """Print both parts."""
    question = find_config(None).questions[0]
    texts = [(one.language, one.text, one.label != "none") for one in sentences()]
    show(f"articles, beside {question.text!r}", texts, chosen(question, texts))
    chance, rows = random.Random(3), debate_rows()[::EVERY]
    own, read = [], []
    for row, other in zip(rows, rows[1:] + rows[:1], strict=True):
        asked = Question(row["id"], chance.choice(row["forms"])["t"])
        sided = [(one["g"], one["t"], True) for label in ("yes", "no") for one in row.get(label, ())]
        rest = [(one["g"], one["t"], False) for label in ("yes", "no", "none") for one in other.get(label, ())]
        own += [*sided, *rest]
        read += chosen(asked, [*sided, *rest])
    show("debates, beside a bare question", own, read)


def chosen(question: Question, texts: Labelled) -> list[bool]:
    """Tell of each text whether it is given to the judge."""
    claims = [claim(language, text) for language, text, _ in texts]
    pairs = [(stance_text(one), one.language) for one in claims]
    pairs += [(text, detect(text).code) for text in anchor_texts(question)]
    rows = centre(ENCODER.encode([sentence_form(text) for text, _ in pairs]), [language for _, language in pairs])
    vectors = dict(zip((text for text, _ in pairs), rows, strict=True))
    needed = points_needed([question], claims, vectors)
    points = dict(zip(needed, POINTS.encode(needed), strict=True)) if needed else {}
    read = {text for _, text in pairs_needed([question], claims, vectors, points)}
    return [stance_text(one) in read for one in claims]


def claim(language: str, text: str) -> Claim:
    """Make a claim of a bare text, asserted by its author."""
    whole = (Span(0, len(text)),)
    return Claim("c1_0", "a1_0", 0, len(text), text, language, whole, None, (), "none", False, False, (), (), (), 1.0)


def show(title: str, texts: Labelled, read: Sequence[bool]) -> None:
    """Print shares by language and over all."""
    language, sided, let = np.array([one[0] for one in texts]), np.array([one[2] for one in texts]), np.array(read)
    print(f"{title}: let through of those that take a side, and of those that take none")
    for code in (*sorted(set(language.tolist())), "all"):
        own = (language == code) | (code == "all")
        with_side, without = let[own & sided], let[own & ~sided]
        print(f"  {code:<4} {with_side.mean():.3f} of {len(with_side):<5} {without.mean():.3f} of {len(without)}")


ENCODER, POINTS = Encoder(), PointEncoder()

if __name__ == "__main__":
    main()
