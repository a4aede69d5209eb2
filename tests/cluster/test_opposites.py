import pytest
from cluster_world import Says, World

from pipeline.cluster.opposites import reconciled

WALL, NO_WALL = "Progress has hit a wall.", "Progress has not hit a wall."


def labels(*sentences: Says) -> list[str]:
    world = World()
    for number, sentence in enumerate(sentences):
        world.add(f"n{number}", sentence, day=number)
    world.vectors = dict.fromkeys(world.vectors, world.vectors[sentences[0].text])  # the same but for one word
    return [s.stances[0].label for s in reconciled(world.judged())]


@pytest.mark.parametrize("read", [("yes", 0.55), ("abstain", 0.6)])
def test_the_negation_of_a_sure_yes_is_a_no(read):
    assert labels(Says(WALL, "w", stance=("yes", 0.8)), Says(NO_WALL, "w", negated=True, stance=read)) == ["yes", "no"]


def test_a_denial_counts_as_the_opposite_too():
    denied = Says(f"Brandt denied it: {WALL}", "w", content=WALL, commitment=("denies",), stance=("no", 0.5))
    assert labels(Says(WALL, "w", stance=("no", 0.9)), denied) == ["no", "yes"]


@pytest.mark.parametrize(
    ("sure", "read", "left"),
    [
        (("yes", 0.55), ("yes", 0.5), ["yes", "yes"]),  # neither is sure enough to decide
        (("yes", 0.8), ("none", 0.9), ["yes", "none"]),  # not about the question
        (("yes", 0.7), ("yes", 0.9), ["no", "yes"]),  # the surer one decides, whichever it is
        (("yes", 0.8), ("no", 0.6), ["yes", "no"]),
    ],
)
def test_what_else_two_readings_may_be(sure, read, left):
    assert labels(Says(WALL, "w", stance=sure), Says(NO_WALL, "w", negated=True, stance=read)) == left


def test_an_opposite_that_takes_no_side_does_not_hide_one_that_does():
    sentences = [Says(WALL, "w", stance=("none", 0.95)), Says(WALL, "w", stance=("yes", 0.8))]
    assert labels(*sentences, Says(NO_WALL, "w", negated=True, stance=("abstain", 0.6))) == ["none", "yes", "no"]


def test_the_same_side_in_like_words_is_no_contradiction():
    assert labels(Says(WALL, "w", stance=("yes", 0.8)), Says("A wall is hit.", "w", stance=("yes", 0.5))) == ["yes"] * 2
    assert reconciled([]) == []
