"""A published claim is the record that it was written from."""

from __future__ import annotations

import json
from dataclasses import replace

from pipeline import wire
from pipeline.records import Evidence, Holder


def test_a_published_claim_comes_back(edition):
    index = wire.EditionIndex(edition)
    reading = edition.readings[0]
    why = Evidence("rebuttal", "whoever says P is wrong", "scaling has hit a wall", 3, 25)
    other = Holder("Mara", 98, 102, "named")
    told = replace(reading.claims[0], evidence=(why,), checkable=0.25, joint=(other,))
    edition = replace(edition, readings=(replace(reading, claims=(told, *reading.claims[1:])), *edition.readings[1:]))
    index = wire.EditionIndex(edition)
    rows = [json.loads(line) for line in wire.lines(wire.claims(index)).splitlines()]
    assert len(rows) == len(index.claims)
    for row in rows:
        claim = index.claims[row["id"]]
        assert wire.claim_of(row) == replace(claim, score=round(claim.score, 4))


def test_a_claim_of_an_older_edition_has_no_companions(edition):
    row = json.loads(wire.lines(wire.claims(wire.EditionIndex(edition))).splitlines()[0])
    del row["joint"]
    assert wire.claim_of(row).joint == ()
