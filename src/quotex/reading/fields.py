"""Articles that come as named fields, whatever holds these: a line of JSON, a row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from quotex.contract.records import Failure, WarningCode
from quotex.errors import InputError, MalformedInputError, MissingFieldError
from quotex.reading.article import Article
from quotex.reading.days import read_day
from quotex.reading.decoding import Note, mend_surrogates, require_text
from quotex.reading.identity import Ids
from quotex.reading.source import Input

# What corpora of news call them, the likeliest first; told apart by neither case, blanks, "-" nor "_".
_NAMES = {
    "text": ("text", "body", "content", "article", "maintext", "fulltext", "articletext", "articlebody", "story"),
    "id": ("id", "articleid", "docid", "guid", "uuid", "uri"),
    "title": ("title", "headline"),
    "url": ("url", "link", "uri", "permalink"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
    "published": (
        "published",
        "date",
        "publishedat",
        "datepublished",
        "datepublish",
        "publishdate",
        "publicationdate",
        "pubdate",
    ),
}


_OF_RECORDS = {"schema", "quotes", "claims", "boilerplate"}


@dataclass(frozen=True, slots=True)
class Fields:
    """Which fields hold what; None: the one that is called as such fields usually are.

    Attributes:
        text: the field of the article's text.
        id: the field of what it is called.
        keep: fields to keep as they are ("outlet", "section"), where there are such.
    """

    text: str | None = None
    id: str | None = None
    keep: tuple[str, ...] = ()

    def article(
        self, fields: Mapping[str, Any], source: Input, number: int | None, ids: Ids, notes: tuple[Note, ...] = ()
    ) -> Article | Failure:
        """Make an article of one line's or row's fields, or its failure.

        Args:
            fields: values by name; those of another kind than expected are left alone, but for the text.
            source: where they are from.
            number: of the line or row, from 1; None: there is but one.
            ids: gives each article its own: that of the field, or ``path:number``.
            notes: what had to be decided to read the fields.
        """
        within = "" if number is None else f":{number}"
        id = ids.take(_id(self._value(fields, "id")), f"{source.id}{within}")
        try:
            text, mended = mend_surrogates(self._text(fields, f"{source.where}{within}"))
        except InputError as error:
            return Failure.of(id, error)
        kept = tuple((name, value) for name in self.keep if (value := _plain_value(fields.get(name))) is not None)
        known = self.known(fields)
        notes = (*notes, *mended, *known.notes)
        return replace(known, text=text, id=id, path=source.path, notes=notes, kept=kept)

    def known(self, fields: Mapping[str, Any]) -> Article:
        """Read what fields tell beside the text, as an article without; a day that cannot be read is told in a note."""
        told: dict[str, Any] = {
            what: _string(self._value(fields, what)) for what in ("url", "title", "author", "language")
        }
        day = self._value(fields, "published")
        published = read_day(day)
        if published is None and day is not None and str(day).strip():
            message = f"published is {_shown(day)}, which tells no one day; give it like 2026-03-04"
            told["notes"] = ((WarningCode.UNREAD_DATE, message),)
        return Article("", published=published, **told)

    def columns(self, names: list[str]) -> list[str]:
        """Return those of the names that are read."""
        known = (name for what in _NAMES if (name := self._name(names, what)) is not None)
        return list(dict.fromkeys([*known, *(name for name in self.keep if name in names)]))

    def require(self, names: list[str], where: str) -> None:
        """Refuse a table without the field of the text.

        Raises:
            MissingFieldError: there is none.
        """
        if self._name(names, "text") is None:
            if not self.text and set(names) >= _OF_RECORDS:
                raise MissingFieldError(f"{where}: records, and no articles; quotex convert reads them")
            there = mend_surrogates(", ".join(map(str, names[:12])) or "none").text
            raise MissingFieldError(
                f"{where}: no field {self.text or 'text'!r}; name the text's with --text-field; there are: {there}"
            )

    def _name(self, names: list[str], what: str) -> str | None:
        wanted = {"text": self.text, "id": self.id}.get(what)
        if wanted is not None:
            return wanted if wanted in names else None
        plain = {_plain(name): name for name in reversed(names)}
        return next((plain[name] for name in _NAMES[what] if name in plain), None)

    def _value(self, fields: Mapping[str, Any], what: str) -> object:
        name = self._name(list(fields), what)
        return None if name is None else fields[name]

    def _text(self, fields: Mapping[str, Any], where: str) -> str:
        names = list(fields)
        self.require(names, where)
        name = str(self._name(names, "text"))
        text = fields[name]
        if not isinstance(text, str):
            raise MalformedInputError(f"{where}: not a string in field {name!r}; put the article's text there")
        require_text(text, where)
        return text


def failed(source: Input, number: int, ids: Ids, error: InputError) -> Failure:
    """Make the failure of a line or row that has no fields."""
    return Failure.of(ids.take(None, f"{source.id}:{number}"), error)


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, str(name))).lower()


def _id(value: object) -> str | None:
    return str(value) if type(value) is int else _string(value)


def _string(value: object) -> str | None:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)  # authors
    return mend_surrogates(value).text if isinstance(value, str) and value.strip() else None


def _plain_value(value: object) -> str | None:
    """What a kept field holds; null, lists of other things and objects are left out."""
    return str(value) if isinstance(value, bool | int | float) else _string(value)


def _shown(value: object) -> str:
    return repr(mend_surrogates(str(value)[:40]).text)
