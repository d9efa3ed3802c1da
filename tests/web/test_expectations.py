"""Horizons become days: the first and the last that an EDTF value allows."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from haengbo.ledger import Ledger
from haengbo.web.foresight import calendar, judged_today, question_of
from haengbo.web.routes.expectations import begin_of, end_of
from web.markup import parsed, strings
from web.posting import copy_of, send, site_over


@pytest.mark.parametrize(
    ("horizon", "first"),
    [
        ("2025", "2025-01-01"),
        ("2025-06", "2025-06-01"),
        ("2025-07/2025-12", "2025-07-01"),
        ("2025-10-10", "2025-10-10"),
        ("../2025-10-10", None),
        ("2025~", "2025-01-01"),
        (None, None),
        ("곧", None),
    ],
)
def test_the_first_day(horizon: str | None, first: str | None) -> None:
    assert begin_of(horizon) == (dt.date.fromisoformat(first) if first else None)


@pytest.mark.parametrize(
    ("due", "last"), [("2025-12-31", "2025-12-31"), ("2025-02", "2025-02-28"), (None, None)]
)
def test_the_last_day(due: str | None, last: str | None) -> None:
    assert end_of(due) == (dt.date.fromisoformat(last) if last else None)


TODAY = dt.date(2026, 11, 25)


def test_an_expectation_is_settled_and_undone(sample_location: str, tmp_path: Path) -> None:
    location = copy_of(sample_location, tmp_path)
    with site_over(location) as client, closing(Ledger.open(location)) as ledger:
        waiting = [j for j in judged_today(ledger, TODAY) if j.waiting]
        assert waiting
        item = next(
            j for j in waiting if (q := question_of(ledger, j.line.id, TODAY)) and q.proposed
        )
        key = item.line.id
        question = question_of(ledger, key, TODAY)
        assert question is not None
        assert question.following is not None
        assert question.following.line.id != key
        best = question.proposed[0]
        page = client.get(f"/expectation/{key}").text
        assert best.line.event.sentence[:12] in unescape(page)
        fields = {"expectation": key, "value": best.suggests.value, "event": best.line.id}
        answer = send(client, "/decide/outcome", back=f"/expectation/{key}", **fields)
        assert answer.status_code == 303
        assert ledger.outcomes()[key].outcome is best.suggests
        assert ledger.outcomes()[key].event == best.line.id
        assert "매듭지은 것" in client.get("/expectations").text
        event = parsed(client.get(f"/event/{best.line.id}").text)
        settled = strings(event, "//section[@id='settled']//tbody//a/@href")
        assert settled == [f"/expectation/{key}"]
        send(client, "/decide/undo", decision="1")
        assert ledger.outcomes() == {}
        assert 'id="settled"' not in client.get(f"/event/{best.line.id}").text
        wrong = send(client, "/decide/outcome", expectation=key, value="perhaps")
        assert wrong.status_code == 422


def test_calendar_and_records(client: TestClient, sample_ledger: Ledger) -> None:
    every = judged_today(sample_ledger, TODAY)
    years = calendar(every)
    assert sum(len(x) for _, months in years for x in months) == sum(1 for j in every if j.line.due)
    assert [year for year, _ in years] == sorted((year for year, _ in years), reverse=True)
    assert "out-lapsed" in client.get("/expectations/calendar").text
    records_page = client.get("/expectations/records?by=hedge").text
    assert "아직 가리지 않음" in records_page
    assert client.get("/expectations/records?by=nonsense").status_code == 200
    assert client.get("/expectations/records.csv").text.count("\n") > 3
    ics = client.get("/expectations/due.ics")
    assert ics.text.startswith("BEGIN:VCALENDAR")
    assert client.get("/expectation/x0").status_code == 404
