import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import schema, wire

ANY = st.text(st.characters(codec="utf-8"), max_size=30)


def rows(data):
    return [json.loads(line) for line in data.split(b"\n")[:-1]]


def test_a_claim_carries_everything_of_the_contract(edition):
    claim = rows(wire.lines(wire.claims(wire.EditionIndex(edition))))[0]
    contract = (
        "id article_id start end text language holder attribution quoted negated hedged hedges quantities entities "
        "score stances family_id"
    )
    assert set(contract.split()) <= set(claim)
    assert claim["holder"]["text"] == "Mara Voss"
    assert claim["attribution"] == [
        {
            "source": {"text": "Mara Voss", "start": 98, "end": 107},
            "cue": {"text": "wrote", "start": 92, "end": 97},
            "kind": "direct",
            "commitment": "asserts",
        }
    ]
    assert claim["stances"] == [{"question_id": "wall", "label": "no", "probability": 0.9, "leaning": None}]
    assert claim["score"] == 0.9877


def test_an_article_carries_everything_of_the_contract(edition):
    articles = rows(wire.lines(wire.articles(wire.EditionIndex(edition))))
    contract = "id source_id url title byline outlet published fetched kind language text sections raw_sha256 origin"
    assert all(set(contract.split()) <= set(article) for article in articles)
    assert articles[1]["origin"]["role"] == "translation"
    assert articles[1]["origin"]["of"] == articles[0]["id"]
    assert articles[0]["published"] == "2026-09-01T00:00:00Z"
    assert articles[3]["published"] is None


def test_a_quantity_names_its_claim_and_its_comparison(edition):
    quantity = rows(wire.lines(wire.quantities(wire.EditionIndex(edition))))[0]
    claims = {claim["id"]: claim for claim in rows(wire.lines(wire.claims(wire.EditionIndex(edition))))}
    assert quantity["value"] == "170"
    assert quantity["id"] in claims[quantity["claim_id"]]["quantities"]
    assert quantity["comparison"]["baseline"]["text"] == "its base version"
    assert quantity["comparison"]["measure"] is None


def test_spans_count_code_points_beyond_the_basic_plane(builder):
    article = builder.article("北都通信", "𠮷", "𠮷野は「壁はない」と述べた。🙂 終わり。", lang="ja", day="2026-09-01")
    builder.claim(article, "壁はない", "no")
    edition = builder.edition()
    claim = rows(wire.lines(wire.claims(wire.EditionIndex(edition))))[0]
    assert edition.articles[0].text[claim["start"] : claim["end"]] == "壁はない"
    assert claim["start"] == 4


@pytest.mark.parametrize(
    ("value", "spelt"),
    [
        ("1E+9", "1000000000"),
        ("0.10", "0.1"),
        ("-0.0", "0"),
        ("170", "170"),
        ("1.5E-7", "0.00000015"),
        ("-3.20", "-3.2"),
    ],
)
def test_decimals_are_plain_strings(value, spelt):
    assert wire.decimal(Decimal(value)) == spelt


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
@settings(max_examples=60, deadline=None)
def test_a_decimal_keeps_its_value(value):
    assert Decimal(wire.decimal(value) or "") == value


def test_times_are_utc_whatever_their_zone():
    eastern = timezone(timedelta(hours=9))
    assert wire.instant(datetime(2026, 1, 1, 8, tzinfo=eastern)) == "2025-12-31T23:00:00Z"
    assert wire.instant(datetime(987, 1, 1, tzinfo=UTC)) == "0987-01-01T00:00:00Z"


@given(st.lists(st.dictionaries(ANY, ANY, max_size=3), max_size=4))
@settings(max_examples=60, deadline=None)
def test_one_object_stays_one_line_for_every_reader(objects):
    data = wire.lines(objects)
    assert [json.loads(line) for line in data.decode().splitlines()] == objects


def test_a_lone_surrogate_costs_no_more_than_itself():
    assert wire.lines([{"text": "a\ud800b"}]) == b'{"text":"a?b"}\n'


def test_a_probability_that_is_no_number_is_refused(edition):
    reading = edition.readings[0]
    broken = replace(reading, claims=(replace(reading.claims[0], score=float("nan")),))
    index = wire.EditionIndex(replace(edition, readings=(broken,)))
    with pytest.raises(ValueError, match="JSON"):
        wire.lines(wire.claims(index))


def test_an_article_that_was_never_compared_stands_for_itself(edition):
    bare = replace(edition, analysis=replace(edition.analysis, origins=(), families=(), stances=()), readings=())
    index = wire.EditionIndex(bare)
    row = rows(wire.lines(wire.articles(index)))[0]
    assert row["origin"] == {"family_id": row["id"], "role": "unknown", "of": None, "evidence": []}
    assert row["language"] == {"code": "und", "confidence": 0.0}


