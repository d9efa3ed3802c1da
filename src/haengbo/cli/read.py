"""``haengbo read PAGE…``: pages in, readings out; no database."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.apart.limits import MEMORY, SECONDS, Limits
from haengbo.apart.pages import SMALL
from haengbo.cli.language import retold
from haengbo.cli.options import (
    SOURCES_HELP,
    ColumnsOption,
    MemoryOption,
    PackOption,
    SecondsOption,
    columns_of,
)
from haengbo.korean.morphemes import load_ahead

if TYPE_CHECKING:
    from haengbo.capture import Wishes
    from haengbo.errors import PageError
    from haengbo.model.page import Known, Page
    from haengbo.model.reading import Reading

#: Ends of names of files that are one page, as a rule.
_PAGES = {".txt", ".html", ".htm"}
#: Digits of the page's hash that make a repeated stem unique.
_ID_DIGITS = 6


class Format(StrEnum):
    """How readings are printed."""

    JSONL = "jsonl"
    TEXT = "text"


def _sources(pages: Sequence[str]) -> tuple[list[str], bytes | None]:
    return list(pages), sys.stdin.buffer.read() if "-" in pages else None


def _on_the_web(sources: Sequence[str]) -> bool:
    return any(source.startswith(("http://", "https://")) for source in sources)


def _collected(
    sources: Sequence[str],
    known: Known,
    stdin: bytes | None,
    wishes: Wishes,
    limits: Limits | None,
) -> Iterator[Page | PageError]:
    from haengbo.apart import Opening  # noqa: PLC0415 - heavy, lazy
    from haengbo.capture import collect  # noqa: PLC0415

    with Opening(limits or Limits.of_environment()) as opener:
        yield from collect(sources, known=known, stdin=stdin, wishes=wishes, opener=opener)


def _named(
    pages: Sequence[str], known: Known, wishes: Wishes, limits: Limits | None
) -> Iterator[tuple[str, Page]]:
    """Pages with the id of their reading: the stem where unique in the run, else with a hash.

    Goes over the sources twice, so that no more than one page is held at a time.
    Failures are named on stderr; the caller learns of them by ``SystemExit`` at the end.
    """
    from haengbo.model.page import Page  # noqa: PLC0415 - heavy, lazy

    sources, stdin = _sources(pages)
    # An address is asked once
    held = list(_collected(sources, known, stdin, wishes, limits)) if _on_the_web(sources) else None
    stems = Counter(
        item.stem
        for item in (
            held if held is not None else _collected(sources, known, stdin, wishes, limits)
        )
        if isinstance(item, Page)
    )
    failed = False
    for item in held if held is not None else _collected(sources, known, stdin, wishes, limits):
        if not isinstance(item, Page):
            print(f"haengbo: {retold(item)}", file=sys.stderr)
            failed = True
            continue
        stem = item.stem
        yield (stem if stems[stem] == 1 else f"{stem}~{item.sha256[:_ID_DIGITS]}"), item
    if failed:
        raise typer.Exit(1)


def load_ahead_for(pages: Sequence[str]) -> None:
    """Begin with the longest if this process itself is going to read: one small page."""
    page = Path(pages[0])
    if len(pages) > 1 or page.suffix.lower() not in _PAGES or not page.is_file():
        return
    if page.stat().st_size <= SMALL:
        load_ahead()


def readings(
    pages: Sequence[str],
    packs: Sequence[Path],
    known: Known,
    min_confidence: float,
    columns: str | None = None,
    jobs: int = 1,
    limits: Limits | None = None,
) -> Iterator[Reading]:
    """Read every page; name each failure on stderr and go on.

    Raises:
        typer.Exit: With code 1 after the last page, if any page could not be read.
    """
    from haengbo.apart import read_each  # noqa: PLC0415 - heavy, lazy
    from haengbo.capture import Wishes  # noqa: PLC0415
    from haengbo.errors import PageError  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.model.confidence import at_least  # noqa: PLC0415

    if packs:
        # A folder that is no pack is wrong usage, whatever the pages are like
        load(tuple(packs))
    failed: list[str] = []

    def named() -> Iterator[tuple[str, Page]]:
        # Ends quietly: what is raised here would take pages that wait with it
        try:
            yield from _named(pages, known, Wishes(columns_of(columns)), limits)
        except typer.Exit:
            failed.append("")

    for read in read_each(named(), packs, limits or Limits.of_environment(), jobs):
        if isinstance(read, PageError):
            print(f"haengbo: {retold(read)}", file=sys.stderr)
            failed.append(read.page)
        else:
            yield at_least(read, min_confidence)
    if failed:
        raise typer.Exit(1)


def read(
    pages: Annotated[list[str], typer.Argument(help=SOURCES_HELP)],
    format: Annotated[Format, typer.Option("--format", help="출력 꼴")] = Format.TEXT,  # noqa: A002
    pack: PackOption = None,
    min_confidence: Annotated[
        float,
        typer.Option("--min-confidence", min=0.0, max=1.0, help="이 확신도 아래는 빼고 낸다."),
    ] = 0.0,
    published: Annotated[str | None, typer.Option(help="알고 있는 발행일 (EDTF)")] = None,
    outlet: Annotated[str | None, typer.Option(help="알고 있는 매체 이름")] = None,
    url: Annotated[str | None, typer.Option(help="알고 있는 주소")] = None,
    columns: ColumnsOption = None,
    jobs: Annotated[int, typer.Option(min=1, help="나란히 읽을 프로세스의 수")] = 1,
    page_seconds: SecondsOption = SECONDS,
    page_memory: MemoryOption = MEMORY,
    engine: Annotated[
        str | None,
        typer.Option(help="보관소를 통째로 읽을 엔진: local, daft, ray. --to 와 함께 쓴다."),
    ] = None,
    to: Annotated[
        str | None, typer.Option(help="엔진이 읽은 것을 달별 Parquet로 적을 폴더 또는 주소")
    ] = None,
    collate: Annotated[
        bool,
        typer.Option(
            "--collate",
            help="읽은 뒤 같은 엔진으로 맞춰 보아 사건을 달별 Parquet로 적는다. 끊기면 이어 간다.",
        ),
    ] = False,
) -> None:
    """쪽을 읽어 읽은 것을 낸다: 누가 누구를 만났고, 누가 무엇이라 했고, 누구를 거쳐 아는지."""
    if engine is not None or to is not None or collate:
        from haengbo.cli.archives import Wanted, read_archives  # noqa: PLC0415 - heavy, lazy

        read_archives(pages, Wanted(engine, to, tuple(pack or ()), jobs, collate))
        return
    load_ahead_for(pages)
    from haengbo.cli.present import reading_as_text  # noqa: PLC0415
    from haengbo.model.page import Known  # noqa: PLC0415

    known = Known(published=published, outlet=outlet, url=url)
    limits = Limits(page_seconds, page_memory)
    for reading in readings(pages, pack or (), known, min_confidence, columns, jobs, limits):
        if format is Format.JSONL:
            print(json.dumps(reading.to_dict(), ensure_ascii=False))
        else:
            print(reading_as_text(reading))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo read``."""
    app.command()(read)
