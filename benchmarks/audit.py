"""Claims of real articles held against what readers say of them: ``python benchmarks/audit.py BENCH [--list]``.

Reads the articles of ``BENCH/open/docs`` and ``BENCH/open/gold/docs`` as ``stancewire ingest`` does, and tells of six
draws of claims at random (:data:`PER_LANGUAGE` of each language, the rest English) how many are proper claims, and
of these how many have the right holder, mode of quotation, negation and hedging. ``benchmarks/data`` says what is right
(:data:`DRAWS`): readers labelled each claim without seeing what the program says of it, three of them and the majority
counts, but for the two wide draws, which had one.
A claim is named by its document and a hash of its words, since the articles are third-party text; one that the program
no longer extracts is left out and counted. The readers saw the words of a claim, not which of them the program says are
asserted, so the rest of a sentence beside a report in it counts as the report.

``BENCH --draw FILE SEED`` draws others and writes them with their surroundings for readers to label, ``--tally KEY FILE
LABELS...`` makes the data of what they wrote.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path

from documents import Key, named, read

from pipeline.records import Article, Claim, Edition

DRAWS = (
    "audit-first.jsonl",
    "audit.jsonl",
    "audit-wide.jsonl",
    "audit-wide-second.jsonl",
    "audit-third.jsonl",
    "audit-fourth.jsonl",
)
"""Rules were mended with the mistakes of the first four in view (200, 200, 1,000, 1,000 claims); the last two, of 200
each, were drawn and labelled before a mending and not looked at."""
PER_LANGUAGE, ALL = 14, 200
AROUND = 700
"""Characters before a claim that readers see, and a fifth as many after it."""
FIELDS = ("proper", "holder", "quoted", "negated", "hedged")
WRITER, UNKNOWN = "-", "?"
"""The holder of what the writer of the document says in their own name; one that the text does not name."""


def main() -> None:
    """Score the labelled claims, draw new ones, or tally labels."""
    match sys.argv[1:]:
        case [bench, "--draw", out, seed]:
            draw(edition(Path(bench)), Path(out), int(seed))
        case ["--tally", key, out, *labels]:
            tally(Path(key), Path(out), [Path(one) for one in labels])
        case [bench, *rest]:
            known = claims(edition(Path(bench)))
            for name in DRAWS:
                print(f"{name}:")
                score(Path(__file__).parent / "data" / name, known, listed="--list" in rest)
        case _:
            raise SystemExit(__doc__)


def edition(bench: Path) -> Edition:
    """Read the documents."""
    return read((bench / "open/docs", bench / "open/gold/docs"), questions=0)


def claims(made: Edition) -> dict[Key, tuple[Claim, Article]]:
    """Return each claim by document and hash."""
    return {key: (claim, article) for key, claim, article in named(made)}


def draw(made: Edition, out: Path, seed: int) -> None:
    """Write claims with their surroundings to ``out`` and their names to ``out`` with ``.key`` behind."""
    chance = random.Random(seed)
    by_language: dict[str, list[tuple[str, str]]] = {}
    known = claims(made)
    for key in sorted(known):
        by_language.setdefault(known[key][0].language, []).append(key)
    chosen = []
    for language in sorted(by_language.keys() - {"en"}):
        chosen += chance.sample(by_language[language], min(PER_LANGUAGE, len(by_language[language])))
    english = by_language.get("en", [])
    chosen += chance.sample(english, min(ALL - len(chosen), len(english)))
    blocks = []
    for number, key in enumerate(chosen):
        claim, article = known[key]
        before = article.text[max(0, claim.start - AROUND) : claim.start]
        after = article.text[claim.end : claim.end + AROUND // 5]
        head = f"{article.title} | by {article.byline or 'unknown'} | {article.outlet or 'unknown'}"
        blocks.append(f"##### {number} ({claim.language}) {head}\n{before}>>>{claim.text}<<<{after}\n")
    out.write_text("\n".join(blocks), "utf-8")
    rows = [{"doc": doc, "claim": claim} for doc, claim in chosen]
    out.with_name(out.name + ".key").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def tally(key: Path, out: Path, labels: list[Path]) -> None:
    """Write names and labels together; a line of labels is: number, then the five labels, tab-separated."""
    given: list[dict[int, list[str]]] = []
    for path in labels:
        lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.strip()]
        given.append({int(line[0]): [one.strip() for one in line[1:6]] for line in lines})
    rows = []
    for number, line in enumerate(key.read_text("utf-8").splitlines()):
        columns = zip(*(one[number] for one in given), strict=True)
        rows.append({**json.loads(line), **dict(zip(FIELDS, map(list, columns), strict=True))})
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def score(labels: Path, known: dict[Key, tuple[Claim, Article]], *, listed: bool) -> None:
    """Print the shares that are right, and with ``listed`` each claim on which something is not."""
    rows = [json.loads(line) for line in labels.read_text("utf-8").splitlines()]
    found = [(row, *known[key]) for row in rows if (key := (row["doc"], row["claim"])) in known]
    print(f"{len(found)} of {len(rows)} claims found")
    for field in FIELDS:
        agreed = sum(len(set(map(_plain, row[field]))) == 1 for row in rows) / len(rows)
        right = [_right(field, row, claim, article) for row, claim, article in found]
        judged = [one for one in right if one is not None]
        share = sum(judged) / max(1, len(judged))
        readers = f"; the readers agree on {agreed:.3f}" if len(rows[0][field]) > 1 else ""
        print(f"{field}: {share:.3f} of {len(judged)}{readers}")
    for row, claim, article in found if listed else ():
        wrong = [field for field in FIELDS if _right(field, row, claim, article) is False]
        if wrong:
            said = {field: row[field] for field in wrong}
            print(f"{' '.join(wrong)}: {' '.join(claim.text.split())[:220]}\n    {said} | {_said(claim)}")


def _right(field: str, row: dict[str, list[str]], claim: Claim, article: Article) -> bool | None:
    """Tell whether a label of the program is the readers'; None where they say nothing in common or it is no claim."""
    if field == "proper":
        return None if (meant := _majority(row[field])) is None else meant == "y"
    if _majority(row["proper"]) == "n" or (meant := _majority(row[field])) is None:
        return None
    if field == "holder":
        return _same_holder(row[field], claim, article)
    said = _said(claim)[field]
    return said == meant


