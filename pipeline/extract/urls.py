"""Addresses: absolute, without tracking, canonical only on the same host."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|_hs\w+|hs_\w+|hsa_\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|mkt_tok|oly_\w+|vero_\w+"
    r"|wt_mc|ga_\w+|pk_\w+|piwik_\w+|spm|trk\w*|ref_src|ref_url|__s|s_cid|cmpid|ns_\w+)",
    re.IGNORECASE,
)


def clean_url(url: str) -> str:
    """Return the address without tracking parameters and white space; anything but http(s) comes back as it is.

    >>> clean_url("https://a.example/x?utm_source=mail&id=3")
    'https://a.example/x?id=3'
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not parts.query:
        return url
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key)]
    if len(kept) == len(pairs):
        return url
    return urlunsplit(parts._replace(query=urlencode(kept)))


def absolute(base: str, href: str) -> str | None:
    """Return the absolute http(s) address of a link, or None where it leads to none (anchors, mail, scripts).

    >>> absolute("https://a.example/b/", "../c?utm_medium=x")
    'https://a.example/c'
    """
    href = href.strip()
    if not href or href.startswith("#"):
        return None
    try:
        url = urljoin(base, href) if base.startswith(("http://", "https://")) else href
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return clean_url(url)


def host(url: str) -> str:
    """Return the host of an address without ``www.``, or an empty string.

    >>> host("https://www.a.example:8080/x")
    'a.example'
    """
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def choose(address: str, canonical: str | None) -> str:
    """Return the canonical address if it is on the same host (or the item has none), else the item's own."""
    if canonical:
        found = absolute(address, canonical)
        if found and (not host(address) or host(found) == host(address)):
            return found
    return clean_url(address)
