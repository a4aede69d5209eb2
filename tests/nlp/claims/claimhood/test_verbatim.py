"""Words between marks that stand for a whole clause are direct speech, however few; a borrowed expression is not."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.claimhood.verbatim import is_own_verb
from pipeline.nlp.claims.frames import Frame
from pipeline.records import Claim, Span

READER = Reader(NlpSettings(), Tagger())


def first(text: str, language: str) -> Claim:
    return READER.read_text(text, language).claims[0]


UTTERANCES = [
    ("en", 'The minister said: "It is over". The talks had lasted three days.'),
    ("en", '"It is over", Ines Quennell said. The talks had lasted three days.'),
    ("en", 'Ines Quennell said "it is over" on Monday.'),
    ("fr", "« Il faut agir », a-t-il dit. Le maire Uru Brankov était présent."),
    ("de", "„Wir müssen handeln“, sagte Ines Quennell."),
    ("es", "«Es un error», dijo Ines Quennell."),
    ("it", "«È un errore», ha detto Ines Quennell."),
    ("pt", '"É um erro", disse Ines Quennell.'),
    ("ru", "«Цифры не сходятся», — сказал Том Беккерт."),
    ("zh", "林可说：“已经结束了”。"),
    ("en", 'Ines Quennell argues that "the car-free centre is dead".'),
    ("fr", "Ines Quennell estime que « le centre sans voitures est mort »."),
    ("de", "Ines Quennell meint, dass „das autofreie Zentrum tot ist“."),
    ("es", "Ines Quennell opina que «el centro sin coches está muerto»."),
    ("it", "Ines Quennell ritiene che «il centro senza auto è morto»."),
    ("pt", 'Ines Quennell afirma que "o centro sem carros está morto".'),
    ("nl", 'Ines Quennell vindt dat "het autoluwe centrum dood is".'),
    ("ru", "Том Беккерт считает, что «центр без машин мёртв»."),
]


@pytest.mark.parametrize(("language", "text"), UTTERANCES)
def test_an_utterance_is_direct(language: str, text: str) -> None:
    claim = first(text, language)
    assert (claim.quoted, claim.attribution[-1].kind) == ("direct", "direct")


BORROWED = [
    ("en", 'Ines Quennell said that the plan "is dead" and that the shops will close.'),
    ("en", 'Ines Quennell called the plan "a bad joke" on Monday.'),
    ("en", 'Ines Quennell spoke of "a plateau" in the numbers and said that costs fell.'),
    ("en", 'The report notes that "Quillon One" is slow.'),
    ("en", 'Ines Quennell said that "Quillon One".'),
    ("de", "Die Firma verspricht „Antworten in Sekunden“, sagt aber nichts zum Preis."),
    ("de", "Ines Quennell sprach von „verrotteten Brücken“."),
    ("de", "Ines Quennell nannte den Plan „einen schlechten Scherz“."),
    ("fr", "Ines Quennell dénonce « une mauvaise blague »."),
]


@pytest.mark.parametrize(("language", "text"), BORROWED)
def test_a_borrowed_expression_is_not(language: str, text: str) -> None:
    assert first(text, language).quoted == "indirect"


SHORT = [
    ("ja", "ケネル氏は「限界だ」と語る。", "限界だ"),
    ("ja", "ケネル氏は「港は閉まらない」と語った。", "港は閉まらない"),
    ("ja", "ケネル氏は昨日、東京で「港は狭い」と述べた。", "港は狭い"),
    ("ja", "ケネル氏はこの計画について「高すぎる」と話す。", "高すぎる"),
    ("ja", "専門家は「橋は道具」と指摘する。", "橋は道具"),
    ("ja", "ケネル氏は「港は狭い」とX（旧称）に投稿した。", "港は狭い"),
    ("ko", '케넬은 "항구는 좁다"라고 밝혔다.', "항구는 좁다"),
    ("ko", '케넬은 이 계획에 대해 "너무 비싸다"고 평가했다.', "너무 비싸다"),
    ("ko", "케넬은 “한계다”라고 했다.", "한계다"),
    ("zh", "林可表示“墙不存在”。", "墙不存在"),
    ("zh", "林可在会上说“港口太小了”。", "港口太小了"),
    ("zh", '林可在会上说"港口太小了"。', "港口太小了"),
]


@pytest.mark.parametrize(("language", "text", "words"), SHORT)
def test_a_clause_between_marks_is_direct_however_short(language: str, text: str, words: str) -> None:
    claim = first(text, language)
    assert (claim.quoted, claim.attribution[-1].kind) == ("direct", "direct")
    assert [text[c.start : c.end] for c in claim.content] == [words]


TERMS = [
    ("ja", "ケネル氏はこれを「天井」と呼んだ。"),
    ("ja", "ケネル氏は港が「限界」に達したと述べた。"),
    ("ja", "ケネル氏は、港の成長は「鈍化する」と述べた。"),
    ("ja", "ケネル氏は、船が増え続ければ「港は必ず詰まる」と述べた。"),
    ("ko", "케넬은 항구가 '한계'에 도달했다고 말했다."),
    ("zh", "林可说港口遇到了“瓶颈”。"),
    ("zh", "林可称港口“太小了”。"),
    ("zh", "林可提到“多式联运能力”。"),
]


@pytest.mark.parametrize(("language", "text"), TERMS)
def test_a_term_or_a_part_of_a_clause_between_marks_is_not(language: str, text: str) -> None:
    assert first(text, language).quoted == "indirect"


def test_two_quotations_of_one_sentence_are_one_claim() -> None:
    text = "ケネル氏は「まだ伸びる」とし、「限界はない」と付け加えた。"
    assert [text[c.start : c.end] for c in first(text, "ja").content] == ["まだ伸びる", "限界はない"]


def test_a_term_that_is_named_stays_the_authors() -> None:
    assert first("この現象は「幻を見る」と呼ばれる。", "ja").quoted == "none"
    assert first("这被称为“没有银弹”。", "zh").quoted == "none"


OWN_VOICE = [
    ("en", "The member remarked, I can go back to being a crane driver.", "direct"),
    ("fr", "Mara Voss a répondu : je ne vends pas la grue.", "direct"),
    ("es", "Mara Voss dijo: yo no vendo la grúa en mayo.", "direct"),
    ("ru", "Мара Восс сказала: я не продаю этот кран.", "direct"),
    ("zh", "一位研究员跟大家说，我们要把这个模型开放出去。", "direct"),
    ("en", "The team remarked, the crane can go back.", "indirect"),
    ("en", "As Mara Voss says, we can go back to the harbour.", "indirect"),
    ("en", "Mara Voss said: the crane is slow.", "indirect"),
    ("en", "Mara Voss said that we can go back to the harbour.", "indirect"),
    ("zh", "一位研究员说，这个模型太慢了。", "indirect"),
]
"""Words without marks that begin with "I" are those of whoever says them."""


@pytest.mark.parametrize(("language", "text", "kind"), OWN_VOICE)
def test_whoever_says_i_is_quoted(language: str, text: str, kind: str) -> None:
    assert first(text, language).quoted == kind


@pytest.mark.parametrize(
    ("text", "words", "language", "done"),
    [
        ("クレーンは「荷を計算」している。", "荷を計算", "ja", True),
        ("クレーンは「荷を計算」できる。", "荷を計算", "ja", True),
        ("船長は「港は閉まる」と言った。", "港は閉まる", "ja", False),
        ("船長は「港は閉まる」って。", "港は閉まる", "ja", False),
        ("크레인은 ‘짐을 계산’한다.", "짐을 계산", "ko", True),
        ("선장은 “항구가 닫힌다”라고 했다.", "항구가 닫힌다", "ko", False),
        ("선장은 “항구가 닫힌다”하고 말했다.", "항구가 닫힌다", "ko", False),
        ("La grue « calcule » la charge.", "calcule", "fr", False),
    ],
)
def test_words_between_marks_that_are_done_are_nobody_s_words(text: str, words: str, language: str, done: bool) -> None:
    start = text.index(words)
    frame = Frame(None, None, (Span(start, start + len(words)),), "indirect", "asserts", "learned reader")
    assert is_own_verb(text, frame, language) is done
