"""README and docs show what the program prints."""

from __future__ import annotations

import shutil

import pytest

from readme import PAGES, README, blocks, likeness

BLOCKS = [block for page in PAGES for block in blocks(page.read_text(encoding="utf-8"))]
ALIKE = 0.85
"""Processors differ in the last digit of a probability, and so now and then in a record."""


def test_begins_with_a_command() -> None:
    assert README.read_text(encoding="utf-8").find("$ quotex extract") < 300


@pytest.mark.parametrize(("command", "output"), BLOCKS, ids=[command[:60] for command, _ in BLOCKS])
def test_block_is_what_is_printed(command: str, output: str) -> None:
    if "jq" in command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    assert likeness(command, output) >= ALIKE
