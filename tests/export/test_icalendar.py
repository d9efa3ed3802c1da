"""Calendars are read back by the icalendar package."""

from __future__ import annotations

import datetime as dt
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.building import written
from haengbo.export.icalendar import _folded, _text
from haengbo.ledger import EventFilter, Ledger


def entries(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_plans_are_what_a_calendar_shows(sample_ledger: Ledger) -> None:
    told: list[str] = []
    found = entries(written(sample_ledger, "ics", date="2026-01-02", tell=told.append))
    planned = EventFilter(statuses=("planned", "predicted"))
    lines = {line.id: line for line in sample_ledger.all_events(planned)}
    assert found
    for entry in found:
        line = lines[str(entry["UID"]).removesuffix("@haengbo")]
        assert str(entry["SUMMARY"]) == line.event.label_ko
        assert entry["DTSTART"].dt == dt.date.fromisoformat(line.day or "")
        assert entry["DTEND"].dt > entry["DTSTART"].dt
        assert entry["DTSTAMP"].dt == dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
        assert str(entry["STATUS"]) == "TENTATIVE"
    left = len(lines) - len(found)
    assert bool(told) == bool(left)
    assert not left or f"{left}건" in told[0]


def test_expectations_stand_on_the_last_day_of_their_horizon(sample_ledger: Ledger) -> None:
    found = entries(written(sample_ledger, "ics", "expectations"))
    due = {
        line.id: line.due
        for line in sample_ledger.expectations(size=1000).items
        if line.due is not None
    }
    assert {str(e["UID"]).removesuffix("@haengbo"): str(e["DTSTART"].dt) for e in found} == due
    assert all(len(str(entry["DESCRIPTION"])) < 400 for entry in found)


def test_what_happened_only_when_asked_for(sample_ledger: Ledger) -> None:
    happened = EventFilter(statuses=("occurred",))
    found = entries(written(sample_ledger, "ics", events=happened))
    assert {str(entry["STATUS"]) for entry in found} == {"CONFIRMED"}


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x85")))
def test_text_comes_back_as_it_was(text: str) -> None:
    lines = b"\r\n ".join(_folded(f"SUMMARY:{_text(text)}"))
    assert all(len(line) <= 75 for line in lines.split(b"\r\n"))
    data = b"BEGIN:VEVENT\r\n" + lines + b"\r\nEND:VEVENT\r\n"
    assert str(icalendar.Event.from_ical(data)["SUMMARY"]) == text


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("둘, 셋; 넷", "둘\\, 셋\\; 넷", "marks of the format"),
        ("두\r\n줄", "두\\n줄", "line ends"),
        ("a\x00b", "ab", "controls"),
        ("\r\nEND:VEVENT", "\\nEND:VEVENT", "no way out of the field"),
    ],
)
def test_escapes(text: str, line: str, why: str) -> None:
    assert _text(text) == line, why
