"""Accounts of a team: made, changed, logged in; tokens for programs; what was done is written down.

Roles: a reader reads, an editor decides and imports, an admin keeps the accounts. Invariant: the
last admin can neither be disabled nor lose the role; disabling somebody, or a new password, ends
all sessions; passwords and secrets are stored as hashes only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.ledger.audit import note
from haengbo.ledger.passwords import NOBODY, hash_of, hashed, matches, new_secret
from haengbo.ledger.records import now
from haengbo.ledger.tables import AccountRow, SessionRow, TokenRow

#: How long a session lasts after it was last used.
SESSION_DAYS = 14
#: A session's last use is written down again after this long, not at every page.
_SEEN_AGAIN = timedelta(minutes=10)
TOKEN_PREFIX = "haengbo_"  # noqa: S105 - tells whose token it is, opens nothing
_LONGEST_NAME = 60


class Role(StrEnum):
    """What somebody may do; each includes the one before. ``feed`` is for keys only."""

    FEED = "feed"
    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    def may(self, wanted: Role) -> bool:
        """Whether this role includes another."""
        order = list(Role)
        return order.index(self) >= order.index(wanted)


#: Roles that somebody may have.
OF_PEOPLE = (Role.READER, Role.EDITOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody of the team."""

    name: str
    role: Role
    made: str
    disabled: str | None = None


@dataclass(frozen=True, slots=True)
class SessionView:
    """A browser that is logged in; ``key`` names it, it does not open it."""

    key: str
    made: str
    seen: str
    browser: str


@dataclass(frozen=True, slots=True)
class TokenView:
    """A program's key; the secret itself is shown once, when it is made."""

    id: int
    account: str
    label: str
    role: Role
    made: str
    used: str | None
    revoked: str | None


def _account(row: AccountRow) -> Account:
    return Account(row.name, Role(row.role), row.made, row.disabled)


def _row(session: Session, name: str) -> AccountRow:
    row = session.get(AccountRow, name)
    if row is None:
        raise UsageError(f"그런 계정이 없다: {name}")
    return row


def accounts(session: Session) -> tuple[Account, ...]:
    """All accounts by name."""
    return tuple(map(_account, session.scalars(select(AccountRow).order_by(AccountRow.name))))


def add_account(session: Session, name: str, password: str, role: Role, by: str) -> Account:
    """Make an account.

    Raises:
        UsageError: The name is taken or unfit, or the password too short.
    """
    name = name.strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UsageError(f"계정 이름은 1자에서 {_LONGEST_NAME}자까지다")
    if session.get(AccountRow, name) is not None:
        raise UsageError(f"이미 있는 이름이다: {name}")
    _of_people(role)
    row = AccountRow(name=name, role=role.value, password=hashed(password), made=now())
    session.add(row)
    note(session, by, "add-account", f"{name}: {role.value}")
    session.flush()
    return _account(row)


def _of_people(role: Role) -> None:
    if role not in OF_PEOPLE:
        raise UsageError(f"사람의 역할이 아니다: {role.value}")


def set_role(session: Session, name: str, role: Role, by: str) -> None:
    """Give somebody another role.

    Raises:
        UsageError: No such account, or the last admin would be gone.
    """
    row = _row(session, name)
    _of_people(role)
    if role is not Role.ADMIN:
        _keep_an_admin(session, name)
    row.role = role.value
    note(session, by, "set-role", f"{name}: {role.value}")


def disable(session: Session, name: str, by: str) -> None:
    """Shut somebody out; sessions end, tokens are revoked, what was decided stays.

    Raises:
        UsageError: No such account, or the last admin would be gone.
    """
    row = _row(session, name)
    _keep_an_admin(session, name)
    row.disabled = now()
    _end_sessions(session, name)
    session.execute(
        update(TokenRow)
        .where(TokenRow.account == name, TokenRow.revoked.is_(None))
        .values(revoked=now())
    )
    note(session, by, "disable", name)


def enable(session: Session, name: str, by: str) -> None:
    """Let somebody in again.

    Raises:
        UsageError: No such account.
    """
    _row(session, name).disabled = None
    note(session, by, "enable", name)


def set_password(session: Session, name: str, password: str, by: str) -> None:
    """Set a new password; all sessions of the account end.

    Raises:
        UsageError: No such account, or the password is too short.
    """
    _row(session, name).password = hashed(password)
    _end_sessions(session, name)
    note(session, by, "set-password", name)


def _keep_an_admin(session: Session, name: str) -> None:
    others = select(func.count()).where(
        AccountRow.role == Role.ADMIN.value,
        AccountRow.disabled.is_(None),
        AccountRow.name != name,
    )
    if session.get_one(AccountRow, name).role == Role.ADMIN.value and not session.scalar(others):
        raise UsageError("마지막 관리자다: 다른 관리자를 먼저 둔다")


def _end_sessions(session: Session, name: str) -> None:
    session.execute(delete(SessionRow).where(SessionRow.account == name))


