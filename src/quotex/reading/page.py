"""The tree of a page, made ready for whoever looks for the article in it.

In a page a quotation's author can stand within it, a pull quote repeats what the article says, and inline quotations
nest; in a text an author stands behind a quotation, nothing is said twice, and there are marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from quotex.reading.blocks import BOLD, MARKS, SetOff, of_turns

if TYPE_CHECKING:
    from lxml.etree import _Element

_ASIDES = re.compile(
    r"(?:^|[\s_-])(?:aside|byline|bylines|callout|comments?|cookie|credits?|dek|deck|standfirst|subtitle"
    r"|newsletter|sign-?up|subscribe|subscription|paywall|promo|promoted|recirc|recirculation|recommended|related"
    r"|most-(?:read|popular)|popular|trending|read-(?:more|next)|more-(?:on|from|stories)|share|sharing|share-?bar"
    r"|social(?:-(?:bar|links|share|media))?|sponsored|tags?|topics|teasers?|toolbar|advert(?:isement)?|ad-(?:slot|unit)"
    r"|author-(?:bio|box|info)|infobox|factbox|breadcrumbs?|pagination|donate|donation)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PULLED = re.compile(r"(?:^|[\s_-])(?:pull-?quotes?|pullout|pulled)(?:$|[\s_-])", re.IGNORECASE)
_NEVER = frozenset({"html", "body", "main", "article"})
_MOST = 0.4
"""Share of the text of a page's paragraphs that something beside the article holds at most."""
_AUTHORS = frozenset({"footer", "cite", "figcaption", "small"})
_DASH = re.compile(r"\s*(?:[—–―]|--?)\s*")
_SIGNED = re.compile(r"\s*(?:[—–―]|--)\s?(?=[^\W\d_])[^\n]{2,120}$")
_LONGEST_SIGNED = 200
"""Characters, more than it matches and blanks of the page around them."""
_BLANKS = re.compile(r"\s+")
_OPENING = frozenset('"“„«')
_MOST_PULLED = 200
"""Pull quotes of a page that are looked for elsewhere in it, at most."""
_SET_OFF = frozenset({"b", "strong", "em", "i"})
_SHORTEST = 12
"""Letters of a pull quote that are found again, at least."""


def prepare(tree: _Element) -> None:
    """Change the tree of a page in place: nothing of it but what its article says, in the order of a text."""
    _drop(_asides(tree))
    _drop(_repeated(tree))
    _mark_turns(tree)
    for quote in list(tree.iter("blockquote")):
        _take_out_author(quote)
    for quote in [q for q in tree.iter("q") if not any(above.tag == "q" for above in q.iterancestors())]:
        _mark(quote)


def _drop(elements: Iterable[_Element]) -> None:
    for element in list(elements):
        parent = element.getparent()
        if parent is not None:
            _put_text(element, element.tail or "")
            parent.remove(element)


def _put_text(element: _Element, text: str) -> None:
    """Put a text right before an element; its tail goes with it."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text
    element.tail = None


def _asides(tree: _Element) -> Iterator[_Element]:
    """Yield what stands beside the article, by what its makers call it; nothing that holds much of the page's text."""
    whole = length_of(tree)
    for element in tree.iter("*"):
        names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
        if element.tag in _NEVER or not (element.tag == "aside" or _ASIDES.search(names)):
            continue
        if element.tag != "blockquote" and length_of(element) <= _MOST * whole:
            yield element


def _repeated(tree: _Element) -> Iterator[_Element]:
    """Yield pull quotes: what is called so, or is quoted in a block, and stands in a paragraph too."""
    said = Counter[str]()
    paragraphs = [_letters(p) for p in tree.iter("p") if not _is_pulled(p)]
    everything = "\n".join(paragraphs)
    for element in islice(filter(_can_be_pulled, tree.iter("*")), _MOST_PULLED):
        letters = _letters(element)
        said[letters] += 1
        if len(letters) >= _SHORTEST and (letters in everything or said[letters] > 1):
            yield element


def _can_be_pulled(element: _Element) -> bool:
    return element.tag == "blockquote" or bool(_PULLED.search(element.get("class") or ""))


def _is_pulled(element: _Element) -> bool:
    """Whether an element stands in a pull quote or a quotation in a block."""
    return any(map(_can_be_pulled, [element, *element.iterancestors()]))


