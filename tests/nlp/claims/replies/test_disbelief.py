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
    ("en", "Mara Voss has never believed that the dam will hold."),
    ("en", "Mara Voss does not expect the dam to hold."),
    ("de", "Mara Voss hat nie daran geglaubt, dass der Damm hält."),
    ("de", "Mara Voss rechnet nicht damit, dass der Damm hält."),
    ("de", "Mara Voss geht nicht davon aus, dass der Damm hält."),
    ("fr", "Mara Voss n'a jamais cru que le barrage tiendrait."),
    ("fr", "Mara Voss ne s'attend pas à ce que le barrage cède cet hiver."),
    ("es", "Mara Voss nunca ha creído que la presa aguantara."),
    ("es", "Mara Voss no espera que la presa aguante."),
    ("it", "Mara Voss non pensa che la diga regga."),
    ("it", "Mara Voss non ha mai creduto che la diga reggesse."),
    ("pt", "Mara Voss nunca acreditou que a barragem aguentasse."),
    ("nl", "Mara Voss heeft nooit geloofd dat de dam het zou houden."),
    ("nl", "Mara Voss verwacht niet dat de dam het houdt."),
    ("ru", "Мара Восс не ожидает, что плотина выдержит."),
    ("zh", "马拉·沃斯从未相信大坝能撑住。"),
    ("ja", "マーラ・ヴォス氏は、ダムが持ちこたえるとは考えていない。"),
    ("ja", "マーラ・ヴォス氏は、ダムが持ちこたえるとはもう思っていない。"),
    ("ja", "マーラ・ヴォス氏は、ダムが持ちこたえるとは見ていない。"),
    ("ja", "マーラ・ヴォス氏は、ダムが持ちこたえると信じたことは一度もない。"),
    ("ko", "한미라 씨는 댐이 버틸 것이라고 생각하지 않는다."),
    ("ko", "한미라 씨는 빵집이 살아남을 것이라고 더 이상 믿지 않는다."),
    ("ko", "한미라 씨는 댐이 버틸 것으로 보지 않는다."),
    ("ar", "لم تعد مارا فوس تعتقد أن السد سيصمد."),
    ("ar", "لا يتوقع مراد فوس أن السد سيصمد."),
]


@pytest.mark.parametrize(("language", "text"), DISBELIEVED)
def test_who_does_not_believe_it_denies_it(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.holder is not None
    assert claim.holder.text in (
        "Mara Voss",
        "Мара Восс",
        "马拉·沃斯",
        "مارا فوس",
        "マーラ・ヴォス",
        "한미라",
        "مراد فوس",
    )
    assert [level.commitment for level in claim.attribution] == ["denies"]


OTHERS = [
    ("en", "Mara Voss believes that the dam will not hold.", ["asserts"], True),
    ("en", "Mara Voss did not say that the dam will hold.", [], True),
    ("en", "Nobody believes that the dam will hold.", [], True),
    ("de", "Mara Voss glaubt nicht nur, dass der Damm hält, sondern wettet darauf.", ["asserts"], False),
    ("de", "Mara Voss hat nicht gesagt, dass der Damm hält.", [], True),
    ("fr", "Mara Voss n'a pas dit que le barrage tiendra.", [], True),
    ("en", "The dam is not expected to hold.", [], True),
    ("nl", "Mara Voss heeft niet gezegd dat de dam het houdt.", [], True),
    ("ja", "マーラ・ヴォス氏は、ダムは持ちこたえないと考えている。", ["asserts"], True),
    ("ja", "マーラ・ヴォス氏は、ダムが持ちこたえるとは述べていない。", [], True),
    ("ko", "한미라 씨는 댐이 버티지 못할 것이라고 생각한다.", ["asserts"], True),
    ("ko", "한미라 씨는 댐이 버틸 것이라고 말하지 않았다.", [], True),
    ("ar", "لا يعتقد أحد في المدينة أن السد سيصمد.", [], True),
    ("ar", "لم يعد أحد يصدق أن السد سيصمد.", [], True),
]


@pytest.mark.parametrize(("language", "text", "commitments", "negated"), OTHERS)
def test_what_only_looks_like_it(language: str, text: str, commitments: list[str], negated: bool) -> None:
    claim = only(text, language)
    assert ([level.commitment for level in claim.attribution], claim.negated) == (commitments, negated)
