"""The packaged attribution tagger with its card, and the weights of the small fitted models."""
