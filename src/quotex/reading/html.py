"""HTML: the article of a page, without its menus and notices."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from importlib.util import find_spec
from itertools import count
from typing import TYPE_CHECKING, Any

from quotex.contract.records import Failure, WarningCode
from quotex.errors import EmptyInputError, InputError, MalformedInputError, MissingPartError, UnreadableInputError
from quotex.reading.article import Article
from quotex.reading.blocks import Block, text_of
from quotex.reading.days import read_day
from quotex.reading.decoding import Decoded, Note, decode
from quotex.reading.fields import Fields
from quotex.reading.identity import Ids
from quotex.reading.page import length_of, prepare
from quotex.reading.page_facts import PageFacts, facts_of
from quotex.reading.patience import OutOfPatienceError, within
from quotex.reading.source import Input

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset({"p", "head", "item", "quote", "list", "table", "row", "cell", "code", "div"})
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)

_TAG = re.compile(r"""<([a-zA-Z][^\s/<>]*)((?:[^<>"']|"[^"]*"|'[^']*')*+)""")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_BETWEEN_ATTRIBUTES = re.compile(r"[\s/=]+")
_FEWEST = 250
"""Characters of an article; of fewer there is a warning."""
_SMALLEST_SHARE = 0.3
"""Of the text of a page's paragraphs; of less there is a warning."""
_MUCH_MORE = 2
"""How many times as long what a page tells machines has to be to be taken for what it shows."""
_DATES = {"original_date": True, "extensive_search": False}
"""No year that the text speaks of is taken for when it was published."""
_ENCODINGS = frozenset(
    [
        *(f"cp{page}" for page in (866, 874, 932, 949, *range(1250, 1259))),
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *("big5hkscs", "euc_jp", "gb18030", "iso2022_jp", "koi8-r", "koi8-u", "mac-roman"),
    ]
)
"""What a page can be written in, by Python's names (https://encoding.spec.whatwg.org): no "hex", no "punycode"."""
_SECONDS = 30
"""for the article of a page to be found; a usual one takes a tenth of a second."""
_MOST_ATTRIBUTES = 256
"""of one tag: parsers compare each with all before it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page whose article is still to be found, which takes about as long as its records do.

    Attributes:
        body: as it was sent, unpacked.
        where: what messages call it.
        id: of the article to be.
        path: of the file that the page is from.
        url: where the page is from, when that is known better than the page tells it.
        content_type: the HTTP header of that name, which may tell the encoding.
        notes: what had to be decided to get at it.
    """

    body: bytes
    where: str
    id: str
    path: str | None = None
    url: str | None = None
    content_type: str | None = None
    notes: tuple[Note, ...] = ()

    def article(self) -> Article:
        """Find the article.

        Raises:
            MissingPartError: trafilatura is not installed.
            InputError: it is no page, or there is no article in it.
        """
        require_parts()
        decoded, notes = _decoded(self.body, self.where, self.content_type)
        tree = self._tree(_TAG.sub(_without_many_attributes, decoded))
        language = tree.get("lang") or tree.get("xml:lang") or ""
        facts, whole, found = self._extracted(tree)
        title = facts.title or (found.title if found is not None else None)
        text = text_of(_without_title(_blocks(found.body, count(1)), title)) if found is not None else ""
        if _tells_more(facts.body, text, whole):
            text = facts.body
        if not text:
            raise EmptyInputError(f"{self.where}: no article found in the page; save its text as .txt")
        told = {name: getattr(found, name, None) for name in ("url", "author", "date", "language")}
        return Article(
            text,
            id=self.id,
            path=self.path,
            url=self.url or told["url"],
            title=title,
            author=facts.author or told["author"],
            published=facts.published or read_day(told["date"]),
            language=told["language"] or language.split("-")[0].lower() or None,
            notes=(*notes, *_little(text, whole), *self.notes),
        )

    def _tree(self, markup: str) -> _Element:
        from trafilatura import load_html  # noqa: PLC0415 - optional

        tree = load_html(markup)
        if tree is None:  # it is refused without <html>
            tree = load_html(f"<html>{markup}</html>")
        if tree is None:
            raise MalformedInputError(f"{self.where}: not HTML; save the page again, or its text as .txt")
        return tree

    def _extracted(self, tree: _Element) -> tuple[PageFacts, int, Any]:
        """Return what the page tells machines, the length of its paragraphs, and trafilatura's document or None."""
        from trafilatura import bare_extraction  # noqa: PLC0415 - optional

        try:
            with within(_SECONDS):
                facts, whole = facts_of(tree), length_of(tree)
                prepare(tree)
                found = bare_extraction(
                    tree,
                    url=self.url,
                    with_metadata=True,
                    include_comments=False,
                    include_tables=False,
                    date_extraction_params=_DATES,
                )
        except OutOfPatienceError as error:
            raise UnreadableInputError(f"{self.where}: the page is not read in time; save its text as .txt") from error
        except Exception as error:  # whatever an odd page does to the parsers of others, it costs no other page
            problem = f"the page cannot be read ({type(error).__name__}: {error})"
            raise MalformedInputError(f"{self.where}: {problem}; save its text as .txt") from error
        return facts, whole, found


def opened(page: Page) -> Article | Failure:
    """Find the article of a page, or say why there is none."""
    try:
        return page.article()
    except InputError as error:
        return Failure.of(page.id, error)


def require_parts() -> None:
    """Make sure that pages can be read.

    Raises:
        MissingPartError: trafilatura is not installed.
    """
    if find_spec("trafilatura") is None:
        raise MissingPartError('reading HTML needs trafilatura: pip install "quotex[html]"')


def read_html(source: Input, ids: Ids, fields: Fields) -> Iterator[Page]:
    """Yield the one page of a file.

    Raises:
        MissingPartError: trafilatura is not installed.
        InputError: it cannot be read.
    """
    page = source.read()
    require_parts()  # a page that is not there is told of first
    yield Page(page, source.where, id=ids.take(source.id, source.id), path=source.path)


def read_mhtml(source: Input, ids: Ids, fields: Fields) -> Iterator[Page]:
    """Yield the one page that a browser saved with all that belongs to it (RFC 2557).

    Raises:
        MissingPartError: trafilatura is not installed.
        InputError: it cannot be read, or there is no page in it.
    """
    require_parts()
    raw = source.read()
    try:
        message = message_from_bytes(raw)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    except RecursionError:
        page = None
    if page is None:
        raise MalformedInputError(f"{source.where}: no page in it; save the page again, or its text as .txt")
    # a header that is not ASCII is no string but a Header
    url = str(page.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
    body = page.get_payload(decode=True)
    yield Page(
        body if isinstance(body, bytes) else b"",
        source.where,
        id=ids.take(source.id, source.id),
        path=source.path,
        url=url if url.startswith("http") else None,
        content_type=str(page.get("Content-Type", "")),
    )


def _without_title(blocks: Iterator[Block], title: str | None) -> Iterator[Block]:
    """Leave out the headline above the first paragraph, which is known."""
    for block in blocks:
        if block.text.strip() and " ".join(block.text.split()) != title:
            yield block
            break
    yield from blocks


def _tells_more(body: str, text: str, whole: int) -> bool:
    """Whether what a page tells machines is more than what it shows, or the same, which has lost its paragraphs."""
    least = len(text) * (1 if _is_little(text, whole) else _MUCH_MORE)
    return len(body) > least or (bool(body) and "".join(body.split()) == "".join(text.split()))


def _is_little(text: str, whole: int) -> bool:
    return len(text) < _FEWEST or len(text) < _SMALLEST_SHARE * whole


def _little(text: str, whole: int) -> Iterator[Note]:
    """Warn of a page of which little is left, or little there."""
    if _is_little(text, whole):
        of = f"{len(text)} characters" + f" of the {whole} in its paragraphs" * (whole > len(text))
        yield WarningCode.LITTLE_TEXT, f"only {of} were taken for the article of the page; look whether some is missing"


def _decoded(page: bytes, where: str, content_type: str | None) -> Decoded:
    """Decode as browsers do, but what is sound UTF-8 is that, whatever the page says; NULs are passed over."""
    from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, to_unicode  # noqa: PLC0415 - optional

    if page.startswith(_WIDE_MARKS):
        return decode(page, where)
    page = page.replace(b"\0", b"")
    with suppress(UnicodeDecodeError):
        page.decode("utf-8")
        return decode(page, where)
    told = http_content_type_encoding(content_type) or html_body_declared_encoding(page)
    return Decoded(to_unicode(page, told)) if told in _ENCODINGS else decode(page, where)


def _without_many_attributes(tag: re.Match[str]) -> str:
    attributes = tag[2]
    if len(attributes) < 2 * _MOST_ATTRIBUTES:
        return tag[0]
    parts = _BETWEEN_ATTRIBUTES.split(_QUOTED.sub("", attributes))
    return f"<{tag[1]}" if len(parts) > 2 * _MOST_ATTRIBUTES else tag[0]


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
