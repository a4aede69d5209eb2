"""How likely a claim bears on a question, seen what the judge reads in it and what the claims around it do.

Claims that take a side on a question stand together: an article on the matter has many, and in a digest those of one
item do. What a judge of pairs reads in one claim alone ("prompts cannot scale") is much less sure than it says, and
what stands around tells nearly as much.
"""

from __future__ import annotations

from collections.abc import Sequence

AROUND = 9
"""Claims before and after a claim that are looked at."""
USUAL, WEIGHT = 0.4, 2
"""Share of claims that bear on a question where nothing is known of the surroundings, and the claims it counts for: who
feeds in a sentence or two means them to be about the question."""
ALONE = 10.0
"""How much likelier it is in a corpus than among the texts of the judge's calibration that a claim takes no side on a
question, by its own words alone: some five in a hundred claims of newsletters and news on AI tell whether its progress
goes on."""
RARE = 0.65
"""How much likelier it is in usual surroundings that a claim takes no side than the judge's odds, raised to
:data:`SURENESS`, say; where next to nothing around bears on the question it is a hundred times that."""
SURENESS = 0.3
"""Power of the judge's odds: on claims of real articles it is much surer than it should be."""
SHARING = 2.4
"""Power of the odds of bearing in the surroundings.

The last three are a logistic regression on 689 claims of real articles (``benchmarks/data/sides*.jsonl``), weighted
by how they were drawn (no command repeats the fit), its value in cross-validation by article: ``docs/design.md``."""


def bears(none: float, rare: float, sureness: float) -> float:
    """Return the probability that a claim bears on a question.

    ``none`` is the judge's probability that it takes no side, ``rare`` how much likelier that is than the judge's odds,
    raised to ``sureness``, say.
    """
    if none >= 1:
        return 0.0
    return 1 / (1 + rare * float((none / (1 - none)) ** sureness))


def rarities(bearing: Sequence[float]) -> list[float]:
    """Return how rare it is at each claim of an article that one bears on a question.

    ``bearing`` holds the probability that each claim does by its own words, in the order of the text. A claim does not
    count for itself.
    """
    found = []
    for at, own in enumerate(bearing):
        near = bearing[max(0, at - AROUND) : at + AROUND + 1]
        share = (USUAL * WEIGHT + sum(near) - own) / (WEIGHT + len(near) - 1)
        odds = share / (1 - share) / (USUAL / (1 - USUAL))
        found.append(RARE / float(odds**SHARING))
    return found
