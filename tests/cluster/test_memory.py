from dataclasses import replace
from random import Random

import numpy as np
import pytest
from cluster_world import Says, World
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cluster import families as families_module
from pipeline.cluster.analysis import assemble
from pipeline.cluster.families import families, partition
from pipeline.cluster.memory import Memory


def claims(count: int, seed: int):
    """Claims around a few topics, so that components are large and cut; some are negated, some of one article."""
    rng = np.random.default_rng(seed)
    topics, world = rng.normal(size=(1 + count // 6, 32)), World()
    for n in range(count):
        size = 1 + n % 2
        says = [Says(f"Words {n} {part}.", "x", negated=bool(rng.integers(6) == 0)) for part in range(size)]
        world.add(f"n{n}", *says, day=n)
    made = []
    for s in world.judged():
        row = topics[rng.integers(len(topics))] + rng.normal(size=32) * rng.uniform(0.3, 1.1)
        made.append(replace(s, vector=(row / np.linalg.norm(row)).astype(np.float32)))
    return made


@pytest.fixture
def always(monkeypatch):
    """Carry on from what was kept, however much is new."""
    monkeypatch.setattr("pipeline.cluster.memory.FEW", 0)


@settings(max_examples=20, deadline=None)
@given(st.integers(8, 60), st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_what_is_kept_changes_time_and_not_the_result(count, seed, random: Random):
    made, memory = claims(count, seed), Memory()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.cluster.memory.FEW", 0)
        for _ in range(5):  # claims come and go
            some = sorted(random.sample(made, random.randint(1, len(made))), key=lambda s: s.key)
            assert partition(some, memory=memory).tolist() == partition(some).tolist()
        assert partition(made, memory=memory).tolist() == partition(made).tolist()


@settings(max_examples=10, deadline=None)
@given(st.integers(20, 60), st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_same_families_in_whatever_order_and_batches_claims_come(count, seed, random: Random):
    made, found = claims(count, seed), []
    for _ in range(2):
        order, memory = random.sample(made, len(made)), Memory()
        size = random.randint(1, len(made))
        for end in range(size, len(made) + size, size):
            known = sorted(order[:end], key=lambda s: s.key)
            labels = partition(known, memory=memory)
        found.append(labels.tolist())
    assert found[0] == found[1] == partition(made).tolist()


def test_only_what_a_new_claim_touches_is_linked_again(monkeypatch, always):
    made, memory, linked = claims(120, 4), Memory(), []
    average = families_module.average
    monkeypatch.setattr(families_module, "average", lambda *given: linked.append(len(given[0])) or average(*given))
    partition(made[:-1], memory=memory)
    assert len(linked) > 5
    linked.clear()
    partition(made, memory=memory)
    assert len(linked) <= 1
    linked.clear()
    partition(made, memory=memory)
    assert linked == []


def test_a_claim_that_is_judged_otherwise_is_a_new_one(always):
    world, memory = World(), Memory()
    world.add("a", Says("It has hit a wall.", "wall", stance=("yes", 0.9)), day=0)
    world.add("b", Says("A wall is there.", "wall", stance=("yes", 0.9)), day=1)
    judged = world.judged()
    assert len(set(families(judged, memory=memory).values())) == 1
    turned = [judged[0], replace(judged[1], stances=(replace(judged[1].stances[0], label="no"),))]
    assert len(set(families(turned, memory=memory).values())) == 2


@pytest.mark.parametrize(
    "damage", [lambda d: b"", lambda d: d[:200], lambda d: d[:-400] + d[-300:], lambda d: b"x" * 9]
)
def test_damage_to_what_was_kept_costs_time_alone(damage, always):
    made, memory = claims(60, 5), Memory()
    whole = partition(made, memory=memory)
    memory.data = damage(memory.data)
    assert partition(made, memory=memory).tolist() == whole.tolist()


def test_a_flipped_bit_is_seen(always):
    made, memory = claims(60, 6), Memory()
    whole = partition(made, memory=memory)
    data = bytearray(memory.data)
    for at in range(0, len(data), 97):
        memory.data = bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        assert partition(made, memory=memory).tolist() == whole.tolist()


def test_what_was_kept_at_another_threshold_is_not_used(always):
    made, memory = claims(60, 7), Memory()
    partition(made, 0.5, memory)
    assert partition(made, 0.8, memory).tolist() == partition(made, 0.8).tolist()


@pytest.mark.parametrize("name", ["CROWDED", "CELLED"])
def test_pairs_too_many_to_hold_or_sought_in_cells_are_not_kept(monkeypatch, always, name):
    made, memory = claims(80, 8), Memory()
    with monkeypatch.context() as patch:
        patch.setattr(f"pipeline.cluster.neighbours.{name}", 0)
        patch.setattr("pipeline.cluster.families.CELLED", 0 if name == "CELLED" else 1000)
        labels = partition(made[:-3], memory=memory)
        assert memory.recall(0.6).edges is None
        assert labels.tolist() == partition(made[:-3]).tolist()
        assert partition(made, memory=memory).tolist() == partition(made).tolist()
    assert partition(made, memory=memory).tolist() == partition(made).tolist()


def test_a_corpus_carries_its_memory():
    world = World()
    world.add("a", Says("Progress is slowing.", "slow"), Says("Chips got cheaper.", "chips"))
    corpus, memory = world.corpus(), Memory()
    for _ in range(2):
        assert assemble(world.judged(), replace(corpus, memory=memory)) == assemble(world.judged(), corpus)
        assert len(memory.recall(0.6).rows) == 2
