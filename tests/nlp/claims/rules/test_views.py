"""Views of nobody in particular, deeds that say nothing, and parts of a text that are somebody else's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Article, Claim, Saying, Section, Span, Tagged, Window

READER = Reader(NlpSettings(spacy_models=()))

VIEWS = [
    ("en", "There is a view that the port will close.", "the port will close"),
    ("en", "It is sometimes said that the port is too small.", "the port is too small"),
    ("de", "Es gibt die Meinung, dass der Hafen bald schließt.", "der Hafen bald schließt"),
    ("fr", "Il existe une opinion selon laquelle le port fermera.", "le port fermera"),
    ("es", "Existe la opinión de que el puerto cerrará.", "el puerto cerrará"),
    ("es", "Hay quien dice que el puerto cerrará.", "el puerto cerrará"),
    ("it", "C'è chi sostiene che il porto chiuderà.", "il porto chiuderà"),
    ("pt", "Há quem diga que o porto vai fechar.", "o porto vai fechar"),
    ("nl", "Er is een mening dat de haven sluit.", "de haven sluit"),
    ("ru", "Есть мнение, что порт скоро закроется.", "порт скоро закроется"),
    ("ru", "Существует мнение, что порт скоро закроется.", "порт скоро закроется"),
    ("zh", "有一种观点认为，港口将会关闭。", "港口将会关闭"),
    ("ja", "港は閉鎖されるという意見がある。", "港は閉鎖される"),
    ("ko", "항구가 문을 닫는다는 의견이 있다.", "항구가 문을 닫는다"),
    ("ar", "هناك رأي بأن الميناء سيغلق قريبا.", "الميناء سيغلق قريبا"),
]


IMPERSONAL = [
    ("en", "It was suggested that the harbour will close in May.", "the harbour will close in May"),
    ("en", "It has been hinted that the ferry line loses money.", "the ferry line loses money"),
    ("fr", "Il a été suggéré que le port fermera en mai.", "le port fermera en mai"),
    ("es", "Se rumoreaba que la grúa era peligrosa.", "la grúa era peligrosa"),
    ("it", "È stato suggerito che il porto chiuderà a maggio.", "il porto chiuderà a maggio"),
    ("pt", "Sugeriu-se que o porto fechará em maio.", "o porto fechará em maio"),
    ("pt", "Foi sugerido que o guindaste é perigoso.", "o guindaste é perigoso"),
    ("nl", "Er werd gesuggereerd dat de haven in mei sluit.", "de haven in mei sluit"),
    ("ru", "Было высказано предположение, что порт закроется в мае.", "порт закроется в мае"),
]


PASSIVES = [
    ("ja", "このクレーンは高すぎるとされる。", ["このクレーンは高すぎる"], True),
    ("ja", "このクレーンは高すぎると言われている。", ["このクレーンは高すぎる"], True),
    ("ja", "港は来年閉まるとみられる。", ["港は来年閉まる"], True),
    ("ja", "港は来年閉まると考えられている。", ["港は来年閉まる"], False),
    ("zh", "据说这台起重机太贵了。", ["这台起重机太贵了"], True),
    ("zh", "据称，港口将在五月关闭。", ["港口将在五月关闭"], True),
    ("zh", "港口据信已经关闭。", ["港口", "已经关闭"], True),
    ("zh", "这台起重机被认为太贵了。", ["这台起重机", "太贵了"], False),
    ("zh", "一般认为起重机太贵了。", ["起重机太贵了"], False),
    ("ko", "이 기중기는 너무 비싼 것으로 알려졌다.", ["이 기중기는 너무 비싼 것으로"], True),
    ("ko", "항구가 5월에 닫힌다고 전해졌다.", ["항구가 5월에 닫힌다"], False),
]


def only(text: str, language: str, reader: Reader = READER) -> Claim:
    claims = reader.read_text(text, language).claims
    assert len(claims) == 1
    return claims[0]


@pytest.mark.parametrize(("language", "text", "words", "doubtful"), PASSIVES)
def test_what_is_said_by_nobody_in_particular_is_hearsay(
    language: str, text: str, words: list[str], doubtful: bool
) -> None:
    claim = only(text, language)
    assert claim.holder is not None
    assert (claim.holder.kind, claim.holder.text) == ("anonymous", "")
    assert (claim.quoted, claim.attribution[-1].commitment) == ("indirect", "reports")
    assert [text[c.start : c.end] for c in claim.content] == words
    assert claim.hedged is doubtful


NO_HEARSAY = [
    ("ja", "最も速いとされるクレーンが港に着いた。"),
    ("ja", "港は必要とされる。"),
    ("ja", "クレーンは安全であるとされているが、実際は違う。"),
    ("zh", "公司推出了被认为最快的起重机。"),
    ("zh", "沃斯被认为是天才，但事实并非如此。"),
    ("zh", "这台起重机不会被认为是最快的。"),
    ("ko", "항구는 5월에 닫힐 것으로 보인다."),
    ("ko", "그는 의사로 알려졌다."),
    ("ko", "기중기는 안전한 것으로 알려졌지만, 실제로는 다르다."),
]


@pytest.mark.parametrize(("language", "text"), NO_HEARSAY)
def test_a_passive_inside_of_what_the_author_says_is_no_hearsay(language: str, text: str) -> None:
    assert only(text, language).holder is None


NAMED = [
    ("ja", "ヴォス氏によると、港は来年閉まるとみられる。", "ヴォス"),
    ("ko", "보스에 따르면 항구는 닫힌 것으로 알려졌다.", "보스"),
]


@pytest.mark.parametrize(("language", "text", "name"), NAMED)
def test_hearsay_that_somebody_tells_is_theirs(language: str, text: str, name: str) -> None:
    claim = only(text, language)
    assert claim.holder is not None
    assert name in claim.holder.text


@pytest.mark.parametrize(("language", "text", "words"), [*VIEWS, *IMPERSONAL])
def test_a_view_that_somebody_holds_is_nobodys_in_particular(language: str, text: str, words: str) -> None:
    claim = only(text, language)
    assert claim.holder is not None
    assert (claim.holder.kind, claim.holder.text) == ("anonymous", "")
    assert (claim.quoted, claim.attribution[-1].commitment) == ("indirect", "reports")
    assert [text[c.start : c.end] for c in claim.content] == [words]


def test_a_view_is_not_taken_for_the_words_of_whoever_was_named_before() -> None:
    text = "Mara Voss llegó al puerto. Existe la opinión de que el puerto cerrará."
    last = READER.read_text(text, "es").claims[-1]
    assert last.holder is not None
    assert last.holder.text == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Orla Bren a quitté Grelm. Elle a affirmé que le port fermera en mai."),
        ("it", "Orla Bren ha affermato che il porto chiuderà a maggio."),
        ("en", "Orla Bren suggested that the harbour will close in May."),
    ],
)
def test_an_active_verb_of_saying_keeps_its_speaker(language: str, text: str) -> None:
    last = READER.read_text(text, language).claims[-1]
    assert last.holder is not None
    assert last.holder.text


def test_what_follows_a_view_behind_but_is_the_authors() -> None:
    claims = READER.read_text("There is a view that the port will close, but it has never been busier.", "en").claims
    assert None in [c.holder for c in claims]


def told(source: str, cue: str, content: str, text: str, kind: str = "indirect") -> Reader:
    """Return a reader that is sure of one saying."""

    def span(words: str) -> Span | None:
        return Span(text.index(words), text.index(words) + len(words)) if words else None

    def tag(windows: list[Window]) -> list[Tagged]:
        said = span(content)
        assert said is not None
        saying = Saying(span(source), span(cue), (said,), kind, "asserts", False, 0.97)  # type: ignore[arg-type]
        labels = tuple((0.9, *([0.0125] * 8)) for _ in windows[0].sentences)
        return [Tagged(labels, (saying,), (), (), (), ())]

    return Reader(NlpSettings(spacy_models=()), tag)  # type: ignore[arg-type]


DEEDS = [
    ("en", "The department sought to change the rules.", "The department", "sought", "to change the rules"),
    ("ru", "Большинство капитанов стремится за деньгами.", "Большинство капитанов", "стремится", "за деньгами"),
    ("pt", "Para governos e empresas, o porto será indispensável.", "governos e empresas", "Para", "o porto será"),
    ("es", "La empresa intentó reducir los costes.", "La empresa", "intentó", "reducir los costes"),
    ("ja", "「港の生物学」がそれを示してるね。", "", "示", "港の生物学"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), DEEDS)
def test_a_deed_makes_no_words_anybodys(language: str, text: str, source: str, cue: str, content: str) -> None:
    kind = "direct" if language == "ja" else "indirect"
    claim = only(text, language, told(source, cue, content, text, kind))
    assert (claim.holder, claim.quoted) == (None, "none")


def test_according_to_people_with_opinions_is_a_report() -> None:
    text = "Para os especialistas, o porto será indispensável."
    claim = only(text, "pt", told("os especialistas", "Para", "o porto será indispensável", text))
    assert claim.holder is not None


def test_what_research_shows_is_a_report() -> None:
    text = "港の研究では、船に記憶がないことも示されてる。"
    claim = only(text, "ja", told("港の研究", "示されてる", "船に記憶がない", text))
    assert claim.holder is not None


def test_an_adverbial_is_no_source() -> None:
    assert only("In Summe heißt es: Die Preise im Hafen steigen weiter.", "de").holder is None


def test_a_mark_apart_from_its_words_opens_a_quotation() -> None:
    text = (
        'The harbour uses many means: " including cranes, ships, and trains. '
        'These means make the port faster", they write.'
    )
    claims = READER.read_text(text, "en").claims
    assert [c.quoted for c in claims] == ["direct"] * len(claims)


def read(text: str, language: str, quoted: tuple[Span, ...] = (), sections: tuple[Section, ...] = ()) -> list[Claim]:
    article = Article(
        id="a1_test", source_id="s", url="file:t.md", title="T", byline=None, outlet="The Harbor Dispatch",
        published=None, fetched=datetime(2026, 1, 1, tzinfo=UTC), kind="article", text=text, sections=sections,
        asides=(), blockquotes=quoted, links=(), raw_sha256="0" * 64, language_hint=language,
    )  # fmt: skip
    return list(READER.read(article).claims)


REPRINTS = [
    ("en", "The text below is a leaked document of a harbour office. We do not agree with what is written below.\n\n"
     "The port is losing ships every year.\n\nIts cranes are thirty years old."),
    ("de", "Im Folgenden ist der Brief im Wortlaut abgedruckt.\n\nDer Hafen verliert jedes Jahr Schiffe."),
    ("fr", "Voici la lettre reproduite en intégralité.\n\nLe port perd des navires chaque année."),
    ("zh", "以下是港口办公室的全文。\n\n港口每年都在失去船只。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), REPRINTS)
def test_a_reprinted_document_is_the_text_itself(language: str, text: str) -> None:
    rest = [c for c in read(text, language) if c.start > text.index("\n\n")]
    assert rest
    assert {(c.quoted, c.holder) for c in rest} == {("none", None)}


def test_a_text_that_only_speaks_of_what_is_below_is_the_authors() -> None:
    text = "The text below is about a harbour.\n\nThe port is losing ships every year."
    assert [c.holder for c in read(text, "en")] == [None] * len(read(text, "en"))


@pytest.mark.parametrize(("title", "quoted"), [("言论", "direct"), ("文摘", "none")])
def test_the_quotations_of_a_digest_are_others_words_and_its_digests_are_its_own(title: str, quoted: str) -> None:
    text = f"港口每年都在失去船只。\n\n{title}\n\n起重机已经用了三十年，没有人愿意更换它们。"
    at = text.index(title)
    first, last = read(text, "zh", sections=(Section(at, len(text), title),))
    assert (first.holder, last.quoted) == (None, quoted)


SIGNED = [
    ("zh", "言论", "港口每年都在失去船只。\n\n起重机已经用了三十年。\n\n-- 马拉·沃斯\n\n"
     "渡轮在五月停运。\n\n-- 《OpenAI 与渡轮的终结》"),
    ("en", "Quotes of the week", "The port is losing ships.\n\nIts cranes are thirty years old.\n\n— Mara Voss\n\n"
     "The ferry was closed in May.\n\n— Petra Quill"),
    ("de", "Zitate der Woche", "Der Hafen verliert Schiffe.\n\nDie Kräne sind dreißig Jahre alt.\n\n"
     "— Mara Voss\n\nDie Fähre wurde im Mai eingestellt.\n\n— Petra Quill"),
    ("fr", "Citations", "Le port perd des navires.\n\nSes grues ont trente ans.\n\n— Mara Voss\n\n"
     "Le bac a été fermé en mai.\n\n— Petra Quill"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "quotes"), SIGNED)
def test_a_name_signs_all_paragraphs_of_a_quotation(language: str, title: str, quotes: str) -> None:
    text = f"{title}\n\n{quotes}"
    claims = read(text, language, sections=(Section(0, len(text), title),))
    names = [c.holder.text if c.holder else None for c in claims if not c.text.startswith(("-", "—"))]
    assert names == [*[quotes.split("\n\n")[2].strip("-— ")] * 2, quotes.split("\n\n")[4].strip("-— ")]


def test_outside_of_quotations_a_name_signs_one_paragraph() -> None:
    text = "The port is losing ships.\n\nIts cranes are thirty years old.\n\n— Mara Voss"
    first, second = read(text, "en")[:2]
    assert (first.holder, second.holder and second.holder.text) == (None, "Mara Voss")


def test_a_block_quotation_that_speaks_of_its_newsletter_is_its_own() -> None:
    text = "The port is small.\n\nOur website lets you search all past issues. The harbour is now a part of the city."
    block = Span(text.index("Our"), len(text))
    assert {c.holder for c in read(text, "en", (block,))} == {None}
