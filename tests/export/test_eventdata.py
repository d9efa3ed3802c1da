"""Event tables load under the column types that their users declare (DuckDB)."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import duckdb
import pytest

from export.building import written
from haengbo.export.cameo import GDELT_COLUMNS, ICEWS_COLUMNS
from haengbo.export.crosswalk import crosswalk, day_of, pairs, tab_line
from haengbo.export.polecat import COLUMNS
from haengbo.knowledge import Knowledge
from haengbo.knowledge.cameo import CameoCodeRow, CameoRow
from haengbo.knowledge.collating import EventKindRow
from haengbo.knowledge.quads import QuadRow
from haengbo.ledger import Ledger
from haengbo.model.collation import Event, EventPart
from haengbo.model.reading import ParticipantRole

SOURCE, TARGET, PARTY = ParticipantRole.SOURCE, ParticipantRole.TARGET, ParticipantRole.PARTY
#: GDELT's quad class of a root code.
QUAD_OF_ROOT = [(5, "verbal-cooperation"), (8, "material-cooperation"), (13, "verbal-conflict")]


def asked(query: str, path: Path) -> list[tuple[Any, ...]]:
    with duckdb.connect() as connection:
        return connection.execute(query, [str(path)]).fetchall()


def part(name: str, role: ParticipantRole, state: str | None = None) -> EventPart:
    return EventPart(name, role, "person", state, 1)


def event(*parts: EventPart, date: str | None = None) -> Event:
    return cast("Event", SimpleNamespace(participants=parts, date=date))


@pytest.mark.parametrize(
    ("parts", "expected", "why"),
    [
        ([part("가", SOURCE, "북한"), part("나", TARGET, "러시아")], ["가→나"], "one upon another"),
        ([part("가", PARTY, "북한"), part("나", PARTY, "러시아")], ["가→나"], "once for a pair"),
        (
            [part("가", PARTY, "북한"), part("나", PARTY, "북한"), part("다", PARTY, "러시아")],
            ["가→다", "나→다"],
            "a delegation does not meet itself",
        ),
        ([part("가", PARTY, "북한"), part("나", PARTY, "북한")], ["가→나"], "nobody else there"),
        ([part("가", PARTY), part("나", PARTY)], ["가→나"], "two of no known state"),
        ([part("가", SOURCE, "북한")], ["가→"], "alone"),
        ([part("나", TARGET, "러시아")], ["→나"], "by somebody unnamed"),
        ([], [], "nobody"),
    ],
)
def test_pairs(parts: list[EventPart], expected: list[str], why: str) -> None:
    found = pairs(event(*parts))
    assert [f"{a.name if a else ''}→{b.name if b else ''}" for a, b in found] == expected, why


@pytest.mark.parametrize(
    ("date", "day", "why"),
    [
        ("2025-06-04", "2025-06-04", "a day"),
        ("2025-06-04/2025-06-06", "2025-06-04", "the first of several"),
        ("2025-06-04/..", "2025-06-04", "begun"),
        ("2025-06", None, "a month is no day"),
        ("2025-06/2025-06-04", None, "begun some day"),
        ("../2025-06-04", None, "begun nobody says when"),
        (None, None, "undated"),
    ],
)
def test_no_day_is_guessed(date: str | None, day: str | None, why: str) -> None:
    found = day_of(event(date=date))
    assert (found.isoformat() if found else None) == day, why


def test_every_kind_has_a_code_under_gdelts_own_quad_class(knowledge: Knowledge) -> None:
    rows = {row.id: row for row in knowledge.table("cameo", CameoRow)}
    codes = {row.id for row in knowledge.table("cameo_codes", CameoCodeRow)}
    quads = {row.id: row.quad for row in knowledge.table("quads", QuadRow)}
    assert set(quads) <= set(rows)
    kinds = {row.id for row in knowledge.table("event_kinds", EventKindRow)}
    assert set(rows) <= kinds
    for row in rows.values():
        assert {row.code, row.back or row.code, row.planned or row.code} <= codes
        for code, quad in ((row.code, row.quad or quads[row.id.partition("/")[0]]),):
            root = int(code[:2])
            expected = next((q for last, q in QUAD_OF_ROOT if root <= last), "material-conflict")
            assert quad == expected, row.id
        assert row.planned is None or row.planned[:2] == "03"


def test_states_have_the_codes_that_others_use(knowledge: Knowledge) -> None:
    codes = crosswalk(knowledge)
    north = codes.party(part("최선희", SOURCE, "북한"))
    assert (north.iso3, north.cow, north.state) == ("PRK", 731, "North Korea")
    place = codes.locality("평양 어느초대소")
    assert place is not None
    assert (place.name, place.iso3, place.raw) == ("Pyongyang", "PRK", "평양 어느초대소")


def test_gdelt_loads_under_its_types(sample_ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "gdelt.tsv"
    path.write_bytes(written(sample_ledger, "gdelt"))
    assert len(GDELT_COLUMNS) == 61
    kinds = dict.fromkeys(GDELT_COLUMNS, "VARCHAR") | {
        **dict.fromkeys(("GlobalEventID", "DATEADDED"), "BIGINT"),
        **dict.fromkeys(("Day", "MonthYear", "Year", "QuadClass", "NumArticles"), "INTEGER"),
        **dict.fromkeys(("FractionDate", "GoldsteinScale", "AvgTone"), "DOUBLE"),
    }
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in kinds.items())
    read = f"read_csv(?, delim='\t', quote='', header=false, columns={{{columns}}})"
    rows = asked(
        "select GlobalEventID, EventCode, EventBaseCode, EventRootCode, QuadClass, "  # noqa: S608
        f"Actor1CountryCode, Actor2CountryCode, GoldsteinScale from {read}",
        path,
    )
    assert len({row[0] for row in rows}) == len(rows) == path.read_bytes().count(b"\n")
    assert all(row[1].startswith(row[2]) and row[2].startswith(row[3]) for row in rows)
    visits = [row for row in rows if row[1] == "042"]
    hosts = {(row[6], row[5]) for row in rows if row[1] == "043"}
    assert {(row[5], row[6]) for row in visits if row[6]} == hosts
    assert ("PRK", "RUS") in {(row[5], row[6]) for row in rows}
    assert all((row[4] > 2) == (row[7] < 0) for row in rows)


def test_icews_loads_under_its_header(sample_ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "icews.tsv"
    path.write_bytes(written(sample_ledger, "icews"))
    read = (
        "read_csv(?, delim='\t', quote='', header=true, types={'Event ID': 'BIGINT', "
        "'Event Date': 'DATE', 'CAMEO Code': 'VARCHAR', 'Intensity': 'DOUBLE'})"
    )
    assert path.read_text("utf-8").splitlines()[0].split("\t") == list(ICEWS_COLUMNS)
    rows = asked(f'select "Source Country", "CAMEO Code" from {read}', path)  # noqa: S608
    assert ("North Korea", "042") in rows


def test_polecat_loads_under_its_header(sample_ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "polecat.tsv"
    told: list[str] = []
    path.write_bytes(written(sample_ledger, "polecat", tell=told.append))
    assert path.read_text("utf-8").splitlines()[0].split("\t") == list(COLUMNS)
    assert len(COLUMNS) == 40
    read = (
        "read_csv(?, delim='\t', quote='', header=true, all_varchar=false, types={"
        "'Event Date': 'DATE', 'Intensity': 'DOUBLE', 'Actor COW': 'INTEGER', "
        "'Publication Date': 'DATE', 'Event ID': 'VARCHAR'})"
    )
    rows = asked(
        'select "Event ID", "Event Type", "Quad Code", "Actor Country", "Contexts" '  # noqa: S608
        f"from {read}",
        path,
    )
    assert len({row[0] for row in rows}) == len(rows)
    assert ("CONSULT", "VERBAL COOPERATION") in {row[1:3] for row in rows}
    assert any("future" in (row[4] or "") for row in rows)
    assert any("빠진 사건" in message for message in told)


@pytest.mark.parametrize(
    ("cells", "line", "why"),
    [
        (["=1", -5.0, None], "'=1\t-5.0\t\n", "text is kept from running, a number stays one"),
        (["가\t나\r\n다"], "가 나 다\n", "no quoting: no tabs or line ends inside"),
    ],
)
def test_a_line_of_tabs(cells: list[object], line: str, why: str) -> None:
    assert tab_line(cells).decode() == line, why
