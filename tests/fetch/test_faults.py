"""What servers do to us, on purpose or not: each costs one failure, in bounded time."""

from __future__ import annotations

import gzip
import socket
import struct
import threading
import time
import zlib

import httpx
import pytest

from pipeline.fetch.network import translate
from pipeline.fetch.retry import TryAgain
from pipeline.records import Done, Failure

BODY = b"<html><p>Guten Tag</p></html>"


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"more " * 2000)


def drip(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    while True:
        connection.sendall(b".")
        time.sleep(0.05)


def silent(connection: socket.socket) -> None:
    connection.recv(1)


def test_a_dripping_server_is_left_after_the_total_time(site, fetch_one):
    start = time.monotonic()
    got = fetch_one(site.on("/", drip), request_s=0.4, retries=0)
    assert (got.kind, got.retryable) == ("timeout", True)
    assert time.monotonic() - start < 1.5


def test_a_silent_server_is_left_after_the_total_time(site, fetch_one):
    assert fetch_one(site.on("/", silent), request_s=0.3, retries=0).kind == "timeout"


def test_all_attempts_together_end_at_the_deadline_of_the_source(site, fetch_one):
    start = time.monotonic()
    got = fetch_one(site.on("/", silent), request_s=0.3, source_s=0.5, retries=10)
    assert (got.kind, got.retryable) == ("deadline", True)
    assert time.monotonic() - start < 1.5


def test_an_endless_body_is_cut_at_the_size_limit(site, fetch_one):
    got = fetch_one(site.on("/", endless))
    assert got.kind == "too-big"
    assert "50,000 bytes" in got.message
    assert site.count("/") == 1


def test_an_announced_size_over_the_limit_is_not_read(site, respond, fetch_one):
    assert fetch_one(site.on("/", respond.answer(b"x", length=10**9))).kind == "too-big"


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_is_stopped_while_it_expands(site, respond, fetch_one, coding):
    zeros = bytes(50_000_000)
    body = gzip.compress(zeros) if coding == "gzip" else zlib.compress(zeros)
    assert len(body) < 50_000
    got = fetch_one(site.on("/", respond.answer(body, Content_Encoding=coding)))
    assert got.kind == "too-big"


def test_compressed_bodies_are_expanded(site, respond, fetch_one):
    bare = zlib.compressobj(wbits=-15)
    bodies = {
        "gzip": gzip.compress(BODY[:9]) + gzip.compress(BODY[9:]),
        "x-gzip": gzip.compress(BODY),
        "deflate": zlib.compress(BODY),
        "Deflate": bare.compress(BODY) + bare.flush(),
        "identity": BODY,
    }
    for coding, body in bodies.items():
        assert fetch_one(site.on("/", respond.answer(body, Content_Encoding=coding))).body == BODY


def test_a_coding_nobody_asked_for_is_refused(site, respond, fetch_one):
    assert fetch_one(site.on("/", respond.answer(BODY, Content_Encoding="br"))).kind == "coding"


def test_a_truncated_and_a_damaged_compressed_body_are_tried_again(site, respond, fetch_one):
    whole = gzip.compress(BODY)
    cut = respond.answer(whole[:-12], Content_Encoding="gzip")
    damaged = respond.answer(whole[:14] + b"\xff\xff\xff" + whole[17:], Content_Encoding="gzip")
    assert fetch_one(site.on("/", cut, damaged, respond.packed(BODY))).body == BODY
    assert fetch_one(site.on("/cut", cut), retries=0).kind == "truncated"
    assert fetch_one(site.on("/bad", damaged), retries=0).kind == "damaged"


def test_a_body_shorter_than_announced_is_tried_again_and_never_taken(site, respond, fetch_one):
    short = respond.answer(BODY, length=len(BODY) + 10)
    assert fetch_one(site.on("/", short, respond.answer(BODY))).body == BODY
    assert fetch_one(site.on("/short", short), retries=0).kind == "protocol"


def test_503_then_200(site, respond, fetch_one):
    url = site.on("/", respond.answer(b"", status="503 Busy"), respond.answer(BODY))
    assert fetch_one(url).body == BODY
    assert site.count("/") == 2


def test_a_connection_reset_is_tried_again(site, respond, fetch_one):
    assert fetch_one(site.on("/", reset, reset, respond.answer(BODY))).body == BODY
    got = fetch_one(site.on("/always", reset))
    assert isinstance(got, Failure)
    assert got.retryable
    assert site.count("/always") == 3


def test_500_is_not_asked_again(site, respond, fetch_one):
    got = fetch_one(site.on("/", respond.answer(b"", status="500 Oops")))
    assert (got.kind, got.retryable, site.count("/")) == ("status-500", True, 1)


def test_retry_after_is_waited_for(site, respond, fetch_one):
    url = site.on("/", respond.answer(b"", status="429 Slow", Retry_After="1"), respond.answer(BODY))
    start = time.monotonic()
    assert fetch_one(url, retry_after_max_s=2.0).body == BODY
    assert time.monotonic() - start > 0.95


def test_retry_after_as_a_date(site, respond, fetch_one):
    busy = respond.answer(b"", status="503 Busy", Retry_After="Sun, 01 Mar 2026 12:00:01 GMT")
    assert fetch_one(site.on("/", busy, respond.answer(BODY))).body == BODY


def test_a_long_retry_after_ends_the_host_for_this_run(site, respond, fetch):
    urls = [site.on("/a", respond.answer(b"", status="429 Slow", Retry_After="3600")), site.on("/b")]
    start = time.monotonic()
    first, second = fetch(*urls)
    assert time.monotonic() - start < 1
    assert (first.kind, first.retryable) == ("status-429", True)
    assert "in 3600 s" in first.message
    assert (second.kind, second.retryable) == ("host-down", True)
    assert site.count("/b") == 0


def test_a_host_that_fails_three_times_in_a_row_is_left_alone(site, respond, fetch):
    urls = [site.on(f"/{i}", reset) for i in range(5)]
    kinds = [outcome.kind for outcome in fetch(*urls, retries=0)]
    assert kinds[3:] == ["host-down"] * 2
    assert "host-down" not in kinds[:3]


def test_pages_that_are_missing_do_not_count_against_their_host(site, respond, fetch):
    urls = [site.url(f"/missing{i}") for i in range(4)] + [site.on("/there", respond.answer(BODY))]
    assert isinstance(fetch(*urls)[-1], Done)


def test_huge_headers_are_refused(site, respond, fetch_one):
    huge = respond.raw(b"HTTP/1.1 200 OK\r\nX-Much: " + b"a" * 2_000_000 + b"\r\n\r\n")
    assert fetch_one(site.on("/", huge), retries=0).kind in ("protocol", "reset")


@pytest.mark.parametrize("noise", [b"", b"\r\n\r\n", b"SSH-2.0-hello\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\0" * 300])
def test_what_is_not_http_is_a_failure(site, respond, fetch_one, noise):
    got = fetch_one(site.on("/", respond.raw(noise)), retries=0)
    assert (got.kind, got.retryable) == ("protocol", True)


def test_a_redirect_loop_and_a_long_chain_end(site, respond, fetch_one):
    site.on("/a", respond.redirect("/b"))
    site.on("/b", respond.redirect("/a"))
    assert fetch_one(site.url("/a")).kind == "redirect-loop"
    for i in range(9):
        site.on(f"/{i}", respond.redirect(f"/{i + 1}"))
    assert fetch_one(site.url("/0")).kind == "redirects"
    assert site.count("/5") == 1
    assert site.count("/6") == 0


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("file:///etc/passwd", "scheme"),
        ("gopher://127.0.0.1/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://user:secret@127.0.0.1/", "userinfo"),
        ("http://", "redirect-loop"),
        ("http://[::1", "redirect"),
        ("http://a b\x01c/", "bad-url"),
        ("", "redirect"),
    ],
)
def test_redirects_to_what_is_no_plain_address_are_refused(site, respond, fetch_one, location, kind):
    got = fetch_one(site.on("/", respond.redirect(location)))
    assert got.kind == kind
    assert got.item == site.url("/")
    assert got.message.startswith(site.url("/"))


