"""Pieces of a sentence that several speak in end with a phrase. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims.pieces import uncut
from pipeline.records import Span

CUT = [
    ("Voss says the fee is ten times your| crane bill.", "your crane bill"),
    ("Voss prefers ports like Brel 9|, Lorn 2, and Hark 4, while Lind does not.", "9, Lorn 2, and Hark 4"),
    ("Voss found GPT|'s memory short, and Lind found it long.", "GPT's memory short"),
    ("Voss klagt über den alten| Kran im Hafen, während Lind schweigt.", "alten Kran im Hafen"),
    ("Voss nennt Häfen wie Brel|, Lorn und Hark.", "Brel, Lorn und Hark"),
    ("Voss critique la vieille| grue du port, tandis que Lind se tait.", "vieille grue du port"),
    ("Voss critica la vieja| grúa del puerto y Lind calla.", "vieja grúa del puerto"),
    ("Восс ругает старый| кран, а Линд молчит.", "старый кран"),
]


def ends(marked: str, starts: tuple[int, ...] = ()) -> str:
    """Return a piece that stops at the bar, with what is added to it."""
    cut = marked.index("|")
    text = marked.replace("|", "")
    span = uncut(text, Span(0, cut), Span(0, len(text)), starts)
    return text[: span.end]


@pytest.mark.parametrize(("marked", "last"), CUT)
def test_a_piece_goes_on_to_the_end_of_its_phrase(marked: str, last: str) -> None:
    assert ends(marked).endswith(last)


WHOLE = [
    "Voss says the crane is slow|, while Lind says it is fast.",
    "Voss says the crane is slow| while Lind says it is fast.",
    "Voss says the crane is slow| and Lind says it is fast.",
    "Voss says the crane is slow|.",
    "Voss nennt den Kran langsam|, Lind nennt ihn schnell.",
    "Voss nennt den Kran langsam| und Lind nennt ihn schnell.",
    "Voss trouve la grue lente| et Lind la trouve rapide.",
    "Voss dice que la grúa es lenta|, pero Lind calla.",
    "Восс считает кран медленным|, а Линд молчит.",
    "ヴォスはクレーンが遅いと言う|が、リンドは黙る。",
]


@pytest.mark.parametrize("marked", WHOLE)
def test_a_piece_that_ends_with_its_phrase_stays(marked: str) -> None:
    assert ends(marked) == marked.partition("|")[0]


def test_no_piece_reaches_into_the_next() -> None:
    marked = "Voss says ten times your| bill Lind says twenty."
    assert ends(marked, (marked.index("Lind") - 1,)).rstrip() == "Voss says ten times your bill"
