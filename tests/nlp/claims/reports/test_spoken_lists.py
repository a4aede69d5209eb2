"""All items of a list are the words of whoever says the first one. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

SAID = [
    ("en", "Mara Voss said:\n- The bridge is too narrow.\n- The road floods every autumn.\n- The dam is new."),
    ("de", "Mara Voss sagte:\n- Die Brücke ist zu schmal.\n- Die Straße ist nass.\n- Der Damm ist neu."),
    ("fr", "Mara Voss a déclaré :\n- Le pont est trop étroit.\n- La route est inondée.\n- Le barrage est neuf."),
    ("es", "Mara Voss dijo:\n- El puente es estrecho.\n- La carretera se inunda.\n- La presa es nueva."),
    ("it", "Mara Voss ha detto:\n- Il ponte è stretto.\n- La strada si allaga.\n- La diga è nuova."),
    ("nl", "Mara Voss zei:\n- De brug is te smal.\n- De weg staat onder water.\n- De dam is nieuw."),
]


@pytest.mark.parametrize(("language", "text"), SAID)
def test_every_item_is_said(language: str, text: str) -> None:
    claims = READER.read_text(text, language).claims
    assert [c.holder.text if c.holder else None for c in claims] == ["Mara Voss"] * 3


OWN = [
    "The plan has three parts:\n- The bridge is too narrow.\n- The road floods every autumn.",
    "Mara Voss said that the plan is old.\n- The bridge is too narrow.\n- The road floods every autumn.",
    "Mara Voss said:\nThe bridge is too narrow.\nThe road floods every autumn.",
    "Mara Voss said:\n- The bridge is too narrow.\n\nThe road floods every autumn.",
]


@pytest.mark.parametrize("text", OWN)
def test_what_stands_in_no_such_list_is_the_authors(text: str) -> None:
    last = READER.read_text(text, "en").claims[-1]
    assert last.holder is None


def test_an_item_that_another_says_is_his() -> None:
    text = "Mara Voss said:\n- The bridge is too narrow.\n- Jon Pell said that the road floods every autumn."
    last = READER.read_text(text, "en").claims[-1]
    assert last.holder is not None
    assert last.holder.text == "Jon Pell"
