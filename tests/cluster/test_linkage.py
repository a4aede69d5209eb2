import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage

from pipeline.cluster.linkage import components, link


def cloud(count: int, seed: int, topics: int = 8, size: int = 24) -> np.ndarray:
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(topics, size))
    rows = centres[rng.integers(topics, size=count)] + rng.normal(size=(count, size)) * rng.uniform(0.3, 1.4)
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def as_sets(labels):
    return {frozenset(np.flatnonzero(labels == label).tolist()) for label in set(labels.tolist())}


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 90), st.integers(0, 10_000), st.sampled_from([0.3, 0.5, 0.7]))
def test_same_partition_as_average_linkage_over_the_whole_matrix(count, seed, threshold):
    rows = cloud(count, seed)
    whole = np.round(1.0 - (rows @ rows.T).astype(np.float64), 6)
    condensed = np.maximum(whole[np.triu_indices(count, 1)], 0)
    expected = fcluster(linkage(condensed, "average"), 1 - threshold, "distance")
    assert as_sets(link(rows, threshold)) == as_sets(expected)


def test_components_are_the_same_whatever_the_block(monkeypatch):
    rows = cloud(300, 3)
    whole = components(rows, 0.6)
    monkeypatch.setattr("pipeline.cluster.neighbours.BLOCK", 7)
    assert components(rows, 0.6).tolist() == whole.tolist()
    assert 1 < whole.max() < 299


def test_pairs_in_conflict_never_meet_even_in_a_crowd():
    rows = np.tile(cloud(1, 1), (200, 1)) + np.random.default_rng(0).normal(size=(200, 24)).astype(np.float32) * 1e-3
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    odd = np.arange(200) % 2

    def conflicts(members, cosines):
        assert cosines.shape == (len(members), len(members))
        return odd[members][:, None] != odd[members][None, :]

    labels = link(rows, 0.5, conflicts)
    assert as_sets(labels) == {frozenset(range(0, 200, 2)), frozenset(range(1, 200, 2))}


def test_a_large_component_is_cut_but_stays_whole_where_it_is_dense():
    tight, loose = cloud(60, 5, topics=1, size=16), cloud(200, 6, topics=3)[:, :16]
    rows = np.concatenate([tight, loose / np.linalg.norm(loose, axis=1, keepdims=True)])
    labels = link(rows, 0.2, limit=40)
    assert len(set(labels.tolist())) > 3
    assert labels[0] == 0


def test_labels_count_in_order_of_appearance_and_nothing_gives_nothing():
    rows = cloud(50, 9)
    labels = link(rows, 0.5).tolist()
    seen = [label for n, label in enumerate(labels) if label not in labels[:n]]
    assert seen == list(range(len(seen)))
    assert link(np.zeros((0, 8), dtype=np.float32), 0.5).tolist() == []


@pytest.mark.parametrize("count", [1, 2])
def test_few_rows(count):
    assert link(cloud(1, 2).repeat(count, axis=0), 0.5).tolist() == [0] * count
