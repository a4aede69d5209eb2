"""Who takes no side on P says nothing of it. As the main job reads it; all names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

NEITHER = [
    ("en", "Mara Voss neither confirmed nor denied that the dam had failed."),
    ("en", "Mara Voss would not confirm or deny that the dam had failed."),
    ("fr", "Mara Voss n'a ni confirmé ni démenti que le barrage ait cédé."),
    ("de", "Mara Voss hat weder bestätigt noch dementiert, dass der Damm gebrochen ist."),
    ("es", "Mara Voss no confirmó ni desmintió que la presa haya cedido."),
    ("it", "Mara Voss non ha né confermato né smentito che la diga abbia ceduto."),
    ("pt", "Mara Voss não confirmou nem desmentiu que a barragem tenha cedido."),
    ("nl", "Mara Voss heeft niet bevestigd en ook niet ontkend dat de dam het heeft begeven."),
    ("ru", "Мара Восс не подтвердила и не опровергла, что плотину прорвало."),
    ("zh", "马拉·沃斯既未证实也未否认大坝已经溃决。"),
    ("ja", "マラ・ボス氏は、ダムが決壊したことを肯定も否定もしなかった。"),
    ("ko", "김도연은 댐이 무너졌다는 보도를 확인도 부인도 하지 않았다."),
    ("ar", "لم تؤكد مارا فوس ولم تنف أن السد انهار."),
]
REFUSED = [
    ("en", "Mara Voss declined to say whether the dam would be rebuilt."),
    ("fr", "Mara Voss a refusé de dire si le barrage sera reconstruit."),
    ("de", "Mara Voss wollte nicht sagen, ob der Damm wieder aufgebaut wird."),
    ("es", "Mara Voss se negó a decir si la presa será reconstruida."),
    ("it", "Mara Voss si è rifiutata di dire se la diga sarà ricostruita."),
    ("pt", "Mara Voss recusou-se a dizer se a barragem será reconstruída."),
    ("nl", "Mara Voss wilde niet zeggen of de dam wordt herbouwd."),
    ("ru", "Мара Восс отказалась сказать, восстановят ли плотину."),
    ("zh", "马拉·沃斯拒绝透露大坝是否会重建。"),
    ("ja", "マラ・ボス氏は、ダムが再建されるかどうかについて明言を避けた。"),
    ("ko", "김도연은 댐이 다시 지어지는지에 대해 언급을 거부했다."),
    ("ar", "رفضت مارا فوس الإفصاح عما إذا كان السد سيعاد بناؤه."),
    ("ar", "لم تقل مارا فوس إن السد انهار."),
]


@pytest.mark.parametrize(("language", "text"), NEITHER + REFUSED)
def test_who_takes_no_side_holds_nothing(language: str, text: str) -> None:
    for claim in READER.read_text(text, language).claims:
        assert (claim.holder, claim.quoted) == (None, "none")


OTHERS = [
    ("en", "Mara Voss declined to say whether the dam would be rebuilt, but said that the town is safe.", "Mara Voss"),
    ("en", "Mara Voss confirmed that the dam had failed.", "Mara Voss"),
    ("de", "Mara Voss bestätigte, dass der Damm gebrochen ist.", "Mara Voss"),
    ("fr", "Mara Voss n'a pas confirmé la date, mais a dit que la ville est sûre.", "Mara Voss"),
    ("zh", "马拉·沃斯证实大坝已经溃决。", "马拉·沃斯"),
    ("ar", "أكدت مارا فوس أن السد انهار.", "مارا فوس"),
]


@pytest.mark.parametrize(("language", "text", "who"), OTHERS)
def test_who_says_something_holds_it(language: str, text: str, who: str) -> None:
    claims = READER.read_text(text, language).claims
    assert who in [c.holder.text for c in claims if c.holder is not None]
