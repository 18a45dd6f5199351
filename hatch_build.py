"""What the package index is told of the repository: its addresses, and a README whose links lead there.

No address is written down, so that a fork or a move tells no untruth. The build asks, in this order,

1. ``QUOTEX_REPOSITORY``, as the release workflow sets it;
2. the remote ``origin`` of the checkout that is built, its credentials left out.

With neither, as in an unpacked sdist that was built with neither, the links stay relative. An sdist keeps what it was
built with: hatchling reads its ``PKG-INFO`` and asks nothing again.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hatchling.metadata.plugin.interface import MetadataHookInterface

_PICTURES = (".gif", ".jpg", ".png", ".svg", ".webp")

_FORGES = {"gitlab": ("/-/blob/", "/-/raw/"), "codeberg": ("/src/tag/", "/raw/tag/"), "": ("/blob/", "/raw/")}
"""What stands between a repository and a tag, for pages and pictures, by a word of the host; GitHub's for others."""

_LINK = re.compile(r"(?ms)^```.*?^```|`[^`\n]*`|(?<=\]\()(?![a-z]+:|[#/])(?P<target>[^)\s]+)")
"""A relative target of a Markdown link; code, which has none, is stepped over."""


class RepositoryHook(MetadataHookInterface):  # type: ignore[misc,unused-ignore]
    """Fills in ``urls`` and ``readme``, which ``pyproject.toml`` therefore calls dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add both fields to the project's metadata."""
        readme = Path(self.root, self.config["readme"]).read_text(encoding="utf-8")
        repository, tag = repository_of(Path(self.root)), f"v{metadata['version']}"
        metadata["urls"] = {}
        if repository is None:
            print("quotex: QUOTEX_REPOSITORY is not set: no project.urls, README links stay relative", file=sys.stderr)
        else:
            metadata["urls"] = urls(repository, tag)
            readme = absolute(readme, repository, tag)
        metadata["readme"] = {"content-type": "text/markdown", "text": readme}


def repository_of(root: Path) -> str | None:
    """Find the address of the page of the repository that is built, without a slash at its end.

    Raises:
        ValueError: ``QUOTEX_REPOSITORY`` holds something else than the address of a repository.
    """
    if told := os.environ.get("QUOTEX_REPOSITORY"):
        if (address := _page(told)) is None:
            raise ValueError(f"QUOTEX_REPOSITORY is not like https://github.com/OWNER/NAME: {told}")
        return address
    if not (root / ".git").exists():  # another's repository may lie around an unpacked sdist
        return None
    asked = ["git", "-C", str(root), "remote", "get-url", "origin"]
    try:
        return _page(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip())
    except (OSError, subprocess.CalledProcessError):  # no git, or no origin
        return None


def urls(repository: str, tag: str) -> dict[str, str]:
    """Give the links that the package index shows beside the README."""
    page, _ = _roads(repository)
    return {
        "Repository": repository,
        "Documentation": f"{repository}{page}{tag}/docs/index.md",
        "Changelog": f"{repository}{page}{tag}/CHANGELOG.md",
        "Issues": repository + ("/-/issues" if page.startswith("/-/") else "/issues"),
    }


def absolute(readme: str, repository: str, tag: str) -> str:
    """Make each relative link lead to the file as it is at the tag, and each picture be it."""
    page, picture = _roads(repository)

    def lead(link: re.Match[str]) -> str:
        if (target := link["target"]) is None:
            return link[0]
        return f"{repository}{picture if target.endswith(_PICTURES) else page}{tag}/{target}"

    return _LINK.sub(lead, readme)


def _page(remote: str) -> str | None:
    """Turn what git calls a remote into the address of its page; a folder of this machine has none."""
    parts = urlsplit(re.sub(r"^[^@/:]+@([^:/]+):", r"ssh://\1/", remote))
    path = parts.path.strip("/").removesuffix(".git")
    host = parts.netloc.rpartition("@")[2]  # without credentials
    if "." not in host or "/" not in path or parts.scheme not in {"http", "https", "ssh", "git"}:
        return None
    return f"{parts.scheme}://{host}/{path}" if parts.scheme.startswith("http") else f"https://{parts.hostname}/{path}"


def _roads(repository: str) -> tuple[str, str]:
    host = repository.split("/")[2]
    return next(roads for word, roads in _FORGES.items() if word in host)
