"""How well one set of records agrees with another: gold with what a program found, or two readers with each other."""

from quotex.evaluation.counts import Counts
from quotex.evaluation.evaluate import count_article, evaluate
from quotex.evaluation.report import Case, Report, Score

__all__ = ["Case", "Counts", "Report", "Score", "count_article", "evaluate"]
