"""The parts of the claims reader, one by one."""

from __future__ import annotations

import re

import pytest

from pipeline.errors import ConfigError
from pipeline.nlp.claims.claimhood.claimhood import WEIGHTS, judge
from pipeline.nlp.claims.frames import QUOTE, Unit
from pipeline.nlp.claims.holders.holders import Cast
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon, expand
from pipeline.nlp.claims.words.quotes import find_quotes
from pipeline.nlp.claims.words.segment import paragraphs_of, segment
from pipeline.nlp.claims.words.tokens import PhraseTable, fold, look_up, tokenize
from pipeline.records import LANGUAGES, Entity, Span


def lexicon(code: str) -> Lexicon:
    found = lexicons.load(code)
    assert found is not None
    return found


def marked(text: str, code: str) -> Marked:
    return Marked(text, Span(0, len(text)), lexicon(code))


# ---------------------------------------------------------------- tokens


def test_tokens_keep_their_places() -> None:
    tokens = tokenize("L’IA a-t-elle 3.5 [x](http://a.b/c)?", offset=10)
    assert [t.text for t in tokens[:9]] == ["L", "’", "IA", "a", "-", "t", "-", "elle", "3"]
    assert tokens[0].start == 10
    assert "](http://a.b/c)" in [t.text for t in tokens]


def test_the_longest_phrase_of_a_label_wins() -> None:
    table = PhraseTable([("said", "verb"), ("said that", "verb"), ("that", "opener")])
    tokens = tokenize("She said that it works")
    assert [(h.first, h.last, h.labels) for h in table.find("", tokens)] == [(1, 3, ("verb",)), (2, 3, ("opener",))]


def test_glued_prefixes_are_looked_through() -> None:
    table = PhraseTable([("قال", "verb")], prefixes="وف")
    assert len(table.find("", tokenize("وقال فوس"))) == 1


def test_character_phrases_are_found_inside_words() -> None:
    table = PhraseTable([("可能", "hedge"), ("不可能", "negation")], characters=True)
    assert [(h.start, h.labels) for h in table.find("这不可能，可能吗", [])] == [(1, ("negation",)), (5, ("hedge",))]


# ---------------------------------------------------------------- lexicon


def test_every_language_has_a_lexicon_with_the_parts_that_decide() -> None:
    assert set(lexicons.languages()) == set(LANGUAGES)
    for code in LANGUAGES:
        words = lexicon(code).words
        for name in ("hedges", "negations", "promo", "greetings", "anonymous", "groups", "roles", "collectives"):
            assert len(words[name]) >= 3, (code, name)
        assert lexicon(code).genders, code
        table = lexicon(code).table
        labels = {label for found in table._labels.values() for label in found}
        assert {"verbs.asserts", "verbs.denies", "verbs.reports", "verbs.doubts"} - labels <= {"verbs.reports"}, code


def test_an_unknown_language_has_none() -> None:
    assert lexicons.load("xx") is None


def test_paradigms_expand_and_keep_the_rest_of_a_phrase() -> None:
    assert list(expand("argu/e point/s_out", {"e": ["e", "ed"], "s": ["s"]})) == ["argue", "argued", "points out"]


def test_a_broken_lexicon_names_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicons.load.cache_clear()
    monkeypatch.setattr(lexicons, "read_yaml", lambda _: {"verbs": {"asserts": "say/none"}})
    try:
        with pytest.raises(ConfigError, match=re.escape("en.yaml")):
            lexicons.load("en")
    finally:
        lexicons.load.cache_clear()


def test_an_unknown_key_of_a_lexicon_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicons.load.cache_clear()
    monkeypatch.setattr(lexicons, "read_yaml", lambda _: {"hegdes": "maybe"})
    try:
        with pytest.raises(ConfigError, match="hegdes"):
            lexicons.load("en")
    finally:
        lexicons.load.cache_clear()


# ---------------------------------------------------------------- quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Hello there," she said. "Go on."', ['"Hello there,"', '"Go on."']),
        ("« Oui », dit-il. « Non. »", ["« Oui »", "« Non. »"]),
        ("„Ja“, sagte er. „Nein.“", ["„Ja“", "„Nein.“"]),
        ("»Ja«, sagte er. »Nein.«", ["»Ja«", "»Nein.«"]),
        ("“He said “no” today,” said X.", ["“He said “no” today,”"]),
        ('""The results here," they say', ['""The results here,"']),
        ("“Unclosed starts here and goes on.", ["“Unclosed starts here and goes on."]),
        ('He said 5" is a size.', []),
        ("她说：“好的。”「行」『好』", ["“好的。”", "「行」", "『好』"]),
        ('lost mark at the end of a text."', ['lost mark at the end of a text."']),
        ("'The harbour is full, isn't it,' he wrote.", ["'The harbour is full, isn't it,'"]),
        ("‘De haven ligt vol schepen,’ schreef zij.", ["‘De haven ligt vol schepen,’"]),
        ("In the '90s the boys' club, it's said, kept the owners' dogs.", []),
        ("'s Avonds is het stil, zei hij, en 's morgens niet.", []),
        ("”", []),
        ('"', []),
    ],
)
def test_quotation_marks_pair_by_their_convention(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotes(text, Span(0, len(text)))] == expected


def test_a_long_quotation_is_one_token() -> None:
    text = "“We are growing every year,” said Mara Voss."
    unit = Unit(text, 0, len(text), lexicon("en"), find_quotes(text, Span(0, len(text))))
    assert [t.norm for t in unit.tokens] == [QUOTE, "said", "mara", "voss", "."]
    assert not unit.is_quote


# ---------------------------------------------------------------- passages


