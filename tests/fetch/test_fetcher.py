"""What the fetcher does when servers behave, and which conditions it sends."""

from __future__ import annotations

import hashlib
import time
from datetime import UTC, datetime

from pipeline.fetch import Fetcher
from pipeline.records import Done, Failure, Fetched, FetchState, Unchanged

FEED = b"<rss><channel><title>Hafen</title></channel></rss>"


def test_a_body_comes_whole_with_its_type_and_state(site, respond, fetch_one):
    url = site.on(
        "/feed",
        respond.answer(
            FEED, Content_Type='application/rss+xml; charset="UTF-8"', ETag='"v1"', Last_Modified="Sun, 01 Mar 2026"
        ),
    )
    got = fetch_one(url)
    digest = hashlib.sha256(FEED).hexdigest()
    assert got == Fetched(
        source_id="src",
        url=url,
        final_url=url,
        media_type="application/rss+xml",
        charset="utf-8",
        body=FEED,
        sha256=digest,
        fetched=datetime(2026, 3, 1, 12, 0, tzinfo=UTC),
        state=FetchState('"v1"', "Sun, 01 Mar 2026", digest),
    )
    fields = site.asked[0][1]
    assert fields["user-agent"].startswith("stancewire/")
    assert fields["accept-encoding"] == "gzip, deflate"
    assert "if-none-match" not in fields


def test_conditions_are_sent_and_304_keeps_the_state(site, respond, fetch_one):
    url = site.on("/feed", respond.raw(b'HTTP/1.1 304 Not Modified\r\nETag: "v2"\r\n\r\n'))
    state = FetchState('"v1"', "Sun, 01 Mar 2026", "ab")
    assert fetch_one(url, state=state) == Unchanged("src", url, FetchState('"v2"', "Sun, 01 Mar 2026", "ab"))
    fields = site.asked[0][1]
    assert (fields["if-none-match"], fields["if-modified-since"]) == ('"v1"', "sun, 01 mar 2026")


def test_304_without_having_asked_for_it_is_a_failure(site, respond, fetch_one):
    url = site.on("/feed", respond.raw(b"HTTP/1.1 304 Not Modified\r\n\r\n"))
    assert fetch_one(url).kind == "status-304"


def test_the_same_bytes_are_unchanged(site, respond, fetch_one):
    url = site.on("/feed", respond.answer(FEED, ETag='"new"'))
    digest = hashlib.sha256(FEED).hexdigest()
    got = fetch_one(url, state=FetchState(body_sha256=digest))
    assert got == Unchanged("src", url, FetchState('"new"', None, digest))


def test_outcomes_keep_the_order_of_the_targets(site, respond, fetch):
    def slow(connection):
        time.sleep(0.2)
        respond.answer(b"slow")(connection)

    urls = [site.on("/slow", slow), site.url("/none"), site.on("/quick", respond.answer(b"quick"))]
    outcomes = fetch(*urls)
    assert [o.value.body if isinstance(o, Done) else o.kind for o in outcomes] == [b"slow", "status-404", b"quick"]


def test_an_empty_list_needs_no_network():
    def never(host: str) -> list[str]:
        raise AssertionError(host)

    assert Fetcher(None, now=lambda: None, lookup=never).get([]) == []


def test_redirects_are_followed_to_relative_addresses(site, respond, fetch_one):
    start = site.on("/old/feed", respond.redirect("../new#top", "301 Moved"))
    end = site.on("/new", respond.answer(FEED))
    got = fetch_one(start)
    assert (got.url, got.final_url, got.body) == (start, end, FEED)


def test_a_name_keeps_its_host_header_and_goes_to_the_address_found(site, respond, fetch_one):
    site.on("/feed", respond.answer(FEED))
    assert fetch_one(site.url("/feed", "news.example")).body == FEED
    assert site.asked[0][1]["host"] == f"news.example:{site.port}"


def test_each_name_is_looked_up_once(site, respond, fetch):
    site.on("/a", respond.redirect("/b"))
    site.on("/b", respond.answer(FEED))
    asked = []

    def lookup(host: str) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    outcomes = fetch(*(site.url(path, "news.example") for path in ("/a", "/b", "/a")), lookup=lookup)
    assert all(isinstance(o, Done) for o in outcomes)
    assert asked == ["news.example"]


def test_a_second_address_is_tried_when_the_first_is_dead(site, respond, fetch_one):
    site.on("/feed", respond.answer(FEED))
    got = fetch_one(site.url("/feed", "news.example"), lookup=lambda host: ["::1", "127.0.0.1"])
    assert got.body == FEED


def test_requests_to_one_host_are_spaced_and_one_at_a_time(site, respond, fetch):
    active = []

    def note(connection):
        active.append(1)
        alone = str(len(active)).encode()
        time.sleep(0.03)
        active.pop()
        respond.answer(alone)(connection)

    start = time.monotonic()
    outcomes = fetch(*(site.on(f"/{i}", note) for i in range(4)), host_delay_s=0.1)
    assert time.monotonic() - start > 0.3
    assert [outcome.value.body for outcome in outcomes] == [b"1"] * 4


def test_different_hosts_are_asked_at_the_same_time(site, respond, fetch):
    def slow(connection):
        time.sleep(0.3)
        respond.answer(FEED)(connection)

    site.on("/", slow)
    start = time.monotonic()
    outcomes = fetch(*(site.url("/", f"h{i}.example") for i in range(6)), host_delay_s=1.0)
    assert all(isinstance(o, Done) for o in outcomes)
    assert time.monotonic() - start < 1.2


def test_failures_name_the_address_and_the_next_action(site, respond, fetch_one):
    url = site.on("/gone", respond.answer(b"", status="410 Gone"))
    got = fetch_one(url)
    assert got == Failure("fetch", url, "status-410", got.message, False)
    assert got.message == f"{url}: the server answered 410; it is gone for good: remove it from the configuration."


def test_an_empty_body_is_a_failure(site, respond, fetch_one):
    assert fetch_one(site.on("/", respond.answer(b""))).kind == "empty"


def test_proxies_of_the_environment_are_ignored_unless_asked_for(site, respond, fetch_one, monkeypatch):
    for name in ("no_proxy", "NO_PROXY", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", site.url("").rstrip("/"))
    site.on("/feed", respond.answer(b"direct"))
    site.on("http://far.example/feed", respond.answer(b"by proxy"))
    assert fetch_one(site.url("/feed")).body == b"direct"

    def never(host: str) -> list[str]:
        raise AssertionError(host)

    assert fetch_one("http://far.example/feed", trust_env=True, lookup=never).body == b"by proxy"
    refused = fetch_one("http://127.1/feed", trust_env=True, allow_private=False)
    assert refused.kind == "private-address"
