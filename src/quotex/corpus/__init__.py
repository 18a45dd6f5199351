"""From articles to a corpus: who is quoted, what is repeated, what disagrees."""

from quotex.corpus.build import Options, Summary, build

__all__ = ["Options", "Summary", "build"]
