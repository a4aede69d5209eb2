"""Who is sceptical that P doubts it; who suspects that P does not. Names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

DOUBTS = [
    ("en", "The minister is sceptical that a ban would help the bees.", "doubts"),
    ("de", "Die Ministerin ist skeptisch, dass ein Verbot den Bienen hilft.", "doubts"),
    ("es", "La ministra se muestra escéptica de que una prohibición ayude a las abejas.", "doubts"),
    ("it", "La ministra è scettica sul fatto che un divieto aiuti le api.", "doubts"),
    ("pt", "A ministra mostra-se cética de que uma proibição ajude as abelhas.", "doubts"),
    ("nl", "De minister is sceptisch dat een verbod de bijen helpt.", "doubts"),
    ("ru", "Министр скептически относится к тому, что запрет поможет пчёлам.", "doubts"),
    ("ja", "オルラ・ヴェン氏は、トンネルが期限までに完成するかどうか疑っている。", "doubts"),
    ("ko", "김도라 씨는 터널이 제때 완공될지 의심하고 있다.", "doubts"),
    ("ja", "警察は、火事は放火だと疑っている。", "asserts"),
    ("ko", "경찰은 화재가 방화라고 의심한다.", "asserts"),
    ("de", "Die Ministerin glaubt, dass die Bauern skeptisch sind.", "asserts"),
    ("es", "La ministra cree que los escépticos no tienen datos.", "asserts"),
    ("ru", "Министр считает, что фермеры относятся к запрету скептически.", "asserts"),
]


@pytest.mark.parametrize(("language", "text", "commitment"), DOUBTS)
def test_doubt_and_suspicion(language: str, text: str, commitment: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.holder is not None
    assert [level.commitment for level in claim.attribution] == [commitment]
