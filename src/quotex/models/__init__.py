"""The packaged attribution tagger and its card."""
