"""``digest.md``: one page for a reader. Sentences are templates around real quotes; nothing is invented."""

from __future__ import annotations

import re

from pipeline.publish.changes import ChangesView
from pipeline.publish.ledger import EntryView, ValueView
from pipeline.publish.left_out import LeftOut, left_out
from pipeline.publish.numbers import NumberView
from pipeline.publish.questions import GroupView, QuestionView, SideView
from pipeline.publish.view import ClaimView, Print
from pipeline.publish.words import VERDICT_WORDS, count, language, listing
from pipeline.records import Edition

KEY_POINTS, DRIFTS, NUMBERS, ENTRIES, CHANGES, FAILURES = 3, 4, 6, 4, 8, 8
"""How much of each fits on the page; the report and the data hold the rest."""


def digest(
    edition: Edition,
    questions: tuple[QuestionView, ...],
    numbers: tuple[NumberView, ...],
    entries: tuple[EntryView, ...],
    changes: ChangesView,
) -> bytes:
    """Give the page as Markdown (CommonMark with tables)."""
    lines: list[str] = []
    for question in questions:
        lines += _question(question)
    lines += _numbers(numbers) + _disputed(entries) + _changes(edition, changes) + _failures(edition)
    lines += ["---", "", f"Edition `{edition.id}`. The whole report with its evidence: [report.html](report.html).", ""]
    return "\n".join(lines).encode("utf-8", "replace")


