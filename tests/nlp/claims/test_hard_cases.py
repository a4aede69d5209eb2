"""The hard cases of "who says what", each in several languages. All names and outlets are invented."""

from __future__ import annotations

import sys

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader()
READERS = {"rules": READER, "main": Reader(NlpSettings(), Tagger())}


@pytest.fixture(autouse=True, params=sorted(READERS))
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read every case twice: by rules alone, and as the main job does, with the shipped learned reader beside them."""
    monkeypatch.setattr(sys.modules[__name__], "READER", READERS[request.param])


def read(text: str, language: str) -> tuple[Claim, ...]:
    return READER.read_text(text, language).claims


def only(text: str, language: str) -> Claim:
    claims = read(text, language)
    assert len(claims) == 1, [c.text for c in claims]
    return claims[0]


def holder(claim: Claim) -> str | None:
    return claim.holder.text if claim.holder else None


def labels(claim: Claim) -> set[str]:
    return {e.label for e in claim.evidence}


def content(claim: Claim, text: str) -> str:
    return " ".join(text[s.start : s.end] for s in claim.content)


DENIALS = [
    ("en", "Mara Voss denied that progress in language models has slowed.", "progress in language models has slowed"),
    ("en", "Voss dismissed the claims that training runs are getting shorter.", "training runs are getting shorter"),
    ("fr", "Voss réfute les affirmations selon lesquelles les modèles stagnent.", "les modèles stagnent"),
    ("de", "Voss bestreitet, dass das Labor Geld verliert.", "das Labor Geld verliert"),
    ("es", "Voss niega que la empresa pierda dinero este año.", "la empresa pierda dinero este año"),
    ("it", "Voss ha negato che il laboratorio sia in perdita.", "il laboratorio sia in perdita"),
    ("pt", "Voss nega que o laboratório esteja em crise.", "o laboratório esteja em crise"),
    ("nl", "Voss ontkent dat het lab dit jaar verlies maakt.", "het lab dit jaar verlies maakt"),
    ("ru", "Восс отрицает, что лаборатория теряет деньги.", "лаборатория теряет деньги"),
    ("zh", "沃斯否认规模扩张已经停止。", "规模扩张已经停止"),
    ("ja", "ヴォス氏は進歩が止まったとの見方を否定した。", "進歩が止まったとの見方"),
    ("ko", "보스는 진보가 느려졌다는 주장을 부인했다.", "진보가 느려졌다는 주장을"),
    ("ar", "نفى فوس أن يكون المختبر قد خسر المال.", "يكون المختبر قد خسر المال"),
]


@pytest.mark.parametrize(("language", "text", "expected"), DENIALS)
def test_a_denial_is_held_by_the_denier_and_marks_what_is_denied(language: str, text: str, expected: str) -> None:
    claim = only(text, language)
    assert claim.attribution[-1].commitment == "denies"
    assert claim.quoted == "indirect"
    assert expected.startswith(content(claim, text))
    assert len(content(claim, text)) > len(expected) / 2
    assert "denial" in labels(claim)
    assert holder(claim)


REBUTTED_REPORTS = [
    ("en", "Although some think that the boom is over, the lab keeps growing.", "some", "the boom is over"),
    ("fr", "Bien que certains pensent que la fête est finie, le laboratoire grandit.", "certains", "la fête est finie"),
    ("es", "Aunque algunos creen que la fiesta terminó, el laboratorio crece.", "algunos", "la fiesta terminó"),
    ("ru", "Хотя некоторые считают, что подъём закончен, лаборатория растёт.", "некоторые", "подъём закончен"),
    ("zh", "虽然有人认为热潮已经结束，但该实验室仍在增长。", "有人", "热潮已经结束"),
]


@pytest.mark.parametrize(("language", "text", "who", "what"), REBUTTED_REPORTS)
def test_a_rebutted_report_belongs_to_those_who_hold_it_and_the_sentence_to_the_author(
    language: str, text: str, who: str, what: str
) -> None:
    whole, embedded = read(text, language)
    assert whole.holder is None
    assert whole.quoted == "none"
    assert "embedded_report" in labels(whole)
    assert what not in content(whole, text)
    assert holder(embedded) == who
    assert embedded.holder is not None
    assert embedded.holder.kind == "anonymous"
    assert content(embedded, text) == what


NEGATED_CUES = [
    ("en", "Mara Voss did not say that scaling is dead."),
    ("en", "Voss never claimed that the model is free."),
    ("fr", "Mara Voss n'a pas dit que le modèle est gratuit."),
    ("es", "Mara Voss no dijo que el modelo fuera gratis."),
    ("it", "Mara Voss non ha detto che il modello è gratuito."),
    ("ru", "Восс не сказала, что модель бесплатна."),
]


@pytest.mark.parametrize(("language", "text"), NEGATED_CUES)
def test_what_somebody_did_not_say_is_the_authors_claim(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.holder is None
    assert claim.quoted == "none"
    assert any(e.label in ("denial", "withheld") and e.rule == "negated cue" for e in claim.evidence)


QUESTIONS = [
    ("en", '"Has the boom really ended this year?" Voss asked.'),
    ("en", "Has the growth of language models hit a limit?"),
    ("fr", "La croissance des modèles a-t-elle atteint une limite ?"),
    ("de", "Hat das Wachstum der Modelle eine Grenze erreicht?"),
    ("es", "¿Ha llegado el crecimiento a su límite?"),
    ("ja", "モデルの成長は限界に達したのだろうか。"),
    ("zh", "模型的增长已经到头了吗？"),
    ("ko", "모델의 성장은 한계에 이르렀습니까?"),
    ("ar", "هل وصل نمو النماذج إلى حده؟"),
    ("ru", "Достиг ли рост моделей предела?"),
]


@pytest.mark.parametrize(("language", "text"), QUESTIONS)
def test_a_question_is_no_claim_and_is_counted(language: str, text: str) -> None:
    reading = READER.read_text(text, language)
    assert reading.claims == ()
    assert reading.dropped == (("question", 1),)


CONDITIONALS = [
    ("en", "If the lab had to pay market prices, its costs would double."),
    ("fr", "Si le laboratoire payait le prix du marché, ses coûts doubleraient."),
    ("de", "Wenn das Labor Marktpreise zahlen müsste, würden sich die Kosten verdoppeln."),
    ("es", "Si el laboratorio pagara precios de mercado, sus costes se duplicarían."),
    ("it", "Se il laboratorio pagasse i prezzi di mercato, i costi raddoppierebbero."),
]


@pytest.mark.parametrize(("language", "text"), CONDITIONALS)
def test_a_conditional_is_hedged_and_says_what_the_condition_is(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.hedged
    note = next(e for e in claim.evidence if e.label == "conditional")
    assert note.text == text[: text.index(",")]


REBUTTALS = [
    ("en", '"Anyone who tells you that progress is slowing is wrong," she wrote.'),
    ("fr", '"Quiconque vous dit que tout ralentit se trompe", a-t-elle écrit.'),
    ("de", "„Wer behauptet, dass alles langsamer wird, irrt sich“, schrieb sie."),
    ("es", "«Quien diga que todo se frena se equivoca», escribió ella."),
    ("pt", '"Quem diz que tudo parou está errado", escreveu ela.'),
]


@pytest.mark.parametrize(("language", "text"), REBUTTALS)
def test_a_quoted_rebuttal_is_direct_and_marks_what_is_rebutted(language: str, text: str) -> None:
    intro = {"en": "Mara Voss says that the lab is growing. ", "fr": "Mara Voss affirme que le laboratoire grandit. "}
    intro |= {"de": "Mara Voss sagt, dass das Labor wächst. ", "es": "Mara Voss dice que el laboratorio crece. "}
    intro |= {"pt": "Mara Voss diz que o laboratório cresce. "}
    claim = read(intro[language] + text, language)[-1]
    assert claim.quoted == "direct"
    assert holder(claim) == "Mara Voss"
    assert "rebuttal" in labels(claim)


DIRECT = [
    ("en", "“We will keep scaling our models,” said Mara Voss.", "Mara Voss"),
    ("en", "“We will keep scaling our models.” — Mara Voss", "Mara Voss"),
    ("en", 'Mara Voss: "We will keep scaling our models."', "Mara Voss"),
    ("fr", "« Nous allons continuer à grandir », a déclaré Mara Voss.", "Mara Voss"),
    ("de", "„Wir machen mit dem Ausbau weiter“, sagte Mara Voss.", "Mara Voss"),
    ("de", "»Wir machen mit dem Ausbau weiter«, so Mara Voss.", "Mara Voss"),
    ("es", "«Vamos a seguir creciendo mucho», dijo Mara Voss.", "Mara Voss"),
    ("it", "«Continueremo a crescere anche domani», ha detto Mara Voss.", "Mara Voss"),
    ("pt", "“Vamos continuar a crescer muito”, afirmou Mara Voss.", "Mara Voss"),
    ("nl", "“We gaan gewoon door met bouwen”, zei Mara Voss.", "Mara Voss"),
    ("ru", "«Мы продолжаем расти каждый год», — сказала Мара Восс.", "Мара Восс"),
    ("zh", "沃斯表示：“我们会继续扩大模型的规模。”", "沃斯"),
    ("zh", "“我们会继续扩大模型的规模。”沃斯说。", "沃斯"),
    ("ja", "ヴォス氏は「私たちは規模の拡大を続ける」と述べた。", "ヴォス氏"),
    ("ja", "「私たちは規模の拡大を続けます」とヴォス氏は語った。", "ヴォス氏"),
    ("ko", '보스는 "우리는 계속 모델을 확장할 것"이라고 말했다.', "보스"),
    ("ar", "“سنواصل توسيع نماذجنا هذا العام”، قال فوس.", "فوس"),
]


@pytest.mark.parametrize(("language", "text", "who"), DIRECT)
def test_quotations_of_each_convention_are_direct_and_have_their_speaker(language: str, text: str, who: str) -> None:
    claim = only(text, language)
    assert claim.quoted == "direct"
    assert holder(claim) in (who, who.removesuffix("氏"))
    inside = content(claim, text)
    assert not set(inside) & set('“”„«»»「」"')
    assert len(inside) > 10


INDIRECT = [
    ("en", "According to The Harbor Dispatch, the lab lost money last year.", "The Harbor Dispatch"),
    ("en", "The lab lost money last year, according to The Harbor Dispatch.", "The Harbor Dispatch"),
    ("fr", "Selon Le Phare, le modèle coûte trois millions.", "Le Phare"),
    ("de", "Laut Mara Voss steigt die Zahl der Nutzer.", "Mara Voss"),
    ("es", "Según Mara Voss, el modelo cuesta tres millones.", "Mara Voss"),
    ("it", "Secondo Mara Voss, il modello costa tre milioni.", "Mara Voss"),
    ("ru", "По словам Восс, модель стала дешевле.", "Восс"),
    ("ja", "港湾新聞によると、同社は去年も赤字だった。", "港湾新聞"),
    ("ko", "항구일보에 따르면 이 회사는 적자를 냈다.", "항구일보"),
    ("zh", "据《港口邮报》报道，该公司去年亏损严重。", "《港口邮报》"),
]


@pytest.mark.parametrize(("language", "text", "who"), INDIRECT)
def test_prepositions_of_report_give_the_source(language: str, text: str, who: str) -> None:
    claim = only(text, language)
    assert claim.quoted == "indirect"
    assert claim.attribution[-1].commitment == "reports"
    source = claim.attribution[-1].source
    assert source is not None
    assert source.text == who


NESTED_QUOTES = [
    ("en", "“He told us ‘never again’ and then left the room,” said Mara Voss."),
    ("en", '"They call it "the wall" and they are wrong," said Mara Voss.'),
    ("fr", "« Ils appellent cela “le mur” et ils se trompent », a dit Mara Voss."),
    ("de", "„Sie nennen es ‚die Wand‘ und liegen damit falsch“, sagte Mara Voss."),
    ("es", "«Lo llaman “el muro” y se equivocan mucho», dijo Mara Voss."),
]


@pytest.mark.parametrize(("language", "text"), NESTED_QUOTES)
def test_a_quote_in_a_quote_stays_in_one_claim(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.quoted == "direct"
    assert holder(claim) == "Mara Voss"


UNBALANCED = [
    ("en", "“We are far from done with this work, said Mara Voss."),
    ("en", "We are far from done with this work,” said Mara Voss.\n\nThe lab is growing fast this year."),
    ("fr", "« Nous sommes loin d'avoir fini, a dit Mara Voss.\n\nLe laboratoire grandit cette année."),
    ("de", "„Wir sind noch lange nicht fertig, sagte Mara Voss.\n\nDas Labor wächst in diesem Jahr."),
    ("zh", "“我们还远远没有完成，沃斯说。\n\n该实验室今年增长很快。"),
]


@pytest.mark.parametrize(("language", "text"), UNBALANCED)
def test_a_mark_without_partner_does_not_swallow_the_next_paragraph(language: str, text: str) -> None:
    claims = read(text, language)
    assert claims
    assert all("\n" not in c.text for c in claims)
    assert claims[-1].quoted == "none" or "\n" not in text


PREVIOUS_SENTENCE = [
    ("en", 'Mara Voss warned that few expected it. "I think nobody sees how large this will be."', True),
    (
        "fr",
        'Mara Voss a averti que peu le prévoyaient. "Je pense que personne ne voit à quel point ce sera grand."',
        True,
    ),
    ("de", "Mara Voss warnte, dass kaum jemand damit rechnet. „Ich glaube, niemand sieht, wie groß das wird.“", True),
    ("es", "Mara Voss advirtió que pocos lo esperaban. «Creo que nadie ve lo grande que será esto.»", True),
    ("it", "Mara Voss ha avvertito che pochi lo aspettano. «Penso che nessuno veda quanto sarà grande.»", True),
]


@pytest.mark.parametrize(("language", "text", "hedged"), PREVIOUS_SENTENCE)
def test_a_quote_that_stands_alone_goes_on_from_the_last_speaker(language: str, text: str, hedged: bool) -> None:
    claim = read(text, language)[-1]
    assert claim.quoted == "direct"
    assert holder(claim) == "Mara Voss"
    assert claim.hedged is hedged


PRONOUNS = [
    ("en", "Mara Voss founded the lab in 2019. She said that costs will fall."),
    ("fr", "Mara Voss affirme que le coût baisse. Elle estime que la tendance va durer."),
    ("de", "Mara Voss sagt, dass die Kosten sinken. Sie meint, dass der Trend anhält."),
    ("es", "Mara Voss dice que los costes bajan. Ella cree que la tendencia seguirá."),
    ("zh", "沃斯表示，成本正在下降。她认为，这一趋势会持续下去。"),
]


@pytest.mark.parametrize(("language", "text"), PRONOUNS)
def test_pronouns_resolve_to_the_last_fitting_name(language: str, text: str) -> None:
    claim = read(text, language)[-1]
    assert claim.holder is not None
    assert claim.holder.text in ("Mara Voss", "沃斯")
    assert claim.holder.kind == "named"
    assert text[claim.holder.start : claim.holder.end] == claim.holder.text


OPPOSED = [
    ("en", "Mara Voss says that scaling works, while Tom Reyes argues that it does not.", "Mara Voss", "Tom Reyes"),
    ("it", "Mara Voss sostiene che funziona, mentre Tom Reyes dichiara che è finita.", "Mara Voss", "Tom Reyes"),
    ("es", "Mara Voss afirma que funciona, mientras que Tom Reyes sostiene que no.", "Mara Voss", "Tom Reyes"),
    ("zh", "沃斯认为成本会下降，而雷耶斯认为成本会上升。", "沃斯", "雷耶斯"),
]


@pytest.mark.parametrize(("language", "text", "first", "second"), OPPOSED)
def test_two_holders_in_one_sentence_make_two_claims(language: str, text: str, first: str, second: str) -> None:
    claims = read(text, language)
    assert [holder(c) for c in claims] == [first, second]
    assert claims[0].end <= claims[1].start


HEDGES = [
    ("en", "The model was apparently delayed because it is too expensive.", "apparently"),
    ("fr", "Le modèle aurait contribué à la formation d'un autre modèle.", "aurait contribué"),
    ("fr", "Le modèle reste en attente, apparemment parce que son prix est trop élevé.", "apparemment"),
    ("de", "Das Labor soll im vergangenen Jahr Geld verloren haben.", "soll"),
    ("es", "Quizás faltan datos para entrenar el modelo.", "Quizás"),
    ("it", "Il laboratorio avrebbe perso molto denaro l'anno scorso.", "avrebbe perso"),
    ("pt", "O laboratório provavelmente vai perder dinheiro este ano.", "provavelmente"),
    ("nl", "Het lab verliest waarschijnlijk geld dit jaar.", "waarschijnlijk"),
    ("ru", "Лаборатория, вероятно, потеряла деньги в этом году.", "вероятно"),
    ("zh", "该公司今年可能会亏损很多钱。", "可能"),
    ("ja", "同社は今年も赤字になるかもしれない。", "かもしれない"),
    ("ko", "이 회사는 올해 적자를 낸 것으로 보인다.", "것으로 보인다"),
    ("ar", "ربما خسرت الشركة المال هذا العام.", "ربما"),
    ("it", "Il laboratorio difficilmente pubblicherà i dati quest'anno.", "difficilmente"),
    ("pt", "O laboratório poderá perder dinheiro este ano.", "poderá"),
    ("es", "El laboratorio presumiblemente perdió dinero el año pasado.", "presumiblemente"),
    ("ru", "Лаборатория вряд ли опубликует данные в этом году.", "вряд ли"),
    ("zh", "该公司今年多半会亏损很多钱。", "多半"),
    ("ko", "이 회사는 올해 적자를 낼 공산이 크다.", "공산이 크"),
    ("ar", "أغلب الظن أن الشركة خسرت المال هذا العام.", "أغلب الظن"),
]


@pytest.mark.parametrize(("language", "text", "mark"), HEDGES)
def test_marks_of_uncertainty_hedge(language: str, text: str, mark: str) -> None:
    claim = only(text, language)
    assert claim.hedged
    assert any(h.text.startswith(mark) for h in claim.hedges), claim.hedges


FIRM = [
    ("ja", "この新しい研究所は素晴らしい設備をそろえた。"),
    ("ru", "Эта модель лаборатории легко читает показания часов."),
    ("nl", "Het lab zou in mei een kantoor openen en deed dat ook."),
    ("en", "In May 2024 the lab opened a new office in the north."),
    ("fr", "Les besoins peuvent varier en fonction des tâches."),
    ("de", "Das Labor hat im Mai ein neues Büro eröffnet."),
    ("zh", "该公司去年在北方开设了新的办公室。"),
    ("ja", "同社は昨年、北部に新しい事務所を開いた。"),
]


@pytest.mark.parametrize(("language", "text"), FIRM)
def test_plain_statements_are_not_hedged(language: str, text: str) -> None:
    claim = only(text, language)
    assert not claim.hedged
    assert not claim.negated
    assert claim.holder is None


NEGATED = [
    ("en", "The lab has not published its figures.", True),
    ("en", "The lab not only grew but also hired.", False),
    ("fr", "La société n'a pas publié ses chiffres.", True),
    ("fr", "La société ne publie pas seulement des chiffres, elle les explique.", False),
    ("de", "Das Labor hat keine Zahlen veröffentlicht.", True),
    ("de", "Das Labor wächst nicht nur, es stellt auch ein.", False),
    ("ja", "同社は数字を公表していない。", True),
    ("ja", "同社は今年も赤字になるかもしれない。", False),
    ("ru", "Лаборатория не опубликовала данные.", True),
    ("zh", "该公司没有公布任何数据。", True),
    ("zh", "该公司不仅公布了数据，还作了解释。", False),
    ("en", "The model can't read a clock.", True),
    ("fr", "Personne, chez eux, ne sait pourquoi la courbe plafonne.", True),
    ("fr", "Les tests de non-régression passent sur tous les serveurs.", False),
    ("ko", "이 모델은 시계를 못 읽는다.", True),
    ("ko", "이 회사는 새 대안을 내년에 공개한다.", False),
    ("zh", "目前并无证据表明成本已经下降。", True),
    ("ar", "تراجعت الأسعار ولم ترتفع الأجور.", True),
    ("pt", "Mas o modelo nao funciona com relogios de ponteiro.", True),
    ("es", "Hoy trabaja más gente que nunca en el puerto.", False),
    ("ja", "その措置はやむを得ないと市は説明した。", False),
    ("it", "Non si tratta di un'epidemia.", True),
]


@pytest.mark.parametrize(("language", "text", "negated"), NEGATED)
def test_negation_is_that_of_the_content(language: str, text: str, negated: bool) -> None:
    assert only(text, language).negated is negated


SCARE = [
    ("en", "The ability to “think out loud” is new for these models."),
    ("fr", "Cette capacité à « penser à voix haute » est nouvelle pour ces modèles."),
    ("de", "Die Fähigkeit, „laut zu denken“, ist neu bei diesen Modellen."),
    ("es", "La capacidad de «pensar en voz alta» es nueva en estos modelos."),
]


@pytest.mark.parametrize(("language", "text"), SCARE)
def test_scare_quotes_are_nobodys_speech(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.quoted == "none"
    assert claim.holder is None


NO_CLAIMS = [
    ("en", "Subscribe to our newsletter for more stories like this.", {"instruction", "advert"}),
    ("en", "Click here to read the full report.", {"instruction", "advert"}),
    ("en", "Dear friends,", {"greeting"}),
    ("en", "Happy holidays!", {"greeting"}),
    ("en", "The new models", {"fragment"}),
    ("en", "# A short history of models", {"heading"}),
    ("fr", "Abonnez-vous à notre lettre pour en savoir plus.", {"instruction", "advert"}),
    ("de", "Jetzt abonnieren und keine Ausgabe verpassen!", {"instruction", "advert"}),
    ("es", "Suscríbete a nuestro boletín para recibir más noticias.", {"instruction", "advert"}),
    ("it", "Considerate investimenti nella qualità dei dati.", {"instruction"}),
    ("ja", "ニュースレターの購読はこちらからどうぞ。", {"advert"}),
    ("zh", "欢迎订阅我们的周刊，每周五发布。", {"instruction", "advert", "greeting"}),
    ("ko", "지금 바로 뉴스레터를 구독하세요.", {"advert"}),
    ("ru", "Подпишитесь на нашу рассылку прямо сейчас.", {"instruction", "advert"}),
]


@pytest.mark.parametrize(("language", "text", "reasons"), NO_CLAIMS)
def test_page_furniture_is_dropped_with_a_reason(language: str, text: str, reasons: set[str]) -> None:
    reading = READER.read_text(text, language)
    assert reading.claims == ()
    assert {reason for reason, _ in reading.dropped} <= reasons


def test_a_list_item_with_a_figure_is_a_claim() -> None:
    claim = only("- 2023: 4.4%", "en")
    assert claim.score > 0.5


def test_a_question_answered_at_once_is_a_claim() -> None:
    assert only("Is the field moving fast? Yes!", "en").text == "Is the field moving fast? Yes!"


LONG = "the model was trained on a large set of texts and " * 25


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"Voss said that {LONG} it works."),
        ("en", LONG),
        ("fr", "Le modèle est entraîné " + "et il coûte cher et il est lent " * 30 + "."),
        ("zh", "模型变得更大，成本变得更高，" * 40 + "结束了。"),
        ("ar", "النموذج أصبح أكبر والتكلفة أصبحت أعلى " * 30),
        ("ja", "モデルは大きくなり費用は高くなった" * 30),
        ("en", "the OpenAI 模型 говорит что النموذج works 😀😀 very well now"),
    ],
)
def test_long_unpunctuated_and_mixed_texts_are_read_exactly(language: str, text: str) -> None:
    for claim in read(text, language):
        assert text[claim.start : claim.end] == claim.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On the other hand:"),
        ("ru", "С другой стороны:"),
        ("de", "Große Änderungen gibt es in den folgenden Bereichen:"),
        ("zh", "我们的主要结论如下："),
    ],
)
def test_what_only_leads_over_is_no_claim(language: str, text: str) -> None:
    assert not read(text, language)


def test_an_adverb_at_the_head_is_no_speaker() -> None:
    text = "Additionally, the table provides a cost comparison, suggesting that the model is cheap."
    assert all(claim.holder is None for claim in read(text, "en"))
