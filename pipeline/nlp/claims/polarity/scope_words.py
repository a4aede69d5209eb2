"""The words that open, close and join clauses, language by language: ``data/scope.yaml`` as expressions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.nlp.claims.words.forms import forms
from pipeline.nlp.claims.words.lexicon import Lexicon, load
from pipeline.nlp.claims.words.tokens import fold

_ALSO_RELATIVE = {"fr": ("que",), "es": ("que",), "it": ("che",), "pt": ("que",)}
"""Words that open reported clauses too: relative behind a name and a mark."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Words:
    """The expressions of one language; None where it has no words of a kind."""

    strict: bool
    opens: re.Pattern[str] | None
    first: re.Pattern[str] | None
    later: re.Pattern[str] | None
    links: re.Pattern[str] | None
    says: re.Pattern[str] | None
    relatives: re.Pattern[str] | None
    resumes: re.Pattern[str] | None
    verbs: re.Pattern[str] | None
    continues: re.Pattern[str] | None
    closes: re.Pattern[str] | None
    joins: re.Pattern[str] | None
    bare: re.Pattern[str] | None
    amends: re.Pattern[str] | None
    weak: re.Pattern[str] | None
    inside: re.Pattern[str] | None
    lacking: re.Pattern[str] | None
    only: re.Pattern[str] | None
    concord: re.Pattern[str] | None
    coordinates: re.Pattern[str] | None
    concedes: re.Pattern[str] | None


@cache
def words(code: str) -> Words | None:
    """Return the expressions of a language, None for a language without."""
    entries = forms("scope").get(code)
    lexicon = load(code)
    if entries is None or lexicon is None:
        return None
    get = {name: [str(w) for w in value] for name, value in entries.items() if isinstance(value, list)}
    clauses = (lexicon.words["conditionals"] | lexicon.words["concessions"]) - lexicon.words["complementizers"]
    shared = [re.escape(w) for w in sorted(clauses)]
    edge = "" if lexicon.characters else r"(?!\w)"
    start = (
        "" if lexicon.characters else r"(?<!\w)" + (f"[{lexicon.table.prefixes}]?" if lexicon.table.prefixes else "")
    )

    def of(name: str, more: Sequence[str] = (), before: str = start, after: str = edge) -> re.Pattern[str] | None:
        found = [*get.get(name, ()), *more]
        return re.compile(f"{before}(?:{'|'.join(found)}){after}", re.IGNORECASE) if found else None

    return Words(
        strict=bool(entries.get("strict")),
        opens=of("opens"),
        first=of("opens_first", shared) if "opens" in get else None,
        later=of("opens_later"),
        links=of("links"),
        says=of("says"),
        relatives=of("relatives"),
        resumes=of("resumes"),
        verbs=of("verbs", before="", after=""),
        continues=of("continues"),
        closes=of("closes", after="$"),
        joins=of("joins", before=""),
        bare=of("bare", before=""),
        amends=of("amends"),
        weak=of("amends_weakly"),
        inside=of("inside", before="", after=""),
        lacking=of("lacking", before="", after=""),
        only=of("only", before="", after=""),
        concord=of("concord"),
        coordinates=of("coordinates", after=""),
        concedes=of("concedes"),
    )


def opens_relative(text: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a relative word stands at a place, which is that behind a mark."""
    found = _WORD.match(text, at)
    word = fold(found[0]) if found is not None else ""
    if lexicon.has("relatives", word) or word in _ALSO_RELATIVE.get(lexicon.code, ()):
        return True
    known = words(lexicon.code)
    return known is not None and known.relatives is not None and known.relatives.match(text, at) is not None
