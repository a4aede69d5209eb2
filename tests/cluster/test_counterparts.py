"""Which passages are held together for the number ledger."""

from cluster_world import Says, World

from pipeline.cluster.analysis import assemble

FILLER = tuple(Says(f"The letter of this week looks at {t} and at what follows.", t) for t in ("law", "money", "chips"))


def pairs(world: World, turn: int = 0):
    corpus = world.corpus(turn=turn)
    texts = {article.id: article.text for article in world.articles}
    found = assemble(sorted(world.judged(corpus), key=lambda s: s.key), corpus).counterparts
    return [
        (texts[p.first_article][p.first.start : p.first.end], texts[p.second_article][p.second.start : p.second.end])
        for p in found
    ], found


def says(text: str, meaning: str, number: str | None = "5", name: str | None = None, kind: str = "model") -> Says:
    numbers = ((number, "count", number),) if number else ()
    return Says(text, meaning, numbers=numbers, entities=((name, kind, f"x:{name.lower()}"),) if name else ())


def test_a_rendering_is_held_against_what_it_renders_sentence_by_sentence():
    world = World()
    world.add(
        "letter", says("The machine is made of 5 parts.", "parts"), *FILLER, outlet="Tidal Notes", byline="Mara Voss"
    )
    credit = Says("Mara Voss writes Tidal Notes, a letter.", "x", claim=False)
    world.add(
        "story", says("The machine is made out of 6 parts.", "parts", "6"), *FILLER, credit, day=2, outlet="Hafenblatt"
    )
    found, records = pairs(world)
    assert found == [("The machine is made of 5 parts.", "The machine is made out of 6 parts.")]
    assert [p.rendered for p in records] == [True]


def test_independent_articles_meet_over_a_name_in_near_sentences():
    world = World()
    world.add("one", says("Vela costs 5 dollars.", "price", name="Vela"))
    world.add("two", says("The price of Vela is 6 dollars.", "price", "6", "Vela"), day=3, outlet="Hafenblatt")
    world.add("three", says("The price of Orion is 6 dollars.", "price", "6", "Orion"), day=4, outlet="Westwind")
    world.add("four", says("Vela was built in 7 years.", "years", "7", "Vela"), day=5, outlet="Ostwind")
    found, _ = pairs(world)
    assert found == [("Vela costs 5 dollars.", "The price of Vela is 6 dollars.")]


def test_what_gives_no_number_is_left_alone():
    world = World()
    world.add("one", says("Vela is cheap.", "price", None, "Vela"))
    world.add("two", says("Vela is cheap, they say.", "price", None, "Vela"), day=3, outlet="Hafenblatt")
    assert pairs(world)[0] == []


def test_the_order_of_documents_makes_no_difference():
    world = World()
    for n in range(6):
        world.add(f"a{n}", says(f"Vela costs {n} dollars now.", "price", str(n), "Vela"), *FILLER[: n % 3], day=n,
                  outlet=f"Paper {n}")  # fmt: skip
    expected = pairs(world)
    assert expected[0]
    assert all(pairs(world, turn) == expected for turn in range(1, 6))
