"""Whole articles with a label before each sentence: format, shares, articles kept together."""

import random
from collections import Counter, defaultdict

import pytest

from training.stance.articles import articles, sentences
from training.stance.pairs import LABELS, OTHER, debate, held_out

LANGUAGES = {"en", "fr", "de", "es", "it", "pt", "nl", "zh", "ja", "ko", "ru", "ar"}


def test_articles_are_in_all_languages_and_mostly_take_no_side():
    known = sentences()
    assert {one.language for one in known} == LANGUAGES
    counts = Counter(one.label for one in known)
    assert set(counts) == set(LABELS)
    assert 0.8 < counts["none"] / counts.total() < 0.95


def test_sentences_hardly_stand_twice():
    texts = [one.text for one in sentences()]
    assert len(set(texts)) > 0.999 * len(texts)


def test_a_statement_of_the_other_side_turns_the_label():
    label = {one.text: one.label for one in sentences()}
    found = defaultdict(set)
    for pair in articles(random.Random(4)):
        found[pair.text].add(pair.label)
    assert all(found[text] == {one, OTHER[one]} for text, one in label.items())


def test_an_article_is_kept_back_or_learned_from_as_a_whole():
    pairs = articles(random.Random(4))
    kept = {pair.group: held_out(pair) for pair in pairs}
    assert 0.04 < sum(kept.values()) / len(kept) < 0.2
    assert {debate(pair.group) for pair in pairs} == {"progress"}


@pytest.mark.parametrize("line", ["x\tSome words.", "y Some words.", "y\t", "Some words."])
def test_a_line_that_is_no_sentence_is_named(tmp_path, line):
    (tmp_path / "articles-r1.txt").write_text(f"# news | en | A title\n-\tSome words.\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"articles-r1\.txt:3"):
        sentences(tmp_path)


def test_a_sentence_before_any_head_is_named(tmp_path):
    (tmp_path / "articles-r1.txt").write_text("-\tSome words.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"articles-r1\.txt:1"):
        sentences(tmp_path)