def escape(text: str) -> str:
    r"""Make any text plain in Markdown, on one line.

    >>> print(escape("a *b* [c]"))
    a \*b\* \[c\]
    """
    line = re.sub(r"([\\`*_\[\]<>#|~&])", r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", line)  # else a list or a heading could begin here


def _question(view: QuestionView) -> list[str]:
    lines = [f"# {escape(view.text)}", "", f"**{view.headline}** {view.independence}".rstrip(), ""]
    lines += ["| Answer | Claims | Articles | Voices | Independent origins |", "|---|--:|--:|--:|--:|"]
    for side in view.sides:
        total = side.totals
        lines.append(f"| {side.word} | {total.claims} | {total.articles} | {total.voices} | {total.origins} |")
    lines.append("")
    for side in view.sides:
        lines += _side(side)
    return lines + _drifts(view) + _movers(view)


def _side(side: SideView) -> list[str]:
    if not side.groups:
        return []
    lines = [f"## {side.word}: {count(side.totals.voices, 'voice')}", ""]
    for group in side.shown[:KEY_POINTS]:
        lines += _group(group)
    rest = len(side.shown) - KEY_POINTS
    more = [count(rest, "more point")] if rest > 0 else []
    more += [f"{count(side.alone, 'statement')} that {'fits' if side.alone == 1 else 'fit'} none"] if side.alone else []
    return [*lines, f"And {' and '.join(more)} in the report.", ""] if more else lines


def _group(group: GroupView) -> list[str]:
    size = f" · {count(group.size, 'claim')} in {listing([language(code) for code in group.languages])}"
    return [*quote(group.key, size if group.size > 1 else ""), ""]


def quote(claim: ClaimView, remark: str = "") -> list[str]:
    """Give a claim's own words and, below them, who says so, where, when, and the claim's id."""
    marks = "".join(f" · {badge.text}" for badge in claim.badges)
    tongue = "" if claim.language == "en" else f" · {language(claim.language)}"
    source = f"{escape(claim.holder)}, {_place(claim.printed)}, {claim.printed.day}"
    return [f"> {escape(claim.text)}", ">", f"> — {source}{tongue}{marks}{remark} · `{claim.id}`"]


def _place(printed: Print) -> str:
    name = escape(printed.place)
    href = re.sub(r"[\s<>()]", lambda bad: f"%{ord(bad[0]):02X}", printed.href)
    return f"[{name}](<{href}>)" if href else name


def _drifts(view: QuestionView) -> list[str]:
    shown = [drift for drift in view.drift if drift.changed][:DRIFTS]
    lines = ["## Quotes that changed on the way", ""] if shown or view.orphans else []
    for drift in shown:
        lines += [*quote(drift.original), ""] if drift.original else []
        for variant in drift.changed:
            verdict = VERDICT_WORDS[variant.verdict]
            changes = "; ".join(f"{one.kind}: {_pair(one.original, one.variant)}" for one in variant.differences)
            lines += [f"was printed as ({verdict}{'; ' + changes if changes else ''})", "", *quote(variant.claim), ""]
    if view.orphans:
        lines += [f"Printed in quotation marks, with no original among what was read: {len(view.orphans)}.", ""]
    return lines


def _pair(original: str | None, variant: str | None) -> str:
    return " → ".join("nothing" if words is None else f"“{escape(words)}”" for words in (original, variant))


def _numbers(numbers: tuple[NumberView, ...]) -> list[str]:
    lines = ["## Numbers in play", ""] if numbers else []
    for one in numbers[:NUMBERS]:
        frame = f" — {', '.join(f'{name}: “{escape(words)}”' for name, words in one.frame)}" if one.frame else ""
        source = f"{escape(one.claim.holder)}, {_place(one.claim.printed)}, {one.claim.printed.day}"
        lines.append(f"- **{escape(one.text)}**{frame} ({source}{_elsewhere(one)} · `{one.id}`)")
    return [*lines, ""] if numbers else []


def _disputed(entries: tuple[EntryView, ...]) -> list[str]:
    """Give the numbers that sources do not agree on, each print on a line of its own."""
    disputed = [entry for entry in entries if entry.conflicts]
    lines = ["## Numbers that do not agree", ""] if disputed else []
    for entry in disputed[:ENTRIES]:
        lines += [f"{escape(entry.name)} ({'; '.join(dict.fromkeys(one.word for one in entry.conflicts))}):", ""]
        lines += [_print(value) for value in entry.values]
        lines.append("")
    rest = len(disputed) - ENTRIES
    return [*lines, f"And {count(rest, 'more measure')} in the report.", ""] if rest > 0 else lines


def _print(value: ValueView) -> str:
    source = f"{escape(value.holder)}, {_place(value.printed)}, {value.printed.day}"
    return f"- **{escape(value.text)}** ({source} · `{value.id}`)"


def _elsewhere(one: NumberView) -> str:
    return f" and {count(one.elsewhere, 'more place')}" if one.elsewhere else ""


def _movers(view: QuestionView) -> list[str]:
    movers = [position for position in view.positions if position.moved]
    lines = ["## Who changed their mind", ""] if movers else []
    for position in movers:
        lines += [f"{escape(position.holder)}, oldest first:", ""]
        for entry in position.shown:
            remark = f" ({escape(entry.remark)})" if entry.remark else ""
            lines += [f"{entry.word}{remark}:", "", *quote(entry.claim), ""]
    return lines


def _changes(edition: Edition, changes: ChangesView) -> list[str]:
    if edition.previous is None:
        return []
    lines = ["## Since the edition before", ""]
    if not edition.changes:
        return [*lines, "Nothing changed.", ""]
    for view in changes.fresh[:CHANGES]:
        lines.append(f"- {escape(view.title)}{f' ({escape(view.detail)})' if view.detail else ''}")
    rest = max(0, len(changes.fresh) - CHANGES) + changes.unnamed
    if rest:
        lines.append(f"- and {count(rest, 'more change')} in changes.json")
    if changes.late:
        lines.append(f"- {count(changes.late, 'change')} more rest on texts from before that were only found now")
    return [*lines, ""]


def _failures(edition: Edition) -> list[str]:
    failed = [f"{one.source_id}: {one.message}" for one in edition.sources if one.status == "failed"]
    failed += [f"{one.item} ({one.room}): {one.message}" for one in edition.failures]
    lines = ["## What failed or was left out", ""]
    lines += [f"- {escape(text)}" for text in failed[:FAILURES]]
    if len(failed) > FAILURES:
        lines.append(f"- and {count(len(failed) - FAILURES, 'more failure')} in edition.json")
    lines += [f"- left out, {escape(one.reason)}: {_named(one)}" for one in left_out(edition)]
    return [*lines, ""] if len(lines) > 2 else [*lines, "Nothing failed.", ""]


def _named(one: LeftOut) -> str:
    parts = [escape(name) for name in one.names] + ([f"{one.unnamed} more"] if one.unnamed and one.names else [])
    return count(one.size, "item") + (f" ({listing(parts)})" if parts else "")
