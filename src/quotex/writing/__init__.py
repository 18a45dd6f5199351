"""One file a format: records to text."""
