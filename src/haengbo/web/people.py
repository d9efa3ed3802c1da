"""Who is at the browser: the one person of this machine."""

from __future__ import annotations

import getpass
import os

from fastapi import Request

from haengbo.ledger.decisions import By


def name_of_user() -> str:
    """``$HAENGBO_WHO``, else the name that the system knows: as on the command line."""
    return os.environ.get("HAENGBO_WHO") or getpass.getuser()


def by(request: Request, why: str = "") -> By:
    """Who decides now, and why."""
    who: str = request.app.state.who
    return By(who, why.strip())
