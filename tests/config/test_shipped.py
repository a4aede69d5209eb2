"""The configuration that is shipped."""

from __future__ import annotations

from pathlib import Path

from pipeline.config import load

SHIPPED = Path(__file__).parents[2] / "sources.yaml"


def test_it_reads_samples_and_real_feeds_in_many_languages():
    config = load(SHIPPED)
    assert [source.url for source in config.sources if source.kind == "files"] == ["samples"]
    feeds = {source.url: source for source in config.sources if source.kind == "feed"}
    assert len(feeds) >= 14
    assert len({source.language for source in feeds.values()}) >= 6
    assert feeds["https://importai.substack.com/feed"].newsletter
    assert feeds["https://the-decoder.com/feed/"].language == "en"
    assert feeds["https://the-decoder.de/feed/"].language == "de"


def test_every_feed_says_whether_it_was_checked():
    text = SHIPPED.read_text(encoding="utf-8")
    entries = text.partition("\nsources:\n")[2].partition("\nsettings:\n")[0].split("\n  - id: ")[1:]
    assert all("    checked: " in entry for entry in entries if "    url: " in entry)


def test_its_first_question_has_both_sides():
    (question,) = load(SHIPPED).questions
    assert question.id == "scaling-wall"
    assert question.text == "Has AI scaling hit a wall?"
    assert 4 <= len(question.yes) <= 20
    assert 4 <= len(question.no) <= 20
    assert question.topic


def test_the_settings_it_shows_are_the_defaults():
    from pipeline.config import Settings

    assert load(SHIPPED).settings == Settings()
