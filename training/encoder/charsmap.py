"""Compile a code point map into the character map that the ``tokenizers`` library reads.

The map is a double-array trie over UTF-8 bytes (one little-endian uint32 a node) followed by the replacements, each
ended by a zero byte. A node's word packs: its label (8 bits), whether a value hangs below it (bit 8), and the
distance to its children, combined with exclusive or (from bit 10). A value node holds the offset of its replacement
with the top bit set.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

_LEAF, _VALUE, _SHIFT, _FAR = 1 << 8, 1 << 31, 10, 1 << 21

Node = dict[int, "Node | int"]


def compile_charsmap(normal: Mapping[int, str]) -> bytes:
    """Return the character map for ``normal`` (code point to replacement)."""
    texts, offsets = _replacements(normal)
    root: Node = {}
    for point in sorted(normal):
        node = root
        for byte in chr(point).encode():
            node = node.setdefault(byte, {})  # type: ignore[assignment]  # only value nodes are numbers, under byte 0
        node[0] = offsets[normal[point]]
    units = _layout(root)
    trie = b"".join(struct.pack("<I", unit) for unit in units)
    return struct.pack("<I", len(trie)) + trie + texts


def _replacements(normal: Mapping[int, str]) -> tuple[bytes, dict[str, int]]:
    blob, offsets = bytearray(), {}
    for text in sorted(set(normal.values())):
        offsets[text] = len(blob)
        blob += text.encode() + b"\0"
    return bytes(blob), offsets


def _layout(root: Node) -> list[int]:
    """Place every node so that its children lie at ``base ^ label``; one base serves one node, or reads would stray."""
    units, used, free_from = [0] * 1024, [False] * 1024, 1
    used[0] = True
    bases: set[int] = set()
    waiting: list[tuple[int, Node]] = [(0, root)]
    while waiting:
        place, node = waiting.pop()
        base = free_from
        while base in bases or any(_taken(used, base ^ label) for label in node):
            base += 1
        bases.add(base)
        if base ^ place >= _FAR:
            raise ValueError("the map is too large for near offsets")
        units[place] |= (base ^ place) << _SHIFT | (_LEAF if 0 in node else 0)
        for label, child in sorted(node.items()):
            spot = base ^ label
            _grow(units, used, spot)
            used[spot] = True
            if isinstance(child, int):
                units[spot] = _VALUE | child
            else:
                units[spot] = label
                waiting.append((spot, child))
        while free_from < len(used) and used[free_from]:
            free_from += 1
    return units


def _taken(used: list[bool], spot: int) -> bool:
    return spot == 0 or (spot < len(used) and used[spot])


def _grow(units: list[int], used: list[bool], spot: int) -> None:
    missing = (spot | 255) + 1 - len(units)
    if missing > 0:
        units.extend([0] * missing)
        used.extend([False] * missing)
