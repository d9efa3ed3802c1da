"""A path or URL → an engine whose schema is up to date.

Migrations are Alembic's and ship inside the package; a ledger that is already at the newest one
is opened without loading Alembic. Invariant: a ledger made by a newer haengbo is refused, never
written to.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, inspect, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from haengbo.errors import LedgerError
from haengbo.ledger.dialects import prepare_engine
from haengbo.ledger.refusals import reason_of

#: The newest migration; a test compares it with the folder.
HEAD = "0013"
MIGRATIONS = Path(__file__).parent / "migrations"


def url_of(location: str | Path) -> str:
    """The SQLAlchemy URL of a ledger that the user names by path or URL.

    Example:
        ``url_of("annals.db")`` is ``"sqlite:///annals.db"``.
    """
    given = str(location)
    if given == ":memory:":
        return "sqlite://"
    if given.startswith("postgresql://"):
        return "postgresql+psycopg://" + given.removeprefix("postgresql://")
    return given if "://" in given else f"sqlite:///{given}"


def shown(url: str) -> str:
    """A URL as it may be printed: without its password."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except SQLAlchemyError:
        return url.partition("://")[0]


def _engine(url: str) -> Engine:
    if url == "sqlite://":
        return create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    # A server may have been restarted since a connection was last used
    return create_engine(url, pool_pre_ping=not url.startswith("sqlite"))


def _version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(connection: Connection, revision: str = "head") -> None:
    """Bring the schema up to a migration; the transaction stays open.

    Args:
        connection: To a ledger of that schema, of an earlier one, or to an empty database.
        revision: ``0001`` … or ``head``, the newest.
    """
    from alembic import command  # noqa: PLC0415 - only where something is to be done
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def upgrade(engine: Engine) -> None:
    """Bring the schema of a ledger, or of an empty database, up to the newest migration."""
    with engine.execution_options(haengbo_writing=True).connect() as connection:
        migrate(connection)
        connection.commit()


def open_engine(location: str | Path, *, create: bool = True) -> Engine:
    """Open a ledger, making or upgrading its schema where needed.

    Args:
        location: Path of an SQLite file, ``:memory:``, or an SQLAlchemy URL.
        create: Whether a missing SQLite file is made.

    Raises:
        LedgerError: It does not exist, is no ledger, or was made by a newer haengbo.
    """
    url = url_of(location)
    path = url.removeprefix("sqlite:///") if url.startswith("sqlite:///") else None
    if path is not None and not create and not Path(path).is_file():
        raise LedgerError(f"장부가 없다: {path} (먼저 haengbo ingest 로 쪽을 들인다)")
    if path is not None and not Path(path).absolute().parent.is_dir():
        raise LedgerError(f"장부를 둘 폴더가 없다: {Path(path).parent}")
    try:
        engine = _engine(url)
        prepare_engine(engine)
        version = _version(engine)
        if version is not None and version > HEAD:
            raise LedgerError(f"더 새 haengbo가 만든 장부다 (판 {version}): {shown(url)}")
        if version != HEAD:
            upgrade(engine)
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        raise LedgerError(f"장부를 열 수 없다: {shown(url)}: {reason_of(error)}") from error
    return engine
