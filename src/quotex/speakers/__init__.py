"""Who is who: from the source mentions of quotations to speakers."""

from __future__ import annotations

from quotex.speakers.coreference import resolve
from quotex.speakers.drafts import Resolution, SpeakerDraft

__all__ = ["Resolution", "SpeakerDraft", "resolve"]
