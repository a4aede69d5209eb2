"""Labels of notes and contractions name nobody; a team is the body of the sentence before, or nobody in particular."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.fusion.nobody import is_contraction, is_label
from pipeline.records import Claim, Span

RULES = Reader()
LEARNED = Reader(NlpSettings(), Tagger())

QUOTED = [
    ("en", 'Note: "The quay is unsafe and should be closed."'),
    ("en", 'UPDATE (May 3): "The quay is unsafe and should be closed."'),
    ("de", "Anmerkung: „Der Kai ist unsicher und muss gesperrt werden.“"),
    ("es", "Nota: «El muelle es inseguro y debe cerrarse»."),
    ("ja", "追記:「岸壁は危険であり閉鎖されるべきだ。」"),
    ("zh", "注:“码头很危险,应该关闭。”"),
]


@pytest.mark.parametrize(("language", "text"), QUOTED)
@pytest.mark.parametrize("reader", [RULES, LEARNED], ids=["rules", "learned"])
def test_a_label_says_nothing(reader: Reader, language: str, text: str) -> None:
    (claim,) = reader.read_text(text, language).claims
    assert claim.quoted == "direct"
    assert claim.holder is not None
    assert (claim.holder.text, claim.holder.kind) == ("", "anonymous")


NOTES = [
    ("en", "P.S.: The quay will be unsafe until May."),
    ("en", "EDIT:\n\nThe quay is unsafe today."),
    ("fr", "NB : Le quai est dangereux et doit être fermé."),
    ("ko", "추신: 부두는 위험하며 폐쇄되어야 한다."),
]


@pytest.mark.parametrize(("language", "text"), NOTES)
def test_a_note_is_the_authors(language: str, text: str) -> None:
    (claim,) = LEARNED.read_text(text, language).claims
    assert (claim.holder, claim.quoted) == (None, "none")


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("en", "TL;DR: the quay is old.", "TL;DR"),
        ("en", "Edit 2: the quay is old.", "Edit 2"),
        ("fr", "Mise à jour : le quai est vieux.", "Mise à jour"),
        ("ru", "Примечание: причал стар.", "Примечание"),
    ],
)
def test_labels(language: str, text: str, label: str) -> None:
    assert is_label(text, Span(0, len(label)), language)


def test_a_name_before_a_colon_is_no_label() -> None:
    (claim,) = LEARNED.read_text('EDIT: Ada Voss: "The quay is unsafe today."', "en").claims
    assert claim.holder is not None
    assert claim.holder.text == "Ada Voss"
    assert not is_label("Note that Voss left.", Span(0, 4), "en")


@pytest.mark.parametrize(
    ("language", "text", "end"),
    [("en", "There’s a quay.", 5), ("en", "That's so.", 6), ("de", "Gibt's einen Kai?", 6), ("it", "C'è un molo.", 1),
     ("fr", "C’est un quai.", 1), ("nl", "Da's een kade.", 4)],
)  # fmt: skip
def test_contractions(language: str, text: str, end: int) -> None:
    assert is_contraction(text, Span(0, end), language)


@pytest.mark.parametrize("source", ["He", "Ada", "Ada's harbour office"])
def test_people_are_no_contractions(source: str) -> None:
    assert not is_contraction(f"{source}'s argued that the quay is old.", Span(0, len(source)), "en")


@pytest.mark.parametrize(
    "text", ['Here\'s Ada Voss: "The quay is unsafe."', "There’s a report that says that the quay is unsafe."]
)
@pytest.mark.parametrize("reader", [RULES, LEARNED], ids=["rules", "learned"])
def test_a_contraction_is_nobody(reader: Reader, text: str) -> None:
    holders = [c.holder.text for c in reader.read_text(text, "en").claims if c.holder]
    assert not {"Here", "There", "There’s", "Here's"} & set(holders)


def last(text: str, language: str) -> Claim:
    return RULES.read_text(text, language).claims[-1]


TEAMS = [
    ("en", "Prices rose at Quillon Labs in May. The team says that the quay is unsafe.", "The team"),
    ("en", "Ada Voss told Quillon Labs that prices fell. The team says that the quay is safe.", "The team"),
    ("en", "Quillon Labs opened in May. The model came later. The team says that the quay is unsafe.", "The team"),
    ("en", "Quillon Labs released a model in May. The team says that the model is safe.", "Quillon Labs"),
    ("en", "Quillon Labs said that prices fell. The team says that the model is safe.", "Quillon Labs"),
    ("en", "Norhaven Bank closed. Quillon Labs opened, and the team says that prices fell.", "Quillon Labs"),
    ("de", "In Kiel zeigte Voss Daten von Quillon Labs. Das Team sagt, dass der Kai sicher ist.", "Das Team"),
    ("de", "Quillon Labs hat ein Modell veröffentlicht. Das Team sagt, dass das Modell sicher ist.", "Quillon Labs"),
    ("es", "El estudio usa datos de la Universidad de Norhaven. El equipo dice que el efecto es pequeño.", "El equipo"),
    ("es", "Quillon Labs publicó un modelo. El equipo dice que el modelo es seguro.", "Quillon Labs"),
    ("it", "Lo studio usa dati dell'Università di Norhaven. La squadra dice che l'effetto è piccolo.", "La squadra"),
    ("pt", "O estudo usa dados da Universidade de Norhaven. A equipe diz que o efeito é pequeno.", "A equipe"),
    ("fr", "L'étude utilise des données de Quillon Labs. L'équipe dit que l'effet est faible.", "L'équipe"),
    ("ja", "研究はノルハーベン大学のデータを使った。チームは効果が小さいと述べた。", "チーム"),
]


@pytest.mark.parametrize(("language", "text", "who"), TEAMS)
def test_a_team_is_the_body_of_the_sentence_before_or_unresolved(language: str, text: str, who: str) -> None:
    claim = last(text, language)
    assert claim.holder is not None
    assert (claim.holder.text, claim.holder.kind) == (who, "named" if who == "Quillon Labs" else "group")


CAPTIONS = [
    ("es", "El podcast de Mara Voss:\n\nSu transcripción se puede encontrar en la red del puerto.", None),
    ("de", "Der Podcast von Mara Voss:\n\nDie Abschrift steht seit Montag auf der Seite des Hafens.", None),
    ("fr", "Le podcast de Mara Voss :\n\nLa transcription se trouve sur le site du port.", None),
    ("en", "In plain words:\n\nThe port is too small for its ships.", None),
    ("ru", "Сложным языком:\n\nПорт слишком мал для таких кораблей.", None),
    ("en", "Mara Voss:\n\nThe port is too small for its ships.", "Mara Voss"),
    ("de", "Mara Voss:\n\nDer Hafen ist zu klein für seine Schiffe.", "Mara Voss"),
]


@pytest.mark.parametrize(("language", "text", "who"), CAPTIONS)
def test_a_line_that_heads_no_speech_names_no_speaker(language: str, text: str, who: str | None) -> None:
    last = LEARNED.read_text(text, language).claims[-1]
    assert (last.holder.text if last.holder else None) == who


OPEN = [
    ("es", "En 2030 se predice el uso de muchas grúas grandes."),
    ("es", "Se espera que el puerto crezca este año."),
    ("it", "Nel 2030 si prevede l'uso di molte gru grandi."),
    ("pt", "Em 2030 prevê-se o uso de muitos guindastes grandes."),
]


@pytest.mark.parametrize(("language", "text"), OPEN)
def test_verbs_that_leave_open_who_says_so_have_no_speaker(language: str, text: str) -> None:
    for claim in LEARNED.read_text(text, language).claims:
        assert claim.holder is None or claim.holder.text == ""


def test_who_stands_before_such_a_verb_speaks() -> None:
    text = "Mara Voss prevé que el puerto va a crecer este año."
    (claim,) = LEARNED.read_text(text, "es").claims
    assert claim.holder is not None
    assert claim.holder.text == "Mara Voss"
