"""``report.html``: one file that works offline, without JavaScript, in any browser, on paper."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pipeline.publish import words
from pipeline.publish.changes import ChangesView
from pipeline.publish.echo import families
from pipeline.publish.ledger import EntryView
from pipeline.publish.left_out import left_out
from pipeline.publish.numbers import NumberView
from pipeline.publish.questions import QuestionView, language_pair
from pipeline.publish.view import printed
from pipeline.wire import EditionIndex

if TYPE_CHECKING:
    from jinja2 import Template

GROUPS, OTHERS, DRIFTS, NUMBERS, ENTRIES, POSITIONS, CHANGES = 30, 40, 40, 24, 24, 30, 40
"""How many the page shows; it says how many more the data hold."""


def report(
    index: EditionIndex,
    questions: tuple[QuestionView, ...],
    numbers: tuple[NumberView, ...],
    entries: tuple[EntryView, ...],
    changes: ChangesView,
) -> bytes:
    """Give the page as UTF-8 HTML. Everything from outside is escaped; addresses are links only if http(s)."""
    page = _template().render(
        edition=index.edition,
        questions=questions,
        numbers=numbers,
        disputed=[entry for entry in entries if entry.conflicts],
        agreed=[entry for entry in entries if not entry.conflicts],
        changes=changes,
        families=families(index),
        articles=_articles(index),
        dropped=left_out(index.edition),
        passages=_passages(index),
        limits={
            "groups": GROUPS,
            "others": OTHERS,
            "drifts": DRIFTS,
            "numbers": NUMBERS,
            "entries": ENTRIES,
            "positions": POSITIONS,
            "changes": CHANGES,
        },
        style=files("pipeline.publish").joinpath("templates/report.css").read_text(encoding="utf-8"),
    )
    return page.encode("utf-8", "replace")


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # 60 ms: only publishing pays for it

    environment = Environment(
        loader=PackageLoader("pipeline.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        count=words.count,
        direction=words.direction,
        language=words.language,
        verdicts=words.VERDICT_WORDS,
        language_pair=language_pair,
    )
    return environment.get_template("report.html.j2")


def _articles(index: EditionIndex) -> list[dict[str, object]]:
    rows = [
        {
            "id": article.id,
            "printed": printed(index, article),
            "byline": article.byline or "",
            "claims": len(index.readings[article.id].claims) if article.id in index.readings else 0,
            "role": index.origin(article.id).role,
        }
        for article in index.edition.articles
    ]
    return sorted(rows, key=lambda row: (row["printed"].iso or "9999", row["id"]))  # type: ignore[attr-defined]  # rows for a template, values of any kind


def _passages(index: EditionIndex) -> list[tuple[str, int]]:
    total: Counter[str] = Counter()
    for reading in index.edition.readings:
        total.update(dict(reading.dropped))
    return sorted(total.items())
