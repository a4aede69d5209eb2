import pytest
from cluster_world import Says, World

from pipeline.cluster.naming import stands_alone, weakness

YES = ("yes", 0.9)


def statement(text: str, language: str = "en", **more):
    world = World()
    world.add("a", Says(text, "x", stance=YES, **more), language=language)
    return world.judged()[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It did nothing for translation."),
        ("en", "On the contrary, the models got worse."),
        ("de", "Im Gegenteil: Die Modelle werden schlechter."),
        ("fr", "« Cela ne change rien », dit-on."),
        ("es", "Sin embargo, los modelos no mejoran."),
        ("it", "Questo non cambia nulla."),
        ("pt", "No entanto, os modelos pioram."),
        ("nl", "Dat model is niet groter."),
        ("ru", "По его словам, модели стали хуже."),
        ("zh", "但这并没有改变什么。"),
        ("ja", "しかし、それは性能の壁ではない。"),
        ("ko", "그러나 성능은 오르지 않았다."),
        ("ar", "ولكن النماذج لم تتحسن."),
        ("en", "71 percent: share of accelerators."),
        ("en", "Why do larger models gain so little?"),
        ("en", "others joked about the size of the models"),
        ("de", "Andere halten die Modelle für zu groß."),
        ("ru", "Другие считают модели слишком большими."),
        ("en", "In some fields the larger models still gain, for example:"),
        ("ja", "＞彼らは大きなモデルを信じない。"),
        ("en", "Because larger models cost more than they bring."),
        ("de", "Weil größere Modelle kaum besser sind."),
        ("ru", "Потому что большие модели почти не лучше."),
        ("ko", "왜냐하면 더 큰 모델은 거의 나아지지 않았기 때문이다."),
        ("it", "Dall'altro lato, i modelli più grandi costano troppo."),
    ],
)
def test_what_needs_its_surroundings_does_not_stand_alone(language, text):
    assert not stands_alone(statement(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Itemised bills show what answers cost."),
        ("en", "Larger models gain next to nothing."),
        ("de", "Esel sind klüger als Modelle."),
        ("zh", "更大的模型几乎没有进步。"),
        ("ja", "大きなモデルはほとんど良くならない。"),
        ("en", "(Almost) nobody needs a larger model."),
        ("en", "2 models in 3 gain next to nothing."),
        ("de", "Weiler im Gebirge brauchen kein Modell."),
        ("fr", "Carine n'a besoin d'aucun modèle."),
    ],
)
def test_a_sentence_that_names_what_it_speaks_of_does(language, text):
    assert stands_alone(statement(text, language))


def test_a_holder_known_by_a_pronoun_alone_does_not():
    assert not stands_alone(statement("Larger models, she says, gain nothing.", holder="she"))
    assert stands_alone(statement("Larger models, Voss says, gain nothing.", holder="Voss"))


def test_the_numbered_part_of_a_text_names_a_group_only_for_want_of_another():
    plain, numbered = (weakness(statement(t + "更大的模型几乎没有带来任何进步。", "zh")) for t in ("", "（2）"))
    assert plain == 0 < numbered < weakness(statement("但更大的模型几乎没有带来任何进步。", "zh"))
