"""A request → who sends it: the cookie of a session, or a program's token.

In a team nothing is shown before somebody is known; what is written needs an editor, accounts an
admin. Without a team everybody at this machine is the one user, who may do everything but keep
accounts.
"""

from __future__ import annotations

from urllib.parse import quote

from fastapi import HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from haengbo.ledger import Ledger
from haengbo.ledger import accounts as store
from haengbo.ledger.accounts import Account, Role
from haengbo.web.guard import SESSION_COOKIE

#: What is answered to before anybody is logged in.
PUBLIC = ("/login", "/static/")
#: Addresses of feeds end so; readers of feeds cannot log in and give a key in the address.
FEEDS = ".atom"
FEED_KEY = "key"
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_UNAUTHORISED, _FORBIDDEN = 401, 403


def account_of(ledger: Ledger, cookie: str | None) -> Account | None:
    """Who is logged in with a cookie."""
    if not cookie:
        return None
    with ledger.reading() as session:
        found = store.account_of_session(session, cookie)
    if found is None:
        return None
    account, stale = found
    if stale:
        with ledger.writing() as session:
            store.touch_session(session, cookie)
    return account


def account_by_feed_key(request: Request, ledger: Ledger) -> Account | None:
    """Whose key of a feed stands in its address; such a key opens nothing but feeds."""
    key = request.query_params.get(FEED_KEY, "")
    feed = request.url.path.endswith(FEEDS) and request.method in _READING
    found = account_by_token(ledger, f"Bearer {key}") if feed and key else None
    return found if found is not None and found.role is Role.FEED else None


def account_by_token(ledger: Ledger, authorization: str) -> Account | None:
    """Whose token an ``Authorization: Bearer …`` header gives."""
    scheme, _, secret = authorization.partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        return None
    with ledger.reading() as session:
        found = store.account_of_token(session, secret.strip())
    if found is None:
        return None
    account, unnoted = found
    if unnoted:
        # Once a day: whoever writes waits for an ingest to finish what it is writing
        with ledger.writing() as session:
            store.note_use(session, secret.strip())
    return account


def turned_away(request: Request, account: Account | None) -> Response | None:
    """The way to the login for whoever is not known; ``None`` for whoever may go on.

    Raises:
        HTTPException: 403 where somebody may not write.
    """
    path = request.url.path
    if path.startswith(PUBLIC):
        return None
    if account is None:
        if request.method not in _READING:
            raise HTTPException(_UNAUTHORISED)
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/login?next={quote(path + query, safe='')}", status_code=303)
    own = path.startswith(("/account", "/logout"))
    if request.method not in _READING and not own and not account.role.may(Role.EDITOR):
        raise HTTPException(_FORBIDDEN)
    return None


class TeamAccess:
    """What the API asks of each request in a team: a token, or for reading a session."""

    asks = True

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def reader(self, request: Request) -> None:
        """Let pass whoever is known.

        Raises:
            HTTPException: 401.
        """
        by_token = self._by_token(request)
        if by_token is not None and not by_token.role.may(Role.READER):
            raise HTTPException(_FORBIDDEN, "This key opens feeds only.")
        if by_token is None and self._by_session(request) is None:
            raise HTTPException(
                _UNAUTHORISED, "A token is needed.", {"WWW-Authenticate": 'Bearer realm="haengbo"'}
            )

    def writer(self, request: Request) -> str:
        """Under which name a token's owner writes; a browser writes by the forms of the site.

        Raises:
            HTTPException: 401 or 403.
        """
        account = self._by_token(request)
        if account is None:
            raise HTTPException(
                _UNAUTHORISED, "A token is needed.", {"WWW-Authenticate": 'Bearer realm="haengbo"'}
            )
        if not account.role.may(Role.EDITOR):
            raise HTTPException(_FORBIDDEN, "This token may only read.")
        return account.name

    def _by_token(self, request: Request) -> Account | None:
        return account_by_token(self._ledger, request.headers.get("authorization", ""))

    def _by_session(self, request: Request) -> Account | None:
        return account_of(self._ledger, request.cookies.get(SESSION_COOKIE))
