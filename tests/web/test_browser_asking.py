"""Asking in a real Chromium: the timeline nearer, the search box, wordings, the network."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from haengbo.ledger import Ledger
from haengbo.web.relations import pairs_at
from web.browsing import Visiting

pytestmark = pytest.mark.browser
BOTH = pytest.mark.parametrize(("width", "lang"), [(1440, "ko"), (390, "en")])


@BOTH
def test_the_timeline_comes_nearer_to_a_day(
    visiting: Visiting, sample_ledger: Ledger, width: int, lang: str
) -> None:
    month = max(sample_ledger.density(), key=lambda cell: cell.exact).month
    visit = visiting(width, lang)
    page = visit.go(f"/?from={month}&to={month}")
    page.locator("svg.plot:visible a").last.click()
    page.wait_for_url(f"**from={month}-*")
    assert page.locator("svg.plot:visible rect.win").count() == 1
    assert page.locator(".entry").count() >= 1
    visit.check()
    page.locator(".strip figcaption > a").first.click()
    page.wait_for_url(f"**from={month}&to={month}")
    page.locator(".strip figcaption > a").first.click()
    page.wait_for_url(f"**from={month[:4]}&to={month[:4]}")
    visit.check()


@BOTH
def test_the_box_takes_names_phrases_and_filters(visiting: Visiting, width: int, lang: str) -> None:
    visit = visiting(width, lang)
    page = visit.go("/")
    for typed, found in (
        ("Choe Son Hui", "최선희"),
        ("로씨야", "러시아"),
        ('"핵심이익"', "핵심이익"),
    ):
        page.fill("#q", typed)
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=*")
        expect(page.locator(".hit mark").first).to_be_visible()
        assert found in page.locator("main").inner_text()
        visit.check()
    expect(page.locator("#said .stmt").first).to_be_visible()
    page.fill("#q", "who:최선희 type:CONSULT after:2024-06")
    page.keyboard.press("Enter")
    page.wait_for_url("**who=*type=CONSULT*from=2024-06")
    assert page.locator(".chosen a").count() >= 3
    assert page.locator(".entry").count() >= 1
    visit.check()


@BOTH
def test_a_wording_is_followed_and_two_texts_compared(
    visiting: Visiting, width: int, lang: str
) -> None:
    visit = visiting(width, lang)
    page = visit.go("/wording")
    page.locator(".strips .names a", has_text="핵심이익").first.click()
    expect(page.locator("#uses .kwic mark").first).to_be_visible()
    expect(page.locator("#remarks .verdict").first).to_be_visible()
    visit.check()
    page.locator(".running .acts a").first.click()
    page.wait_for_url("**/wording/compare*")
    page.locator(".state .acts a", has_text="김정은").first.click()
    expect(page.locator(".two .ln")).to_have_count(2)
    visit.check()


@BOTH
def test_the_network_moves_through_the_years(visiting: Visiting, width: int, lang: str) -> None:
    visit = visiting(width, lang)
    page = visit.go("/network?at=2024")
    slider = page.locator("[data-slider] input[type=range]")
    expect(slider).to_be_visible()
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**at=2025*")
    expect(page.locator(".net path.tie").first).to_be_attached()
    visit.check()


@BOTH
def test_from_an_event_to_its_pair_and_its_channel(
    visiting: Visiting, sample_ledger: Ledger, width: int, lang: str
) -> None:
    found = (x for x in sample_ledger.all_events() if x.event.channel == "foreign")
    line = next(x for x in found if len(pairs_at(x)) == 1)
    visit = visiting(width, lang)
    page = visit.go(f"/event/{line.id}")
    page.locator("a[href^='/dyad/']").first.click()
    page.wait_for_url("**/dyad/**")
    bands = page.locator("svg.meetings")
    assert [bands.nth(i).is_visible() for i in range(2)] == [width > 900, width <= 900]
    visit.check()
    years = page.locator(".slider a")
    assert years.count() >= 2
    years.last.click()
    page.wait_for_url("**?at=*")
    expect(page.locator(".slider a[aria-current]")).to_have_text(page.url.split("at=")[1][:4])
    visit.check()
    visit.go(f"/event/{line.id}")
    page.locator(".crumb a[href='/channel/foreign']").click()
    page.wait_for_url("**/channel/foreign")
    expect(page.locator("svg.meetings:visible")).to_have_count(1)
    with page.expect_download() as file:
        page.locator("#meetings .dl a[href$='meetings.csv']").click()
    assert file.value.suggested_filename == "haengbo-meetings.csv"
    visit.check()
