import hashlib
import json
import re
from dataclasses import replace

import pytest

from pipeline.publish import point, render, write
from pipeline.records import Holder
from pipeline.verify import Problem, verify
from pipeline.verify.totals import _voices


@pytest.fixture
def folder(edition, tmp_path):
    found = write(render(edition), edition.id, tmp_path)
    point(found, tmp_path)
    return found


def rehash(folder):
    """List the hashes of what is there now, as one who forges an edition would."""
    edition = json.loads((folder / "edition.json").read_bytes())
    for name, facts in edition["files"].items():
        data = (folder / name).read_bytes()
        facts.update(sha256=hashlib.sha256(data).hexdigest(), bytes=len(data))
    (folder / "edition.json").write_text(json.dumps(edition), encoding="utf-8")


def forge(folder, name, old, new, *, count=1):
    path = folder / name
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, count).encode())
    rehash(folder)


def change(folder, name, edit):
    """Change rows of a table, or a document, by ``edit``."""
    path = folder / name
    if name.endswith(".jsonl"):
        rows = [json.loads(line) for line in path.read_bytes().splitlines()]
        edit(rows)
        path.write_bytes("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode())
    else:
        document = json.loads(path.read_bytes())
        edit(document)
        path.write_text(json.dumps(document), encoding="utf-8")
    rehash(folder)


def messages(folder):
    return [str(problem) for problem in verify(folder)]


def only(folder, pattern):
    """Say whether there are problems, and all of them fit ``pattern``."""
    found = messages(folder)
    return bool(found) and all(re.search(pattern, message) for message in found)


def test_an_edition_as_published_is_clean(folder, tmp_path):
    assert verify(folder) == ()
    assert verify(tmp_path) == ()


def test_an_empty_edition_is_clean(builder, tmp_path):
    assert verify(write(render(builder.edition()), "e1_0", tmp_path)) == ()


def test_a_changed_byte_is_seen(folder):
    (folder / "digest.md").write_bytes((folder / "digest.md").read_bytes() + b" ")
    assert messages(folder) == [
        "digest.md: was changed after it was published: its hash is not the one in edition.json"
    ]


def test_a_missing_and_a_strange_file_are_seen(folder):
    (folder / "feed.xml").unlink()
    (folder / "notes.txt").write_text("mine")
    assert messages(folder) == [
        "notes.txt: is not listed in edition.json",
        "feed.xml: is listed in edition.json, but missing",
    ]


def test_a_shifted_span_is_seen(folder):
    change(folder, "claims.jsonl", lambda rows: rows[0].update(start=rows[0]["start"] + 1))
    found = messages(folder)
    assert any("reads 'nyone who tells" in message for message in found)


@pytest.mark.parametrize("place", ["holder", "attribution", "entities", "hedges", "content"])
def test_a_wrong_span_at_any_depth_is_seen(folder, place):
    def edit(rows):
        part = next(row for row in rows if row[place])[place]
        part = part[0] if isinstance(part, list) else part
        part = part["source"] if place == "attribution" else part
        part["end"] += 2 if place != "content" else 10_000

    change(folder, "claims.jsonl", edit)
    assert only(folder, r"^claims.jsonl: c1_\w+: (span|content)")


def test_a_wrong_number_is_seen(folder):
    change(folder, "quantities.jsonl", lambda rows: rows[0].update(text="180 times"))
    assert any("reads '170 times', not '180 times'" in message for message in messages(folder))


def test_a_key_point_that_nobody_said_is_seen(folder):
    change(folder, "stances.json", lambda doc: doc["questions"][0]["groups"][0].update(key_point="Nobody said this."))
    assert only(folder, "key point is not the text of c1_")


def test_wrong_totals_are_seen(folder):
    change(folder, "stances.json", lambda doc: doc["questions"][0]["totals"]["no"].update(origins=9, voices=7))
    found = messages(folder)
    assert "stances.json: wall: no: says 9 origins, the claims make 2" in found
    assert "stances.json: wall: no: 7 voices cannot hold 3 claims" in found
    assert any(message.startswith("digest.md: prints the totals") for message in found)


def test_a_claim_on_the_wrong_side_is_seen(folder):
    change(folder, "claims.jsonl", lambda rows: rows[0]["stances"][0].update(label="yes"))
    found = messages(folder)
    assert any("says yes, not no" in message for message in found)
    assert any("no: says 3 claims, the claims make 2" in message for message in found)
    assert any(message.startswith("stances.json: Mara Voss: c1_") for message in found)


@pytest.mark.parametrize(
    ("name", "edit", "said"),
    [
        ("claims.jsonl", lambda rows: rows[0].update(article_id="a1_lost"), "no such article: a1_lost"),
        ("claims.jsonl", lambda rows: rows[1].update(quantities=["q1_lost"]), "no such quantity: q1_lost"),
        ("articles.jsonl", lambda rows: rows[1]["origin"].update(of="a1_lost"), "no such article: a1_lost"),
        ("quantities.jsonl", lambda rows: rows[0].update(claim_id="c1_lost"), "no such claim: c1_lost"),
        (
            "stances.json",
            lambda doc: doc["questions"][0]["groups"][0]["claim_ids"].append("c1_lost"),
            "no such claim: c1_lost",
        ),
        (
            "stances.json",
            lambda doc: doc["questions"][0]["positions"][0].update(changes=[5]),
            "lie outside the entries",
        ),
        ("stances.json", lambda doc: doc["questions"][0]["drift"][0].update(statement="Made up."), "does not hold"),
        ("stances.json", lambda doc: doc["questions"][0]["groups"][0].update(label="perhaps"), "breaks the schema"),
        ("claims.jsonl", lambda rows: rows.append(rows[0]), "the same id twice"),
        ("claims.jsonl", lambda rows: rows[0].pop("holder"), "breaks the schema at the top: 'holder'"),
        ("articles.jsonl", lambda rows: rows[0].update(published="yesterday"), "breaks the schema at published"),
    ],
)
def test_what_leads_nowhere_or_breaks_the_contract_is_seen(folder, name, edit, said):
    change(folder, name, edit)
    assert any(said in message for message in messages(folder))


def test_lost_claims_make_the_counts_wrong(folder):
    change(folder, "claims.jsonl", lambda rows: rows.pop())
    assert any(message.startswith("edition.json: says 8 claims") for message in messages(folder))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("scaling has hit a wall is wrong", "scaling has hit a wall is right", "which is not the claim"),
        ("> — Mara Voss, [The Harbor", "> — Joan Doe, [The Harbor", "names a holder that the data do not"),
        ("**170 times**", "**180 times**", "no such quantity reads '180 times'"),
        ("| No | 3 |", "| No | 30 |", "prints the totals"),
        ("## No:", "> Everybody agrees.\n\n## No:", "1 quoted lines name no claim"),
    ],
)
def test_a_specific_in_the_digest_that_no_claim_holds_is_seen(folder, old, new, said):
    forge(folder, "digest.md", old, new)
    assert only(folder, re.escape(said))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("that scaling has hit a wall is wrong</mark>", "that scaling is fine</mark>", "as data-(claim|article)"),
        ("She had argued the opposite in spring.", "She had argued the same in spring.", "as data-article"),
        (">170 times</b>", ">180 times</b>", "as data-quantity"),
        ('<em class="d">a wall</em>', '<em class="d">a door</em>', "as data-drift"),
        ("</main>", "<blockquote>Everybody agrees.</blockquote></main>", "quotes words that name no claim"),
        ("</main>", "<script>alert(1)</script></main>", "holds a <script>"),
        ("</main>", '<img src="https://example.org/a.png"></main>', "loads https://example.org/a.png"),
        ("</main>", '<a href="javascript:alert(1)">x</a></main>', "links to javascript:"),
        ("<main", '<main onclick="x()"', "runs code: onclick"),
        ('data-start="', 'data-strt="', "as data-article"),
    ],
)
def test_a_specific_in_the_report_that_no_claim_holds_is_seen(folder, old, new, said):
    forge(folder, "report.html", old, new)
    assert only(folder, said)


