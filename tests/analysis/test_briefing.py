"""What a report of a period tells, as data: over the samples, and of a small ledger by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from haengbo.analysis.briefing import Briefing, brief, gather
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.model import edtf
from haengbo.model.decision import Outcome
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.reading import Status
from haengbo.pipeline import ingest

JUNE = (dt.date(2025, 6, 1), dt.date(2025, 6, 30))
AUTUMN = (dt.date(2025, 5, 1), dt.date(2025, 10, 31))


def of_samples(ledger: Ledger, knowledge: Knowledge, days: tuple[dt.date, dt.date]) -> Briefing:
    return brief(gather(ledger, *days), *days, knowledge)


def test_events_lie_within_the_period_or_are_said_to_be_loose(
    sample_ledger: Ledger, knowledge: Knowledge
) -> None:
    made = of_samples(sample_ledger, knowledge, JUNE)
    told = [one for group in made.channels for one in group.events]
    assert len(told) > 5
    for one in told:
        days = edtf.parse(one.line.event.date or "")
        assert JUNE[0] <= days.earliest <= days.latest <= JUNE[1]
        assert one.pages
    assert made.loose
    assert not {one.line.id for one in told} & {one.line.id for one in made.loose}
    occurred = sum(1 for one in told if one.line.event.status is Status.OCCURRED)
    assert sum(bar.count for bar in made.bars) == occurred
    assert {len(bar.at) for bar in made.bars} == {10}


def test_a_long_period_is_counted_by_month(sample_ledger: Ledger, knowledge: Knowledge) -> None:
    made = of_samples(sample_ledger, knowledge, AUTUMN)
    assert {len(bar.at) for bar in made.bars} == {7}
    assert made.due
    assert all(AUTUMN[0] <= dt.date.fromisoformat(j.line.due or "") <= AUTUMN[1] for j in made.due)
    assert all(j.outcome in {Outcome.OPEN, Outcome.LAPSED} for j in made.due)
    assert [c.remark.old for c in made.remarks if c.remark.new == "핵심이익"]


def test_pages_are_named_once(sample_ledger: Ledger, knowledge: Knowledge) -> None:
    made = of_samples(sample_ledger, knowledge, JUNE)
    names = [page.name for page in made.pages]
    assert names == sorted(set(names))


def test_a_period_is_not_turned_round(sample_ledger: Ledger, knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="before it begins"):
        brief(gather(sample_ledger, *JUNE), JUNE[1], JUNE[0], knowledge)


def test_wording_is_new_only_once(knowledge: Knowledge) -> None:
    said = "김정은 총비서는 {} “조로관계는 불패의 동맹관계로 승화되였다”고 말했다.\n"
    ledger = Ledger.open(":memory:")
    pages = [
        Page(
            f"쪽{day}.txt",
            said.format(f"{int(day[-2:])}일").encode(),
            MediaType.TEXT,
            Known(published=day, outlet="조선중앙통신"),
        )
        for day in ("2024-11-05", "2025-06-05")
    ]
    ingest(ledger, pages, knowledge)
    first = (dt.date(2024, 11, 1), dt.date(2024, 11, 30))
    assert [new.text.day for new in of_samples(ledger, knowledge, first).wording]
    assert of_samples(ledger, knowledge, JUNE).wording == ()
    ledger.close()