def _said(claim: Claim) -> dict[str, str]:
    holder = WRITER if claim.holder is None else claim.holder.text
    return {
        "holder": holder,
        "quoted": claim.quoted[:1],
        "negated": "y" if claim.negated else "n",
        "hedged": "y" if claim.hedged else "n",
    }


def _same_holder(labels: list[str], claim: Claim, article: Article) -> bool:
    """Tell whether two readers at least wrote a name that shares a word with the program's."""
    holder = claim.holder
    if holder is None or (claim.quoted == "none" and not holder.text):
        ours = {WRITER}
    else:
        ours = _words(holder.text) or {UNKNOWN}
    # Who holds words that are neither quoted nor reported is who writes them, also in a thread of several writers.
    writes = claim.quoted == "none" or bool(ours & _words(article.byline or ""))
    fits = [bool(ours & _words(label)) or (label == WRITER and writes) for label in labels]
    return sum(fits) * 2 > len(labels)


def _words(name: str) -> set[str]:
    if name.strip() in (WRITER, UNKNOWN):
        return {name.strip()}
    words = {word.strip(".,;:@()「」“”\"'") for word in name.casefold().replace("·", " ").split()}
    return words - {"the", "of", "la", "le", ""}


def _plain(label: str) -> str:
    return label.strip("? ").casefold()


def _majority(labels: list[str]) -> str | None:
    label, count = Counter(map(_plain, labels)).most_common(1)[0]
    return label if count * 2 > len(labels) else None


if __name__ == "__main__":
    main()
