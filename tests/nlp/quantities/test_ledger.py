"""The ledger over a corpus: what is one entry, who says it when, what is a conflict."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.nlp.quantities import ledger, read, rebase
from pipeline.records import (
    Article,
    Claim,
    Counterpart,
    Entity,
    Holder,
    Language,
    Passage,
    Quantity,
    Reading,
    Span,
    content_id,
)

DAY = datetime(2026, 3, 1, tzinfo=UTC)


class Press:
    """Articles of one sentence each."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.readings: list[Reading] = []
        self.pairs: list[Counterpart] = []

    def add(self, text: str, lang: str, holder: str | None = None, name: str | None = None) -> str:
        number = len(self.articles)
        key = content_id("a1_", text, str(number))
        made = tuple(rebase(q, key, 0) for q in read(text, lang))
        self.articles.append(article(key, text, DAY + timedelta(days=number)))
        entities = (Entity(name, text.index(name), text.index(name) + len(name), "organisation", None),) if name else ()
        self.readings.append(reading(key, text, lang, made, holder, entities))
        return key

    def hold(self, a: str, b: str, rendered: bool = True) -> None:
        ends = {one.id: len(one.text) for one in self.articles}
        self.pairs.append(Counterpart(a, Span(0, ends[a]), b, Span(0, ends[b]), rendered))

    def entries(self):
        return ledger(self.articles, self.readings, self.pairs)


def article(key: str, text: str, day: datetime) -> Article:
    return Article(
        id=key, source_id=key, url=f"https://example.org/{key}", title="", byline=None, outlet="The Harbor Dispatch",
        published=day, fetched=DAY, kind="article", text=text, sections=(), asides=(), blockquotes=(), links=(),
        raw_sha256="0" * 64,
    )  # fmt: skip


def reading(
    key: str, text: str, lang: str, made: tuple[Quantity, ...], holder: str | None, entities: tuple[Entity, ...]
) -> Reading:
    who = Holder(holder, 0, len(holder), "named") if holder else None
    claim = Claim(
        id=content_id("c1_", key, "0", str(len(text))), article_id=key, start=0, end=len(text), text=text,
        language=lang, content=(Span(0, len(text)),), holder=who, attribution=(), quoted="none", negated=False,
        hedged=False, hedges=(), quantities=tuple(q.id for q in made), entities=(), score=1.0,
    )  # fmt: skip
    return Reading(key, Language(lang, 1.0), (Passage(0, len(text), lang, 0),), (claim,), made, entities)


def press(*statements: tuple[str, str], rendered: bool = True) -> Press:
    """Articles of which each is held together with the first."""
    made = Press()
    keys = [made.add(*statement) for statement in statements]
    for key in keys[1:]:
        made.hold(keys[0], key, rendered)
    return made


def test_one_measure_is_one_entry_with_who_says_it_and_when() -> None:
    made = Press()
    first = made.add("Northlight has spent 10 billion dollars.", "en", "Northlight", "Northlight")
    made.hold(first, made.add("Northlight a dépensé 10 milliards de dollars.", "fr"))
    made.hold(first, made.add("北光花费了10亿美元。", "zh"))
    (entry,) = made.entries()
    assert entry.subject == "Northlight"
    assert [(v.quantity.text, v.language, v.said.day) for v in entry.values] == [
        ("10 billion dollars", "en", 1),
        ("10 milliards de dollars", "fr", 2),
        ("10亿美元", "zh", 3),
    ]
    assert [v.holder.text if v.holder else None for v in entry.values] == ["Northlight", None, None]
    texts = {v.quantity.id: v.quantity.text for v in entry.values}
    assert [(c.kind, texts[c.first], texts[c.second]) for c in entry.conflicts] == [
        ("scale", "10 billion dollars", "10亿美元")
    ]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (("It needs 170 times the compute.", "en"), ("Il faut 172 fois le calcul.", "fr"), "value"),
        (("It needs 170 times the compute.", "en"), ("Il faut 170 % du calcul.", "fr"), "unit"),
        (("It costs about 40 dollars.", "en"), ("Es kostet 40 Dollar.", "de"), "hedge"),
        (("It costs at least 40 dollars.", "en"), ("Es kostet 40 Dollar.", "de"), "bound"),
        (("It costs 10 billion dollars.", "en"), ("それは100億ドルかかる。", "ja"), None),
        (("It costs 19.7 billion dollars.", "en"), ("Cuesta 20 mil millones de dólares.", "es"), None),
        (("It takes 24 months.", "en"), ("Het duurt twee jaar.", "nl"), None),
        (("Half of them agree.", "en"), ("50 % von ihnen stimmen zu.", "de"), None),
    ],
)
def test_conflicts_and_what_is_none(first: tuple[str, str], second: tuple[str, str], kind: str | None) -> None:
    (entry,) = press(first, second).entries()
    assert [c.kind for c in entry.conflicts] == ([kind] if kind else [])


