"""A change of mind is told from what only looks like one."""

import pytest
from cluster_world import Says, World, result_of

from pipeline.cluster.analysis import assemble
from pipeline.cluster.corpus import Previous

YES, NO = ("yes", 0.9), ("no", 0.9)


def voss(world: World, name: str, day: float, text: str, stance, **more) -> None:
    """An article of Voss's own, on its own matter."""
    world.add(name, Says(text, name, stance=stance, **more), byline="Mara Voss", outlet="Tidal Notes", day=day)


def only(world: World):
    (position,) = (p for p in result_of(world).positions if p.holder == "Mara Voss")
    return position


def kinds(world: World) -> list[tuple[int, str]]:
    return [(shift.entry, shift.kind) for shift in only(world).shifts]


def test_the_opposite_on_a_later_day_is_a_change_of_mind():
    world = World()
    voss(world, "first", 0, "Progress has hit a wall.", YES)
    voss(world, "then", 30, "Progress goes on after all.", NO)
    position = only(world)
    assert (kinds(world), position.changes, position.stands) == ([(1, "reversal")], (1,), "no")
    assert position.shifts[0].since == 0


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Progress goes on, and I was wrong to doubt it."),
        ("de", "Es geht weiter, ich habe meine Meinung geändert."),
        ("fr", "Le progrès continue, j’ai eu tort."),
        ("ja", "進歩は続いている。私が間違っていた。"),
        ("ar", "التقدم مستمر، كنت مخطئا."),
    ],
)
def test_who_says_so_has_changed_their_mind_even_where_the_side_is_read_with_doubt(language, words):
    world = World()
    voss(world, "first", 0, "Progress has hit a wall.", YES)
    world.add(
        "then", Says(words, "then", stance=("no", 0.55)), byline="Mara Voss", outlet="N", day=9, language=language
    )
    assert kinds(world) == [(1, "reversal")]
    assert only(world).shifts[0].evidence


def test_a_retraction_in_a_sentence_of_its_own_counts():
    world = World()
    voss(world, "first", 0, "Progress has hit a wall.", YES)
    back = Says("I was wrong in spring, and I said it loudly.", "back", stance=("none", 0.9))
    world.add("then", Says("Progress goes on.", "on", stance=("no", 0.55)), back, byline="Mara Voss", outlet="N", day=9)
    assert kinds(world) == [(1, "reversal")]
    assert only(world).shifts[0].evidence == "I was wrong"


def test_who_takes_back_what_they_are_read_to_say_again_was_misread_somewhere():
    world = World()
    voss(world, "first", 0, "Progress has hit a wall.", YES)
    voss(world, "then", 30, "Progress goes on, and I was wrong to doubt it.", ("yes", 0.6))
    assert (kinds(world), only(world).changes, only(world).stands) == ([(1, "unsure")], (), "yes")


def test_a_doubtful_reading_is_no_change_of_mind():
    world = World()
    voss(world, "first", 0, "Progress has hit a wall.", YES)
    voss(world, "then", 30, "Progress goes on after all.", ("no", 0.55))
    assert (kinds(world), only(world).changes, only(world).stands) == ([(1, "unsure")], (), "yes")


def test_a_narrowed_claim_is_none():
    world = World()
    voss(world, "first", 0, "Progress has hit a wall.", YES)
    voss(world, "then", 30, "What I meant is pre-training, the rest goes on.", ("no", 0.8))
    voss(world, "both", 60, "Pre-training stopped and reasoning goes on.", ("mixed", 0.9))
    assert [kind for _, kind in kinds(world)] == ["narrowed", "narrowed"]
    assert only(world).changes == ()


def test_a_fact_that_time_overtook_is_none():
    world = World()
    voss(world, "first", 0, "No model has passed 60 percent so far.", YES, numbers=(("60 percent", "percent", "60"),))
    voss(world, "then", 200, "The best model passes 71 percent.", NO, numbers=(("71 percent", "percent", "71"),))
    assert (kinds(world), only(world).changes, only(world).stands) == ([(1, "overtaken")], (), "no")


def report(world: World, name: str, day: float, before: str, words: str, stance) -> None:
    said = Says(f"{before} {words}", name, "Mara Voss", content=words, commitment=("reports",), stance=stance)
    world.add(name, said, outlet="The Harbor Dispatch", day=day)


def test_a_report_of_an_older_statement_takes_its_place_in_time():
    world = World()
    voss(world, "now", 30, "Progress goes on after all.", NO)
    report(world, "back", 40, "Five weeks ago Mara Voss said that", "progress has hit a wall.", YES)
    position = only(world)
    assert [entry.label for entry in position.entries] == ["no", "yes"]  # in the order of the articles
    assert kinds(world) == [(0, "reversal"), (1, "older_report")]
    assert position.stands == "no"
    assert position.entries[1].said.first < position.entries[0].published.date()


def test_an_undated_report_of_the_past_turns_nothing():
    world = World()
    voss(world, "now", 30, "Progress goes on after all.", NO)
    report(world, "back", 40, "Mara Voss had said that", "progress has hit a wall.", YES)
    assert (kinds(world), only(world).changes) == ([(1, "older_report")], ())


def test_what_others_make_of_her_words_is_no_change_of_mind():
    world = World()
    body = [Says(f"The {t} of the matter is told here at some length.", t) for t in ("price", "water", "crew", "plan")]
    own = Says("Progress has not hit a wall.", "wall", stance=NO)
    world.add("letter", own, *body, byline="Mara Voss", outlet="Tidal Notes", day=0)
    wrong = Says("Mara Voss dit que le mur est atteint.", "bar", "Mara Voss", stance=YES, commitment=("reports",))
    copies = [Says(f"Le récit de {s.meaning} est repris ici en entier.", s.meaning, language="fr") for s in body]
    world.add("copie", wrong, *copies, outlet="Le Relais", day=30, language="fr")
    assert (kinds(world), only(world).changes, only(world).stands) == ([(1, "reporting")], (), "no")


