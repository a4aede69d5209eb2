"""What a text file says of itself before its text: YAML or TOML front matter, or a header of "Key: value" lines."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

import yaml

_FENCED = re.compile(r"\A\ufeff?\s*(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_HEADER = re.compile(
    r"\A\ufeff?\s*((?:(?:title|url source|url|source|author|by|date|published(?: time)?|published_at|language|site"
    r"|number of pages|warning)[ \t]*:[^\n]*\n\s*){1,8})markdown content:[ \t]*\n",
    re.IGNORECASE,
)
_MAX = 65_536
"""Characters; longer front matter is none."""
_KEYS = {
    "title": ("title",),
    "author": ("author", "authors", "byline", "by", "creator"),
    "date": ("date", "published", "published_at", "publishdate", "published time", "pubdate", "created"),
    "url": ("url", "link", "canonical_url", "canonical", "source_url", "url source", "permalink", "original_url"),
    "outlet": ("outlet", "site", "site_name", "publication", "publisher"),
    "language": ("language", "lang", "locale"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields that matter, as text (the date as parsed by YAML or TOML); empty where the file has none."""

    fields: dict[str, Any] = field(default_factory=dict)
    body: str = ""

    def text(self, name: str) -> str | None:
        """Return a field (title, author, url, outlet, language) as text, or None."""
        value = self.raw(name)
        if isinstance(value, list):
            value = ", ".join(str(_name(item)) for item in value if _name(item))
        value = _name(value)
        return str(value).strip() or None if isinstance(value, str | int | float) else None

    def raw(self, name: str) -> object:
        """Return a field as it was parsed, or None."""
        for key in _KEYS[name]:
            if self.fields.get(key) not in (None, ""):
                found: object = self.fields[key]
                return found
        return None

    def mentions(self, word: str) -> bool:
        """Tell whether the kind, tags or categories name a word, such as ``newsletter``."""
        values: list[object] = []
        for key in ("type", "kind", "tags", "categories", "layout"):
            value = self.fields.get(key)
            values.extend(value if isinstance(value, list) else [value])
        return any(isinstance(value, str) and value.strip().lower() == word for value in values)


def _name(value: object) -> object:
    """Authors are often written as mappings with a name."""
    return value.get("name") if isinstance(value, dict) else value


def split_front_matter(text: str) -> FrontMatter:
    r"""Cut front matter off a text.

    >>> split_front_matter("---\ntitle: A wall\n---\nText.").text("title")
    'A wall'
    """
    match = _FENCED.match(text)
    if match and len(match[2]) <= _MAX:
        fields = _parse(match[2], toml=match[1] == "+++")
        if fields:
            return FrontMatter(fields, text[match.end() :])
    match = _HEADER.match(text)
    if match:
        return FrontMatter(_pairs(match[1]), text[match.end() :])
    return FrontMatter({}, text)


def _parse(block: str, *, toml: bool) -> dict[str, Any]:
    """Parse as declared, then as the other language (writers mix the fences), then line by line."""
    readers = (_toml, _yaml) if toml else (_yaml, _toml)
    for reader in readers:
        found = reader(block)
        if found:
            return found
    return _pairs(block)


def _yaml(block: str) -> dict[str, Any]:
    try:
        data = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError):
        return {}
    return {str(key).lower(): value for key, value in data.items()} if isinstance(data, dict) else {}


def _toml(block: str) -> dict[str, Any]:
    try:
        return {key.lower(): value for key, value in tomllib.loads(block).items()}
    except tomllib.TOMLDecodeError:
        return {}


def _pairs(block: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for line in block.splitlines():
        match = re.match(r"^\s*([A-Za-z][\w -]*?)\s*[:=]\s*(.*?)\s*$", line)
        if match:
            found.setdefault(match[1].lower(), match[2].strip("\"'"))
    return found
