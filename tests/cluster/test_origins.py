import numpy as np
import pytest
from cluster_world import Says, World
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cluster.alignment import align, partners
from pipeline.cluster.documents import documents
from pipeline.cluster.origins import origins
from pipeline.records import Link

TOPICS = ("slow", "chips", "law", "money", "data", "energy")
ENGLISH = {t: f"The letter of this week looks at {t} and at what follows from it for all of us." for t in TOPICS}
GERMAN = {t: f"Der Brief dieser Woche betrachtet {t} und was daraus am Ende folgen mag." for t in TOPICS}
OTHER = {t: f"What a week: {t} is what everybody talked about in the canteen, again and again." for t in TOPICS}


def letter(world, name="letter", day=0, outlet="Tidal Notes", byline="Mara Voss", words=ENGLISH, topics=TOPICS, **more):
    return world.add(name, *(Says(words[t], t) for t in topics), outlet=outlet, byline=byline, day=day, **more)


def found(world, turn=0):
    return origins(documents(world.corpus(turn=turn)))


def test_a_copy_is_a_copy_of_the_earlier():
    world = World()
    first = letter(world)
    copy = letter(world, "copy", day=1, outlet="The Harbor Dispatch", byline=None)
    result = found(world)
    assert (result[first.id].role, result[copy.id].role, result[copy.id].of) == ("original", "copy", first.id)
    assert result[first.id].family_id == result[copy.id].family_id
    assert "100 % of the text is the same" in result[copy.id].evidence


def test_a_translation_keeps_the_order_of_most_sentences():
    world = World()
    first = letter(world)
    other = letter(world, "de", day=1, outlet="Hafenblatt", byline=None, words=GERMAN, language="de")
    result = found(world)
    assert (result[other.id].role, result[other.id].of) == ("translation", first.id)
    assert result[other.id].evidence[0] == "6 of 6 sentences align, 6 in the same order"


def test_coverage_names_the_letter_and_shares_some_of_it():
    world = World()
    first = letter(world)
    story = world.add(
        "story",
        Says("In her newsletter Tidal Notes, Voss turned to slow growth and to what follows.", "slow"),
        Says(OTHER["money"], "money"),
        Says("Trains were late on Monday because of the snow, said the company.", "trains"),
        Says("The mayor opened a bridge and then went home to have dinner.", "bridge"),
        day=1,
    )
    result = found(world)
    assert (result[story.id].role, result[story.id].of) == ("coverage", first.id)
    assert "names Tidal Notes" in result[story.id].evidence


def test_reported_claims_of_an_author_tie_a_free_retelling_to_the_letter():
    world = World()
    first = letter(world)
    said = [
        Says(f"Free words of Mara Voss, number {n}.", f"{t}+{t}+sea+stone", "Mara Voss")
        for n, t in enumerate(TOPICS[:2])
    ]
    rest = [Says(f"The mayor opened bridge number {n} and went home to have dinner.", f"bridge {n}") for n in range(30)]
    story = world.add("story", *said, *rest, day=1)
    other = world.add("other", *said[:1], *rest, day=2, outlet="Blue Desk")
    result = found(world)
    assert (result[story.id].role, result[story.id].of) == ("coverage", first.id)
    assert "2 claims are by Mara Voss" in result[story.id].evidence
    assert result[other.id].of != first.id


def test_a_mention_without_shared_matter_is_no_coverage():
    world = World()
    first = letter(world)
    story = world.add("story", Says("Tidal Notes won a prize for its looks last night in the city.", "prize"), day=1)
    result = found(world)
    assert result[story.id].role == result[first.id].role == "original"
    assert result[story.id].family_id != result[first.id].family_id


def test_a_link_and_one_shared_sentence_are_coverage():
    world = World()
    first = letter(world, url="https://www.example.org/p/42/?utm=x")
    story = world.add(
        "story",
        Says(OTHER["slow"], "slow"),
        Says("The mayor opened a bridge and then went home to have dinner.", "bridge"),
        day=1,
        links=(Link(0, 4, "http://example.org/p/42#top"),),
    )
    assert found(world)[story.id].of == first.id


def test_the_same_topics_alone_are_independent():
    world = World()
    letter(world, topics=TOPICS[:2])
    letter(world, "other", day=1, outlet="Blue Desk", byline="Ilja Brandt", words=OTHER, topics=TOPICS[1:3])
    assert {o.role for o in found(world).values()} == {"original"}
    assert len({o.family_id for o in found(world).values()}) == 2


def test_without_dates_a_one_sided_mention_tells_the_direction():
    world = World()
    first = letter(world, day=None)
    copy = world.add(
        "copy", *(Says(ENGLISH[t], t) for t in TOPICS), Says("This was first printed in Tidal Notes, a letter.", "end"),
        day=None,
    )  # fmt: skip
    result = found(world)
    assert (result[copy.id].of, result[first.id].role) == (first.id, "original")


