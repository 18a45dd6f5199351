"""Many articles: one extractor a worker, results in the order of the articles, and a journal to go on from."""
