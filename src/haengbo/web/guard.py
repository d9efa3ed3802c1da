"""Writing is for this site's own pages: where a request comes from, and the form it was sent by.

A form carries a token made from a random cookie of the browser, its session and a secret of this
process; nobody else's page can read any of them, and a cookie that a neighbour planted before the
login is worth nothing after it. A request that names another origin is refused whatever its
method, so that a page from elsewhere can neither write to a site on this machine nor read it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from fastapi import HTTPException, Request
from starlette.datastructures import FormData

COOKIE = "haengbo-form"
SESSION_COOKIE = "haengbo-session"
FIELD = "token"
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
#: Fields and files that one form may carry at most.
MOST_FIELDS = 2000
MOST_FILES = 2000
#: Bytes of one field that is no file: a pasted article, a list of addresses.
LONGEST_FIELD = 4 * 1024 * 1024


def foreign(request: Request) -> bool:
    """Whether a request was sent by somebody else's page."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host", ""):
        return True
    site = request.headers.get("sec-fetch-site", "same-origin")
    # Following a link from elsewhere is no crime; sending a form from there is
    return request.method not in _READING and site not in {"same-origin", "none"}


def encrypted(request: Request) -> bool:
    """Whether the browser came by TLS: a cookie given to it then goes by TLS only."""
    return request.url.scheme == "https"


def seed_of(request: Request) -> str:
    """The browser's random cookie; a new one where it has none."""
    if not hasattr(request.state, "seed"):
        request.state.seed = request.cookies.get(COOKIE) or secrets.token_urlsafe(24)
    seed: str = request.state.seed
    return seed


def token_of(request: Request) -> str:
    """What a form of this browser has to carry."""
    secret: bytes = request.app.state.secret
    bound = f"{seed_of(request)}\n{request.cookies.get(SESSION_COOKIE, '')}"
    return hmac.new(secret, bound.encode(), hashlib.sha256).hexdigest()


async def posted(request: Request) -> FormData:
    """The form that was sent, once it is known to be ours.

    Raises:
        HTTPException: 403 where the token is missing or was made for another browser or run.
    """
    form = await request.form(
        max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD
    )
    token = form.get(FIELD)
    known = COOKIE in request.cookies
    if not known or not isinstance(token, str) or not _same(token, token_of(request)):
        await form.close()
        raise HTTPException(403)
    return form


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())


def inside(address: object) -> str:
    """An address of this site to lead back to; the chronicle for anything else.

    Example:
        ``inside("//elsewhere.example")`` is ``"/"``.
    """
    text = address if isinstance(address, str) else ""
    parts = urlsplit(text)
    harmless = text.startswith("/") and not text.startswith(("//", "/\\"))
    return text if harmless and not parts.netloc and text.isprintable() else "/"
