"""E-mail, mailboxes and web archives."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from pipeline.errors import ExtractError
from pipeline.extract.mail import split_mbox

TEXT = (
    "The port of Lorn has been closed since the storm, and the council\n"
    "says that it will stay closed until the new crane is there.\n"
)
JOINED = TEXT.replace("\n", " ").strip()
OWN = (
    "I do not believe a word of this letter, which is about our port again. The crane was ordered in May, and the\n"
    "council has paid for it. Whoever stood on the quay last week has seen that the ships are back."
)
"""More than a line or two."""


def message(text=TEXT, html=None, charset="utf-8", **headers):
    mail = EmailMessage()
    mail["From"] = "Mara Voss <mara@tide.example>"
    mail["To"] = "reader@home.example"
    mail["Subject"] = "A quiet port – été"
    mail["Date"] = "Tue, 03 Feb 2026 08:00:00 +0100"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    if text is not None:
        mail.set_content(text, charset=charset, cte="quoted-printable")
    if html is not None:
        if text is None:
            mail.set_content(html, subtype="html")
        else:
            mail.add_alternative(html, subtype="html")
    return mail.as_bytes()


def one(reader, body, **source):
    return reader.one(body, "letter.eml", "message/rfc822", **source)


def test_a_message(reader):
    article = one(reader, message(List_Id="Tide Letter <tide.list.example>"))
    assert article.text == JOINED
    assert article.title == "A quiet port – été"
    assert article.byline == "Mara Voss"
    assert article.outlet == "Tide Letter"
    assert article.published == datetime(2026, 2, 3, 7, tzinfo=UTC)
    assert article.kind == "email"


def test_charsets(reader):
    assert one(
        reader, message("Le port est fermé depuis l'été, dit le conseil réuni à Lorn. " * 2, charset="latin-1")
    ).text.startswith("Le port est fermé depuis l'été")


def test_quotes_are_someone_elses_words(reader):
    quoted = TEXT.replace("\n", "\n> ")
    reply = (
        "I do not believe a word of it, and neither does the town council.\n\nOn Monday Ilo Brandt wrote:\n"
        f"> {quoted}\n\n-- \nMara Voss\nThe Tide\n"
    )
    article = one(reader, message(reply))
    assert [article.text[s.start : s.end] for s in article.blockquotes] == [JOINED]
    assert article.text.startswith("I do not believe")
    assert [article.text[s.start : s.end] for s in article.asides] == [
        "On Monday Ilo Brandt wrote:",
        "Mara Voss\n\nThe Tide",
    ]


def test_a_quotation_in_a_quotation_stands_apart(reader):
    reply = (
        "I do not believe a word of it, and neither does the town council.\n\n"
        "On Mon, 9 Mar 2026 at 18:02, Ilo Brandt\n<ilo@lattice.example> wrote:\n\n"
        "> The port will close in June, say the people who work there.\n>\n"
        "> Le dim. 8 mars 2026 à 10:00, Odile Vasseur <odile@lattice.example> a écrit :\n"
        ">> Le port restera ouvert toute l'année, et il recrute.\n>\n> That is wrong, they recruit nobody.\n"
    )
    article = one(reader, message(reply))
    quotes = [article.text[s.start : s.end] for s in article.blockquotes]
    assert [quote.split("\n\n")[0][:12] for quote in quotes] == ["The port wil", "Le port rest", "That is wron"]
    header = "On Mon, 9 Mar 2026 at 18:02, Ilo Brandt <ilo@lattice.example> wrote:"
    assert article.text[article.asides[0].start : article.asides[0].end] == header


def test_forwarded_mail_is_someone_elses_words(reader):
    body = (
        f"{OWN}\n\n---------- Forwarded message ---------\n"
        f"From: Ilo Brandt <i@b.example>\nDate: Mon\nSubject: Port\n\n{TEXT}"
    )
    article = one(reader, message(body))
    (quote,) = article.blockquotes
    assert article.text[quote.start : quote.end].endswith(JOINED)
    assert [article.text[s.start : s.end] for s in article.asides] == [
        "From: Ilo Brandt <i@b.example>\n\nDate: Mon\n\nSubject: Port"
    ]


def test_an_attached_message_is_quoted(reader):
    outer = EmailMessage()
    outer["From"], outer["Subject"], outer["To"] = "a@b.example", "Fwd", "c@d.example"
    outer.set_content("Look at this one, it is about our port again, and it is worse.")
    inner = EmailMessage()
    inner["Subject"] = "Port"
    inner.set_content(TEXT)
    outer.add_attachment(inner)
    article = one(reader, outer.as_bytes())
    assert [article.text[s.start : s.end] for s in article.blockquotes] == [JOINED]


def test_html_is_read_where_the_text_part_is_only_a_hint(reader):
    cell = f"<td><p>{JOINED}</p><p>{JOINED}</p></td>"
    html = f"<html><body><div style='display:none'>preheader</div><table><tr>{cell}</tr></table></body></html>"
    article = one(reader, message("View this e-mail in your browser.", html))
    assert article.text == f"{JOINED}\n\n{JOINED}"
    assert one(reader, message(None, html)).text == article.text


def test_the_text_part_is_read_where_it_is_the_message(reader):
    assert one(reader, message(TEXT, f"<p>{JOINED}</p>")).text == JOINED


def test_a_message_without_text(reader):
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["To"] = "a@b.example", "x", "c@d.example"
    mail.add_attachment(b"\x00\x01", maintype="application", subtype="zip", filename="x.zip")
    with pytest.raises(ExtractError) as caught:
        reader.read(mail.as_bytes(), "letter.eml", "message/rfc822")
    assert caught.value.kind == "no_text"


def test_broken_headers_and_charsets_do_no_harm(reader):
    raw = (
        b"From: =?utf-8?q?bad=ff?= <>\nTo: x\nSubject: \xff\xfe\nDate: soon\n"
        b"Content-Type: text/plain; charset=bogus\n\n" + TEXT.encode()
    )
    article = one(reader, raw)
    assert article.text == JOINED
    assert article.published is None


def test_a_mailbox_is_its_messages(reader):
    second = message(
        TEXT.replace("Lorn", "Essen") + "From here on it is quiet in the port, and the gulls have it for themselves.\n"
    )
    box = b"".join(
        b"From x@y.example Mon Jan  1 00:00:00 2026\n" + part.replace(b"\nFrom ", b"\n>From ") + b"\n"
        for part in (message(), second, message("Hi.\n"))
    )
    found = reader.read(box, "all.mbox", "application/mbox")
    assert [article.text[:16] for article in found.articles] == ["The port of Lorn", "The port of Esse"]
    assert "\n\nFrom here on" in found.articles[1].text or " From here on" in found.articles[1].text
    assert [drop.reason for drop in found.dropped] == ["too_short"]
    assert len({article.id for article in found.articles}) == 2


def test_mailbox_separators_need_a_header_behind_them():
    box = b"From a@b Mon\nSubject: x\n\nFrom the sea it came.\n\nFrom c@d Tue\nSubject: y\n\nend\n"
    assert [part[:10] for part in split_mbox(box)] == [b"Subject: x", b"Subject: y"]


# ---------------------------------------------------------------- archives


def archive(*records):
    parts = []
    for url, status, media, body in records:
        http = f"HTTP/1.0 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-02-03T04:05:06Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{len(parts)}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        parts.append(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    return b"".join(parts)


def test_archived_pages_are_articles(reader):
    page = f"<html><body><article><h1>Port</h1>{f'<p>{JOINED}</p>' * 4}</article></body></html>".encode()
    body = archive(
        ("https://tide.example/a", "200 OK", "text/html; charset=utf-8", page),
        ("https://tide.example/b", "404 Not Found", "text/html", page),
        ("https://tide.example/c.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://tide.example/d", "200 OK", "text/html", b"%PDF-1.4"),
        ("https://tide.example/e", "200 OK", "text/html", b" "),
    )
    found = reader.read(body, "crawl.warc.gz", "application/warc")
    assert [article.url for article in found.articles] == ["https://tide.example/a"]
    assert [(drop.reason, drop.item[-1]) for drop in found.dropped] == [
        ("http_404", "b"),
        ("not_text", "g"),
        ("empty", "e"),
    ]
    assert [failure.kind for failure in found.failures] == ["binary"]


def test_a_broken_archive(reader):
    with pytest.raises(ExtractError) as caught:
        reader.read(b"WARC/1.0\r\nbroken", "crawl.warc", "application/warc")
    assert caught.value.kind == "malformed"


def test_a_broken_header_in_a_mailbox_costs_no_message(reader):
    line = "From ana@lorn.example Sun Mar  1 12:00:00 2026\n"
    words = "The council of Lorn has counted its wells, and two of them are dry since the month of May.\n\n"
    box = (
        f"{line}From: Ana <ana@lorn.example>\nSubject: Wells\n\n{words}{line}no header at all\nSubject: Two\n\n{words}"
    )
    assert len(reader.read(box, "box.mbox", "application/mbox").articles) == 2
