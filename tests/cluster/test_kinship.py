"""What makes one article coverage of another, and what does not."""

import pytest
from cluster_world import Says, World

from pipeline.cluster.documents import documents
from pipeline.cluster.origins import origins
from pipeline.records import Link


def found(world, article=None):
    result = origins(documents(world.corpus()))
    return result[article.id] if article else result


ISSUES = (
    ("Vela Labs opened a data centre with 1000000 chips in Leith on Monday.", "chips", "1000000"),
    ("Orrin released a model with a window of 1000000 tokens this week.", "window", "1000000"),
)


def issue(world, name, day, topic, text, number, outlet="Tidal Items", byline=None):
    """An issue of unrelated link items: long, on the same field as every other, with a round number and a product."""
    items = [Says(f"{name} item {n}: what came of {topic} {n}.", f"field+{topic} {n}") for n in range(16)]
    named = Says(
        f"{name} tries Corvane Code for {topic}.", f"field+{topic}", entities=(("Corvane Code", "model", None),)
    )
    told = Says(text, f"field+{topic} size", numbers=((number, "count", number),))
    return world.add(name, *items, named, told, outlet=outlet, byline=byline, day=day)


@pytest.mark.parametrize("outlets", [("Tidal Items", "Tidal Items"), ("Tidal Items", "Blue Items")])
def test_long_issues_on_one_field_are_no_coverage_of_each_other(outlets):
    world = World()
    for day, ((text, topic, number), outlet) in enumerate(zip(ISSUES, outlets, strict=True)):
        issue(world, f"issue{day}", day, topic, text, number, outlet)
    assert [o.role for o in found(world).values()] == ["original", "original"]


def follow_up(world, outlet, byline):
    world.add(
        "first",
        Says("The council of Leith meets in June.", "council"),
        Says("Ilja Brandt wants a bridge for the town.", "bridge", "Ilja Brandt"),
        outlet="Blue Desk",
        byline="Ines Harrow",
    )
    return world.add(
        "second",
        Says("The council of Leith met on Friday at last.", "council+sea+stone"),
        Says("Ilja Brandt now wants a tunnel for the town.", "bridge+tunnel+stone", "Ilja Brandt"),
        outlet=outlet,
        byline=byline,
        day=9,
    )


def test_the_next_report_of_one_house_on_one_matter_is_its_own():
    for outlet, byline, role in (
        ("Blue Desk", "Ines Harrow", "original"),
        ("Blue Desk", None, "original"),
        ("Red Desk", "Ines Harrow", "original"),
        ("Red Desk", "Odile Marsh", "coverage"),
    ):
        world = World()
        second = follow_up(world, outlet, byline)
        assert found(world)[second.id].role == role, (outlet, byline)


def give(world, name, outlet, words, numbers, day=0):
    """A short report with numbers in its first sentence, and a second that is only on the same matter."""
    first = Says(f"{words} {' and '.join(n[0] for n in numbers)}.", "cars", numbers=numbers)
    rest = Says(f"{outlet} speaks of roads and of the town.", "roads" if day else "roads+roads+sea+stone+trees")
    return world.add(name, first, rest, outlet=outlet, day=day)


def count(words, value):
    return words, "count", value


@pytest.mark.parametrize(
    "numbers",
    [(("two thirds", "ratio", "0.6666666667"),), (("drei Viertel", "ratio", "0.75"),)],
)
def test_a_fraction_is_no_trace(numbers):
    world = World()
    give(world, "first", "Blue Desk", "In Leith they count as of now", numbers)
    second = give(world, "second", "Red Desk", "The office says it has", numbers, 1)
    assert found(world)[second.id].role == "original"


@pytest.mark.parametrize(
    ("numbers", "role"),
    [
        ((count("5000", "5000"), count("300", "300")), "original"),
        ((count("eine Million", "1000000"), count("40", "40")), "original"),
        ((count("36,080", "36080"), count("41 000", "41000")), "coverage"),
    ],
)
def test_round_numbers_beside_one_sentence_are_no_trace_and_others_stand_as_printed(numbers, role):
    world = World()
    apart = Says("Trains were late on Monday because of the snow.", "trains")
    for day, outlet in enumerate(("Blue Desk", "Red Desk")):
        first = Says(
            f"Cars in the town, as of {outlet}: {' and '.join(n[0] for n in numbers)}.", "cars", numbers=numbers
        )
        added = world.add(outlet, first, *([apart] if day else []), outlet=outlet, day=day)
    origin = found(world)[added.id]
    assert origin.role == role
    assert role == "original" or "both give 36,080, 41 000" in origin.evidence


def test_what_another_says_on_it_is_not_what_was_quoted():
    for who, role in (("Pavel Ostrom", "original"), ("Transolda", "coverage")):
        world = World()
        quoted = Says("“We will need 14 more buses”, Transolda said.", "buses", "Transolda", quoted="direct")
        world.add("first", quoted, Says("The mayor opened a bridge and went home.", "bridge"), outlet="Blue Desk")
        text = f"{who} could not run 14 more buses without aid."
        second = world.add("second", Says(text, "buses+aid", who), outlet="Red Desk", day=1)
        assert found(world)[second.id].role == role, who


