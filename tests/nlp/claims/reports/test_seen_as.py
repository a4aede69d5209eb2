"""What somebody takes a thing for, where no verb of saying opens a clause. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

SEEN = [
    ("fr", "Mara Voss voit dans la nouvelle taxe un fardeau pour les petits commerces.", "Mara Voss"),
    ("it", "Mara Voss vede la nuova tassa come un peso per i piccoli negozi.", "Mara Voss"),
    ("ru", "Мара Восс видит в новом налоге бремя для мелких магазинов.", "Мара Восс"),
    ("zh", "马拉·沃斯把新税看作小商店的负担。", "马拉·沃斯"),
    ("ja", "組合は、提案は看護師への侮辱だと批判した。", "組合"),
    ("ko", "김도라 씨는 이 실험을 실패로 여긴다.", "김도라"),
    ("ko", "시의회는 광장이 밤에 너무 시끄럽다는 의견이다.", "시의회"),
]


@pytest.mark.parametrize(("language", "text", "holder"), SEEN)
def test_who_sees_a_thing_as_something_holds_it(language: str, text: str, holder: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert (claim.holder.text if claim.holder else None, claim.quoted) == (holder, "indirect")


OWN = [
    ("fr", "Mara Voss voit dans le port un vieux navire."),
    ("it", "Mara Voss vede il porto dalla finestra ogni mattina."),
    ("ru", "Мара Восс видит в окне старый порт."),
    ("zh", "马拉·沃斯把新税交给了小商店。"),
    ("ja", "組合は港に新しい起重機を置いた。"),
    ("ko", "김도라 씨는 이 실험을 항구로 옮겼다."),
    ("ko", "이것은 시의회의 의견이다."),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_what_is_seen_and_done_is_told_by_the_author(language: str, text: str) -> None:
    assert all(claim.holder is None for claim in READER.read_text(text, language).claims)
