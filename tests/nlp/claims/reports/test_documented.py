"""Sentences that say where they stand written are held by that text. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(spacy_models=()))

WRITTEN = [
    ("en", "The crane lifts ten tons, as detailed in Quaylab's official post.", "Quaylab", "The crane lifts ten tons"),
    ("en", "As described in their technical report, the crane lifts ten tons.", "report", "the crane lifts ten tons"),
    ("en", "The crane lifts ten tons, as described in the documentation (link).", "documentation", "The crane"),
    ("en", "The crane lifts ten tons and more, as outlined by the Harbour Office.", "Harbour Office", "The crane"),
    ("de", "Der Kran hebt zehn Tonnen, wie in ihrem technischen Bericht dargelegt wird.", "Bericht", "Der Kran hebt"),
    ("fr", "La grue soulève dix tonnes, comme détaillé dans le billet de Quaylab.", "Quaylab", "La grue soulève dix"),
    ("fr", "Comme expliqué dans leur rapport, la grue soulève dix tonnes.", "rapport", "la grue soulève dix tonnes"),
    ("es", "La grúa levanta diez toneladas, como se detalla en la nota de Quaylab.", "Quaylab", "La grúa levanta diez"),
    ("it", "La gru solleva dieci tonnellate, come descritto nel post di Quaylab.", "Quaylab", "La gru solleva dieci"),
    ("pt", "O guindaste levanta dez toneladas, como detalhado na nota da Quaylab.", "Quaylab", "O guindaste levanta"),
    ("nl", "De kraan tilt tien ton, zoals beschreven in het bericht van Quaylab.", "Quaylab", "De kraan tilt tien ton"),
    ("ru", "Кран поднимает десять тонн, как описано в сообщении компании «Кварт».", "Кварт", "Кран поднимает десять"),
    ("zh", "正如该公司技术报告所述，这台起重机可以吊起十吨。", "技术报告", "这台起重机可以吊起十吨"),
    ("ja", "同社の技術報告書に記載されているように、このクレーンは十トンを持ち上げる。", "報告書", "このクレーンは"),
    ("ko", "회사의 기술 보고서에 설명된 대로 이 크레인은 10톤을 들어 올린다.", "보고서", "이 크레인은"),
    ("ar", "الرافعة ترفع عشرة أطنان، كما هو موضح في التقرير الفني للشركة.", "التقرير", "الرافعة ترفع عشرة أطنان"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "holder", "content"), WRITTEN)
def test_the_text_in_which_it_stands_says_it(language: str, text: str, holder: str, content: str) -> None:
    (found,) = READER.read_text(text, language).claims
    assert found.holder is not None
    assert holder in found.holder.text
    assert found.quoted == "indirect"
    assert text[found.content[0].start :].startswith(content)


OWN = [
    ("en", "The crane lifts ten tons, as described in this article."),
    ("en", "The crane lifts ten tons, as described in detail above."),
    ("en", "The crane lifts ten tons, as reported in May."),
    ("en", "The crane lifts ten tons, as shown in the changelog."),
    ("en", "The crane grew as described in the plan and lifts ten tons today."),
    ("de", "Der Kran hebt zehn Tonnen, wie im vorigen Abschnitt beschrieben."),
    ("fr", "La grue soulève dix tonnes, comme expliqué dans cet article."),
    ("es", "La grúa levanta diez toneladas, como se explica en este artículo."),
    ("it", "La gru solleva dieci tonnellate, come descritto in questo articolo."),
    ("nl", "De kraan tilt tien ton, zoals in dit artikel beschreven."),
    ("ru", "Кран поднимает десять тонн, как сказано в этой статье."),
    ("zh", "正如上文所述，这台起重机可以吊起十吨。"),
    ("ja", "前述に記載されているように、このクレーンは十トンを持ち上げる。"),
    ("ko", "위에서 설명한 대로 이 크레인은 10톤을 들어 올린다."),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_the_article_itself_is_nobody_elses_text(language: str, text: str) -> None:
    assert all(c.holder is None for c in READER.read_text(text, language).claims)


def test_who_says_so_goes_before_the_text_in_which_it_stands() -> None:
    (found,) = READER.read_text("Mara Voss says that the crane lifts, as described in the report.", "en").claims
    assert found.holder is not None
    assert found.holder.text == "Mara Voss"


READ = [
    ("de", "„Der Kran hebt zehn Tonnen“, heißt es in dem Bericht.", "dem Bericht"),
    ("fr", "« La grue soulève dix tonnes », peut-on lire dans le rapport.", "le rapport"),
    ("fr", "Dans le rapport, on peut lire : « La grue soulève dix tonnes. »", "le rapport"),
    ("es", "«La grúa levanta diez toneladas», se lee en el informe.", "el informe"),
    ("it", "«La gru solleva dieci tonnellate», si legge nel rapporto.", "rapporto"),
    ("pt", '"O guindaste levanta dez toneladas", lê-se no relatório.', "relatório"),
    ("nl", '"De kraan tilt tien ton", staat in het verslag.', "het verslag"),
    ("ru", "«Кран поднимает десять тонн», — говорится в отчёте.", "отчёте"),
    ("ru", "В отчёте говорится: «Кран поднимает десять тонн».", "отчёте"),
]


@pytest.mark.parametrize(("language", "text", "holder"), READ)
def test_what_is_read_in_a_text_is_quoted_from_it(language: str, text: str, holder: str) -> None:
    (found,) = READER.read_text(text, language).claims
    assert found.holder is not None
    assert (found.holder.text, found.quoted, bool(found.hedged)) == (holder, "direct", False)


NOT_READ = [
    ("de", "„Der Kran hebt zehn Tonnen“, sagte Orla Venn in dem Bericht."),
    ("fr", "« La grue soulève dix tonnes », a dit Orla Venn dans le rapport."),
    ("es", "«La grúa levanta diez toneladas», dijo Orla Venn en el informe."),
    ("ru", "«Кран поднимает десять тонн», — сказала Орла Венн в отчёте."),
]


@pytest.mark.parametrize(("language", "text"), NOT_READ)
def test_who_speaks_in_a_text_says_it(language: str, text: str) -> None:
    (found,) = READER.read_text(text, language).claims
    assert found.holder is not None
    assert found.holder.text in ("Orla Venn", "Орла Венн")
