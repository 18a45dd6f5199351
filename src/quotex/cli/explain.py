"""``quotex extract --explain``: why each record of one article is what it is."""

from __future__ import annotations

from itertools import islice

from quotex.cli.exits import Exit, UsageError
from quotex.cli.messages import tell
from quotex.cli.streams import output_stream
from quotex.contract.rules import traced
from quotex.pipeline.extractor import Extractor
from quotex.pipeline.settings import Settings
from quotex.reading import Article, Fields, read
from quotex.writing.explanation import explanation


def explain_one(names: list[str], settings: Settings, fields: Fields, output: str | None) -> Exit:
    """Say of one article why each of its records is what it is.

    Raises:
        UsageError: there are several articles.
        MissingPartError: a model is not installed.
        InputError: the article cannot be read.
    """
    articles = list(islice(read(names, fields), 2))
    if len(articles) != 1:
        raise UsageError(f"--explain is for one article, and here are {'several' if articles else 'none'}; name one")
    if not isinstance(articles[0], Article):
        tell(articles[0].error.message)
        return Exit.ALL_FAILED
    extractor = Extractor(settings)
    with traced() as decisions:
        extraction = extractor.extract(articles[0])
    with output_stream(output) as stream:
        stream.writelines(f"{line}\n" for line in explanation(extraction, decisions))
    return Exit.DONE
