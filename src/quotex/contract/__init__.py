"""The records quotex emits, and everything that makes one false."""
