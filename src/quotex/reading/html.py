"""HTML: the article of a page, without its menus and notices; and the pages of a web archive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from quotex.errors import EmptyInputError, InputError, MalformedInputError, MissingPartError
from quotex.reading.article import Article
from quotex.reading.blocks import Block, text_of
from quotex.reading.fields import Fields
from quotex.reading.identity import Ids
from quotex.reading.source import Input, read_all
from quotex.records import Failure, FailureDetail

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_html", "read_warc"]

_BLOCKS = frozenset({"p", "head", "item", "quote", "list", "table", "row", "cell", "code", "div"})


def read_html(source: Input, ids: Ids, fields: Fields) -> Iterator[Article]:
    """Yield the one article of a page.

    Raises:
        MissingPartError: trafilatura is not installed.
        InputError: it cannot be read, or there is no article in it.
    """
    with source.open() as stream:
        page = read_all(stream, source.where)
    yield _article(page, source.where, id=ids.take(source.id, source.id), path=source.path)


def read_warc(source: Input, ids: Ids, fields: Fields) -> Iterator[Article | Failure]:
    """Yield the article of each page in a web archive, or its failure; what is no page is passed over.

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
        for number, record in enumerate(ArchiveIterator(stream, record_types=WarcRecordType.response), start=1):
            if "html" not in (record.http_content_type or ""):
                continue
            empty = False
            url = record.headers.get("WARC-Target-URI")
            id = ids.take(url, f"{source.id}:{number}")
            try:
                yield _article(record.reader.read(), f"{source.where}:{number}", id=id, path=source.path, url=url)
            except InputError as error:
                yield Failure(id=id, error=FailureDetail(code=error.code, message=str(error)))
    if empty:
        raise EmptyInputError(f"{source.where}: no web page in it; give an archive of responses")


def _article(page: bytes, where: str, *, id: str, path: str | None, url: str | None = None) -> Article:
    try:
        from trafilatura import bare_extraction, load_html  # noqa: PLC0415 - optional
    except ModuleNotFoundError as error:
        raise MissingPartError('reading HTML needs trafilatura: pip install "quotex[html]"') from error
    tree = load_html(page) if page.strip() else None
    if tree is None:
        raise MalformedInputError(f"{where}: not HTML; save the page again, or its text as .txt")
    language = tree.get("lang")
    found: Any = bare_extraction(tree, url=url, with_metadata=True, include_comments=False, include_tables=False)
    text = text_of(_blocks(found.body, count(1))) if found is not None else ""
    if not text:
        raise EmptyInputError(f"{where}: no article found in the page; save its text as .txt")
    return Article(
        text,
        id=id,
        path=path,
        url=url or found.url,
        title=found.title,
        author=found.author,
        published=_date(found.date),
        language=found.language or (language or "").split("-")[0].lower() or None,
    )


def _blocks(element: _Element, quotes: Iterator[int], quote: int = 0) -> Iterator[Block]:
    """The blocks of the tree that trafilatura makes, in which block and inline quotations are both ``quote``."""
    if element.tag == "quote" and not quote:
        quote = next(quotes)
    if not any(map(_is_block, element)):
        yield from (Block(line, quote) for line in _inline(element).split("\n"))
        return
    yield Block(element.text or "", quote)
    for child in element:
        yield from _blocks(child, quotes, quote)
        yield Block(child.tail or "", quote)


def _is_block(element: _Element) -> bool:
    parent = element.getparent()
    return element.tag in _BLOCKS and not (element.tag == "quote" and parent is not None and parent.tag == "p")


def _inline(element: _Element) -> str:
    parts = [" ".join((element.text or "").split("\n"))]
    for child in element:
        within = _inline(child)
        parts.append("\n" if child.tag == "lb" else f"“{within}”" if child.tag == "quote" and within else within)
        parts.append(" ".join((child.tail or "").split("\n")))
    return "".join(parts)


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
