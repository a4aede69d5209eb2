"""Who says that nobody says so keeps it; who is only named with what nobody says says nothing.

As the main job reads it. All names are invented.
"""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

TOLD = [
    (
        "en",
        "Orla Venn, who runs the lab in Tarn, said on Monday that nobody on her team believes that the dam has failed.",
    ),
    ("en", "Orla Venn said nobody believes that the dam has failed."),
    ("en", "Orla Venn told the board that no serious engineer claims that the dam is sound."),
    ("fr", "Orla Venn a déclaré que personne dans son équipe ne croit que le barrage a cédé."),
    ("de", "Orla Venn sagte, dass niemand in ihrem Team glaubt, dass der Damm gebrochen ist."),
    ("de", "Orla Venn hat gesagt, niemand glaube, dass der Damm hält."),
    ("es", "Orla Venn dijo que nadie en su equipo cree que la presa haya cedido."),
    ("it", "Orla Venn ha detto che nessuno nel suo team crede che la diga abbia ceduto."),
    ("pt", "Orla Venn disse que ninguém na sua equipa acredita que a barragem tenha cedido."),
    ("nl", "Orla Venn zei dat niemand in haar team gelooft dat de dam het heeft begeven."),
    ("ru", "Мара Восс сказала, что никто в её команде не верит, что плотину прорвало."),
]


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_who_says_that_nobody_believes_it_says_so(language: str, text: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.holder is not None
    assert claim.holder.text.removeprefix("Ms ") in ("Orla Venn", "Мара Восс")
    assert (claim.quoted, claim.negated) == ("indirect", True)


NOBODY = [
    ("en", "Nobody on the team believes that the dam has failed.", True),
    ("en", "Contrary to what Orla Venn says about the dam, it is sound.", False),
    ("de", "Niemand in ihrem Team glaubt, dass der Damm gebrochen ist.", True),
    ("fr", "Personne dans son équipe ne croit que le barrage a cédé.", True),
    ("es", "Nadie en su equipo cree que la presa haya cedido.", True),
    ("fr", "Rien n'indique que le barrage a cédé.", True),
    ("es", "Nada indica que la presa haya cedido.", True),
    ("it", "Niente indica che la diga abbia ceduto.", True),
    ("pt", "Nada indica que a barragem tenha cedido.", True),
    ("de", "Nichts deutet darauf hin, dass der Damm gebrochen ist.", True),
    ("en", "Nothing suggests that the dam has failed.", True),
    ("nl", "Niets wijst erop dat de dam het heeft begeven.", True),
    ("nl", "Anders dan Orla Venn zei, is de dam dertig meter hoog.", False),
    ("ar", "خلافا لما قالته علا فنان، يبلغ ارتفاع السد ثلاثين مترا.", False),
    ("en", "There is no evidence that the dam has failed.", True),
    ("de", "Es gibt keine Belege dafür, dass der Damm gebrochen ist.", True),
    ("fr", "Il n'y a aucune preuve que le barrage ait cédé.", True),
    ("es", "No hay pruebas de que la presa haya cedido.", True),
    ("it", "Non ci sono prove che la diga abbia ceduto.", True),
    ("pt", "Não há provas de que a barragem tenha cedido.", True),
    ("nl", "Er is geen bewijs dat de dam het heeft begeven.", True),
    ("ru", "Ничто не указывает на то, что плотину прорвало.", True),
    ("zh", "没有证据表明大坝已经决口。", True),
    ("ja", "ダムが決壊したことを示す証拠は何もない。", True),
    ("ko", "댐이 무너졌다는 증거는 없다.", True),
    ("ar", "لا يوجد دليل على أن السد انهار.", True),
]


@pytest.mark.parametrize(("language", "text", "negated"), NOBODY)
def test_what_nobody_says_is_the_author_s(language: str, text: str, negated: bool) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert (claim.holder, claim.quoted, claim.negated) == (None, "none", negated)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Many people say that the dam has failed. The reports were denied."),
        ("de", "Viele sagen, der Damm sei gebrochen. Die Berichte wurden bestritten."),
        ("fr", "Beaucoup disent que le barrage a cédé. Ces rumeurs ont été démenties."),
        ("es", "Muchos dicen que la presa ha cedido. Los rumores fueron negados."),
    ],
)
def test_what_is_denied_denies_nothing_itself(language: str, text: str) -> None:
    claims = READER.read_text(text, language).claims
    assert not any(a.commitment == "denies" for c in claims[1:] for a in c.attribution)
