"""Figures: value, unit, hedge, change, and what they count or measure."""

from quotex.quantities.drafts import QuantityDraft
from quotex.quantities.quantities import find_quantities

__all__ = ["QuantityDraft", "find_quantities"]
