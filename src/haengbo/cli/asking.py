"""What commands that ask the web share: where it is remembered, and the archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from haengbo.capture.web import Policy, Watch
    from haengbo.pipeline import Outcome

ArchiveOption = Annotated[
    Path | None,
    typer.Option("--archive", help="받은 것을 WARC 파일로도 남길 폴더"),
]


def visits_path(ledger: str) -> Path:
    """Where it is remembered what was asked before: beside the ledger's file, else here."""
    return Path("haengbo.visits" if "://" in ledger else f"{ledger}.visits")


def open_watch(
    ledger: str,
    archive: Path | None,
    limit: int | None = None,
    policy: Policy | None = None,
) -> Watch:
    """What asks the web for this ledger.

    Args:
        ledger: Path or URL.
        archive: Folder for what comes in, if it is to be kept as WARC too.
        limit: New pages of one run.
        policy: Manners, if not the usual ones.

    Raises:
        UsageError: The extra is not installed, or a file cannot be opened.
    """
    try:
        from haengbo.capture.web import Fetcher, Recorder, Visits, Watch  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise UsageError("주소를 열려면 pip install 'haengbo[net]' 가 필요하다") from error
    visits = Visits(visits_path(ledger))
    if "://" not in ledger and not Path(ledger).exists():
        visits.forget()
    return Watch(Fetcher(policy, Recorder(archive) if archive else None), visits, limit=limit)


def keeping(web: Watch, step: Callable[[str, Outcome], None]) -> Callable[[str, Outcome], None]:
    """What is to be called after each page that is in the ledger: then its visit may be kept."""

    def stored(name: str, outcome: Outcome) -> None:
        web.keep()
        step(name, outcome)

    return stored
