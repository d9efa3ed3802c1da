"""Deciding in a real Chromium, in both languages and sizes, with and without script."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from haengbo.ledger import Ledger, StatementFilter
from haengbo.web.app import create_app
from web.browsing import Visit
from web.posting import copy_of
from web.serving import served
from web.test_accessibility import ALL, AXE, violations

pytestmark = pytest.mark.browser
WIDTHS = {"wide": 1440, "phone": 390}


@pytest.fixture
def ledger(sample_location: str, tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(copy_of(sample_location, tmp_path))
    yield opened
    opened.close()


@pytest.fixture
def visit(browser: Browser, ledger: Ledger) -> Iterator[Callable[..., Visit]]:
    """Opens visits to a site of one's own."""
    with served(create_app(str(ledger.engine.url), who="나기록")) as address:
        visits: list[Visit] = []

        def start(size: str, lang: str = "ko") -> Visit:
            visits.append(Visit(browser, address, WIDTHS[size], lang))
            return visits[-1]

        yield start
        for one in visits:
            one.close()


def accessible(visit: Visit) -> None:
    """Nothing for axe, nothing wrong, nothing wide."""
    visit.check()
    visit.page.evaluate(AXE)
    assert violations(visit.page, ALL) == []


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("size", list(WIDTHS))
def test_a_place_is_corrected_and_undone(
    visit: Callable[..., Visit], ledger: Ledger, size: str, lang: str
) -> None:
    line = max(ledger.all_events(), key=lambda x: (len(x.event.discrepancies), x.pages))
    seen = visit(size, lang)
    page = seen.go(f"/event/{line.id}")
    row = page.locator(".fields tr", has=page.locator("form input[name=field][value=place]")).first
    row.locator(".fix > summary").click()
    row.locator("input[name=value]").first.fill("평양 시험관")
    row.locator("input[name=why]").fill("원문을 확인함")
    accessible(seen)
    row.locator("form button").first.click()
    expect(page.locator(".written")).to_be_visible()
    expect(row.locator(".val")).to_have_text("평양 시험관")
    expect(page.locator("#decisions .log .new").first).to_have_text("평양 시험관")
    accessible(seen)
    page.locator(".written button").click()
    expect(page.locator("#decisions .undone")).to_have_count(1)
    expect(row.locator(".val")).not_to_have_text("평양 시험관")


@pytest.mark.parametrize("size", list(WIDTHS))
def test_a_finding_is_judged_in_the_margin(
    visit: Callable[..., Visit], ledger: Ledger, size: str
) -> None:
    line = next(iter(ledger.all_events()))
    seen = visit(size)
    page = seen.go(f"/article/{line.page.name}")
    note = page.locator(".mg li:has(.judge)").first
    note.locator(".no").focus()
    note.get_by_role("button", name="맞다").click()
    expect(page.locator(".mg .j-confirm")).to_have_count(1)
    note.locator(".no").focus()
    accessible(seen)
    note.get_by_role("button", name="되돌리기").click()
    expect(page.locator(".mg .j-confirm")).to_have_count(0)


def test_a_selection_becomes_a_finding(visit: Callable[..., Visit], ledger: Ledger) -> None:
    line = next(iter(ledger.all_events()))
    seen = visit("wide")
    page = seen.go(f"/article/{line.page.name}")
    paragraph = page.locator("p.tx[data-at]").nth(1)
    paragraph.scroll_into_view_if_needed()
    paragraph.evaluate(
        """p => {
          const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT,
            n => n.parentElement.closest('.tip, sup') ? NodeFilter.FILTER_REJECT : 1);
          const nodes = []; while (walk.nextNode()) nodes.push(walk.currentNode);
          const text = nodes.filter(n => n.data.trim());
          const range = document.createRange();
          range.setStart(text[0], 0); range.setEnd(text.at(-1), text.at(-1).data.length);
          getSelection().removeAllRanges(); getSelection().addRange(range);
        }"""
    )
    page.locator(".select-bar [data-do=add]").click()
    quote = page.locator("#add textarea[name=quote]").input_value()
    start = int(page.locator("#add input[name=start]").input_value())
    detail = ledger.article(line.page.name)
    assert detail is not None
    assert detail.reading.article.text[start : start + len(quote)] == quote
    page.locator("#add select[name=what]").select_option("statement")
    assert not page.locator("#add select[name=type]").is_visible()
    page.locator("#add input[name=who]").fill("시험 대변인")
    accessible(seen)
    page.locator("#add button.main").click()
    expect(page.locator(".written")).to_be_visible()
    assert "시험 대변인" in page.locator(".art").inner_text()
    seen.check()


def test_forms_work_without_script(
    visit: Callable[..., Visit], browser: Browser, ledger: Ledger
) -> None:
    address = visit("wide").address
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    line = next(iter(ledger.all_events()))
    page.goto(f"{address}/event/{line.id}")
    page.locator("#decide .main").click()
    assert "done=1" in page.url
    assert page.locator(".written").is_visible()
    context.close()
    assert [d.kind for d in ledger.decisions()] == ["confirm"]


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("size", list(WIDTHS))
def test_the_queue_is_worked_through(
    visit: Callable[..., Visit], ledger: Ledger, size: str, lang: str
) -> None:
    seen = visit(size, lang)
    page = seen.go("/queue")
    accessible(seen)
    first = page.locator(".ask h2").text_content() or ""
    page.keyboard.press("j")
    expect(page.locator(".ask h2")).not_to_have_text(first)
    page.keyboard.press("k")
    expect(page.locator(".ask h2")).to_have_text(first)
    page.keyboard.press("e")
    expect(page.locator("#set input[name=value]").first).to_be_focused()
    accessible(seen)
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.locator(".written")).to_be_visible()
    accessible(seen)
    page.keyboard.press("u")
    expect(page.locator(".ask h2")).to_have_text(first)
    assert [d.kind for d in ledger.decisions()] == ["undo", "confirm"]


