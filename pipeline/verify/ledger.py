"""The number ledger agrees with the quantities, claims and articles that it joins."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.verify.folder import Folder, Row
from pipeline.verify.problem import Problem

FILE = "ledger.jsonl"
_SAME = tuple("article_id start end text claim_id value low high unit kind approximate bound".split())  # noqa: SIM905  one line


def ledger(folder: Folder) -> Iterator[Problem]:
    """Check each entry: values are the quantities that they name, oldest first; counts and conflicts follow."""
    for entry in folder.ledger.values():
        values = {value["quantity_id"]: value for value in entry["values"]}
        for value in values.values():
            yield from _value(folder, entry["id"], value)
        said = [value["said"] for value in entry["values"]]
        if said != sorted(said):
            yield Problem(FILE, entry["id"], "values are not in order of time")
        yield from _counts(folder, entry, values)
        for conflict in entry["conflicts"]:
            yield from _conflict(entry["id"], conflict, values)


def _value(folder: Folder, item: str, value: Row) -> Iterator[Problem]:
    quantity = folder.quantities.get(value["quantity_id"])
    if quantity is None:
        yield Problem(FILE, item, f"no such quantity: {value['quantity_id']}")
        return
    for name in _SAME:
        if value[name] != quantity[name]:
            yield Problem(FILE, item, f"{quantity['id']} has {name} {quantity[name]!r}, not {value[name]!r}")
    claim = folder.claims.get(value["claim_id"] or "")
    if claim is not None and claim["holder"] != value["holder"]:
        yield Problem(FILE, item, f"{quantity['id']} is not said by the holder of {claim['id']}")
    article = folder.articles.get(value["article_id"])
    if article is not None and (article["published"] or article["fetched"]) != value["said"]:
        yield Problem(FILE, item, f"{quantity['id']} was not said at {value['said']}")


def _counts(folder: Folder, entry: Row, values: dict[str, Row]) -> Iterator[Problem]:
    homes = {value["article_id"] for value in values.values()}
    origins = {folder.articles[home]["origin"]["family_id"] for home in homes if home in folder.articles}
    for name, counted in (("articles", len(homes)), ("origins", len(origins))):
        if entry[name] != counted:
            yield Problem(FILE, entry["id"], f"says {entry[name]} {name}, the values make {counted}")


def _conflict(item: str, conflict: Row, values: dict[str, Row]) -> Iterator[Problem]:
    for side in ("first", "second"):
        place = conflict[side]
        value = values.get(place["quantity_id"])
        if value is None or any(place[name] != value[name] for name in ("article_id", "start", "end", "text")):
            yield Problem(FILE, item, f"a conflict names {place['text']!r}, which is none of its values")
