"""Plain ways to take an earlier answer back in twelve languages, through the real reader, and what only looks like one.

Constructions as in a CheckList (Ribeiro et al. 2020). All names are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from cluster_reading import read
from cluster_world import Says, World, result_of

from pipeline.cluster.retractions import retraction, told_of
from pipeline.cluster.statements import Statement

MATRIX = yaml.safe_load(Path(__file__).with_name("retractions.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(language, text, cases["who"], id=f"{name}-{language}")
    for name, cases in MATRIX.items()
    for language, text in cases.items()
    if language != "who"
]
VOSS = {"zh": "马拉·沃斯", "ja": "マーラ・ヴォス", "ko": "마라 보스", "ru": "Мара Восс", "ar": "مارا فوس"}


def who(statement: Statement, voss: str) -> str | None:
    """Who takes something back in a claim."""
    if told_of(statement, [voss, "Ilja Brandt"]):
        return "voss"
    holder = statement.claim.holder
    if not retraction(statement):
        return None
    if holder is None or holder.kind == "author":
        return "author"
    return "voss" if voss in holder.text else holder.text


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_who_takes_it_back(language: str, text: str, expected: str) -> None:
    found = {who(s, VOSS.get(language, "Mara Voss")) for s in read(text, language)} - {None}
    assert (found or {"none"}) == {expected}


def said(world: World, name: str, day: float, label: str, text: str, **more) -> None:
    world.add(name, Says(text, name, stance=(label, 0.9), **more), outlet="Blue Desk", day=day)


def changes(world: World) -> dict[str, tuple[int, ...]]:
    return {p.holder: p.changes for p in result_of(world).positions}


def test_what_an_author_tells_of_her_is_hers():
    world = World()
    said(world, "a", 0, "yes", "The wall is near.", holder="Mara Voss", quoted="direct")
    told = Says("Mara Voss has changed her mind since.", "mind", stance=("none", 0.9))
    now = Says("The wall is far off, Voss says.", "far", "Mara Voss", stance=("no", 0.55), commitment=("reports",))
    world.add("b", told, now, byline="Odile Marsh", outlet="Red Desk", day=30)
    assert changes(world) == {"Mara Voss": (1,)}


def test_what_she_tells_of_another_turns_neither():
    world = World()
    said(world, "a", 0, "yes", "The wall is near.", holder="Mara Voss", quoted="direct")
    other = Says("Ilja Brandt was wrong to say so.", "wrong", "Mara Voss", quoted="direct", stance=("none", 0.9))
    now = Says("The wall is far off.", "far", "Mara Voss", quoted="direct", stance=("no", 0.55))
    world.add("b", other, now, outlet="Red Desk", day=30)
    assert changes(world) == {"Mara Voss": ()}
