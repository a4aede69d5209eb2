"""Bytes to text: byte order mark, header, declaration, UTF-8, then a guess."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import ExtractError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]+)", re.I
)
_SUPERSETS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
              "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "sjis": "cp932", "euc-kr": "cp949",
              "ks_c_5601-1987": "cp949", "iso-8859-9": "cp1254", "big5": "big5hkscs"}  # fmt: skip
"""Browsers read a name as its superset; pages rely on it."""
_MAX_LOST = 0.05
"""Share of replacement characters above which a body counts as undecodable."""
_WESTERN = frozenset("àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜ“”‘’„«»–—…€°·¿¡ºª\u00a0")
_REPLACED = "\ufffd"


def wide_order(head: bytes) -> str | None:
    """Return which UTF-16 a text without a byte order mark is in, if it is: zeros at every other place, at no other.

    >>> wide_order("Die Wand".encode("utf-16-le")), wide_order(b"Die Wand")
    ('utf-16-le', None)
    """
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) or max(even, odd) * 3 <= len(head):
        return None
    return "utf-16-be" if even else "utf-16-le"


def decode(body: bytes, charset: str | None, item: str) -> tuple[str, int]:
    """Return (text, number of characters that could not be read).

    Raises:
        ExtractError: kind ``encoding`` if too much of the body is unreadable.
    """
    for bom, name in _BOMS:
        if body.startswith(bom):
            return _checked(body.decode(name, "replace"), item)
    order = wide_order(body[:8192])
    if order is not None:
        return _checked(body.decode(order, "replace"), item)
    declared = _DECLARED.search(body[:4096])
    names = [charset, *((g.decode("ascii", "replace") for g in declared.groups() if g) if declared else ())]
    strict = _strict(body, [name for name in names if name])
    if strict is not None:
        return strict, strict.count(_REPLACED)
    return _checked(_guess(body, names), item)


def _strict(body: bytes, names: list[str]) -> str | None:
    """Decode without loss. UTF-8 comes first, since other text is hardly ever valid UTF-8 by chance."""
    wide = [name for name in names if name.lower().startswith(("utf-16", "utf-32", "iso-2022"))]
    for name in [*wide, "utf-8", *names]:
        try:
            return body.decode(_SUPERSETS.get(name.lower(), name))
        except (UnicodeError, LookupError):
            continue
    return None


def _guess(body: bytes, names: list[str | None]) -> str:
    """Decode with loss where one bad byte spoils a UTF-8 body, else by statistics."""
    lossy = body.decode("utf-8", "replace")
    if lossy.count(_REPLACED) <= max(2, len(lossy) // 1000):
        return lossy
    for name in names:
        try:
            if name:
                text = body.decode(_SUPERSETS.get(name.lower(), name), "replace")
                if text.count(_REPLACED) <= len(text) // 1000:
                    return text
        except LookupError:
            continue
    if _is_western(body):
        return body.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(body[:200_000]).best()
    return body.decode(best.encoding, "replace") if best is not None else lossy


def _is_western(body: bytes) -> bool:
    """Tell text of western Europe, where statistics on a few accents often name a neighbour's code page."""
    try:
        high = [char for char in body[:200_000].decode("cp1252") if char > "\x7f"]
    except UnicodeError:
        return False
    return len(high) <= 0.25 * len(body) and sum(char in _WESTERN for char in high) >= 0.9 * len(high)


def _checked(text: str, item: str) -> tuple[str, int]:
    lost = text.count(_REPLACED)
    if lost > _MAX_LOST * max(len(text), 1) and lost > 5:
        message = f"{item}: {lost} of {len(text)} characters cannot be decoded; save it as UTF-8 and try again"
        raise ExtractError(message, item=item, kind="encoding")
    return text, lost
