"""A tree of elements (HTML, or the tree that trafilatura makes) to blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from pipeline.extract.blocks import LINE, Block, BlockKind, Run
from pipeline.extract.clean import assemble, strip_invisible
from pipeline.extract.lines import group, wrap_column

_SKIP = frozenset(
    (
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "form", "button",
        "input", "select", "textarea", "head", "title", "meta", "link", "nav", "audio", "video", "canvas", "map",
        "graphic", "img",
    )
)  # fmt: skip
_BREAKING = frozenset(
    (
        "p", "div", "section", "article", "main", "header", "footer", "aside", "figure", "ul", "ol", "dl", "table",
        "tbody", "thead", "tfoot", "body", "html", "center", "address", "fieldset", "details", "summary", "list",
        "ab", "td", "th", "tr", "li", "item", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "head", "pre",
        "blockquote", "quote", "hr", "figcaption", "caption", "row", "cell", "codeblock",
    )
)  # fmt: skip
_BOLD = frozenset(("b", "strong"))
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_QUOTES = frozenset(("blockquote", "quote"))
_ITEMS = frozenset(("li", "item", "dt", "dd"))
_LAYOUT = "p|div|table|ul|ol|h1|h2|h3|h4|h5|h6|blockquote|section|article|br"
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])", re.I)
_FOOTNOTE = re.compile(r"#(?:_?ftn|fn|footnote|cite|endnote|note)", re.I)
_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡↩⤴^]+\ufe0e?)[\])]?\s*")


def parse_html(text: str) -> etree._Element | None:
    """Parse HTML, whole or a fragment, leniently; None where there is nothing to parse."""
    data = text.replace("\x00", "").encode("utf-8", "replace")
    if not data.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    return etree.fromstring(data, parser)


def html_blocks(text: str, fix: Callable[[str], str] | None = None) -> tuple[Block, ...]:
    """Return the blocks of an HTML text. ``fix`` is applied to every piece of text outside code."""
    root = parse_html(text)
    return () if root is None else Walker(fix).walk(root)


class Walker:
    """Walks a tree without recursion, so that its depth does not matter."""

    def __init__(self, fix: Callable[[str], str] | None = None) -> None:
        self.blocks: list[Block] = []
        self._fix = fix
        self._runs: list[Run] = []
        self._stack: list[str] = []
        self._links: list[str] = []
        self._counts = {"bold": 0, "quote": 0, "code": 0, "row": 0, "caption": 0, "item": 0}
        self._level = 0

    def walk(self, root: etree._Element) -> tuple[Block, ...]:
        """Return the blocks of a tree, in document order."""
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if not isinstance(element.tag, str):
                self._text(element.tail if event == "end" else None)
            elif event == "start":
                if self._skipped(element):
                    walker.skip_subtree()
                    self._stack.append("")
                    if element.tag == "br":
                        self._runs.append(Run(LINE))
                    continue
                self._enter(element)
                self._text(element.text)
            else:
                self._leave(element, self._stack.pop())
                self._text(element.tail)
        self._flush()
        return tuple(self.blocks)

    def _skipped(self, element: etree._Element) -> bool:
        tag = element.tag
        if tag in ("br", "lb") or (tag in _SKIP and not (tag == "head" and element.get("rend"))):
            if tag == "lb":
                self._runs.append(Run(LINE))
            return True
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            return True
        return self._is_footnote_mark(element)

    @staticmethod
    def _is_footnote_mark(element: etree._Element) -> bool:
        """Tell whether an element is nothing but a footnote's number, or the arrow back."""
        if element.tag not in ("a", "ref", "sup"):
            return False
        words = "".join(element.itertext())
        if len(words) > 8 or not _MARK.fullmatch(words):
            return False
        if element.tag == "sup":
            inner = element.find(".//a")
            return inner is not None and "#" in (inner.get("href") or "")
        return _FOOTNOTE.search(element.get("href") or element.get("target") or "") is not None

    def _enter(self, element: etree._Element) -> None:
        tag = element.tag
        role = self._role(element)
        if role == "row" or (tag in _BREAKING and not self._counts["row"]):
            self._flush()
        if tag in ("a", "ref"):
            self._links.append(element.get("href") or element.get("target") or "")
            role = "link"
        elif tag == "hr":
            self.blocks.append(Block("rule", ""))
        if role in self._counts:
            self._counts[role] += 1
        elif role == "heading":
            self._level = _HEADINGS.get(tag) or _HEADINGS.get(element.get("rend") or "", 2)
        elif self._counts["row"] and tag in ("td", "th", "cell") and self._runs:
            self._runs.append(Run(" | "))
        self._stack.append(role)

    def _role(self, element: etree._Element) -> str:
        tag = element.tag
        if tag in _BOLD or (tag == "hi" and element.get("rend") == "#b"):
            return "bold"
        if tag in _HEADINGS or tag == "head":
            return "heading"
        if tag in _QUOTES:
            return "quote"
        if tag in ("pre", "code"):
            return "code" if tag == "pre" or (len(element) == 0 and "\n" in (element.text or "")) else ""
        if tag in _ITEMS:
            return "item"
        if tag in ("figcaption", "caption"):
            return "caption"
        return "row" if tag in ("tr", "row") and self._is_data(element) else ""

    @staticmethod
    def _is_data(row: etree._Element) -> bool:
        """Tell a row of data from a row that only lays out a page: it has short cells without blocks inside."""
        cells = [cell for cell in row if cell.tag in ("td", "th", "cell")]
        if len(cells) < 2:
            return False
        for cell in cells:
            if cell.xpath(f"descendant::*[{' or '.join('self::' + t for t in _LAYOUT.split('|'))}]"):
                return False
            if len("".join(cell.itertext()).strip()) > 200:
                return False
        return True

    def _leave(self, element: etree._Element, role: str) -> None:
        tag = element.tag
        if role == "row" or (tag in _BREAKING and not self._counts["row"]):
            self._flush()
        if role == "link":
            self._links.pop()
        elif role in self._counts:
            self._counts[role] -= 1
        elif role == "heading":
            self._level = 0

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._fix is not None and not self._counts["code"]:
            text = self._fix(text)
        link = self._links[-1] if self._links else None
        self._runs.append(Run(text, bold=self._counts["bold"] > 0, link=link or None))

    def _kind(self) -> BlockKind:
        counts = self._counts
        if self._level:
            return "heading"
        for name in ("code", "row", "caption", "item"):
            if counts[name]:
                return name
        return "para"

    def _flush(self) -> None:
        runs, self._runs = self._runs, []
        if not runs or not any(strip_invisible(run.text).strip() for run in runs):
            return
        kind = self._kind()
        quoted = self._counts["quote"]
        for text, links, bold in _paragraphs(runs, joined=kind in ("heading", "row", "code")):
            self.blocks.append(Block(kind, text, links, bold, self._level, quoted))


