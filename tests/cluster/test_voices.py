import pytest
from cluster_world import Says, World

from pipeline.cluster.voices import (
    Voice,
    companion,
    full_name,
    is_latin,
    known_names,
    someone_else,
    voices,
    with_companions,
)


def heard(world, families=None, one_origin=False):
    origin = {a.id: "o1" if one_origin else a.id for a in world.articles}
    found = voices(world.judged(), origin, world.readings, families)
    return {s.claim.text: found[s.claim.id] for s in world.judged()}


def test_an_author_speaks_by_byline_else_by_outlet():
    world = World()
    world.add("a", Says("One.", "a"), byline="Mara Voss")
    world.add("b", Says("Two.", "b"), outlet="Blue Desk")
    found = heard(world)
    assert (found["One."].name, found["Two."].name) == ("Mara Voss", "Blue Desk")


def test_files_that_name_nobody_have_an_author_each():
    world = World()
    world.add("inbox", Says("One.", "a"), outlet="inbox")
    world.add("box", Says("Two.", "b"), outlet="")
    found = heard(world)
    assert found["One."].key != found["Two."].key
    assert not found["One."].lasting
    assert not found["Two."].lasting


def test_spelling_makes_no_other_voice():
    world = World()
    world.add("a", Says("One.", "a", "MARA  VOSS"), Says("Two.", "b", "Mara Voss"))
    found = heard(world)
    assert found["One."].key == found["Two."].key


def test_critics_are_other_critics_in_another_story_and_the_same_in_its_copy():
    world = World()
    world.add("a", Says("One.", "a", "Critics", holder_kind="group"))
    world.add("b", Says("Two.", "a", "critics", holder_kind="group"), day=1)
    apart, together = heard(world), heard(world, one_origin=True)
    assert apart["One."].key != apart["Two."].key
    assert together["One."].key == together["Two."].key
    assert not apart["One."].lasting


def test_a_name_in_other_letters_is_learned_from_the_same_claim():
    world = World()
    world.add("a", Says("Voss says it goes on.", "on", "Mara Voss"))
    world.add(
        "b", Says("沃斯说会继续。", "on", "沃斯"), Says("沃斯还说很贵。", "cost", "沃斯"), Says("我们不信。", "no"),
        outlet="未来", language="zh", day=1,
    )  # fmt: skip
    claims = {s.claim.text: s.claim.id for s in world.judged()}
    families = {claim: text for text, claim in claims.items()}
    families[claims["沃斯说会继续。"]] = families[claims["Voss says it goes on."]]
    found = heard(world, families, one_origin=True)
    assert found["沃斯说会继续。"] == found["沃斯还说很贵。"] == found["Voss says it goes on."]
    assert found["我们不信。"].name == "未来"
    assert heard(world, families)["沃斯说会继续。"].name == "沃斯"  # unrelated articles teach nothing


def test_a_surname_is_completed_only_if_one_person_bears_it():
    world = World()
    world.add("a", Says("Mara Voss spoke.", "a", entities=(("Mara Voss", "person", "Q1"),)))
    world.add("b", Says("Mara Voss met Jan Voss.", "a",
                        entities=(("Mara Voss", "person", "Q1"), ("Jan Voss", "person", "Q2"))))  # fmt: skip
    assert [full_name("Voss", reading) for reading in world.readings] == ["Mara Voss", "Voss"]
    assert known_names(world.readings) == {"mara voss": "Q1", "jan voss": "Q2"}


def voice(name, entity=None, lasting=True):
    return Voice(entity or name, name, entity, lasting)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (voice("Mara Voss"), voice("Ilja Brandt"), True),
        (voice("Mara Voss"), voice("Voss"), False),
        (voice("Mara Voss"), voice("沃斯"), False),
        (voice("Mara Voss", "Q1"), voice("沃斯", "Q2"), True),
        (voice("Mara Voss"), voice("critics", lasting=False), False),
    ],
)
def test_someone_else_is_said_only_when_sure(a, b, expected):
    assert someone_else(a, b) is someone_else(b, a) is expected


@pytest.mark.parametrize(("name", "expected"), [("Čapek", True), ("Ольга", False), ("3", False), ("OpenAI 公司", True)])
def test_letters(name, expected):
    assert is_latin(name) is expected


def test_who_says_it_together_with_the_holder_is_the_voice_that_they_are_elsewhere():
    world = World()
    world.add("a", Says("Mara Voss and Venn say so.", "a", "Mara Voss", joint=("Venn",)))
    world.add("b", Says("Orla Venn goes on.", "b", "Orla Venn"), day=1)
    origin = dict.fromkeys((a.id for a in world.articles), "o1")
    both, alone = world.judged()
    found = voices(with_companions(world.judged()), origin, world.readings)
    assert found[both.claim.id].name == "Mara Voss"
    assert found[companion(both.claim.id, 0)] == found[alone.claim.id]


@pytest.mark.parametrize(
    ("full", "short", "language"),
    [
        ("Mara Voss", "Voss", "de"),
        ("مارا فوس", "فوس", "ar"),
        ("Мара Восс", "Восс", "ru"),
        ("玛拉·沃斯", "沃斯", "zh"),
        ("マーラ・ヴォス", "ヴォス", "ja"),
    ],
)
def test_a_family_name_is_whoever_the_article_names_in_full(full, short, language):
    world = World()
    world.add("a", Says(f"{full}: one.", "a", full), language=language)
    world.add("b", Says(f"{full}: a day.", "b"), Says(f"{short}: two.", "c", short), language=language, day=40)
    world.add("c", Says(f"{short}: three.", "d", short), language=language, day=80)
    found = heard(world)
    assert found[f"{short}: two."].key == found[f"{full}: one."].key != found[f"{short}: three."].key


def test_two_of_one_family_name_are_not_joined():
    world = World()
    world.add("a", Says("Mara Voss: one.", "a", "Mara Voss"), Says("Ilja Voss: two.", "b", "Ilja Voss"))
    world.add("b", Says("Mara Voss met Ilja Voss.", "c"), Says("Voss: three.", "d", "Voss"), day=40)
    assert heard(world)["Voss: three."].name == "Voss"


@pytest.mark.parametrize(
    ("name", "language", "same"),
    [
        ("Мара Восс", "ru", True),
        ("마라 보스", "ko", True),
        ("マーラ・ヴォス", "ja", True),
        ("مارا فوس", "ar", True),
        ("Нора Восс", "ru", False),
        ("Восс", "ru", False),
        ("沃斯", "zh", False),
        ("玛拉·沃斯", "zh", False),  # too few sounds for what Chinese signs tell
        ("Илья Брандт", "ru", False),
    ],
)
def test_a_full_name_in_other_letters_is_known_by_its_sounds(name, language, same):
    world = World()
    world.add("a", Says("Mara Voss: one.", "a", "Mara Voss"))
    world.add("b", Says(f"{name}: two.", "b", name), language=language, day=90)
    found = heard(world)
    assert (found[f"{name}: two."].key == found["Mara Voss: one."].key) is same


def test_a_name_in_other_letters_that_two_may_bear_is_nobodys_but_its_own():
    world = World()
    world.add("a", Says("Mara Voss: one.", "a", "Mara Voss"), Says("Mary Bose: one.", "c", "Mary Bose"))
    world.add("b", Says("마라 보스: two.", "b", "마라 보스"), language="ko", day=90)
    assert heard(world)["마라 보스: two."].name == "마라 보스"