def test_independent_articles_pair_only_what_stands_alone() -> None:
    one, two = ("The plan costs 5 dollars or 7 dollars.", "en"), ("The plan costs 6 dollars.", "en")
    assert press(one, two, rendered=False).entries() == ()
    (entry,) = press(("The plan costs 5 dollars.", "en"), two, rendered=False).entries()
    assert [c.kind for c in entry.conflicts] == ["value"]


def test_values_of_one_article_alone_are_no_entry() -> None:
    made = press(("It costs 5 dollars.", "en"), ("It costs nothing.", "en"))
    assert made.entries() == ()


@pytest.mark.parametrize(
    ("text", "lang", "measure"),
    [
        ("It solved 46 percent of the problems in the set.", "en", "problems"),
        ("46 percent of users say that they pay.", "en", "users"),
        ("Es waren 38 Prozent der neu veröffentlichten Webseiten bereits da.", "de", "neu veröffentlichten Webseiten"),
        ("Il résout 46 % des problèmes de cette collection.", "fr", "problèmes"),
        ("El 5 % de los usuarios pagan por el servicio.", "es", None),
        ("They checked 300 answers.", "en", "answers"),
        ("The rate was 9 percent.", "en", None),
        ("将五种方法结合。", "zh", None),
    ],
)
def test_the_measure_is_what_is_counted_or_shared(text: str, lang: str, measure: str | None) -> None:
    press = Press()
    press.hold(press.add(text, lang), press.add(text, lang))
    assert [entry.measure for entry in press.entries()] == [measure]


def test_a_later_print_may_name_the_subject() -> None:
    press = Press()
    press.hold(
        press.add("It spent 10 billion dollars.", "en"), press.add("Vela spent 10 billion dollars.", "en", name="Vela")
    )
    assert [entry.subject for entry in press.entries()] == ["Vela"]


def test_copies_of_a_value_are_one_side_of_one_conflict() -> None:
    made = press(*[("It costs 5 dollars.", "en")] * 4, ("Cela coûte 6 dollars.", "fr"))
    (entry,) = made.entries()
    assert len(entry.values) == 5
    assert [c.kind for c in entry.conflicts] == ["value"]


def test_the_order_of_documents_and_pairs_makes_no_difference() -> None:
    made = press(*((f"It costs {5 + n % 3} dollars and {n} days.", "en") for n in range(12)))
    expected = made.entries()
    assert expected
    for seed in range(5):
        rng = random.Random(seed)
        for items in (made.articles, made.readings, made.pairs):
            rng.shuffle(items)
        assert made.entries() == expected


def test_time_grows_with_the_passages(processor_seconds: Callable[[Callable[[], object]], float]) -> None:
    def seconds(count: int) -> float:
        made = press(*((f"It costs {n} dollars.", "en") for n in range(count)))
        return processor_seconds(made.entries)

    seconds(10)
    assert seconds(1600) < max(12 * seconds(400), 0.5)


@pytest.mark.parametrize(
    ("text", "lang", "name", "subject", "measure"),
    [
        ("An easy question costs 5 dollars.", "en", None, "An easy question", "costs"),
        ("Northlight says it has spent 10 billion dollars.", "en", "Northlight", "Northlight", "has spent"),
        ("It has spent 10 billion dollars.", "en", None, None, "has spent"),
        ("In some towns 10 billion dollars went missing.", "en", None, None, None),
        ("Von Ostern bis Mai stieg die Quote im Test um 21 Prozentpunkte.", "de", None, "die Quote", "stieg"),
        ("Son prédécesseur n'en résolvait que 9 %.", "fr", None, "Son prédécesseur", "résolvait que"),
        ("La empresa gastó unos 3 millones de euros.", "es", None, "La empresa", "gastó"),
        ("北極社は今年10億ドルを投じた。", "ja", None, "北極社", None),
        ("노스라이트는 올해 100억 달러를 썼다.", "ko", None, "노스라이트", None),
    ],
)
def test_subject_and_verb_are_those_of_the_clause(
    text: str, lang: str, name: str | None, subject: str | None, measure: str | None
) -> None:
    press = Press()
    press.hold(press.add(text, lang, name=name), press.add(text, lang, name=name))
    assert [(entry.subject, entry.measure) for entry in press.entries()] == [(subject, measure)]


def test_a_holder_is_no_subject() -> None:
    press = Press()
    text = "10 billion dollars, said Northlight."
    press.hold(*(press.add(text, "en", holder="Northlight", name="Northlight") for _ in range(2)))
    assert [entry.subject for entry in press.entries()] == [None]


