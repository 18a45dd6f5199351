"""From a layout, the tagger and the parse to quotations."""

from quotex.quotes.quotation import Quotation

__all__ = ["Quotation"]
