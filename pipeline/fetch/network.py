"""The one file that knows httpx: a single request to a checked address, within its limits.

It is imported when the first request is made, since httpx takes a tenth of a second to load.
"""

from __future__ import annotations

import asyncio
import ssl
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

from pipeline.errors import ConfigError, FetchError
from pipeline.fetch.addresses import Resolver, check_form, literal
from pipeline.fetch.body import ACCEPTED, read_body, too_big
from pipeline.fetch.retry import TryAgain
from pipeline.fetch.settings import FetchSettings

_ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"
_RETRIED: tuple[tuple[type[httpx.TransportError], str, str], ...] = (
    (httpx.ConnectTimeout, "connect", "no connection in time"),
    (httpx.ConnectError, "connect", "no connection"),
    (httpx.TimeoutException, "timeout", "no answer in time"),
    (httpx.NetworkError, "reset", "the connection broke"),
    (httpx.ProxyError, "proxy", "the proxy refused"),
    (httpx.RemoteProtocolError, "protocol", "the server broke off or does not speak proper HTTP"),
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What one request gave. Header names are lower case; ``body`` is empty unless ``status`` is 200."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class Web:
    """Makes single requests; it follows no redirect and repeats nothing. An async context manager.

    It drives httpx's transport rather than its client, which would keep cookies and read ``Location`` by itself.
    """

    def __init__(self, settings: FetchSettings, resolver: Resolver) -> None:
        self._settings = settings
        self._transport = _Checked(settings, resolver)
        self._headers = {"User-Agent": settings.user_agent, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED}
        self._timeout = httpx.Timeout(settings.request_s).as_dict()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._transport.aclose()

    async def prepare(self, url: str) -> None:
        """Look the host of ``url`` up, outside of the time limit of a request. Raises :class:`FetchError`."""
        await self._transport.prepare(parse(url))

    async def request(self, url: str, headers: Mapping[str, str]) -> Reply:
        """GET ``url`` once. Raises :class:`FetchError`, or :class:`TryAgain` where another attempt may help."""
        parsed = parse(url)
        await self._transport.prepare(parsed)
        try:
            async with asyncio.timeout(self._settings.request_s):
                return await self._exchange(parsed, url, headers)
        except TimeoutError as error:
            limit = f"{self._settings.request_s:g} s"
            raise TryAgain(
                f"{url}: not read to its end within {limit}; try again later, or raise settings.fetch.request_s.",
                item=url,
                kind="timeout",
            ) from error
        except httpx.TransportError as error:
            raise translate(error, url) from error

    async def _exchange(self, parsed: httpx.URL, url: str, headers: Mapping[str, str]) -> Reply:
        request = httpx.Request(
            "GET", parsed, headers={**self._headers, **headers}, extensions={"timeout": self._timeout}
        )
        response = await self._transport.handle_async_request(request)
        try:
            known = {name.lower(): value for name, value in response.headers.items()}
            body = await self._body(response, known, url) if response.status_code == 200 else b""
            return Reply(url, response.status_code, known, body)
        finally:
            await response.aclose()

    async def _body(self, response: httpx.Response, headers: Mapping[str, str], url: str) -> bytes:
        limit = self._settings.max_bytes
        announced = headers.get("content-length", "")
        if announced.isdigit() and int(announced[:18]) > limit:
            raise too_big(url, limit)
        return await read_body(response.aiter_raw(), headers.get("content-encoding", ""), limit, url)


class _Checked(httpx.AsyncBaseTransport):
    """Connects to the addresses that the resolver let pass, under the name that was asked for.

    One pool per host name: connections are kept per IP address below, and two names on one address must not share an
    encrypted connection whose certificate was checked for only one of them.
    """

    def __init__(self, settings: FetchSettings, resolver: Resolver) -> None:
        self._settings = settings
        self._resolver = resolver
        self._pools: dict[tuple[str, str | None], httpx.AsyncHTTPTransport] = {}
        self._ssl = _own_certificates(settings.ca_file) if settings.ca_file else None

    async def prepare(self, url: httpx.URL) -> None:
        """Look the host up, outside of the time limit of the request. Raises :class:`FetchError`."""
        if not self._proxied(url):
            await self._resolver.addresses(host_of(url), str(url))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        proxy = self._proxied(request.url)
        pool = self._pool(host_of(request.url), proxy)
        if proxy is not None:
            return await self._through_proxy(pool, request)
        tried = _two(await self._resolver.addresses(host_of(request.url), str(request.url)))
        connect_s = self._settings.connect_s / len(tried)
        for address in tried[:-1]:
            try:
                return await pool.handle_async_request(_towards(request, address, connect_s))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue  # a name with two addresses is reachable when one of them is; the last one may raise
        return await pool.handle_async_request(_towards(request, tried[-1], connect_s))

    async def _through_proxy(self, pool: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
        if literal(host_of(request.url)) is not None:
            await self._resolver.addresses(host_of(request.url), str(request.url))
        return await pool.handle_async_request(request)

    def _proxied(self, url: httpx.URL) -> str | None:
        return proxy_for(url.scheme, url.host) if self._settings.trust_env else None

    def _pool(self, host: str, proxy: str | None) -> httpx.AsyncHTTPTransport:
        if self._ssl is None:
            self._ssl = httpx.create_ssl_context(trust_env=self._settings.trust_env)
        key = (host, proxy)
        if key not in self._pools:
            limits = httpx.Limits(max_connections=self._settings.concurrency, max_keepalive_connections=1)
            self._pools[key] = httpx.AsyncHTTPTransport(verify=self._ssl, trust_env=False, limits=limits, proxy=proxy)
        return self._pools[key]

    async def aclose(self) -> None:
        for pool in self._pools.values():
            await pool.aclose()


def parse(url: str) -> httpx.URL:
    """Read an address and refuse what is no plain http(s) one. Raises :class:`FetchError`."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(
            f"{url[:300]}: not a valid address ({error}); correct it in the configuration.", item=url, kind="bad-url"
        ) from error
    check_form(url, parsed.scheme, parsed.host, port=parsed.port, userinfo=bool(parsed.userinfo))
    return parsed


def proxy_for(scheme: str, host: str) -> str | None:
    """Return the proxy that the environment (or the system) names for a host, if any."""
    if urllib.request.proxy_bypass(host):
        return None
    proxies = urllib.request.getproxies()
    found = proxies.get(scheme) or proxies.get("all")
    return (found if "://" in found else f"http://{found}") if found else None


def host_of(url: httpx.URL) -> str:
    """Return the host in ASCII, as it is looked up and certified."""
    return url.raw_host.decode("ascii").strip("[]")


def _own_certificates(path: Path) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=path)
    except OSError as error:  # ssl.SSLError is one, too
        raise ConfigError(
            f"settings.fetch.ca_file: no certificates can be read from {path} ({error.strerror or error}); correct it.",
            item=str(path),
            kind="config",
        ) from error


def _two(addresses: list[str]) -> list[str]:
    """Pick the addresses to try: the best one, and the best of the other family (else the next)."""
    best = addresses[0]
    rest = sorted(addresses[1:], key=lambda address: (":" in address) == (":" in best))
    return [best, *rest[:1]]


def _towards(request: httpx.Request, address: str, connect_s: float) -> httpx.Request:
    """Aim a request at an IP address; its Host header and the name in the TLS handshake stay."""
    timeout = {**request.extensions.get("timeout", {}), "connect": connect_s}
    extensions = {**request.extensions, "timeout": timeout, "sni_hostname": host_of(request.url)}
    url = request.url.copy_with(host=address)
    return httpx.Request(request.method, url, headers=request.headers, stream=request.stream, extensions=extensions)


def translate(error: httpx.TransportError, url: str) -> FetchError:
    """Turn an error of httpx into ours, with the next action."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchError(
                f"{url}: the certificate cannot be trusted ({cause.verify_message}); check the address, the clock of "
                "this machine, or set settings.fetch.ca_file.",
                item=url,
                kind="certificate",
            )
        cause = cause.__cause__ or cause.__context__
    for known, kind, words in _RETRIED:
        if isinstance(error, known):
            detail = f" ({error})" if str(error) else ""
            return TryAgain(f"{url}: {words}{detail}; try again later.", item=url, kind=kind)
    return FetchError(f"{url}: cannot be asked for ({error}); check the address.", item=url, kind="request")
