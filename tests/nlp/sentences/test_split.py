"""Sentence splitting: one invented case per rule, and the invariants on any text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.nlp.sentences import split
from pipeline.nlp.sentences.rules import load_rules
from pipeline.records import LANGUAGES

# "¦" marks the expected ends; white space around it belongs to the text.
CASES = [
    ("en", "The pier was empty. ¦Nobody came."),
    ("en", "Who came? ¦Nobody! ¦Well… ¦Nobody we knew."),
    ("en", "Dr. Voss met Mr. Lund at 5 p.m. on St. Anne Street. ¦They talked."),
    ("en", "She quoted U.S. President James Monroe. ¦He listened."),
    ("en", "They moved to the U.S. ¦She stayed."),
    ("en", "J. R. Lund and A. Voss wrote it. ¦It sold."),
    ("en", "We had a plan B. ¦The others had none."),
    ("en", "You and I. ¦Did you know?"),
    ("en", "Version 2.5 is out. ¦GPT-4.5 is older. ¦It costs $3.50 now."),
    ("en", "Read https://example.com/a.b?c=D.E now. ¦Or write to a.b@example.com. ¦Thanks."),
    ("en", "See p. 55, fig. 3 and No. 7. ¦No. ¦Really."),
    ("en", "Lund & Co. was sold. ¦He works at Lund & Co. ¦She does too."),
    ("en", '"The wall is real. ¦We hit it," she said. ¦Then she left.'),
    ("en", '"Is it real?" she asked. ¦Nobody knew.'),
    ("en", '"Is it real?" Mara Voss asked. ¦Nobody knew.'),
    ("en", '"It is real." ¦He left.'),
    ("en", 'She quotes "Whose Quay?" (1994), where the port is praised. ¦He left.'),
    ("pt", 'Lembra o livro "De quem é o cais?" (1994), onde a vila é elogiada. ¦Ele saiu.'),
    ("de", "Sie zitiert „Wessen Kai?“ (1994), wo der Hafen gelobt wird. ¦Er ging."),
    ("fr", "Elle cite « À qui le quai ? » (1994), où le port est loué. ¦Il partit."),
    ("en", 'She asked "Whose quay?" ¦(Nobody knew.) ¦He left.'),
    ("en", "(He had left.) ¦She stayed (it rained.) and read."),
    ("en", "It grew ... slowly. ¦Then it stopped... ¦Nobody saw."),
    ("en", "It ended. . . . ¦Nobody saw."),
    ("en", "1. The first item ¦2. The second item ¦3. The third"),
    ("en", "1.) One thing. ¦2.) Another thing."),
    ("en", "## 4.1. A heading"),
    ("en", "Killed were 4. ¦It was late."),
    ("en", "It was done.Next came the rain."[:12] + "¦" + "It was done.Next came the rain."[12:]),
    ("en", "It runs on Node.js and ASP.NET today."),
    ("en", "Great news! 🎉 ¦We won :) ¦Now we rest."),
    ("en", "yes it is. ¦i saw it. ¦it was big"),
    ("en", "It was over. . ¦They left."),
    ("en", "A heading\n¦\nA line\n¦Another line."),
    ("en", "This line is long enough to have been folded by a mail program\nbecause it goes on here. ¦Yes."),
    ("en", "• one thing ¦• another thing"),
    ("fr", "M. Lund est venu. ¦Mme Voss aussi. ¦Il est né en 493 av. J.-C. à Rome."),
    ("fr", "« Est-ce fini ? » demanda-t-elle. ¦« Oui. » ¦Il partit."),
    ("fr", "Il cria : « Assez ! » ¦Elle resta."),
    ("de", "Am 3. November kam er. ¦Im 21. Jahrhundert, z. B. heute, geht das. ¦Es sind 12. ¦Das reicht."),
    ("de", "„Ist das alles?“, fragte sie. ¦„Ja.“ ¦Er ging."),
    ("es", "¿Cómo está? ¦¡Bien! ¦La Sra. Lund llegó a EE. UU. ayer."),
    ("it", "Il Dott. Lund arriva. ¦L'ing. Voss no. ¦Costa 3.000 euro."),
    ("pt", "O Sr. Lund chegou. ¦A Dra. Voss não."),
    ("nl", "Dhr. Lund kwam o.a. om 5 uur. ¦Mevr. Voss niet."),
    ("ru", "А. С. Лунд пришёл в 2010 г. в г. Волгоград. ¦Он сказал: «Стой!» ¦И ушёл."),
    ("ru", "«Ты готов?» — спросила она. ¦Да, т.е. почти."),
    ("zh", "港口很安静。¦没有人来！¦真的吗？¦真的。"),
    ("zh", "他说：“没有墙。”¦她走了。"),
    ("zh", "“真的吗？”沃斯说。¦没有人回答。"),
    ("zh", "我们看了《跑吧！船长》。¦很好。"),
    ("ja", "港は静かだ。¦「壁はない。」と彼は言った。¦本当？¦本当だ。"),
    ("ja", "それに対して、「少し待とうよ。話がばらばらだもん」って言う人もいる。¦終わり。"),
    ("ja", "ルンド氏は「壁はない。前に進む。」と述べた。¦終わり。"),
    ("ja", "「壁はない。¦前に進む」と彼は言った。"),
    ("ja", "彼はこう言った：「壁はない。¦前に進む」と。"),
    ("zh", "优化也包含在设计中（如harbor.BootstrapTune[2]）。¦下一句。"),
    ("en", "It calls harbor.BootstrapTune[2] twice. ¦Then it stops."),
    ("en", "It calls harbor.ReadNext(x) twice. ¦Then it stops."),
    ("en", "The module harbor.ReadNext wraps the cranes. ¦Then harbor.Crane_list(x) stops."),
    ("de", "Die Klasse hafen.KranListe hält Zahlen. ¦Sie ist neu.¦Der Rest folgt."),
    ("fr", "La classe harbor.CraneList contient des nombres. ¦Le projet est fini.¦Le conseil a voté."),
    ("es", "La clase harbor.Crane(x) usa datos. ¦El puerto ha cerrado.¦OpenHARBOR sigue."),
    ("ko", "항구는 조용했다. ¦“벽은 없다.”라고 그는 말했다. ¦정말?"),
    ("ar", "هل وصل المركب؟ ¦نعم وصل. ¦قال د. لوند ذلك."),
    ("hi", "नाव आई। ¦कोई नहीं था।"),
    ("da", "Den 3. maj kom han. ¦Hvad så?"),
    ("xx", "One thing. ¦Another thing."),
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_text_is_cut_where_marked(language: str, marked: str) -> None:
    text = marked.replace("¦", "")
    pieces = [text[span.start : span.end] for span in split(text, language)]
    assert pieces == [piece.strip() for piece in marked.split("¦") if piece.strip()]


def _check(text: str, language: str) -> None:
    spans = split(text, language)
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        end = span.end
    assert not text[end:].strip()


@settings(max_examples=150, deadline=None)
@example("1. ", "en")
@example("\"?' ", "en")
@given(
    st.text(alphabet=st.sampled_from('aAbZ19 .!?…。？"“”»«)(\n\t\u00a0-—:;•I한字かا؟😀'), max_size=80),
    st.sampled_from([*LANGUAGES, "hy", "da", "und", ""]),
)
def test_spans_cover_every_visible_character(text: str, language: str) -> None:
    _check(text, language)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_spans_cover_any_text(text: str, language: str) -> None:
    _check(text, language)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["Nobody came.", "Who was it?", "It rained!", "Dr. Voss left."]), min_size=1, max_size=8)
)
def test_joining_sentences_and_splitting_gives_them_back(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[s.start : s.end] for s in split(text, "en")] == sentences


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        ".",
        ". ",
        "a. ",
        '"',
        '" ',
        "\n",
        "1. ",
        "Mr. ",
        "…",
        "»",
        " . .",
        "《",
        "• ",
        "x\n",
        "A.",
        ":)",
        "- ",
        "🎉",
    ],
)
def test_time_grows_with_length_only(unit: str, processor_seconds: Callable[[Callable[[], object]], float]) -> None:
    text = unit * (120_000 // len(unit))
    assert processor_seconds(lambda: split(text, "en")) < 2.5


def test_empty_text_has_no_sentences() -> None:
    assert split("", "en") == ()
    assert split(" \n\u00a0 ", "en") == ()


def test_language_tag_with_region_uses_the_language() -> None:
    assert load_rules("de-AT") == load_rules("de")
    assert load_rules("nonsense") == load_rules("und")


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_are_lower_case_and_bare(language: str) -> None:
    rules = load_rules(language)
    for words in (rules.never, rules.number, rules.inner, rules.starters):
        assert all(word == word.lower() and not word.endswith(".") for word in words)
