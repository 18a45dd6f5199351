"""Many articles: one extractor a worker, results in the order of the articles, and a journal to go on from."""

from enum import StrEnum


class Engine(StrEnum):
    """What runs the workers."""

    LOCAL = "local"
    RAY = "ray"
