"""From a text to its layout: view, paragraphs, quotation marks, boilerplate. No model, no parser."""

from quotex.text.layout import Layout, Paragraph, ParagraphKind
from quotex.text.marks import Quoted
from quotex.text.ranges import Range

__all__ = ["Layout", "Paragraph", "ParagraphKind", "Quoted", "Range", "analyze"]


def analyze(text: str) -> Layout:
    """Find view, paragraphs and marks of an article."""
    raise NotImplementedError
