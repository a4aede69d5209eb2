"""Only the public internet, unless allowed: whatever the notation, the name, or the redirect."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import subprocess
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ConfigError
from pipeline.fetch.addresses import is_public
from pipeline.records import Failure

PRIVATE = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.5",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::127.0.0.1",
    "2002:7f00:1::",
    "fc00::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "2001:db8::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_off_the_public_internet(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])
def test_addresses_on_the_public_internet(address):
    assert is_public(address)


@given(st.ip_addresses(v=4))
@settings(max_examples=100, deadline=None)
def test_an_address_is_judged_the_same_in_each_disguise(ip):
    number = int(ip)
    disguises = [(0xFFFF << 32) | number, (0x64FF9B << 96) | number, (0x2002 << 112) | (number << 80)]
    assert {is_public(str(ipaddress.IPv6Address(d))) for d in disguises} == {is_public(str(ip))}


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "0x7f000001",
        "2130706433",
        "017700000001",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[0:0::1]",
        "[fe80::1%25lo]",
        "0",
    ],
)
def test_loopback_in_any_notation_is_refused_and_never_asked(site, fetch_one, host):
    def never(name: str) -> list[str]:
        raise AssertionError(name)

    got = fetch_one(site.url("/", host), allow_private=False, lookup=never)
    assert isinstance(got, Failure)
    assert (got.kind, got.retryable) == ("private-address", False)
    assert "settings.fetch.allow_private" in got.message
    assert site.asked == []


@pytest.mark.parametrize(
    "name", ["intranet.example", "localhost", "LOCALHOST.", "xn--mnchen-3ya.example", "münchen.example"]
)
def test_a_name_that_resolves_to_loopback_is_refused(site, fetch_one, name):
    got = fetch_one(site.url("/", name), allow_private=False, lookup=lambda host: ["::ffff:127.0.0.1", "10.0.0.8"])
    assert got.kind == "private-address"
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(site, respond, fetch_one):
    """The first hop passes for public by its name; the second does not."""
    metadata = respond.redirect("http://169.254.169.254/latest/meta-data/")
    inside = respond.redirect(site.url("/secret", "inside.example"))
    for answer in (metadata, inside):
        site.on("/", answer)
        got = fetch_one(site.url("/", "outside.example"), allow_private=False, lookup=pretend(site))
        assert got.kind == "private-address"
        assert got.message.startswith(f"{site.url('/', 'outside.example')}: it redirects; http://")
    assert site.count("/secret") == 0


def pretend(site):
    """Resolve one name to an address that only this test's check takes for public."""
    return lambda host: ["127.0.0.1"] if host == "outside.example" else ["10.9.8.7"]


@pytest.fixture(autouse=True)
def loopback_passes_for_public_in_one_test(request, monkeypatch):
    if "redirect_to_a_private" in request.node.name or "rebinding" in request.node.name:
        from pipeline.fetch import addresses

        honest = addresses.is_public
        monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or honest(address))


def test_rebinding_a_name_between_check_and_connection_has_no_effect(site, respond, fetch_one):
    site.on("/a", respond.redirect("/b"))
    site.on("/b", respond.answer(b"kept"))
    answers = iter([["127.0.0.1"], ["10.0.0.1"], ["10.0.0.1"]])
    got = fetch_one(site.url("/a", "turncoat.example"), allow_private=False, lookup=lambda host: next(answers))
    assert got.body == b"kept"


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("ftp://a.example/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("a.example/feed", "scheme"),
        ("http:///feed", "bad-url"),
        ("http://me:secret@a.example/", "userinfo"),
        ("http://a@127.0.0.1@b.example/", "userinfo"),
        ("http://a.example:99999/", "bad-url"),
        ("http://" + "a" * 70_000, "bad-url"),
        ("http://a..example/", "dns"),
        ("http://\ud800.example/", "bad-url"),
    ],
)
def test_what_is_no_plain_address_is_refused(fetch_one, url, kind):
    def strict(host: str) -> list[str]:
        host.encode("idna")
        raise AssertionError(host)

    got = fetch_one(url, lookup=strict)
    assert got.kind == kind
    assert "secret" not in got.message


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_address_does_more_than_fail(text):
    from pipeline.fetch import Fetcher, FetchSettings, Target

    def nowhere(host: str) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    fetcher = Fetcher(FetchSettings(connect_s=0.2), now=lambda: None, lookup=nowhere)
    outcomes = fetcher.get([Target("s", text), Target("s", f"http://{text}")])
    assert all(isinstance(o, Failure) and o.kind != "unforeseen" for o in outcomes)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for ``harbor.example`` that signs itself, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=harbor.example"
    )
    command += " -addext subjectAltName=DNS:harbor.example -keyout key.pem -out cert.pem"
    done = subprocess.run(command.split(), cwd=folder, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("openssl cannot make a certificate here")
    return folder / "cert.pem", folder / "key.pem"


@pytest.fixture
def tls_site(certificate):
    """A TLS server that answers each connection with the server name that it was asked for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    names = []
    context.sni_callback = lambda sock, name, ctx: names.append(name)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                plain, _ = listener.accept()
                with context.wrap_socket(plain, server_side=True) as connection:
                    connection.recv(65536)
                    body = str(names[-1]).encode()
                    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
                    connection.sendall(head.encode() + body)
            except ssl.SSLError:
                continue
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()


def test_tls_asks_for_the_name_and_checks_it_though_it_connects_to_a_number(tls_site, certificate, fetch_one):
    trusted = certificate[0]
    url = f"https://harbor.example:{tls_site}/"
    assert fetch_one(url, ca_file=trusted).body == b"harbor.example"
    other = fetch_one(f"https://other.example:{tls_site}/", ca_file=trusted)
    assert (other.kind, other.retryable) == ("certificate", False)
    assert "not valid for 'other.example'" in other.message
    assert fetch_one(url).kind == "certificate"


@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
def test_a_bad_ca_file_stops_everything_with_its_name(fetch_one, tmp_path, content):
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError, match=r"settings\.fetch\.ca_file: no certificates can be read from .*ca\.pem"):
        fetch_one("https://harbor.example/", ca_file=path)
