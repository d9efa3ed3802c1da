"""``haengbo ingest SOURCE…``: pages into the ledger, then what they tell together."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.apart.limits import MEMORY, SECONDS, Limits
from haengbo.cli.asking import ArchiveOption, keeping, open_watch
from haengbo.cli.language import _, retold
from haengbo.cli.options import (
    SOURCES_HELP,
    ColumnsOption,
    LedgerOption,
    MemoryOption,
    PackOption,
    SecondsOption,
    columns_of,
    ledger_location,
)
from haengbo.errors import PassedError

if TYPE_CHECKING:
    from haengbo.capture import Wishes
    from haengbo.capture.web import Watch
    from haengbo.errors import PageError
    from haengbo.knowledge import Knowledge
    from haengbo.model.page import Page
    from haengbo.pipeline import Ingested, Outcome

#: Korean names of what can become of a page.
_OUTCOMES = {
    "read": "읽음",
    "aside": "주제 밖",
    "known": "이미 있음",
    "failed": "못 읽음",
    "passed": "놓쳤을 수 있는 피드",
}


@contextmanager
def progress(title: str, total: int | None) -> Iterator[Callable[[str, Outcome], None]]:
    """A bar on a terminal, nothing elsewhere; gives what is to be called after each page."""
    if not sys.stderr.isatty():
        yield lambda _name, _outcome: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where it is shown
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=total)

        def step(name: str, _outcome: Outcome) -> None:
            bar.update(task, advance=1, description=f"{title} {name[-40:]}")

        yield step


def summarise(result: Ingested) -> None:
    """Name each failure on stderr and print the summary."""
    for error in result.failures:
        print(f"haengbo: {retold(error)}", file=sys.stderr)
    counts = ", ".join(
        f"{_(_OUTCOMES[outcome.value])} {count}" for outcome, count in result.counts.items()
    )
    print(
        _(
            "%(counts)s · 장부에 사건 %(events)s, 사본 %(copies)s",
            counts=counts or _("들일 쪽이 없다"),
            events=result.events,
            copies=result.copies,
        )
    )
    for reason, count in _reasons(result):
        print(_("  못 읽은 까닭: %(reason)s (%(count)s)", reason=retold(reason), count=count))


def _reasons(result: Ingested) -> list[tuple[str, int]]:
    found: dict[str, int] = {}
    for error in result.failures:
        if not isinstance(error, PassedError):
            found[error.reason] = found.get(error.reason, 0) + 1
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


class Screen:
    """Leaves out pages that cannot matter, by their bytes; counts them."""

    def __init__(self, knowledge: Knowledge, *, only_theme: bool) -> None:
        self._knowledge = knowledge
        self._only_theme = only_theme
        self.left = 0

    def kept(self, pages: Iterable[Page | PageError]) -> Iterator[Page | PageError]:
        """The pages that are to be taken in, and all errors."""
        from haengbo.errors import PageError  # noqa: PLC0415 - lazy
        from haengbo.reader import may_matter  # noqa: PLC0415

        for item in pages:
            if (
                self._only_theme
                and not isinstance(item, PageError)
                and not may_matter(item, self._knowledge)
            ):
                self.left += 1
            else:
                yield item


def run_ingest(
    sources: Sequence[str],
    ledger: str,
    packs: Sequence[Path] = (),
    stdin: bytes | None = None,
    wishes: Wishes | None = None,
    web: Watch | None = None,
    *,
    only_theme: bool = False,
    limits: Limits | None = None,
    jobs: int = 1,
) -> bool:
    """Take sources into a ledger and print the summary.

    Returns:
        Whether every page could be read.
    """
    from haengbo.apart import Opening, Preparing  # noqa: PLC0415 - heavy, lazy
    from haengbo.capture import collect  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.pipeline import ingest  # noqa: PLC0415

    knowledge = load(packs)
    preparing = Preparing(
        packs, limits or Limits.of_environment(), streaming=web is not None, jobs=jobs
    )
    opened = Ledger.open(ledger, knowledge=knowledge)
    screen = Screen(knowledge, only_theme=only_theme)
    try:
        with progress(_("들이는 중"), None) as step, preparing, Opening(preparing.limits) as opener:
            pages = collect(sources, stdin=stdin, wishes=wishes, web=web, opener=opener)
            stored = keeping(web, step) if web is not None else step
            result = ingest(opened, screen.kept(pages), knowledge, stored, preparing)
        if web is not None:
            web.keep()
    finally:
        opened.close()
        if web is not None:
            web.close()
    summarise(result)
    if screen.left:
        print(_("  주제 밖이라 들이지 않음 %(left)s", left=screen.left))
    return not result.failures


def ingest(
    sources: Annotated[list[str], typer.Argument(help=SOURCES_HELP)],
    ledger: LedgerOption = None,
    pack: PackOption = None,
    columns: ColumnsOption = None,
    archive: ArchiveOption = None,
    only_theme: Annotated[
        bool,
        typer.Option("--only-theme", help="주제 밖일 수밖에 없는 쪽은 들이지도 않는다(큰 보관소)."),
    ] = False,
    page_seconds: SecondsOption = SECONDS,
    page_memory: MemoryOption = MEMORY,
    jobs: Annotated[
        int, typer.Option(min=1, help="나란히 읽을 프로세스의 수; 적는 것은 하나뿐이다.")
    ] = 1,
) -> None:
    """쪽을 장부에 들인다. 이미 있는 쪽은 다시 읽지 않으며, 끊기면 다시 실행해 이어 간다."""
    from haengbo.capture import Wishes  # noqa: PLC0415 - heavy, lazy

    wishes = Wishes(columns_of(columns))
    location = ledger_location(ledger)
    named = any(source.startswith(("http://", "https://")) for source in sources)
    web = open_watch(location, archive) if named else None
    stdin = sys.stdin.buffer.read() if "-" in sources else None
    limits, packs = Limits(page_seconds, page_memory), pack or ()
    done = run_ingest(
        *(sources, location, packs, stdin, wishes, web),
        only_theme=only_theme,
        limits=limits,
        jobs=jobs,
    )
    if not done:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Mount ``haengbo ingest``."""
    app.command()(ingest)