@pytest.mark.parametrize("name", ["articles.jsonl", "claims.jsonl", "stances.json", "edition.json", "changes.json"])
@pytest.mark.parametrize("data", [b"{", b"\xff\xfe", b"[]\n", b"null\n", b'{"id": 1}\n'])
def test_garbage_is_a_problem_and_no_crash(folder, name, data):
    (folder / name).write_bytes(data)
    assert any(problem.file == name for problem in verify(folder))


@pytest.mark.parametrize("name", ["articles.jsonl", "quantities.jsonl", "stances.json", "digest.md", "report.html"])
def test_a_missing_file_is_a_problem_and_no_crash(folder, name):
    (folder / name).unlink()
    assert any(problem.file == name for problem in verify(folder))


def test_a_cut_line_is_seen(folder):
    path = folder / "claims.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    assert "claims.jsonl: the last line is cut off" in messages(folder)


def test_a_folder_without_an_edition_says_so(tmp_path):
    assert verify(tmp_path) == (Problem("latest.json", "", "is missing"),)


def test_a_pointer_to_nowhere_is_seen(folder, tmp_path):
    folder.rename(tmp_path / "elsewhere")
    (problem,) = verify(tmp_path)
    assert "points to editions/e1_0123456789abcdef, which is no edition" in problem.message


