"""What several stages' tests share."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from browser import NoBrowserError, opened
from marked_articles import Resolved, layout_of, read_markup
from quotex.parse.names import write_names
from quotex.parse.tokens import TokenIndex
from quotex.quotes import Tagger, find_named
from quotex.speakers import resolve
from quotex.text import analyze

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from quotex.pipeline.extractor import Extractor


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # the tests were started in the background of a shell
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("untimed", deadline=None)  # how long an example takes says how busy the machine is
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The parser as the program loads it; each parse has the names that the program writes into it."""
    from spacy.language import Language

    from quotex.parse.model import load_model

    tagger, nlp = Tagger(), load_model()

    @Language.component("names_of_tagger")
    def named(doc: Doc) -> Doc:
        write_names(doc, find_named(doc, tagger.tag(analyze(doc.text))))
        return doc

    nlp.add_pipe("names_of_tagger")
    return nlp


@pytest.fixture(scope="session")
def resolved(nlp: Language) -> Callable[[str], Resolved]:
    """Resolve the speakers of a marked-up article."""

    def run(marked: str) -> Resolved:
        text, quotations = read_markup(marked)
        return Resolved(text, resolve(layout_of(text), TokenIndex(nlp(text)), quotations))

    return run


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real browser; the tests that want one are skipped where there is none."""
    try:
        with opened() as found:
            yield found
    except NoBrowserError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The whole pipeline, with its models loaded once."""
    from quotex.pipeline.extractor import Extractor

    return Extractor()


@pytest.fixture(scope="session")
def unsure() -> Extractor:
    """The same, writing what is said and thought however sure it is."""
    from quotex.pipeline.extractor import Extractor

    return Extractor(min_confidence=0.0)
