"""Totals, groups, positions and drift agree with the claims that they count."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.verify.folder import TABLES, Folder, Row
from pipeline.verify.problem import Problem

FILE = "stances.json"


def totals(folder: Folder) -> Iterator[Problem]:
    """Count again from ``claims.jsonl`` and ``articles.jsonl``, per question and label."""
    for question in folder.questions:
        by_label: dict[str, list[Row]] = {label: [] for label in question["totals"]}
        for claim in folder.claims.values():
            label = label_of(claim, question["id"])
            if label is None:
                yield Problem("claims.jsonl", claim["id"], f"has no stance to question {question['id']}")
            else:
                by_label[label].append(claim)
        for label, claims in by_label.items():
            yield from _compare(folder, question, label, claims)


def label_of(claim: Row, question_id: str) -> str | None:
    """Label of a claim for a question."""
    return next((str(one["label"]) for one in claim["stances"] if one["question_id"] == question_id), None)


def _compare(folder: Folder, question: Row, label: str, claims: list[Row]) -> Iterator[Problem]:
    said = question["totals"][label]
    counted = {
        "claims": len(claims),
        "articles": len({claim["article_id"] for claim in claims}),
        "origins": len(origins(folder, claims)),
    }
    for name, number in counted.items():
        if said[name] != number:
            yield Problem(FILE, question["id"], f"{label}: says {said[name]} {name}, the claims make {number}")
    yield from _voices(question["id"], label, said["voices"], claims)


def _voices(item: str, what: str, said: int, claims: list[Row]) -> Iterator[Problem]:
    # Who is the same person is read by a model, so this can only be bounded from outside.
    most = sum(1 + len(claim.get("joint", ())) for claim in claims)
    if not min(most, 1) <= said <= most:
        yield Problem(FILE, item, f"{what}: {said} voices cannot hold {len(claims)} claims")


def origins(folder: Folder, claims: list[Row]) -> set[str]:
    """Families of the articles that hold these claims."""
    homes = (folder.articles.get(claim["article_id"]) for claim in claims)
    return {home["origin"]["family_id"] for home in homes if home}


def groups(folder: Folder) -> Iterator[Problem]:
    """Check each group: its key point is one of its claims, word for word; labels, languages and counts fit."""
    for question in folder.questions:
        for group in question["groups"]:
            claims = [folder.claims[name] for name in group["claim_ids"] if name in folder.claims]
            yield from _group(folder, question["id"], group, claims)


def _group(folder: Folder, question_id: str, group: Row, claims: list[Row]) -> Iterator[Problem]:
    key = folder.claims.get(group["key_claim_id"])
    if key is not None and key["text"] != group["key_point"]:
        yield Problem(FILE, group["id"], f"key point is not the text of {key['id']}")
    if group["key_claim_id"] not in group["claim_ids"]:
        yield Problem(FILE, group["id"], f"key claim {group['key_claim_id']} is not one of its claims")
    for claim in claims:
        label = label_of(claim, question_id)
        if label != group["label"]:
            yield Problem(FILE, group["id"], f"{claim['id']} says {label}, not {group['label']}")
    if sorted(group["languages"]) != sorted({claim["language"] for claim in claims}):
        yield Problem(FILE, group["id"], f"languages {group['languages']} are not those of its claims")
    if group["origins"] != len(origins(folder, claims)):
        counted = len(origins(folder, claims))
        yield Problem(FILE, group["id"], f"says {group['origins']} origins, the claims make {counted}")
    yield from _voices(group["id"], "group", group["voices"], claims)


def positions(folder: Folder) -> Iterator[Problem]:
    """Check each position: entries in order of time, with the label of their claim; turns where the label turns."""
    for question in folder.questions:
        for position in question["positions"]:
            entries = position["entries"]
            dates = [entry["date"] for entry in entries if entry["date"]]
            if dates != sorted(dates):
                yield Problem(FILE, position["holder"], "entries are not in order of time")
            if any(not 0 < index < len(entries) for index in position["changes"]):
                yield Problem(FILE, position["holder"], f"changes {position['changes']} lie outside the entries")
            for entry in entries:
                claim = folder.claims.get(entry["claim_id"])
                if claim is not None and label_of(claim, question["id"]) != entry["label"]:
                    yield Problem(FILE, position["holder"], f"{claim['id']} does not say {entry['label']}")


def drift(folder: Folder) -> Iterator[Problem]:
    """Check that each statement and each printed form stands, word for word, in an article of the edition."""
    for question in folder.questions:
        for item in question["drift"]:
            yield from _printed(folder, item["original_claim_id"], item["statement"])
            for variant in item["variants"]:
                yield from _printed(folder, variant["claim_id"], variant["text"])


def _printed(folder: Folder, claim_id: str | None, words: str) -> Iterator[Problem]:
    claim = folder.claims.get(claim_id or "")
    if claim is not None and words not in (folder.text(claim["article_id"]) or ""):
        yield Problem(FILE, claim["id"], f"drift prints words that its article does not hold: {words[:80]!r}")


def counts(folder: Folder) -> Iterator[Problem]:
    """Check the counts of ``edition.json``."""
    said = folder.documents["edition"].get("counts", {})
    for name in TABLES:
        if name in said and said[name] != len(folder.tables[name]):
            yield Problem("edition.json", "", f"says {said[name]} {name}, {name}.jsonl has {len(folder.tables[name])}")
    conflicts = sum(len(entry["conflicts"]) for entry in folder.ledger.values())
    if said.get("conflicts", conflicts) != conflicts:
        yield Problem("edition.json", "", f"says {said['conflicts']} conflicts, ledger.jsonl has {conflicts}")
