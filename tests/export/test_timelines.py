"""Timelines have the fields that TimelineJS documents, and no text that it would run."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from export.building import written
from haengbo.export.timelines import _date, _slide
from haengbo.ledger import Ledger
from haengbo.ledger.views import EventLine
from haengbo.model import edtf


@pytest.fixture
def line(sample_ledger: Ledger) -> EventLine:
    return next(line for line in sample_ledger.all_events() if line.event.date)


def test_slides_are_the_dated_events_oldest_first(sample_ledger: Ledger) -> None:
    told: list[str] = []
    timeline = json.loads(written(sample_ledger, "timelinejs", tell=told.append))
    slides = timeline["events"]
    lines = {line.id: line for line in sample_ledger.all_events()}
    assert set(timeline) == {"scale", "events"}
    days = [lines[slide["unique_id"]].day for slide in slides]
    assert days == sorted(days, key=str)
    assert len(slides) + int(told[0].split()[-1].removesuffix("건")) == len(lines)
    for slide in slides:
        assert set(slide) <= {
            *("unique_id", "start_date", "end_date", "display_date", "text", "group"),
        }
        assert set(slide["text"]) == {"headline", "text"}
        assert all(isinstance(part, int) for part in slide["start_date"].values())
        assert "year" in slide["start_date"]


@pytest.mark.parametrize(
    ("date", "start", "why"),
    [
        ("2025-06", {"year": 2025, "month": 6}, "a month is a month"),
        ("2025", {"year": 2025}, "a year"),
        ("2025-06-04", {"year": 2025, "month": 6, "day": 4}, "a day"),
    ],
)
def test_dates_are_as_precise_as_known(date: str, start: dict[str, int], why: str) -> None:
    point = edtf.parse(date).start
    assert point is not None
    assert _date(point) == start, why


def test_texts_are_no_markup(line: EventLine) -> None:
    event = replace(line.event, label_ko="<b>회담", sentence='<script>alert("1")</script>')
    page = replace(line.page, url="javascript:alert(1)", outlet="<i>일보")
    slide = _slide(replace(line, event=event, page=page), whole=False)
    assert slide is not None
    shown = slide["text"]["headline"] + slide["text"]["text"]
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "<i>" not in shown
    assert "javascript:" not in shown


def test_an_address_is_a_link(line: EventLine) -> None:
    page = replace(line.page, url='https://example.org/?a="&b')
    slide = _slide(replace(line, page=page), whole=False)
    assert slide is not None
    assert 'href="https://example.org/?a=&quot;&amp;b"' in slide["text"]["text"]
