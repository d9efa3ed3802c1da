"""A second desk is nothing but data: the worked example, laid over the shipped pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from haengbo.capture import collect
from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.validation import find_problems
from haengbo.ledger import EventFilter, Ledger
from haengbo.model.page import Page
from haengbo.pipeline import Outcome, ingest
from haengbo.reader import may_matter, read_page

FOLDER = Path(__file__).parents[2] / "examples" / "desk-tokyo-beijing"


@pytest.fixture(scope="module")
def desk() -> Knowledge:
    return load([FOLDER / "pack"])


def pages() -> dict[str, Page]:
    found = collect([str(FOLDER / "pages")])
    return {page.name: page for page in found if isinstance(page, Page)}


def test_the_pack_is_sound(desk: Knowledge) -> None:
    assert find_problems(desk) == ()


def test_the_gate_is_the_desks(desk: Knowledge, knowledge: Knowledge) -> None:
    shuttle = pages()["shuttle.txt"]
    assert not may_matter(shuttle, knowledge)
    assert may_matter(shuttle, desk)


def test_people_frames_and_papers_are_the_desks(desk: Knowledge, knowledge: Knowledge) -> None:
    page = pages()["directors.txt"]
    plain, reading = read_page(page, knowledge), read_page(page, desk)
    assert len(reading.events) == len(plain.events) + 1
    meeting = next(event for event in reading.events if event.mode == "meeting")
    assert {p.name for p in meeting.participants} == {"민보름", "하나이 가즈오"}
    assert (meeting.date, meeting.place, meeting.rule) == ("2025-11-12", "도쿄", "desk-directors")
    assert reading.article.outlet is not None
    assert reading.article.outlet.value == "가람일보"
    known = {actor.name for actor in reading.actors if actor.known == "desk-hanai-kazuo"}
    assert known == {"하나이 가즈오"}


def test_what_a_ledger_of_the_desk_holds(desk: Knowledge, knowledge: Knowledge) -> None:
    counts = {}
    for name, used in (("plain", knowledge), ("desk", desk)):
        ledger = Ledger.open(":memory:", knowledge=used)
        result = ingest(ledger, pages().values(), used)
        counts[name] = (result.counts[Outcome.READ], result.events)
        if name == "desk":
            (line,) = ledger.events(EventFilter(who=("민보름",))).items
            assert line.event.channel == "foreign"
        ledger.close()
    assert counts == {"plain": (1, 1), "desk": (2, 2)}
