"""E-mail: messages and mailboxes. Quotes and forwarded mail are kept as someone else's words."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from pipeline.errors import ExtractError
from pipeline.extract.blocks import Block, Draft
from pipeline.extract.clean import squeeze, strip_invisible, width
from pipeline.extract.dates import parse_date
from pipeline.extract.decode import decode
from pipeline.extract.dom import html_blocks
from pipeline.extract.forwards import cut, header_lines, unwrap
from pipeline.extract.markdown import looks_like_markdown, markdown_blocks
from pipeline.extract.plain import plain_blocks

_QUOTE = re.compile(r"^[ \t]*((?:>[ \t]?)+)")
_SIGNATURE = re.compile(r"^--[ \t]?$", re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+")
_MBOX_LINE = re.compile(
    rb"^From \S+[^\r\n]*\r?\n(?=[!-9;-~]{1,70}:)"
    rb"|^From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [^\r\n]{0,12}\d{4}[^\r\n]{0,12}\r?\n",
    re.MULTILINE,
)
"""What opens a message: a header follows it, or, where that is broken, it says itself when the message came."""
_REPLY_LINE = re.compile(
    r"^[ \t]*(?:(?:On|Am|Le|El|Il|Em|Op)[ ][^\n]{5,200}\n?[^\n]{0,80}\b"
    r"(?:wrote|schrieb|écrit|escribió|scritto|escreveu|schreef)\b[^\n]{0,80}"
    r"|[^\n]{0,120}<[^<>\s]+@[^<>\s]+>[^\n]{0,40})[ \t\u00a0]?[:：][ \t]*$",
    re.I | re.MULTILINE,
)
"""Who wrote what is quoted below: a line that many programs break once, or one that holds an address and a colon."""


def split_mbox(body: bytes) -> tuple[bytes, ...]:
    """Cut a mailbox into messages; ``>From`` is put back."""
    starts = [match.end() for match in _MBOX_LINE.finditer(body)]
    ends = [*(match.start() for match in _MBOX_LINE.finditer(body)), len(body)][1:]
    return tuple(body[start:end].replace(b"\n>From ", b"\nFrom ") for start, end in zip(starts, ends, strict=True))


def mail_draft(body: bytes, item: str) -> Draft:
    """Read a message.

    Raises:
        ExtractError: kind ``no_text`` if the message has no readable part.
    """
    message = message_from_bytes(body, policy=policy.default)
    plain, html, attached = _parts(message, item)
    if not plain.strip() and not html.strip() and not attached:
        raise ExtractError(f"{item}: the message has no text part; nothing to read", item=item, kind="no_text")
    blocks = _choose(plain, html)
    sender, address = parseaddr(_header(message, "from"))
    listed = _header(message, "list-id")
    draft = Draft(
        blocks=(*blocks, *attached),
        title=_header(message, "subject"),
        byline=sender or address or None,
        outlet=_list_name(listed) or sender or address or None,
        published=parse_date(_header(message, "date")),
        language=_header(message, "content-language").split(",")[0].strip() or None,
        newsletter=bool(listed or _header(message, "list-unsubscribe")),
        kind="email",
    )
    return unwrap(draft)


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as text; broken ones come back as far as they can be read."""
    try:
        value = message.get(name)
    except (ValueError, IndexError, AttributeError, TypeError):  # the parser trips over some malformed headers
        value = dict(message.raw_items()).get(name)
    return squeeze(str(value or "")).strip()


def _list_name(listed: str) -> str:
    """Return the human name of a List-Id, if it is one and not a number."""
    name = listed.split("<")[0].strip().strip("\"'")
    return name if " " in name and not re.search(r"[0-9a-f]{12}", name) else ""


def _parts(message: EmailMessage, item: str) -> tuple[str, str, tuple[Block, ...]]:
    """Return (plain text, HTML, blocks of attached messages)."""
    plain: list[str] = []
    html: list[str] = []
    attached: list[Block] = []
    inside: set[int] = set()
    for part in message.walk():
        if id(part) in inside:
            continue
        if part.get_content_type() == "message/rfc822" and part is not message:
            inside.update(id(child) for child in part.walk())
            attached += _attached(part, item)
        elif part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
            text = _content(part, item)
            (html if part.get_content_subtype() == "html" else plain).append(text)
    return "\n\n".join(plain), "\n".join(html), tuple(attached)


