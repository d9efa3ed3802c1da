"""The one module with SQL of a particular database: full-text search and connection settings.

The index holds, for each page, the words that the analyser gave (morphemes, folded spellings),
joined by spaces; queries go through the same analyser, so the two cannot differ. SQLite: an FTS5
table; PostgreSQL: a ``tsvector`` of configuration ``simple``. It is written in the transaction
that writes the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    TextClause,
    and_,
    any_,
    bindparam,
    column,
    event,
    func,
    insert,
    select,
    text,
    union_all,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import InstrumentedAttribute, Session

from haengbo.errors import LedgerError
from haengbo.ledger.tables import ArticleRow, ReportKeyRow

#: Number of the advisory lock that writers of a ledger take on PostgreSQL.
_LOCK = 7_355_608

_CREATE = {
    "sqlite": (
        """
        CREATE VIRTUAL TABLE search
        USING fts5(page UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 0')
        """,
    ),
    "postgresql": (
        "CREATE TABLE search (page TEXT PRIMARY KEY, words TSVECTOR NOT NULL)",
        "CREATE INDEX ix_search_words ON search USING gin (words)",
    ),
}
_PUT = {
    "sqlite": "INSERT INTO search (rowid, page, words) VALUES (:reading, :page, :words)",
    "postgresql": "INSERT INTO search (page, words) VALUES (:page, to_tsvector('simple', :words))",
}
#: In SQLite a page's row has the number of its reading: the table has no other index.
_FORGET = {
    "sqlite": "DELETE FROM search WHERE rowid IN (SELECT id FROM readings WHERE page = :page)",
    "postgresql": "DELETE FROM search WHERE page = :page",
}
_MATCH = {
    "sqlite": "SELECT rowid AS reading FROM search WHERE search MATCH :words",
    "postgresql": "SELECT page FROM search WHERE words @@ to_tsquery('simple', :words)",
}
#: The same as one text of numbers: ten thousands of rows, each an object, would take longer.
_NUMBERS = {
    "sqlite": "SELECT group_concat(rowid) FROM search WHERE search MATCH :words",
    "postgresql": """
        SELECT string_agg(a.reading::text, ',') FROM search s JOIN articles a ON a.page = s.page
        WHERE s.words @@ to_tsquery('simple', :words)
    """,
}


def _of(table: dict[str, object], dialect: Dialect) -> object:
    if dialect.name not in table:
        raise LedgerError(f"장부로 쓸 수 없는 데이터베이스: {dialect.name} (sqlite, postgresql)")
    return table[dialect.name]


#: So many rows go by COPY.
_MANY = 50
#: Sorts behind every text that goes on.
_BEHIND_ALL = "\U0010ffff"

#: Groups of words; a page matches if it holds all words of one of them.
Alternatives = tuple[tuple[str, ...], ...]


def create_search(connection: Connection) -> None:
    """Create the search index; called by the first migration."""
    for statement in _CREATE[connection.dialect.name]:
        connection.execute(text(statement))


def put_words(connection: Connection, page: str, words: Sequence[str]) -> None:
    """Index a page that has an article, in place of what was indexed for it."""
    connection.execute(text(_FORGET[connection.dialect.name]), {"page": page})
    reading = text("SELECT reading FROM articles WHERE page = :page")
    if words and (number := connection.scalar(reading, {"page": page})) is not None:
        add_words(connection, [(number, page, words)])


def add_words(connection: Connection, rows: Iterable[tuple[int, str, Sequence[str]]]) -> None:
    """Index pages of which nothing is indexed: number of the reading, page, words."""
    sqlite = connection.dialect.name == "sqlite"
    values: list[dict[str, str | int]] = [
        {"page": page, "words": " ".join(words)} | ({"reading": reading} if sqlite else {})
        for reading, page, words in rows
        if words
    ]
    if values:
        connection.execute(text(_PUT[connection.dialect.name]), values)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Add rows that give the same columns: in one statement, by COPY where there are many.

    PostgreSQL takes rows by COPY three times as fast.
    """
    if connection.dialect.name != "postgresql" or len(rows) < _MANY:
        connection.execute(insert(table), rows)
        return
    names = list(rows[0])
    columns = ", ".join(connection.dialect.identifier_preparer.quote(name) for name in names)
    raw = connection.connection.driver_connection
    if raw is None:
        raise LedgerError("no connection")
    statement = f"COPY {table.name} ({columns}) FROM STDIN"
    try:
        with raw.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row([row[name] for name in names])
    except connection.dialect.loaded_dbapi.Error as error:
        # The driver was asked directly: nobody else makes this an error of SQLAlchemy
        lost = bool(raw.closed)
        raise DBAPIError(statement, None, error, connection_invalidated=lost) from error


def _double_quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "''").replace("\\", "\\\\") + "'"


