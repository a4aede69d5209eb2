import pytest
from cluster_world import Says, World
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cluster.families import families, partition


def family_of(world, text):
    found = families(world.judged())
    return next(found[s.claim.id] for s in world.judged() if s.claim.text == text)


def two(*sentences: Says) -> bool:
    """Whether the sentences, each in its own article, make one family."""
    world = World()
    for n, s in enumerate(sentences):
        world.add(f"n{n}", s, day=n)
    return len(set(families(world.judged()).values())) == 1


def test_other_words_and_another_language_are_one_family():
    assert two(
        Says("Progress in language models is slowing.", "slow"),
        Says("Les progrès des modèles ralentissent.", "slow", language="fr"),
        Says("模型的进步正在放缓。", "slow", language="zh"),
    )


def test_other_matter_is_another_family():
    assert not two(Says("Progress in language models is slowing.", "slow"), Says("Chips got cheaper.", "chips"))


OPPOSITES = [
    (Says("Scaling has hit a wall.", "wall"), Says("Scaling has not hit a wall.", "wall", negated=True)),
    (
        Says("Scaling has hit a wall.", "wall"),
        Says("Voss denied that scaling has hit a wall.", "wall", holder="Voss", commitment=("denies",)),
    ),
    (Says("It works.", "works", stance=("yes", 0.9)), Says("Not by far.", "works", stance=("no", 0.9))),
    (Says("Prices rise every month.", "price"), Says("Prices fall every month.", "price")),
    (Says("Der Fortschritt beschleunigt sich.", "x", language="de"), Says("Progress is slowing down.", "x")),
]


@pytest.mark.parametrize("pair", OPPOSITES)
def test_opposite_claims_are_never_one_family(pair):
    assert not two(*pair)


def test_a_denied_denial_comes_back_to_the_claim():
    assert two(
        Says("Scaling has hit a wall.", "wall"),
        Says("Voss denied that there is no wall.", "wall", holder="Voss", commitment=("denies",), negated=True),
    )


def test_negation_in_words_does_not_part_what_answers_alike():
    same = ("no", 0.95)
    assert two(
        Says("There is no wall.", "wall", negated=True, stance=same), Says("It goes on.", "wall+wall+on", stance=same)
    )


def test_same_words_with_another_number_are_another_family():
    first = Says("It needs 170 times the compute.", "compute", numbers=(("170 times", "ratio", "170"),))
    assert not two(first, Says("It needs 172 times the compute.", "compute", numbers=(("172 times", "ratio", "172"),)))
    assert two(first, Says("Il faut 170 fois plus.", "compute", language="fr", numbers=(("170 fois", "ratio", "170"),)))
    assert two(first, Says("It needs far more compute.", "compute"))


def test_same_words_on_another_subject_are_another_family():
    first = Says("Vela 3 beats the test.", "beats", entities=(("Vela 3", "model", None),))
    assert not two(first, Says("Vela 4 beats the test.", "beats", entities=(("Vela 4", "model", None),)))
    assert two(first, Says("Vela 3 schlägt den Test.", "beats", language="de", entities=(("Vela 3", "model", None),)))


def test_akin_sentences_of_one_article_are_two_claims_unless_they_repeat_each_other():
    world = World()
    world.add("a", Says("Progress is slowing.", "slow+slow+one"), Says("Gains get smaller.", "slow+slow+two"),
              Says("Growth gets slower.", "slow+slow+one"))  # fmt: skip
    found = {s.claim.text: families(world.judged())[s.claim.id] for s in world.judged()}
    assert found["Progress is slowing."] == found["Growth gets slower."] != found["Gains get smaller."]
    assert two(Says("Progress is slowing.", "slow+slow+one"), Says("Gains get smaller.", "slow+slow+two"))


def test_names_in_other_letters_are_no_conflict():
    assert two(
        Says("Anthropic is ahead.", "ahead", entities=(("Anthropic", "organisation", "e1_aa"),)),
        Says("Антропик впереди.", "ahead", language="ru", entities=(("Антропик", "organisation", "e1_bb"),)),
    )


def test_a_doubt_counts_as_a_denial_and_a_report_does_not():
    world = World()
    world.add("a", Says("x says y", "m", commitment=("reports", "doubts")), Says("z", "m", commitment=("reports",)))
    assert sorted(s.inverted for s in world.judged()) == [False, True]


sentences = st.lists(
    st.tuples(st.sampled_from("abcd"), st.booleans(), st.sampled_from(["yes", "no", "none"])), min_size=1, max_size=14
)


def build(rows) -> World:
    world = World()
    for n, (meaning, negated, label) in enumerate(rows):
        world.add(f"n{n}", Says(f"Sentence {n} says {meaning}.", meaning, negated=negated, stance=(label, 0.9)), day=n)
    return world


@settings(max_examples=25, deadline=None)
@given(sentences, st.integers(1, 9))
def test_the_order_of_documents_makes_no_difference(rows, turn):
    world = build(rows)
    assert families(world.judged(world.corpus(turn=turn))) == families(world.judged())


@settings(max_examples=25, deadline=None)
@given(sentences)
def test_yes_and_no_never_share_a_family(rows):
    world = build(rows)
    found = families(world.judged())
    sides: dict[str, set[str]] = {}
    for s in world.judged():
        sides.setdefault(found[s.claim.id], set()).add(s.stances[0].label)
    assert all(not {"yes", "no"} <= labels for labels in sides.values())


@settings(max_examples=15, deadline=None)
@given(sentences)
def test_day_by_day_gives_the_same_partition_as_at_once(rows):
    found: dict[str, str] = {}
    for n in range(1, len(rows) + 1):
        found = families(build(rows[:n]).judged(), found.items())
    at_once = families(build(rows).judged())
    assert sorted(found) == sorted(at_once)
    pairs = {(found[c], at_once[c]) for c in found}
    assert len(pairs) == len(set(found.values())) == len(set(at_once.values()))


def test_ids_stay_when_articles_are_added_before_and_after():
    world = build([("a", False, "yes"), ("a", False, "yes"), ("b", False, "no")])
    before = families(world.judged())
    world.add("older", Says("An older print of a.", "a", stance=("yes", 0.9)), day=-3)
    world.add("later", Says("A later print of c.", "c"), day=9)
    after = families(world.judged(), before.items())
    assert {claim: after[claim] for claim in before} == before
    assert families(world.judged()) != after


def test_nothing_gives_nothing():
    assert families([]) == {}
    assert len(partition(build([("a", False, "yes")]).judged())) == 1