def test_paragraphs_are_parted_by_blank_lines_only() -> None:
    text = "One.\nStill one.\n \n  Two.\n\n\n"
    assert [text[s.start : s.end] for s in paragraphs_of(text)] == ["One.\nStill one.", "Two."]


def test_a_paragraph_in_another_language_says_so() -> None:
    english = "The laboratory published its results on Monday and they were better than anybody had expected. " * 2
    german = (
        "Das Labor hat seine Ergebnisse am Montag veröffentlicht, und sie waren besser als alle erwartet hatten. " * 2
    )
    passages, _ = segment(f"{english}\n\n{english}\n\n{german}")
    assert {p.language for p in passages if p.paragraph < 2} == {"en"}
    assert {p.language for p in passages if p.paragraph == 2} == {"de"}


# ---------------------------------------------------------------- marks


def test_the_month_of_may_is_no_hedge() -> None:
    assert marked("It opened in May 2024.", "en").hedges() == ()
    assert [h.text for h in marked("It may open soon.", "en").hedges()] == ["may"]


def test_overlapping_hedges_are_told_once() -> None:
    hedges = marked("I think it could probably work.", "en").hedges()
    assert [h.text for h in hedges] == ["I think", "could", "probably"]


def test_a_rebuttal_says_which_words_are_rebutted() -> None:
    (note,) = [e for e in marked("Anyone who says it is over is wrong.", "en").evidence() if e.label == "rebuttal"]
    assert note.text == "it is over"


def test_an_indirect_question_is_no_condition() -> None:
    assert marked("Elle demande si le modèle est prêt.", "fr").evidence() == []


# ---------------------------------------------------------------- claimhood


def test_the_score_is_the_logistic_sum_of_its_marks() -> None:
    sure = judge(marked("The lab lost 5 % of its staff in 2024.", "en"), attributed=False, is_heading=False)
    unsure = judge(marked("The lab lost some of its staff", "en"), attributed=False, is_heading=False)
    assert 0.5 < unsure.score < sure.score < 1
    assert {e.rule.split()[0] for e in sure.evidence} <= set(WEIGHTS)


def test_an_attributed_imperative_is_no_instruction() -> None:
    text = "Subscribe to the theory, she said, and you will see."
    assert judge(marked(text, "en"), attributed=True, is_heading=False).is_claim
    assert not judge(marked(text, "en"), attributed=False, is_heading=False).is_claim


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("![chart](https://a.example/b.png)", "navigation"),
        ("[Read this](https://a.example/b)", "navigation"),
        ("if (x) { return y; } else { z = 1; }", "code"),
    ],
)
def test_links_and_code_are_no_claims(text: str, reason: str) -> None:
    verdict = judge(marked(text, "en"), attributed=False, is_heading=False)
    assert not verdict.is_claim
    assert verdict.reason == reason


# ---------------------------------------------------------------- holders

STORY = (
    "Mara Voss, co-founder of Aldera, met Tom Reyes of Bright Labs. Later the company grew. She spoke; they listened."
)
PEOPLE = tuple(
    Entity(name, STORY.index(name), STORY.index(name) + len(name), kind)  # type: ignore[arg-type]  # literals below
    for name, kind in (
        ("Mara Voss", "person"),
        ("Aldera", "organisation"),
        ("Tom Reyes", "person"),
        ("Bright Labs", "organisation"),
    )
)


def resolved(cast: Cast, words: str) -> tuple[str, str]:
    start = STORY.index(words)
    holder = cast.resolve(Span(start, start + len(words)), lexicon("en")).holder
    return holder.text, holder.kind


def test_a_name_with_its_role_is_the_name() -> None:
    assert resolved(Cast(STORY, PEOPLE), "Mara Voss, co-founder of Aldera") == ("Mara Voss", "named")


def test_a_body_resolves_to_the_last_organisation_and_a_pronoun_to_the_last_speaker() -> None:
    cast = Cast(STORY, PEOPLE)
    assert resolved(cast, "Mara Voss") == ("Mara Voss", "named")
    assert resolved(cast, "the company") == ("Bright Labs", "named")
    assert resolved(cast, "She") == ("Mara Voss", "named")


def test_nobody_to_resolve_to_is_said() -> None:
    found = Cast("He spoke.", ()).resolve(Span(0, 2), lexicon("en"))
    assert found.rule == "unresolved"
    assert found.holder.kind == "anonymous"


def test_letters_without_marks_fold_as_all_others_do():
    plain = "".join(map(chr, range(128)))
    assert fold(plain) == plain.casefold()
    assert fold(plain + "’ʼ‑ \u064b") == plain.casefold() + "''- "


@pytest.mark.parametrize(("code", "text"), [("en", "Voss said it may fail."), ("zh", "沃斯表示，这可能不是问题。")])
def test_a_stretch_of_a_text_is_looked_up_as_the_same_words_alone(code, text):
    table = lexicon(code).table
    _, alone = look_up(text, 0, len(text), table)
    tokens, amid = look_up(f"# {text} — …", 2, 2 + len(text), table)
    assert alone
    assert [(h.start + 2, h.end + 2, h.first, h.last, h.labels) for h in alone] == [tuple(h) for h in amid]
    assert tokens == ([] if table.characters else tokenize(text, 2))


def test_a_phrase_of_several_words_needs_all_of_them():
    table = PhraseTable([("as far as", "x"), ("as", "y")])
    found = [(h.first, h.last, h.labels) for h in table.find("", tokenize("as far as as far"))]
    assert found == [(0, 3, ("x",)), (0, 1, ("y",)), (2, 3, ("y",)), (3, 4, ("y",))]
