"""The timeline by days: every event a mark in its own day, every day an address."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import unquote_plus

import pytest
from fastapi.testclient import TestClient

from haengbo.ledger import Ledger
from haengbo.ledger.views import EventFilter
from haengbo.web.nearer import period_of, wider
from web.markup import nodes, parsed, strings


@pytest.mark.parametrize(
    ("since", "until", "near", "around", "why"),
    [
        ("2025-06-01", "2025-06-30", True, ("2025", "2025"), "a month lies in its year"),
        ("2025-06-04", "2025-06-04", True, ("2025-06", "2025-06"), "a day lies in its month"),
        ("2025-06-04", "2025-06-09", True, ("2025-06", "2025-06"), "a week does"),
        ("2024-12-28", "2025-01-03", True, ("2024", "2025"), "over the turn of the year"),
        ("2025-01-01", "2025-12-31", False, None, "a year is drawn by months"),
        ("2025-06-04", None, False, None, "an open period has no days"),
        ("2025-06-09", "2025-06-04", False, None, "ends before it begins"),
    ],
)
def test_periods(
    since: str, until: str | None, near: bool, around: tuple[str, str] | None, why: str
) -> None:
    chosen = EventFilter(since=since, until=until)
    assert (period_of(chosen) is not None) is near, why
    assert wider(chosen) == around, why


@pytest.fixture
def month(sample_ledger: Ledger) -> str:
    """The month with most events of a known day."""
    return max(sample_ledger.density(), key=lambda cell: cell.exact).month


def test_every_event_is_a_mark_and_every_day_an_address(client: TestClient, month: str) -> None:
    page = parsed(client.get(f"/?from={month}&to={month}").text)
    plot = nodes(page, "//svg[contains(@class, 'at-wide')]")[0]
    marks = nodes(plot, ".//g[starts-with(@class, 'ch-')]/rect[contains(@class, 'tick')]")
    said = [int(re.findall(r"\d+", text)[-1]) for text in strings(plot, ".//a/@aria-label")]
    assert len(marks) == sum(said) > 3
    sums = strings(page, "//ul[contains(@class, 'sums')]//a/text()[normalize-space()]")
    assert sum(int(number) for number in sums) == len(marks)
    link = strings(plot, ".//a/@href")[0]
    day = re.findall(r"from=(\d{4}-\d\d-\d\d)", unquote_plus(link))
    assert day
    assert day[0].startswith(month)
    one = parsed(client.get(link).text)
    assert nodes(one, "//svg[contains(@class, 'at-wide')]//rect[@class='win']"), "the day is shaded"
    back = strings(one, f"//figcaption/a[contains(@href, 'from={month}&')]/@href")
    assert back, "a step back to the month"


def test_marks_of_one_day_do_not_cover_each_other(client: TestClient, month: str) -> None:
    page = parsed(client.get(f"/?from={month}&to={month}").text)
    plot = nodes(page, "//svg[contains(@class, 'at-narrow')]")[0]
    for lane in nodes(plot, ".//g[starts-with(@class, 'ch-')]"):
        marks = nodes(lane, "rect[contains(@class, 'tick')]")
        places = sorted(
            (float(str(m.get("x"))[:-1]), float(str(m.get("width"))[:-1])) for m in marks
        )
        for (x, width), (after, _) in pairwise(places):
            assert x + width <= after + 0.02


def test_the_days_are_taken_away(client: TestClient, month: str) -> None:
    assert "<rect" in client.get(f"/months.svg?from={month}&to={month}").text
