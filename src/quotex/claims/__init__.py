"""What is claimed as fact: quantities, times, places, modality, worth."""

from quotex.claims.assembly import find_claims
from quotex.claims.drafts import ClaimDraft, QuantityDraft, TimeDraft
from quotex.claims.places import find_places
from quotex.claims.quantities import find_quantities
from quotex.claims.times import find_times

__all__ = [
    "ClaimDraft",
    "QuantityDraft",
    "TimeDraft",
    "find_claims",
    "find_places",
    "find_quantities",
    "find_times",
]
