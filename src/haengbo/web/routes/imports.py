"""``/import``: files, pasted text and addresses into the ledger; ``/import/N``: how it goes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from haengbo.errors import UsageError
from haengbo.model.edtf import parse_or_none
from haengbo.model.page import Known, MediaType, Page
from haengbo.web.deciding import text_of
from haengbo.web.downloads import csv_answer
from haengbo.web.guard import posted
from haengbo.web.importing import Import, Imports, Offer, folder_for_files
from haengbo.web.people import by
from haengbo.web.site import ledger_of, render

router = APIRouter()
#: Lines of an import that its page shows at once.
LINES_SHOWN = 200
_LATEST = 3
_UNFIT = re.compile(r"[\x00-\x1f/\\:*?\"<>|]+")
_LONGEST_NAME = 120
#: What Windows takes for a device whatever ending follows.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def imports_of(request: Request) -> Imports:
    """The imports of this site."""
    imports: Imports = request.app.state.imports
    return imports


def file_name(given: str | None, number: int) -> str:
    r"""A name that a browser gave, fit for a file: no folders, no end of it.

    Example:
        ``file_name("C:\\\\쪽\\\\../기사.html", 1)`` is ``기사.html``.
    """
    last = re.split(r"[/\\]", given or "")[-1]
    clean = _UNFIT.sub("_", last).strip(". ")
    named = f"_{clean}" if _DEVICE.match(clean) else clean
    return named[-_LONGEST_NAME:] or f"file-{number}"


def _saved(files: list[UploadFile], folder: Path) -> tuple[str, ...]:
    paths: list[str] = []
    for number, file in enumerate(files, 1):
        name = file_name(file.filename, number)
        path = folder / name
        if path.exists():
            # Two files of one name are two pages: each has a folder of its own
            path = folder / str(number) / name
            path.parent.mkdir()
        with path.open("wb") as out:
            shutil.copyfileobj(file.file, out)
        paths.append(str(path))
    return tuple(paths)


def _known(form: FormData) -> Known:
    published = text_of(form, "published") or None
    if published and parse_or_none(published) is None:
        raise UsageError(f"날짜를 알아볼 수 없다: {published} (2025-06-05)")
    return Known(published, text_of(form, "outlet") or None, text_of(form, "url") or None)


def _pasted(form: FormData, known: Known) -> tuple[Page, ...]:
    words = text_of(form, "text").replace("\r\n", "\n")
    if not words:
        return ()
    page = Page("", words.encode(), MediaType.TEXT, known)
    return (Page(f"pasted-{page.sha256[:8]}.txt", page.data, page.media_type, known),)


def _addresses(form: FormData) -> tuple[str, ...]:
    given = dict.fromkeys(line.strip() for line in text_of(form, "addresses").splitlines())
    wrong = [line for line in given if line and not line.startswith(("http://", "https://"))]
    if wrong:
        raise UsageError(f"주소가 아니다: {wrong[0]} (https:// 로 시작해야 한다)")
    return tuple(line for line in given if line)


def offer_of(form: FormData) -> Offer:
    """What a form offers.

    Raises:
        UsageError: Nothing, or something that is no address or no date.
    """
    known, addresses = _known(form), _addresses(form)
    uploads = [f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]
    pages = _pasted(form, known)
    if not (uploads or addresses or pages):
        raise UsageError("들일 것이 없다: 파일을 고르거나, 글을 붙여 넣거나, 주소를 적는다")
    folder = folder_for_files()
    try:
        paths = _saved(uploads, folder)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise UsageError(f"파일을 받을 수 없다: {error.strerror or error}") from error
    sources = (*paths, *addresses)
    # A day and an address are of one page; an outlet may be of many
    of_all = known if len(sources) == 1 else Known(outlet=known.outlet)
    return Offer(folder, sources, pages, of_all)


@router.get("/import", response_class=HTMLResponse)
def import_form(request: Request) -> Response:
    """What can be taken in, and how earlier imports went."""
    return render(
        request,
        "import.html",
        imports=imports_of(request).all,
        log=ledger_of(request).intake_log(30),
        totals=ledger_of(request).totals(),
    )


@router.post("/import")
async def begin(request: Request, form: Annotated[FormData, Depends(posted)]) -> Response:
    """Begin an import and lead to its page."""
    try:
        offer = await run_in_threadpool(offer_of, form)
    except UsageError as error:
        return render(request, "refused.html", status=422, reason=str(error), back="/import")
    finally:
        await form.close()
    made = imports_of(request).start(offer, by(request).who)
    return RedirectResponse(f"/import/{made.number}", status_code=303)


def _found(request: Request, number: int) -> Import:
    made = imports_of(request).get(number)
    if made is None:
        raise HTTPException(404)
    return made


@router.get("/import/{number}.csv")
def as_table(request: Request, number: int) -> Response:
    """What became of every page of an import."""
    rows = ((line.name, line.outcome, line.reason) for line in _found(request, number).lines)
    return csv_answer(f"import-{number}", ("page", "outcome", "reason"), rows)


@router.get("/import/{number}", response_class=HTMLResponse)
def show(request: Request, number: int, part: int = 0) -> Response:
    """How an import goes; ``part=1`` gives what changes, for the script that asks again."""
    made = _found(request, number)
    lines = list(made.lines)
    template = "_import.html" if part else "import_run.html"
    shown = lines[-LINES_SHOWN:] if made.ended else lines[-_LATEST:]
    return render(request, template, made=made, lines=shown[::-1], total=len(lines))


@router.post("/import/{number}/stop")
def stop(request: Request, number: int, form: Annotated[FormData, Depends(posted)]) -> Response:
    """Stop after the page that is being read; what was read stays."""
    del form
    _found(request, number).stopping.set()
    return RedirectResponse(f"/import/{number}", status_code=303)
