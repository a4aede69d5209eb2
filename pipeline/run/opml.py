"""OPML in and out: the lists of feeds that readers exchange (opml.org, version 2.0)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from pipeline.errors import ConfigError
from pipeline.records import Source


def read_opml(path: Path) -> str:
    """Return the feeds of an OPML file as YAML entries for ``sources.yaml``.

    Raises:
        ConfigError: the file cannot be read, or holds no feed.
    """
    import yaml

    entries = list(_entries(_root(path)))
    if not entries:
        raise ConfigError(f"{path}: holds no feed (an outline with xmlUrl)", item=str(path))
    return yaml.safe_dump({"sources": entries}, allow_unicode=True, sort_keys=False, width=200)


def _root(path: Path) -> etree._Element:
    # Entities and addresses are not followed: a list of feeds needs neither.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}", item=str(path)) from error
    except etree.XMLSyntaxError as error:
        raise ConfigError(f"{path}: is no XML ({error})", item=str(path)) from error
    if root is None:
        raise ConfigError(f"{path}: is no XML", item=str(path))
    return root


def _entries(root: etree._Element) -> Iterator[dict[str, str | None]]:
    used: set[str] = set()
    for outline in root.iter("outline"):
        url = (outline.get("xmlUrl") or "").strip()
        if urlsplit(url).scheme not in ("http", "https"):
            continue
        title = (outline.get("title") or outline.get("text") or urlsplit(url).hostname or "feed").strip()
        id_ = _unique(re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "feed", used)
        yield {"id": id_, "kind": "feed", "url": url, "outlet": title, "checked": None}


def _unique(id_: str, used: set[str]) -> str:
    candidate, number = id_, 2
    while candidate in used:
        candidate, number = f"{id_}-{number}", number + 1
    used.add(candidate)
    return candidate


def write_opml(sources: Iterable[Source]) -> str:
    """Return the feeds among the sources as an OPML document."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Stancewire sources"
    body = etree.SubElement(root, "body")
    for source in sources:
        if source.kind == "feed":
            etree.SubElement(body, "outline", type="rss", text=source.outlet, title=source.outlet, xmlUrl=source.url)
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return text.decode()
