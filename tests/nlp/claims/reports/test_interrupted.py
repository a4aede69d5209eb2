"""Clauses inside of a report that nobody believes, doubts or denies: they deny nothing of what is said around them."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READERS = [Reader(NlpSettings(spacy_models=())), Reader(NlpSettings(), Tagger())]


def only(text: str, language: str, reader: Reader) -> Claim:
    claims = reader.read_text(text, language).claims
    assert len(claims) == 1
    return claims[0]


SAID = [
    ("en", "Mara Voss said, though nobody believed her, that the port is closed.", "the port is closed"),
    ("en", "Mara Voss said, although Jon Arden disputes it, that the port is closed.", "the port is closed"),
    ("en", "Mara Voss, who never doubts herself, said that the port is closed.", "the port is closed"),
    ("de", "Mara Voss sagte, obwohl ihr niemand glaubte, dass der Hafen geschlossen ist.", "Hafen geschlossen ist"),
    ("fr", "Mara Voss a dit, même si personne ne la croyait, que le port est fermé.", "le port est fermé"),
    ("fr", "Mara Voss, qui ne doute jamais, a dit que le port est fermé.", "le port est fermé"),
    ("es", "Mara Voss dijo, aunque nadie le creía, que el puerto está cerrado.", "el puerto está cerrado"),
    ("it", "Mara Voss ha detto, anche se nessuno le credeva, che il porto è chiuso.", "il porto è chiuso"),
    ("pt", "Mara Voss disse, embora ninguém acreditasse nela, que o porto está fechado.", "o porto está fechado"),
    ("nl", "Mara Voss zei, hoewel niemand haar geloofde, dat de haven dicht is.", "de haven dicht is"),
    ("ru", "Мара Восс сказала, хотя ей никто не верил, что порт закрыт.", "порт закрыт"),
    ("zh", "尽管没有人相信她，沃斯说港口已经关闭。", "港口已经关闭"),
]


@pytest.mark.parametrize("reader", READERS, ids=["rules", "both"])
@pytest.mark.parametrize(("language", "text", "words"), SAID)
def test_what_a_clause_interrupts_is_said_by_the_cue_beside_it(
    language: str, text: str, words: str, reader: Reader
) -> None:
    claim = only(text, language, reader)
    assert claim.holder is not None
    assert claim.holder.text in ("Mara Voss", "Мара Восс", "沃斯")
    assert words in text[claim.content[0].start : claim.content[-1].end]
    assert claim.attribution[-1].cue is not None
    assert claim.attribution[-1].cue.text in ("said", "sagte", "dit", "a dit", "dijo", "detto", "ha detto", "disse",
                                              "zei", "сказала", "说")  # fmt: skip
    assert claim.attribution[-1].commitment == "asserts"
    assert not claim.negated


BESIDE = [
    ("en", "The port is closed, which Mara Voss does not doubt."),
    ("de", "Der Hafen ist geschlossen, was Mara Voss nicht bezweifelt."),
    ("fr", "Le port est fermé, ce dont Mara Voss ne doute pas."),
    ("es", "El puerto está cerrado, lo que Mara Voss no duda."),
    ("it", "Il porto è chiuso, cosa di cui Mara Voss non dubita."),
    ("ru", "Порт закрыт, в чём Мара Восс не сомневается."),
    ("ru", "Порт закрыт, чему никто не верит."),
]


@pytest.mark.parametrize(("language", "text"), BESIDE)
def test_a_clause_about_what_is_said_negates_nothing(language: str, text: str) -> None:
    assert not any(c.negated for c in READERS[1].read_text(text, language).claims)


def test_a_negated_cue_behind_a_clause_stays_negated() -> None:
    claims = READERS[1].read_text("Mara Voss, who runs the port, did not say that it is closed.", "en").claims
    assert all(c.holder is None for c in claims)