def _paragraphs(runs: list[Run], *, joined: bool) -> list[tuple[str, tuple[tuple[int, int, str], ...], int]]:
    """Assemble runs; line breaks the author meant start a paragraph, those inside a sentence do not."""
    if joined:
        line = assemble(replace(run, text=run.text.replace(LINE, " ")) for run in runs)
        return [line] if line[0] else []
    lines: list[list[Run]] = [[]]
    for run in runs:
        head, *rest = run.text.split(LINE)
        lines[-1].append(replace(run, text=head))
        lines.extend([replace(run, text=piece)] for piece in rest)
    if len(lines) == 1:
        line = assemble(lines[0])
        return [line] if line[0] else []
    return _regroup(lines)


def _regroup(lines: list[list[Run]]) -> list[tuple[str, tuple[tuple[int, int, str], ...], int]]:
    done = [assemble(line) for line in lines]
    texts = [text for text, _, _ in done]
    inner = [text for text, following in pairwise(texts) if text and following]
    column = wrap_column(inner) if len(inner) >= 4 else None
    result: list[tuple[str, tuple[tuple[int, int, str], ...], int]] = []
    for members in _blank_separated(texts):
        for indexes in group([texts[i] for i in members], column):
            chosen = [members[i] for i in indexes]
            if len(chosen) == 1:
                result.append(done[chosen[0]])
            else:
                joined = [run for i in chosen for run in (*lines[i], Run("\n"))]
                result.append(assemble(joined))
    return result


def _blank_separated(texts: list[str]) -> list[list[int]]:
    parts: list[list[int]] = [[]]
    for index, text in enumerate(texts):
        if text:
            parts[-1].append(index)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]
