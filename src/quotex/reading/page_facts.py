"""What a page tells of its article for machines: JSON-LD (schema.org), Open Graph, and the elements of its head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

from quotex.english.writing import BYLINE
from quotex.reading.days import read_day
from quotex.reading.page import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARTICLE = re.compile(r"(?:Article|NewsArticle|Report|BlogPosting|\w+Article|Posting|LiveBlogPosting)$")
_SEPARATED = re.compile(r"\s+[|–—·»:-]+\s+")
_SEVERAL = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_NO_NAME = re.compile(r"https?://|[@/]|\d")
_BLOCK_END = re.compile(r"</(?:p|div|li|h\d|blockquote)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>")
_DEEPEST = 6
"""Levels of JSON-LD that are looked through."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page tells; None: nothing.

    Attributes:
        title: without the name of the site.
        author: the names of all, with ", " between them.
        published: the day.
        body: the text of the article, a paragraph a line.
    """

    title: str | None = None
    author: str | None = None
    published: date | None = None
    body: str = ""


def facts_of(tree: _Element) -> PageFacts:
    """Read what a page tells of its article, the fullest source first."""
    article = next(_articles(tree), {})
    metas = {(m.get("property") or m.get("name") or "").lower(): m.get("content") or "" for m in tree.iter("meta")}
    headings = [words_of(h) for h in tree.iter("h1")]
    heading = headings[0] if len(headings) == 1 else ""
    site = _name(article.get("publisher")) or metas.get("og:site_name", "")
    head = next((words_of(t) for t in tree.iter("title")), "")
    titles = [_string(article.get("headline")), metas.get("og:title", ""), heading, head]
    days = [article.get("datePublished"), metas.get("article:published_time"), metas.get("date")]
    return PageFacts(
        title=next((_without_site(title, site, heading) for title in titles if title.strip()), None),
        author=_authors([*_names(article.get("author"))] or [metas.get("author", "")], site),
        published=next((day for told in days if (day := read_day(told))), None),
        body=_body(article.get("articleBody")),
    )


def _articles(tree: _Element) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                told = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _of_articles(told)


def _of_articles(told: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(told, list) and depth < _DEEPEST:
        for item in told:
            yield from _of_articles(item, depth + 1)
    elif isinstance(told, dict) and depth < _DEEPEST:
        kinds = told.get("@type")
        if any(_ARTICLE.match(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield told
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _of_articles(told.get(name), depth + 1)


def _names(told: object) -> Iterator[str]:
    for item in told if isinstance(told, list) else [told]:
        if name := _name(item):
            yield name


def _name(told: object) -> str:
    return _string(told.get("name") if isinstance(told, dict) else told)


def _string(told: object) -> str:
    return " ".join(unescape(told).split()) if isinstance(told, str) else ""


def _body(told: object) -> str:
    """Read the text of an article, which can be HTML."""
    if not isinstance(told, str):
        return ""
    lines = _TAG.sub("", _BLOCK_END.sub("\n", told)).splitlines()
    return "\n\n".join(line for line in map(_string, lines) if line)


def _without_site(title: str, site: str, heading: str) -> str:
    """Cut the name of the site off a title, and its sections: what stands behind "|" or a dash."""
    title = _string(title)
    if heading and title.startswith(heading):
        return heading
    parts = _SEPARATED.split(title)
    if len(parts) > 1 and site and any(_is_alike(part, site) for part in parts[1:]):
        end = next(i for i, part in enumerate(parts) if i and _is_alike(part, site))
        return title[: [*_SEPARATED.finditer(title)][end - 1].start()].strip()
    bar = title.rfind(" | ")
    return title[:bar].strip() if bar > 0 else title


def _is_alike(part: str, site: str) -> bool:
    own, other = ("".join(filter(str.isalnum, name)).lower() for name in (part, site))
    return bool(own) and (own in other or other in own)


def _authors(told: Iterable[str], site: str) -> str | None:
    """Clean the names of authors: no "By", address or page, and not the site itself."""
    names: dict[str, None] = {}
    for author in told:
        for name in _SEVERAL.split(BYLINE.sub("", _string(author), count=1)):
            cleaned = name.strip(" .|–—-")
            if cleaned and not _NO_NAME.search(cleaned) and not (site and _is_alike(cleaned, site)):
                names.setdefault(cleaned)
    return ", ".join(names) or None
