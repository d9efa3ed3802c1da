"""``haengbo watch FEED…``: what feeds, sitemaps and lists of feeds have new, into the ledger."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.apart.limits import MEMORY, SECONDS, Limits
from haengbo.cli.asking import ArchiveOption, keeping, open_watch
from haengbo.cli.language import _
from haengbo.cli.options import (
    LedgerOption,
    MemoryOption,
    PackOption,
    SecondsOption,
    ledger_location,
)

if TYPE_CHECKING:
    from haengbo.capture.web import Watch
    from haengbo.pipeline import Ingested


def look(
    feeds: Sequence[str], ledger: str, packs: Sequence[Path], web: Watch, limits: Limits
) -> Ingested:
    """Take in once what feeds have new, and print the summary.

    Args:
        feeds: Addresses, or paths of OPML files.
        ledger: Path or URL; made if it is not there.
        packs: Laid over the shipped one.
        web: Asks, and remembers what it took; closed afterwards.
        limits: Of what a page may cost.
    """
    from haengbo.apart import Preparing  # noqa: PLC0415 - heavy, lazy
    from haengbo.cli.ingest import progress, summarise  # noqa: PLC0415 - heavy, lazy
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.pipeline import ingest  # noqa: PLC0415

    knowledge = load(packs)
    opened = Ledger.open(ledger, knowledge=knowledge)
    try:
        preparing = Preparing(packs, limits, streaming=True)
        with progress(_("살피는 중"), None) as step, preparing:
            result = ingest(opened, web.feeds(feeds), knowledge, keeping(web, step), preparing)
        web.keep()
    finally:
        opened.close()
        web.close()
    summarise(result)
    return result


def watch(
    feeds: Annotated[
        list[str], typer.Argument(help="피드(RSS·Atom)·사이트맵·OPML의 주소, 또는 OPML 파일")
    ],
    ledger: LedgerOption = None,
    every: Annotated[
        float | None, typer.Option(min=1.0, help="이 분마다 되풀이한다. 없으면 한 번만 살핀다.")
    ] = None,
    limit: Annotated[
        int, typer.Option(min=1, help="한 번에 새로 들일 쪽수. 남은 것은 다음에 들인다.")
    ] = 500,
    archive: ArchiveOption = None,
    pack: PackOption = None,
    page_seconds: SecondsOption = SECONDS,
    page_memory: MemoryOption = MEMORY,
) -> None:
    """피드에 새로 오른 쪽을 들인다. robots.txt를 지키고, 끊기면 다시 실행해 이어 간다."""
    location = ledger_location(ledger)
    while True:
        web = open_watch(location, archive, limit)
        result = look(feeds, location, pack or (), web, Limits(page_seconds, page_memory))
        if every is None:
            break
        time.sleep(60 * every)
    if result.failures:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Mount ``haengbo watch``."""
    app.command()(watch)
