"""The form in which a text is embedded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.encode import sentence_form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“The harbour froze,”", "The harbour froze."),
        ("The harbour froze.", "The harbour froze."),
        ("„Der Hafen ist zu.“", "Der Hafen ist zu."),
        ("「港は凍った」", "港は凍った。"),
        ("항구가 얼었다", "항구가 얼었다."),
        ("Did it freeze?", "Did it freeze?"),
        ("1.5 million", "1.5 million."),
        ("...", "..."),
        ("", ""),
    ],
)
def test_marks_at_the_edges_go_and_a_stop_ends_it(text: str, form: str) -> None:
    assert sentence_form(text) == form


@given(st.text(max_size=60))
def test_the_form_of_a_form_is_itself_and_never_empty(text: str) -> None:
    form = sentence_form(text)
    assert sentence_form(form) == form
    assert bool(form) == bool(text)
