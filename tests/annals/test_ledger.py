"""``haengbo.Ledger``: filters, rows as tables of other libraries, wording, sequels; no writing."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import polars as pl
import pytest

import haengbo
from haengbo.annals.records import EventRecord
from haengbo.annals.rows import Rows
from haengbo.errors import LedgerError, UsageError
from haengbo.ledger import EventFilter
from haengbo.ledger import Ledger as Opened

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def annals(sample_location: str) -> Iterator[haengbo.Ledger]:
    with haengbo.Ledger(sample_location, site="https://annals.example/") as opened:
        yield opened


def test_events_are_those_of_the_ledger(annals: haengbo.Ledger, sample_ledger: Opened) -> None:
    events = annals.events(who="최선희", type=["CONSULT", "AGREE"], since="2024", until="2024-12")
    wanted = EventFilter(("최선희",), ("CONSULT", "AGREE"), since="2024-01-01", until="2024-12-31")
    assert sorted(e.event for e in events) == sorted(
        line.id for line in sample_ledger.all_events(wanted)
    )
    days = [event.day for event in events]
    assert days == sorted(days, key=str)
    assert all(event.reports and event.reports[0].evidence for event in events)
    assert events[0].link == f"https://annals.example/event/{events[0].event}"


def test_every_list_has_rows(annals: haengbo.Ledger, sample_ledger: Opened) -> None:
    totals = sample_ledger.totals()
    assert len(annals.statements()) == totals.statements
    assert len(annals.expectations()) == totals.expectations
    assert len(annals.pages()) == totals.pages
    assert len(annals.actors()) == len(sample_ledger.actors(size=100_000))
    assert len(annals.decisions()) == 0
    assert {s.form for s in annals.statements(form="document")} == {"document"}
    assert {x.kind for x in annals.expectations(kind=["plan", "pledge"])} == {"plan", "pledge"}
    assert 0 < len(annals.pages(text="러시아")) < totals.pages
    assert [a.name for a in annals.actors(name="쇼이구")] == ["세르게이 쇼이구"]


def test_one_thing_at_a_time(annals: haengbo.Ledger) -> None:
    event = annals.events(who="최선희")[0]
    whole = annals.event(event.event)
    assert whole is not None
    assert whole.event == event
    assert annals.event("e0") is None
    portrait = annals.actor("최선희")
    assert portrait is not None
    assert portrait.kind == "person"
    assert annals.actor("아무도아닌사람") is None


@pytest.mark.parametrize("name", ["events", "statements", "expectations", "pages", "actors"])
def test_tables_of_all_libraries_agree(annals: haengbo.Ledger, name: str) -> None:
    rows: Rows[object] = getattr(annals, name)()
    arrow, pandas, polars = rows.to_arrow(), rows.to_pandas(), rows.to_polars()
    assert isinstance(pandas, pd.DataFrame)
    assert isinstance(polars, pl.DataFrame)
    assert list(rows.columns) == arrow.column_names == list(pandas.columns) == polars.columns != []
    assert len(rows) == arrow.num_rows == len(pandas) == len(polars) > 0
    # Tuples and lists are one in JSON
    plain, *tables = (
        json.dumps(found, default=str)
        for found in (rows.to_dicts(), arrow.to_pylist(), polars.to_dicts())
    )
    assert tables == [plain, plain]


def test_days_are_days(annals: haengbo.Ledger) -> None:
    rows = annals.events(since="2024", until="2024")
    assert rows.to_pandas().day.dtype.kind == "M"
    assert rows.to_polars().schema["day"] == pl.Date()
    assert {type(row["day"]) for row in rows.to_dicts()} == {dt.date}


def test_an_empty_table_has_the_same_columns(annals: haengbo.Ledger) -> None:
    none, some = annals.events(who="아무도아닌사람"), annals.events()
    assert len(none) == 0
    assert none.to_polars().schema == some.to_polars().schema
    assert list(none.to_pandas().columns) == list(some.to_pandas().columns)


def test_rows_are_a_sequence(annals: haengbo.Ledger) -> None:
    rows = annals.events()
    part = rows[1:3]
    assert isinstance(part, Rows)
    assert (len(part), part[0], list(part)) == (2, rows[1], [rows[1], rows[2]])
    assert part == rows[1:3]
    assert hash(part) == hash(rows[1:3])
    assert repr(part) == "<2 × EventRecord>"


def test_wording_and_sequels(annals: haengbo.Ledger) -> None:
    (life,) = annals.wording("핵심이익")
    assert life.uses == len(annals.uses("핵심이익")) > 0
    visits, letters = annals.events(mode="visit"), annals.events(mode="letter")
    found = annals.sequel(visits, letters, days=30)
    assert found.n == len(found.cases) <= len(visits)
    with pytest.raises(UsageError):
        annals.sequel(visits, letters, days=0)
    with pytest.raises(UsageError):
        annals.sequel(annals.events(who="아무도아닌사람"), letters)


def test_what_cannot_be_asked(annals: haengbo.Ledger, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="언젠가"):
        annals.events(since="언젠가")
    with pytest.raises(LedgerError):
        haengbo.Ledger(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_is_named(
    annals: haengbo.Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("haengbo.export.needed.import_module", missing)
    rows = annals.events()
    for table in (rows.to_arrow, rows.to_pandas, rows.to_polars):
        with pytest.raises(UsageError, match=re.escape("pip install 'haengbo[dataframes]'")):
            table()
    assert rows.to_dicts(), "plain data needs no library"


def test_the_examples_of_the_page_run(sample_location: str) -> None:
    text = (DOCS / "python.md").read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    names: dict[str, object] = {}
    for block in blocks:
        exec(block.replace('"annals.db"', repr(sample_location)), names)  # noqa: S102 - our own
    events = names["events"]
    assert isinstance(events, Rows)
    assert isinstance(events[0], EventRecord)


def test_the_page_names_every_method(annals: haengbo.Ledger) -> None:
    text = (DOCS / "python.md").read_text("utf-8")
    public = {name for name in dir(annals) if not name.startswith("_")} - {"close"}
    assert {name for name in public if f"`{name}(" not in text} == set()
