"""What a page tells readers who do not see it of its links, in the middle of its sentences.

In its report, external, the agency said … He told the Bugle (opens in new tab) that …
"""

from __future__ import annotations

import re

from quotex.contract.rules import Rule
from quotex.english.writing import LINK_LABEL, SURE_LINK_LABEL

LABELLED = Rule("text.link-label", "what a page says of a link to those who do not see it is no word of the article")

_SURE = re.compile(SURE_LINK_LABEL)


def without_link_labels(text: str, filler: str) -> str:
    """Leave out the labels of links, if one stands where no other word could; fillers keep the length."""
    sure = _SURE.search(text)
    if sure is None or not LABELLED.decides(sure.span()):
        return text
    return LINK_LABEL.sub(lambda label: filler * len(label[0]), text)
