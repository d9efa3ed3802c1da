"""TimelineJS itself, in Chromium, shows what is exported: every slide, and no text as markup."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from export.building import written
from haengbo.export.timelines import _slide
from haengbo.ledger import EventFilter, Ledger
from web.browsing import ARGS

#: TimelineJS 3.9.11 (npm: @knight-lab/timelinejs), unchanged, MPL-2.0.
SCRIPT = Path(__file__).parent / "vendor" / "timeline.js"
_SHOW = """data => new Promise((done, failed) => {
  const box = document.createElement("div");
  box.id = "box"; box.style.cssText = "width: 900px; height: 600px";
  document.body.append(box);
  const timeline = new TL.Timeline("box", data, {language: "en", script_path: "http://timeline.example/js/"});
  timeline.on("loaded", () => done({
    slides: timeline.config.events.map(slide => slide.unique_id),
    messages: [...document.querySelectorAll(".tl-message-content")].map(m => m.textContent),
    markers: document.querySelectorAll(".tl-timemarker").length,
    text: box.textContent,
    links: [...box.querySelectorAll(".tl-text-content a")].map(a => a.href),
  }));
  setTimeout(() => failed(new Error(box.textContent)), 20000);
})"""


@pytest.fixture(scope="module")
def page(chromium: Path) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=ARGS)
        opened = browser.new_page()
        # Nothing is fetched: styles and fonts of TimelineJS are not needed to read the data
        opened.route("**/*", lambda route: route.fulfill(status=200, body="<html></html>"))
        yield opened
        browser.close()


def shown(page: Page, timeline: dict[str, Any]) -> dict[str, Any]:
    """What TimelineJS makes of a file."""
    page.goto("http://timeline.example/")
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate(_SHOW, timeline)
    return found


@pytest.mark.browser
def test_every_slide_is_shown(page: Page, sample_ledger: Ledger) -> None:
    wanted = EventFilter(who=("최선희",))
    timeline = json.loads(written(sample_ledger, "timelinejs", events=wanted))
    found = shown(page, timeline)
    ids = [slide["unique_id"] for slide in timeline["events"]]
    assert sorted(found["slides"]) == sorted(ids) != []
    assert found["markers"] == len(ids)
    assert found["messages"] in ([], [""])
    headline = timeline["events"][0]["text"]["headline"]
    assert headline in found["text"]


@pytest.mark.browser
def test_texts_stay_texts(page: Page, sample_ledger: Ledger) -> None:
    line = next(line for line in sample_ledger.all_events() if line.event.date)
    hostile = '<img src=x onerror="window.ran = 1"><b>회담</b>'
    event = replace(line.event, label_ko=hostile, sentence=hostile)
    source = replace(line.page, url='https://a.example/?"><script>window.ran = 1</script>')
    slide = _slide(replace(line, event=event, page=source), whole=False)
    assert slide is not None
    found = shown(page, {"scale": "human", "events": [slide]})
    assert "<b>회담</b>" in found["text"]
    assert page.evaluate("window.ran") is None
    # TimelineJS takes an address away that it does not trust
    assert {link[:18] for link in found["links"]} <= {"https://a.example/", ""}
