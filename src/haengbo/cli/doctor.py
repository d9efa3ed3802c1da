"""``haengbo doctor``: is this installation whole, and what is missing."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import typer

from haengbo import __version__
from haengbo.cli.options import LedgerOption, ledger_location

_NEEDED = ("kiwipiepy", "trafilatura", "lxml", "ahocorasick-rs", "sqlalchemy", "fastapi")
_OPTIONAL = (
    ("psycopg", "PostgreSQL 장부"),
    ("pyarrow", "Parquet"),
    ("python-calamine", "엑셀 표"),
    ("fastwarc", "WARC와 WACZ"),
    ("httpx2", "주소와 피드"),
    ("pdfminer.six", "PDF"),
    ("olefile", "HWP"),
    ("python-docx", "DOCX 정세 보고"),
    ("reportlab", "PDF 정세 보고"),
    ("fonttools", "정세 보고의 글자"),
    ("pillow", "정세 보고의 그림"),
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its name, whether it is well, what was seen, whether it is needed."""

    name: str
    well: bool
    seen: str
    needed: bool = True


def _packages() -> Iterator[Check]:
    for name in _NEEDED:
        try:
            yield Check(name, well=True, seen=version(name))
        except PackageNotFoundError:
            yield Check(name, well=False, seen="설치되지 않았다: pip install haengbo")
    for name, use in _OPTIONAL:
        try:
            yield Check(name, well=True, seen=version(name), needed=False)
        except PackageNotFoundError:
            yield Check(name, well=False, seen=f"없다: {use}에만 쓴다", needed=False)


def _sqlite() -> Iterator[Check]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        yield Check("SQLite FTS5", well=True, seen=sqlite3.sqlite_version)
    except sqlite3.OperationalError:
        yield Check("SQLite FTS5", well=False, seen="이 파이썬의 SQLite에 FTS5가 없다")
    finally:
        connection.close()


def _files() -> Iterator[Check]:
    root = Path(__file__).parents[1]
    for name, path in (
        ("글꼴", root / "web" / "static" / "fonts" / "pretendard"),
        ("지식 꾸러미", root / "knowledge" / "korea"),
        ("견본 쪽", root / "samples" / "pages"),
    ):
        count = sum(1 for p in path.rglob("*") if p.is_file()) if path.is_dir() else 0
        yield Check(name, well=count > 0, seen=f"파일 {count}")


def _analyser() -> Iterator[Check]:
    from haengbo.knowledge import load  # noqa: PLC0415 - takes a second
    from haengbo.reader import read  # noqa: PLC0415

    reading = read("북한과 러시아가 1일 평양에서 회담했다.", published="2024-11-02")
    names = ", ".join(actor.name for actor in reading.actors)
    yield Check("형태소 분석과 읽기", well=bool(names), seen=names or "아무것도 읽지 못했다")
    yield Check("꾸러미 지문", well=True, seen=load().version)


def _ledger(location: str) -> Iterator[Check]:
    from haengbo.errors import LedgerError  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415

    if "://" not in location and not Path(location).exists():
        yield Check("장부", well=True, seen=f"{location}: 아직 없다", needed=False)
        return
    try:
        opened = Ledger.open(location, create=False)
    except LedgerError as error:
        yield Check("장부", well=False, seen=str(error))
        return
    totals = opened.totals()
    opened.close()
    yield Check("장부", well=True, seen=f"{location}: 쪽 {totals.pages}, 사건 {totals.events}")


def doctor(ledger: LedgerOption = None) -> None:
    """설치가 온전한지 살피고, 빠진 것을 말한다."""
    print(f"haengbo {__version__}, Python {sys.version.split()[0]}, {sys.platform}")
    steps: tuple[Callable[[], Iterator[Check]], ...] = (_packages, _sqlite, _files, _analyser)
    checks = [check for step in steps for check in step()]
    checks += _ledger(ledger_location(ledger))
    for check in checks:
        mark = "○" if check.well else ("×" if check.needed else "·")
        print(f"{mark} {check.name}: {check.seen}")
    if any(check.needed and not check.well for check in checks):
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Mount ``haengbo doctor``."""
    app.command()(doctor)
