"""A ledger with one event, its statement and what is needed to see an export handle odd text."""

from __future__ import annotations

from haengbo.export import Subject, Wanted, format_for
from haengbo.ledger import Ledger


def written(ledger: Ledger, form: str, subject: str = "events", **more: object) -> bytes:
    """All bytes of an export."""
    wanted = Wanted(ledger, Subject(subject), **more)  # type: ignore[arg-type]
    return b"".join(format_for(form, wanted.subject).write(wanted))
