"""Records to files: pure, path -> bytes."""

from __future__ import annotations

from pipeline import schema, wire
from pipeline.publish.changes import changes_view
from pipeline.publish.digest import digest
from pipeline.publish.feed import feed
from pipeline.publish.ledger import entry_views
from pipeline.publish.numbers import number_views
from pipeline.publish.questions import question_view
from pipeline.publish.report import report
from pipeline.records import Edition


def render(edition: Edition) -> dict[str, bytes]:
    """Give every file of the edition by its path inside the folder.

    The same records give the same bytes; the time of generation shows in ``edition.json`` alone.
    """
    index = wire.EditionIndex(edition)
    questions = tuple(question_view(index, result) for result in edition.analysis.questions)
    numbers = number_views(index)
    entries = entry_views(index)
    changes = changes_view(index)
    files = {
        "articles.jsonl": wire.lines(wire.articles(index)),
        "changes.json": wire.document(wire.changes(edition)),
        "claims.jsonl": wire.lines(wire.claims(index)),
        "digest.md": digest(edition, questions, numbers, entries, changes),
        "feed.xml": feed(edition, questions, changes),
        "ledger.jsonl": wire.lines(wire.ledger(index)),
        "quantities.jsonl": wire.lines(wire.quantities(index)),
        "report.html": report(index, questions, numbers, entries, changes),
        "stances.json": wire.document(wire.stances(edition)),
    }
    files |= {f"schema/{name}{schema.SUFFIX}": schema.source(name) for name in schema.names()}
    files["edition.json"] = wire.document(wire.edition(index, files))
    return files
