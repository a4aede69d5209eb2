"""Forwarded mail: who only passes a message on has not written it."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

FIRST = "The port of Lorn has been closed since the storm, and the council says that it will stay closed until June."
SECOND = "No ship has called there since, and the new crane lies in its boxes on the quay, where nobody needs it."
NEWS = f"{FIRST}\n\n{SECOND}\n"
OWN = (
    "I do not believe a word of this letter, which is about our port again. The crane was ordered in May, and the\n"
    "council has paid for it. Whoever stood on the quay last week has seen that the ships are back."
)
DAY = datetime(2026, 2, 2, tzinfo=UTC).date()


def mail(text=None, html=None, subject="Fwd: The port", sender="Petra Quill <petra@home.example>"):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "reader@home.example", subject
    message["Date"] = "Tue, 03 Feb 2026 08:00:00 +0000"
    message.set_content(text if html is None else html, subtype="plain" if html is None else "html")
    return message.as_bytes()


def one(reader, body):
    return reader.one(body, "letter.eml", "message/rfc822")


APPLE = (
    "Begin forwarded message:\n\nFrom: Mara Voss <m@tide.example>\nSubject: The port\nDate: 2 February 2026 at 09:00\n"
)
GMAIL = (
    "---------- Forwarded message ---------\nFrom: Mara Voss <m@tide.example>\nDate: Mon, Feb 2, 2026 at 9:00 AM\n"
    "Subject: The port\nTo: <petra@home.example>\n"
)
THUNDERBIRD = (
    "-------- Weitergeleitete Nachricht --------\nBetreff: \tThe port\nDatum: \tMon, 2 Feb 2026 09:00:00 +0100\n"
    "Von: \tMara Voss <m@tide.example>\nAn: \tpetra@home.example\n"
)
GERMAN = (
    "Von: Mara Voss <m@tide.example>\nGesendet: Montag, 2. Februar 2026 09:00\nAn: Petra Quill\nBetreff: The port\n"
)
FRENCH = (
    "________________________________\nDe\u00a0: Mara Voss <m@tide.example>\nEnvoyé\u00a0: lundi 2 février 2026 09:00\n"
    "À\u00a0: Petra Quill\nObjet\u00a0: The port\n"
)
SPANISH = (
    "De: Mara Voss <m@tide.example>\nEnviado el: lunes, 2 de febrero de 2026 9:00\nPara: Petra\nAsunto: The port\n"
)
RUSSIAN = (
    "-------- Пересылаемое сообщение --------\nОт: Mara Voss <m@tide.example>\nДата: 2 февраля 2026\nТема: The port\n"
)
JAPANESE = "差出人: Mara Voss <m@tide.example>\n日時: 2026年2月2日 9:00\n宛先: Petra\n件名: The port\n"


@pytest.mark.parametrize("header", [APPLE, GMAIL, THUNDERBIRD, GERMAN, FRENCH, SPANISH, RUSSIAN, JAPANESE])
@pytest.mark.parametrize("note", ["", "FYI\n\n", "Look at this one.\n\nPetra\n\n"])
def test_who_only_passes_a_message_on_has_not_written_it(reader, claims_area, header, note):
    article = one(reader, mail(f"{note}{header}\n{NEWS}"))
    assert (article.byline, article.outlet, article.title) != ("Petra Quill", "Petra Quill", "Fwd: The port")
    assert (article.byline, article.title) == ("Mara Voss", "The port")
    assert article.published.date() == DAY
    assert claims_area(article) == [FIRST, SECOND]
    assert article.blockquotes == ()


def test_forwarded_html(reader, claims_area):
    head = (
        "<p>FYI</p><div><b>From:</b> Mara Voss &lt;m@tide.example&gt;<br><b>Sent:</b> Monday, 2 February 2026<br>"
        "<b>To:</b> Petra<br><b>Subject:</b> The port</div>"
    )
    article = one(reader, mail(html=f"{head}<p>{FIRST}</p><p>{SECOND}</p>"))
    assert (article.byline, article.title) == ("Mara Voss", "The port")
    assert claims_area(article) == [FIRST, SECOND]


def test_html_that_quotes_what_it_forwards(reader):
    head = "<div>Begin forwarded message:</div><div><b>From: </b>Mara Voss &lt;m@tide.example&gt;</div>"
    fields = "<div><b>Subject: </b>The port</div><div><b>Date: </b>2 February 2026</div>"
    body = f'<p>FYI</p><blockquote type="cite">{head}{fields}<p>{FIRST}</p><p>{SECOND}</p></blockquote>'
    article = one(reader, mail(html=body))
    assert (article.byline, article.blockquotes) == ("Mara Voss", ())


@pytest.mark.parametrize("header", [APPLE, GMAIL, THUNDERBIRD, GERMAN, FRENCH])
def test_who_has_more_to_say_writes_and_quotes(reader, claims_area, header):
    article = one(reader, mail(f"{OWN}\n\n{header}\n{NEWS}"))
    assert (article.byline, article.title) == ("Petra Quill", "Fwd: The port")
    (quote,) = article.blockquotes
    assert article.text[quote.start : quote.end].endswith(f"{FIRST}\n\n{SECOND}")
    assert claims_area(article) == [OWN.replace("\n", " "), FIRST, SECOND]


def test_a_short_reply_is_its_writers(reader):
    article = one(reader, mail(f"That is wrong, as anybody can see.\n\n{GERMAN}\n{NEWS}", subject="AW: The port"))
    assert article.byline == "Petra Quill"
    assert len(article.blockquotes) == 1


def test_what_was_forwarded_twice_is_its_first_senders(reader, claims_area):
    second = GMAIL.replace("Mara Voss", "Ilo Brandt").replace("The port", "Fwd: The port")
    article = one(reader, mail(f"FYI\n\n{second}\nSee below.\n\n{GERMAN}\n{NEWS}"))
    assert article.byline == "Mara Voss"
    assert claims_area(article) == [FIRST, SECOND]


def test_a_message_attached_whole(reader, claims_area):
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Mara Voss <m@tide.example>", "The port"
    inner["Date"] = "Mon, 02 Feb 2026 09:00:00 +0000"
    inner.set_content(NEWS)
    outer = EmailMessage()
    outer["From"], outer["Subject"], outer["To"] = "Petra Quill <petra@home.example>", "Fwd: The port", "c@d.example"
    outer.set_content("Look at this one.")
    outer.add_attachment(inner)
    article = one(reader, outer.as_bytes())
    assert (article.byline, article.title) == ("Mara Voss", "The port")
    assert claims_area(article) == [FIRST, SECOND]


def test_a_letter_that_is_printed_ends_nobodys_text(reader):
    printed = f"{OWN}\n\nFrom: Mara Voss\nDate: 2 February 2026\nSubject: The port\n\n{NEWS}\nSo far the letter. {OWN}"
    article = one(reader, mail(printed, subject="Letter 7: What the port costs"))
    assert (article.byline, article.blockquotes) == ("Petra Quill", ())
