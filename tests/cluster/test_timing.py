"""When something was said: told by the words around it, in twelve languages, never by a date inside it."""

from datetime import date

import pytest
from cluster_world import Says, World

from pipeline.cluster.timing import older, said

WORDS = "progress has hit a wall"  # stands for the asserted words in every language


def statement(before: str, language: str = "en", after: str = "", day: float = 0, holder: str | None = "Voss"):
    """Printed on Saturday, 1 March 2025, unless ``day`` moves it."""
    world = World()
    text = f"{before} {WORDS}{after}"
    world.add("a", Says(text, "wall", holder, content=WORDS, commitment=("reports",)), language=language, day=day)
    return world.judged()[0]


@pytest.mark.parametrize(
    ("before", "language", "first", "last"),
    [
        ("Voss said on Wednesday that", "en", "2025-02-26", "2025-02-26"),
        ("Five weeks ago Voss said that", "en", "2025-01-22", "2025-01-28"),
        ("In September Voss claimed that", "en", "2024-09-01", "2024-09-30"),
        ("Vor drei Jahren sagte Voss,", "de", "2021-09-01", "2022-08-31"),
        ("Letzte Woche sagte Voss,", "de", "2025-02-17", "2025-02-23"),
        ("Il y a deux mois, Voss a dit que", "fr", "2024-12-16", "2025-01-15"),
        ("Hace 10 días Voss dijo que", "es", "2025-02-19", "2025-02-19"),
        ("Due settimane fa Voss ha detto che", "it", "2025-02-12", "2025-02-18"),
        ("No ano passado, Voss disse que", "pt", "2024-01-01", "2024-12-31"),
        ("Gisteren zei Voss dat", "nl", "2025-02-28", "2025-02-28"),
        ("Voss三周前说", "zh", "2025-02-05", "2025-02-11"),
        ("Voss氏は3年前に、", "ja", "2021-09-01", "2022-08-31"),
        ("Voss는 지난주", "ko", "2025-02-17", "2025-02-23"),
        ("Два месяца назад Voss сказала:", "ru", "2024-12-16", "2025-01-15"),
        ("قبل ثلاثة أشهر قالت Voss إن", "ar", "2024-11-16", "2024-12-16"),
    ],
)
def test_the_frame_tells_the_day(before, language, first, last):
    found = said(statement(before, language))
    assert found is not None
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert found.text in before


def test_an_older_statement_without_a_date_is_one():
    found = said(statement("Voss had said that"))
    assert (found.text, found.first, found.last) == ("had said", None, None)
    assert older(found, statement("Voss had said that"))


def test_a_few_days_make_no_older_statement():
    recent, old = statement("Voss said on Wednesday that"), statement("Voss said last year that")
    assert not older(said(recent), recent)
    assert older(said(old), old)


def test_a_date_inside_the_asserted_words_and_an_authors_own_words_tell_nothing():
    assert said(statement("Voss said that", after=", as it did three years ago")) is not None
    world = World()
    inner = "progress stopped three years ago"
    world.add("a", Says(f"Voss said that {inner}.", "wall", "Voss", content=inner, commitment=("reports",)))
    assert said(world.judged()[0]) is None
    assert said(statement("Three years ago I wrote that", holder=None)) is None
