"""Views of the chronicle that people saved under a name: the query of an address."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.ledger.tables import SettingRow

_PREFIX = "view"
_LONGEST, _MOST = 60, 50


def _place(who: str, name: str = "") -> str:
    return f"{_PREFIX}\t{who}\t{name}"


def save_view(session: Session, who: str, name: str, query: str) -> None:
    """Save a view; one of the same name is replaced.

    Raises:
        UsageError: The name is empty or too long, or there are too many.
    """
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST:
        raise UsageError(f"이름은 1자에서 {_LONGEST}자까지다")
    row = session.get(SettingRow, _place(who, name))
    if row is not None:
        row.value = query
        return
    if len(views(session, who)) >= _MOST:
        raise UsageError(f"갈무리는 {_MOST}개까지다")
    session.add(SettingRow(name=_place(who, name), value=query))


def forget_view(session: Session, who: str, name: str) -> None:
    """Take a saved view away."""
    row = session.get(SettingRow, _place(who, name))
    if row is not None:
        session.delete(row)


def views(session: Session, who: str) -> tuple[tuple[str, str], ...]:
    """Name and query of somebody's views, by name."""
    rows = session.scalars(
        select(SettingRow)
        .where(SettingRow.name.startswith(_place(who), autoescape=True))
        .order_by(SettingRow.name)
    )
    return tuple((row.name.split("\t", 2)[2], row.value) for row in rows)
