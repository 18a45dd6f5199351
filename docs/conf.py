"""The documentation as a site: ``nox -s docs``.

Its source is the whole repository, so that links lead to the same files there as here.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

_PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "quotex"
author = copyright = "quotex contributors"
release = version = _PROJECT["version"]

extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = ["*.md", "docs/*.md", "*/README.md", "benchmarks/RESULTS.md", "src/quotex/models/MODEL_CARD.md"]
exclude_patterns = [".*", "build", "dist", "site", "src/quotex/english"]
myst_heading_anchors = 3  # of these depths, as links in the pages name them
myst_enable_extensions = ["colon_fence"]
nitpicky = True

html_theme = "furo"
html_title = f"quotex {release}"
html_show_sphinx = False
html_copy_source = False
