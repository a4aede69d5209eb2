"""Ids that are hashes of what they name."""

from __future__ import annotations

import hashlib


def content_id(prefix: str, *parts: str) -> str:
    """Return ``prefix`` + 16 hex digits of the SHA-256 of the parts.

    Parts are length-prefixed, so ("ab", "c") and ("a", "bc") differ.

    >>> content_id("c1_", "a", "b")
    'c1_facdde7abf1eac5b'
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(str(len(data)).encode() + b":" + data)
    return prefix + digest.hexdigest()[:16]
