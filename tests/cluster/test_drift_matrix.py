"""Plain ways of quoting in twelve languages, read and embedded as in the main job. All names are invented."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from cluster_world import DAY

from pipeline.cluster import Corpus, texts_needed
from pipeline.cluster.documents import documents
from pipeline.cluster.drift import renderings
from pipeline.cluster.families import families
from pipeline.cluster.groups import Context
from pipeline.cluster.origins import origins
from pipeline.cluster.statements import statements
from pipeline.cluster.voices import voices
from pipeline.encode import Encoder, Tagger, centre, sentence_form
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import LANGUAGES, Article, Reading, Variant, content_id

MATRIX: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("drift_matrix.yaml").read_text(encoding="utf-8")
)
pytestmark = pytest.mark.slow

READER, ENCODER = Reader(NlpSettings(), Tagger()), Encoder()
KINDS = ("hedge", "negation", "term", "number", "unit", "entity", "holder")
SAME = {
    "verbatim": ("A", "A", "verbatim"), "other marks": ("A", "A", "verbatim"), "cut": ("A", "A_cut", "verbatim"),
    "ellipsis": ("A", "A_ell", "verbatim"), "joined": ("A", "A_join", "paraphrase_in_quotes"),
    "synonym": ("A", "A_syn", "paraphrase_in_quotes"), "other statement": ("A", "A_no", "no_original"),
    "number otherwise": ("N", "N_same", "paraphrase_in_quotes"),
    "unit otherwise": ("U", "U_same", "paraphrase_in_quotes"),
    "hedge added": ("A", "A_hedge", "hedge"), "negation added": ("A", "A_neg", "negation"),
    "term": ("W", "W_term", "term"), "number": ("N", "N_num", "number"), "scale": ("M", "M_unit", "unit"),
    "unit": ("U", "U_unit", "unit"), "version": ("V", "V_ver", "entity"), "version dropped": ("V", "V_drop", "entity"),
    "name": ("V", "V_name", "entity"), "hedge lost": ("H", "H_lost", "hedge"),
    "negation lost": ("E", "E_lost", "negation"), "holder": ("A", "A", "holder"),
}  # fmt: skip
OTHER = {
    **{f"translated {key}": (key, key, "translation") for key in "ANMUVHE"},
    "translated N, number": ("N", "N_num", "number"), "translated V, version": ("V", "V_ver", "entity"),
    "translated A, hedge": ("A", "A_hedge", "hedge"), "translated A, negation": ("A", "A_neg", "negation"),
}  # fmt: skip
PAIRS = dict(zip(LANGUAGES, (*LANGUAGES[1:], LANGUAGES[0]), strict=True))
CASES = [
    pytest.param(name, language, other, *case, id=f"{name}-{language}-{other}")
    for table, others in ((SAME, {language: language for language in LANGUAGES}), (OTHER, PAIRS))
    for name, case in table.items()
    for language, other in others.items()
    if language not in MATRIX["left_out"].get(name, ())
]


@cache
def written(text: str, language: str, outlet: str, byline: str | None, day: int) -> tuple[Article, Reading, dict]:
    """Return an article, its reading and its vectors; the letter is read once for all that print it."""
    when = DAY.replace(day=day)
    name = content_id("a", text, outlet)
    article = Article(
        name, name, f"https://{name}.example/", "", byline, outlet, when, DAY, "article", text, (), (), (), (), name,
        language,
    )  # fmt: skip
    reading = READER.read(article)
    needed = texts_needed((article,), (reading,), ())
    vectors = centre(ENCODER.encode([sentence_form(t) for t, _ in needed]), [language for _, language in needed])
    return article, reading, dict(zip((t for t, _ in needed), vectors, strict=True))


def judged(letter: tuple, print_: tuple) -> Variant | None:
    corpus = Corpus((letter[0], print_[0]), (letter[1], print_[1]), {**letter[2], **print_[2]})
    found, origin = statements(corpus), origins(documents(corpus))
    ids, family = {name: entry.family_id for name, entry in origin.items()}, families(found)
    made = renderings(found, Context(family, ids, voices(found, ids, corpus.readings, family)), origin)
    return next((r.variant for r in made if r.printed.article.id == print_[0].id), None)


@pytest.mark.parametrize(("name", "language", "other", "said", "printed", "expected"), CASES)
def test_how_a_quotation_is_told(name: str, language: str, other: str, said: str, printed: str, expected: str) -> None:
    here, there = MATRIX[language], MATRIX[other]
    stop = "。" if language in ("zh", "ja") else ". "
    quoted, frame = there[printed], there["frame"]
    if name == "other marks":
        quoted, frame = quoted.replace("'", "’").replace(" ", "  ", 1), there["other"]
    story = frame.format(q=quoted, who=there["them" if name == "holder" else "me"])
    letter = written(here[said] + stop + here["F"], language, f"Notes of {here['me']}", here["me"], 3)
    variant = judged(letter, written(story, other, "The Printing House", None, 8))
    assert variant is not None
    told = [d.kind for d in variant.differences]
    assert (variant.verdict, told) == (("altered", [expected]) if expected in KINDS else (expected, []))
