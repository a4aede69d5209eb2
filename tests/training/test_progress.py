"""Claims on AI's progress: whole sets, labels that turn with the wording, groups kept together."""

import random
from collections import Counter, defaultdict

from training.stance.pairs import LABELS, OTHER, debate, held_out
from training.stance.progress import contrast_sets, progress, progress_claims

LANGUAGES = {"en", "fr", "de", "es", "it", "pt", "nl", "zh", "ja", "ko", "ru", "ar"}


def test_every_text_stands_once_and_has_a_label():
    texts = [row["t"] for row in progress_claims()]
    texts += [text for row in contrast_sets() for label in LABELS for text in row[label]]
    assert len(set(texts)) == len(texts)
    assert {row["l"] for row in progress_claims()} == set(LABELS)
    assert {row["g"] for row in progress_claims()} == {row["g"] for row in contrast_sets()} == LANGUAGES


def test_a_set_has_texts_of_every_label():
    assert len({row["id"] for row in contrast_sets()}) == len(contrast_sets())
    assert all(row[label] for row in contrast_sets() for label in LABELS)


def test_half_of_the_claims_take_no_side():
    counts = Counter(row["l"] for row in progress_claims())
    assert counts["none"] > 0.4 * counts.total()
    assert counts["yes"] == counts["no"]


def test_a_statement_of_the_other_side_turns_the_label():
    labels = defaultdict(set)
    for pair in progress(3, random.Random(4)):
        labels[pair.text].add(pair.label)
    for row in progress_claims():
        assert labels[row["t"]] <= {row["l"], OTHER[row["l"]]}
    sided = [row["t"] for row in progress_claims() if row["l"] in ("yes", "no")]
    assert all(labels[text] == {"yes", "no"} for text in sided)


def test_a_set_is_kept_back_or_learned_from_as_a_whole():
    kept = defaultdict(set)
    for pair in progress(1, random.Random(4)):
        kept[pair.group].add(held_out(pair))
    assert all(len(found) == 1 for found in kept.values())
    assert 0.05 < sum(found == {True} for found in kept.values()) / len(kept) < 0.2


def test_all_belong_to_one_debate():
    assert {debate(pair.group) for pair in progress(1, random.Random(4))} == {"progress"}
