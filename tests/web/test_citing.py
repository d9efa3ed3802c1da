"""Citations of an event, and its place in its channel."""

from __future__ import annotations

import datetime as dt

from haengbo.export.citations import bibtex_of, csl_of
from haengbo.ledger import Ledger
from haengbo.web.citing import citation
from haengbo.web.standing import line_of_channel

TODAY = dt.date(2026, 1, 5)


def test_a_citation_names_record_and_counts(sample_ledger: Ledger) -> None:
    line = max(sample_ledger.all_events(), key=lambda x: x.pages)
    text = citation(line, TODAY)
    assert line.id in text
    assert f"보도 {line.pages} · 원천 {line.origins} · 목소리 {line.voices}" in text
    assert text.endswith("2026년 1월 5일 열람.")


def test_bibtex_is_closed_and_says_when_it_was_seen(sample_ledger: Ledger) -> None:
    for line in sample_ledger.all_events():
        entry = bibtex_of(line, TODAY.isoformat())
        assert entry.startswith(f"@misc{{haengbo:{line.id},\n")
        assert "urldate = {2026-01-05}" in entry
        assert entry.count("{") == entry.count("}")


def test_csl_has_the_day_where_there_is_one(sample_ledger: Ledger) -> None:
    for line in sample_ledger.all_events():
        (record,) = csl_of(line, TODAY.isoformat())
        assert ("issued" in record) == (line.day is not None)


def test_neighbours_are_of_the_channel_and_in_order(sample_ledger: Ledger) -> None:
    lines = [line for line in sample_ledger.all_events() if line.day and line.event.channel]
    for line in lines[::7]:
        standing = line_of_channel(sample_ledger, line)
        assert [s.line.id for s in standing if s.here] in ([line.id], [])
        assert {s.line.event.channel for s in standing} <= {line.event.channel}
        days = [s.line.day or "" for s in standing]
        assert days == sorted(days)
        assert all(s.gap is None or s.gap >= 0 for s in standing)


def test_an_event_without_a_day_stands_nowhere(sample_ledger: Ledger) -> None:
    undated = [line for line in sample_ledger.all_events() if line.day is None]
    assert all(line_of_channel(sample_ledger, line) == [] for line in undated)
