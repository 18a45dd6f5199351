"""The stages put together: settings in, records out."""
