"""What commands over a ledger share: an existing ledger opened and closed, and who decides why."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.options import ledger_location

if TYPE_CHECKING:
    from haengbo.ledger import Ledger
    from haengbo.ledger.decisions import By

ByOption = Annotated[
    str | None, typer.Option("--by", help="누가 [$HAENGBO_WHO, 없으면 사용자 이름]")
]
WhyOption = Annotated[str, typer.Option("--why", help="왜")]


@contextmanager
def opened_ledger(location: str | None) -> Iterator[Ledger]:
    """The ledger that was named, which must exist; closed afterwards."""
    from haengbo.ledger import Ledger  # noqa: PLC0415 - heavy, lazy

    ledger = Ledger.open(ledger_location(location), create=False)
    try:
        yield ledger
    finally:
        ledger.close()


def by_whom(who: str | None, why: str) -> By:
    """Who decides, and why: as given, else ``$HAENGBO_WHO``, else the user's name."""
    from haengbo.ledger.decisions import By  # noqa: PLC0415 - heavy, lazy

    return By(who or os.environ.get("HAENGBO_WHO") or getpass.getuser(), why)
