from cluster_world import Says, World, result_of


def test_a_change_of_mind_is_an_index_and_a_doubtful_answer_is_none():
    world = World()
    for day, label, sure in ((0, "yes", 0.9), (5, "no", 0.6), (9, "yes", 0.9), (20, "no", 0.9), (30, "mixed", 0.9)):
        world.add(f"d{day}", Says(f"On day {day} this was the view held.", f"view {day}", stance=(label, sure)),
                  byline="Mara Voss", outlet="Tidal Notes", day=day)  # fmt: skip
    (position,) = result_of(world).positions
    assert position.holder == "Mara Voss"
    assert [e.label for e in position.entries] == ["yes", "no", "yes", "no", "mixed"]
    assert position.changes == (3,)
    assert [e.date for e in position.entries] == sorted(e.date for e in position.entries)


def test_copies_and_translations_of_one_statement_are_one_answer():
    world = World()
    topics = ("a", "b", "c", "d")
    for n, (name, language) in enumerate((("letter", "en"), ("copie", "fr"), ("kopie", "de"))):
        world.add(
            name,
            *(Says(f"Sentence in {language} on the matter of {t}, as it stands.", t, "Mara Voss", "Q1",
                   stance=("no", 0.9) if t == "a" else ("none", 0.9)) for t in topics),
            outlet=f"Outlet {language}", day=n, language=language,
        )  # fmt: skip
    (position,) = result_of(world).positions
    assert position.entity_id == "Q1"
    assert len(position.entries) == 1
    assert position.entries[0].claim_id == world.readings[0].claims[0].id


def test_a_byline_and_a_quoted_name_are_one_holder():
    world = World()
    world.add("own", Says("It goes on.", "on", stance=("no", 0.9)), byline="Mara Voss", outlet="Tidal Notes")
    world.add(
        "quoted",
        Says("Voss says that it is over.", "over", "Voss", stance=("yes", 0.9)),
        Says("Mara Voss writes a letter.", "letter", entities=(("Mara Voss", "person", "Q1"),), claim=True),
        day=4,
    )
    (position,) = result_of(world).positions
    assert (position.holder, position.entity_id, position.changes) == ("Mara Voss", "Q1", (1,))


def test_unnamed_groups_have_no_position():
    world = World()
    world.add("a", Says("Critics say it is over.", "over", "Critics", holder_kind="group", stance=("yes", 0.9)))
    assert result_of(world).positions == ()


def test_what_two_say_together_is_an_answer_of_both_and_one_claim():
    world = World()
    world.add("a", Says("Mara Voss and Orla Venn say that it is over.", "over", "Mara Voss", stance=("yes", 0.9),
                        joint=("Orla Venn",)))  # fmt: skip
    world.add("b", Says("Orla Venn says that it goes on.", "on", "Orla Venn", stance=("no", 0.9)), day=9)
    result = result_of(world)
    answers = {p.holder: [e.label for e in p.entries] for p in result.positions}
    assert answers == {"Mara Voss": ["yes"], "Orla Venn": ["yes", "no"]}
    totals = dict(result.totals)
    assert (totals["yes"].claims, totals["yes"].voices, totals["no"].voices) == (1, 2, 1)
    assert {g.label: g.voices for g in result.groups} == {"yes": 2, "no": 1}


def test_what_an_outlet_reprints_unsigned_is_no_answer_of_its_own():
    world = World()
    topics = ("slow", "chips", "law")
    english = {t: f"The letter of this week looks at {t} and at what follows from it." for t in topics}
    german = {t: f"Der Brief dieser Woche betrachtet {t} und was daraus folgen mag." for t in topics}
    prints = (
        ("Tidal Notes", "Mara Voss", english, "en"),
        ("Hafenblatt", None, german, "de"),
        ("Mirror", None, english, "en"),
    )
    for day, (outlet, byline, words, language) in enumerate(prints):
        said = [Says(text, t, stance=("yes" if t == "slow" else "none", 0.9)) for t, text in words.items()]
        world.add(outlet, *said, outlet=outlet, byline=byline, day=day, language=language)
    (position,) = result_of(world).positions
    assert (position.holder, [e.label for e in position.entries]) == ("Mara Voss", ["yes"])
