"""Markup that is not Markdown: shortcodes, template code, containers and attributes of other dialects."""

from __future__ import annotations

import html
import re

_FENCE = re.compile(r"^([ \t]*)(```+|~~~+)[^\n]*\n.*?(?:^[ \t]*\2[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{\s*[<%]\s*(/?)\s*([\w./-]*)((?:[^\"{}]|\"(?:[^\"\\]|\\.)*\")*?)[%>]?\s*\}\}", re.DOTALL)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*\"((?:[^\"\\]|\\.)*)\"", re.DOTALL)
_PROSE = ("body", "text", "content", "quote")
_HANDLES = ("username", "user", "handle", "nickname", "screenname")
_AUTHORS = ("author", "name", "by", "cite", "speaker")
_STATEMENT = re.compile(r"\{%-?.{0,2000}?-?%\}|\{#-?.{0,2000}?-?#\}", re.DOTALL)
_EXPRESSION = re.compile(r"\{\{[-~]?\s*[\w.$]+(?:\s*[|.(][^{}\n]*)?\s*[-~]?\}\}")
_CONTAINER = re.compile(r"^[ \t]*:{3,}[^\n]*$", re.MULTILINE)
_BLOCK = re.compile(
    r"^///[ \t]*([\w-]*)[ \t]*(?:\|[ \t]*([^\n]*))?\n?((?:[ \t]*[\w-]+[ \t]*[:=][^\n]*\n)*)", re.MULTILINE
)
_TOC = re.compile(r"^[ \t]*(?:\[\[?_?toc_?\]?\]|\{:?\s*toc\s*\}|\[\[_TOC_\]\]|\{\{toc\}\})[ \t]*$", re.I | re.MULTILINE)
_LINE_ATTRIBUTES = re.compile(r"^[ \t]*\{:?[ \t]*[.#:][^{}\n]*\}[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(
    r"(?<=[\])`*_])\{:?[ \t]*[.#:\w][^{}\n]{0,400}\}|[ \t]+\{:?[ \t]*[.#][\w-][^{}\n]{0,200}\}(?=[ \t]*$)", re.M
)
_KRAMDOWN = re.compile(r"\{:[ \t]*[.#\w][^{}\n]{0,200}\}")
_SPAN = re.compile(r"\[\]\{[^{}\n]{0,400}\}")
_WIKI = re.compile(r"!?\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")
_FOOTNOTE_REF = re.compile(r"(?<!^)\[\^[^\]\s]{1,40}\](?!:)", re.MULTILINE)
_FOOTNOTE_DEF = re.compile(r"^[ \t]*\[\^[^\]\s]{1,40}\]:[ \t]*", re.MULTILINE)
_CALLOUT = re.compile(
    r"^((?:[ \t]*>)+[ \t]*)\[!([\w-]+)\][-+]?[ \t]*([^\n]*)\n((?:[ \t]*>[^\n]*(?:\n|\Z))*)", re.MULTILINE
)
_MARKED = re.compile(r"==(?=\S)([^=\n]+?)(?<=\S)==")


def remove_templates(text: str) -> str:
    """Return Markdown without the markup of site generators; code fences are left alone.

    >>> remove_templates('{{< figure src="a.png" >}}Costs fell.[^2]{: .lead}')
    'Costs fell.'
    """
    pieces: list[str] = []
    end = 0
    for fence in _FENCE.finditer(text):
        pieces.append(_clean(text[end : fence.start()]))
        pieces.append(fence.group())
        end = fence.end()
    pieces.append(_clean(text[end:]))
    return "".join(pieces)


def _clean(text: str) -> str:
    if "{" in text:
        text = _SHORTCODE.sub(_shortcode, text)
        text = _STATEMENT.sub("", text)
        text = _EXPRESSION.sub("", text)
        text = _SPAN.sub("", text)
        text = _LINE_ATTRIBUTES.sub("", text)
        text = _KRAMDOWN.sub("", text)
    text = _CONTAINER.sub("", text)
    text = _BLOCK.sub(_titled_block, text)
    text = _CALLOUT.sub(_callout, text)
    if "[" in text:
        text = _TOC.sub("", text)
        text = _FOOTNOTE_REF.sub("", text)
        text = _FOOTNOTE_DEF.sub("", text)
        text = _WIKI.sub(_wiki, text)
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    return _MARKED.sub(r"\1", text)


def _shortcode(match: re.Match[str]) -> str:
    """A shortcode goes, unless it carries prose in an attribute: then the prose stays, as a quotation if it is one."""
    name = match[2].lower()
    attributes = {key.lower(): value for key, value in _ATTRIBUTE.findall(match[3])}
    prose = next((attributes[key] for key in _PROSE if attributes.get(key)), "")
    if match[1] or not prose:
        return "\n\n" if "\n" in match.group() else ""
    prose = prose.replace('\\"', '"').replace("\n\n", "<br><br>")
    tag = "blockquote" if "quote" in name or "comment" in name else "div"
    return f"\n\n<{tag}>{_byline(attributes)}{prose}</{tag}>\n\n"


def _byline(attributes: dict[str, str]) -> str:
    """Return the line that names who wrote the words of a shortcode; a handle gets its sign."""
    handle = next((attributes[key] for key in _HANDLES if attributes.get(key)), "")
    author = next((attributes[key] for key in _AUTHORS if attributes.get(key)), "")
    who = f"@{handle.removeprefix('@')}" if handle else author
    return f"<p>{who}:</p>" if who else ""


def _titled_block(match: re.Match[str]) -> str:
    return f"\n**{match[2].strip()}**\n\n" if match[2] else "\n"


def _callout(match: re.Match[str]) -> str:
    """A callout box is the author's own text, although it is written like a quotation."""
    body = re.sub(r"^[ \t]*>[ \t]?", "", match[4], flags=re.MULTILINE)
    title = match[3].strip()
    return f"\n**{title}**\n\n{body}\n\n" if title else f"\n{body}\n\n"


def _wiki(match: re.Match[str]) -> str:
    """A wiki link becomes its words, as a link that leads nowhere outside."""
    if match.group().startswith("!"):
        return ""
    label = (match[2] or match[1]).strip()
    return f'<a href="#wiki">{html.escape(label)}</a>'
