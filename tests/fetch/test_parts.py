"""The parts that need no server: waits, headers, decompression, settings, the cost of an import."""

from __future__ import annotations

import asyncio
import dataclasses
import gzip
import pickle
import subprocess
import sys
import zlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline.fetch
from pipeline.errors import FetchError
from pipeline.fetch.body import Inflater
from pipeline.fetch.manners import Manners
from pipeline.fetch.media import header_type, is_binary, sniff
from pipeline.fetch.retry import TryAgain, backoff, retry_after

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@given(st.text(max_size=30), st.integers(0, 8))
@settings(max_examples=50, deadline=None)
def test_backoff_doubles_and_is_the_same_each_time(url, attempt):
    wait = backoff(url, attempt, 0.5)
    assert wait == backoff(url, attempt, 0.5)
    assert 0.5 * 2**attempt <= wait < 0.75 * 2**attempt


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        (" 30 ", 30.0),
        ("9" * 400, 999_999_999.0),
        ("Sun, 01 Mar 2026 12:02:00 GMT", 120.0),
        ("Sun, 01 Mar 2026 13:02:00 +0100", 120.0),
        ("Sun, 01 Mar 2026 12:02:00 -0000", 120.0),
        ("Sun, 01 Mar 2020 12:00:00 GMT", 0.0),
        ("Sun, 99 Mar 2026 12:00:00 GMT", None),
        ("²", None),
    ],
)
def test_retry_after(value, expected):
    assert retry_after(value, NOW) == expected


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_no_header_breaks_the_readers_of_headers(text):
    wait = retry_after(text, NOW)
    assert wait is None or wait >= 0
    media_type, charset = header_type(text)
    assert "/" in media_type
    assert charset is None or charset == charset.lower()


@given(st.integers(0, 10**8))
@settings(max_examples=50, deadline=None)
def test_a_date_in_a_header_is_a_wait(seconds):
    when = NOW + timedelta(seconds=seconds)
    assert retry_after(when.strftime("%d %b %Y %H:%M:%S GMT"), NOW) == seconds


@given(st.binary(max_size=3000), st.integers(1, 400), st.sampled_from([gzip.compress, zlib.compress]))
@settings(max_examples=60, deadline=None)
def test_inflating_in_pieces_gives_the_whole(data, step, pack):
    packed = pack(data)
    inflater = Inflater(3000)
    out = b"".join(inflater.feed(packed[i : i + step]) for i in range(0, len(packed), step))
    assert out == data
    assert inflater.complete
    assert not inflater.overflown


@given(st.integers(0, 5000), st.integers(0, 5000))
@settings(max_examples=60, deadline=None)
def test_inflating_never_makes_more_than_its_limit(size, limit):
    inflater = Inflater(limit)
    out = inflater.feed(gzip.compress(bytes(size)) + b"\0\0")
    assert inflater.overflown == (size > limit)
    assert len(out) == min(size, limit + 1)


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_bytes_have_a_kind(data):
    assert isinstance(is_binary(data), bool)
    assert "/" in sniff(data)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=100))
@settings(max_examples=100, deadline=None)
def test_text_in_utf8_is_never_binary(text):
    assert not is_binary(text.encode()) or text.startswith("%PDF-")


def test_a_header_that_names_no_charset_or_a_strange_one():
    assert header_type("text/html") == ("text/html", None)
    assert header_type("TEXT/XML;charset=ISO-8859-1; x=y") == ("text/xml", "iso-8859-1")
    assert header_type("") == ("application/octet-stream", None)


def test_errors_survive_pickling():
    error = TryAgain("http://a.example/: busy.", item="http://a.example/", kind="status-429", wait_s=7.0)
    again = pickle.loads(pickle.dumps(error))
    assert (again.message, again.item, again.kind, again.wait_s, again.retryable) == (
        error.message,
        error.item,
        error.kind,
        7.0,
        True,
    )


def test_turns_are_spaced_per_host():
    async def waits() -> list[float]:
        manners = Manners(0.05, 4)
        clock = asyncio.get_running_loop().time
        start = clock()
        await manners.turn("a.example")
        await manners.turn("b.example")
        second = clock() - start
        await manners.turn("a.example")
        return [second, clock() - start]

    second, third = asyncio.run(waits())
    assert third >= 0.049 > second


def test_failures_of_one_address_alone_do_not_bring_its_host_down():
    manners = Manners(0, 1)
    for _ in range(5):
        manners.failed("a.example", FetchError("gone", item="x", kind="status-404"))
    manners.check("a.example", "http://a.example/")
    for _ in range(2):
        manners.failed("a.example", TryAgain("slow", item="x", kind="timeout"))
    manners.answered("a.example")
    manners.failed("a.example", TryAgain("slow", item="x", kind="timeout"))
    manners.check("a.example", "http://a.example/")
    manners.failed("a.example", FetchError("no", item="x", kind="certificate"))
    with pytest.raises(FetchError, match=r"a\.example failed just before \(certificate\)"):
        manners.check("a.example", "http://a.example/")


def test_an_answer_from_anywhere_keeps_retries_going():
    manners = Manners(0, 1)
    refused = TryAgain("refused", item="x", kind="connect")
    assert [manners.hopeless(f"{i}.example", refused) for i in range(4)] == [False, False, True, True]
    assert not manners.hopeless("x.example", TryAgain("slow", item="x", kind="timeout"))
    manners.network_works()
    assert not manners.hopeless("4.example", refused)


def test_settings_are_within_their_own_bounds():
    checks = {"gt": float.__gt__, "ge": float.__ge__, "le": float.__le__}
    for item in dataclasses.fields(pipeline.fetch.FetchSettings):
        for name, bound in item.metadata.items():
            if name in checks:
                assert checks[name](float(item.default), float(bound)), item.name


def test_the_door_is_complete_and_cheap_to_import():
    assert pipeline.fetch.__all__ == sorted(pipeline.fetch.__all__)
    heavy = "{'asyncio', 'email', 'httpx', 'pydantic', 'yaml'}"
    code = f"import sys, pipeline.fetch; sys.exit(' '.join({heavy} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
