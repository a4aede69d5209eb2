"""Sources that can be no subject of their cue, verbs that report nothing, marks that quote nothing. Names invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim, Saying, Span, Tagged, Window

RULES = Reader()
LEARNED = Reader(NlpSettings(), Tagger())


def told(text: str, source: str, cue: str, content: str, kind: str = "indirect") -> Reader:
    """Return a reader that is sure of one saying."""

    def span(words: str) -> Span:
        at = text.rindex(words)
        return Span(at, at + len(words))

    def tag(windows: list[Window]) -> list[Tagged]:
        saying = Saying(span(source), span(cue), (span(content),), kind, "asserts", False, 0.97)  # type: ignore[arg-type]
        labels = tuple((0.9, *([0.0125] * 8)) for _ in windows[0].sentences)
        return [Tagged(labels, (saying,), (), (), (), ())]

    return Reader(NlpSettings(spacy_models=()), tag)  # type: ignore[arg-type]


def last(text: str, language: str, reader: Reader = LEARNED) -> Claim:
    return reader.read_text(text, language).claims[-1]


def holder(claim: Claim) -> str | None:
    return claim.holder.text if claim.holder is not None else None


HEADED = [
    ("en", "Pier Plan Underwhelms: Members toured the berths and felt the pier plan was a letdown.",
     "Underwhelms", "felt", "the pier plan was a letdown", "Members"),
    ("fr", "Une grue décevante : les experts ont visité le quai et estiment que la grue est trop lente.",
     "Une grue décevante", "estiment", "la grue est trop lente", "les experts"),
    ("nl", "Nieuwe kraan stelt teleur: onderzoekers zagen de kade en vonden dat de kraan te traag was.",
     "Nieuwe kraan", "vonden", "de kraan te traag was", "onderzoekers"),
    ("de", "Der neue Kran: Experten sahen den Kai und meinten, dass der Kran zu langsam sei.",
     "Der neue Kran", "meinten", "der Kran zu langsam sei", "Experten"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wrong", "cue", "content", "who"), HEADED)
def test_a_heading_says_nothing(language: str, text: str, wrong: str, cue: str, content: str, who: str) -> None:
    assert holder(last(text, language, told(text, wrong, cue, content))) == who


def test_a_name_before_a_colon_that_speaks_at_once_stays() -> None:
    text = "Mara Voss: the harbour will close in May, said Dana Reyes."
    assert holder(last(text, "en", told(text, "Dana Reyes", "said", "the harbour will close in May"))) == "Dana Reyes"


def test_a_participle_belongs_to_the_subject_of_its_sentence() -> None:
    text = 'Dana Reyes praised small ports, contrasting "drift" with Vossberg\'s plans, suggesting that habits change.'
    assert holder(last(text, "en", told(text, "Vossberg", "suggesting", "habits change"))) == "Dana Reyes"


def test_whose_plan_it_is_may_still_speak_in_a_verb_of_their_own() -> None:
    text = "Dana Reyes praised small ports, and Vossberg said that habits change."
    assert holder(last(text, "en", told(text, "Vossberg", "said", "habits change"))) == "Vossberg"


HANGING = [
    ("fr", "Le terme « gel » décrit ces mois où l'élan pour la mécanique portuaire cède la place au doute.",
     "mécanique portuaire", "décrit", "cède la place au doute"),
    ("en", "The slogan describes the months in which zeal for Harbour Tech gives way to doubt.",
     "Harbour Tech", "describes", "gives way to doubt"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), HANGING)
def test_the_noun_of_a_preposition_behind_the_verb_says_nothing(
    language: str, text: str, source: str, cue: str, content: str
) -> None:
    assert holder(last(text, language, told(text, source, cue, content))) is None


CONCEDED = [
    ("荷物の詰め方の悪さは認めて、実際にはもう少し少ないと言っていた。", "荷物の詰め方の悪さ", ""),
    ("港湾局は認めて、実際にはもう少し少ないと言っていた。", "港湾局", "港湾局"),
    ("ヴォス氏は計算を認めて、実際にはもう少し少ないと言っていた。", "ヴォス氏", "ヴォス氏"),
]


@pytest.mark.parametrize(("text", "source", "who"), CONCEDED)
def test_what_is_conceded_does_not_speak(text: str, source: str, who: str) -> None:
    assert holder(last(text, "ja", told(text, source, "言っていた", "実際にはもう少し少ない"))) == who


OWN = [
    ("zh", "先说起重机，它的运行需要五个元素。"),
    ("zh", "首先说码头，它的维护需要三个部门。"),
    ("en", "The implementation details discussed reference changes in the winch that might affect this method."),
    ("en", "A member pointed to the harbour documentation for setting the winch speed."),
    ("de", "Ein Mitglied verwies auf die Dokumentation der Winde in Quillon."),
    ("nl", "Een gebruiker verwees naar de documentatie van de lier in Quillon."),
    ("fr", "Un membre a renvoyé à la documentation du treuil de Quillon."),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_what_only_shows_a_thing_or_a_topic_reports_nothing(language: str, text: str) -> None:
    assert [holder(c) for c in LEARNED.read_text(text, language).claims] in ([], [None])


COURTESIES = [
    ("en", "A member expressed apologies for the mix-up.", "A member", "expressed", "apologies for the mix-up"),
    ("de", "Ein Mitglied äußerte seinen Dank für die Hilfe.", "Ein Mitglied", "äußerte", "seinen Dank für die Hilfe"),
    ("fr", "Un membre a exprimé ses excuses pour l'erreur.", "Un membre", "a exprimé", "ses excuses pour l'erreur"),
    ("es", "Un usuario expresó sus disculpas por el error.", "Un usuario", "expresó", "sus disculpas por el error"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), COURTESIES)
def test_thanks_and_apologies_report_nothing(language: str, text: str, source: str, cue: str, content: str) -> None:
    reader = told(text, source, cue, content)
    assert [holder(c) for c in reader.read_text(text, language).claims] in ([], [None])


def test_what_holds_an_assertion_is_still_a_report() -> None:
    assert holder(last("A member pointed to rising costs and a lack of crews.", "en")) == "A member"
    text = "Mara Voss expressed doubts that the crane will last."
    assert (
        holder(last(text, "en", told(text, "Mara Voss", "expressed", "doubts that the crane will last"))) == "Mara Voss"
    )


SOURCES = [
    ("en", "Broken Winch: A user reported an error stating that the winch was locked.", "A user"),
    ("en", "Winch trouble: A user reported using the new winch and receiving the wrong cable.", "A user"),
    ("en", "The harbour labs have discovered that the cheapest way to move sand is to wait.", "The harbour labs"),
    ("en", "Some users found the harbour app preferable for its plain layout.", "Some users"),
    ("de", "Einige Nutzer fanden die Hafen-App zu langsam.", "Einige Nutzer"),
    ("fr", "Certains utilisateurs ont trouvé l'application du port trop lente.", "Certains utilisateurs"),
    ("es", "Algunos usuarios encontraron la aplicación del puerto demasiado lenta.", "Algunos usuarios"),
    ("it", "Alcuni utenti hanno trovato l'app del porto troppo lenta.", "Alcuni utenti"),
]


@pytest.mark.parametrize(("language", "text", "who"), SOURCES)
def test_sources(language: str, text: str, who: str) -> None:
    claim = last(text, language)
    assert (holder(claim), claim.quoted) == (who, "indirect")


NO_SOURCES = [
    ("en", "Some users found the key in the harbour office."),
    ("de", "Einige Nutzer fanden den Schlüssel im Hafenamt."),
    ("en", "The crew reported to the harbour master on Monday."),
    ("en", "A winch reported stolen by its owner was found on Monday."),
]


@pytest.mark.parametrize(("language", "text"), NO_SOURCES)
def test_no_sources(language: str, text: str) -> None:
    assert holder(last(text, language)) is None


def test_somebody_introduced_by_a_role_is_not_somebody_named_before() -> None:
    text = (
        "Dana Reyes, a user of the winch app, liked it.\n\n"
        "Winch App Talks: A user showed their new winch.\n\n"
        "The user believes that the winch is alive."
    )
    assert holder(last(text, "en")) == "The user"


@pytest.mark.parametrize(
    "before",
    ["Mara Voss, an analyst at Pell, wrote the manual.", "Mara Voss is an analyst in Quillon."],
)
def test_a_role_of_somebody_named_is_theirs(before: str) -> None:
    assert holder(last(f"{before} The analyst believes that the winch will break.", "en")) == "Mara Voss"


def test_a_closing_mark_alone_quotes_nothing() -> None:
    text = (
        'The port grows. It becomes useful to wait and see what the cranes do rather than rely on bad plans."\n\n'
        "In such months the ferry waits."
    )
    assert [(holder(c), c.quoted) for c in RULES.read_text(text, "en").claims] == [(None, "none")] * 3


def test_a_quotation_of_two_paragraphs_goes_on_without_a_mark() -> None:
    text = "“The port grows. It will be the largest one.\n\nIt becomes useful to wait for the cranes to come.”"
    assert {c.quoted for c in RULES.read_text(text, "en").claims} == {"direct"}
