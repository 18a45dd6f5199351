"""The parse of an article's view, and the questions that rules may ask of it."""
