"""A claim as found, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.contract.terms import ClaimKind, Modality
from quotex.text import Range
from quotex.times.drafts import TimeDraft


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A checkable statement.

    Attributes:
        quantities: indexes into the article's quantities.
        asserted_by: index of a speaker; None: the article.
        quote: index of the quotation it stands in; None: none.
        group: a number shared by repetitions of one claim; None: stated once.
        modality_cue: the words that tell the modality; None: none of their own.
        hearsay: somebody says so who is not named.
        part_of: index of the claim whose words hold its words, and more; None: none.
        about: index of the speaker whom the pronoun stands for that is its subject; None: none, or not known.
        about_at: where what it stands for was last called by name or noun; None: not known.
        conflicts: pairs of quantities, one of an earlier claim and one of this, that are of one thing and disagree.
    """

    span: Range
    kinds: tuple[ClaimKind, ...]
    worthiness: float
    quantities: tuple[int, ...]
    times: tuple[TimeDraft, ...]
    places: tuple[Range, ...]
    modality: Modality
    modality_cue: Range | None
    hearsay: bool
    asserted_by: int | None
    quote: int | None
    about: int | None
    about_at: Range | None
    group: int | None = None
    part_of: int | None = None
    conflicts: tuple[tuple[int, int], ...] = ()
