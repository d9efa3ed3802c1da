"""A visitor in a real Chromium: from the chronicle to a sentence, in both languages and sizes."""

from __future__ import annotations

import pytest

from web.browsing import Visiting

pytestmark = pytest.mark.browser
WIDTHS = {"wide": 1440, "tablet": 820, "phone": 360}


@pytest.mark.parametrize(
    ("size", "lang"), [("wide", "ko"), ("tablet", "en"), ("phone", "ko"), ("phone", "en")]
)
def test_from_the_chronicle_to_the_sentence(visiting: Visiting, size: str, lang: str) -> None:
    visit = visiting(WIDTHS[size], lang, "light")
    page = visit.go("/")
    visit.check()
    assert page.locator(".entry").count() >= 20
    page.locator(".entry h3 a").first.click()
    page.wait_for_selector(".lede h1")
    visit.check()
    page.locator(".proof .path a", has_text="See" if lang == "en" else "문장").first.click()
    page.wait_for_selector(".art h1")
    visit.check()
    assert page.locator(".f-ev").count() >= 1


def test_the_strip_is_drawn_for_each_width(visiting: Visiting) -> None:
    page = visiting(1440).go("/")
    for width, shown in ((1440, ".at-wide"), (1000, ".at-wide"), (390, ".at-narrow")):
        page.set_viewport_size({"width": width, "height": 900})
        assert [s for s in (".at-wide", ".at-narrow") if page.is_visible(s)] == [shown]
        sizes = page.evaluate(
            f"""[...document.querySelectorAll('{shown} text')].map(
              t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)"""
        )
        assert min(sizes) >= 11


def test_a_facet_narrows_and_is_taken_back(visiting: Visiting) -> None:
    visit = visiting(1440)
    page = visit.go("/")
    before = page.locator(".entry, .folded").count()
    page.locator(".facets .ch-security a").click()
    page.wait_for_selector(".chosen")
    assert page.locator(".entry:not(.ch-security)").count() == 0
    page.locator(".chosen a").first.click()
    page.wait_for_selector(".chosen", state="detached")
    assert page.locator(".entry, .folded").count() == before


def test_the_introduction_is_folded_for_good(visiting: Visiting) -> None:
    visit = visiting(390)
    page = visit.go("/")
    page.locator(".intro .btn:not(.main)").click()
    page.wait_for_selector(".intro", state="detached")
    assert visit.go("/").locator(".intro").count() == 0


def test_a_finding_is_reached_from_its_event(visiting: Visiting) -> None:
    visit = visiting(1440)
    page = visit.go("/")
    page.locator(".entry h3 a").nth(2).click()
    page.locator(".proof .path a", has_text="문장").first.click()
    page.wait_for_selector(".at:target", state="attached")
    place = page.locator(".at:target").evaluate("e => e.getBoundingClientRect().top")
    assert 0 <= place < 900


@pytest.mark.parametrize("width", [1440, 360])
def test_no_tip_is_cut_off(visiting: Visiting, width: int) -> None:
    visit = visiting(width)
    page = visit.go("/")
    page.locator(".entry .evid > summary").first.click()
    page.locator(".entry .to").first.click()
    page.wait_for_selector(".art .fnd")
    edges = page.evaluate(
        """() => [...document.querySelectorAll('.fnd[tabindex]')].map(f => {
          f.focus();
          const box = f.querySelector('.tip').getBoundingClientRect();
          return [box.left, box.right, box.width];
        })"""
    )
    assert edges
    assert all(left >= 0 and right <= width and wide > 0 for left, right, wide in edges)
    visit.check()


def test_the_first_stop_of_the_tab_key_skips_to_the_text(visiting: Visiting) -> None:
    page = visiting(1440).go("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_print_leaves_the_tools_out(visiting: Visiting) -> None:
    page = visiting(1440, theme="dark").go("/")
    page.emulate_media(media="print")
    assert not page.is_visible(".facets")
    assert not page.is_visible(".mast form")
    assert page.is_visible(".entry h3")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == "rgb(255, 255, 255)"


def test_keys_move_between_entries(visiting: Visiting) -> None:
    visit = visiting(1440)
    page = visit.go("/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".entry").nth(1).get_attribute("class").endswith("here")  # type: ignore[union-attr]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_finding_explains_itself_on_focus(visiting: Visiting) -> None:
    visit = visiting(1440)
    page = visit.go("/")
    page.locator(".entry .evid > summary").first.click()
    page.locator(".entry .to").first.click()
    page.wait_for_selector(".art .fnd")
    finding = page.locator(".art .fnd").first
    finding.focus()
    assert finding.locator(".tip").first.is_visible()


def test_search_finds_northern_spelling(visiting: Visiting) -> None:
    visit = visiting(1440)
    page = visit.go("/")
    page.fill("#q", "러시아")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit mark")
    assert "로씨야" in page.locator("main").inner_text()
    visit.check()


@pytest.mark.parametrize(("width", "lang"), [(1440, "ko"), (390, "en")])
def test_the_tour_leads_through_real_pages(visiting: Visiting, width: int, lang: str) -> None:
    visit = visiting(width, lang)
    page = visit.go("/")
    page.locator(".intro .btn.main").click()
    for number in range(1, 7):
        page.wait_for_selector(f".tour b:text('{number} / 6')")
        visit.check()
        if number < 6:
            page.locator(".tour [rel=next]").click()
    page.locator(".tour .acts a", has_text="Chronicle" if lang == "en" else "연대기로").last.click()
    page.wait_for_selector(".entry")


def test_a_period_is_drawn_over_the_strip(visiting: Visiting) -> None:
    visit = visiting(1440)
    page = visit.go("/?channel=foreign")
    plot = page.locator(".plots svg.at-wide")
    months = (plot.get_attribute("data-months") or "").split()
    box = plot.bounding_box()
    assert box is not None
    step = box["width"] / len(months)
    y = box["y"] + box["height"] - 60
    page.mouse.move(box["x"] + step * 2.5, y)
    page.mouse.down()
    page.mouse.move(box["x"] + step * 4.5, y, steps=4)
    assert page.locator(".drawn.on").is_visible()
    page.mouse.up()
    page.wait_for_url(f"**/?channel=foreign&from={months[2]}&to={months[4]}")
    narrowed = (plot.get_attribute("data-months") or "").split()
    assert set(narrowed) <= set(months[2:5])
    page.locator(".strip figcaption a", has_text="기간 풀기").click()
    page.wait_for_url("**/?channel=foreign")
    visit.check()


def test_an_article_beside_its_capture(visiting: Visiting) -> None:
    visit = visiting(1440)
    page = visit.go("/article/s21-women-forum.html")
    page.locator(".crumb a", has_text="나란히").click()
    frame = page.locator("iframe.capture")
    frame.wait_for()
    assert frame.get_attribute("sandbox") == ""
    shown = page.frame_locator("iframe.capture").locator("body").inner_text()
    assert "최선희" in shown
    assert visit.fits()
    # Links of the capture to its own pictures and styles are refused, which is said in the console
    assert visit.outside == []


def test_a_citation_is_copied(visiting: Visiting) -> None:
    visit = visiting(1440)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.go("/")
    page.locator(".entry h3 a").first.click()
    page.wait_for_selector("#citation")
    page.locator("[data-copy]").click()
    page.wait_for_selector("[data-copy]:text('베꼈다')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#citation").text_content()
    visit.check()
