"""Whatever the texts hold, what is published passes verify: nothing is lost, broken or invented on the way."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.publish import render, write
from pipeline.records import Claim, Difference, Drift, Holder, Position, PositionEntry, Variant
from pipeline.verify import verify

NASTY = st.text(
    st.one_of(st.sampled_from("ab1.-+=#>*_`|<&\"'[](){}~\\!\n\t\r \u2028\x85\x00\u200f"), st.characters(codec="utf-8")),
    min_size=1,
    max_size=60,
).filter(str.strip)
LABELS = st.sampled_from(["yes", "no", "mixed", "none", "abstain"])
SLOW = {"max_examples": 15, "deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@pytest.fixture
def new_builder(builder):
    return type(builder)


def fill(b, drawn):
    """Make one article of each text, with the middle of it as a claim."""
    names = []
    for number, (text, label, byline) in enumerate(drawn):
        article = b.article(f"Outlet *{number}*", text, text, day="2026-09-01" if number % 2 else None, byline=byline)
        middle = text[len(text) // 4 :] if text[len(text) // 4 :].strip() else text
        names.append(b.claim(article, middle, label))
    return names


@given(st.lists(st.tuples(NASTY, LABELS, st.none() | NASTY), min_size=1, max_size=4, unique_by=lambda one: one[0]))
@settings(**SLOW)
def test_any_text_is_published_as_it_is(new_builder, drawn):
    b = new_builder()
    names = fill(b, drawn)
    groups = [b.group(name) for name in names if b.labels[name] in {"yes", "no", "mixed"}]
    texts = [b.record(name).text for name in names]
    changed = Variant(names[0], texts[0], "altered", (Difference("term", texts[-1], texts[0]),))
    drift = (Drift(texts[-1], names[-1], (changed,)), Drift(texts[0], None, (replace(changed, verdict="no_original"),)))
    entries = tuple(PositionEntry(None, b.labels[name], name) for name in names)
    positions = (Position(texts[0], None, entries, ()),)
    edition = b.edition(groups=groups, positions=positions, drift=drift)
    with tempfile.TemporaryDirectory() as out:
        assert [str(problem) for problem in verify(write(render(edition), "e1_0", Path(out)))] == []


def test_two_questions_share_the_page(edition, tmp_path):
    (first,) = edition.analysis.questions
    second = replace(first, question=replace(first.question, id="data", text="Are we running out of data?"))
    stances = tuple((name, (*given, replace(given[0], question_id="data"))) for name, given in edition.analysis.stances)
    both = replace(edition, analysis=replace(edition.analysis, questions=(first, second), stances=stances))
    files = render(both)
    page = files["report.html"].decode()
    assert 'id="q-wall"' in page
    assert 'href="#q-data"' in page
    assert files["digest.md"].count(b"\n# ") + files["digest.md"].startswith(b"# ") == 2
    assert verify(write(files, "e1_0", tmp_path)) == ()


def test_claims_of_any_age_and_tongue_keep_their_order(new_builder):
    b = new_builder()
    article = b.article("The Lattice", "Issue", "First. Second. Third.", day="2026-09-01")
    names = [b.claim(article, words, "no") for words in ("Third.", "First.", "Second.")]
    edition = b.edition(groups=[b.group(*names)])
    lines = render(edition)["claims.jsonl"].decode().splitlines()
    assert [line.split('"text":"')[1].split('"')[0] for line in lines] == ["First.", "Second.", "Third."]
    assert isinstance(b.record(names[0]), Claim)


@pytest.mark.parametrize("words", ["", "-", "«"])
def test_a_holder_without_a_name_is_called_so(builder, tmp_path, words):
    text = f"« Cela s'arrête », a {words or 'b'}t elle écrit."
    article = builder.article("Le Relais", "t", text, lang="fr", day="2026-09-01", byline="Nora Lind")
    name = builder.claim(article, text, "yes", quoted="direct")
    start = text.index(words)
    holder = Holder(words, start, start + len(words), "anonymous")
    builder.claims[article] = [replace(builder.record(name), holder=holder)]
    files = render(builder.edition(groups=[builder.group(name)]))
    assert "> — someone unnamed, [Le Relais]" in files["digest.md"].decode()
    assert verify(write(files, "e1_0", tmp_path)) == ()
