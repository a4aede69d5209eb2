"""Clauses that say whose words a sentence holds: "as Voss wrote, P". All names and outlets are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(spacy_models=()))


def last(text: str, language: str) -> Claim:
    return READER.read_text(text, language).claims[-1]


def who(claim: Claim) -> str | None:
    return claim.holder.text if claim.holder else None


NAMED = [
    ("en", "And as Mara Voss so aptly wrote in May, the port no longer needs its cranes.", "Mara Voss"),
    ("de", "Denn wie Mara Voss treffend bemerkt, braucht der Hafen keine Kräne mehr.", "Mara Voss"),
    ("de", "Wie Mara Voss, die Leiterin des Hafens, treffend bemerkt, ist der Kran zu klein.", "Mara Voss"),
    ("de", "Mit Mara Voss gesprochen, braucht der Hafen keine Kräne mehr.", "Mara Voss"),
    ("fr", "Et comme en parle ici Mara Voss, le port n'a plus besoin de grues.", "Mara Voss"),
    ("fr", "Car, comme le disait kranbau7 à propos du port, la grue est trop petite.", "kranbau7"),
    ("fr", "De façon plus générale, comme l'explique si bien Mara Voss, la grue est trop petite.", "Mara Voss"),
    ("fr", "Pour citer Mara Voss, la grue est trop petite.", "Mara Voss"),
    ("es", "Como muy bien explica Mara Voss en su charla, la grúa es demasiado pequeña.", "Mara Voss"),
    ("es", "Como predijo Mara Voss en el programa, la grúa es demasiado pequeña.", "Mara Voss"),
    ("it", "Come ha predetto Mara Voss nel programma di Dana Reyes, la gru è troppo piccola.", "Mara Voss"),
    ("it", "Per dirla con Mara Voss, la gru è troppo piccola.", "Mara Voss"),
    ("pt", "Como bem aponta Mara Voss, o guindaste é demasiado pequeno.", "Mara Voss"),
    ("nl", "Want zoals Mara Voss in het programma voorspelde, is de kraan te klein.", "Mara Voss"),
    ("ru", "Ведь, как верно заметила Мара Восс, кран слишком мал для порта.", "Мара Восс"),
    ("zh", "就像李雨桐在文章里写的那样，港口不再需要起重机。", "李雨桐"),
    ("zh", "用李雨桐的话来说，港口不再需要起重机。", "李雨桐"),
    ("ja", "佐伯美咲氏が著書で述べているように、港はもう起重機を必要としない。", "佐伯美咲氏"),
    ("ko", "한서윤의 표현을 빌리자면 항구에는 더 이상 크레인이 필요하지 않다.", "한서윤"),
]


@pytest.mark.parametrize(("language", "text", "holder"), NAMED)
def test_a_clause_with_as_names_who_says_so(language: str, text: str, holder: str) -> None:
    claim = last(text, language)
    assert (who(claim), claim.quoted) == (holder, "indirect")


UNNAMED = [
    ("es", "Mara Voss dijo que el puerto es viejo. Como escribió en su boletín, la grúa es pequeña.", "indirect"),
    ("es", 'Mara Voss dijo que el puerto es viejo. Como escribió en su boletín, "la grúa es pequeña".', "direct"),
    (
        "it",
        "Mara Voss ha detto che il porto è vecchio. Come ha scritto nel suo bollettino, la gru è piccola.",
        "indirect",
    ),
    ("pt", "Mara Voss disse que o porto é velho. Como escreveu no boletim, o guindaste é pequeno.", "indirect"),
]


@pytest.mark.parametrize(("language", "text", "kind"), UNNAMED)
def test_a_subject_left_out_is_who_spoke_before(language: str, text: str, kind: str) -> None:
    claim = last(text, language)
    assert (who(claim), claim.quoted) == ("Mara Voss", kind)


def test_where_it_was_written_is_no_speaker() -> None:
    claim = last("وكما كتب في عموده، لم يعد الميناء بحاجة إلى الرافعات.", "ar")
    assert claim.holder is not None
    assert (claim.holder.kind, claim.quoted) == ("anonymous", "indirect")


OWN = [
    ("en", "As I wrote in May, the port no longer needs its cranes."),
    ("en", "As Mara Voss left the hall, the port was dark and its cranes were still."),
    ("en", "Users have trouble with the old crane, as they need to add ropes to lift the loads."),
    ("de", "Wie ich schon schrieb, braucht der Hafen keine Kräne mehr."),
    ("de", "Wie so oft haben die Zeitungen eine Vorführung aufgebauscht."),
    ("fr", "Comme je l'ai dit, le port n'a plus besoin de grues."),
    ("fr", "Comme le montre la courbe, le port n'a plus besoin de grues."),
    ("fr", "Comme Mara Voss, et comme vous le savez, je crois que le port est trop petit."),
    ("es", "Como ya dije, el puerto no necesita grúas."),
    ("es", "Como se dijo antes, el puerto no necesita grúas."),
    ("es", "Como escribe poco, el puerto no tiene noticias de la grúa."),
    ("it", "Come detto, il porto non ha più bisogno di gru."),
    ("pt", "Como já disse, o porto não precisa de guindastes."),
    ("zh", "如上所述，港口不再需要起重机。"),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_what_the_author_said_or_a_thing_shows_is_the_authors(language: str, text: str) -> None:
    claim = last(text, language)
    assert (who(claim), claim.quoted) == (None, "none")
