"""Quotation marks, decided on raw characters."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.text.ranges import Range

__all__ = ["Quoted"]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A pair of quotation marks.

    Attributes:
        inner: what stands between the marks, without the white space at its edges.
        opening: the opening mark itself (two characters for a LaTeX or doubled one).
        closing: the closing mark; None: never closed, ``inner`` then ends with the paragraph.
        depth: 0 for an outermost pair, 1 for one inside it, ...
        resumes: the quotation of the paragraph before goes on here (it was left open there).
        cost: what the pairing paid for this pair; 0: both marks are where and how they should be.
    """

    inner: Range
    opening: Range
    closing: Range | None
    depth: int = 0
    resumes: bool = False
    cost: float = 0.0

    @property
    def outer(self) -> Range:
        """The pair with its marks."""
        return Range(self.opening.start, self.closing.end if self.closing else self.inner.end)
