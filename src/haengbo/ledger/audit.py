"""What was done with accounts and removals: written down once, sealed, listed.

Comes in: who did what. Goes out: lines, newest first. Invariant: no line is ever changed or
removed, and none holds a password or a key.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from haengbo.ledger.records import now
from haengbo.ledger.sealing import seal
from haengbo.ledger.tables import AuditRow

#: What gives somebody or something a role: its line ends in the role's code.
_GIVING_ROLES = frozenset({"add-account", "set-role", "add-token"})


@dataclass(frozen=True, slots=True)
class AuditView:
    """What somebody did, to whom or what.

    Attributes:
        made: UTC time.
        who: Who did it.
        what: A code: log-in, add-account, remove-page …
        about: What it was done to, as written down: ``kim: editor`` where a role was given.
    """

    made: str
    who: str
    what: str
    about: str

    @property
    def subject(self) -> str:
        """Whom or what it was done to, without a role."""
        return self.about.rpartition(": ")[0] if self.role else self.about

    @property
    def role(self) -> str:
        """Code of the role that was given; empty where none was."""
        return self.about.rpartition(": ")[2] if self.what in _GIVING_ROLES else ""


def note(session: Session, who: str, what: str, about: str = "") -> None:
    """Write down what was done."""
    row = AuditRow(made=now(), who=who, what=what, about=about)
    session.add(row)
    seal(session, row)


def audit(session: Session, size: int = 200) -> tuple[AuditView, ...]:
    """What was done, newest first."""
    rows = session.scalars(select(AuditRow).order_by(AuditRow.id.desc()).limit(size))
    return tuple(AuditView(r.made, r.who, r.what, r.about) for r in rows)
