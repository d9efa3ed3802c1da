"""``/article/PAGE``: the text with its findings; ``/versions/PAGE``: changes; ``/capture/HASH``."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from haengbo.analysis.revisions import revision
from haengbo.errors import UsageError
from haengbo.ledger.versions import VersionListing
from haengbo.model.page import MediaType
from haengbo.web.findings import outline_of, rows_of
from haengbo.web.judging import judged
from haengbo.web.reviewing import page_to_review
from haengbo.web.routes.decisions import done_by
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()
#: What a browser draws inside a sandbox; documents are given as files.
_DRAWN = (MediaType.HTML, MediaType.TEXT)
#: A capture is somebody else's page: it may draw itself, nothing more.
CAPTURE_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
#: What a page calls its encoding goes into a header only where it looks like a name of one.
_CHARSET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,39}")


@router.get("/capture/{sha256}")
def capture(request: Request, sha256: str) -> Response:
    """The bytes as captured, in a sandbox."""
    page = ledger_of(request).page(sha256)
    if page is None:
        raise HTTPException(404)
    charset = page.charset if _CHARSET.fullmatch(page.charset or "") else "utf-8"
    written = page.media_type in _DRAWN
    kind = f"{page.media_type.value}; charset={charset}" if written else page.media_type.value
    headers = {"Content-Type": kind, "Content-Security-Policy": CAPTURE_POLICY}
    if not written:
        # No browser draws a document inside a sandbox
        headers["Content-Disposition"] = (
            f"attachment; filename*=UTF-8''{quote(page.name.rpartition('/')[2])}"
        )
    return Response(page.data, headers=headers)


@router.get("/article/{name:path}", response_class=HTMLResponse)
def article(request: Request, name: str) -> Response:
    """One page, by name or hash."""
    detail = ledger_of(request).article(name)
    if detail is None:
        raise HTTPException(404)
    said = judged(detail.page.sha256, ledger_of(request).decisions_on(detail.page.sha256))
    captured = ledger_of(request).page(detail.page.sha256)
    framed = captured is not None and captured.media_type in _DRAWN
    rows = rows_of(detail, preferences(request).lang, said)
    return render(
        request,
        "article.html",
        detail=detail,
        reading=detail.reading,
        article=detail.reading.article,
        page=detail.page,
        captures=_captures(request, name),
        rows=rows,
        outline=outline_of(rows),
        done=done_by(request),
        framed=framed,
        beside=framed and request.query_params.get("beside") == "1",
        following=page_to_review(ledger_of(request), _today(), detail.page.sha256),
        adding=request.query_params.get("add") == "1",
    )


def _captures(request: Request, name: str) -> VersionListing | None:
    """All captures of the article, if there are several."""
    return next(iter(ledger_of(request).versions(name)), None)


@router.get("/versions/{name:path}", response_class=HTMLResponse)
def versions(request: Request, name: str) -> Response:
    """What was changed between a version of an article and the one before it."""
    ledger = ledger_of(request)
    listing, detail = _captures(request, name), ledger.article(name)
    if listing is None or detail is None:
        raise HTTPException(404)
    number = max(listing.number_of(detail.page.sha256), 2)
    try:
        found = revision(ledger, listing, None, number)
    except UsageError as error:
        raise HTTPException(404) from error
    return render(request, "versions.html", listing=listing, found=found, page=found.after.page)


def _today() -> str:
    return dt.datetime.now(tz=dt.UTC).date().isoformat()
