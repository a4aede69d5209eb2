"""Which words are judged, and whether their holder stands for or against them."""

from dataclasses import replace

import pytest

from pipeline.cluster.stance import sense, stance_text
from pipeline.records import Attribution, Claim, Evidence, Holder, Span


def claim(text, *, content=None, commitments=(), evidence=(), at=100, hedged=False, negated=False):
    """A claim that starts at ``at`` in its article; ``evidence`` holds (label, words)."""

    def span(words):
        start = at + text.index(words)
        return start, start + len(words)

    return Claim(
        id="c1_0", article_id="a1_0", start=at, end=at + len(text), text=text, language="en",
        content=tuple(Span(*span(words)) for words in (content or [text])),
        holder=None, attribution=tuple(Attribution(None, None, "indirect", c) for c in commitments), quoted="none",
        negated=negated, hedged=hedged, hedges=(), quantities=(), entities=(), score=0.9,
        evidence=tuple(Evidence(label, "test", words, *span(words)) for label, words in evidence),
    )  # fmt: skip


def test_the_content_is_judged_without_who_said_it():
    one = claim(
        "Mara Voss said that the harbour will freeze.", content=["the harbour will freeze"], commitments=["asserts"]
    )
    assert stance_text(one) == "the harbour will freeze"
    assert not sense(one).turned
    assert sense(one).firmness == 1


def test_content_in_two_parts_is_joined():
    one = claim("The harbour, said Voss, will freeze.", content=["The harbour,", "will freeze"])
    assert stance_text(one) == "The harbour will freeze"


def test_a_denial_turns_the_sense():
    one = claim(
        "Voss denied that the harbour will freeze.", content=["the harbour will freeze"], commitments=["denies"]
    )
    assert sense(one).turned


def test_a_denial_that_is_noted_twice_turns_once():
    words = "the harbour will freeze"
    one = claim(
        "Voss denied that the harbour will freeze.",
        content=[words],
        commitments=["denies"],
        evidence=[("denial", words)],
    )
    assert sense(one).turned
    assert sense(one).text == words


def test_a_denied_denial_is_an_assertion():
    one = claim(
        "Voss denied that Lind denied it will freeze.", content=["it will freeze"], commitments=["denies", "denies"]
    )
    assert not sense(one).turned


def test_a_report_belongs_to_whom_it_is_reported_of():
    one = claim(
        "It is said that the harbour will freeze.", content=["the harbour will freeze"], commitments=["reports"]
    )
    assert not sense(one).turned


def test_doubt_turns_weakly():
    one = sense(claim("Voss doubts that it will freeze.", content=["it will freeze"], commitments=["doubts"]))
    assert one.turned
    assert one.firmness < 1


def test_a_rebutted_statement_is_judged_and_turned():
    one = claim(
        "Anyone who tells you the harbour is closing is wrong", evidence=[("rebuttal", "the harbour is closing")]
    )
    assert sense(one).text == "the harbour is closing"
    assert sense(one).turned


def test_who_says_so_amid_a_rebutted_statement_is_no_part_of_it():
    text = "That the harbour is closing, says Voss, is a myth."
    one = claim(
        text,
        content=["the harbour is closing", "is a myth"],
        evidence=[("rebuttal", "the harbour is closing, says Voss")],
    )
    assert sense(one).text == "the harbour is closing"
    assert sense(one).turned


def test_what_the_author_does_not_believe_is_judged_and_turned():
    one = claim("I do not believe that the harbour is closing.", evidence=[("denial", "the harbour is closing")])
    assert sense(one).text == "the harbour is closing"
    assert sense(one).turned


def test_what_is_asserted_beside_a_short_denial_wins():
    text = "Nobody says it is cheap, and yet the new harbour brings more ships than the old one ever saw."
    assert not sense(claim(text, evidence=[("denial", "it is cheap")])).turned


def test_a_concession_is_left_out():
    one = claim(
        "Although costs are rising, the harbour will thrive.", evidence=[("concession", "Although costs are rising")]
    )
    assert stance_text(one) == "the harbour will thrive."


def test_a_concession_that_is_all_there_is_stays():
    one = claim("Although costs are rising, so.", evidence=[("concession", "Although costs are rising")])
    assert stance_text(one) == "Although costs are rising, so."


def test_chinese_remains_count_by_what_they_say():
    one = claim("虽然成本上升，港口会繁荣。", evidence=[("concession", "虽然成本上升")])
    assert stance_text(one) == "港口会繁荣。"


def test_conditions_and_hedges_make_it_less_firm():
    plain = sense(claim("The harbour will close."))
    conditional = sense(claim("If it freezes, the harbour will close.", evidence=[("conditional", "If it freezes")]))
    hedged = sense(claim("The harbour may close.", hedged=True))
    assert conditional.firmness < hedged.firmness < plain.firmness


def test_a_negation_among_the_words_is_left_to_their_reader():
    assert not sense(claim("The harbour will not close.", negated=True)).turned


def test_an_empty_content_falls_back_to_the_claim():
    one = claim("Voss: “...”", content=["“...”"])
    assert stance_text(one)


def test_what_nobody_denies_is_upheld():
    words = "the harbour will freeze"
    one = claim("Nobody denies that the harbour will freeze.", evidence=[("affirmation", words)])
    assert stance_text(one) == words
    assert not sense(one).turned


@pytest.mark.parametrize(("commitment", "turned"), [("denies", False), ("asserts", True)])
def test_nobody_is_no_holder(commitment, turned):
    one = claim("Personne ne nie que le port va geler.", content=["le port va geler"], commitments=[commitment])
    one = replace(one, holder=Holder("Personne", 100, 108, "named"))
    assert sense(one).turned is turned


def test_who_stops_short_of_saying_so_takes_no_side():
    words = "the harbour will freeze"
    one = claim(
        "Voss stopped short of saying that the harbour will freeze.", content=[words], evidence=[("withheld", words)]
    )
    assert sense(one).withheld
    assert not sense(replace(one, evidence=())).withheld


QUESTIONS = [
    ("¿De verdad se hiela el puerto?", "De verdad se hiela el puerto"),
    ("Разве порт замёрзнет?", "порт замёрзнет"),
    ("Замёрзнет ли порт?", "Замёрзнет порт"),
    ("港口会结冰吗？", "港口会结冰"),
    ("港は本当に凍るのか。", "港は本当に凍る"),
    ("Hafen.", "Hafen."),
]


@pytest.mark.parametrize(("question", "stated"), QUESTIONS)
def test_a_question_that_is_answered_is_judged_as_what_it_asks(question, stated):
    one = claim(f"{question} No.", content=["No."], evidence=[("rebuttal", question)])
    assert stance_text(one) == stated
    assert sense(one).turned


def test_a_mark_before_the_content_is_no_part_of_it():
    assert stance_text(claim("Far from it: the harbour will freeze.", content=[": the harbour will freeze"])) == (
        "the harbour will freeze"
    )
