"""What is called false beside the verb, in the same sentence, or by nobody who could deny it; who disagrees alone."""

import pytest

from pipeline.nlp import Reader
from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.replies.belied import denied
from pipeline.nlp.claims.rules.discourse import Said
from pipeline.records import Span

READER = Reader()


def read(text, language):
    return READER.read_text(text, language).claims


def noted(claim, label):
    return [e.text.strip(" .?？") for e in claim.evidence if e.label == label]


CALLED_FALSE = [
    ("nl", "De minister vindt het onzin dat de haven geld verliest."),
    ("fr", "La ministre juge faux que le port perde de l'argent."),
    ("de", "Die Ministerin hält es für falsch, dass der Hafen Geld verliert."),
    ("en", "Mara Voss calls it nonsense that the harbour loses money."),
    ("en", "Mara Voss does not share the view that the harbour loses money."),
    ("es", "La alcaldesa Mara Voss no comparte la idea de que el puerto pierda dinero."),
    ("it", "Il sindaco non condivide l'idea che il porto perda soldi."),
    ("ru", "Мэр не разделяет мнение, что порт теряет деньги."),
]


@pytest.mark.parametrize(("language", "text"), CALLED_FALSE)
def test_a_word_beside_the_verb_rejects_what_is_reported(language, text):
    (claim,) = read(text, language)
    assert claim.holder is not None
    assert [level.commitment for level in claim.attribution] in (["denies"], ["doubts"])


def test_a_verb_of_opinion_alone_rejects_nothing():
    (claim,) = read("De minister vindt dat de haven geld verliest.", "nl")
    assert [level.commitment for level in claim.attribution] == ["asserts"]


MYTHS = [
    ("es", "Que el puerto pierda dinero es un mito.", "el puerto pierda dinero"),
    ("es", "Eso de que el puerto pierde dinero es un cuento.", "el puerto pierde dinero"),
    ("fr", "Que le port perde de l'argent est une idée fausse.", "le port perde de l'argent"),
    ("it", "Che il porto perda soldi è falso.", "il porto perda soldi"),
    ("de", "Es ist keineswegs so, dass der Hafen Geld verliert.", "der Hafen Geld verliert"),
    ("en", "Few still believe that the harbour loses money.", "the harbour loses money"),
    ("pt", "Poucos acreditam ainda que o porto perca dinheiro.", "o porto perca dinheiro"),
    ("fr", "On ne saurait prétendre que le port perd de l'argent.", "le port perd de l'argent"),
    ("ar", "القول إن الميناء يخسر المال مجرد خرافة.", "الميناء يخسر المال"),
    ("ar", "ما من باحث جاد يعتقد أن الميناء يخسر المال.", "الميناء يخسر المال"),
]


@pytest.mark.parametrize(("language", "text", "rejected"), MYTHS)
def test_a_clause_that_is_called_a_myth_is_rejected_by_the_author(language, text, rejected):
    (claim,) = read(text, language)
    assert claim.holder is None
    assert noted(claim, "rebuttal") == [rejected]


UPHELD = [
    ("it", "Nessuno può negare che il porto perda soldi.", "il porto perda soldi"),
    ("de", "Niemand kann bestreiten, dass der Hafen Geld verliert.", "der Hafen Geld verliert"),
    ("es", "Nadie puede negar que el puerto pierde dinero.", "el puerto pierde dinero"),
    ("ja", "港が赤字であることを疑う専門家はいない。", "港が赤字である"),
    ("ko", "항구가 적자라는 것을 부정하는 사람은 없다.", "항구가 적자"),
]


@pytest.mark.parametrize(("language", "text", "kept"), UPHELD)
def test_what_nobody_can_deny_is_upheld(language, text, kept):
    (claim,) = read(text, language)
    assert claim.holder is None
    assert noted(claim, "affirmation") == [kept]


JUDGED = [
    ("de", "Oft heißt es, der Hafen verliere Geld, doch das ist falsch.", "der Hafen verliere Geld"),
    ("en", "It is often said that the harbour loses money, but that is false.", "the harbour loses money"),
    ("it", "C'è chi dice che il porto perde soldi, ma è una sciocchezza.", "il porto perde soldi"),
    ("nl", "Sommigen zeggen dat de haven geld verliest, maar daar klopt niets van.", "de haven geld verliest"),
    ("ja", "夕灯新聞は港を閉めるべきだと書いたが、それは誤りだ。", "夕灯新聞は港を閉めるべきだ"),
    ("ja", "市長は港に税金はかからないと言うが、実際はそうではない。", "港に税金はかからない"),
    ("ko", "시장은 항구가 적자라고 주장하지만 사실과 다르다.", "항구가 적자라"),
]


@pytest.mark.parametrize(("language", "text", "rejected"), JUDGED)
def test_the_author_judges_what_others_say_in_the_same_sentence(language, text, rejected):
    claim = read(text, language)[0]
    assert claim.holder is None
    assert [one.removeprefix("es, ") for one in noted(claim, "rebuttal")] == [rejected]


DISSENT = [
    ("fr", "Le port perdrait de l'argent ? L'économiste Paul Grenat n'y croit pas.", "Paul Grenat"),
    ("zh", "港口在亏损吗？研究员陆遥不这么看。", "陆遥"),
    ("en", "Is the harbour losing money? Dr Mara Voss does not think so.", "Mara Voss"),
]


@pytest.mark.parametrize(("language", "text", "who"), DISSENT)
def test_somebody_denies_what_a_question_asks(language, text, who):
    claim = read(text, language)[-1]
    assert claim.holder is not None
    assert who in claim.holder.text
    assert [level.commitment for level in claim.attribution] == ["denies"]
    assert noted(claim, "rebuttal") == []


def test_the_author_does_not_disagree_with_what_the_author_says():
    claims = read("The harbour loses money. We do not agree with the minister.", "en")
    assert claims[0].holder is None
    assert not any(level.commitment == "denies" for level in claims[0].attribution)
    assert all("harbour" not in e.text for e in claims[-1].evidence if e.label == "affirmation")


def test_a_verb_of_denying_before_its_subject_denies_a_noun():
    text = "نفى البنك المركزي نيته خفض الفائدة."
    (passage,) = READER.read_text(text, "ar").passages

    def said(verb):
        words = text.replace("نفى", verb)
        spans = [
            Span(words.index(one), words.index(one) + len(one)) for one in ("البنك المركزي", "نيته", "خفض الفائدة")
        ]
        frame = Frame(spans[0], spans[1], (spans[2],), "indirect", "asserts", "learned reader")
        return denied(words, Said(frame, 0), [passage], [0]).frame.commitment

    assert said("نفى") == "denies"
    assert said("أكد") == "asserts"
