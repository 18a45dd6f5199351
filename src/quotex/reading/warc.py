"""Web archives (WARC, ISO 28500): the article of each page in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from quotex.contract.records import Failure, WarningCode
from quotex.errors import EmptyInputError, InputError, MissingPartError
from quotex.reading.archive import LARGEST_RECORD, Record, length_told, records
from quotex.reading.fields import Fields, failed
from quotex.reading.html import Page, require_parts
from quotex.reading.identity import Ids
from quotex.reading.source import Input

_FOUND = 200  # the status of a page that was there


def read_warc(source: Input, ids: Ids, fields: Fields) -> Iterator[Page | Failure]:
    """Yield each page, called by its address, or its failure.

    What is no page is passed over, and so are pages that tell of an error or of another address; a record that is not
    what it promises is a failure.

    Raises:
        MissingPartError: fastwarc or trafilatura is not installed.
        InputError: it cannot be read, or holds no page.
    """
    try:
        import fastwarc.warc  # noqa: F401, PLC0415 - optional, and told before anything is read
    except ModuleNotFoundError as error:
        raise MissingPartError('reading web archives needs fastwarc: pip install "quotex[warc]"') from error
    require_parts()
    empty = True
    with source.open() as stream:
        for number, record in enumerate(records(stream, source.where), start=1):
            if isinstance(record, InputError):
                found: Page | Failure = failed(source, number, ids, record)
            elif (response := _response(record)) is None:
                continue
            else:
                found = _page(response, record.headers.get("warc-target-uri"), source, number, ids)
            empty = False
            yield found
    if empty:
        raise EmptyInputError(f"{source.where}: no web page in it; give an archive of responses")


def _page(response: _Response, url: str | None, source: Input, number: int, ids: Ids) -> Page:
    url = url.strip("<>") if url else None  # as wget writes them
    id, where = ids.take(url, f"{source.id}:{number}"), f"{source.where}:{number}"
    cut = f"the archive has only the beginning of the page: {response.cut}"
    notes = ((WarningCode.CUT_SHORT, cut),) if response.cut else ()
    return Page(response.body, where, id, source.path, url, response.content_type, notes)


class _Response(NamedTuple):
    """A page; ``cut``: why it is only the beginning of one, or None."""

    body: bytes
    content_type: str
    cut: str | None


def _response(archived: Record) -> _Response | None:
    """Unpack the page of an HTTP response; None: it is none.

    Many archives hold pages unpacked with headers that still tell how they were packed: what does not unpack is
    taken as it stands.
    """
    from fastwarc.warc import WarcRecord  # noqa: PLC0415 - optional

    kind = archived.headers.get("warc-type"), archived.headers.get("content-type", "").partition(";")[0]
    if kind != ("response", "application/http"):
        return None
    for packed in ("all", "none"):
        record = WarcRecord()
        record.set_bytes_content(archived.block)
        record.is_http = True
        with suppress(OSError):
            record.parse_http(auto_decode=packed)
            headers = record.http_headers
            type = headers.get("Content-Type") or ""
            if headers.status_code != _FOUND or "html" not in type.lower():
                return None
            body = record.reader.read(LARGEST_RECORD)
            told = None if headers.get("Content-Encoding") else headers.get("Content-Length")  # packed is shorter
            return _Response(body, type, archived.headers.get("warc-truncated") or _missing(told, body))
    return None


def _missing(told: str | None, body: bytes) -> str | None:
    """Say how much of a page did not come, of the length that its sender told."""
    return f"{len(body)} of {told} bytes" if (length_told(told) or 0) > len(body) else None
