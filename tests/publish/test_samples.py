"""The shipped samples are what their guide says."""

import re
from email import message_from_bytes, policy
from pathlib import Path

import feedparser
import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
GUIDE = (ROOT / "docs" / "samples.md").read_text(encoding="utf-8")
LISTED = dict(re.findall(r"^\| `([^`]+)` \| (\w+) \|", GUIDE, re.MULTILINE))


def test_every_file_is_listed_and_every_listed_file_is_there():
    assert {path.name for path in SAMPLES.iterdir()} == set(LISTED)
    assert len(LISTED) >= 14
    assert len(set(LISTED.values())) >= 6


@pytest.mark.parametrize("name", sorted(LISTED))
def test_it_is_readable_text_of_some_length(name):
    text = (SAMPLES / name).read_bytes().decode("utf-8")
    assert "\r" not in text
    assert 600 < len(text) < 12_000


def test_the_newsletter_is_a_valid_feed():
    feed = feedparser.parse((SAMPLES / "the-lattice.xml").read_bytes())
    assert not feed.bozo
    assert feed.entries[0].author == "Mara Voss"
    assert feed.entries[0].content[0].value.count("<h2>") == 5


def test_the_mail_has_both_bodies():
    mail = message_from_bytes((SAMPLES / "compute-ledger.eml").read_bytes(), policy=policy.default)
    assert not mail.defects
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    assert mail["subject"] == "Compute Ledger – What a point costs"


def test_the_syndicated_copy_is_a_copy():
    def body(name):
        page = (SAMPLES / name).read_text(encoding="utf-8")
        return page[page.index('<p class="standfirst">') : page.index("is planned for December.</p>")]

    assert body("harbor-dispatch-meridian.html") == body("coastal-evening-post.html")


@pytest.mark.parametrize(
    ("name", "drifted"),
    [
        ("le-relais-numerique.html", ("170 %", "goulot d'étranglement", "Meridian-3")),
        ("weilai-guancha.html", ("170倍", "瓶颈", "10亿美元")),
        ("taccuino-del-calcolo.html", ("non portano più nulla",)),
    ],
)
def test_the_rewrites_drift(name, drifted):
    text = (SAMPLES / name).read_text(encoding="utf-8")
    assert all(words in text for words in drifted)