def holding(
    dialect: Dialect, words: Sequence[Alternatives], *, walked: bool = False
) -> ColumnElement[bool]:
    """That an article holds all the words.

    Args:
        dialect: Of the database.
        words: For each word its alternatives, each a group of words of which all must stand:
            ``((("냉면",),), (("메밀밭",), ("메밀", "밀밭")))``; empty matches nothing.
        walked: Whether SQLite shall go through articles in the order asked for and look whether
            each is among those found: of words that many hold that is soon done.
    """
    sqlite = dialect.name == "sqlite"
    statement = text(_MATCH[dialect.name]).bindparams(bindparam("words", _query(sqlite, words)))
    if sqlite:
        readings = statement.columns(column("reading", Integer())).subquery("found")
        # An expression has no index
        reading = ArticleRow.reading + 0 if walked else ArticleRow.reading
        return reading.in_(select(readings.c.reading))
    found = statement.columns(column("page")).subquery("found")
    return ArticleRow.page.in_(select(found.c.page))


def _query(sqlite: bool, words: Sequence[Alternatives]) -> str:  # noqa: FBT001 - one of two
    quote = _double_quoted if sqlite else _quoted
    and_, or_ = (" AND ", " OR ") if sqlite else (" & ", " | ")
    groups = (
        or_.join(f"({and_.join(quote(word) for word in group)})" for group in alternatives)
        for alternatives in words
    )
    return and_.join(f"({group})" for group in groups)


def number_holding(session: Session, words: Sequence[Alternatives]) -> int:
    """How many articles hold all the words, by the index alone."""
    dialect = session.get_bind().dialect
    query = _query(dialect.name == "sqlite", words)
    counted = f"SELECT count(*) FROM ({_MATCH[dialect.name]}) AS found"  # noqa: S608 - a constant
    return session.scalar(text(counted), {"words": query}) or 0


def readings_holding(session: Session, words: Sequence[Alternatives]) -> str | None:
    """Numbers of the readings of all articles that hold all the words, with commas between."""
    dialect = session.get_bind().dialect
    query = _query(dialect.name == "sqlite", words)
    found: str | None = session.scalar(text(_NUMBERS[dialect.name]), {"words": query})
    return found


def among_numbers(
    dialect: Dialect, column_: InstrumentedAttribute[int], values: Sequence[int]
) -> ColumnElement[bool]:
    """Whether a column is one of very many numbers, which are given as one value."""
    if dialect.name == "sqlite":
        given = json.dumps(list(values), separators=(",", ":"))
        return column_.in_(select(func.json_each(given).table_valued("value").c.value))
    return column_ == any_(bindparam(None, list(values), type_=ARRAY(BigInteger())))


def begins_with(
    session: Session, column_: InstrumentedAttribute[str], beginning: str
) -> ColumnElement[bool]:
    """Whether a column begins with a text, by its index where that is possible.

    SQLite compares texts byte by byte, so that a range does it; its LIKE would read the table.
    PostgreSQL compares them as its locale does, but for operators that have an index of their own
    (``text_pattern_ops``).
    """
    if session.get_bind().dialect.name != "sqlite":
        behind = beginning + _BEHIND_ALL
        return and_(column_.op("~>=~")(beginning), column_.op("~<~")(behind))
    return and_(column_ >= beginning, column_ < beginning + _BEHIND_ALL)


#: Beginnings of keys that one statement asks PostgreSQL for.
_BEGINNINGS_AT_ONCE = 32
#: The order of this join is kept: a search by the index of the keys for each beginning.
_KEYED = text("""
    SELECT report FROM json_each(:given) AS given
    CROSS JOIN report_keys
    ON report_keys.key >= given.value AND report_keys.key < given.value || :behind
""")


def reports_keyed(session: Session, beginnings: Sequence[str]) -> set[str]:
    """Reports with a blocking key that begins with one of these texts.

    In SQLite one statement for all, given as one value. In PostgreSQL a select each: for an OR
    it would read all keys.
    """
    if session.get_bind().dialect.name == "sqlite":
        given = {"given": json.dumps(list(beginnings)), "behind": _BEHIND_ALL}
        return set(session.scalars(_KEYED, given))
    found: set[str] = set()
    for start in range(0, len(beginnings), _BEGINNINGS_AT_ONCE):
        wanted = (
            select(ReportKeyRow.report).where(begins_with(session, ReportKeyRow.key, beginning))
            for beginning in beginnings[start : start + _BEGINNINGS_AT_ONCE]
        )
        found.update(session.scalars(union_all(*wanted)))
    return found