def test_twenty_decisions_are_twenty_keystrokes(
    visit: Callable[..., Visit], ledger: Ledger
) -> None:
    seen = visit("wide")
    page = seen.go("/queue?kind=unreviewed")
    page.evaluate("sessionStorage.setItem('keys', '0')")
    page.context.add_init_script(
        """addEventListener('keydown', () =>
             sessionStorage.setItem('keys', 1 + Number(sessionStorage.getItem('keys'))), true)"""
    )
    page.reload()
    began = time.monotonic()
    for number in range(20):
        page.keyboard.press("r" if number % 5 == 4 else "a")
        expect(page.locator(".written b")).to_contain_text(f"{number + 1}")
        # The next question has the focus: nobody has to look for it
        expect(page.locator("section.ask")).to_be_focused()
    assert time.monotonic() - began < 60
    assert page.evaluate("sessionStorage.getItem('keys')") == "20"
    assert len(ledger.decisions()) == 20
    seen.check()


@pytest.mark.parametrize(("size", "lang"), [("wide", "ko"), ("phone", "en")])
def test_findings_are_answered_by_keys_alone(
    visit: Callable[..., Visit], ledger: Ledger, size: str, lang: str
) -> None:
    seen = visit(size, lang)
    page = seen.go("/article/s21-women-forum.html")
    note = page.locator(".mg li").first
    page.keyboard.press("j")
    expect(note.locator(".no")).to_be_focused()
    page.keyboard.press("x")
    expect(note.locator(".said")).to_be_visible()
    expect(note.locator(".no")).to_be_focused()
    page.keyboard.press("u")
    expect(note.locator(".said")).to_have_count(0)
    expect(note.locator(".no")).to_be_focused()
    page.keyboard.press("c")
    expect(note.locator("select[name=field]")).to_be_focused()
    accessible(seen)
    page.keyboard.press("Tab")
    page.keyboard.type("시험관")
    page.keyboard.press("Tab")
    page.keyboard.type("원문을 봄")
    page.keyboard.press("Enter")
    expect(page.locator(".written")).to_be_visible()
    made = ledger.decisions()[0]
    assert (made.kind, made.after, made.why) == ("correct", "시험관", "원문을 봄")
    assert [d.kind for d in ledger.decisions()] == ["correct", "undo", "reject"]


def test_a_finding_in_the_text_leads_to_its_answers(visit: Callable[..., Visit]) -> None:
    seen = visit("wide")
    page = seen.go("/article/s21-women-forum.html")
    found = page.locator(".fnd[data-notes][tabindex]").first
    found.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".mg li.open [data-key=y]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".mg li.open")).to_have_count(0)
    page.locator(".f-st[data-notes]").first.click()
    expect(page.locator(".mg li.open .judge")).to_be_visible()
    page.keyboard.press("n")
    page.wait_for_url(lambda url: "s21-women-forum" not in url)
    seen.check()


SELECT = """(words) => {
  const walk = document.createTreeWalker(document.querySelector(".text-col"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, at = node.data.indexOf(words);
    if (at < 0 || node.parentElement.closest(".tip, .mg, h1")) continue;
    const range = document.createRange();
    range.setStart(node, at); range.setEnd(node, at + words.length);
    getSelection().removeAllRanges(); getSelection().addRange(range);
    return;
  }
}"""


def test_selected_words_set_a_finding_right_or_reject_it(
    visit: Callable[..., Visit], ledger: Ledger
) -> None:
    seen = visit("wide")
    page = seen.go("/article/s21-women-forum.html")
    page.evaluate(SELECT, "러시아")
    page.locator(".select-bar [data-do=c]").first.click()
    value = page.locator(".mg li.open input[name=value]")
    expect(value).to_have_value("러시아")
    expect(value).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".written")).to_be_visible()
    page.evaluate(SELECT, "이번에는")
    accessible(seen)
    page.locator(".select-bar [data-do=x]").first.click()
    page.keyboard.type("잘못 읽음")
    page.keyboard.press("Enter")
    expect(page.locator(".mg li.j-reject")).to_have_count(1)
    rejected, corrected = ledger.decisions()
    assert (rejected.kind, rejected.why) == ("reject", "잘못 읽음")
    assert (corrected.kind, corrected.after) in {("correct", "러시아"), ("prefer", "러시아")}


def test_a_statement_is_said_anew(visit: Callable[..., Visit], ledger: Ledger) -> None:
    seen = visit("wide")
    page = seen.go("/article/s21-women-forum.html")
    note = page.locator(".mg li:has(input[name=instead])").first
    note.locator(".no").focus()
    page.keyboard.press("c")
    note.locator("input[name=who]").fill("시험 대변인")
    page.keyboard.press("Enter")
    expect(page.locator(".mg li.j-add")).to_have_count(1)
    expect(page.locator(".mg li.j-reject")).to_have_count(1)
    assert "시험 대변인" in page.locator(".mg li.j-add").inner_text()
    said = ledger.statements(StatementFilter(who=("시험 대변인",)))
    assert said.total == 1
    seen.check()
