"""Every quote, number and name printed in the digest and in the report's evidence stands in the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from pipeline.verify.folder import Folder, Row
from pipeline.verify.problem import Problem

QUOTE = re.compile(r"^> (?P<words>.*)\n>\n> — (?P<source>.*) · `(?P<id>[^`\n]+)`$", re.MULTILINE)
NUMBER = re.compile(r"^- \*\*(?P<words>(?:\\.|[^*\\\n])*)\*\*.*`(?P<id>[^`\n]+)`\)$", re.MULTILINE)
TOTAL = re.compile(r"^\| (?:Yes|No|Both) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", re.MULTILINE)
_VOID = frozenset(("area base br col embed hr img input link meta source track wbr").split())  # noqa: SIM905  as in the standard


def digest(folder: Folder) -> Iterator[Problem]:
    """Check ``digest.md``: each quotation is its claim's text, each number its quantity's, each total the data's."""
    page = _read(folder, "digest.md")
    quotes = list(QUOTE.finditer(page))
    for found in quotes:
        yield from _digest_quote(folder, found)
    stray = sum(line.startswith("> ") for line in page.splitlines()) - 2 * len(quotes)
    if stray:
        yield Problem("digest.md", "", f"{stray} quoted lines name no claim")
    for found in NUMBER.finditer(page):
        quantity = folder.quantities.get(found["id"])
        if quantity is None or _plain(found["words"]) != _joined(quantity["text"]):
            yield Problem("digest.md", found["id"], f"no such quantity reads {found['words']!r}")
    yield from _digest_totals(folder, page)


def _digest_quote(folder: Folder, found: re.Match[str]) -> Iterator[Problem]:
    claim = folder.claims.get(found["id"])
    words = _plain(found["words"])
    if claim is None:
        yield Problem("digest.md", found["id"], "no such claim")
    elif words != _joined(claim["text"]):
        yield Problem("digest.md", found["id"], f"prints {words[:80]!r}, which is not the claim")
    elif not any(_plain(found["source"]).startswith(_joined(name) + ",") for name in _names(folder, claim)):
        yield Problem("digest.md", found["id"], "names a holder that the data do not")


def _names(folder: Folder, claim: Row) -> list[str]:
    """Names that a page may give: the holder's or the signature, or the words for one who has none."""
    holder = claim["holder"]
    signature = folder.articles.get(claim["article_id"], {}).get("byline")
    if holder is None or holder["kind"] == "author":
        return [signature or "unsigned"]
    if not any(map(str.isalnum, holder["text"])):
        return ["someone unnamed"]
    *others, last = [one["text"] for one in (holder, *claim.get("joint", ()))]
    return [f"{', '.join(others)} and {last}" if others else last]


def _digest_totals(folder: Folder, page: str) -> Iterator[Problem]:
    printed = sorted(tuple(int(number) for number in found.groups()) for found in TOTAL.finditer(page))
    known = sorted(
        tuple(question["totals"][label][key] for key in ("claims", "articles", "voices", "origins"))
        for question in folder.questions
        for label in ("yes", "no", "mixed")
    )
    if printed != known:
        yield Problem("digest.md", "", f"prints the totals {printed}, the data say {known}")


def _joined(text: str) -> str:
    return " ".join(text.split())


def _plain(markdown: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)


def report(folder: Folder) -> Iterator[Problem]:
    """Check ``report.html``: each marked text is what its ``data-`` attribute names; nothing is loaded or run."""
    reader = _Reader()
    reader.feed(_read(folder, "report.html"))
    reader.close()
    for message in reader.unsafe:
        yield Problem("report.html", "", message)
    for words in reader.loose:
        yield Problem("report.html", "", f"quotes words that name no claim: {words[:80]!r}")
    printable = _drift_forms(folder)
    for kind, attributes, words in reader.found:
        expected = _expected(folder, printable, kind, attributes)
        if words not in expected:
            item = attributes.get(kind) or ""
            yield Problem("report.html", item, f"prints {words[:80]!r} as {kind}, which is not in the data")


def _expected(folder: Folder, forms: dict[str, set[str]], kind: str, attributes: dict[str, str]) -> set[str]:
    name = attributes[kind]
    if kind == "data-article":
        text = folder.text(name)
        start, end = (attributes.get(edge, "") for edge in ("data-start", "data-end"))
        return {text[int(start) : int(end)]} if text and start.isdecimal() and end.isdecimal() else set()
    if kind == "data-drift":
        return forms.get(name, set())
    row = (folder.claims if kind == "data-claim" else folder.quantities).get(name)
    return set() if row is None else {row["text"]}


def _drift_forms(folder: Folder) -> dict[str, set[str]]:
    """Words that ``stances.json`` gives as printed forms, by claim."""
    forms: dict[str, set[str]] = {}
    for question in folder.questions:
        for item in question["drift"]:
            if item["original_claim_id"]:
                forms.setdefault(item["original_claim_id"], set()).add(item["statement"])
            for variant in item["variants"]:
                forms.setdefault(variant["claim_id"], set()).add(variant["text"])
    return forms


def _read(folder: Folder, name: str) -> str:
    path = folder.path / name
    # Bytes, since text mode would turn \r into \n and break the comparison.
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""


class _Reader(HTMLParser):
    """Collects the text of every element that says which record it prints."""

    KINDS = ("data-claim", "data-article", "data-quantity", "data-drift")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, dict[str, str], list[str]]] = []
        self.found: list[tuple[str, dict[str, str], str]] = []
        self.loose: list[str] = []
        self.unsafe: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.unsafe += _unsafe(tag, attributes)
        if tag not in _VOID:
            self.stack.append((tag, attributes, []))

    def handle_endtag(self, tag: str) -> None:
        while self.stack:
            name, attributes, parts = self.stack.pop()
            for kind in self.KINDS:
                if kind in attributes:
                    self.found.append((kind, attributes, "".join(parts)))
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        classes = [attributes.get("class") for _, attributes, _ in self.stack]
        if "gap" in classes:
            return
        named = False
        for _, attributes, parts in self.stack:
            if any(kind in attributes for kind in self.KINDS):
                parts.append(data)
                named = True
        if not named and data.strip() and any(tag == "blockquote" for tag, _, _ in self.stack):
            self.loose.append(data.strip())


def _unsafe(tag: str, attributes: dict[str, str]) -> list[str]:
    found = [f"holds a <{tag}>"] if tag in {"script", "iframe", "object", "embed", "base", "form"} else []
    found += [f"runs code: {name}" for name in attributes if name.startswith("on")]
    address = attributes.get("src") or (attributes.get("href", "") if tag == "link" else "")
    if address and not address.startswith("data:"):
        found.append(f"loads {address}")
    if re.match(r"\s*(javascript|data|vbscript):", attributes.get("href", ""), re.IGNORECASE) and tag == "a":
        found.append(f"links to {attributes['href'][:40]}")
    return found