TAKEN_BACK = {
    "en": "I was wrong to write last spring that scaling has hit a wall.",
    "de": "Ich habe mich geirrt, als ich im Frühjahr von einer Wand schrieb.",
    "fr": "J'ai eu tort d'écrire au printemps que le mur était là.",
    "ja": "春に壁に当たったと書いたのは私の誤りだった。",
}


def taken_back(world, words, language="en", byline="Ines Harrow", outlet="Blue Desk"):
    world.add(
        "spring",
        Says("Scaling has hit a wall.", "wall"),
        Says("The last run of the Leith lab cost 41 million.", "cost", numbers=(("41 million", "count", "41000000"),)),
        Says("Its models learn no more from it.", "learning"),
        outlet="Blue Desk",
        byline=byline and "Ines Harrow",
    )
    return world.add(
        "autumn",
        Says(words, "wall+spring", language=language),
        Says("That run cost 41 million.", "cost", numbers=(("41 million", "count", "41000000"),), language=language),
        Says("Since then three models learned more than all before.", "progress", language=language),
        Says("I now expect two more years of this.", "years", language=language),
        outlet=outlet,
        byline=byline,
        day=180,
        language=language,
        links=(Link(0, 5, "https://example.org/spring"),),
    )


@pytest.mark.parametrize(("language", "words"), TAKEN_BACK.items())
def test_who_takes_back_what_they_wrote_speaks_anew(language, words):
    world = World()
    later = taken_back(world, words, language)
    assert found(world)[later.id].role == "original"


def test_an_unsigned_letter_that_takes_back_its_last_issue_speaks_anew():
    world = World()
    later = taken_back(world, TAKEN_BACK["en"], byline=None)
    assert found(world)[later.id].role == "original"


def test_somebody_else_on_the_same_article_covers_it():
    world = World()
    later = taken_back(world, TAKEN_BACK["en"], byline="Odile Marsh", outlet="Red Desk")
    assert found(world)[later.id].role == "coverage"


def test_the_same_article_again_in_other_words_adds_nothing():
    world = World()
    facts = [
        (f"Fact {n} of the harbour stands here.", f"Here stands what fact {n} says.", f"fact {n}") for n in range(6)
    ]
    world.add("first", *(Says(a, m) for a, _, m in facts), outlet="Blue Desk", byline="Ines Harrow")
    later = world.add("again", *(Says(b, m) for _, b, m in facts), outlet="Red Desk", byline="Ines Harrow", day=9)
    assert found(world)[later.id].role == "coverage"


def speech(world, day, first, second):
    """Two reports on one speaker: where both are of one week, of one speech."""
    for name, outlet, words, at in (("first", "Blue Desk", first, 0), ("second", "Red Desk", second, day)):
        text, content, quoted, language = words
        told = Says(
            text, "bridge", "Mara Voss", content=content, quoted=quoted, commitment=("reports",), language=language
        )
        rest = Says(f"{outlet} speaks of roads.", f"roads {outlet}")
        article = world.add(name, told, rest, outlet=outlet, day=at, language=language)
    return article


QUOTED = ("“Leith has to build a bridge over the sound”, Mara Voss said.", "Leith has to build a bridge over the sound",
          "direct", "en")  # fmt: skip
AGAIN = {
    "en": ("“The sound needs a bridge”, Mara Voss said.", "The sound needs a bridge", "direct", "en"),
    "de": ("„Leith muss den Sund überbrücken“, sagte Mara Voss.", "Leith muss den Sund überbrücken", "direct", "de"),
    "fr": ("« Il faut un pont sur le détroit », a dit Mara Voss.", "Il faut un pont sur le détroit", "direct", "fr"),
    "ko": ('마라 보스는 "해협에 다리가 필요하다"고 말했다.', "해협에 다리가 필요하다", "direct", "ko"),
}
BACK = {
    "en": ("A year ago, Mara Voss said that Leith needs a bridge.", "Leith needs a bridge", "indirect", "en"),
    "de": ("Vor einem Jahr sagte Mara Voss, Leith brauche eine Brücke.", "Leith brauche eine Brücke", "indirect", "de"),
    "it": ("Un anno fa Mara Voss ha detto che a Leith serve un ponte.", "a Leith serve un ponte", "indirect", "it"),
    "zh": ("一年前，Mara Voss说利斯需要一座桥。", "利斯需要一座桥", "indirect", "zh"),
}

SAME = ("In the council they cite Mara Voss: “Leith has to build a bridge over the sound”.",
        "Leith has to build a bridge over the sound", "direct", "en")  # fmt: skip


@pytest.mark.parametrize("words", AGAIN.values(), ids=AGAIN)
def test_the_same_view_again_a_year_later_is_a_statement_of_its_own(words):
    for day, role in ((3, "coverage"), (365, "original")):
        world = World()
        assert found(world, speech(world, day, QUOTED, words)).role == role, day


@pytest.mark.parametrize("words", [*BACK.values(), SAME], ids=[*BACK, "same words"])
def test_a_year_later_the_old_words_or_their_date_show_one_statement(words):
    world = World()
    assert found(world, speech(world, 365, QUOTED, words)).role == "coverage"
