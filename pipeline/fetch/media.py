"""Which kind of document a body is, by header, by file name, or by its first bytes."""

from __future__ import annotations

import codecs
import re
import zlib

UNKNOWN = "application/octet-stream"

_BY_SUFFIX = {
    ".atom": "application/atom+xml",
    ".eml": "message/rfc822",
    ".htm": "text/html",
    ".html": "text/html",
    ".json": "application/json",
    ".markdown": "text/markdown",
    ".mbox": "application/mbox",
    ".md": "text/markdown",
    ".rss": "application/rss+xml",
    ".txt": "text/plain",
    ".warc": "application/warc",
    ".warc.gz": "application/warc",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
}
_MARKUP = (
    (re.compile(r"<(!doctype html|html|head|body)\b", re.I), "text/html"),
    (re.compile(r"<(rss|rdf:rdf)\b", re.I), "application/rss+xml"),
    (re.compile(r"<feed\b", re.I), "application/atom+xml"),
    (re.compile(r"<\?xml\b"), "application/xml"),
)
_MBOX = re.compile(r"From \S+ .*\d{4}")
_MAIL = re.compile(r"(?:(?:[A-Za-z][A-Za-z0-9-]*): .*\r?\n(?:[ \t].*\r?\n)*){2,}")
_MAIL_FIELDS = re.compile(r"^(?:Received|Return-Path|Message-ID|MIME-Version|From|Delivered-To):", re.I | re.M)
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))
"""Bytes that no text holds, in an encoding of one byte or more (ISO-2022-JP switches by escape)."""


def header_type(value: str) -> tuple[str, str | None]:
    """Read a ``Content-Type`` header: media type in lower case, and charset if it names one.

    >>> header_type('Text/HTML; charset="UTF-8"'), header_type("nonsense")
    (('text/html', 'utf-8'), ('application/octet-stream', None))
    """
    from email.message import EmailMessage  # takes 30 ms, and files need none of it

    message = EmailMessage()
    try:
        message["Content-Type"] = value.replace("\r", " ").replace("\n", " ")
        charset = message.get_content_charset()
    except (ValueError, IndexError, LookupError, AttributeError):  # the parser of headers trips over some nonsense
        return UNKNOWN, None
    media_type = value.partition(";")[0].strip().lower()
    return (media_type if re.fullmatch(r"[\w.+-]+/[\w.+-]+", media_type, re.ASCII) else UNKNOWN), charset


def name_type(name: str) -> str | None:
    """Tell the media type by a file name; None if its suffix says nothing.

    >>> name_type("Issue.HTML"), name_type("crawl.warc.gz"), name_type("LICENSE")
    ('text/html', 'application/warc', None)
    """
    lower = name.lower()
    return next((kind for suffix, kind in _BY_SUFFIX.items() if lower.endswith(suffix)), None)


def is_binary(data: bytes) -> bool:
    r"""Tell whether data cannot be text in any usual encoding.

    >>> is_binary("naïve".encode("utf-16")), is_binary(b"%PDF-1.7 ..."), is_binary(b"\x89PNG\r\n\x1a\n\0\0")
    (False, True, True)
    """
    head = data[:8192]
    if head.startswith(b"%PDF-"):
        return True
    if head.startswith(_BOMS) or _looks_utf16(head):
        return False
    return b"\0" in head or _controls(head) * 50 > len(head)


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))


def _looks_utf16(head: bytes) -> bool:
    """UTF-16 without a mark, mostly of Latin letters: zeros at every other place, at no other, and no controls."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) * 3 > len(head) and _controls(head) == even + odd


def sniff(data: bytes) -> str:
    """Tell the media type of text by its first bytes; plain text if nothing else fits."""
    if data.startswith(b"\x1f\x8b"):
        return "application/warc" if is_packed_warc(data) else UNKNOWN
    head = data[:4096].decode("utf-8-sig", "replace").lstrip()
    if head.startswith("WARC/"):
        return "application/warc"
    if head.startswith("<"):
        return next((kind for pattern, kind in _MARKUP if pattern.search(head[:1500])), "text/html")
    if head.startswith(("{", "[")) and re.match(r'[\[{]\s*["{\]}]', head):
        return "application/json"
    if _MBOX.match(head):
        return "application/mbox"
    fields = _MAIL.match(head)
    return "message/rfc822" if fields and _MAIL_FIELDS.search(fields[0]) else "text/plain"


def is_packed_warc(data: bytes) -> bool:
    """Tell whether gzip data holds a web archive."""
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(data[:4096], 5) == b"WARC/"
    except zlib.error:
        return False
