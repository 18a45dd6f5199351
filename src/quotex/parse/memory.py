"""Memory: what a parser learns of words, kept for some articles and then let go; when garbage is collected."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_MOST = 250_000
"""Characters: their new words take some 2 MB, and 20 where nearly every word is new."""


class Memory:
    """A memory zone of spaCy's that lasts for several articles.

    With one for each, the commonest words would be learned anew every time, which takes a tenth of the parse.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._zone = ExitStack()
        self._left = 0

    @contextmanager
    def room_for(self, text: str) -> Iterator[None]:
        """Hold what a text's parse needs; the parse must not be used afterwards."""
        if self._left <= 0:
            self._zone.close()
            self._zone.enter_context(self._nlp.memory_zone())
            self._left = _MOST
        self._left -= len(text)
        try:
            yield
        except BaseException:
            self._left = 0  # what broke off may have left anything behind
            raise


@contextmanager
def collected_after() -> Iterator[None]:
    """Let garbage be collected at the end, and not before.

    While an article is read, nearly all that was made of it is in use, and to go through that again and again takes up
    to a fifth of the time. At the end nearly all is garbage, much of it in circles (a parse and its words), and young.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect(1)