def test_a_small_number_word_of_nothing_is_no_entry() -> None:
    assert (
        press(("Whether one method can do it is open.", "en"), ("Whether one method can do it?", "en")).entries() == ()
    )


NORTHLIGHT = "Northlight"


def conflicts(*said: tuple[str, str], rendered: bool = False) -> list[str]:
    """Kinds of conflict between independent articles that may name Northlight."""
    made = Press()
    for key in [made.add(*one, name=NORTHLIGHT if NORTHLIGHT in one[0] else None) for one in said][1:]:
        made.hold(made.articles[0].id, key, rendered)
    return [conflict.kind for entry in made.entries() for conflict in entry.conflicts]


@pytest.mark.parametrize(
    ("first", "second", "lang"),
    [
        ("Northlight-backed Orrin has a $17.5 billion valuation.", "Northlight has a $500 billion fund.", "en"),
        ("Northlight has a $5 billion valuation.", "Northlight has a $7 billion revenue.", "en"),
        ("Northlight has spent 5 billion dollars.", "Northlight has lost 7 billion dollars.", "en"),
        ("A thousand employees wrote to Northlight.", "Northlight counts 7000 software teams.", "en"),
        ("Northlight has 1000 employees.", "Northlight has 7000 teams.", "en"),
        ("Northlight Lux 3 has 4 billion parameters.", "Northlight Vast 2 has 30 billion parameters.", "en"),
        ("Northlight hat 5 Milliarden Euro verloren.", "Für Northlight und Orrin gab es 7 Milliarden Euro.", "de"),
        ("Northlight a une valorisation de 5 milliards.", "Northlight a un chiffre de 7 milliards.", "fr"),
        ("Northlight tiene 1000 empleados.", "Northlight tiene 7000 clientes.", "es"),
        ("Northlight ha 1000 dipendenti.", "Northlight ha 7000 clienti.", "it"),
    ],
)
def test_two_measures_of_one_name_are_no_conflict(first: str, second: str, lang: str) -> None:
    assert conflicts((first, lang), (second, lang)) == []


@pytest.mark.parametrize(
    ("first", "second", "lang"),
    [
        ("Northlight has a $5 billion valuation.", "Northlight now has a valuation of $7 billion.", "en"),
        ("Northlight has spent 5 billion dollars.", "Northlight spent 7 billion dollars.", "en"),
        ("Northlight has 1000 employees.", "Northlight has 7000 employees.", "en"),
        ("Northlight kostet 5 Euro.", "Northlight kostet jetzt 7 Euro.", "de"),
        ("Northlight a 1000 clients.", "Northlight a 7000 clients.", "fr"),
        ("Northlight tiene 1000 empleados.", "Northlight tiene 7000 empleados.", "es"),
    ],
)
def test_independent_articles_conflict_on_one_measure(first: str, second: str, lang: str) -> None:
    assert conflicts((first, lang), (second, lang)) == ["value"]


def test_across_languages_only_a_slip_of_one_figure_is_a_conflict_of_independent_articles() -> None:
    first = ("Northlight has spent 10 billion dollars.", "en")
    assert conflicts(first, ("Northlight gab 10 Millionen Dollar aus.", "de")) == ["scale"]
    assert conflicts(first, ("Northlight verlor 7 Millionen Dollar.", "de")) == []


def test_a_loss_and_more_of_the_same_amount_deny_nothing() -> None:
    lost = ("La valeur a baissé de 600 milliards de dollars.", "fr")
    assert conflicts(lost, ("Der Wert ist 600 Milliarden Dollar höher als im Mai.", "de"), rendered=True) == []
    assert conflicts(lost, ("Der Wert stieg um 600 Milliarden Dollar.", "de"), rendered=True) == ["direction"]


def test_two_amounts_conflict_once_however_they_are_worded() -> None:
    fell = ("Traffic fell by 12 percent.", "en")
    more = (("Der Verkehr sank um 21 Prozent.", "de"), ("C'est 12 % de moins qu'en mai.", "fr"))
    assert conflicts(fell, *more, rendered=True) == ["value"]


@pytest.mark.parametrize(
    ("text", "lang", "subject"),
    [
        ("For Northlight 600 people now work.", "en", "Northlight"),
        ("Over 600 people wrote that a body like Northlight should be founded.", "en", None),
        ("In den 1950er Jahren, mit 600 Leuten, begann das Rennen mit Northlight.", "de", None),
    ],
)
def test_a_thing_only_named_behind_a_number_is_not_its_subject(text: str, lang: str, subject: str | None) -> None:
    press = Press()
    press.hold(*(press.add(text, lang, name=NORTHLIGHT) for _ in range(2)))
    assert {entry.subject for entry in press.entries()} == {subject}
