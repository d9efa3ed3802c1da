"""``haengbo read FOLDER --engine … --to OUT [--collate]``: an archive read by an engine."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from haengbo.cli.language import _, retold
from haengbo.errors import UsageError

if TYPE_CHECKING:
    from haengbo.engine import Engine


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks of an engine.

    Attributes:
        engine: Its name.
        to: Where to write.
        packs: Folders laid over the shipped pack.
        jobs: Workers.
        collate: Whether events are made too.
    """

    engine: str | None
    to: str | None
    packs: tuple[Path, ...]
    jobs: int
    collate: bool


def read_archives(sources: Sequence[str], wanted: Wanted) -> None:
    """Read an archive and lay the readings out by month; name each failure on stderr.

    Raises:
        UsageError: Engine or target are missing or not known, or there is not one source.
        typer.Exit: With code 1 if a page could not be read.
    """
    from haengbo.engine import EngineName, engine_of, lay_out, read_archive  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    name, to = wanted.engine, wanted.to
    if wanted.collate and (name is None or to is None):
        raise UsageError("--collate 는 --engine, --to 와 함께 쓴다")
    if name is None or to is None or len(sources) != 1:
        raise UsageError("--engine 과 --to 를 함께, 폴더나 주소 하나에 쓴다")
    if name not in list(EngineName):
        raise UsageError(f"모르는 엔진: {name} ({', '.join(EngineName)})")
    if wanted.packs:
        # A folder that is no pack is wrong usage, whatever the pages are like
        load(wanted.packs)
    with engine_of(EngineName(name), wanted.jobs) as engine:
        summary = read_archive(sources[0], to, engine, wanted.packs)
        months = lay_out(to, engine)
        for failure in summary.failures:
            print(f"haengbo: {retold(failure)}", file=sys.stderr)
        print(
            _(
                "파일 %(shards)s (전에 끝낸 것 %(before)s) · 쪽 %(pages)s · 주제 %(on_theme)s"
                " · 달 %(months)s · 적은 쪽 %(written)s",
                shards=summary.shards,
                before=summary.before,
                pages=summary.pages,
                on_theme=summary.on_theme,
                months=len(months),
                written=sum(months.values()),
            ),
            flush=True,
        )
        if wanted.collate:
            _collate(to, engine, wanted.packs)
    if summary.failures:
        raise typer.Exit(1)


def _collate(to: str, engine: Engine, packs: Sequence[Path]) -> None:
    from haengbo.engine import gather  # noqa: PLC0415

    made = gather(to, engine, packs)
    print(
        _(
            "맞춰 본 보고 %(reports)s · 사건 %(events)s · 관계 %(relations)s"
            " · 사본 %(copies)s · 판 %(versions)s",
            reports=made.reports,
            events=made.events,
            relations=made.relations,
            copies=made.copies,
            versions=made.versions,
        )
    )
