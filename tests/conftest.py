"""Fixtures shared by all tests; build the rest inline.

``knowledge``: the shipped pack, loaded once. ``sample_location``: a ledger with the sample pages,
made once a run, whatever the number of workers, and only read by tests. ``chromium``: Debian's
browser; tests that need it are skipped by name where there is none. A new SQLite ledger is a copy
of one that every migration made, once a worker: migrating takes a sixth of a second.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine, inspect

from haengbo.capture import collect
from haengbo.cli.start import look_seldom_for_garbage
from haengbo.knowledge import Knowledge, load
from haengbo.ledger import Ledger, opening
from haengbo.pipeline import ingest
from haengbo.samples import pages_folder
from made_once import made_once

#: Pages are read in the process of the tests, which has the analyser loaded already; those about
#: reading apart say so themselves.
os.environ["HAENGBO_PAGE_SECONDS"] = "0"
#: The command line speaks Korean on every machine; tests about English say so themselves.
os.environ["HAENGBO_LANG"] = "ko"
# As every command does: knowledge and readings need not be walked through again and again
look_seldom_for_garbage()
#: No example is failed for being slow: speed is measured in benchmarks/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture(scope="session", autouse=True)
def new_ledgers() -> Iterator[None]:
    """What is no new SQLite ledger is migrated as ever."""
    migrated = opening.upgrade
    empty = opening.open_engine(":memory:")

    def upgrade(engine: Engine) -> None:
        if engine.dialect.name != "sqlite" or inspect(engine).get_table_names():
            migrated(engine)
            return
        with empty.connect() as source, engine.connect() as target:
            made, wanted = (c.connection.driver_connection for c in (source, target))
            assert isinstance(made, sqlite3.Connection)
            assert isinstance(wanted, sqlite3.Connection)
            made.backup(wanted)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(opening, "upgrade", upgrade)
        yield
    empty.dispose()


@pytest.fixture(scope="session")
def sample_location(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> str:
    def take_in(location: Path) -> None:
        ledger = Ledger.open(str(location))
        try:
            ingest(ledger, collect([str(pages_folder())]), knowledge)
        finally:
            ledger.close()

    made = made_once(tmp_path_factory, "samples.db", take_in)
    return str(shutil.copy(made, tmp_path_factory.mktemp("samples") / "samples.db"))


@pytest.fixture
def sample_ledger(sample_location: str) -> Iterator[Ledger]:
    ledger = Ledger.open(sample_location)
    yield ledger
    ledger.close()


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The one without windows, if it is here: a page opens three times as fast in it."""
    found = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if found is None:
        pytest.skip("no chromium on this machine")
    return Path(found)
