"""Web archives (WARC): the pages in them. The only file that touches warcio."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.errors import ExtractError
from pipeline.extract.dates import parse_date
from pipeline.records import Dropped, Fetched

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord


def split_warc(fetched: Fetched, max_item: int) -> tuple[Fetched | Dropped, ...]:
    """Return the successful responses of an archive as bodies of their own, and what was left out.

    Raises:
        ExtractError: kind ``malformed`` if not one record can be read.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found: list[Fetched | Dropped] = []
    item = fetched.final_url or fetched.url
    reason = "it holds no record"
    try:
        for record in ArchiveIterator(io.BytesIO(fetched.body)):
            reason = reason if record.rec_headers.get_header("WARC-Type") is None else ""
            if record.rec_type in ("response", "resource", "conversion"):
                found.append(_page(fetched, record, max_item))
    except (ArchiveLoadFailed, EOFError, OSError, AttributeError) as error:
        # The library trips over what is missing at the end of a record that was cut.
        reason = "a record is cut off" if isinstance(error, AttributeError) else str(error) or type(error).__name__
        if found:
            found.append(Dropped("truncated_archive", item))
    if reason and not found:
        message = f"{item}: the archive cannot be read ({reason}); check that it is complete"
        raise ExtractError(message, item=item, kind="malformed")
    return tuple(found)


def _page(fetched: Fetched, record: ArcWarcRecord, max_item: int) -> Fetched | Dropped:
    headers, http = record.rec_headers, record.http_headers
    url = headers.get_header("WARC-Target-URI") or ""
    status = http.get_statuscode() if http is not None else "200"
    if status != "200":
        return Dropped(f"http_{status}", url)
    media = (http or headers).get_header("Content-Type") or "application/octet-stream"
    if not media.startswith(("text/", "application/xhtml", "application/octet")):
        return Dropped("not_text", url)
    body = record.content_stream().read(max_item + 1)
    if len(body) > max_item:
        return Dropped("too_large", url)
    if not body.strip():
        return Dropped("empty", url)
    kind, _, parameters = media.partition(";")
    charset = parameters.partition("charset=")[2].strip("\"' ;") or None
    when = parse_date(headers.get_header("WARC-Date")) or fetched.fetched
    return replace(
        fetched,
        url=url,
        final_url=url,
        media_type=kind.strip(),
        charset=charset,
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
        fetched=when,
    )
