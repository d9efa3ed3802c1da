"""Reading apart gives what reading here gives; a page that takes too much is named, alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from haengbo.apart import Limits, Preparing, read_each
from haengbo.apart.limits import MEMORY, MEMORY_NAME, SECONDS, SECONDS_NAME
from haengbo.apart.pages import SMALL
from haengbo.cli.main import app
from haengbo.errors import PageError, UsageError
from haengbo.ledger import Ledger
from haengbo.model.page import MediaType, Page
from haengbo.reader import read_page
from haengbo.samples import pages_folder

NEWS = "최선희 북한 외무상이 3일 모스크바에서 라브로프 러시아 외무장관을 만났다고 말했다."
#: Lists in a page's data: three bytes each in the page, sixty or more in memory.
HEAVY = (
    "<!doctype html><html><head><script type='application/ld+json'>["
    f"{'[],' * 4_000_000}0]</script></head><body><p>{NEWS}</p></body></html>"
)
ROOMY = Limits(seconds=120)


def page(name: str, text: str) -> Page:
    return Page(name, text.encode(), MediaType.TEXT)


def samples(count: int) -> list[tuple[str, Page]]:
    files = sorted(pages_folder().glob("*.txt"))[:count]
    return [(file.stem, Page(file.name, file.read_bytes(), MediaType.TEXT)) for file in files]


def test_apart_and_here_give_the_same() -> None:
    from haengbo.knowledge import load  # noqa: PLC0415 - as the child does

    named = [*samples(3), ("empty", page("empty.txt", " "))]
    *readings, refused = read_each(named, (), ROOMY)
    here = [read_page(one, load(), reading_id=name) for name, one in named[:3]]
    assert readings == here
    assert isinstance(refused, PageError)
    assert str(refused) == "empty.txt: 빈 파일이다"


@pytest.mark.parametrize(
    ("lengths", "limits", "jobs", "processes", "why"),
    [
        ([100], ROOMY, 1, False, "one small page"),
        ([SMALL + 1], ROOMY, 1, True, "one large page"),
        ([100, 100], ROOMY, 1, True, "two pages: the second must not be lost with the first"),
        ([100], ROOMY, 2, True, "the user asks for processes"),
        ([100, 100], Limits(seconds=0), 1, False, "the user wants none"),
    ],
)
def test_when_processes_are_started(
    lengths: Sequence[int],
    limits: Limits,
    jobs: int,
    processes: bool,
    why: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[object] = []

    def refuse(*_: object) -> None:
        started.append(why)
        raise RuntimeError("no process here")

    monkeypatch.setattr("haengbo.apart.pages.Workers", refuse)
    pages = [(str(n), page("p.txt", "\n" * length)) for n, length in enumerate(lengths)]
    try:
        list(read_each(pages, (), limits, jobs))
    except RuntimeError:
        assert processes, why
    assert bool(started) == processes, why


def test_limits_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SECONDS_NAME)
    assert Limits.of_environment() == Limits(SECONDS, MEMORY)
    monkeypatch.setenv(SECONDS_NAME, "2.5")
    monkeypatch.setenv(MEMORY_NAME, "500")
    assert Limits.of_environment() == Limits(2.5, 500)
    monkeypatch.setenv(MEMORY_NAME, "much")
    with pytest.raises(UsageError, match="much"):
        Limits.of_environment()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages of news around one that takes half a gigabyte."""
    made = tmp_path / "pages"
    made.mkdir()
    for name, text in (("a.txt", NEWS), ("b-heavy.html", HEAVY), ("c.txt", NEWS + " 끝났다.")):
        (made / name).write_text(text, "utf-8")
    return made


BOUNDED = ("--page-seconds", "300", "--page-memory", "120")
SAID = "haengbo: b-heavy.html: 메모리 120 MB 안에 읽지 못했다"


def test_read_names_the_page_that_takes_too_much(folder: Path) -> None:
    done = CliRunner().invoke(app, ["read", str(folder), "--format", "jsonl", *BOUNDED])
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [SAID]
    assert [line[:9] for line in done.stdout.splitlines()] == ['{"id": "a', '{"id": "c']


def test_ingest_takes_in_what_stands_around_it(folder: Path, tmp_path: Path) -> None:
    location = str(tmp_path / "annals.db")
    done = CliRunner().invoke(app, ["ingest", str(folder), "--ledger", location, *BOUNDED])
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [SAID]
    ledger = Ledger.open(location)
    try:
        assert ledger.totals().pages == 2
    finally:
        ledger.close()


def test_preparing_serves_several_groups() -> None:
    pages = [one for _, one in samples(3)]
    with Preparing((), ROOMY, streaming=True, jobs=2) as prepare:
        (first,) = prepare([(pages[0], ())])
        second, third, bad = prepare([(pages[1], ()), (pages[2], ()), (page("bad.txt", "\n"), ())])
    intakes = [one for one in (first, second, third) if not isinstance(one, PageError)]
    assert [one.page.name for one in intakes] == [one.name for one in pages]
    assert isinstance(bad, PageError)
