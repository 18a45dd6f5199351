"""What is claimed as fact: statements, places, modality, worth, repetition."""

from quotex.claims.assembly import find_claims
from quotex.claims.drafts import ClaimDraft

__all__ = ["ClaimDraft", "find_claims"]
