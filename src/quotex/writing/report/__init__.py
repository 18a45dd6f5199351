"""The HTML report: one self-contained page an article, and an index of several."""
