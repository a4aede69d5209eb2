"""Reading a body within its limits, also after decompression."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator

from pipeline.errors import FetchError
from pipeline.fetch.retry import TryAgain

ACCEPTED = "gzip, deflate"
"""Codings that can be undone piece by piece here, and so be stopped in time."""


class Inflater:
    """Undoes ``gzip`` or ``deflate`` piece by piece, and never makes more than ``limit`` bytes.

    Raises ``zlib.error`` for damaged data.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._made = 0
        self._fed = False
        self._engine = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)

    @property
    def overflown(self) -> bool:
        """Whether more than ``limit`` bytes came out."""
        return self._made > self._limit

    @property
    def complete(self) -> bool:
        """Whether the data ended where they said they would."""
        return self._engine.eof or not self._fed

    def feed(self, data: bytes) -> bytes:
        """Return what ``data`` expands to, cut at one byte over the limit."""
        out = bytearray()
        while data and not self.overflown:
            if self._engine.eof:  # gzip may hold several members in a row; zeros between them are padding
                data = data.lstrip(b"\0")
                if not data:
                    break
                self._engine = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
            piece = self._inflate(data)
            self._made += len(piece)
            out += piece
            data = self._engine.unused_data if self._engine.eof else self._engine.unconsumed_tail
        return bytes(out)

    def _inflate(self, data: bytes) -> bytes:
        room = self._limit - self._made + 1
        try:
            piece = self._engine.decompress(data, room)
        except zlib.error:
            if self._fed:
                raise
            self._engine = zlib.decompressobj(wbits=-zlib.MAX_WBITS)  # some servers send "deflate" without its header
            piece = self._engine.decompress(data, room)
        self._fed = True
        return piece


async def read_body(pieces: AsyncIterator[bytes], coding: str, limit: int, url: str) -> bytes:
    """Collect a body of at most ``limit`` bytes, decompressed. Raises :class:`FetchError`."""
    name = coding.strip().lower()
    if name not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(
            f"{url}: the body is packed as {coding[:40]!r}, which was not asked for; read the page in a browser.",
            item=url,
            kind="coding",
        )
    inflater = None if name in ("", "identity") else Inflater(limit)
    body = bytearray()
    received = 0
    async for piece in pieces:
        received += len(piece)
        body += piece if inflater is None else _inflated(inflater, piece, url)
        if received > limit or len(body) > limit:
            raise too_big(url, limit)
    if inflater is not None and not inflater.complete:
        raise TryAgain(f"{url}: the compressed body ends too early; try again later.", item=url, kind="truncated")
    return bytes(body)


def _inflated(inflater: Inflater, piece: bytes, url: str) -> bytes:
    try:
        return inflater.feed(piece)
    except zlib.error as error:
        raise TryAgain(
            f"{url}: the compressed body is damaged ({error}); try again later.", item=url, kind="damaged"
        ) from error


def too_big(url: str, limit: int) -> FetchError:
    """Say that a body is over its limit."""
    return FetchError(
        f"{url}: the body is larger than {limit:,} bytes; raise settings.fetch.max_bytes if it should be read.",
        item=url,
        kind="too-big",
    )
