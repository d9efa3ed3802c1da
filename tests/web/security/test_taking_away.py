"""What is taken away: no cell runs, no line is added to a file or header, whatever fields hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import icalendar
import openpyxl
import pytest
from bibtexparser.entrypoint import parse_string
from fastapi.testclient import TestClient

from haengbo.export import FORMATS, Wanted
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, intake
from haengbo.model.page import MediaType, Page
from haengbo.web.app import create_app
from ledger.building import make_intake, make_page, make_reading
from web.routing import at, site_routes
from web.security.hostile import fill, formula

RUNS = tuple("=+-@\t\r\n＝＋－＠")
Filled = tuple[Ledger, TestClient, dict[str, str]]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Iterator[Filled]:
    location = str(tmp_path_factory.mktemp("formula") / "formula.db")
    ledger = Ledger.open(location)
    keys = fill(ledger, knowledge, formula)
    with TestClient(create_app(location)) as client:
        yield ledger, client, keys
    ledger.close()


def running(rows: list[list[str]]) -> list[str]:
    """Cells that a spreadsheet would run; numbers are none."""
    return [c for row in rows for c in row if c.startswith(RUNS) and not c[1:].isdigit()]


def test_no_cell_of_a_table_on_the_site_runs(filled: Filled) -> None:
    _, client, keys = filled
    seen = 0
    for route in site_routes(create_app(":memory:")):
        if not route.path.endswith(".csv") or "{number}" in route.path:
            continue
        for query in ("", "?word==1%2B1&who==2%2B2&a=who:%3D1&b=type:%3D2"):
            text = client.get(at(route.path, keys) + query).text.removeprefix("\ufeff")
            rows = list(csv.reader(io.StringIO(text, newline="")))
            assert rows, route.path
            assert running(rows) == [], route.path
            seen += "HYPERLINK" in text
    assert seen >= 3, "attacks were in the tables"


def exported(ledger: Ledger, *formats: str) -> Iterator[tuple[str, bytes]]:
    """What formats give for every subject that they hold."""
    for one in FORMATS:
        for subject in one.subjects if one.id in formats else ():
            yield f"{one.id} {subject.value}", b"".join(one.write(Wanted(ledger, subject)))


def test_no_cell_of_an_export_runs(filled: Filled) -> None:
    count = 0
    for name, data in exported(filled[0], "csv", "polecat", "gdelt", "icews"):
        separator = "," if name.startswith("csv") else "\t"
        text = data.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        assert running(rows) == [], name
        count += "HYPERLINK" in text
    for name, data in exported(filled[0], "xlsx"):
        for row in openpyxl.load_workbook(io.BytesIO(data)).active:
            assert all(cell.data_type != "f" for cell in row), name
            assert running([[str(c.value or "") for c in row if c.data_type == "s"]]) == [], name
        count += 1
    assert count > 6


def test_no_property_is_added_to_a_calendar(filled: Filled) -> None:
    ledger, client, _ = filled
    files = [data for _, data in exported(ledger, "ics")]
    files.append(client.get("/expectations/due.ics").content)
    count = 0
    for data in files:
        calendar = icalendar.Calendar.from_ical(data.decode())
        count += len([*calendar.walk("VEVENT"), *calendar.walk("VTODO")])
        for component in calendar.walk():
            assert "ATTENDEE" not in component
    assert count > 0


def test_no_entry_is_added_to_a_bibliography(filled: Filled) -> None:
    ledger, client, keys = filled
    files = [data.decode() for _, data in exported(ledger, "bibtex")]
    files.append(client.get(f"/event/{keys['event_id']}.bib").text)
    for text in files:
        library = parse_string(text)
        assert library.entries
        assert library.failed_blocks == []
        assert library.strings == []


def stored(location: str, page: Page) -> None:
    """Put a page into a ledger with some reading."""
    ledger = Ledger.open(location)
    reading = make_reading(make_page("p"))
    article = replace(reading.article, page=page.name, sha256=page.sha256)
    with ledger.writing() as session:
        intake.put(session, make_intake(page, replace(reading, article=article)))
    ledger.close()


NAMES = [
    'a"; filename=evil.exe; x=".pdf',
    "줄\r\nSet-Cookie: evil=1\r\n\r\n<script>.pdf",
    "../../etc/passwd.pdf",
    "폴더/이름 ;,'*%0d%0a.pdf",
    "x" * 3000 + ".pdf",
    "\u202efdp.exe",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files_add_nothing_to_headers(name: str, tmp_path: Path) -> None:
    location = str(tmp_path / "a.db")
    page = Page(name, b"%PDF-1.4 x", MediaType.PDF)
    stored(location, page)
    with TestClient(create_app(location)) as client:
        answer = client.get(f"/capture/{page.sha256}")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    said = answer.headers["content-disposition"]
    assert said.startswith("attachment; filename*=UTF-8''")
    written = said.partition("''")[2]
    assert written.isascii()
    assert not set(written) & set('\r\n"; ,/\\')


@pytest.mark.parametrize("charset", ["x\r\nSet-Cookie: a=1", "한글", 'utf-8"; x="', "euc-kr"])
def test_charsets_add_nothing_to_headers(charset: str, tmp_path: Path) -> None:
    location = str(tmp_path / "a.db")
    page = Page("p.html", b"<p>x</p>", MediaType.HTML, charset=charset)
    stored(location, page)
    with TestClient(create_app(location)) as client:
        answer = client.get(f"/capture/{page.sha256}")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    right = "euc-kr" if charset == "euc-kr" else "utf-8"
    assert answer.headers["content-type"] == f"text/html; charset={right}"
