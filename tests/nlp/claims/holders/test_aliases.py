"""Who goes by a name that is said behind "a user" is that name. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

KNOWN_AS = [
    ("en", "A user under the name of @harbour_lamp announced that the crane fails.", "@harbour_lamp"),
    ("en", "A shop owner called Ines said that the crane fails.", "Ines"),
    ("de", "Ein Nutzer namens Harms sagte, dass der Kran zu langsam ist.", "Harms"),
    ("fr", "Un utilisateur du forum, sous le nom de @HarbourLamp, affirme que la grue est lente.", "@HarbourLamp"),
    ("es", "Un usuario llamado Brankov dijo que la grúa es lenta.", "Brankov"),
    ("it", "Un utente con lo pseudonimo di harbour_lamp ha detto che la gru è lenta.", "harbour_lamp"),
    ("ru", "Пользователь под ником harbour_lamp сказал, что кран слишком медленный.", "harbour_lamp"),
    ("en", "A user said that a crane called Quillon fails.", "A user"),
    ("en", "A user praised a tool named Quillon. The user said that it is fast.", "The user"),
    ("fr", "Un utilisateur affirme que la grue appelée Quillon est lente.", "Un utilisateur"),
    ("zh", "当时一位研究员跟我说，我们要把这个模型开放出去。", "一位研究员"),
    ("zh", "后来一位研究员对记者说，这个模型太慢了。", "一位研究员"),
]


@pytest.mark.parametrize(("language", "text", "who"), KNOWN_AS)
def test_people_have_the_name_that_they_go_by(language: str, text: str, who: str) -> None:
    holder = READER.read_text(text, language).claims[-1].holder
    assert holder is not None
    assert holder.text == who
