"""Drift of quotations on the labelled pairs: ``python benchmarks/drift.py [open|kept|all] [--errors]``.

A pair is a corpus of two articles: the speaker's own, and one that prints a sentence in quotation marks. Scored are the
verdict (macro-F1; a quotation that the reader did not see counts as ``missed``) and the differences (F1): the kind must
be right and each side's words must meet the labelled ones.
"""

from __future__ import annotations

import sys
import time

from labelled import Desk, article, rows, show

from pipeline.cluster.corpus import Corpus
from pipeline.cluster.documents import documents
from pipeline.cluster.drift import renderings
from pipeline.cluster.families import families
from pipeline.cluster.groups import Context
from pipeline.cluster.origins import origins
from pipeline.cluster.statements import folded, statements
from pipeline.cluster.voices import voices
from pipeline.records import Article, Variant


def pair(row: dict) -> tuple[Article, Article]:
    """Make the two articles."""
    own = {"outlet": f"Notes of {row['speaker']}", "byline": row["speaker"], "published": "2025-03-03"}
    other = {"outlet": "The Printing House", "byline": "", "published": "2025-03-08"}
    return (
        article(f"{row['id']}-own", {**own, **row["original"], "title": ""}),
        article(f"{row['id']}-other", {**other, **row["printed"], "title": ""}),
    )


def variant(corpus: Corpus, printed: Article) -> Variant | None:
    """Judge the quotation of the second article as the main job does."""
    found = statements(corpus)
    family = families(found)
    origin = origins(documents(corpus))
    ids = {name: entry.family_id for name, entry in origin.items()}
    context = Context(family, ids, voices(found, ids, corpus.readings, family))
    judged = renderings(found, context, origin)
    return next((r.variant for r in judged if r.printed.article.id == printed.id), None)


def meets(true: str | None, got: str | None) -> bool:
    """Tell whether two wordings share a word, or one holds the other; scripts without spaces share two signs."""
    if true is None or got is None:
        return True  # that something was lost or added is the finding; which word stood for it is a detail
    one, other = folded(true), folded(got)
    return bool(set(one.split()) & set(other.split())) or one in other or other in one


def matched(true: list[dict], got: Variant | None) -> int:
    """Count the labelled differences that were found."""
    rest = list(got.differences) if got else []
    count = 0
    for want in true:
        words = (want["original"], want["variant"])
        for found in rest:
            if found.kind == want["kind"] and meets(words[0], found.original) and meets(words[1], found.variant):
                rest.remove(found)
                count += 1
                break
    return count


def main(half: str, errors: bool) -> None:
    """Score one half, or both together."""
    started = time.perf_counter()
    chosen = [row for row in rows("drift.jsonl") if half in (row["half"], "all")]
    desk, results = Desk(), []
    desk.prepare(made for row in chosen for made in pair(row))
    wanted = given = right = 0
    for row in chosen:
        own, other = pair(row)
        got = variant(desk.corpus([own, other]), other)
        hit, found = matched(row["differences"], got), list(got.differences) if got else []
        wanted, given, right = wanted + len(row["differences"]), given + len(found), right + hit
        verdict = got.verdict if got else "missed"
        results.append((row["verdict"], verdict))
        if errors and (verdict != row["verdict"] or hit < max(len(found), len(row["differences"]))):
            told = [(d.kind, d.original, d.variant) for d in found]
            true = [tuple(d.values()) for d in row["differences"]]
            print(f"  {row['id']} {row['verdict']}{true}, found {verdict}{told}")
            print(f"      {row['original']['text']}\n      {row['printed']['text']}")
    show(f"drift, {half}", results)
    print(f"differences: p {right / max(1, given):.2f}  r {right / max(1, wanted):.2f}", end="  ")
    print(f"F1 {2 * right / max(1, wanted + given):.3f} on {wanted}; {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main(next((a for a in sys.argv[1:] if not a.startswith("-")), "open"), "--errors" in sys.argv)
