"""Items of lists that assert nothing, since no finite verb is in them: "Evaluar el rendimiento de los modelos".

Goals, tasks and topics are listed as infinitives and nouns of doing, with the words of a claim and without its verb. An
item that goes on with the sentence that leads in to its list ("The firm wants:") has the verb of that sentence. The
forms stand in ``data/listed.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pipeline.nlp.claims.rules.items import BULLET
from pipeline.nlp.claims.words.forms import forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Span

_REACH = 4000
"""Characters before an item in which its list begins."""
_SENTENCE = 3
"""Fewest words of a sentence that leads in to a list; "Goals of ours:" is its title."""
_WORD = r"[\w][\w'’/+.-]*"


@cache
def _fragment(code: str) -> re.Pattern[str] | None:
    """Return the form of an item without a finite verb, for languages that have one."""
    own = forms("listed").get(code)
    if own is None:
        return None
    if "whole" in own:
        whole = re.sub(r"\s+\|", "|", own["whole"].strip()).replace("REST", own.get("rest", ""))
        return re.compile(whole, re.IGNORECASE if code in ("ru", "nl") else 0)
    return re.compile(_chain(own), re.IGNORECASE)


def _chain(own: Mapping[str, str]) -> str:
    """Return the pattern of an infinitive or a noun of doing with the phrases behind it."""
    adjective = rf"(?: [\w-]*(?:{own['adjective']})(?!\w))" if own["adjective"] else rf"(?: {_WORD})"
    noun = rf"(?:(?:{own['the']})(?: |(?<=['’])))*{_WORD}{adjective}{{0,2}}"
    behind = rf"(?:,? (?:{own['of']})(?: |(?<=['’])){noun}|, {noun}| (?:{own['how']})(?!\w))*"
    doing = rf"(?:{own['nominal']})(?!\w){adjective}?(?= (?:{own['of']})(?!\w)){behind}"
    return rf"(?:{own['infinitive']})(?!\w)(?: {noun})?{behind}|{doing}"


def is_bare_item(text: str, span: Span, body: str, lexicon: Lexicon) -> bool:
    """Tell whether a passage is an item of a list without a finite verb, and goes on with no sentence before it.

    Args:
        text: the text.
        span: the passage.
        body: its words behind the bullet.
        lexicon: its language.
    """
    pattern = _fragment(lexicon.code)
    if pattern is None or BULLET.match(text, span.start, span.end) is None:
        return False
    words = re.sub(r"[\s*_]+", " ", body).strip(" .;,")
    if pattern.fullmatch(words) is None or any(lexicon.has("finite", t.norm) for t in _words(words, lexicon)):
        return False
    return not _is_led_in(text, span.start, lexicon)


def _words(words: str, lexicon: Lexicon) -> list:  # type: ignore[type-arg]
    # "cost" and "costs" are nouns of English as well
    return [] if lexicon.code == "en" else [t for t in tokenize(words) if t.is_word]


def _is_led_in(text: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a sentence that stops at a colon stands before the list."""
    lines = text[max(0, at - _REACH) : at].split("\n")
    before = next((line for line in reversed(lines) if line.strip() and BULLET.match(line) is None), "")
    if before.rstrip(" *_")[-1:] not in (":", "："):
        return False
    words = [t for t in tokenize(before) if t.is_word]
    return len(words) >= _SENTENCE and not _is_title(before, lexicon)


def _is_title(line: str, lexicon: Lexicon) -> bool:
    """Tell whether a line has no verb that is known."""
    pattern = lexicon.patterns["finite_patterns"]
    if any(lexicon.has("finite", t.norm) for t in tokenize(line)) or (pattern and pattern.search(line)):
        return False
    hits = lexicon.table.find("", tokenize(line))
    return not any(label.startswith(("verbs", "weak")) for hit in hits for label in hit.labels)
