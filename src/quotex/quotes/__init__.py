"""From a layout, the tagger and the parse to quotations."""

from quotex.quotes.assembly import find_quotations
from quotex.quotes.decoding import Chains, chain_scores
from quotex.quotes.drafts import Quotation, kept
from quotex.quotes.named import find_named
from quotex.quotes.tagger import Tagger, Tagging

__all__ = [
    "Chains",
    "Quotation",
    "Tagger",
    "Tagging",
    "chain_scores",
    "find_named",
    "find_quotations",
    "kept",
]
