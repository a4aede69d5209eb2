"""The markup of the reading corpus, and the corpus itself."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import LANGUAGES
from training.reading.agreement import blank, kappa
from training.reading.markup import LABELS, MarkupError, kept_back, load, load_all, strip
from training.sameness import sameness

PASSAGE = """# newsletter/ai
> {E:per {a1 Mara Voss}} runs the lab {E:org Quillon}.
+f {s1 She} {c1a told} {E:pub The Lattice} {i1 that {E:prod Meridian-4} needed 170 times the compute}.
/-q So what comes \\{next\\}?
"""


def write(tmp_path: Path, text: str, name: str = "en-x1.txt") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_passage_is_its_words_its_sentences_and_its_spans(tmp_path):
    (passage,) = load(write(tmp_path, PASSAGE))
    assert passage.text == (
        "Mara Voss runs the lab Quillon. She told The Lattice that Meridian-4 needed 170 times the compute.\n"
        "So what comes {next}?"
    )
    assert [s.label for s in passage.sentences] == [">", "+f", "-q"]
    words = {(m.tag, m.number, m.commitment): passage.text[m.start : m.end] for m in passage.spans}
    assert words["s", 1, ""] == "She"
    assert words["c", 1, "a"] == "told"
    assert words["i", 1, ""] == "that Meridian-4 needed 170 times the compute"
    assert words["prod", 0, ""] == "Meridian-4"
    assert words["a", 1, ""] == words["per", 0, ""] == "Mara Voss"


def test_chinese_sentences_are_joined_by_nothing(tmp_path):
    (passage,) = load(write(tmp_path, "# news/ai\n+f 港口结冰了。\n+o 这不好。\n", "zh-x1.txt"))
    assert passage.text == "港口结冰了。这不好。"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("+f A {s1 voice} {c1a said} nothing.", "attribution 1 has no content"),
        ("+f A {d1 “word”} {i1 that is more}.", "both direct and indirect"),
        ("+f A {x word}.", "unknown tag"),
        ("+f A {n word.", "not closed"),
        ("+f A word}.", "closes what was not opened"),
        ("+z A word.", "no label in front"),
        ("+f A {E:thing word}.", "unknown tag"),
    ],
)
def test_a_broken_line_is_named(tmp_path, line, message):
    with pytest.raises(MarkupError, match=message) as caught:
        load(write(tmp_path, f"# news/ai\n{line}\n"))
    assert "en-x1.txt:1" in str(caught.value)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30))
def test_escaped_words_come_back(words):
    escaped = words.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    plain, marked = strip(f"A {{h {escaped}}} b")
    assert plain == f"A {words} b"
    assert [(m.tag, plain[m.start : m.end]) for m in marked] == [("h", words)]


def test_an_unlabelled_copy_keeps_the_words(tmp_path):
    (passage,) = load(write(tmp_path, PASSAGE))
    again = blank(passage).replace("?", "+f", 1).replace("/?", "/-q")
    (copy,) = load(write(tmp_path, again + "\n", "en-x2.txt"))
    assert copy.text == passage.text
    assert copy.spans == ()


def test_kappa_is_one_for_the_same_and_nought_for_chance():
    assert kappa([("+f", "+f"), ("-q", "-q")]) == 1
    assert kappa([("+f", "+f"), ("+f", "-q"), ("-q", "+f"), ("-q", "-q")]) == 0


@pytest.fixture(scope="module")
def corpus():
    return load_all()


def test_the_corpus_is_as_large_as_it_should_be(corpus):
    by_language = Counter(p.language for p in corpus)
    assert set(by_language) == set(LANGUAGES)
    assert len(corpus) >= 6000
    assert by_language["en"] >= 1500
    assert min(by_language.values()) >= 300
    assert set(LABELS) == {s.label for p in corpus for s in p.sentences} - {">"}


def test_no_passage_repeats_another(corpus):
    assert len({p.text for p in corpus}) == len(corpus)
    for language in ("en", "zh"):
        measured = sameness([(p.language, p.text) for p in corpus if p.language == language])
        assert measured["near twins"] <= 0.005
        assert measured["distinct openings"] >= 0.95


def test_some_files_of_each_language_are_kept_back(corpus):
    kept = kept_back(corpus)
    assert {p.language for p in kept} == set(LANGUAGES)
    assert len(corpus) / 12 < len(kept) < len(corpus) / 6
