import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest

from pipeline import schema
from pipeline.publish import render
from pipeline.publish.digest import escape
from pipeline.records import Change, Failure, Position, PositionEntry

FILES = {
    "articles.jsonl",
    "changes.json",
    "claims.jsonl",
    "digest.md",
    "edition.json",
    "feed.xml",
    "ledger.jsonl",
    "quantities.jsonl",
    "report.html",
    "stances.json",
}


def test_all_files_of_the_contract_are_there(edition):
    files = render(edition)
    assert set(files) == FILES | {f"schema/{name}.schema.json" for name in schema.names()}
    assert all(data.endswith(b"\n") for data in files.values())


def test_every_file_fits_its_schema(edition):
    files = render(edition)
    for name in ("articles", "claims", "quantities", "ledger"):
        for line in files[f"{name}.jsonl"].splitlines():
            schema.validator(name).validate(json.loads(line))
    for name in ("stances", "changes", "edition"):
        schema.validator(name).validate(json.loads(files[f"{name}.json"]))


def test_the_edition_lists_the_hash_of_every_other_file(edition):
    files = render(edition)
    listed = json.loads(files["edition.json"])["files"]
    assert {name: facts["sha256"] for name, facts in listed.items()} == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "edition.json"
    }


def test_the_time_of_generation_shows_in_the_edition_alone(edition):
    later = replace(edition, generated=edition.generated + timedelta(days=1))
    first, second = render(edition), render(later)
    assert [name for name in first if first[name] != second[name]] == ["edition.json"]


def test_bytes_do_not_depend_on_the_hash_seed():
    program = """
import hashlib, sys
sys.path.insert(0, "tests/publish")
import conftest
from pipeline.publish import render
files = render(conftest.two_sides(conftest.Builder()))
print(hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest())
"""
    seen = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
        )
        seen.add(done.stdout)
    assert len(seen) == 1


def test_an_empty_edition_is_published_too(builder):
    files = render(builder.edition())
    assert b"Nobody read so far takes a side." in files["digest.md"]
    assert b"Nobody read so far takes a side." in files["report.html"]
    assert files["claims.jsonl"] == b""


