"""``feed.xml``: an Atom feed (RFC 4287) of what changed, with ids that never change."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from pipeline.publish.changes import ChangesView
from pipeline.publish.questions import QuestionView
from pipeline.records import Change, Edition, content_id
from pipeline.wire import encode, instant

ATOM = "http://www.w3.org/2005/Atom"
SHOWN = 200
"""Newest changes that one feed holds."""
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def feed(edition: Edition, questions: tuple[QuestionView, ...], changes: ChangesView) -> bytes:
    """Give the feed: one entry for the answer to each question, one for each change that is news."""
    updated = instant(newest(edition)) or ""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _child(root, "title", "Stancewire: who changed sides, and what is new")
    _child(root, "id", "urn:stancewire:changes")
    _child(root, "updated", updated)
    _child(ET.SubElement(root, "author"), "name", "Stancewire")
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": "feed.xml"})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": "report.html"})
    for question in questions:
        summary = f"{question.headline} {question.independence}".strip()
        key = content_id("f1_", edition.id, "answer", question.id)
        _entry(root, key, f"{question.text} {question.headline}", summary, updated)
    for view in changes.fresh[:SHOWN]:
        _entry(root, change_id(edition, view.change), view.title, view.detail or view.title, updated)
    ET.indent(root)
    return encode('<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n")


def newest(edition: Edition) -> datetime:
    """Give the time of the newest article: the edition's own time would change the bytes of an unchanged edition."""
    moments = [moment for article in edition.articles for moment in (article.published, article.fetched) if moment]
    return max(moments, default=_EPOCH)


def change_id(edition: Edition, change: Change) -> str:
    """Identify a change for good: what happened to what, in which edition."""
    return content_id("f1_", edition.id, change.kind, change.what, change.id, change.label, change.detail)


def _entry(root: ET.Element, key: str, title: str, summary: str, updated: str) -> None:
    entry = ET.SubElement(root, "entry")
    _child(entry, "title", title)
    _child(entry, "id", f"urn:stancewire:{key}")
    _child(entry, "updated", updated)
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": "report.html"})
    _child(entry, "summary", summary)


def _child(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _FORBIDDEN.sub("\ufffd", text)
