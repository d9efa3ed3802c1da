"""Relations are sought among events near in days; reports by keys, without reading all keys."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event as happening
from sqlalchemy import select

from haengbo.collation import RELATED_DAYS, relate
from haengbo.ledger import Ledger
from haengbo.ledger.joining import ReportLoader
from haengbo.ledger.neighbours import around
from haengbo.ledger.records import decode
from haengbo.ledger.tables import EventRow, ReportKeyRow, ReportRow
from haengbo.model.collation import Event


def stored(ledger: Ledger) -> list[Event]:
    with ledger.writing() as session:
        return [decode(record, Event) for record in session.scalars(select(EventRow.record))]


def test_no_relation_is_lost(sample_ledger: Ledger) -> None:
    everything = stored(sample_ledger)
    names = {event.id: {part.name for part in event.participants} for event in everything}
    related = 0
    for event in everything[::3]:
        sharing = [other for other in everything if names[other.id] & names[event.id]]
        with sample_ledger.writing() as session:
            near = around(session, [event], RELATED_DAYS)
        assert len(near) <= len(sharing)
        assert relate([event], near) == relate([event], sharing)
        related += bool(relate([event], near))
    assert related


@pytest.mark.parametrize(
    ("dates", "event_dates", "why"),
    [
        (["2024-06-19"], {"2024-06-19"}, "the day itself"),
        (["2024-06-16"], {"2024-06-19"}, "three days before"),
        (["2024-06-01", "2024-07-24", "2024-06-19"], {"2024-06-19"}, "one of several windows"),
        (["../2024-06-19"], {"2024-06-19"}, "without a beginning"),
        ([None], set(), "without a date"),
    ],
)
def test_around(
    dates: list[str | None], event_dates: set[str], why: str, sample_ledger: Ledger
) -> None:
    one = next(e for e in stored(sample_ledger) if e.date == "2024-06-19" and e.mode == "meeting")
    with sample_ledger.writing() as session:
        found = around(session, [replace(one, date=date) for date in dates], RELATED_DAYS)
    assert event_dates <= {event.date for event in found}, why
    assert all(event.date is not None for event in found)
    if dates == [None]:
        assert not found
    elif dates == ["2024-06-16"]:
        assert all(event.date is None or event.date < "2024-06-20" for event in found)


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
