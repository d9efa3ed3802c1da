"""Who is at the browser: the one person of this machine, or whoever of the team is logged in."""

from __future__ import annotations

import getpass
import os

from fastapi import Request

from haengbo.ledger.accounts import Account
from haengbo.ledger.decisions import By


def name_of_user() -> str:
    """``$HAENGBO_WHO``, else the name that the system knows: as on the command line."""
    return os.environ.get("HAENGBO_WHO") or getpass.getuser()


def account(request: Request) -> Account | None:
    """Who is logged in; ``None`` where nobody has to."""
    found: Account | None = getattr(request.state, "account", None)
    return found


def person(request: Request) -> str:
    """Under which name things are decided here."""
    known = account(request)
    who: str = request.app.state.who
    return known.name if known else who


def by(request: Request, why: str = "") -> By:
    """Who decides now, and why."""
    return By(person(request), why.strip())
