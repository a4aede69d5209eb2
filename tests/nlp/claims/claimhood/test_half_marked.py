"""A closing mark without its partner, and the dash of a dialogue, show somebody's own words. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

OWN_WORDS = [
    ("en", "The old mill grinds at night,” Ines Quennell said."),
    ("fr", "Le vieux moulin tourne la nuit », a dit Ines Quennell."),
    ("de", "Die alte Mühle mahlt nachts“, sagte Ines Quennell."),
    ("es", "El viejo molino muele de noche», dijo Ines Quennell."),
    ("it", "Il vecchio mulino macina di notte», ha detto Ines Quennell."),
    ("nl", 'De oude molen maalt in de nacht", zei Ines Quennell.'),
    ("ru", "Старая мельница мелет ночью», — сказала Инес Квеннел."),
    ("zh", "老磨坊整夜都在磨面。”林可说。"),
    ("fr", "— Le vieux moulin tourne la nuit, dit Ines Quennell."),
    ("es", "—El viejo molino muele de noche —dijo Ines Quennell."),
    ("it", "— Il vecchio mulino macina di notte — disse Ines Quennell."),
    ("pt", "— O velho moinho mói de noite — disse Ines Quennell."),
    ("ru", "— Старая мельница мелет ночью, — сказала Инес Квеннел."),
]
REPORTS = [
    ("en", "The old mill grinds at night, Ines Quennell said."),
    ("en", "The old mill grinds “all night long”, Ines Quennell said."),
    ("fr", "Le vieux moulin tourne la nuit, dit Ines Quennell."),
    ("de", "Die alte Mühle mahlt nachts, sagte Ines Quennell."),
    ("es", "El viejo molino muele de noche, dijo Ines Quennell."),
    ("ru", "Старая мельница мелет ночью, сказала Инес Квеннел."),
    ("en", "— The old mill grinds at night, Ines Quennell said."),
]


@pytest.mark.parametrize(("language", "text"), OWN_WORDS)
def test_one_mark_shows_whose_words_they_are(language: str, text: str) -> None:
    (found,) = READER.read_text(text, language).claims
    assert found.holder is not None
    assert found.quoted == "direct"


@pytest.mark.parametrize(("language", "text"), REPORTS)
def test_a_report_stays_one(language: str, text: str) -> None:
    (found,) = READER.read_text(text, language).claims
    assert found.quoted == "indirect"
