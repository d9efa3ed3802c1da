"""``/login``, ``/logout``; ``/account``: one's own password, browsers and keys; ``/accounts``: all.

Mounted in a team only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hmac import compare_digest
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from haengbo.errors import UsageError
from haengbo.ledger import Ledger
from haengbo.ledger import accounts as store
from haengbo.ledger.accounts import OF_PEOPLE, SESSION_DAYS, Account, Role
from haengbo.ledger.audit import audit as done
from haengbo.web.accounts.throttle import Key, Throttle, keys_of
from haengbo.web.deciding import text_of
from haengbo.web.guard import SESSION_COOKIE, encrypted, inside, posted
from haengbo.web.query import whole
from haengbo.web.site import ledger_of, render

router = APIRouter()
Posted = Annotated[FormData, Depends(posted)]
Doing = Callable[[Session], None]
#: Tells a browser in which an account logged in before; opens nothing.
KNOWN = "haengbo-known"
_YEAR_DAYS = 365


def present(request: Request) -> Account:
    """Who is logged in."""
    account: Account = request.state.account
    return account


def admin(request: Request) -> Account:
    """Who is logged in, an admin.

    Raises:
        HTTPException: 403 for anybody else.
    """
    account = present(request)
    if not account.role.may(Role.ADMIN):
        raise HTTPException(403)
    return account


@router.get("/login", response_class=HTMLResponse)
def login_form(request: Request) -> Response:
    """The form."""
    return render(request, "login.html", onward=inside(request.query_params.get("next")), wrong="")


@dataclass(frozen=True, slots=True)
class _Entry:
    """Whoever got in: the secret of the session, and what this browser is known by later."""

    secret: str
    known: str


def _log_in(ledger: Ledger, name: str, password: str, browser: str) -> _Entry | None:
    with ledger.reading() as session:
        right = store.right_password(session, name, password)
    if not right:
        return None
    with ledger.writing() as session:
        known = store.known_browser(session, name) or ""
        return _Entry(store.log_in(session, name, browser), known)


def _keys(request: Request, name: str) -> tuple[Key, ...]:
    """What this try is counted by."""
    with ledger_of(request).reading() as session:
        wanted = store.known_browser(session, name) or ""
    shown = request.cookies.get(KNOWN, "")
    known = bool(wanted) and compare_digest(shown.encode(), wanted.encode())
    return keys_of(name, request.client.host if request.client else "nowhere", known=known)


@router.post("/login")
async def login(request: Request, form: Posted) -> Response:
    """Log in and go on to where one wanted to go; slower after failures."""
    throttle: Throttle = request.app.state.throttle
    name, password = text_of(form, "name"), str(form.get("password") or "")
    onward = inside(form.get("next"))
    keys = await run_in_threadpool(_keys, request, name)
    if seconds := throttle.wait(*keys):
        page = render(request, "login.html", status=429, onward=onward, wrong=str(ceil(seconds)))
        page.headers["Retry-After"] = str(ceil(seconds))
        return page
    throttle.failed(*keys)
    browser = request.headers.get("user-agent", "")
    entry = await run_in_threadpool(_log_in, ledger_of(request), name, password, browser)
    if entry is None:
        return render(request, "login.html", status=401, onward=onward, wrong="password")
    throttle.succeeded(*keys)
    response = RedirectResponse(onward, status_code=303)
    _give(request, response, SESSION_COOKIE, entry.secret, SESSION_DAYS)
    _give(request, response, KNOWN, entry.known, _YEAR_DAYS)
    return response


def _give(request: Request, response: Response, name: str, value: str, days: int) -> None:
    """A cookie for this site alone, out of reach of scripts, by TLS where that is how one came."""
    response.set_cookie(
        name,
        value,
        max_age=days * 24 * 3600,
        httponly=True,
        samesite="lax",
        secure=encrypted(request),
    )


@router.post("/logout")
def logout(request: Request, form: Posted) -> Response:
    """End this session."""
    del form
    if cookie := request.cookies.get(SESSION_COOKIE):
        with ledger_of(request).writing() as session:
            store.log_out(session, cookie)
    response = RedirectResponse("/login", status_code=303)
    response.delete_cookie(SESSION_COOKIE)
    return response


def _own_page(request: Request, *, secret: str = "", wrong: str = "") -> Response:
    account = present(request)
    with ledger_of(request).reading() as session:
        sessions = store.sessions_of(session, account.name)
        tokens = store.tokens(session, account.name)
    return render(
        request,
        "account.html",
        status=422 if wrong else 200,
        account=account,
        sessions=sessions,
        tokens=tokens,
        roles=[role.value for role in Role if account.role.may(role)],
        secret=secret,
        wrong=wrong,
    )


@router.get("/account", response_class=HTMLResponse)
def own(request: Request) -> Response:
    """One's own password, browsers and keys."""
    return _own_page(request)


