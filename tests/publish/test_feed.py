from dataclasses import replace

import feedparser
import pytest

from pipeline.publish import render
from pipeline.records import Change

ANSWER = "Of three voices that take a side, one says only yes, one says only no and one is found on both sides."


def parsed(edition):
    found = feedparser.parse(render(edition)["feed.xml"])
    assert not found.bozo
    return found


def test_a_reader_of_feeds_accepts_it(edition):
    found = parsed(edition)
    assert found.version == "atom10"
    assert found.feed.id == "urn:stancewire:changes"
    assert found.feed.updated
    assert [entry.title for entry in found.entries] == [
        f"Has AI scaling hit a wall? {ANSWER}",
        "Changed sides from no to yes: Mara Voss",
        "New article: A <b>change</b> & a turn, The Harbor Dispatch",
    ]
    assert all(entry.id and entry.updated and entry.links for entry in found.entries)


def test_ids_are_stable_and_unique(edition):
    first, second = parsed(edition), parsed(replace(edition, generated=edition.sources and edition.articles[0].fetched))
    ids = [entry.id for entry in first.entries]
    assert ids == [entry.id for entry in second.entries]
    assert len(set(ids)) == len(ids)


def test_the_same_change_in_the_next_edition_is_another_entry(edition):
    first, second = parsed(edition), parsed(replace(edition, id="e1_next"))
    assert not {entry.id for entry in first.entries} & {entry.id for entry in second.entries}


def test_it_is_dated_by_its_articles(edition, builder):
    assert parsed(edition).feed.updated == "2026-11-01T00:00:00Z"
    assert parsed(replace(edition, articles=(), readings=(), ledger=())).feed.updated == "1970-01-01T00:00:00Z"


@pytest.mark.parametrize("text", ["a\x00b", "\x1b[0m", "\ufffe", "\ud800", "]]>", "<script>", "\x0b"])
def test_no_character_breaks_the_xml(edition, text):
    change = Change("new", "article", "a1_0", f"A {text}", text)
    assert len(parsed(replace(edition, changes=(change,))).entries) == 2


def test_a_feed_holds_so_many_changes_and_no_more(edition):
    changes = tuple(Change("new", "article", f"a1_{number}", f"Issue {number}") for number in range(300))
    assert len(parsed(replace(edition, changes=changes)).entries) == 201


def test_an_entry_for_people_says_how_the_voices_divide(edition):
    entry = parsed(edition).entries[0]
    assert entry.summary.startswith(f"{ANSWER} Counted by origins")
