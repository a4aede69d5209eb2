"""What the terminal says of a question is what the head of the report says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.publish import answers
from pipeline.records import Group, Position, PositionEntry, Question
from pipeline.run.pipeline import Result
from pipeline.terminal import show_result


def told(edition, capsys) -> str:
    show_result(Result(edition.id, None, True, edition, len(edition.articles), (), ()), stances=True)
    return " ".join(capsys.readouterr().out.split())


def test_a_voice_on_both_sides_and_in_several_groups_is_one(builder, capsys):
    text = "Ida Brandt says it stops. Ida Brandt says it runs. Ida Brandt says it ran. Tom Okoro says it runs."
    home = builder.article("The Lattice", "A", text, day="2026-09-01")
    stops = builder.claim(home, "Ida Brandt says it stops.", "yes", holder="Ida Brandt")
    runs, ran = (
        builder.claim(home, f"Ida Brandt says it {verb}.", "no", holder="Ida Brandt") for verb in ("runs", "ran")
    )
    tom = builder.claim(home, "Tom Okoro says it runs.", "no", holder="Tom Okoro")
    entries = tuple(PositionEntry(None, label, name) for label, name in (("yes", stops), ("no", runs), ("no", ran)))
    edition = builder.edition(
        groups=(builder.group(stops), builder.group(runs, tom), builder.group(ran)),
        positions=(
            Position("Ida Brandt", None, entries, ()),
            Position("Tom Okoro", None, (PositionEntry(None, "no", tom),), ()),
        ),
    )
    (view,) = answers(edition)
    said = told(edition, capsys)
    assert "Of two voices that take a side, one says only no and one is found on both sides." in said
    assert f"{view.headline} {view.independence}" in said


@pytest.mark.parametrize(
    ("question", "holder", "words"),
    [
        ("Has it hit a [/wall]?", "[red] Team", "It [bold]runs[/bold] on."),
        ("¿Ha chocado [/i]?", "[/] Equipo", "No [/] para."),
        ("壁に[/b]達したか？", "[b]班", "まだ[/b]続く。"),
    ],
)
def test_brackets_are_no_markup(builder, capsys, question, holder, words):
    home = builder.article("The Lattice", "A", f"{holder}: {words}")
    name = builder.claim(home, words, "no")
    held = replace(builder.record(name), text=words)
    builder.claims[home] = [held]
    builder.articles[0] = replace(builder.articles[0], byline=holder)
    group: Group = builder.group(name)
    edition = builder.edition(groups=(group,))
    (result,) = edition.analysis.questions
    result = replace(result, question=Question("wall", question))
    edition = replace(edition, analysis=replace(edition.analysis, questions=(result,)))
    said = told(edition, capsys)
    assert question in said
    assert f"No {holder}: “{words}” (1 voice)" in said


def test_the_sides_stand_in_the_order_of_the_report(edition, capsys):
    (view,) = answers(edition)
    said = told(edition, capsys)
    places = [said.index(f"{side.word} {side.totals.claims} {side.totals.articles}") for side in view.sides]
    assert places == sorted(places)
    assert view.headline in said
