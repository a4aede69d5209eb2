"""Which addresses may be asked: the form of a URL, and what a name resolves to."""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future

from pipeline.errors import FetchError

Lookup = Callable[[str], list[str]]
"""Host name to IP addresses, best first; raises OSError."""

_IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")


def system_lookup(host: str) -> list[str]:
    """Ask the system's resolver. Raises ``OSError`` (``socket.gaierror``) or ``UnicodeError``."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the public internet.

    IPv6 addresses that carry an IPv4 one (mapped, compatible, NAT64, 6to4, Teredo) are judged by what they carry.

    >>> is_public("93.184.216.34"), is_public("100.64.0.1"), is_public("::ffff:127.0.0.1"), is_public("64:ff9b::a00:1")
    (True, False, False, False)
    """
    ip = ipaddress.ip_address(address)
    inner = _carried(ip)
    if inner is not None:
        return is_public(str(inner))
    special = ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local
    site = isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local
    return ip.is_global and not special and not site


def literal(host: str) -> str | None:
    """Return the IP address that a host is written as, in any notation that systems understand; None for a name.

    >>> literal("::1"), literal("127.1"), literal("0x7f000001"), literal("2130706433"), literal("a.example")
    ('::1', '127.0.0.1', '127.0.0.1', '127.0.0.1', None)
    """
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return str(ipaddress.IPv4Address(socket.inet_aton(host)))
    except (OSError, UnicodeError):
        return None


def _carried(ip: _IP) -> ipaddress.IPv4Address | None:
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip in _NAT64 or (ip in _COMPATIBLE and int(ip) > 1):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def check_form(url: str, scheme: str, host: str, *, port: int | None, userinfo: bool) -> None:
    """Refuse what is no plain http(s) address, before anything is looked up. Raises :class:`FetchError`."""
    if scheme not in ("http", "https"):
        raise FetchError(
            f"{url}: the scheme {scheme or '(none)'!r} is refused; only http and https addresses are read.",
            item=url,
            kind="scheme",
        )
    if not host or (port is not None and not 0 < port < 65536):
        missing = "no host" if not host else f"the impossible port {port}"
        message = f"{_masked(url)}: the address has {missing}; correct it in the configuration."
        raise FetchError(message, item=url, kind="bad-url")
    if userinfo:
        raise FetchError(
            f"{_masked(url)}: the address holds a user name or password, which would be published; remove it.",
            item=url,
            kind="userinfo",
        )


def _masked(url: str) -> str:
    """Hide what stands before the host, wherever the last ``@`` of that part is."""
    return re.sub(r"^([^/?#]*//)[^/?#]*@", r"\1***@", url)


class Resolver:
    """Looks each name up once per run, in a thread that may be left behind, and keeps good news and bad.

    The system's resolver can block for half a minute and cannot be interrupted: hence daemon threads of our own,
    rather than those of the event loop, which are waited for at its end.
    """

    def __init__(self, lookup: Lookup, *, allow_private: bool, limit_s: float) -> None:
        self._lookup = lookup
        self._allow_private = allow_private
        self._limit_s = limit_s
        self._known: dict[str, asyncio.Task[list[str]]] = {}

    async def addresses(self, host: str, url: str) -> list[str]:
        """Return the addresses of ``host`` that may be connected to, never none. Raises :class:`FetchError`."""
        number = literal(host)
        found = [number] if number is not None else await self._named(host, url)
        allowed = [a for a in found if self._allow_private or is_public(a)]
        if not allowed:
            raise FetchError(
                f"{url}: {host} is {found[0]}, which is not on the public internet, and is refused; "
                "set settings.fetch.allow_private to true if you trust every configured source.",
                item=url,
                kind="private-address",
            )
        return allowed

    async def _named(self, host: str, url: str) -> list[str]:
        if host not in self._known:
            task = asyncio.create_task(self._ask(host))
            task.add_done_callback(_heard)
            self._known[host] = task
        try:
            found = await asyncio.shield(self._known[host])
        except TimeoutError:
            reason = f"no answer within {self._limit_s:g} s"
        except (OSError, UnicodeError) as error:
            reason = str(error.strerror if isinstance(error, OSError) and error.strerror else error)
        else:
            if found:
                return found
            reason = "the name has no address"
        raise FetchError(
            f"{url}: the name {host} cannot be looked up ({reason}); check the spelling and the network.",
            item=url,
            kind="dns",
            retryable=True,
        )

    async def _ask(self, host: str) -> list[str]:
        try:
            return await self._once(host)
        except socket.gaierror as error:
            if error.errno != socket.EAI_AGAIN:
                raise
        await asyncio.sleep(min(0.2, self._limit_s))
        return await self._once(host)

    async def _once(self, host: str) -> list[str]:
        answer: Future[list[str]] = Future()
        threading.Thread(target=_work, args=(answer, self._lookup, host), daemon=True, name=f"dns {host}").start()
        return await asyncio.wait_for(asyncio.wrap_future(answer), self._limit_s)


def _heard(task: asyncio.Task[list[str]]) -> None:
    """Take note of a failure, so that the loop does not report it as unheard when every asker has given up."""
    if not task.cancelled():
        task.exception()


def _work(answer: Future[list[str]], lookup: Lookup, host: str) -> None:
    if not answer.set_running_or_notify_cancel():
        return
    try:
        answer.set_result(lookup(host))
    except Exception as error:  # handed over to whoever waits
        answer.set_exception(error)
