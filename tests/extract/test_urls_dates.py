"""Addresses and dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.dates import parse_date, plausible
from pipeline.extract.urls import absolute, choose, clean_url, host

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://a.example/x?utm_source=m&utm_medium=e", "https://a.example/x"),
        ("https://a.example/x?id=3&fbclid=zz", "https://a.example/x?id=3"),
        ("https://a.example/x?q=a+b", "https://a.example/x?q=a+b"),
        (" https://a.example/x ", "https://a.example/x"),
        ("file:notes/x.md?utm_source=m", "file:notes/x.md?utm_source=m"),
        ("http://[bad/x?utm_a=1", "http://[bad/x?utm_a=1"),
        ("https://a.example/x?mc_cid=1&mc_eid=2&page=4#part", "https://a.example/x?page=4#part"),
    ],
)
def test_tracking_goes(url, clean):
    assert clean_url(url) == clean


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("/c", "https://a.example/c"),
        ("d", "https://a.example/b/d"),
        ("//b.example/x", "https://b.example/x"),
        ("https://b.example/?utm_id=3", "https://b.example/"),
        ("#top", None),
        ("mailto:mara@a.example", None),
        ("javascript:void(0)", None),
        ("", None),
        ("http://[bad", None),
    ],
)
def test_links_become_absolute_or_nothing(href, found):
    assert absolute("https://a.example/b/", href) == found


def test_relative_links_of_files_lead_nowhere():
    assert absolute("file:notes/x.md", "/posts/y") is None
    assert absolute("file:notes/x.md", "https://a.example/") == "https://a.example/"


def test_canonical_address_counts_on_its_own_host_only():
    assert choose("https://www.a.example/x?utm_a=1", "https://a.example/story") == "https://a.example/story"
    assert choose("https://a.example/x", "https://thief.example/story") == "https://a.example/x"
    assert choose("file:x.html", "https://a.example/story") == "https://a.example/story"
    assert choose("https://a.example/x", None) == "https://a.example/x"


def test_hosts():
    assert host("https://www.a.example:80/") == "a.example"
    assert host("file:x") == ""
    assert host("http://[bad") == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-01-02", datetime(2025, 1, 2, tzinfo=UTC)),
        ("2025/1/2", datetime(2025, 1, 2, tzinfo=UTC)),
        ("2025-01-02T10:00:00Z", datetime(2025, 1, 2, 10, tzinfo=UTC)),
        ("2025-01-02 10:00:00+02:00", datetime(2025, 1, 2, 8, tzinfo=UTC)),
        ("2025-01-02 10:00", datetime(2025, 1, 2, 10, tzinfo=UTC)),
        ("Thu, 02 Jan 2025 10:00:00 +0100", datetime(2025, 1, 2, 9, tzinfo=UTC)),
        ("Thu, 02 Jan 2025 10:00:00 GMT", datetime(2025, 1, 2, 10, tzinfo=UTC)),
        (date(2025, 1, 2), datetime(2025, 1, 2, tzinfo=UTC)),
        (datetime(2025, 1, 2, 3, tzinfo=timezone(timedelta(hours=3))), datetime(2025, 1, 2, tzinfo=UTC)),
        ("last week", None),
        ("2025-13-45", None),
        ("", None),
        (None, None),
        (20250102, None),
    ],
)
def test_dates(value, expected):
    assert parse_date(value) == expected


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_dates_at_the_ends_of_time_do_no_harm(text):
    found = parse_date(text)
    assert found is None or plausible(found, NOW) is None


def test_no_document_comes_from_the_future_or_from_before_the_web():
    assert plausible(NOW + timedelta(days=1), NOW) is not None
    assert plausible(NOW + timedelta(days=3), NOW) is None
    assert plausible(datetime(1970, 1, 1, tzinfo=UTC), NOW) is None
    assert plausible(None, NOW) is None


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_text_is_a_date_in_utc_or_none(text):
    found = parse_date(text)
    assert found is None or found.utcoffset() == timedelta(0)


@given(st.text("abc:/?#[]@=&%.utm_ ", max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_text_is_an_address_or_none(text):
    assert isinstance(clean_url(text), str)
    found = absolute("https://a.example/b", text)
    assert found is None or found.startswith(("http://", "https://"))
