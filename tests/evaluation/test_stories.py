"""Texts that tell several things are judged by each of them."""

from __future__ import annotations

from typing import Any

from evaluation.constructions import readings_of
from evaluation.stories import Page, faults_of, pages, stories


def _page(name: str) -> Page:
    found = [story for story in stories() if story.id == name.partition(".")[0]]
    return next(page for page in pages(found, 1) if page.id == name)


def test_every_story_is_filled_and_named_once() -> None:
    found = stories()
    assert len({story.id for story in found}) == len(found)
    told = list(pages(found, 1))
    assert not [page.text for page in told if "{" in page.text]
    assert not [page.id for page in told for w in page.wanted for n in w.people if "{" in n]


def test_what_is_missing_is_told_from_what_is_besides() -> None:
    page = _page("visits-and-meets.0.0")
    record: dict[str, Any] = readings_of([page])[page.id]
    visit, meeting = record["events"]
    assert faults_of(page, record) == []
    assert faults_of(page, {"events": [visit]}) == ["missing CONSULT/meeting 2026-05-12"]
    twice = {"events": [visit, meeting, meeting]}
    assert faults_of(page, twice) == ["besides CONSULT/meeting occurred 2026-05-12"]
    another_day = {"events": [visit, meeting | {"date": None}]}
    assert faults_of(page, another_day) == ["CONSULT/meeting date=None"]
