"""Sentences that say of somebody that they were wrong to say something. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims.rejection.mistaken import mistake, mistaken
from pipeline.records import Span

WRONG = [
    ("en", "Mara Voss was wrong to say that the bridge is safe.", "the bridge is safe"),
    ("en", "Mara Voss is wrong when she says that the bridge is safe.", "the bridge is safe"),
    ("en", "that the critics erred in claiming last year that the bridge is safe", "the bridge is safe"),
    ("de", "Mara Voss lag falsch, als sie sagte, die Brücke sei sicher.", "die Brücke sei sicher"),
    ("de", "Mara Voss irrt mit ihrer Behauptung, dass die Brücke sicher ist.", "die Brücke sicher ist"),
    ("fr", "Mara Voss a eu tort de dire que le pont est sûr.", "le pont est sûr"),
    ("fr", "Mara Voss se trompe quand elle dit qu'il est sûr.", "il est sûr"),
    ("es", "Mara Voss se equivocó al decir que el puente es seguro.", "el puente es seguro"),
    ("it", "Mara Voss ha sbagliato a dire che il ponte è sicuro.", "il ponte è sicuro"),
    ("pt", "Mara Voss errou ao dizer que a ponte é segura.", "a ponte é segura"),
    ("nl", "Mara Voss had ongelijk toen ze zei dat de brug veilig is.", "de brug veilig is"),
    ("ru", "Мара Восс ошиблась, когда сказала, что мост безопасен.", "мост безопасен"),
    ("ru", "Мара Восс была неправа, утверждая, что мост безопасен.", "мост безопасен"),
    ("zh", "林若岚错误地声称，大桥很安全。", "大桥很安全"),
    ("ja", "橋は安全だと言った森野佳代氏は間違っていた。", "橋は安全だ"),
    ("ko", "다리가 안전하다는 한서윤의 말은 틀렸다.", "다리가 안전하다"),
    ("ko", "다리가 안전하다고 말한 한서윤은 틀렸다.", "다리가 안전하다"),
    ("ar", "أخطأت سلمى الراوي حين قالت إن الجسر آمن.", "الجسر آمن"),
]
OTHER = [
    ("en", "Mara Voss was not wrong to say that the bridge is safe."),
    ("en", "Nobody was wrong to say that the bridge is safe."),
    ("en", "Mara Voss was wrong to leave before the bridge was safe."),
    ("de", "Mara Voss lag nicht falsch, als sie sagte, die Brücke sei sicher."),
    ("fr", "Mara Voss n'a pas tort de dire que le pont est sûr."),
    ("es", "Mara Voss no se equivocó al decir que el puente es seguro."),
    ("it", "Mara Voss non ha sbagliato a dire che il ponte è sicuro."),
    ("pt", "Mara Voss não errou ao dizer que a ponte é segura."),
    ("nl", "Mara Voss had geen ongelijk toen ze zei dat de brug veilig is."),
    ("ru", "Мара Восс не ошиблась, когда сказала, что мост безопасен."),
    ("ja", "橋は安全だと言った森野佳代氏は正しかった。"),
    ("ko", "다리가 안전하다는 한서윤의 말은 옳았다."),
    ("ar", "لم تخطئ سلمى الراوي حين قالت إن الجسر آمن."),
]


@pytest.mark.parametrize(("language", "text", "false"), WRONG)
def test_what_somebody_was_wrong_to_say_is_false(language: str, text: str, false: str) -> None:
    found = mistaken(text, Span(0, len(text)), language)
    assert (found and text[found.start : found.end]) == false


@pytest.mark.parametrize(("language", "text"), OTHER)
def test_who_was_right_or_wrong_to_do_something_said_nothing_false(language: str, text: str) -> None:
    assert mistaken(text, Span(0, len(text)), language) is None
    assert mistake(text, Span(0, len(text)), language) is None