def _attached(part: EmailMessage, item: str) -> list[Block]:
    inner = part.get_payload(0) if part.is_multipart() else None
    if not isinstance(inner, EmailMessage):
        return []
    plain, html, attached = _parts(inner, item)
    blocks = (*_own_header(inner), *_choose(plain, html), *attached)
    return [replace(block, quoted=block.quoted + 1) for block in blocks]


def _own_header(message: EmailMessage) -> list[Block]:
    """Return the header of an attached message as lines, as programs print it above one that they forward."""
    if not _header(message, "from"):
        return []
    fields = ((name, _header(message, name)) for name in ("From", "Date", "Subject"))
    return [Block("para", f"{name}: {value}", aside="mail_header") for name, value in fields if value]


def _content(part: EmailMessage, item: str) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    text, _ = decode(data, part.get_content_charset(), item)
    if part.get_param("format") == "flowed":
        text = re.sub(r"(?<=\S) \r?\n(?![>\s]|-- )", " ", text)
    return text


def _choose(plain: str, html: str) -> tuple[Block, ...]:
    """Take the text part if it is the message; the HTML part if the text is only a hint at it, or full of links."""
    from_plain = _plain_blocks(plain) if plain.strip() else ()
    if not html.strip():
        return from_plain
    from_html = html_blocks(html)
    room, room_html = (sum(width(b.text) for b in blocks) for blocks in (from_plain, from_html))
    addresses = sum(len(match) for match in _ADDRESS.findall(plain))
    if room >= 0.6 * room_html and addresses < 0.35 * max(len(plain), 1) and not _QUOTE.search(plain):
        return from_plain
    return from_html if from_html else from_plain


def _plain_blocks(text: str) -> tuple[Block, ...]:
    """Read a text part: own words, quotes, forwarded mail, signature."""
    text = strip_invisible(text.replace("\r\n", "\n"))
    head, tail, marked = cut(text)
    signature = _SIGNATURE.search(head)
    sign = head[signature.end() :] if signature else ""
    head = head[: signature.start()] if signature else head
    blocks = _quoted_blocks(head)
    blocks += [replace(block, aside="signature") for block in plain_blocks(sign)]
    if tail:
        blocks += [replace(block, quoted=block.quoted + marked) for block in _forwarded(tail)]
    return tuple(blocks)


def _forwarded(text: str) -> list[Block]:
    lines = text.strip().split("\n")
    count = header_lines(lines)
    header = [replace(block, aside="mail_header") for line in lines[:count] for block in plain_blocks(line)]
    return [*header, *_plain_blocks("\n".join(lines[count:]))]


def _quoted_blocks(text: str) -> list[Block]:
    """Cut at changes of quote depth; each part is wrapped on its own. The line that names its writer is no claim."""
    blocks: list[Block] = []
    for depth, lines in _by_depth(text):
        body, position = "\n".join(lines), 0
        for reply in _REPLY_LINE.finditer(body):
            blocks += _read(body[position : reply.start()], depth)
            header = " ".join(reply.group().split())
            blocks += [replace(b, quoted=depth, aside="mail_header") for b in plain_blocks(header)]
            position = reply.end()
        blocks += _read(body[position:], depth)
    return blocks


def _by_depth(text: str) -> list[tuple[int, list[str]]]:
    """Return (depth of quotation, lines without their marks) per stretch of lines of one depth."""
    parts: list[tuple[int, list[str]]] = []
    for line in text.split("\n"):
        match = _QUOTE.match(line)
        depth = match.group().count(">") if match else 0
        bare = line[match.end() :] if match else line
        if parts and (parts[-1][0] == depth or not (match or bare.strip())):
            parts[-1][1].append(bare)  # a blank line between two parts says nothing of its depth
        else:
            parts.append((depth, [bare]))
    return parts


def _read(body: str, depth: int) -> list[Block]:
    if not body.strip():
        return []
    read = markdown_blocks(body) if looks_like_markdown(body) else plain_blocks(body)
    return [replace(block, quoted=block.quoted + depth) for block in read]
