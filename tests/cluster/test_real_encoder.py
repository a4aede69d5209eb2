"""The same promises with the shipped encoder, on sentences in nine languages."""

import numpy as np
import pytest
from cluster_world import Says, World

from pipeline.cluster.documents import documents
from pipeline.cluster.families import families
from pipeline.cluster.origins import origins
from pipeline.cluster.points import group_texts
from pipeline.encode import Encoder, centre

pytestmark = pytest.mark.slow

COSTS = {
    "en": "The price of a computation has fallen by half within a year.",
    "fr": "Le prix d'un calcul a baissé de moitié en un an.",
    "de": "Der Preis einer Berechnung ist binnen eines Jahres um die Hälfte gefallen.",
    "es": "El precio de un cálculo ha bajado a la mitad en un año.",
    "zh": "一次计算的价格在一年内下降了一半。",
    "ja": "計算の価格は一年で半分に下がった。",
}
DATA = {
    "en": "Good training data will run out before the end of the decade.",
    "fr": "Les bonnes données d'entraînement seront épuisées avant la fin de la décennie.",
    "it": "I buoni dati di addestramento finiranno prima della fine del decennio.",
    "ru": "Хорошие обучающие данные закончатся до конца десятилетия.",
    "ko": "좋은 학습 데이터는 이번 10년이 끝나기 전에 바닥날 것이다.",
}
LETTER = (
    "The laboratory in Velden published its fourth model on Monday.",
    "It answers questions on chemistry that its predecessor could not even read.",
    "The electricity bill of the test alone would pay for a small house.",
    "Two of the three founders have left since the spring.",
    "Next week we will look at how the model was trained.",
)
BRIEF = (
    "Das Labor in Velden hat am Montag sein viertes Modell veröffentlicht.",
    "Es beantwortet Fragen zur Chemie, die sein Vorgänger nicht einmal lesen konnte.",
    "Allein die Stromrechnung des Tests würde ein kleines Haus bezahlen.",
    "Zwei der drei Gründer sind seit dem Frühjahr gegangen.",
    "Nächste Woche sehen wir uns an, wie das Modell trainiert wurde.",
)


@pytest.fixture(scope="module")
def encoder():
    return Encoder()


def embedded(world: World, encoder: Encoder) -> World:
    """Replace the invented vectors of a world by real ones."""
    language = {}
    for article, reading in zip(world.articles, world.readings, strict=True):
        language |= {article.text[p.start : p.end]: p.language for p in reading.passages}
        language |= {article.text[c.start : c.end]: c.language for c in reading.claims}
    languages = [next((v for k, v in language.items() if text in k), "en") for text in world.vectors]
    texts = list(world.vectors)
    world.vectors = dict(zip(texts, centre(encoder.encode(texts), languages), strict=True))
    return world


def test_translations_are_one_family_and_two_matters_are_two(encoder):
    world = World()
    for matter in (COSTS, DATA):
        for language, text in matter.items():
            world.add(f"{language}{len(world.articles)}", Says(text, "x"), language=language)
    embedded(world, encoder)
    found = families(world.judged())
    text = {s.claim.id: s.claim.text for s in world.judged()}
    parts = {frozenset(text[c] for c in found if found[c] == name) for name in found.values()}
    assert parts == {frozenset(COSTS.values()), frozenset(DATA.values())}


def test_an_opposite_in_another_language_stays_apart(encoder):
    world = World()
    world.add("a", Says("Progress in language models has come to a halt.", "x", stance=("yes", 0.9)))
    world.add("b", Says("Der Fortschritt der Sprachmodelle ist nicht zum Stillstand gekommen.", "x",
                        negated=True, stance=("no", 0.9)), language="de")  # fmt: skip
    embedded(world, encoder)
    a, b = world.judged()
    assert float(np.dot(a.vector, b.vector)) > 0.6  # the vectors alone would join them
    assert len(set(families(world.judged()).values())) == 2


def test_a_translated_letter_is_found_and_a_story_on_the_same_matter_is_not(encoder):
    world = World()
    first = world.add("letter", *(Says(t, "x") for t in LETTER), outlet="Tidal Notes")
    other = world.add("brief", *(Says(t, "x") for t in BRIEF), outlet="Hafenblatt", language="de", day=1)
    story = world.add(
        "story",
        Says("A new chemistry model from Velden is expensive to run, engineers say.", "x"),
        Says("Nobody knows yet who will pay for such models in the long run.", "x"),
        Says("Competitors announced models of their own for the autumn.", "x"),
        outlet="Blue Desk",
        day=2,
    )
    result = origins(documents(embedded(world, encoder).corpus()))
    assert (result[other.id].role, result[other.id].of) == ("translation", first.id)
    assert result[story.id].role == "original"


def test_bare_texts_on_one_topic_are_grouped_by_what_they_say(encoder):
    texts = [
        "Schools should start later in the morning so that pupils sleep enough.",
        "A later start of school would give children the sleep they need.",
        "Pupils would get more sleep if lessons began later.",
        "Parents who work early cannot bring their children at nine.",
        "Working parents cannot take their children to school that late.",
        "Buses would have to run twice, which the town cannot pay.",
    ]
    languages = ["en"] * len(texts)
    labels = group_texts(texts, languages, centre(encoder.encode(texts), languages))
    assert labels == [0, 0, 0, 1, 1, 2]
