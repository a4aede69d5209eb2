"""Whose words a quoted or forwarded message holds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.encode import Tagger
from pipeline.extract import Extractor, ExtractSettings
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.rules.bylines import header_sender, line_author, reply_sender, speech_heading
from pipeline.records import Claim, Fetched, Source, Span

NAMED = [
    ("On Mon, 9 Mar 2026 at 18:02, Tomas Reik <tomas@orvane.example> wrote:", "Tomas Reik"),
    ("On Monday, Tomas Reik wrote:", "Tomas Reik"),
    ("Am Montag, 9. März 2026 um 18:02 schrieb Petra Wiegold <petra@orvane.example>:", "Petra Wiegold"),
    ("Am 09.03.2026 um 18:02 Uhr schrieb Petra Wiegold:", "Petra Wiegold"),
    ("Le lun. 9 mars 2026 à 18:02, Odile Vasseur <odile@orvane.example> a écrit :", "Odile Vasseur"),
    ("El lun, 9 mar 2026 a las 18:02, Inés Calvero <ines@orvane.example> escribió:", "Inés Calvero"),
    ("Il giorno lun 9 mar 2026 alle ore 18:02 Dario Menti <dario@orvane.example> ha scritto:", "Dario Menti"),
    ("Op ma 9 mrt 2026 om 18:02 schreef Joost Veldkamp <joost@orvane.example>:", "Joost Veldkamp"),
    ("2026年3月9日(月) 18:02 佐倉ミナ <mina@orvane.example>:", "佐倉ミナ"),
    ("林可 <ke@orvane.example> 于2026年3月9日周一 18:02写道：", "林可"),
    ("2026년 3월 9일 (월) 오후 6:02, 한가온 <gaon@orvane.example>님이 작성:", "한가온"),
    ("пн, 9 мар. 2026 г. в 18:02, Нина Ольхова <nina@orvane.example>:", "Нина Ольхова"),
    ("The minister wrote three letters:", None),
    ("On Mon, 9 Mar 2026 at 18:02, tomas@orvane.example wrote:", "tomas@orvane.example"),
]


@pytest.mark.parametrize(("line", "name"), NAMED, ids=[line[:24] for line, _ in NAMED])
def test_a_reply_line_names_the_writer(line, name):
    text = f"Before.\n\n{line}\n\nAfter."
    found = reply_sender(text, Span(9, 9 + len(line)))
    assert (text[found.start : found.end] if found else None) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("From: Ilse Brandmoor <ilse@orvane.example>", "Ilse Brandmoor"),
        ("Von: Petra Wiegold", "Petra Wiegold"),
        ("差出人： 佐倉ミナ", "佐倉ミナ"),
        ("From the start it was wrong", None),
    ],
)
def test_a_header_names_the_sender(line, name):
    found = header_sender(line, Span(0, len(line)))
    assert (line[found.start : found.end] if found else None) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [("@quiet_otter7:", "quiet_otter7"), ("Mara Voss:", "Mara Voss"), ("Note:", None), ("The point is this:", None)],
)
def test_a_line_above_a_post_names_its_writer(line, name):
    found = line_author(line, Span(0, len(line)))
    assert (line[found.start : found.end] if found else None) == name


SPEECHES = [
    ("Mara Voss's remarks", "Mara Voss"), ("Statement of Mara Voss", "Mara Voss"),
    ("Rede von Petra Wiegold", "Petra Wiegold"),
    ("Intervention d'Odile Vasseur", "Odile Vasseur"), ("Intervención de Inés Calvero", "Inés Calvero"),
    ("Intervento di Dario Menti", "Dario Menti"), ("Discurso de Inês Calvero", "Inês Calvero"),
    ("Toespraak van Lieke Veldkamp", "Lieke Veldkamp"), ("Выступление Нины Ольховой", "Нины Ольховой"),
    ("一、林可的发言", "林可"), ("11、林可的回答", "林可"), ("佐倉ミナ氏の発言", "佐倉ミナ"),
    ("한가온의 발언", "한가온"),
    ("Mara Voss's answer to the crisis", None), ("The answer", None), ("市场的变化", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "name"), SPEECHES, ids=[line for line, _ in SPEECHES])
def test_a_heading_names_who_speaks_below(line, name):
    found = speech_heading(line, Span(0, len(line)))
    assert (line[found.start : found.end] if found else None) == name


def test_the_posts_of_a_thread_are_their_writers():
    posts = "".join(
        f'{{{{< commentQuote body="{words}" userName="{who}" createdAt="2026-01-02" >}}}}\n\n'
        for who, words in (
            ("quiet_otter7", "The new model fails at every clock that I tried. It cost forty dollars a month."),
            ("brinedeep", "My tests show the opposite, it reads nine clocks of ten. The price fell in May."),
        )
    )
    found = claims(f"+++\ntitle = 'Clocks'\n+++\n\n{posts}", "thread.md", "text/markdown")
    assert [(c.holder.text if c.holder else None, c.quoted) for c in found] == [
        ("quiet_otter7", "none"), ("quiet_otter7", "none"), ("brinedeep", "none"), ("brinedeep", "none"),
    ]  # fmt: skip


def test_a_speech_below_a_heading_is_quoted_to_its_end():
    text = (
        "# The hearing\n\nThe committee met on Tuesday in Harlow.\n\n## Mara Voss's remarks\n\n"
        "Costs fell by half in two years.\n\n### Chips\n\nWe need three new plants by 2028.\n\n"
        "## Weather\n\nIt rained all week in the north of the county.\n"
    )
    found = {c.text: (c.holder.text if c.holder else None, c.quoted) for c in claims(text, "h.md", "text/markdown")}
    assert found["Costs fell by half in two years."] == ("Mara Voss", "direct")
    assert found["We need three new plants by 2028."] == ("Mara Voss", "direct")
    assert found["It rained all week in the north of the county."] == (None, "none")


def test_each_depth_of_quotation_has_its_own_writer():
    mail = (
        "From: Lise Marchand <lise@kelbridge.example>\nSubject: bubble\nContent-Type: text/plain; charset=utf-8\n\n"
        "I do not share this view, spending stays low.\n\n"
        "On Mon, 9 Mar 2026 at 18:02, Odile Vasseur <odile@orvane.example> wrote:\n"
        "> The bubble will burst in 2027. Revenue fell by 12 percent.\n>\n"
        "> On Sun, 8 Mar 2026 at 10:00, Paul Brevent <paul@orvane.example> wrote:\n"
        ">> Revenue of the Quillon group doubled in a year.\n>\n> Revenue fell everywhere, you are wrong.\n"
    )
    assert {c.text: c.holder.text if c.holder else None for c in claims(mail)} == {
        "I do not share this view, spending stays low.": None,
        "The bubble will burst in 2027.": "Odile Vasseur",
        "Revenue fell by 12 percent.": "Odile Vasseur",
        "Revenue of the Quillon group doubled in a year.": "Paul Brevent",
        "Revenue fell everywhere, you are wrong.": "",
    }


@pytest.mark.parametrize(
    "header",
    [
        "---------- Forwarded message ---------\nFrom: Odile Vasseur <o@orvane.example>\nSubject: bubble\n",
        "-------- Weitergeleitete Nachricht --------\nBetreff: bubble\nVon: Odile Vasseur <o@orvane.example>\n",
        "Von: Odile Vasseur <o@orvane.example>\nGesendet: Montag\nBetreff: bubble\n",
    ],
)
@pytest.mark.parametrize("length", [1, 40])
def test_a_forwarded_message_is_its_senders_however_long_it_is(header, length):
    own = (
        "I do not share this view, spending stays low. Revenue of the Quillon group doubled in a year, and its plants "
        "run day and night. Orders came in from every port, and the bank knows that as well as I do."
    )
    mail = (
        "From: Lise Marchand <lise@kelbridge.example>\nSubject: Fwd: bubble\nContent-Type: text/plain\n\n"
        f"{own}\n\n{header}\n" + "The bubble will burst in 2027. Revenue fell by 12 percent.\n\n" * length
    )
    found = {c.text: c.holder.text if c.holder else None for c in claims(mail)}
    assert found["I do not share this view, spending stays low."] is None
    assert found["The bubble will burst in 2027."] == "Odile Vasseur"


def test_a_long_message_below_a_reply_is_its_writers():
    quoted = "> The bubble will burst in 2027. Revenue fell by 12 percent.\n>\n" * 30
    mail = (
        "From: Lise Marchand <lise@kelbridge.example>\nSubject: Re: bubble\nContent-Type: text/plain\n\n"
        f"Spending stays low.\n\nOn Mon, 9 Mar 2026 at 18:02, Odile Vasseur <odile@orvane.example> wrote:\n{quoted}"
    )
    found = {c.text: c.holder.text if c.holder else None for c in claims(mail)}
    assert (found["Spending stays low."], found["The bubble will burst in 2027."]) == (None, "Odile Vasseur")


def claims(text: str, name: str = "m.eml", media: str = "message/rfc822") -> tuple[Claim, ...]:
    now = datetime(2026, 3, 10, tzinfo=UTC)
    body = Fetched("s1", f"file:{name}", f"file:{name}", media, None, text.encode(), "0" * 64, now)
    with Extractor(ExtractSettings()) as extractor:
        (article,) = extractor.articles(body, Source(id="s1", kind="files", url="x", outlet="The Lattice")).articles
    return Reader(NlpSettings(), Tagger()).read(article).claims


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Nobody needs a larger model this year.\n\n-- Tomas Reik", "Tomas Reik"),
        ("en", "The next model will cost half as much.\n\n— Mara Voss, founder of Quillon", "Mara Voss"),
        ("zh", "大模型让我们更快编写优秀软件。\n\n-- 林可，奎隆项目的创始人", "林可"),
        ("de", "Kein Labor braucht dieses Jahr ein größeres Modell.\n\n– Petra Wiegold", "Petra Wiegold"),
        ("fr", "Les coûts ont baissé de moitié.\n\n— Je ne vois pas de mur.", None),
    ],
)
def test_a_name_on_the_next_line_signs_a_paragraph(language, text, who):
    reading = Reader(NlpSettings(), Tagger()).read_text(f"{text}\n\nThe weather was mild.", language)
    first = reading.claims[0]
    assert (first.holder.text if first.holder else None, first.quoted) == (who, "direct" if who else "none")