#: Of stretches of keys (a name, the first, the one behind the last) those in which there are more
#: than so many different ones, each found by a search in the index; or so many that count.
_MANY_KEYS = {
    "sqlite": """
        SELECT json_extract(given.value, '$[0]') FROM json_each(:given) AS given WHERE (
            WITH RECURSIVE met(key, times) AS (
                SELECT (
                    SELECT min(key) FROM report_keys
                    WHERE key >= json_extract(given.value, '$[1]')
                    AND key < json_extract(given.value, '$[2]')
                ), 0
                UNION ALL
                SELECT (
                    SELECT min(key) FROM report_keys
                    WHERE key > met.key AND key < json_extract(given.value, '$[2]')
                ), met.times + {counts}
                FROM met WHERE met.key IS NOT NULL AND met.times <= :most
            )
            SELECT max(times) FROM met
        ) > :most
    """,
    "postgresql": """
        SELECT given ->> 0 FROM json_array_elements(CAST(:given AS json)) AS given WHERE (
            WITH RECURSIVE met(key, times) AS (
                SELECT (
                    SELECT key FROM report_keys
                    WHERE key ~>=~ (given ->> 1) AND key ~<~ (given ->> 2)
                    ORDER BY key USING ~<~ LIMIT 1
                ), 0
                UNION ALL
                SELECT (
                    SELECT next.key FROM report_keys AS next
                    WHERE next.key ~>~ met.key AND next.key ~<~ (given ->> 2)
                    ORDER BY next.key USING ~<~ LIMIT 1
                ), met.times + {counts}
                FROM met WHERE met.key IS NOT NULL AND met.times <= :most
            )
            SELECT max(times) FROM met
        ) > :most
    """,
}
#: Whether a report that collation has seen stands under a key.
_SETTLED = """
    CASE WHEN EXISTS (
        SELECT 1 FROM report_keys AS there
        JOIN reports ON reports.id = there.report
        JOIN articles ON articles.page = reports.page
        WHERE there.key = met.key AND NOT articles.dirty
    ) THEN 1 ELSE 0 END
"""


def many_keys(
    session: Session, stretches: Mapping[str, tuple[str, str]], most: int, *, settled: bool = False
) -> set[str]:
    """Names of those stretches of keys that hold more than so many different ones.

    Args:
        session: In a transaction.
        stretches: Name → the first key, and what is behind the last one.
        most: So many are not more.
        settled: Count only keys of reports that collation has seen.
    """
    if not stretches:
        return set()
    given = json.dumps([[name, *ends] for name, ends in stretches.items()])
    counting = _counting(session.get_bind().dialect.name, settled=settled)
    return set(session.scalars(counting, {"given": given, "most": most}))


@cache
def _counting(dialect: str, *, settled: bool) -> TextClause:
    return text(_MANY_KEYS[dialect].format(counts=_SETTLED if settled else "1"))


def prepare_engine(engine: Engine) -> None:
    """Give every connection the settings the ledger relies on.

    Raises:
        LedgerError: The database is neither SQLite nor PostgreSQL.
    """
    _of(dict(_CREATE), engine.dialect)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_sqlite_connect)
        event.listen(engine, "begin", _on_sqlite_begin)
    else:
        event.listen(engine, "begin", _on_postgresql_begin)


def _on_sqlite_connect(connection: object, _record: object) -> None:
    # pysqlite would begin transactions late and commit around DDL; we begin them ourselves
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    # FULL: what was committed outlives a loss of power, not only the program; one fsync a commit
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        "synchronous=FULL",
        "busy_timeout=120000",
        # Of a ledger of gigabytes two megabytes, which is what SQLite keeps, are nothing
        "cache_size=-65536",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_sqlite_begin(connection: Connection) -> None:
    # A reader that becomes a writer fails with "database is locked"; writers say so at once
    writing = connection.get_execution_options().get("haengbo_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _on_postgresql_begin(connection: Connection) -> None:
    # One writer at a time, as in SQLite: what it checked still holds when it writes. Pages are
    # read before the lock is taken, so that many ingesters still read side by side.
    if connection.get_execution_options().get("haengbo_writing", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    else:
        # As in SQLite, whoever asks several questions sees one state; and cannot write by mistake
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def compact(engine: Engine) -> None:
    """Leave nothing of what was deleted in the file; PostgreSQL does so by itself in time."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            connection.rollback()
            if raw is not None:
                # The index keeps words of rows that are gone until its pieces are put together
                raw.execute("INSERT INTO search (search) VALUES ('optimize')")
                raw.execute("VACUUM")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def restart_numbers(connection: Connection, metadata: MetaData) -> None:
    """After rows were inserted with their numbers, go on counting behind the largest.

    SQLite does so by itself.
    """
    if connection.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        column_ = table.autoincrement_column
        if column_ is None:
            continue
        highest = connection.execute(select(func.max(column_))).scalar()
        if highest is not None:
            connection.execute(
                text("SELECT setval(pg_get_serial_sequence(:table, :column), :highest)"),
                {"table": table.name, "column": column_.name, "highest": highest},
            )
