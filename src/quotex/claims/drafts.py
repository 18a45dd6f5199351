"""Claims, quantities and times as found, before they become records."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.records import Change, ClaimKind, Modality, Modifier
from quotex.text import Range

__all__ = ["ClaimDraft", "QuantityDraft", "TimeDraft"]

Number = int | float


@dataclass(frozen=True, slots=True)
class TimeDraft:
    """When: the words, and their EDTF value (None: not known without a publication date)."""

    span: Range
    value: str | None


@dataclass(frozen=True, slots=True)
class QuantityDraft:
    """A figure with what it counts or measures; ``span`` holds modifier, number, unit or noun.

    ``subject`` is whom or what it is said of; ``money`` tells whether the unit is money; ``led`` is the word before it.
    """

    span: Range
    value: Number | tuple[Number, Number] | None
    modifier: Modifier = Modifier.EXACT
    change: Change | None = None
    unit: str | None = None
    counted: str | None = None
    subject: str | None = None
    money: bool = False
    led: str = ""


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A checkable statement.

    Attributes:
        quantities: indexes into the article's quantities.
        asserted_by: index of a character of the cast; None: the article.
        quote: index of the quotation it stands in; None: none.
        group: a number shared by repetitions of one claim; None: stated once.
        conflicts: pairs of quantities, one of an earlier claim and one of this, that are of one thing and disagree.
    """

    span: Range
    kinds: tuple[ClaimKind, ...]
    worthiness: float
    quantities: tuple[int, ...] = ()
    times: tuple[TimeDraft, ...] = ()
    places: tuple[Range, ...] = ()
    modality: Modality = Modality.ASSERTED
    asserted_by: int | None = None
    quote: int | None = None
    group: int | None = None
    conflicts: tuple[tuple[int, int], ...] = ()
