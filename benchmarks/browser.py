"""A real browser, where one is installed: for tests of pages, and to time them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")


class NoBrowserError(Exception):
    """Chromium, its driver or selenium is not installed."""


@contextmanager
def opened(width: int = 1400, height: int = 1000) -> Iterator[Any]:
    """Give a headless Chromium.

    Raises:
        NoBrowserError: there is none.
    """
    try:
        from selenium import webdriver  # noqa: PLC0415 - what reads this module need not have it
    except ModuleNotFoundError as error:
        raise NoBrowserError("selenium is not installed") from error
    if CHROMIUM is None or DRIVER is None:
        raise NoBrowserError("no Chromium with its driver is installed")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", f"--window-size={width},{height}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    browser.implicitly_wait(10)  # a page may still be on its way
    try:
        yield browser
    finally:
        browser.quit()