def length_of(element: _Element) -> int:
    """Return how many characters the paragraphs in an element have."""
    return sum(len(words_of(paragraph)) for paragraph in element.iter("p"))


def words_of(element: _Element) -> str:
    """The text in an element, with single blanks."""
    return " ".join("".join(element.itertext()).split())


def _letters(element: _Element) -> str:
    return "".join(filter(str.isalnum, "".join(element.itertext()))).lower()


def _mark_turns(tree: _Element) -> None:
    """Write ``**`` around what is set off in an interview: its questions, and who speaks, before a colon."""
    found, set_off = [], []
    for block in tree.iter("p", "li", "dd", "div"):
        first = block[0] if len(block) and not (block.text or "").strip() else None
        if first is not None and first.tag in _SET_OFF:
            found.append(first)
            set_off.append(SetOff(str(first.tag), words_of(first), words_of(block)))
    for element, is_turn in zip(found, of_turns(set_off), strict=True):
        if is_turn:
            element.text = f"{BOLD}{(element.text or '').lstrip()}"
            element.tail = f"{BOLD}{element.tail or ''}"


def _take_out_author(quote: _Element) -> None:
    """Let who is named as the author within a quotation stand behind it, behind a dash."""
    place = quote
    figure = quote.getparent()
    if figure is not None and figure.tag == "figure":
        place, figure.tag = figure, "div"  # pictures are left out, and their captions
    named = [e for e in place.iter(*_AUTHORS) if _names_author(e) and _AUTHORS.isdisjoint(_tags(e, place))]
    author = " ".join(filter(None, map(words_of, named)))
    _drop(named)
    if not author:
        author = _signed(quote)
    if author:
        line = quote.makeelement("p")
        line.text, line.tail = f"— {_DASH.sub('', author, count=1) if _DASH.match(author) else author}", place.tail
        place.tail = None
        place.addnext(line)


def _tags(element: _Element, top: _Element) -> Iterator[str]:
    for above in element.iterancestors():
        if above is top:
            return
        yield str(above.tag)


def _names_author(element: _Element) -> bool:
    """Whether an element stands alone, or behind a whole sentence or a dash; not: "as <cite>The Book</cite> says"."""
    parent = element.getparent()
    if parent is None or element.tag in ("footer", "figcaption"):
        return True
    before, _, behind = words_of(parent).partition(words_of(element))
    return not any(map(str.isalnum, behind)) and (not before.strip() or before.rstrip()[-1:] in f".!?…—–―-{MARKS}")


def _signed(quote: _Element) -> str:
    """Take the last line of a quotation, where a dash says that it names the author."""
    last = quote
    while True:
        if line := _from_dash(last):
            return line
        if not len(last) or (last[-1].tail or "").strip():
            break
        last = last[-1]
    if last is not quote and _SIGNED.match(line := words_of(last)):
        _drop([last])
        return line
    return ""


def _from_dash(quote: _Element) -> str:
    """Take what stands behind the last paragraph or line break of a quotation, from a dash on: embedded posts."""
    behind = ""
    for child in reversed(quote):
        behind = _BLANKS.sub(" ", (child.tail or "") + behind)
        if _SIGNED.match(line := behind.strip()):
            child.tail = None
            _drop(child.itersiblings())
            return line
        behind = "".join(child.itertext()) + behind
        if len(behind) > _LONGEST_SIGNED:
            break
    return ""


def _mark(quote: _Element, depth: int = 0) -> None:
    """Write an inline quotation between marks, single ones within others; what has marks already keeps these."""
    before, parent = quote.getprevious(), quote.getparent()
    in_front = ((before.tail if before is not None else parent.text if parent is not None else "") or "").rstrip()[-1:]
    words = words_of(quote)
    for child in quote:
        for nested in [child] if child.tag == "q" else list(child.iterdescendants("q")):
            _mark(nested, depth + 1)
    quote.tag = "span"
    if not words or words[0] in MARKS or in_front in _OPENING:
        return
    opening, closing = "‘’" if depth % 2 else "“”"
    quote.text = opening + (quote.text or "").lstrip()
    if len(quote):
        quote[-1].tail = (quote[-1].tail or "").rstrip() + closing
    else:
        quote.text = quote.text.rstrip() + closing
