"""Relations between articles on the labelled pairs: ``python benchmarks/relations.py HALF [--errors]``.

A pair is a corpus of two articles. ``translation``: one renders the other, or an excerpt of it, in another language, or
both render one text. ``copy``: largely the same text under whatever headline. ``coverage``: one reports what the other
says, or both report the same words of the same speaker. ``independent``: none of these, same topic or same event though
it may be. The rounds ``second`` and ``third`` hold pairs of the latter two alone; each was run once before anything was
changed for it. HALF is open (the default), kept, second or third.
"""

from __future__ import annotations

import sys
import time

from labelled import Desk, article, rows, show

from pipeline.cluster.documents import documents
from pipeline.cluster.relations import relations


def main(half: str, errors: bool) -> None:
    """Score one half."""
    started = time.perf_counter()
    articles = {row["id"]: article(row["id"], row) for row in rows("articles.jsonl")}
    pairs = [row for row in rows("relations.jsonl") if row["half"] == half]
    desk, results = Desk(), []
    desk.prepare(articles[name] for row in pairs for name in (row["a"], row["b"]))
    for row in pairs:
        found = relations(documents(desk.corpus([articles[row["a"]], articles[row["b"]]])))
        got = found[0].kind if found else "independent"
        results.append((row["relation"], got))
        if errors and got != row["relation"]:
            why = "; ".join(found[0].evidence) if found else ""
            print(f"  {row['a']} {row['b']}: {row['relation']}, found {got} ({why})")
    show(f"relations, {half}", results)
    print(f"{time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main(next((a for a in sys.argv[1:] if not a.startswith("-")), "open"), "--errors" in sys.argv)
