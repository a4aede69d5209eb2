"""Who does not believe that P denies it; who did not say that P says nothing. Names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())


def only(text: str, language: str) -> Claim:
    (claim,) = READER.read_text(text, language).claims
    return claim


DISBELIEVED = [
    ("en", "Mara Voss does not believe that the dam will hold."),
    ("en", "Mara Voss doesn't think the dam will hold."),
    ("en", "Mara Voss no longer believes that the dam will hold."),
    ("de", "Mara Voss glaubt nicht, dass der Damm hält."),
    ("de", "Mara Voss glaubt nicht mehr, dass der Damm hält."),
    ("fr", "Mara Voss ne croit pas que le barrage tiendra."),
    ("fr", "Mara Voss ne croit plus que le barrage tiendra."),
    ("es", "Mara Voss no cree que la presa aguante."),
    ("es", "Mara Voss ya no cree que la presa aguante."),
    ("it", "Mara Voss non crede che la diga regga."),
    ("pt", "Mara Voss não acredita que a barragem aguente."),
    ("nl", "Mara Voss gelooft niet dat de dam het houdt."),
    ("ru", "Мара Восс больше не верит, что плотина выдержит."),
    ("zh", "马拉·沃斯不相信大坝能撑住。"),
    ("ar", "لا تعتقد مارا فوس أن السد سيصمد."),
]


@pytest.mark.parametrize(("language", "text"), DISBELIEVED)
def test_who_does_not_believe_it_denies_it(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.holder is not None
    assert claim.holder.text in ("Mara Voss", "Мара Восс", "马拉·沃斯", "مارا فوس")
    assert [level.commitment for level in claim.attribution] == ["denies"]


OTHERS = [
    ("en", "Mara Voss believes that the dam will not hold.", ["asserts"], True),
    ("en", "Mara Voss did not say that the dam will hold.", [], True),
    ("en", "Nobody believes that the dam will hold.", [], True),
    ("de", "Mara Voss glaubt nicht nur, dass der Damm hält, sondern wettet darauf.", ["asserts"], False),
    ("de", "Mara Voss hat nicht gesagt, dass der Damm hält.", [], True),
    ("fr", "Mara Voss n'a pas dit que le barrage tiendra.", [], True),
]


@pytest.mark.parametrize(("language", "text", "commitments", "negated"), OTHERS)
def test_what_only_looks_like_it(language: str, text: str, commitments: list[str], negated: bool) -> None:
    claim = only(text, language)
    assert ([level.commitment for level in claim.attribution], claim.negated) == (commitments, negated)