def test_without_dates_and_mentions_nobody_is_called_the_original():
    world = World()
    letter(world, day=None)
    letter(world, "de", day=None, outlet="Hafenblatt", byline=None, words=GERMAN, language="de")
    result = found(world)
    assert {o.role for o in result.values()} == {"unknown"}
    assert len({o.family_id for o in result.values()}) == 1


def test_two_stories_are_not_glued_by_a_third_that_cites_both():
    world = World()
    first = letter(world, topics=TOPICS[:3])
    second = letter(world, "b", day=0.5, outlet="Blue Desk", byline="Ilja Brandt", words=OTHER, topics=TOPICS[3:])
    third = world.add(
        "third",
        *(Says(f"Tidal Notes and Blue Desk both wrote at some length about {t}.", t) for t in TOPICS),
        day=1,
    )
    result = found(world)
    assert result[third.id].role == "coverage"
    assert result[first.id].family_id != result[second.id].family_id


def test_families_keep_their_names_when_an_older_original_turns_up():
    world = World()
    copy = letter(world, "copy", day=1, outlet="The Harbor Dispatch", byline=None)
    before = found(world)
    letter(world)
    after = origins(documents(world.corpus()), [(a, o.family_id) for a, o in before.items()])
    assert after[copy.id].family_id == before[copy.id].family_id
    assert after[copy.id].role == "copy"


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["en", "de", "other"]), st.integers(0, 3), st.integers(1, 6)), max_size=6),
    st.integers(1, 7),
)
def test_order_of_documents_makes_no_difference_and_sources_are_no_circle(rows, turn):
    world = World()
    for n, (kind, day, count) in enumerate(rows):
        words = {"en": ENGLISH, "de": GERMAN, "other": OTHER}[kind]
        language = "de" if kind == "de" else "en"
        letter(world, f"n{n}", day, f"Outlet number {n}", None, words, TOPICS[:count], language=language)
    result = found(world)
    assert found(world, turn) == result
    for origin in result.values():
        assert origin.of is None or result[origin.of].family_id == origin.family_id
        steps = 0
        while origin.of is not None:
            origin, steps = result[origin.of], steps + 1
            assert steps <= len(rows)


def test_alignment_counts_the_longest_run_in_order():
    world = World()
    a = documents_of(world, "a", TOPICS)
    b = documents_of(world, "b", (TOPICS[0], TOPICS[2], TOPICS[1], TOPICS[3]))
    result = align(a, b)
    assert (len(result.pairs), result.chain, result.share_b) == (4, 3, 1.0)
    assert align(a[:0], b).pairs == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Voss saw 41 cranes.", "Venn saw 87 cranes."), ("Venn a vu 87 grues.", "Voss a vu 41 grues.")),
        (("港に41基の起重機。", "港に87基の起重機。"), ("87 Kräne im Hafen.", "41 Kräne im Hafen.")),
        (("Порт Quillon закрыт.", "Порт Dunmore закрыт."), ("الميناء Dunmore مغلق.", "الميناء Quillon مغلق.")),
    ],
)
def test_names_and_figures_part_sentences_that_lie_equally_near(left, right):
    rows = np.ones((2, 1), np.float32)
    assert partners(rows, rows) == ((0, 0), (1, 1))
    assert partners(rows, rows, (left, right)) == ((0, 1), (1, 0))


def test_shared_words_do_not_outweigh_clear_vectors():
    rows = np.eye(2, dtype=np.float32)
    texts = ("Voss saw 41 cranes.", "Venn saw 87 cranes."), ("Venn saw 87 cranes.", "Voss saw 41 cranes.")
    assert partners(rows, rows, texts) == ((0, 0), (1, 1))


def documents_of(world, name, topics):
    article = letter(world, name, topics=topics, words=ENGLISH if name == "a" else OTHER)
    return next(d for d in documents(world.corpus()) if d.article.id == article.id).passages


def test_two_reports_of_one_speech_are_one_origin_though_the_speech_is_not_here():
    world = World()
    words = "We will not build a larger model"
    first = world.add(
        "first",
        Says(f'"{words}," Mara Voss said in Leith.', "speech", "Mara Voss", quoted="direct"),
        Says("Shares of her company fell within the hour on Tuesday.", "shares"),
        Says("The mayor opened a bridge and then went home to have dinner.", "bridge"),
        outlet="Blue Desk",
    )
    second = world.add(
        "second",
        Says('„Wir bauen kein größeres Modell“, sagte Mara Voss.', "speech", "Mara Voss", quoted="direct"),
        Says("In Hamburg rechnet niemand mit Kündigungen, sagt der Betriebsrat.", "jobs"),
        day=1,
        outlet="Hafenblatt",
        language="de",
    )  # fmt: skip
    other = world.add(
        "other",
        Says("Mara Voss has bought a boat, her neighbours say.", "boat", "neighbours"),
        day=2,
        outlet="Red Desk",
    )
    result = found(world)
    assert result[first.id].family_id == result[second.id].family_id != result[other.id].family_id
    assert (result[second.id].role, result[second.id].of) == ("coverage", None)
    assert "both quote the same words of Mara Voss" in result[second.id].evidence
