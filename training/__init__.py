"""Making the packaged models again, from corpora given by path."""
