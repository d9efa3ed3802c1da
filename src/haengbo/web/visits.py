"""What changed since this browser was here last → a few lines at the head of the chronicle.

A cookie holds the time of this visit and of the one before; looking again within half an hour is
the same visit. Nothing is kept on the server.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fastapi import Request
from fastapi.responses import Response

from haengbo.web.guard import encrypted

COOKIE = "haengbo-seen"
SAME_VISIT = timedelta(minutes=30)
_YEAR = 365 * 24 * 3600


def _time(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def last_visit(request: Request) -> datetime | None:
    """When the visit before this one ended; ``None`` on a first visit."""
    first, _, last = request.cookies.get(COOKIE, "").partition("|")
    seen, before = _time(last), _time(first)
    if seen is None:
        return None
    return before if datetime.now(UTC) - seen < SAME_VISIT else seen


def note_visit(request: Request, response: Response) -> None:
    """Remember that this browser was here now."""
    before = last_visit(request)
    value = f"{before.isoformat() if before else ''}|{datetime.now(UTC).isoformat()}"
    response.set_cookie(
        COOKIE,
        value,
        max_age=_YEAR,
        samesite="lax",
        httponly=True,
        secure=encrypted(request),
    )