def test_totals_name_every_label(edition):
    question = wire.stances(edition)["questions"][0]
    assert list(question["totals"]) == ["yes", "no", "mixed", "none", "abstain"]
    assert question["totals"]["no"] == {"claims": 3, "articles": 3, "voices": 2, "origins": 2}
    assert question["totals"]["mixed"]["claims"] == 0


@pytest.mark.parametrize("name", schema.names())
def test_schemas_are_schemas_and_describe_every_field(name):
    validator = schema.validator(name)
    validator.check_schema(validator.schema)
    assert list(undescribed(validator.schema, name)) == []


def undescribed(node, path):
    if isinstance(node, dict):
        for key, inner in (node.get("properties") or {}).items():
            if "$ref" not in inner and not inner.get("description"):
                yield f"{path}/{key}"
        for key, inner in node.items():
            yield from undescribed(inner, f"{path}/{key}")


def test_the_schemas_say_what_a_span_counts():
    for name in ("articles", "claims", "quantities"):
        assert b"code point" in schema.source(name)


def test_every_published_field_is_in_the_schema(edition):
    index = wire.EditionIndex(edition)
    for name, rows_of in (("articles", wire.articles), ("claims", wire.claims), ("quantities", wire.quantities)):
        for row in rows_of(index):
            assert set(row) == set(schema.validator(name).schema["properties"])
    for name, document in (("stances", wire.stances(edition)), ("changes", wire.changes(edition))):
        assert set(document) == set(schema.validator(name).schema["properties"])
    assert set(wire.edition(index, {})) == set(schema.validator("edition").schema["properties"])


def test_stances_carry_everything_of_the_contract(edition):
    (question,) = wire.stances(edition)["questions"]
    assert {"id", "text", "totals", "groups", "positions", "drift"} <= set(question)
    (group, *_), (position, *_), (drift,) = question["groups"], question["positions"], question["drift"]
    contract = "id label key_point claim_ids voices origins languages first_seen last_seen"
    assert set(contract.split()) <= set(group)
    assert group["key_point"] == "Anyone who tells you that scaling has hit a wall is wrong"
    assert (group["first_seen"], group["last_seen"]) == ("2026-09-01T00:00:00Z", "2026-09-03T00:00:00Z")
    assert [(entry["date"], entry["label"]) for entry in position["entries"]] == [
        ("2026-09-01T00:00:00Z", "no"),
        ("2026-10-20T00:00:00Z", "yes"),
    ]
    assert position["changes"] == [1]
    assert drift["variants"][0]["verdict"] == "altered"
    assert drift["variants"][0]["differences"] == [
        {"kind": "term", "original": "a wall", "variant": "un goulot d'étranglement"}
    ]


def test_the_edition_says_how_each_source_fared_and_what_failed(edition):
    document = wire.edition(wire.EditionIndex(edition), {"b": b"2", "a": b"1"})
    assert [(one["source_id"], one["status"]) for one in document["sources"]] == [
        ("the-lattice", "ok"),
        ("far-feed", "failed"),
    ]
    assert document["failures"][0]["message"] == "no text was found; look at the page"
    assert document["dropped"] == [{"reason": "off topic", "item": "garden.html"}]
    assert document["models"] == {"encoder": "r1"}
    assert list(document["files"]) == ["a", "b"]
    assert document["previous"] == "e1_fedcba9876543210"


def test_the_edition_counts_what_it_holds(edition):
    counts = wire.edition(wire.EditionIndex(edition), {})["counts"]
    assert counts == {
        "articles": 5,
        "claims": 8,
        "quantities": 2,
        "ledger": 1,
        "conflicts": 1,
        "claim_families": 8,
        "article_families": 4,
        "sources": 2,
        "failures": 1,
        "dropped": 1,
        "articles_by_language": {"ar": 1, "en": 2, "fr": 1, "ja": 1},
        "passages_dropped": {"question": 5},
    }


def test_changes_name_both_editions(edition):
    document = wire.changes(edition)
    assert (document["edition"], document["previous"]) == (edition.id, edition.previous)
    assert document["changes"][1] == {
        "kind": "moved",
        "what": "position",
        "id": "p1_0",
        "label": "Mara Voss",
        "detail": "from no to yes",
        "late": False,
    }


def test_documents_are_readable_and_end_with_a_newline(edition):
    data = wire.document(wire.stances(edition)).decode()
    assert data.endswith("}\n")
    assert "un goulot d'étranglement" in data
    assert json.loads(data) == wire.stances(edition)


def test_the_order_of_readings_does_not_change_a_row(edition):
    turned = replace(edition, readings=edition.readings[::-1])
    first, second = (wire.lines(wire.claims(wire.EditionIndex(one))) for one in (edition, turned))
    assert sorted(first.splitlines()) == sorted(second.splitlines())
