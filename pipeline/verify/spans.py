"""Every span equals its text, and every id leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.verify.folder import Folder, Row
from pipeline.verify.problem import Problem


def spans(folder: Folder) -> Iterator[Problem]:
    """Check each ``{text, start, end}`` at any depth, and the bare ranges, against the article's text."""
    for article in folder.articles.values():
        yield from _ranges("articles.jsonl", article, article["text"], article["id"])
    for name in ("claims", "quantities"):
        for row in folder.tables[name].values():
            text = folder.text(row["article_id"])
            if text is None:
                yield Problem(f"{name}.jsonl", row["id"], f"no such article: {row['article_id']}")
            else:
                yield from _ranges(f"{name}.jsonl", row, text, row["id"])
    for claim in folder.claims.values():
        for part in claim["content"]:
            if not claim["start"] <= part["start"] <= part["end"] <= claim["end"]:
                yield Problem("claims.jsonl", claim["id"], f"content {_at(part)} lies outside the claim")


def _ranges(file: str, value: object, text: str, item: str) -> Iterator[Problem]:
    if isinstance(value, list):
        for one in value:
            yield from _ranges(file, one, text, item)
    elif isinstance(value, dict):
        if "start" in value and "end" in value:
            yield from _range(file, value, text, item)
        for one in value.values():
            yield from _ranges(file, one, text, item)


def _range(file: str, value: Row, text: str, item: str) -> Iterator[Problem]:
    start, end = value["start"], value["end"]
    if not 0 <= start <= end <= len(text):
        yield Problem(file, item, f"span {_at(value)} lies outside the text of {len(text)} code points")
    elif "text" in value and text[start:end] != value["text"]:
        yield Problem(file, item, f"span {_at(value)} reads {text[start:end]!r}, not {value['text']!r}")


def _at(value: Row) -> str:
    return f"[{value['start']}, {value['end']})"


def references(folder: Folder) -> Iterator[Problem]:
    """Check that every id that is named exists."""
    for article in folder.articles.values():
        if article["origin"]["of"] not in (None, *folder.articles):
            yield Problem("articles.jsonl", article["id"], f"no such article: {article['origin']['of']}")
    for claim in folder.claims.values():
        yield from _known("claims.jsonl", claim["id"], claim["quantities"], folder.quantities, "quantity")
    for quantity in folder.quantities.values():
        home = [quantity["claim_id"]] if quantity["claim_id"] else []
        yield from _known("quantities.jsonl", quantity["id"], home, folder.claims, "claim")
    for question in folder.questions:
        yield from _known("stances.json", question["id"], list(_named(question)), folder.claims, "claim")


def _named(question: Row) -> Iterator[str]:
    for group in question["groups"]:
        yield from (group["key_claim_id"], *group["claim_ids"])
    for position in question["positions"]:
        yield from (entry["claim_id"] for entry in position["entries"])
    for drift in question["drift"]:
        yield from (variant["claim_id"] for variant in drift["variants"])
        if drift["original_claim_id"]:
            yield drift["original_claim_id"]


def _known(file: str, item: str, names: list[str], table: dict[str, Row], what: str) -> Iterator[Problem]:
    for name in sorted(set(names) - set(table)):
        yield Problem(file, item, f"no such {what}: {name}")
