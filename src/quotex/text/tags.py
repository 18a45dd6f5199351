"""Tags of HTML in a text that was taken for plain: what they show of themselves stands in their place.

<p>It was dry.</p><p><q>As <b>paper</b></q>, said Hal Thorne.</p>
"""

from __future__ import annotations

import re

# fmt: off
_SHOWN = {
    "a": "", "abbr": "", "b": "", "cite": "", "em": "", "font": "", "i": "", "mark": "", "s": "", "small": "",
    "span": "", "strong": "", "sub": "", "sup": "", "time": "", "u": "",
    "blockquote": "\n", "br": "\n", "dd": "\n", "div": "\n", "dl": "\n", "dt": "\n", "figcaption": "\n",
    "figure": "\n", "h1": "\n", "h2": "\n", "h3": "\n", "h4": "\n", "hr": "\n", "iframe": "\n", "img": "\n",
    "li": "\n", "ol": "\n", "p": "\n", "section": "\n", "table": "\n", "td": "\n", "tr": "\n", "ul": "\n",
    "q": "“", "/q": "”",
}
# fmt: on
_LONGEST = 1000  # characters of a tag: bounds the search
_TAG = re.compile(
    rf"(?P<blank>\s?)<(?P<close>/?)(?P<name>[a-z]+[1-4]?)(?:\s[^<>]{{0,{_LONGEST}}})?/?>|<!--[^<>]{{0,{_LONGEST}}}-->",
    re.IGNORECASE,
)


def without_tags(text: str, filler: str) -> str:
    """Read tags as what they show; fillers keep the length."""
    return _TAG.sub(lambda tag: _read(tag, filler), text) if "<" in text else text


def _read(tag: re.Match[str], filler: str) -> str:
    """Read a tag; a blank before it stays behind it, so that no range that begins there has the tag."""
    name = (tag["name"] or "").lower()
    shown = _SHOWN.get(tag["close"] + name, _SHOWN.get(name)) if name else ""
    if shown is None:
        return tag[0]
    if shown != "\n" and tag["blank"]:
        shown = tag["blank"] + shown
    return filler * (len(tag[0]) - len(shown)) + shown
