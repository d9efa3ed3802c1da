"""``haengbo doctor``: is this installation whole, and what is missing.

Comes in: what this installation says of itself (the package's metadata), its files, this machine.
Goes out: a line for each thing looked at, with the command that mends it. Ends with 1 if something
that is needed is missing; what belongs to an extra that nobody installed is only named.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import typer

from haengbo import __version__
from haengbo.cli.language import _, retold
from haengbo.cli.options import LedgerOption, ledger_location

#: Extra → what it is for; those for developers are not looked at.
EXTRAS = {
    "net": "주소와 피드",
    "postgresql": "PostgreSQL 장부",
    "xlsx": "엑셀 표와 빅카인즈",
    "archives": "WARC와 WACZ",
    "documents": "PDF와 HWP",
    "parquet": "Parquet 들이기",
    "exports": "Parquet 내보내기",
    "dataframes": "pandas, polars 표",
    "mcp": "MCP 도우미 서버",
    "briefs": "DOCX와 PDF 정세 보고",
    "engine": "큰 보관소를 읽는 엔진",
}
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[^\]]*\])?(?P<bounds>[^;]*)(?:;(?P<marker>.*))?")
_BOUND = re.compile(r"(?P<way>>=|<)\s*(?P<number>\d+(?:\.\d+)*)")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its name, whether it is well, what was seen, whether it is needed."""

    name: str
    well: bool
    seen: str
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Need:
    """A package that haengbo asks for.

    Attributes:
        name: As its registry has it.
        bounds: Versions that will do: ``>=0.24.1,<0.25``.
        extra: The extra that asks for it, or ``None``.
    """

    name: str
    bounds: str
    extra: str | None

    def fits(self, found: str) -> bool:
        """Whether a version lies within the bounds; parts that are no numbers are passed over.

        Example:
            ``Need("kiwipiepy", ">=0.24.1,<0.25", None).fits("0.24.3")`` is true.
        """
        have = _number(found)
        return all(
            (have >= _number(bound["number"])) == (bound["way"] == ">=")
            for bound in _BOUND.finditer(self.bounds)
        )


def _number(text: str) -> tuple[int, ...]:
    leading = re.match(r"\d+(?:\.\d+)*", text)
    return tuple(map(int, leading[0].split("."))) if leading else ()


def need_of(line: str) -> Need | None:
    """A line of the package's metadata, or ``None`` if it is for developers or another system.

    Example:
        ``httpx2>=2.10; extra == 'net'``.
    """
    found = _REQUIREMENT.fullmatch(line.strip())
    if found is None:
        return None
    marker = found["marker"] or ""
    extra = re.search(r"extra == ['\"]([\w-]+)['\"]", marker)
    if extra and extra[1] not in EXTRAS:
        return None
    return Need(found["name"], found["bounds"].strip(), extra[1] if extra else None)


def _packages() -> Iterator[Check]:
    try:
        lines = requires("haengbo") or []
    except PackageNotFoundError:
        yield Check(_("설치"), well=False, seen=_("설치되지 않은 소스에서 돈다"), needed=False)
        return
    for need in filter(None, map(need_of, lines)):
        yield _package(need)


def _package(need: Need) -> Check:
    mend = f"pip install 'haengbo[{need.extra}]'" if need.extra else "pip install haengbo"
    try:
        found = version(need.name)
    except PackageNotFoundError:
        use = _("%(what)s에만 쓴다: ", what=_(EXTRAS[need.extra])) if need.extra else ""
        return Check(
            need.name,
            well=False,
            seen=_("없다: %(use)s%(mend)s", use=use, mend=mend),
            needed=need.extra is None,
        )
    if not need.fits(found):
        return Check(
            need.name,
            well=False,
            seen=_(
                "%(found)s: %(bounds)s 이어야 한다: %(mend)s",
                found=found,
                bounds=need.bounds,
                mend=mend,
            ),
        )
    return Check(need.name, well=True, seen=found, needed=need.extra is None)


def _machine() -> Iterator[Check]:
    python = ".".join(map(str, sys.version_info[:3]))
    wide = sys.maxsize > 2**32
    fits = sys.version_info >= (3, 11) and wide
    yield Check(
        _("파이썬"),
        well=fits,
        seen=_(
            "%(python)s, %(bits)s비트 (3.11 이상, 64비트)",
            python=python,
            bits="64" if wide else "32",
        ),
    )
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    advice = "" if encoding == "utf8" else _(": 한글이 깨지면 PYTHONUTF8=1 을 둔다")
    yield Check(
        _("출력의 인코딩"), well=encoding == "utf8", seen=f"{encoding}{advice}", needed=False
    )


def _sqlite() -> Iterator[Check]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        yield Check("SQLite FTS5", well=True, seen=sqlite3.sqlite_version)
    except sqlite3.OperationalError:
        yield Check("SQLite FTS5", well=False, seen=_("이 파이썬의 SQLite에 FTS5가 없다"))
    finally:
        connection.close()


def _files() -> Iterator[Check]:
    root = Path(__file__).parents[1]
    for name, path in (
        (_("글꼴"), root / "web" / "static" / "fonts" / "pretendard"),
        (_("지식 꾸러미"), root / "knowledge" / "korea"),
        (_("견본 쪽"), root / "samples" / "pages"),
    ):
        count = sum(1 for p in path.rglob("*") if p.is_file()) if path.is_dir() else 0
        yield Check(name, well=count > 0, seen=_("파일 %(count)s", count=count))


def _analyser() -> Iterator[Check]:
    from haengbo.knowledge import load  # noqa: PLC0415 - takes a second
    from haengbo.knowledge.validation import find_problems  # noqa: PLC0415
    from haengbo.reader import read  # noqa: PLC0415

    reading = read("북한과 러시아가 1일 평양에서 회담했다.", published="2024-11-02")
    names = ", ".join(actor.name for actor in reading.actors)
    yield Check(_("형태소 분석과 읽기"), well=bool(names), seen=names or _("아무것도 읽지 못했다"))
    knowledge = load()
    problems = len(find_problems(knowledge))
    seen = _("판 %(version)s", version=knowledge.version) + (
        _(", 문제 %(problems)s건: knowledge check", problems=problems) if problems else ""
    )
    yield Check(_("꾸러미"), well=not problems, seen=seen)


def _ledger(location: str) -> Iterator[Check]:
    from haengbo.errors import LedgerError  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415

    if "://" not in location and not Path(location).exists():
        folder = Path(location).absolute().parent
        writable = folder.is_dir() and os.access(folder, os.W_OK)
        seen = (
            _("%(location)s: 아직 없다", location=location)
            if writable
            else _("%(folder)s: 없거나 쓸 수 없는 폴더다", folder=folder)
        )
        yield Check(_("장부"), well=writable, seen=seen)
        return
    try:
        opened = Ledger.open(location, create=False)
    except LedgerError as error:
        yield Check(_("장부"), well=False, seen=retold(error))
        return
    totals = opened.totals()
    opened.close()
    yield Check(
        _("장부"),
        well=True,
        seen=_(
            "%(location)s: 쪽 %(pages)s, 사건 %(events)s",
            location=location,
            pages=totals.pages,
            events=totals.events,
        ),
    )


def doctor(ledger: LedgerOption = None) -> None:
    """설치가 온전한지 살피고, 빠진 것을 말한다."""
    print(f"haengbo {__version__}, {sys.platform}")
    steps: tuple[Callable[[], Iterator[Check]], ...] = (
        _machine,
        _packages,
        _sqlite,
        _files,
        _analyser,
    )
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