class Text(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.words, self.ids, self.links = [], [], [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture
def page(edition):
    parser = Text()
    parser.feed(render(edition)["report.html"].decode())
    return parser


def test_the_page_answers_in_plain_words(page):
    words = " ".join("".join(page.words).split())
    assert (
        "Of three voices that take a side, one says only yes, one says only no and one is found on both sides." in words
    )
    assert (
        "Counted by origins, where copies, translations and coverage of one text count once: 2 for yes and 2 for no"
        in words
    )


def test_the_page_shows_what_failed_and_what_was_left_out(page):
    words = " ".join("".join(page.words).split())
    assert "far-feed timed out after 10 s; try again" in words
    assert "broken.html no text was found" in words
    assert "1 item: off topic" in words


def test_text_from_outside_stays_text(page):
    assert "A <b>change</b> & a turn" in "".join(page.words)
    assert not any(tag == "script" for tag, _ in page.tags)
    assert not any(link.startswith("javascript:") for link in page.links)


def test_ids_are_unique_and_anchors_resolve(page):
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_foreign_passages_say_their_language_and_direction(page):
    quotes = [given for tag, given in page.tags if tag == "blockquote"]
    assert {(quote["lang"], quote["dir"]) for quote in quotes} >= {("ar", "rtl"), ("ja", "ltr"), ("fr", "ltr")}


def test_drift_is_underlined_on_both_sides(edition):
    html = render(edition)["report.html"].decode()
    assert '<em class="d">a wall</em>' in html
    assert '<em class="d">un goulot d&#39;étranglement</em>' in html


def test_the_page_draws_the_echo_as_a_tree(edition):
    html = re.sub(r"\s+", " ", render(edition)["report.html"].decode())
    assert re.search(
        r"the origin</span> .*?The Lattice.*?<ul class=\"tree\"><li class=\"node\">.*?translation</span>", html
    )
    assert "9 of 10 sentences align" in html


def test_hedges_and_numbers_are_marked(builder):
    article = builder.article("The Lattice", "Costs", "Perhaps Meridian-4 needs 170 times more.", day="2026-09-01")
    claim = builder.claim(
        article,
        "Perhaps Meridian-4 needs 170 times more.",
        "no",
        hedges=["Perhaps"],
        number={"words": "170 times", "value": "170"},
    )
    html = render(builder.edition(groups=(builder.group(claim),)))["report.html"].decode()
    assert '<span class="h">Perhaps</span> Meridian-4 needs <b class="q">170 times</b> more.' in html
    assert ">hedged</span>" in html


def test_a_denial_has_its_badge(builder):
    text = "A spokeswoman denied that scaling has hit a wall."
    article = builder.article("The Harbor Dispatch", "Denial", text, day="2026-09-01")
    claim = builder.claim(
        article, text, "no", holder="A spokeswoman", commitment="denies", quoted="indirect", cue="denied"
    )
    files = render(builder.edition(groups=(builder.group(claim),)))
    assert ">denial</span>" in files["report.html"].decode()
    assert "reported speech · denial" in files["digest.md"].decode()


def test_the_digest_quotes_real_claims_only(edition):
    page = render(edition)["digest.md"].decode()
    texts = {" ".join(claim.text.split()) for reading in edition.readings for claim in reading.claims}
    quoted = re.findall(r"^> (?!— )(.+)$", page, re.MULTILINE)
    assert quoted
    assert set(quoted) <= {escape(text) for text in texts}


def test_the_digest_tells_who_changed_their_mind_and_what_is_new(edition):
    page = render(edition)["digest.md"].decode()
    assert "Mara Voss, oldest first:" in page
    assert "- Changed sides from no to yes: Mara Voss" in page
    assert "- New article: A \\<b\\>change\\</b\\> \\& a turn, The Harbor Dispatch" in page
    assert "(meaning changed; term: “a wall” → “un goulot d'étranglement”)" in page


def test_the_first_edition_speaks_of_no_changes(edition):
    assert b"Since the edition before" not in render(replace(edition, previous=None))["digest.md"]
    assert b"Nothing changed." in render(replace(edition, changes=()))["digest.md"]


def test_markdown_in_a_claim_stays_text():
    assert escape("1. *a* [b](c)\n# d") == "1\\. \\*a\\* \\[b\\](c) \\# d"
    assert escape("- a") == "\\- a"


def test_ids_that_lead_nowhere_do_not_stop_the_page(edition):
    result = edition.analysis.questions[0]
    lost = Position("Nobody", None, (PositionEntry(None, "no", "c1_lost"), PositionEntry(None, "yes", "c1_gone")), (1,))
    group = replace(result.groups[0], claim_ids=(*result.groups[0].claim_ids, "c1_lost"))
    broken = replace(result, positions=(lost,), groups=(group,))
    files = render(replace(edition, analysis=replace(edition.analysis, questions=(broken,))))
    assert b"c1_lost" not in files["report.html"]


def test_a_long_list_is_cut_and_says_so(builder):
    text = "\n\n".join(f"Claim {number} says no." for number in range(50))
    article = builder.article("The Lattice", "Many", text, day="2026-09-01")
    claims = [builder.claim(article, f"Claim {number} says no.", "no") for number in range(50)]
    html = render(builder.edition(groups=[builder.group(claim) for claim in claims]))["report.html"].decode()
    assert "And 20 more points in stances.json." in html


def test_the_door_still_gives_functions_after_use(edition, tmp_path):
    import pipeline.publish

    pipeline.publish.point(pipeline.publish.write(pipeline.publish.render(edition), edition.id, tmp_path), tmp_path)
    assert all(callable(getattr(pipeline.publish, name)) for name in pipeline.publish.__all__)


def many(kind, number):
    return tuple(Change(kind, "article", f"a1_{index}", f"Issue {index}") for index in range(number))


def test_the_report_lists_what_changed_up_to_a_limit(edition):
    html = render(replace(edition, changes=many("withdrawn", 50)))["report.html"].decode()
    assert "<li><bdi>Article withdrawn: Issue 0</bdi></li>" in html
    assert html.count("<li><bdi>Article withdrawn") == 40
    assert "And 10 more changes in changes.json." in html
    assert 'id="changes"' not in render(replace(edition, previous=None))["report.html"].decode()
    assert "<li>Nothing changed.</li>" in render(replace(edition, changes=()))["report.html"].decode()


def test_the_digest_stays_one_page(edition):
    failures = tuple(Failure("fetch", f"https://example.org/{index}", "timeout", "timed out") for index in range(30))
    page = render(replace(edition, changes=many("new", 50), failures=failures))["digest.md"].decode()
    assert page.count("- New article: Issue") == 8
    assert "- and 42 more changes in changes.json" in page
    assert page.count("timed out") == 8
    assert "- and 23 more failures in edition.json" in page
    assert len(page.splitlines()) < 120


def test_the_digest_shows_three_points_a_side(builder):
    text = " ".join(f"Point {number} stands." for number in range(5))
    article = builder.article("The Lattice", "Points", text, day="2026-09-01")
    claims = [builder.claim(article, f"Point {number} stands.", "yes") for number in range(5)]
    page = render(builder.edition(groups=[builder.group(claim) for claim in claims]))["digest.md"].decode()
    assert len(re.findall(r"^> Point", page, re.MULTILINE)) == 3
    assert "And 2 more points in the report." in page


def test_the_weightiest_side_and_point_come_first(builder):
    for number in range(3):
        article = builder.article(f"Outlet {number}", f"{number}", "It goes on. It stops.", day="2026-09-01")
        builder.claim(article, "It goes on.", "no")
    lonely = builder.claim(
        builder.article("Loner", "Alone", "It stops here.", day="2026-09-02"), "It stops here.", "yes"
    )
    small = builder.claim(builder.article("Other", "Alone", "It runs.", day="2026-09-02"), "It runs.", "no")
    shared = [name for name, label in builder.labels.items() if label == "no" and name != small]
    groups = (builder.group(small), builder.group(lonely), builder.group(*shared))
    page = render(builder.edition(groups=groups))["digest.md"].decode()
    assert page.index("## No: 4 voices") < page.index("## Yes: 1 voice")
    assert page.index("> It goes on.") < page.index("> It runs.")
    assert "4 for no and 1 for yes" in page


def test_a_foreign_quote_names_its_language(edition):
    page = render(edition)["digest.md"].decode()
    assert re.search(
        r"^> — سليم حداد, Al Marsad, 8 September 2026 · Arabic · reported speech · `c1_\w+`$", page, re.MULTILINE
    )


def test_addresses_cannot_leave_their_brackets(builder):
    article = builder.article("A [b](c)", "t", "It stops.", url="https://example.org/a b>(c)<d>", day="2026-09-01")
    page = render(builder.edition(groups=[builder.group(builder.claim(article, "It stops.", "yes"))]))[
        "digest.md"
    ].decode()
    assert "[A \\[b\\](c)](<https://example.org/a%20b%3E%28c%29%3Cd%3E>)" in page


def test_nothing_that_was_read_is_loaded_by_the_page(page):
    assert not any("src" in given for _, given in page.tags)
    assert [given["href"] for tag, given in page.tags if tag == "link"] == ["data:,"]
    policy = next(given for tag, given in page.tags if given.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"].startswith("default-src 'none'")
