"""Public bodies by their whole name, doers of a passive, and research of the author's own. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

WHOLE = [
    ("en", "The ministry of Health said that the vaccine was safe.", "ministry of Health"),
    ("fr", "Le ministère de la Santé a précisé que le vaccin était sûr.", "ministère de la Santé"),
    ("es", "El ministerio de Sanidad aseguró que la vacuna era segura.", "ministerio de Sanidad"),
    ("it", "Il ministero della Salute ha precisato che il vaccino è sicuro.", "ministero della Salute"),
    ("pt", "O ministério da Saúde garantiu que a vacina era segura.", "ministério da Saúde"),
    ("nl", "Het ministerie van Volksgezondheid meldde dat het vaccin veilig is.", "ministerie van Volksgezondheid"),
    ("fr", "L'équipe de Mara Voss a dit que le pont est sûr.", "Mara Voss"),
    ("fr", "Ivo Marn, du ministère de la Santé, a dit que le vaccin est sûr.", "Ivo Marn"),
    ("fr", "Le ministre de la Santé, Ivo Marn, a dit que le vaccin est sûr.", "Ivo Marn"),
    ("de", "Vom Verkehrsministerium wurde mitgeteilt, dass die Nachtzüge zurückkehren.", "Verkehrsministerium"),
    ("de", "Von Mara Voss wurde mitgeteilt, dass die Straße gesperrt ist.", "Mara Voss"),
    ("de", "Ursula von Ahlen sagte, die Brücke sei sicher.", "Ursula von Ahlen"),
    ("zh", "据交通部宣布，夜间列车将恢复运行。", "交通部"),
    ("zh", "据交通部通报，夜间列车将恢复运行。", "交通部"),
]


@pytest.mark.parametrize(("language", "text", "holder"), WHOLE)
def test_a_body_has_its_whole_name(language: str, text: str, holder: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.holder is not None
    assert (claim.holder.text, claim.quoted) == (holder, "indirect")


OWN = [
    ("en", "Our analysis shows that rents rose twice as fast as wages. It also shows that flats are smaller."),
    ("de", "Unsere Analyse zeigt, dass die Mieten doppelt so schnell stiegen wie die Löhne."),
    ("fr", "Notre analyse montre que les loyers ont augmenté plus vite que les salaires."),
    ("es", "Nuestro análisis muestra que los alquileres subieron más que los salarios."),
    ("it", "La nostra analisi mostra che gli affitti sono aumentati più dei salari."),
    ("pt", "A nossa análise mostra que as rendas subiram mais do que os salários."),
    ("nl", "Onze analyse laat zien dat de huren sneller stegen dan de lonen."),
    ("ru", "Наш анализ показывает, что аренда росла вдвое быстрее зарплат."),
    ("zh", "我们的分析表明，房租的涨幅是工资的两倍。"),
    ("ar", "يظهر تحليلنا أن الإيجارات ارتفعت بضعف سرعة الأجور."),
]
OTHERS = [
    ("en", "Their analysis shows that rents rose twice as fast as wages.", "Their analysis"),
    ("en", "Our correspondent says that the port is closed.", "Our correspondent"),
    ("en", '"Our analysis shows that rents rose twice as fast as wages," said Mara Voss.', "Mara Voss"),
    ("en", "Mara Voss said that our analysis shows that rents rose.", "Mara Voss"),
    ("zh", "他们的分析表明，房租的涨幅是工资的两倍。", "他们的分析"),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_what_the_authors_research_shows_is_the_authors(language: str, text: str) -> None:
    claims = READER.read_text(text, language).claims
    assert claims
    assert {(c.holder, c.quoted) for c in claims} == {(None, "none")}


@pytest.mark.parametrize(("language", "text", "holder"), OTHERS)
def test_what_others_show_is_theirs(language: str, text: str, holder: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.holder is not None
    assert claim.holder.text == holder
