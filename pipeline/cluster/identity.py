"""Ids that survive the next run: a set of members keeps the id of the old set that it shares most with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.records import content_id


def keep_ids(prefix: str, groups: Sequence[Sequence[str]], previous: Iterable[tuple[str, str]]) -> list[str]:
    """Name each group of members, earliest member first.

    ``previous`` holds (member, id of its group in the last edition). Each old id goes to one group: the one with
    the largest overlap, ties to the smaller id, then to the smaller first member. A new group is named after its
    earliest member, so the name does not depend on the order in which documents came.
    """
    old: dict[str, str] = dict(previous)
    wishes = []
    for index, members in enumerate(groups):
        known = [old[member] for member in members if member in old]
        if len(known) == 1:  # so it is for most groups, and a counter takes its time
            wishes.append((-1, known[0], members[0], index))
        else:
            wishes += [(-count, name, members[0], index) for name, count in Counter(known).items()]
    names: dict[int, str] = {}
    taken: set[str] = set()
    for _, name, _, index in sorted(wishes):
        if index not in names and name not in taken:
            names[index] = name
            taken.add(name)
    reserved = taken | set(old.values())
    for index, members in enumerate(groups):
        if index not in names:
            names[index] = _fresh(prefix, members, reserved)
            reserved.add(names[index])
    return [names[index] for index in range(len(groups))]


def _fresh(prefix: str, members: Sequence[str], reserved: set[str]) -> str:
    """Name a new group; after a split the part that lost the old name takes one derived from all its members.

    A member that gave its name to a group and then left it must not take that name along, alone as it may be.
    """
    name = content_id(prefix, members[0])
    part = 0
    while name in reserved:
        name = content_id(prefix, "part", str(part), *sorted(members))
        part += 1
    return name