def test_both_sides_in_one_article_are_no_change_of_mind():
    world = World()
    world.add(
        "letter",
        Says("Pre-training has stopped paying.", "stop", stance=YES),
        Says("Reasoning opens another way.", "way", stance=NO),
        byline="Mara Voss",
        outlet="Tidal Notes",
    )
    assert (kinds(world), only(world).changes, only(world).stands) == ([], (), None)


def test_dates_are_kept_apart():
    world = World()
    report(world, "back", 40, "Five weeks ago Mara Voss said that", "progress has hit a wall.", YES)
    (entry,) = only(world).entries
    assert entry.said.last < entry.published.date() < entry.found.date()
    assert entry.date == entry.published
    assert not entry.own_words


def test_a_position_keeps_its_id_when_answers_are_added_and_the_name_is_spelled_otherwise():
    world = World()
    voss(world, "first", 0, "Progress has hit a wall.", YES)
    first = assemble(world.judged(), world.corpus())
    old = first.questions[0].positions[0].id
    report(world, "quoted", 3, "Mara Voss said that", "the wall is near.", YES)
    corpus = world.corpus(Previous.of(first))
    assert [p.id for p in assemble(world.judged(corpus), corpus).questions[0].positions] == [old]
    renamed = Previous(positions=(("q", "p1_before", (world.readings[0].claims[0].id,)),))
    corpus = world.corpus(renamed)
    assert [p.id for p in assemble(world.judged(corpus), corpus).questions[0].positions] == ["p1_before"]


MEANT = {
    "en": "I was only talking about pre-training, the rest goes on.",
    "de": "Ich meinte das Vortraining, der Rest geht weiter.",
    "fr": "Je parlais seulement du pré-entraînement, le reste continue.",
    "es": "Me refería solo al preentrenamiento, lo demás sigue.",
    "it": "Parlavo solo del pre-addestramento, il resto continua.",
    "pt": "Falava apenas do pré-treino, o resto continua.",
    "nl": "Ik bedoelde de voortraining, de rest gaat door.",
    "zh": "我只是指预训练，其余仍在继续。",
    "ja": "事前学習だけの話だ。ほかは続いている。",
    "ko": "사전 학습만을 두고 한 말이다. 나머지는 계속된다.",
    "ru": "Я говорила только о предобучении, остальное идёт дальше.",
    "ar": "كنت أقصد التدريب المسبق، والباقي مستمر.",
}


@pytest.mark.parametrize(("language", "words"), MEANT.items(), ids=MEANT)
def test_who_says_what_they_meant_narrows_it_however_sure_the_side(language, words):
    world = World()
    voss(world, "first", 0, "Progress has hit a wall.", YES)
    world.add(
        "then", Says(words, "then", stance=("no", 0.97)), byline="Mara Voss", outlet="N", day=9, language=language
    )
    assert kinds(world) == [(1, "narrowed")]


SO_FAR = {
    "en": "No model has passed the Corvane test so far.",
    "de": "Bislang hat kein Modell den Corvane-Test bestanden.",
    "fr": "Aucun modèle n'a encore réussi le test Corvane.",
    "es": "Hasta ahora ningún modelo ha superado la prueba Corvane.",
    "it": "Finora nessun modello ha superato il test Corvane.",
    "pt": "Até agora nenhum modelo passou no teste Corvane.",
    "nl": "Nog geen model is geslaagd voor de Corvane-test.",
    "zh": "迄今还没有模型通过科瓦内测试。",
    "ja": "コルヴァン試験に合格したモデルはまだない。",
    "ko": "아직 코르반 시험을 통과한 모델은 없다.",
    "ru": "До сих пор ни одна модель не прошла тест Корване.",
    "ar": "لم ينجح أي نموذج في اختبار كورفان حتى الآن.",
}


@pytest.mark.parametrize(("language", "words"), SO_FAR.items(), ids=SO_FAR)
def test_what_held_until_its_day_is_overtaken_by_a_fact(language, words):
    world = World()
    world.add("first", Says(words, "first", stance=YES), byline="Mara Voss", outlet="N", language=language)
    voss(world, "then", 200, "Vela 5 passes 71 percent of the test.", NO, numbers=(("71 percent", "percent", "71"),))
    assert kinds(world) == [(1, "overtaken")]


def test_a_quotation_whose_words_another_altered_is_no_change_of_mind():
    world = World()
    body = [Says(f"The {t} of the matter is told here at some length.", t) for t in ("price", "water", "crew", "plan")]
    own = Says("Progress has not hit a wall.", "wall", stance=NO, negated=True)
    world.add("letter", own, *body, byline="Mara Voss", outlet="Tidal Notes", day=0)
    wrong = Says("“Progress has hit a wall”, writes Mara Voss in Tidal Notes.", "wall", "Mara Voss", stance=YES,
                 content="Progress has hit a wall", quoted="direct", commitment=("reports",))  # fmt: skip
    again = [Says(f"She tells of the {s.meaning} in her own way and at length.", s.meaning) for s in body[:2]]
    world.add("story", wrong, *again, outlet="Blue Desk", day=4)
    assert (kinds(world), only(world).changes, only(world).stands) == ([(1, "reporting")], (), "no")
