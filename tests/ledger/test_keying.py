"""Keys of another kind are replaced, whatever they were; keys of this kind stay."""

from __future__ import annotations

from sqlalchemy import func, select

from haengbo import collation
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, keying
from haengbo.ledger.tables import ReportKeyRow, ReportRow, SettingRow
from haengbo.model.collation import Told


def test_keys_made_anew_are_those_of_intake(sample_ledger: Ledger, knowledge: Knowledge) -> None:
    lore = collation.lore(knowledge)

    def keys_of(told: Told) -> tuple[str, ...]:
        return collation.keys_of(told, lore)

    with sample_ledger.reading() as session:
        pairs = select(ReportKeyRow.key, ReportKeyRow.report)
        before = {tuple(row) for row in session.execute(pairs)}
        assert keying.keyed_as(session, collation.KEYS)
        count = keying.key_anew(session, "of another kind", lambda told: (told.anchor.text,))
        assert count == session.scalar(select(func.count()).select_from(ReportRow))
        assert not keying.keyed_as(session, collation.KEYS)
        assert all(key == report for key, report in session.execute(pairs))
        keying.key_anew(session, collation.KEYS, keys_of)
        assert {tuple(row) for row in session.execute(pairs)} == before
        assert keying.keyed_as(session, collation.KEYS)
        session.rollback()


def test_a_ledger_without_reports_is_keyed_too() -> None:
    empty = Ledger.open(":memory:")
    with empty.writing() as session:
        assert not keying.keyed_as(session, "2")
        assert keying.key_anew(session, "2", lambda _told: ()) == 0
        assert keying.keyed_as(session, "2")
        assert session.scalar(select(func.count()).select_from(SettingRow)) == 1
    empty.close()
