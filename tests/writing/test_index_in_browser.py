"""The index of many articles as people use it: a keyboard, a telephone, five thousand articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotex.writing.report.index import ArticleEntry, FigureEntry, Index, PersonEntry, WordsEntry, index_page

MANY = 5000
WIDTHS = [390, 1400]


def _index(count: int = MANY) -> Index:
    people = [
        PersonEntry(f"Person {i} of Vellmar", "person", 10_000 - i, 20, list(range(i, count, 977)), "harbour master")
        for i in range(count)
    ]
    for person in people[:100]:
        person.months = {"2024-04": 7, "2024-05": 12}
    articles = [
        ArticleEntry(f"Article {i} on the harbour", "1.html", 20, 30, [i, (i * 7) % count], "Ellery Post", "2024-05-01")
        for i in range(count)
    ]
    forms: list[tuple[str | None, str, str, int]] = [
        ("Person 1", "exact", "", 0),
        (None, "changed", "We will [-not-] wait {+long+} <b>", 1),
    ]
    words = [WordsEntry(f"We will not wait {i}", 2, 2, forms) for i in range(60)]
    figure = FigureEntry([("12 dockers", "12 dockers were killed", 0), ("14 dockers", "14 dockers were killed", 1)])
    return Index(articles, people, words, [figure])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("index")
    (folder / "index.html").write_text(index_page(_index()), encoding="utf-8")
    (folder / "1.html").write_text("<!doctype html><title>an article</title>")
    return (folder / "index.html").as_uri()


@pytest.fixture(params=WIDTHS)
def page(browser: Any, address: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    width = request.param
    size = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    still = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", still)
    browser.get("about:blank")
    browser.get(address)
    yield browser
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def _entries(page: Any, section: str) -> list[str]:
    entries = f"document.querySelectorAll('#{section} .entries > li')"
    found = page.execute_script(f"return [...{entries}].map((each) => each.innerText)")
    return [str(each) for each in found]


def _section(page: Any, name: str, selector: str) -> Any:
    return page.find_element("css selector", f"#{name} {selector}")


def test_five_thousand_articles_open_in_under_two_seconds(page: Any) -> None:
    milliseconds = page.execute_script("return performance.timing.loadEventEnd - performance.timing.navigationStart")
    assert 0 < milliseconds < 2000
    assert [entry["message"] for entry in page.get_log("browser")] == []
    assert page.find_element("tag name", "h1").text == "5000 articles"
    assert page.execute_script("return document.querySelector('main section:not([hidden])').id") == "articles"


def test_nothing_is_wider_than_the_window(page: Any) -> None:
    for details in page.find_elements("css selector", "#people details")[:3]:
        page.execute_script("arguments[0].open = true", details)
    wide = page.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


def test_search_sort_and_paging_by_keyboard(page: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    search = _section(page, "articles", "[data-search]")
    assert len(_entries(page, "articles")) == 25
    search.send_keys("article 4321")
    assert len(_entries(page, "articles")) == 2  # the other has Person 4321 in it
    assert page.find_element("id", "articles-count").text == "2 of 5000"
    for _ in "article 4321":
        search.send_keys(Keys.BACKSPACE)
    sort = _section(page, "articles", "[data-sort]")
    sort.send_keys("title")
    assert _entries(page, "articles")[0].startswith("Article 0 on")
    button = _section(page, "articles", '[data-step="1"]')
    page.execute_script("arguments[0].focus()", button)
    button.send_keys(Keys.ENTER)
    assert _entries(page, "articles")[0].startswith("Article 25 on")
    assert page.switch_to.active_element == button
    assert _section(page, "articles", "[data-page]").text == "26–50 of 5000"


def test_every_control_can_be_reached_by_tab(page: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    controls = "[...document.querySelectorAll('input, select, button:not(:disabled), nav a')]"
    count = page.execute_script(f"return {controls}.length")
    reached = set()
    for _ in range(700):
        page.switch_to.active_element.send_keys(Keys.TAB)
        reached.add(page.execute_script(f"return {controls}.indexOf(document.activeElement)"))
        if reached >= set(range(count)):
            break
    assert reached >= set(range(count))


def test_links_lead_from_articles_to_people_and_back(page: Any) -> None:
    article = page.find_element("css selector", "#article-3")
    article.find_element("link text", "Person 21 of Vellmar").click()
    assert page.execute_script("return document.activeElement.id") == "person-21"
    person = page.find_element("id", "person-21")
    assert "9,979 words" in person.text
    summary = person.find_elements("css selector", "summary")
    if summary:
        summary[0].click()
    person.find_element("css selector", "li a").click()
    assert page.current_url.endswith("1.html")
    page.back()
    page.execute_script("location.hash = '#person-4999'")
    assert page.execute_script("return document.activeElement.id") == "person-4999"


def test_what_differs_is_shown_and_nothing_of_it_runs(page: Any) -> None:
    assert page.execute_script("return document.querySelector('#words del').textContent") == "not"
    assert page.execute_script("return document.querySelector('#words ins').textContent") == "long"
    assert page.execute_script("return document.querySelector('#words b')") is None
    assert "12 dockers / 14 dockers" in _entries(page, "figures")[0]


def test_months_are_a_picture_with_words(page: Any) -> None:
    picture = page.find_element("css selector", "#person-0 .months")
    assert picture.get_attribute("aria-label") == "words by month: 2024-04: 7, 2024-05: 12"


def test_an_index_of_articles_alone_has_their_list_alone(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(index_page(Index([ArticleEntry("One", None, 0, 0)])))
    browser.get((tmp_path / "index.html").as_uri())
    assert browser.execute_script("return document.querySelectorAll('section:not([hidden])').length") == 1