@router.post("/account/password")
def change_password(request: Request, form: Posted) -> Response:
    """A new password, for whoever knows the old one; every browser has to log in again."""
    account, ledger = present(request), ledger_of(request)
    throttle: Throttle = request.app.state.throttle
    key = Key(f"old password of {account.name}")
    if seconds := throttle.wait(key):
        return _own_page(request, wrong=f"{ceil(seconds)}초 뒤에 다시 해 본다")
    throttle.failed(key)
    with ledger.reading() as session:
        right = store.right_password(session, account.name, str(form.get("old") or ""))
    if not right:
        return _own_page(request, wrong="지금 비밀번호가 맞지 않는다")
    throttle.succeeded(key)
    return _done(
        request,
        lambda s: store.set_password(s, account.name, str(form.get("new") or ""), account.name),
        "/login",
    )


@router.post("/account/token")
def new_token(request: Request, form: Posted) -> Response:
    """A key for a program, shown once."""
    account = present(request)
    try:
        role = Role(text_of(form, "role") or "reader")
        with ledger_of(request).writing() as session:
            secret = store.add_token(session, account.name, text_of(form, "label"), role)
    except (UsageError, ValueError) as error:
        return _own_page(request, wrong=str(error))
    page = _own_page(request, secret=secret)
    page.headers["Cache-Control"] = "no-store"
    return page


@router.post("/account/revoke")
def revoke(request: Request, form: Posted) -> Response:
    """Make a key worthless."""
    number = text_of(form, "number")
    account = present(request)
    return _done(
        request,
        lambda s: store.revoke_token(s, whole(number) or 0, account),
        inside(form.get("back") or "/account"),
    )


@router.post("/account/end")
def end(request: Request, form: Posted) -> Response:
    """Log another browser out."""
    name = present(request).name
    return _done(request, lambda s: store.end_session(s, name, text_of(form, "key")), "/account")


def _done(request: Request, doing: Doing, onward: str) -> Response:
    """Do it and lead on; a refusal says why."""
    try:
        with ledger_of(request).writing() as session:
            doing(session)
    except UsageError as error:
        return render(request, "refused.html", status=422, reason=str(error), back="/account")
    return RedirectResponse(onward, status_code=303)


@router.get("/accounts", response_class=HTMLResponse)
def all_accounts(request: Request) -> Response:
    """Everybody, all keys, and what was done with them."""
    admin(request)
    with ledger_of(request).reading() as session:
        everybody, keys = store.accounts(session), store.tokens(session)
        audit = done(session)
    return render(
        request,
        "accounts.html",
        everybody=everybody,
        tokens=keys,
        audit=audit,
        roles=[role.value for role in OF_PEOPLE],
    )


@router.post("/accounts/{what}")
def change(request: Request, what: str, form: Posted) -> Response:
    """Add somebody, change a role or password, shut out or let in again."""
    by, name = admin(request).name, text_of(form, "name")
    password, role = str(form.get("password") or ""), text_of(form, "role")
    doings: dict[str, Doing] = {
        "add": lambda s: _added(s, name, password, role, by),
        "role": lambda s: store.set_role(s, name, _role(role), by),
        "password": lambda s: store.set_password(s, name, password, by),
        "disable": lambda s: store.disable(s, name, by),
        "enable": lambda s: store.enable(s, name, by),
    }
    if what not in doings:
        raise HTTPException(404)
    return _done(request, doings[what], "/accounts")


def _added(session: Session, name: str, password: str, role: str, by: str) -> None:
    store.add_account(session, name, password, _role(role), by)


def _role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError as error:
        raise UsageError(f"그런 역할은 없다: {text}") from error
