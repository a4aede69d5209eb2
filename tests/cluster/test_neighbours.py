import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cluster import cells, neighbours
from pipeline.cluster.linkage import link
from pipeline.cluster.neighbours import edges_above, exact_pairs, pairs_with, shadows


def cloud(count: int, seed: int, topics: int = 8, size: int = 24) -> np.ndarray:
    """Rows around topics: two of one topic lie at .67 or so."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(topics, size))
    rows = centres[rng.integers(topics, size=count)] + rng.normal(size=(count, size)) * rng.uniform(0.5, 0.9)
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def as_list(bands):
    left, right, cosine = neighbours.joined(list(bands))
    assert (left < right).all()
    return sorted(zip(left.tolist(), right.tolist(), cosine.tolist(), strict=True))


@pytest.mark.parametrize("threshold", [0.4, 0.6, 0.8])
@pytest.mark.parametrize("width", [24, 160, 300])
def test_shadows_lose_no_pair(monkeypatch, threshold, width):
    rows = cloud(500, 11, topics=30, size=width)
    whole = as_list(exact_pairs(rows, threshold))
    product = rows @ rows.T
    assert len(whole) == int((np.triu(product, 1) >= threshold).sum())
    monkeypatch.setattr(neighbours, "SCREENED", 10)
    monkeypatch.setattr(neighbours, "BLOCK", 64)
    for widths in ((4, 16, 64), (64,), ()):
        monkeypatch.setattr(neighbours, "WIDTHS", widths)
        assert as_list(exact_pairs(rows, threshold)) == whole
        seen = shadows(rows, threshold)
        assert (seen @ seen.T >= product - 1e-5).all()


def test_a_shadow_is_as_wide_as_it_must_be():
    rng = np.random.default_rng(2)
    plain = rng.normal(size=(2000, 384)) * np.exp(-np.arange(384) / 12)
    even = rng.normal(size=(2000, 384)) + rng.normal(size=384) * 0.8
    widths = [
        shadows((rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32), 0.6).shape[1]
        for rows in (plain, even)
    ]
    assert widths[0] == 65
    assert widths[1] > 129


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 120), st.integers(0, 10_000), st.data())
def test_old_pairs_and_those_of_new_rows_are_all_pairs(count, seed, data):
    rows = cloud(count, seed)
    fresh = np.array(sorted(data.draw(st.sets(st.integers(0, count - 1)))), dtype=np.int64)
    whole = as_list(exact_pairs(rows, 0.5))
    found = as_list([neighbours._NONE, *pairs_with(rows, fresh, 0.5)])
    new = set(fresh.tolist())
    assert found == [pair for pair in whole if pair[0] in new or pair[1] in new]


def test_cells_find_almost_all_pairs_each_once_and_no_other():
    rows = cloud(3000, 5, topics=400, size=96)
    whole, found = as_list(exact_pairs(rows, 0.6)), as_list(cells.cell_pairs(rows, 0.6))
    assert set(found) <= set(whole)
    assert len(found) == len(set(found))
    assert len(whole) > 5000
    assert len(found) >= 0.98 * len(whole)


@pytest.mark.parametrize("band", [64, 65_536])
def test_cells_look_into_few_others(monkeypatch, band):
    """The point of cells: what is compared is a small part of all pairs."""
    compared = []
    monkeypatch.setattr(cells, "PROBES", 8)
    monkeypatch.setattr(cells, "BAND", band)
    close = cells.close
    monkeypatch.setattr(cells, "close", lambda a, b, t: compared.append(len(a) * len(b)) or close(a, b, t))
    rows = cloud(3000, 6, topics=400, size=96)
    found = as_list(cells.cell_pairs(rows, 0.6))
    assert sum(compared) < 0.05 * 3000**2
    assert len(found) > 0.8 * len(as_list(exact_pairs(rows, 0.6)))


@pytest.mark.parametrize("seed", [1, 2])
def test_what_cells_find_does_not_depend_on_the_order_of_rows(seed):
    rows = cloud(1500, seed, topics=150, size=64)
    order = np.random.default_rng(seed).permutation(len(rows))
    monkey = {(int(order[a]), int(order[b])) for a, b, _ in as_list(cells.cell_pairs(rows[order], 0.6))}
    assert {tuple(sorted(pair)) for pair in monkey} == {(a, b) for a, b, _ in as_list(cells.cell_pairs(rows, 0.6))}


@pytest.mark.parametrize("rows", [cloud(1, 1).repeat(700, axis=0), cloud(3, 1), np.zeros((50, 8), dtype=np.float32)])
def test_cells_of_copies_of_few_and_of_nothing(rows):
    assert as_list(cells.cell_pairs(rows, 0.6)) == as_list(exact_pairs(rows, 0.6))


def test_beyond_a_size_pairs_come_from_cells(monkeypatch):
    rows = cloud(900, 8, topics=120, size=64)
    whole = link(rows, 0.6)
    monkeypatch.setattr(neighbours, "CELLED", 500)
    asked = []
    found = cells.cell_pairs
    monkeypatch.setattr(cells, "cell_pairs", lambda *given: asked.append(given) or found(*given))
    labels = link(rows, 0.6)
    assert len(asked) == 1
    assert (labels == whole).mean() > 0.95


def test_too_many_pairs_are_not_held(monkeypatch):
    rows = cloud(200, 9, topics=1)
    monkeypatch.setattr(neighbours, "crowd", lambda count: 3)
    assert edges_above(rows, 0.5) is None
    apart = link(rows, 0.5)
    monkeypatch.undo()
    assert link(rows, 0.5).tolist() == apart.tolist()
