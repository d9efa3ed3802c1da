"""A ledger as an earlier version of the schema would have held it, with all that it could hold.

Comes in: a ledger of the present schema that nobody has open, the number of a migration. Goes out:
the same place with the tables of that migration, made by the migrations themselves, and in them
every row and column that existed then. Invariant: nothing of later schemas is left.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, MetaData, Table, insert, select, text, update

from haengbo.ledger.dialects import restart_numbers
from haengbo.ledger.opening import migrate, open_engine
from haengbo.ledger.tables import Base

#: Columns that refer to a row of the same table, which may come later.
_OWN = {"readings": "superseded_by", "decisions": "undoes"}
_WORDS = {
    "sqlite": ("SELECT page, words FROM search", ":words"),
    "postgresql": ("SELECT page, words::text AS words FROM search", "CAST(:words AS tsvector)"),
}

Row = dict[str, Any]


def made_older(location: str, revision: str) -> None:
    """Put a ledger back to an earlier schema.

    Args:
        location: Path or URL.
        revision: ``0001`` …
    """
    engine = open_engine(location)
    with engine.execution_options(haengbo_writing=True).connect() as connection:
        read, value = _WORDS[connection.dialect.name]
        rows = {table.name: _all(connection, table) for table in Base.metadata.sorted_tables}
        words = [dict(row) for row in connection.execute(text(read)).mappings()]
        _emptied(connection)
        migrate(connection, revision)
        old = MetaData()
        old.reflect(connection, only=lambda name, _: name in Base.metadata.tables)
        for table in old.sorted_tables:
            _put(connection, table, rows[table.name])
        statement = text(f"INSERT INTO search (page, words) VALUES (:page, {value})")  # noqa: S608
        if words:
            connection.execute(statement, words)
        restart_numbers(connection, old)
        connection.commit()
    engine.dispose()


def _all(connection: Connection, table: Table) -> list[Row]:
    return [dict(row) for row in connection.execute(select(table)).mappings()]


def _emptied(connection: Connection) -> None:
    for table in reversed(Base.metadata.sorted_tables):
        table.drop(connection)
    for name in ("search", "alembic_version"):
        connection.execute(text(f"DROP TABLE {name}"))


def _put(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Rows with the columns of that time."""
    own = _OWN.get(table.name)
    kept = [{name: row[name] for name in table.columns.keys() if name in row} for row in rows]  # noqa: SIM118
    if not kept:
        return
    connection.execute(insert(table), [row | ({own: None} if own else {}) for row in kept])
    if own is not None:
        for row in kept:
            if row[own] is not None:
                change = update(table).where(table.c.id == row["id"])
                connection.execute(change.values({own: row[own]}))
