"""The tables of ``/account`` and ``/accounts`` as CSV; no secret is in any of them.

Mounted in a team only; what is of all is for admins.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from haengbo.ledger import accounts as store
from haengbo.ledger.accounts import TokenView
from haengbo.ledger.audit import audit as done
from haengbo.web.accounts.pages import admin, present
from haengbo.web.downloads import csv_answer
from haengbo.web.site import ledger_of

router = APIRouter()
_KEYS = ("number", "account", "label", "role", "made", "used", "revoked")
#: Lines of what was done that a file holds at most.
_MOST = 10_000


def _key(token: TokenView) -> tuple[object, ...]:
    return (
        *(token.id, token.account, token.label, token.role.value),
        *(token.made, token.used, token.revoked),
    )


@router.get("/account/keys.csv")
def own_keys(request: Request) -> Response:
    """One's own keys, without what opens anything."""
    with ledger_of(request).reading() as session:
        found = store.tokens(session, present(request).name)
    return csv_answer("keys", _KEYS, map(_key, found))


@router.get("/account/browsers.csv")
def own_browsers(request: Request) -> Response:
    """Where one is logged in."""
    with ledger_of(request).reading() as session:
        found = store.sessions_of(session, present(request).name)
    return csv_answer(
        "browsers", ("browser", "made", "seen"), ((s.browser, s.made, s.seen) for s in found)
    )


@router.get("/accounts.csv")
def everybody(request: Request) -> Response:
    """All accounts."""
    admin(request)
    with ledger_of(request).reading() as session:
        found = store.accounts(session)
    rows = ((a.name, a.role.value, a.made, int(bool(a.disabled))) for a in found)
    return csv_answer("accounts", ("name", "role", "made", "disabled"), rows)


@router.get("/accounts/keys.csv")
def all_keys(request: Request) -> Response:
    """Everybody's keys."""
    admin(request)
    with ledger_of(request).reading() as session:
        found = store.tokens(session)
    return csv_answer("keys", _KEYS, map(_key, found))


@router.get("/accounts/audit.csv")
def what_was_done(request: Request) -> Response:
    """What was done with accounts and keys."""
    admin(request)
    with ledger_of(request).reading() as session:
        found = done(session, _MOST)
    rows = ((x.made, x.who, x.what, x.about) for x in found)
    return csv_answer("audit", ("made", "who", "what", "about"), rows)
