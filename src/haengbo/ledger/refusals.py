"""An error of a database → why, in one clause for people.

Comes in: what SQLAlchemy raised. Goes out: the first line of what the database or its driver said;
of a server that is gone, that it is gone and what that means for what was written.
"""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

#: What a user can rely on: a commit that was acknowledged is in the server's log; one that was
#: under way may be.
_GONE = (
    "데이터베이스 서버와 끊겼다: 적었다고 알린 것은 남는다. "
    "적던 것이 적혔는지는 서버가 돌아온 뒤에 보고, 다시 실행하면 이어 간다"
)
#: As PostgreSQL's drivers begin to say that nobody answers.
_UNREACHED = "connection"
#: Of a process of the server that outlives it by a moment.
_LAST_WORDS = "terminating connection"


def reason_of(error: Exception) -> str:
    """Why a database refused.

    Example:
        ``database or disk is full``
    """
    said = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
    reason = said.splitlines()[0]
    return f"{reason} ({_GONE})" if server_gone(error) else reason


def server_gone(error: BaseException | None) -> bool:
    """Whether an error says that the server is not there, or not there any more."""
    if not isinstance(error, DBAPIError):
        return False
    said = str(error.orig)
    # Without a statement: while a connection was being made, or a commit
    unreached = error.statement is None and said.startswith(_UNREACHED)
    return error.connection_invalidated or unreached or said.startswith(_LAST_WORDS)
