"""With the keyboard alone: everything that acts is reached and seen, nothing holds on; and what
was chosen is still chosen after a reload and on the way back.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from haengbo.ledger import Ledger
from web.browsing import Visiting, paths

pytestmark = pytest.mark.browser
#: All that takes part in a walk and can be seen; a closed detail hides what is in it.
_NUMBERED = """() => {
  let n = 0;
  const all = document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"], iframe');
  for (const e of all) {
    const radio = e.type === 'radio' && !e.checked;
    const shown = e.checkVisibility({ visibilityProperty: true }) && !e.disabled && !radio;
    if (shown && e.tabIndex >= 0) e.dataset.walk = n++;
  }
  return n;
}"""
#: The number of what is in focus; whether it can be told from its neighbours.
_PRESENT = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return [-1, true];
  const now = getComputedStyle(e), box = e.getBoundingClientRect();
  const ring = now.outlineStyle !== 'none' && parseFloat(now.outlineWidth) >= 1;
  const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  return [Number(e.dataset.walk ?? -2), ring && inside, e.outerHTML.slice(0, 120)];
}"""
WALKED = ("event", "article", "queue", "sequels", "network", "dyad", "import", "nothing", "search")


def walk(page: Page) -> tuple[set[int], list[str], int]:
    """Numbers reached by Tab until the page is left; what had no visible focus; how many are."""
    number = int(page.evaluate(_NUMBERED))
    reached: set[int] = set()
    unseen: list[str] = []
    for _ in range(2 * number + 10):
        page.keyboard.press("Tab")
        at, seen, *what = page.evaluate(_PRESENT)
        if at in reached or at == -1:
            break
        if at >= 0:  # what comes to sight on the way has no number
            reached.add(at)
        if not seen:
            unseen += what
    return reached, unseen, number


@pytest.mark.parametrize("width", [1280, 390])
def test_everything_is_reached_and_seen(
    visiting: Visiting, sample_ledger: Ledger, width: int
) -> None:
    visit = visiting(width)
    found = paths(sample_ledger)
    wrong: dict[str, object] = {}
    for name in WALKED if width > 900 else ("queue", "dyad", "nothing"):
        visit.go(found[name])
        reached, unseen, number = walk(visit.page)
        missed = set(range(number)) - reached
        if missed or unseen:
            wrong[name] = (sorted(missed)[:5], unseen[:3])
    assert wrong == {}


@pytest.mark.parametrize(
    ("path", "mark", "why"),
    [
        ("/?channel=foreign&from=2024&q=러시아", ".chosen a", "facets, a period and words"),
        ("/statements?who=최선희&toward=러시아", "input[name=toward]", "a form of statements"),
        ("/network?kind=state&at=2024", ".slider a[aria-current]", "the year of a network"),
        ("/sequels?a=who:최선희&b=channel:summit&days=60", "input[name=a]", "a question"),
        ("/expectations?kind=forecast", ".chosen a[aria-current]", "a kind of expectation"),
        ("/queue?kind=unreviewed", ".chosen a[aria-current]", "a kind of question"),
        ("/search?q=핵심이익", "#q", "words"),
    ],
)
def test_what_was_chosen_stays(visiting: Visiting, path: str, mark: str, why: str) -> None:
    """After a reload, and after a look at something else and back."""
    visit = visiting(1280)
    page = visit.go(path)

    def state() -> tuple[str, list[str], list[str]]:
        shown = page.locator(mark)
        values = "es => es.map(e => e.value ?? e.textContent)"
        return page.url, shown.evaluate_all(values), page.locator("main h1").all_inner_texts()

    before = state()
    assert before[1], why
    page.reload()
    assert state() == before, why
    page.locator(".mast .name").click()
    page.wait_for_url("**/")
    page.go_back()
    expect(page.locator(mark).first).to_be_visible()
    assert state() == before, why
    visit.check()
