"""Hostile servers, from the command line: each costs itself and seconds."""

from __future__ import annotations

import time

import pytest

ITEM = (
    "<item><title>Titel {0}</title><link>{1}/artikel/{0}</link><pubDate>Mon, 05 Oct 2026 10:0{0}:00 GMT</pubDate>"
    "<description>Die Skalierung ist an eine Wand gestoßen, sagt Lena Reuter, und nennt Gründe.</description></item>"
)
PAGE = (
    "<html lang=de><head><title>Titel {0}</title></head><body><article><h1>Titel {0}</h1><p>Die Skalierung ist an eine "
    "Wand gestoßen, sagt Lena Reuter, und sie nennt Gründe.</p><p>Größere Modelle bringen kaum noch Fortschritt, und "
    "das steht nur auf der ganzen Seite, nicht im Auszug. Nummer {0} folgt dem Plan.</p></article></body></html>"
)
LIMITS = {"request_s": 1.5, "connect_s": 1, "source_s": 2, "retries": 0, "host_delay_s": 0, "max_bytes": 200_000}


def feed(base: str, count: int = 1) -> bytes:
    items = "".join(ITEM.format(number, base) for number in range(count))
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Nord</title>{items}</channel></rss>".encode()


def sources(**addresses: str) -> str:
    return "\n".join(f"  - {{id: {id_}, kind: feed, url: '{url}', outlet: Blatt}}" for id_, url in addresses.items())


def endless(request):
    request.send_response(200)
    request.send_header("Content-Type", "application/rss+xml")
    request.end_headers()
    while True:
        request.wfile.write(b"<!-- and on it goes -->" * 50)
        time.sleep(0.01)


def dripping(request):
    request.send_response(200)
    request.end_headers()
    for _ in range(600):
        request.wfile.write(b" ")
        request.wfile.flush()
        time.sleep(0.1)


@pytest.mark.slow
def test_hostile_servers_cost_themselves(world, site, reply, monkeypatch):
    # 127.0.0.1 stays private; its neighbours play the public internet. Nothing may be allowed for that.
    monkeypatch.setattr("pipeline.fetch.addresses.is_public", lambda address: address != "127.0.0.1")
    private = f"http://127.0.0.1:{site.port}/secret"
    site.pages |= {
        "/good": reply(200, feed(site.url("")), Content_Type="application/rss+xml"),
        "/inward": reply(302, Location=private),
        "/loop": reply(302, Location="/loop2"),
        "/loop2": reply(302, Location="/loop"),
        "/endless": endless,
        "/drip": dripping,
        "/error": reply(200, b"<html><title>Sorry</title><body><h1>Service unavailable</h1></body></html>"),
        "/empty": reply(200),
        "/secret": reply(200, feed("http://127.0.0.1")),
        "/short": reply(200, b"<rss>", Content_Length="9000"),
    }
    names = ("good", "inward", "loop", "endless", "drip", "error", "empty", "secret", "short", "gone")
    addresses = {name: site.url(f"/{name}", host) for host, name in enumerate(names, 2)} | {"secret": private}
    world.configure(sources(**addresses), fetch=LIMITS)
    began = time.monotonic()
    told = world.run()
    assert told.code == 0, told.err
    assert time.monotonic() - began < 30
    assert world.titles == ["Titel 0"]
    failed = {f["item"].rpartition("/")[2]: f["kind"] for f in world.edition["failures"] if f["room"] == "fetch"}
    assert set(failed) >= {"inward", "loop", "endless", "drip", "empty", "secret", "short", "gone"}
    assert (failed["inward"], failed["secret"], failed["loop"]) == (
        "private-address",
        "private-address",
        "redirect-loop",
    )
    assert "/secret" not in site.asked
    assert "settings.fetch.allow_private" in told.err
    # A page in place of a feed is fetched well, and then is no feed.
    assert any("/error" in item["item"] and item["room"] == "extract" for item in world.edition["failures"])
    assert world.verify().code == 0


def test_a_full_page_stands_for_its_teaser_in_later_editions_too(world, site, reply):
    site.pages |= {f"/artikel/{n}": reply(200, PAGE.format(n).encode(), Content_Type="text/html") for n in range(2)}
    world.configure(
        f"  - {{id: nord, kind: feed, url: '{site.url('/feed')}', outlet: Nord, full_text: true}}",
        fetch={"allow_private": True, "host_delay_s": 0},
    )
    for count in (1, 2):
        site.pages["/feed"] = reply(200, feed(site.url(""), count), Content_Type="application/rss+xml")
        assert world.run().code == 0
        assert world.titles == [f"Titel {number}" for number in range(count)]
        assert all("auf der ganzen Seite" in row["text"] for row in world.rows("articles.jsonl"))
    assert site.asked.count("/artikel/0") == 1


def test_an_ingested_address_stays_in_the_editions_of_later_runs(world, site, reply):
    site.pages["/artikel/3"] = reply(200, PAGE.format(3).encode(), Content_Type="text/html")
    world.configure(fetch={"allow_private": True, "host_delay_s": 0})
    assert world.run(site.url("/artikel/3"), command="ingest").code == 0
    assert world.titles == ["Titel 3"]
    assert world.run().code == 0
    assert world.titles == ["Die Wand", "Titel 3"]
    assert world.run(command="publish").err.startswith("stancewire: nothing new")
    assert site.asked.count("/artikel/3") == 1


def test_without_a_network_the_rest_is_published_and_failures_share_a_line(world, monkeypatch):
    def no_network(host):
        raise OSError(-3, "Temporary failure in name resolution")

    monkeypatch.setattr("pipeline.fetch.addresses.socket.getaddrinfo", lambda host, *_, **__: no_network(host))
    feeds = {f"paper-{n}": f"https://paper-{n}.example/feed" for n in range(5)}
    world.configure("  - {id: letters, kind: files, path: in, outlet: Letters}\n" + sources(**feeds), fetch=LIMITS)
    told = world.run()
    assert told.code == 0
    assert world.titles == ["Die Wand"]
    lines = told.said
    assert lines[0].strip() == "failed (dns): paper-0, paper-1, paper-2, paper-3, paper-4"
    assert "check the spelling and the network" in lines[1]
    assert "5 of 6 sources failed" in lines[-1]
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("body", "kind", "advice"),
    [
        (b"<?xml version='1.0'?><rss <<<>>> &&&", "malformed", "tell its publisher"),
        (b"<!doctype html><html><title>Umzug</title><body>Wir sind umgezogen.</body>", "not_a_feed", "kind: page"),
    ],
)
def test_a_feed_that_is_none_fails_by_name_and_is_no_empty_success(world, site, reply, body, kind, advice):
    site.pages["/feed"] = reply(200, body, Content_Type="application/rss+xml")
    address = site.url("/feed")
    world.configure(sources(nord=address), fetch={"allow_private": True, "host_delay_s": 0})
    told = world.run()
    assert told.code == 1
    assert f"failed ({kind}): nord" in told.err
    assert f"{address}: " in told.err
    assert advice in told.err
    beside = f"{sources(nord=address)}\n  - {{id: letters, kind: files, path: in, outlet: Letters}}"
    world.configure(beside, fetch={"allow_private": True, "host_delay_s": 0})
    assert world.run().code == 0
    assert {(f["item"], f["kind"]) for f in world.edition["failures"]} == {(address, kind)}
    assert world.run("--strict").code == 3
    assert {s["source_id"]: s["status"] for s in world.edition["sources"]} == {"letters": "ok", "nord": "failed"}
