"""The number ledger as published: rows, page, digest."""

import json

from pipeline import schema
from pipeline.publish import render


def rows(files):
    return [json.loads(line) for line in files["ledger.jsonl"].splitlines()]


def test_a_row_gives_values_who_says_them_and_both_spans(edition):
    (row,) = rows(render(edition))
    assert list(schema.validator("ledger").iter_errors(row)) == []
    texts = {article.id: article.text for article in edition.articles}
    assert all(texts[v["article_id"]][v["start"] : v["end"]] == v["text"] for v in row["values"])
    assert [(v["text"], v["value"], v["unit"], v["said"][:10]) for v in row["values"]] == [
        ("170 times", "170", "1", "2026-09-01"),
        ("170 %", "170", "%", "2026-09-03"),
    ]
    (conflict,) = row["conflicts"]
    assert (conflict["kind"], conflict["first"]["text"], conflict["second"]["text"]) == ("unit", "170 times", "170 %")
    assert (row["subject"], row["articles"], row["origins"]) == ("The largest Meridian-4", 2, 1)


def test_counts_and_pages_tell_of_it(edition):
    files = render(edition)
    counts = json.loads(files["edition.json"])["counts"]
    assert (counts["ledger"], counts["conflicts"]) == (1, 1)
    digest, page = files["digest.md"].decode(), files["report.html"].decode()
    assert "## Numbers that do not agree\n\nThe largest Meridian-4 (another unit):" in digest
    assert '<h2 id="ledger">The number ledger</h2>' in page
    assert page.count(">170 %</") >= 2


def test_what_one_origin_repeats_alike_is_not_shown(builder):
    texts = ("It costs 5 dollars.", "Costs: 5 dollars.")
    first, second = (
        builder.article(f"Paper {n}", "t", text, day="2026-09-01", family="o1_x") for n, text in enumerate(texts)
    )
    number = {"words": "5 dollars", "value": "5", "kind": "money", "unit": "USD"}
    claims = [builder.claim(a, t, number=number) for a, t in ((first, texts[0]), (second, texts[1]))]
    files = render(builder.edition(ledger=(builder.entry(*claims),)))
    assert len(rows(files)) == 1
    assert b'id="ledger"' not in files["report.html"]
