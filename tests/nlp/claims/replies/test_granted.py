"""Who does not deny that P grants it. As the main job reads it; all names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

GRANTED = [
    ("en", "Mara Voss did not deny that the dam had leaked.", "Mara Voss"),
    ("fr", "Mara Voss n'a pas nié que le barrage avait fui.", "Mara Voss"),
    ("de", "Mara Voss bestritt nicht, dass der Damm undicht war.", "Mara Voss"),
    ("de", "Mara Voss bestreitet auch nicht, dass der Damm undicht war.", "Mara Voss"),
    ("nl", "Mara Voss ontkent niet dat de dam lekte.", "Mara Voss"),
    ("ja", "マラ・ボス氏は、ダムから水が漏れたことを否定していない。", "マラ・ボス"),
    ("ko", "김도연은 댐에서 물이 샜다는 사실을 부인하지 않았다.", "김도연"),
    ("ar", "لم تنف مارا فوس أن السد تسرب منه الماء.", "مارا فوس"),
]


@pytest.mark.parametrize(("language", "text", "who"), GRANTED)
def test_who_does_not_deny_it_grants_it(language: str, text: str, who: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.holder is not None
    assert claim.holder.text == who
    assert ([level.commitment for level in claim.attribution], claim.negated) == (["asserts"], False)


OTHERS = [
    ("de", "Mara Voss bestritt, dass der Damm nicht dicht war.", ["denies"]),
    ("nl", "Mara Voss ontkende dat de dam niet lekte.", ["denies"]),
    ("de", "Mara Voss schloss nicht aus, dass der Damm undicht war.", ["doubts"]),
    ("ja", "マラ・ボス氏は、ダムから水が漏れたことを否定した。", ["denies"]),
    ("ko", "김도연은 댐에서 물이 샜다는 사실을 부인했다.", ["denies"]),
    ("ar", "نفت مارا فوس أن السد تسرب منه الماء.", ["denies"]),
]


@pytest.mark.parametrize(("language", "text", "commitments"), OTHERS)
def test_who_denies_it_does_not(language: str, text: str, commitments: list[str]) -> None:
    claim = READER.read_text(text, language).claims[0]
    assert [level.commitment for level in claim.attribution] == commitments
