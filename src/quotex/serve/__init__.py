"""The pipeline as a service on this machine: JSON for programs, a page for people."""
