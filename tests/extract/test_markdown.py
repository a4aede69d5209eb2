"""Markdown, front matter, and the dialects of site generators."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.frontmatter import split_front_matter
from pipeline.extract.furniture import mark
from pipeline.extract.markdown import looks_like_markdown, markdown_blocks
from pipeline.extract.templates import remove_templates


def text(source: str) -> str:
    return "\n\n".join(block.text for block in markdown_blocks(source) if block.kind != "rule")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The *new* port __is__ **open**.", "The new port is open."),
        ("See [the report](https://a.example/r) now.", "See the report now."),
        ("![a ship](ship.png)It sailed.", "It sailed."),
        (r"Sales rose 5\% in 2029\. A \- B", "Sales rose 5% in 2029. A - B"),
        ("2 \\* 3 and file\\_name", "2 * 3 and file_name"),
        ("snake_case_name stays", "snake_case_name stays"),
        ("Tom &amp; Ina&nbsp;Falk", "Tom & Ina Falk"),
        ("One line\nof a sentence\nthat was wrapped.", "One line of a sentence that was wrapped."),
        ("一行は\n二行に続く。", "一行は二行に続く。"),
        ("A claim.[^1]\n\n[^1]: The note says so.", "A claim.\n\nThe note says so."),
        ("A claim.<!-- hidden --> More.", "A claim. More."),
        ("It is ~~not~~ so.", "It is not so."),
        ("It is ==marked== so.", "It is marked so."),
        ("[TOC]\n\nText here.", "Text here."),
        ("{: .lead}\n\nText here.", "Text here."),
        ("Text here.{: #id .class}", "Text here."),
        ("The `code` is short.", "The code is short."),
        ("<p>Half <b>HTML</b></p>\n\nhalf *not*.", "Half HTML\n\nhalf not."),
        ("It said (https://a.example/x) so.", "It said so."),
        ("A [[Harbor|the harbor]] and [[Pier]].", "A the harbor and Pier."),
        ("Before[1](#footnote-1){#footnote-anchor-1 .footnote-anchor} after.", "Before after."),
    ],
)
def test_residue_goes(source, expected):
    assert text(source) == expected


def test_emphasis_that_a_converter_broke_is_repaired():
    source = "**The port grows:  \n**_…so says the council…  \n_ The port of Lorn has grown."
    assert text(source) == "The port grows:\n\n…so says the council… The port of Lorn has grown."
    assert "*" not in text("**Open bold and no end.\n\nNext *paragraph.")


def test_rules_glued_to_text_part_sections():
    kinds = [block.kind for block in markdown_blocks("One story.  \n  \n*****  \n  \nAnother story.")]
    assert kinds == ["para", "rule", "para"]
    assert text("Not a heading\n---\nText") == "Not a heading\n\nText"


def test_lists_become_paragraphs():
    assert text("Reasons:\n\n  * one  \n\n  * two\n    * three") == "Reasons:\n\none\n\ntwo\n\nthree"


def test_one_paragraph_per_line_is_kept_apart():
    line = "The council has decided that the breakwater is to be built this year. " * 4
    assert len(markdown_blocks(f"{line.strip()}\n{line.strip()}\nSee [x](https://a.example/).")) == 2


def test_an_address_on_its_own_line_hangs_on_the_word_before():
    (block,) = markdown_blocks("The port is open,\nhttps://a.example/port\nand it is busy.")
    assert block.text == "The port is open, and it is busy."
    assert [(block.text[a:b], url) for a, b, url in block.links] == [("open", "https://a.example/port")]


def test_quotations_are_marked_and_callouts_are_not():
    blocks = markdown_blocks("> Someone else's words.\n\nMine.\n\n> [!note] In short\n> My own box.\n")
    assert [(block.text, block.quoted) for block in blocks] == [
        ("Someone else's words.", True),
        ("Mine.", False),
        ("In short", False),
        ("My own box.", False),
    ]


def test_shortcodes_go_but_their_prose_stays_as_a_quotation():
    source = 'Intro.\n\n{{< note body="He said \\"no\\".<br>And left." user="x" color="#fff">}}\n\n{{% ref "/a" %}}'
    assert text(source) == 'Intro.\n\n@x:\n\nHe said "no".\n\nAnd left.'
    blocks = markdown_blocks('{{<replyQuote body="I doubt it." userName="tern">}}')
    assert [(block.text, block.quoted) for block in blocks] == [("@tern:", 1), ("I doubt it.", 1)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{% if web %}Shown.{% endif %}", "Shown."),
        ("Dear {{ name | title }}, hello.", "Dear , hello."),
        ("::: {.note}\nBody.\n:::", "Body."),
        ("/// note | Mind this\nBody.\n///", "**Mind this**\n\nBody."),
        ('/// series\ntag = "x"\n///\nBody.', "Body."),
        ("f{x} in LaTeX {{a}{b}}", "f{x} in LaTeX {{a}{b}}"),
    ],
)
def test_template_code(source, expected):
    assert remove_templates(source).strip() == expected


def test_code_fences_are_left_alone_and_are_asides():
    source = "Text.\n\n```\n{{ x }} **y**\n```\n\nMore."
    assert "{{ x }} **y**" in remove_templates(source)
    assert [block.kind for block in markdown_blocks(source)] == ["para", "code", "para"]


def test_html_by_another_name_is_read_as_html():
    source = "<p>One.</p>\n\n    <div><p>Two,\n\n    still two.</p></div>\n<p>Three.</p>"
    assert text(source) == "One.\n\nTwo, still two.\n\nThree."


@pytest.mark.parametrize(
    "source",
    [
        "# Title\n\nText",
        "See [x](https://a.example/)",
        "{{< fig >}}",
        "<p>a</p>",
        "**bold** and \\- escape",
        "```\nx\n```",
    ],
)
def test_markdown_is_recognised(source):
    assert looks_like_markdown(source)


@pytest.mark.parametrize("source", ["Plain words.", "5 * 3 = 15", "#ChatGPT is a tag", "a_b [c] (d)", "- a\n- b\n- c"])
def test_plain_text_is_not_markdown(source):
    assert not looks_like_markdown(source)


@given(st.text(st.sampled_from("ab *_[]()<>{}`#>-|~!\\\n:./&;%=^\"'"), max_size=120))
@settings(max_examples=150, deadline=None)
def test_any_markdown_can_be_read(source):
    for block in markdown_blocks(source):
        assert "\n" not in block.text
        assert block.text == block.text.strip()
        assert all(0 <= a < b <= len(block.text) for a, b, _ in block.links)


# ---------------------------------------------------------------- front matter


def test_yaml_front_matter():
    front = split_front_matter(
        '---\ntitle: "The wall: a view"\nauthors:\n  - name: Mara Voss\n  - Ilo Brandt\ndate: 2025-02-03\n---\nBody.'
    )
    assert front.text("title") == "The wall: a view"
    assert front.text("author") == "Mara Voss, Ilo Brandt"
    assert front.raw("date") == date(2025, 2, 3)
    assert front.body == "Body."


@pytest.mark.parametrize("fence", ["+++", "---"])
def test_toml_front_matter_also_between_the_wrong_fences(fence):
    front = split_front_matter(f'{fence}\ntitle = "A wall"\ntags = ["x", "Newsletter"]\n{fence}\nBody.')
    assert front.text("title") == "A wall"
    assert front.mentions("newsletter")


def test_broken_front_matter_is_read_line_by_line():
    front = split_front_matter("---\ntitle: a: b: c\ndate: [\n---\nBody.")
    assert front.text("title") == "a: b: c"
    assert front.body == "Body."


def test_header_of_a_page_saver():
    front = split_front_matter(
        "Title: A wall\n\nURL Source: https://a.example/w\n\n"
        "Published Time: 2025-02-03T10:00:00Z\n\nMarkdown Content:\nBody."
    )
    assert (front.text("title"), front.text("url"), front.body) == ("A wall", "https://a.example/w", "Body.")


def test_no_front_matter():
    assert split_front_matter("---\n\nA rule, then text.").fields == {}
    assert split_front_matter("Title: is a word.\n\nText").body.startswith("Title:")
    assert split_front_matter("---\n" + "x: y\n" * 20_000 + "---\n").fields == {}


def test_front_matter_becomes_metadata_and_never_text(reader, paragraphs, claims_area):
    article = reader.one(
        "---\ntitle: The quiet port\nauthor: Mara Voss\ndate: 2025-02-03T08:00:00+01:00\n"
        "url: https://harbor.example/p?utm_source=x\npublication: The Tide\nlang: fr\n---\n"
        "# The quiet port\n\nThe port of Lorn has been quiet since the storm took its crane in the autumn.\n"
    )
    assert article.title == "The quiet port"
    assert article.byline == "Mara Voss"
    assert article.published == datetime(2025, 2, 3, 7, tzinfo=UTC)
    assert article.url == "https://harbor.example/p"
    assert article.outlet == "The Tide"
    assert article.language_hint == "fr"
    assert "title:" not in article.text
    assert paragraphs(article)[0] == "The quiet port"
    assert claims_area(article) == ["The port of Lorn has been quiet since the storm took its crane in the autumn."]


@pytest.mark.parametrize(
    "source",
    [
        "> " * 60 + "x",
        "a |" * 120 + "!",
        "a > " * 100 + ".",
        "{{<" * 20_000 + " x",
        '{{< a="' * 5_000,
        "{%" * 20_000,
        "_a " * 10_000,
        "*a " * 10_000,
        "https://a.example/" + "_" * 20_000 + " x",
        "." * 30_000 + "x",
        "w" * 60_000 + "\nhttps://a.example/",
        "\n" * 30_000,
    ],
)
def test_hostile_text_costs_little(source, processor_seconds):
    assert processor_seconds(lambda: mark(markdown_blocks(source))) < 3
