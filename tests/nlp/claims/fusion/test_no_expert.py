"""Who says that no expert expects P says so, and "P, said X, the head of Y" is X's. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())

CASES = [
    # nobody expects so
    ("en", "The minister said no expert expected that the price of oil would fall.", "The minister"),
    ("en", "Mara Voss said that no fisherman believed that the eels had returned.", "Mara Voss"),
    ("es", "El ministro dijo que ningún experto esperaba que bajara el precio del petróleo.", "El ministro"),
    ("nl", "De minister zei dat geen expert verwachtte dat de olieprijs zou dalen.", "De minister"),
    ("zh", "部长说，没有专家预计油价会下跌。", "部长"),
    # some do
    ("en", "The mayor said most experts expected that the price of oil would fall.", "most experts"),
    ("zh", "专家预计油价会下跌。", "专家"),
    # only who it is follows
    ("de", "Die Brücke bleibe bis Juni gesperrt, sagte Mara Voss, Chefingenieurin der Stadt.", "Mara Voss"),
    ("nl", "De brug blijft tot juni dicht, zei Mara Voss, hoofdingenieur van de stad.", "Mara Voss"),
    ("nl", "De brug blijft tot juni dicht, zei Mara Voss, de hoofdingenieur van de stad.", "Mara Voss"),
    ("en", "The bridge stays shut, said Mara Voss, the chief engineer of the old town.", "Mara Voss"),
    ("fr", "Le pont reste fermé, a dit Mara Voss, ingénieure en chef de la vieille ville.", "Mara Voss"),
]


def widest(text: str, language: str) -> Claim:
    return max(READER.read_text(text, language).claims, key=lambda c: sum(s.end - s.start for s in c.content))


@pytest.mark.parametrize(("language", "text", "who"), CASES)
def test_who_says_it(language: str, text: str, who: str) -> None:
    claim = widest(text, language)
    assert (claim.holder.text if claim.holder else None, claim.quoted) == (who, "indirect")


def test_a_sentence_that_goes_on_is_the_authors_too() -> None:
    text = "Während manche glauben, der Kai sei sicher, hat ihn die Stadt im Juni gesperrt und will ihn abreißen."
    assert any(c.holder is None for c in READER.read_text(text, "de").claims)
