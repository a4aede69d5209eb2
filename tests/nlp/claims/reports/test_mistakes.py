"""Who was wrong to say P has said it; whoever writes so denies P. As the main job reads it; all names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())

MISTAKEN = [
    ("en", "Mara Voss was wrong to say that the bridge is safe.", "the bridge is safe"),
    ("de", "Mara Voss irrt, wenn sie sagt, die Brücke sei sicher.", "die Brücke sei sicher"),
    ("fr", "Mara Voss se trompe quand elle dit que le pont est sûr.", "le pont est sûr"),
    ("es", "Mara Voss se equivocó al decir que el puente es seguro.", "el puente es seguro"),
    ("it", "Mara Voss ha sbagliato a dire che il ponte è sicuro.", "il ponte è sicuro"),
    ("pt", "Mara Voss errou ao dizer que a ponte é segura.", "a ponte é segura"),
    ("nl", "Mara Voss had ongelijk toen ze zei dat de brug veilig is.", "de brug veilig is"),
    ("ru", "Мара Восс ошиблась, когда сказала, что мост безопасен.", "мост безопасен"),
]


def words(claim: Claim) -> str:
    return " ".join(claim.text[s.start - claim.start : s.end - claim.start] for s in claim.content)


def rebutted(claim: Claim) -> list[str]:
    return [e.text for e in claim.evidence if e.label == "rebuttal"]


@pytest.mark.parametrize(("language", "text", "false"), MISTAKEN)
def test_who_was_wrong_to_say_so_said_it_and_the_author_denies_it(language: str, text: str, false: str) -> None:
    author, said = sorted(READER.read_text(text, language).claims, key=lambda c: c.holder is not None)
    assert (author.holder, words(author), rebutted(author)) == (None, text.rstrip("."), [false])
    assert said.holder is not None
    assert (words(said), said.attribution[-1].commitment, rebutted(said)) == (false, "asserts", [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Orla Venn said she was wrong to say that the bridge is safe."),
        ("es", "Orla Venn dice que Mara Voss se equivocó al decir que el puente es seguro."),
        ("de", "Orla Venn sagte, Mara Voss habe sich geirrt, als sie sagte, die Brücke sei sicher."),
    ],
)
def test_who_says_that_somebody_was_wrong_denies_it(language: str, text: str) -> None:
    claims = [c for c in READER.read_text(text, language).claims if c.holder and c.holder.text == "Orla Venn"]
    (claim,) = claims
    assert len(rebutted(claim)) == 1
    assert all(c.holder is not None for c in READER.read_text(text, language).claims)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mara Voss says that the bridge is safe."),
        ("en", "Mara Voss was right to say that the bridge is safe."),
        ("de", "Mara Voss sagte, die Brücke sei sicher."),
        ("fr", "Mara Voss a eu raison de dire que le pont est sûr."),
        ("es", "Mara Voss acertó al decir que el puente es seguro."),
    ],
)
def test_who_was_right_to_say_so_is_rebutted_by_nobody(language: str, text: str) -> None:
    assert not any(rebutted(c) for c in READER.read_text(text, language).claims)


INSERTED = [
    ("en", "That the bridge is safe, says Mara Voss, is a myth.", "the bridge is safe is a myth"),
    ("de", "Dass die Brücke sicher ist, sagt Mara Voss, ist ein Märchen.", "die Brücke sicher ist ist ein Märchen"),
    ("es", "Que el puente sea seguro, dice Mara Voss, es un mito.", "el puente sea seguro es un mito"),
    ("it", "L'idea che il ponte sia sicuro, dice Mara Voss, è un mito.", "il ponte sia sicuro è un mito"),
    ("pt", "A ideia de que a ponte é segura, diz Mara Voss, é um mito.", "a ponte é segura é um mito"),
    ("nl", "Dat de brug veilig is, zegt Mara Voss, is een mythe.", "de brug veilig is is een mythe"),
]


@pytest.mark.parametrize(("language", "text", "said"), INSERTED)
def test_the_verdict_behind_who_says_so_is_said_too(language: str, text: str, said: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.holder is not None
    assert (claim.holder.text, words(claim), len(rebutted(claim))) == ("Mara Voss", said, 1)