def known_browser(session: Session, name: str) -> str | None:
    """What a browser shows that logged in as somebody before; a new password ends it.

    Opens nothing: it only tells people who guess a password from those who have it.
    """
    row = session.get(AccountRow, name)
    return hash_of(f"known browser\n{row.name}\n{row.password}") if row is not None else None


def right_password(session: Session, name: str, password: str) -> bool:
    """Whether somebody may log in so; an unknown name takes as long as a wrong password."""
    row = session.get(AccountRow, name)
    right = matches(password, row.password if row is not None else NOBODY)
    return right and row is not None and row.disabled is None


def log_in(session: Session, name: str, browser: str) -> str:
    """A new session; returns the secret for the cookie."""
    moment = now()
    session.execute(delete(SessionRow).where(SessionRow.until < moment))
    secret = new_secret()
    row = SessionRow(
        secret=hash_of(secret),
        account=name,
        made=moment,
        seen=moment,
        until=_until(),
        browser=browser[:200],
    )
    session.add(row)
    note(session, name, "log-in")
    return secret


def _until() -> str:
    return (datetime.now(UTC) + timedelta(days=SESSION_DAYS)).isoformat().replace("+00:00", "Z")


def account_of_session(session: Session, secret: str) -> tuple[Account, bool] | None:
    """Who is logged in with a cookie, and whether its last use should be written down again."""
    row = session.get(SessionRow, hash_of(secret))
    if row is None or row.until < now():
        return None
    account = _account(_row(session, row.account))
    seen = datetime.fromisoformat(row.seen)
    return None if account.disabled else (account, datetime.now(UTC) - seen > _SEEN_AGAIN)


def touch_session(session: Session, secret: str) -> None:
    """Note that a session was used: it lasts as long again."""
    session.execute(
        update(SessionRow)
        .where(SessionRow.secret == hash_of(secret))
        .values(seen=now(), until=_until())
    )


def log_out(session: Session, secret: str) -> None:
    """End a session."""
    session.execute(delete(SessionRow).where(SessionRow.secret == hash_of(secret)))


def sessions_of(session: Session, name: str) -> tuple[SessionView, ...]:
    """Browsers in which somebody is logged in, last used first."""
    rows = session.scalars(
        select(SessionRow).where(SessionRow.account == name).order_by(SessionRow.seen.desc())
    )
    return tuple(SessionView(r.secret[:12], r.made, r.seen, r.browser) for r in rows)


def end_session(session: Session, name: str, key: str) -> None:
    """End one of somebody's own sessions by the beginning of its hash."""
    if key:
        session.execute(
            delete(SessionRow).where(
                SessionRow.account == name, SessionRow.secret.startswith(key, autoescape=True)
            )
        )


def add_token(session: Session, account: str, label: str, role: Role) -> str:
    """A new token for a program; returns the secret, which is shown once.

    Raises:
        UsageError: It has no label, or may do more than its account.
    """
    owner = _account(_row(session, account))
    if not label.strip():
        raise UsageError("무엇에 쓰는 열쇠인지 적지 않았다")
    if not owner.role.may(role):
        raise UsageError("계정보다 많은 일을 하는 열쇠는 줄 수 없다")
    secret = new_secret(TOKEN_PREFIX)
    session.add(
        TokenRow(
            secret=hash_of(secret),
            account=account,
            label=label.strip()[:100],
            role=role.value,
            made=now(),
        )
    )
    note(session, account, "add-token", f"{label.strip()[:100]}: {role.value}")
    return secret


def revoke_token(session: Session, number: int, by: Account) -> None:
    """Make a token worthless; one's own, or anybody's for an admin.

    Raises:
        UsageError: No such token.
    """
    row = session.get(TokenRow, number)
    if row is None or (row.account != by.name and not by.role.may(Role.ADMIN)):
        raise UsageError(f"그런 열쇠가 없다: {number}")
    row.revoked = row.revoked or now()
    note(session, by.name, "revoke-token", f"{row.account}: {row.label}")


def tokens(session: Session, account: str | None = None) -> tuple[TokenView, ...]:
    """Tokens of an account or of all, newest first."""
    query = select(TokenRow).order_by(TokenRow.id.desc())
    rows = session.scalars(query.where(TokenRow.account == account) if account else query)
    return tuple(
        TokenView(r.id, r.account, r.label, Role(r.role), r.made, r.used, r.revoked) for r in rows
    )


def account_of_token(session: Session, secret: str) -> tuple[Account, bool] | None:
    """Whose token it is, and whether today's use should be written down.

    The account has the role that both it and the token allow.
    """
    row = session.scalar(select(TokenRow).where(TokenRow.secret == hash_of(secret)))
    if row is None or row.revoked is not None:
        return None
    owner = _account(_row(session, row.account))
    if owner.disabled is not None:
        return None
    least = Role(row.role) if owner.role.may(Role(row.role)) else owner.role
    return Account(owner.name, least, owner.made), (row.used or "") < now()[:10]


def note_use(session: Session, secret: str) -> None:
    """Note the day on which a token was used."""
    day = now()[:10]
    session.execute(
        update(TokenRow)
        .where(TokenRow.secret == hash_of(secret), func.coalesce(TokenRow.used, "") < day)
        .values(used=day)
    )
