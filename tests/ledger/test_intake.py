"""A page is stored once, readings are superseded, never overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from haengbo.errors import LedgerError
from haengbo.ledger import Ledger
from haengbo.ledger.intake import note_name, outdated, put, unread
from haengbo.ledger.opening import HEAD, MIGRATIONS, open_engine, url_of
from haengbo.ledger.tables import PageRow, ReadingRow, ReportRow
from haengbo.model.page import Known
from ledger.building import make_intake, make_page, make_reading


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    opened = Ledger.open(":memory:")
    yield opened
    opened.close()


def test_a_page_comes_back_as_it_was(ledger: Ledger) -> None:
    page = make_page("가.txt")
    with ledger.writing() as session:
        put(session, make_intake(page))
    assert ledger.page("가.txt") == page
    assert ledger.page(page.sha256[:8]) == page
    assert ledger.page("없는.txt") is None
    detail = ledger.article("가.txt")
    assert detail is not None
    assert detail.reading == make_reading(page)
    assert detail.names == ("가.txt",)
    assert [line.text for line in detail.statements] == ["굳게 지지한다"]


def test_the_same_page_twice_is_one(ledger: Ledger) -> None:
    page = make_page("나.txt")
    with ledger.writing() as session:
        put(session, make_intake(page))
    renamed = replace(page, name="다.txt")
    with ledger.reading() as session:
        assert unread(session, page) is None
        assert unread(session, renamed) is None
        smaller = unread(session, replace(page, name="가.txt"))
        assert smaller is not None, "its name decides, whatever came first"
        assert smaller.name == "가.txt"
    with ledger.writing() as session:
        note_name(session, renamed)
        note_name(session, renamed)
    assert ledger.totals().pages == 1
    assert ledger.page("다.txt") == page


def test_what_sources_know_is_put_together(ledger: Ledger) -> None:
    page = make_page("가.txt")
    with ledger.writing() as session:
        put(session, make_intake(page))
    with ledger.reading() as session:
        more = unread(session, replace(page, known=Known(outlet="시험일보")))
        assert more is not None
        assert more.known == Known(outlet="시험일보")


def test_a_new_reading_supersedes_the_old_one(ledger: Ledger) -> None:
    page = make_page("가.txt")
    with ledger.writing() as session:
        put(session, make_intake(page))
    with ledger.reading() as session:
        assert outdated(session, "1", "pack") == []
        assert outdated(session, "2", "pack") == [page.sha256]
    newer = make_reading(page, date="2025-06-03", code="2")
    with ledger.writing() as session:
        put(session, make_intake(page, newer))
    with ledger.reading() as session:
        rows = session.scalars(select(ReadingRow).order_by(ReadingRow.id)).all()
        assert [row.superseded is None for row in rows] == [False, True]
        assert rows[0].superseded_by == rows[1].id
        assert session.scalar(select(func.count()).select_from(ReportRow)) == 1
        assert session.scalar(select(ReportRow.date)) == "2025-06-03"
    detail = ledger.article("가.txt")
    assert detail is not None
    assert (detail.reading, detail.readings) == (newer, 2)


def test_a_transaction_is_all_or_nothing(ledger: Ledger) -> None:
    page = make_page("가.txt")

    def broken() -> None:
        with ledger.writing() as session:
            put(session, make_intake(page))
            raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        broken()
    assert ledger.totals().pages == 0
    assert ledger.search("회담").total == 0


def test_search_index_is_written_with_the_page(ledger: Ledger) -> None:
    with ledger.writing() as session:
        put(session, make_intake(make_page("가.txt"), words=["회담", "의회"]))
    assert ledger.search("의회").total == 1
    with ledger.writing() as session:
        put(session, make_intake(make_page("가.txt"), words=["회담"]))
    assert ledger.search("의회").total == 0
    assert ledger.search("").total == 0


def test_foreign_keys_hold(ledger: Ledger) -> None:
    def orphan() -> None:
        with ledger.writing() as session:
            session.add(ReadingRow(page="x", code_version="", pack_version="", made="", record=""))

    with pytest.raises(LedgerError):
        orphan()


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("annals.db", "sqlite:///annals.db"),
        ("/srv/a b.db", "sqlite:////srv/a b.db"),
        ("postgresql://host/annals", "postgresql+psycopg://host/annals"),
        ("sqlite:///x.db", "sqlite:///x.db"),
    ],
)
def test_locations(location: str, url: str) -> None:
    assert url_of(location) == url


def test_opening(tmp_path: pytest.TempPathFactory) -> None:
    path = f"{tmp_path}/annals.db"
    with pytest.raises(LedgerError, match="장부가 없다"):
        open_engine(path, create=False)
    with pytest.raises(LedgerError, match="폴더가 없다"):
        open_engine(f"{tmp_path}/none/annals.db")
    with pytest.raises(LedgerError, match="열 수 없다|쓸 수 없는".replace(" ", r"\s")):
        open_engine("mysql://host/annals")
    engine = open_engine(path)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    with pytest.raises(LedgerError, match="더 새"):
        open_engine(path)


def test_a_file_that_is_no_ledger_is_refused(tmp_path: pytest.TempPathFactory) -> None:
    path = f"{tmp_path}/page.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - the fixture's type is a path already
        file.write(b"this is no database, only a long line of text that somebody named wrongly")
    with pytest.raises(LedgerError, match="열 수 없다"):
        open_engine(path)


def test_head_is_the_newest_migration_and_matches_the_tables() -> None:
    numbers = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert numbers[-1] == HEAD
    engine = open_engine(":memory:")
    with engine.connect() as connection:
        from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - slow, only here
        from alembic.migration import MigrationContext  # noqa: PLC0415

        context = MigrationContext.configure(connection)
        found = compare_metadata(context, PageRow.metadata)
        names = {str(getattr(item[1], "name", "")) for item in found if isinstance(item, tuple)}
        assert {n for n in names if not n.startswith("search")} == set()
    engine.dispose()
