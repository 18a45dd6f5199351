"""The report as people use it: a mouse, a keyboard, a telephone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hostile import hostile
from invented import TEXT, extraction
from quotex.reading import Article
from quotex.writing.formats import Format, Style, fill
from quotex.writing.outcome import Outcome
from quotex.writing.report.pages import report_page


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Any:
    (tmp_path / "page.html").write_text(report_page(TEXT, extraction()))
    browser.get((tmp_path / "page.html").as_uri())
    return browser


def _errors(browser: Any) -> list[str]:
    return [entry["message"] for entry in browser.get_log("browser")]


def _all(browser: Any, selector: str) -> list[Any]:
    found: list[Any] = browser.find_elements("css selector", selector)
    return found


def _lit(browser: Any) -> str:
    words = browser.execute_script(
        "return [...document.querySelectorAll('.text .lit')].map((e) => e.textContent).join('|')"
    )
    return " ".join(str(words).split())


def _point_at(browser: Any, element: Any) -> None:
    browser.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
    from selenium.webdriver import ActionChains

    ActionChains(browser).move_to_element(element).perform()


def test_no_error_is_told(page: Any) -> None:
    assert _errors(page) == []


def test_pointing_at_a_card_lights_its_words_cue_and_source(page: Any) -> None:
    _point_at(page, page.find_element("id", "card-q1"))
    assert _lit(page) == "We will not wait,|said|Mira Dolan"
    _point_at(page, page.find_element("css selector", "h1"))
    assert _lit(page) == ""


def test_the_keyboard_leads_from_words_to_card_and_back(page: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    first = page.find_element("css selector", '.mark[data-first~="q1"]')
    page.execute_script("arguments[0].focus()", first)
    assert "We will not wait," in _lit(page)
    first.send_keys(Keys.ENTER)
    assert page.switch_to.active_element.get_attribute("id") == "card-q1"
    page.switch_to.active_element.send_keys(Keys.ENTER)
    assert page.switch_to.active_element.get_attribute("data-first") == "q1"


def test_every_control_can_be_reached_by_tab(page: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    mine = "[...document.querySelectorAll('button, input, [tabindex], a[href]')]"
    count = page.execute_script(f"return {mine}.length")
    reached = set()
    for _ in range(count + 2):
        page.switch_to.active_element.send_keys(Keys.TAB)
        reached.add(page.execute_script(f"return {mine}.indexOf(document.activeElement)"))
    assert reached >= set(range(count))


def test_choosing_a_speaker_leaves_only_what_they_say(page: Any) -> None:
    button = page.find_element("css selector", '[data-speaker="s1"]')
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert [card.get_attribute("id") for card in _all(page, "#quotes .card") if card.is_displayed()] == ["card-q1"]
    assert page.find_element("id", "quotes-count").text == "1 of 2"
    assert {mark.value_of_css_property("text-decoration-line") for mark in _all(page, ".text .claim")} == {"none"}
    assert {mark.value_of_css_property("font-weight") for mark in _all(page, ".text .figure")} == {"400"}
    button.click()
    assert page.find_element("id", "quotes-count").text == "2"
    assert {mark.value_of_css_property("text-decoration-line") for mark in _all(page, ".text .claim")} == {"underline"}


def test_the_threshold_hides_claims_that_are_worth_less(page: Any) -> None:
    slider = page.find_element("id", "worth")
    least = min(float(card.get_attribute("data-worth")) for card in _all(page, "#claims .card"))
    page.execute_script(
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'))", slider, least + 0.01
    )
    shown = [card for card in _all(page, "#claims .card") if card.is_displayed()]
    assert len(shown) == 1
    assert float(shown[0].get_attribute("data-worth")) > least


def test_layers_can_be_put_out(page: Any) -> None:
    def decoration() -> str:
        claim = page.find_element("css selector", ".text .claim")
        return str(claim.value_of_css_property("text-decoration-line"))

    assert decoration() == "underline"
    page.find_element("css selector", '[data-layer="claim"]').click()
    assert decoration() == "none"


@pytest.mark.parametrize("width", [360, 768, 1400])
def test_nothing_is_wider_than_the_window(page: Any, width: int) -> None:
    page.set_window_size(width, 900)
    try:
        wide = page.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
    finally:
        page.set_window_size(1400, 1000)


def test_a_hostile_article_does_nothing(browser: Any, tmp_path: Path) -> None:
    text, found = hostile()
    (tmp_path / "page.html").write_text(report_page(text, found))
    browser.get((tmp_path / "page.html").as_uri())
    assert "owned" not in browser.title.split(" · ")[-1]
    assert browser.title.startswith("</script><script>document.title")
    assert _errors(browser) == []
    assert browser.find_element("css selector", ".text").is_displayed()
    assert browser.find_element("css selector", ".text .quote").text.startswith("</script><script>")


def test_the_index_leads_to_its_articles(browser: Any, tmp_path: Path) -> None:
    fill([Outcome(extraction(), Article(TEXT))] * 2, Format.HTML, Style(), tmp_path)
    browser.get((tmp_path / "index.html").as_uri())
    assert _errors(browser) == []
    browser.find_element("css selector", 'a[href="2.html"]').click()
    assert browser.current_url.endswith("2.html")
    assert browser.find_element("id", "card-q1").is_displayed()
