"""Publish: an edition becomes a folder of files that people and programs read.

In: an :class:`~pipeline.records.Edition`.
Out: :func:`render` gives path -> bytes and touches nothing, :func:`answers` what the report says of each question, for
other places that tell it; :func:`write` puts them on disk: aside, synced, renamed to
``editions/<id>``; :func:`point` replaces ``latest.json``. Killed anywhere, what stood before still stands.
Raises: :class:`~pipeline.errors.PublishError` (folder not writable, disk full).
Invariants: same records, same bytes. Every specific that is printed (quote, number, name) is taken from a record, and
``pipeline.verify`` can check it against the texts. The page needs no network and no JavaScript.
How to add a file: give its bytes in ``edition_files.py``; hash, folder and checks follow by themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pipeline.publish.questions import QuestionView
    from pipeline.records import Edition

__all__ = ["answers", "point", "render", "write"]


def render(edition: Edition) -> dict[str, bytes]:
    """Give every file of an edition: path inside its folder -> bytes. Pure."""
    from pipeline.publish.edition_files import render as _render

    return _render(edition)


def answers(edition: Edition) -> tuple[QuestionView, ...]:
    """Give each question as the report lays it out: the answer in words, its sides and their points. Pure."""
    from pipeline.publish.questions import question_view
    from pipeline.wire import EditionIndex

    index = EditionIndex(edition)
    return tuple(question_view(index, result) for result in edition.analysis.questions)


def write(files: Mapping[str, bytes], edition_id: str, out: Path) -> Path:
    """Publish rendered files as ``out/editions/<edition_id>``; return the folder.

    Raises:
        PublishError: the folder cannot be written or the disk is full; the last edition still stands.
    """
    from pipeline.publish.disk import write as _write

    return _write(files, edition_id, out)


def point(folder: Path, out: Path) -> None:
    """Point ``out/latest.json`` to a published folder: the last step, after all that must not be lost.

    Raises:
        PublishError: as for :func:`write`; the old pointer still stands.
    """
    from pipeline.publish.disk import point as _point

    _point(folder, out)
