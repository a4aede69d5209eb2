"""Windows of a text and what comes back from them; the two readers' decision."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.claimhood.claimhood import judge, weigh
from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.fuse import fuse
from pipeline.nlp.claims.learned import Learned, read_tags
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.words.lexicon import load
from pipeline.nlp.claims.words.segment import segment
from pipeline.records import Saying, Span, Tagged, TaggedSpan, Window

LABELS = (0.9, *([0.0125] * 8))


class Recorder:
    """Marks the first word of each sentence, and keeps the windows it was given."""

    def __init__(self) -> None:
        self.windows: list[Window] = []

    def __call__(self, windows):
        self.windows += windows
        return [self.tagged(window) for window in windows]

    def tagged(self, window: Window) -> Tagged:
        first = [self.word(window.text, s.start) for s in window.sentences]
        hedges = tuple(TaggedSpan("h", start, end, 0.9) for start, end in first)
        return Tagged(tuple(LABELS for _ in window.sentences), (), (), hedges, (), ())

    @staticmethod
    def word(text: str, start: int) -> tuple[int, int]:
        return start, start + len(text[start:].split(maxsplit=1)[0])


SENTENCES = st.lists(
    st.integers(1, 60).map(lambda n: "Word " + "more words here " * n + "end."), min_size=1, max_size=14
)


@settings(max_examples=40, deadline=None)
@given(SENTENCES, st.integers(1, 5))
def test_every_passage_is_tagged_once_in_its_own_place(sentences, each):
    paragraphs = [" ".join(sentences[at : at + each]) for at in range(0, len(sentences), each)]
    text = "\n\n".join(paragraphs)
    passages, _ = segment(text, "en")
    recorder = Recorder()
    learned = read_tags(text, passages, (), recorder)
    assert set(learned.labels) == {p.start for p in passages}
    assert [(h.start, text[h.start : h.end]) for h in learned.hedges] == [(p.start, "Word") for p in passages]
    assert sum(len(w.sentences) for w in recorder.windows) == len(passages)


def test_what_is_set_aside_is_not_read():
    text = "The harbour froze in March.\n\nSubscribe now to read more.\n\nIt thawed in May."
    passages, paragraphs = segment(text, "en")
    recorder = Recorder()
    learned = read_tags(text, passages, (paragraphs[1],), recorder)
    assert paragraphs[1].start not in learned.labels
    assert all("Subscribe" not in w.text for w in recorder.windows)


TEXT = "The harbour will freeze, warned Mara Voss. Critics doubt that the ice holds."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def learned(*sayings: Saying) -> Learned:
    return Learned({}, sayings, (), (), (), ())


def said(source, cue, contents, probability=0.9, commitment="asserts") -> Saying:
    places = [span(w) if w else None for w in (source, cue)]
    return Saying(*places, (span(contents),), "indirect", commitment, False, probability)


PASSAGES = segment(TEXT, "en")[0]
NOTHING = Speech((), ())


def test_a_saying_that_no_rule_found_counts_when_the_reader_is_sure():
    sure = said("Mara Voss", "warned", "The harbour will freeze")
    (found,) = fuse(TEXT, PASSAGES, NOTHING, learned(sure)).said
    assert (found.frame.source, found.frame.cue, found.frame.rule) == (
        span("Mara Voss"),
        span("warned"),
        "learned reader",
    )
    unsure = said("Mara Voss", "warned", "The harbour will freeze", probability=0.3)
    assert fuse(TEXT, PASSAGES, NOTHING, learned(unsure)).said == ()


def test_a_rule_keeps_its_structure_and_takes_what_it_missed():
    frame = Frame(None, span("doubt"), (span("that the ice holds"),), "indirect", "doubts", "verb", cue_negated=True)
    saying = said("Critics", "doubt", "that the ice holds", commitment="asserts")
    (found,) = fuse(TEXT, PASSAGES, Speech((Said(frame, 0),), ()), learned(saying)).said
    assert found.frame.source == span("Critics")
    assert found.frame.commitment == "doubts"
    assert found.frame.cue_negated


def test_words_without_source_and_cue_are_the_authors():
    assert fuse(TEXT, PASSAGES, NOTHING, learned(said(None, None, "The harbour will freeze"))).said == ()


def test_the_learned_reader_overrules_no_question_and_no_answer():
    question = "The harbour will freeze, will it?"
    marked = Marked(question, Span(0, len(question)), load("en"))
    rules = judge(marked, attributed=False, is_heading=False)
    assert not weigh(rules, LABELS, marked).is_claim
    answered = "Is it fast? Yes!"
    marked = Marked(answered, Span(0, len(answered)), load("en"))
    rules = judge(marked, attributed=False, is_heading=False)
    as_question = (0.01, 0.01, 0.92, *([0.01] * 6))
    assert rules.is_claim
    assert weigh(rules, as_question, marked).is_claim


def test_a_claim_is_as_checkable_as_the_reader_says_of_its_sentence():
    text = "We will end the toll. Nothing is nobler than a bridge. The toll is a pound."
    marks = (0.8, 0.1, None)

    def tag(windows):
        (window,) = windows
        return [Tagged(tuple(LABELS for _ in window.sentences), (), (), (), (), (), marks)]

    found = Reader(NlpSettings(), tag).read_text(text, "en").claims
    assert [claim.checkable for claim in found] == [0.8, 0.1, 0.5]
    alone = Reader(NlpSettings()).read_text(text, "en").claims
    assert {claim.checkable for claim in alone} == {0.5}