def test_a_port_nobody_listens_on(fetch_one):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    got = fetch_one(f"http://127.0.0.1:{port}/")
    assert (got.kind, got.retryable) == ("connect", True)


def test_a_dead_redirect_target_says_so_and_spares_the_host(site, respond, fetch):
    urls = [site.on("/a", respond.redirect("http://gone.example/x")), site.on("/b", respond.answer(BODY))]

    def lookup(host: str) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    first, second = fetch(*urls, lookup=lookup)
    assert first.kind == "dns"
    assert first.message.startswith(f"{urls[0]}: it redirects; http://gone.example/x: the name gone.example")
    assert second.value.body == BODY


def test_without_name_resolution_the_whole_list_fails_fast(fetch):
    asked = []

    def lookup(host: str) -> list[str]:
        asked.append(host)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    start = time.monotonic()
    outcomes = fetch(*(f"https://n{i}.example/feed" for i in range(40)), lookup=lookup, host_delay_s=1.0)
    assert time.monotonic() - start < 2
    assert {(o.kind, o.retryable) for o in outcomes} == {("dns", True)}
    assert max(asked.count(host) for host in asked) == 2


def test_a_resolver_that_hangs_costs_one_time_limit(fetch):
    release = threading.Event()

    def lookup(host: str) -> list[str]:
        release.wait(10)
        return []

    start = time.monotonic()
    outcomes = fetch(*(f"https://n{i}.example/" for i in range(20)), lookup=lookup, connect_s=0.3)
    release.set()
    assert time.monotonic() - start < 2
    assert {o.kind for o in outcomes} == {"dns"}
    assert "no answer within 0.3 s" in outcomes[0].message


def test_without_any_connection_retries_stop(fetch):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    start = time.monotonic()
    outcomes = fetch(*(f"http://n{i}.example:{port}/" for i in range(30)), backoff_s=1.0, concurrency=4)
    assert time.monotonic() - start < 4
    assert {o.kind for o in outcomes} == {"connect", "no-network"}


def test_without_any_answer_to_connections_the_list_costs_a_few_time_limits(fetch):
    """A listener whose queue is full lets further connections wait, as a firewall that drops packets does."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        port = listener.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
        start = time.monotonic()
        outcomes = fetch(*(f"http://n{i}.example:{port}/" for i in range(30)), connect_s=0.3)
        took = time.monotonic() - start
        for each in waiting:
            each.close()
    assert {o.kind for o in outcomes} == {"connect", "no-network"}
    assert took < 2


def transport_errors(kind: type[Exception] = httpx.TransportError) -> list[type[Exception]]:
    return [kind, *(leaf for below in kind.__subclasses__() for leaf in transport_errors(below))]


@pytest.mark.parametrize("kind", transport_errors())
def test_every_error_of_the_layer_below_is_mapped(kind):
    error = translate(kind("boom"), "http://a.example/")
    assert error.message.startswith("http://a.example/: ")
    assert error.kind in {"connect", "timeout", "reset", "proxy", "protocol", "request"}
    hopeless = issubclass(kind, (httpx.LocalProtocolError, httpx.UnsupportedProtocol))
    assert isinstance(error, TryAgain) != (hopeless or kind in (httpx.TransportError, httpx.ProtocolError))
