"""Web archives (WARC, ISO 28500): the article of each page in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from quotex.contract.records import Failure, FailureDetail
from quotex.errors import EmptyInputError, InputError, MissingPartError
from quotex.reading.article import Article
from quotex.reading.fields import Fields
from quotex.reading.html import article_of_page
from quotex.reading.identity import Ids
from quotex.reading.source import Input

__all__ = ["read_warc"]

_LARGEST_PAGE = 1 << 26
"""Bytes; what is longer is no page."""

_FOUND = 200


def read_warc(source: Input, ids: Ids, fields: Fields) -> Iterator[Article | Failure]:
    """Yield the article of each page, called by its address, or its failure.

    What is no page is passed over, and so are pages that tell of an error or of another address.

    Raises:
        MissingPartError: fastwarc or trafilatura is not installed.
        InputError: it cannot be read, or holds no page.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - optional
    except ModuleNotFoundError as error:
        raise MissingPartError('reading web archives needs fastwarc: pip install "quotex[warc]"') from error
    empty = True
    with source.open() as stream:
        archive = ArchiveIterator(
            stream,
            record_types=WarcRecordType.response,
            parse_http=False,
            max_content_length=_LARGEST_PAGE,
            quirks_mode=True,
        )
        for number, record in enumerate(archive, start=1):
            response = _response(record.reader.read()) if record.is_http else None
            if response is None:
                continue
            empty = False
            url = record.headers.get("WARC-Target-URI")
            id = ids.take(url, f"{source.id}:{number}")
            where = f"{source.where}:{number}"
            try:
                yield article_of_page(
                    response.body, where, id=id, path=source.path, url=url, content_type=response.content_type
                )
            except InputError as error:
                yield Failure(id=id, error=FailureDetail(code=error.code, message=str(error)))
    if empty:
        raise EmptyInputError(f"{source.where}: no web page in it; give an archive of responses")


class _Response(NamedTuple):
    body: bytes
    content_type: str


def _response(block: bytes) -> _Response | None:
    """Unpack the page of an HTTP response; None: it is none.

    Many archives hold pages unpacked with headers that still tell how they were packed: what does not unpack is
    taken as it stands.
    """
    from fastwarc.warc import WarcRecord  # noqa: PLC0415 - optional

    for packed in ("all", "none"):
        record = WarcRecord()
        record.set_bytes_content(block)
        record.is_http = True
        with suppress(OSError):
            record.parse_http(auto_decode=packed)
            headers = record.http_headers
            type = headers.get("Content-Type") or ""
            if headers.status_code != _FOUND or "html" not in type.lower():
                return None
            return _Response(record.reader.read(_LARGEST_PAGE), type)
    return None
