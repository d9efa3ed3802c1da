"""``/article/PAGE``: the cleaned text with its findings; ``/capture/HASH``: the page as caught."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from haengbo.model.page import MediaType
from haengbo.web.findings import outline_of, rows_of
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()
#: A capture is somebody else's page: it may draw itself, nothing more.
CAPTURE_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@router.get("/capture/{sha256}")
def capture(request: Request, sha256: str) -> Response:
    """The bytes as captured, in a sandbox."""
    page = ledger_of(request).page(sha256)
    if page is None:
        raise HTTPException(404)
    charset = page.charset or "utf-8"
    written = page.media_type in (MediaType.HTML, MediaType.TEXT)
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
    rows = rows_of(detail, preferences(request).lang)
    return render(
        request,
        "article.html",
        detail=detail,
        reading=detail.reading,
        article=detail.reading.article,
        page=detail.page,
        rows=rows,
        outline=outline_of(rows),
    )