@pytest.mark.parametrize(
    ("edit", "pattern"),
    [
        (lambda found: found[0]["values"][0].update(value="171"), "has value '170', not '171'"),
        (lambda found: found[0]["values"][1].update(quantity_id="q1_none"), "no such quantity|none of its values"),
        (lambda found: found[0]["values"].reverse(), "order of time"),
        (lambda found: found[0].update(origins=2), "says 2 origins, the values make 1"),
        (lambda found: found[0]["conflicts"][0]["second"].update(text="172 %"), "none of its values"),
        (lambda found: found[0]["conflicts"].clear(), "says 1 conflicts, ledger.jsonl has 0"),
        (lambda found: found.clear(), "says 1"),
        (lambda found: found[0]["values"][0].update(said="2026-09-02T00:00:00Z"), "was not said at"),
    ],
)
def test_verify_finds_a_forged_ledger(folder, edit, pattern):
    change(folder, "ledger.jsonl", edit)
    assert only(folder, pattern), messages(folder)


def test_an_edition_of_version_1_0_needs_no_ledger(folder):
    edition = json.loads((folder / "edition.json").read_bytes())
    edition["schema_version"] = "1.0"
    for name in ("ledger", "conflicts"):
        del edition["counts"][name]
    del edition["files"]["ledger.jsonl"]
    (folder / "ledger.jsonl").unlink()
    (folder / "edition.json").write_text(json.dumps(edition), encoding="utf-8")
    assert messages(folder) == []


def test_all_who_say_it_together_are_printed_and_checked(edition, tmp_path):
    reading = edition.readings[0]
    text = next(a.text for a in edition.articles if a.id == reading.article_id)
    claim = next(c for c in reading.claims if c.holder is not None and c.holder.kind == "named")
    other = Holder(text[:4], 0, 4, "named")
    claims = tuple(replace(c, joint=(other,)) if c is claim else c for c in reading.claims)
    edition = replace(edition, readings=(replace(reading, claims=claims), *edition.readings[1:]))
    found = write(render(edition), edition.id, tmp_path)
    point(found, tmp_path)
    assert list(verify(found)) == []
    assert f"{claim.holder.text} and {other.text}," in (found / "digest.md").read_text(encoding="utf-8")
    change(found, "claims.jsonl", lambda rows: next(r for r in rows if r["joint"])["joint"].clear())
    assert "names a holder that the data do not" in " ".join(map(str, verify(found)))


@pytest.mark.parametrize(("voices", "fits"), [(0, False), (1, True), (3, True), (4, False)])
def test_who_says_it_together_may_be_a_voice_too(voices, fits):
    claims = [{"joint": [{"text": "Orla Venn"}]}, {}]  # the second of an edition that does not know of them
    assert (list(_voices("q", "no", voices, claims)) == []) is fits
