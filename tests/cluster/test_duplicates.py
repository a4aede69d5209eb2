import random
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cluster.duplicates import overlaps, shingles

WORDS = [
    f"{a}{b}" for a in ("kel", "mor", "tas", "vin", "dro", "lup", "sen") for b in ("a", "en", "ist", "um", "ork", "ely")
]


def text(seed: int, length: int = 120) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def edited(original: str, seed: int, share: float) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choice(WORDS) if rng.random() < share else word for word in original.split())


def pairs(texts, **limits):
    return [(o.left, o.right) for o in overlaps(texts, **limits)]


def test_finds_copies_and_edited_copies_and_nothing_else():
    originals = [text(n) for n in range(30)]
    copies = [edited(originals[n], n, 0.05) for n in range(10)]
    assert pairs(originals + copies) == [(n, 30 + n) for n in range(10)]


def test_an_exact_copy_shares_everything():
    (found,) = overlaps([text(1), text(2), text(1)])
    assert (found.left, found.right, found.jaccard, found.containment) == (0, 2, 1.0, 1.0)


def test_a_teaser_is_contained_in_its_article():
    whole = text(4, 200)
    (found,) = overlaps([whole, " ".join(whole.split()[:120])])
    assert found.containment > 0.95 > 0.7 > found.jaccard


def test_scripts_without_spaces_are_cut_by_characters():
    first = "研究人员表示模型的训练成本在过去一年中下降了一半而性能仍在继续提高但是数据不足的问题依然存在"
    assert pairs(
        [first, first.replace("一半", "三成"), "天气预报称明天有雨并且气温会下降请大家注意保暖出门记得带伞以免淋湿感冒"]
    ) == [(0, 1)]


def test_boilerplate_in_every_text_brings_nobody_together():
    shared = "subscribe now to read more of this and many other stories"
    assert pairs([f"{text(n)} {shared}" for n in range(40)]) == []


def test_a_crowd_of_exact_copies_is_joined_through_the_first():
    assert pairs([text(1)] * 500) == [(0, n) for n in range(1, 500)]


def test_short_and_empty_texts():
    assert pairs(["", "", "one two", "one two", "three"]) == [(2, 3)]
    assert shingles("") == frozenset()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 8), min_size=2, max_size=12))
def test_order_of_texts_makes_no_difference(seeds):
    texts = [edited(text(seed // 2), seed, 0.1) for seed in seeds]
    there = {frozenset((o.left, o.right)) for o in overlaps(texts) if texts[o.left] != texts[o.right]}
    last = len(texts) - 1
    back = {
        frozenset((last - o.left, last - o.right))
        for o in overlaps(texts[::-1])
        if texts[last - o.left] != texts[last - o.right]
    }
    meaning = lambda found: {frozenset(texts[n] for n in pair) for pair in found}  # noqa: E731 - used twice, here only
    assert meaning(there) == meaning(back)


def test_hashes_do_not_depend_on_the_process():
    code = "from pipeline.cluster.duplicates import shingles; print(sorted(shingles('a b c d e'))[0])"
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)}
    assert runs == {f"{min(shingles('a b c d e'))}\n".encode()}
