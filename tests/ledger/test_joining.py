"""Relations are sought among events near in days; reports by keys, without reading all keys."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event as happening
from sqlalchemy import select

from haengbo.collation import relate, sought_by
from haengbo.ledger import Ledger
from haengbo.ledger.loading import ReportLoader
from haengbo.ledger.neighbours import around
from haengbo.ledger.records import decode
from haengbo.ledger.tables import EventRow, ReportKeyRow, ReportRow
from haengbo.model.collation import Event
from haengbo.model.reading import Status


def stored(ledger: Ledger) -> list[Event]:
    with ledger.writing() as session:
        return [decode(record, Event) for record in session.scalars(select(EventRow.record))]


def test_no_relation_is_lost(sample_ledger: Ledger) -> None:
    everything = stored(sample_ledger)
    related = 0
    for event in everything[::3]:
        with sample_ledger.writing() as session:
            near = around(session, sought_by(event))
        assert len(near) < len(everything)
        assert relate([event], near) == relate([event], everything)
        related += bool(relate([event], near))
    assert related


@pytest.mark.parametrize(
    ("date", "status", "near", "why"),
    [
        ("2024-06-19", Status.OCCURRED, True, "the day itself"),
        ("2024-06", Status.PLANNED, True, "a plan for the month"),
        ("2024-06-18", Status.OCCURRED, True, "the day before"),
        ("2024-06-16", Status.OCCURRED, False, "three days before"),
        ("2024-06-01", Status.OCCURRED, False, "weeks before"),
        ("../2024-06-19", Status.PLANNED, True, "without a beginning"),
        (None, Status.PLANNED, False, "without a date nothing is related"),
    ],
)
def test_only_what_may_be_related_is_loaded(
    date: str | None, status: Status, near: bool, why: str, sample_ledger: Ledger
) -> None:
    everything = stored(sample_ledger)
    one = next(e for e in everything if e.date == "2024-06-19" and e.mode == "meeting")
    moved = replace(one, id="moved", date=date, status=status)
    with sample_ledger.writing() as session:
        found = around(session, sought_by(moved))
    assert relate([moved], found) == relate([moved], everything), why
    assert (one in found or bool(relate([moved], found))) is near, why
    assert len(found) < len(everything) / 4


def test_beginnings_are_found_by_the_index(sample_ledger: Ledger) -> None:
    with sample_ledger.reading() as session:
        rows = session.execute(select(ReportKeyRow.key, ReportRow.id).join(ReportRow)).all()
    beginnings = sorted({key[:-2] for key, _ in rows})[:40]
    asked: list[tuple[str, Any]] = []

    def remember(_c: Any, _cursor: Any, statement: str, given: Any, *_rest: Any) -> None:  # noqa: ANN401
        asked.append((statement, given))

    happening.listen(sample_ledger.engine, "before_cursor_execute", remember)
    with sample_ledger.reading() as session:
        found = ReportLoader(session).by_keys(f"{beginning}*" for beginning in beginnings)
    happening.remove(sample_ledger.engine, "before_cursor_execute", remember)
    expected = {report for key, report in rows if key.startswith(tuple(beginnings))}
    assert {told.anchor.text for told in found} == expected
    with sample_ledger.engine.connect() as connection:
        plans = [
            connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given).all()
            for statement, given in asked
            if "report_keys" in statement
        ]
    steps = [str(row[-1]) for plan in plans for row in plan]
    assert any("SEARCH report_keys" in step for step in steps)
    assert not [step for step in steps if step.startswith("SCAN report_keys")]
