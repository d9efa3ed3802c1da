"""``/actors``: everybody; ``/actor/NAME``: offices, meetings, spellings, statements."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from haengbo.knowledge import load
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.ledger import Ledger
from haengbo.ledger.views import ActorDetail, EventFilter, StatementFilter
from haengbo.web.chapters import exact_day
from haengbo.web.charts.band import Band, OfficeBar, Visit, office_band
from haengbo.web.downloads import picture_answer
from haengbo.web.language import translator
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()
#: Language of each spelling and the pack's name for it.
_SPELLINGS = (("en", "en"), ("ru", "ru"), ("ko", "hanja"))
#: Partners listed with a link to the pair's chronicle.
MOST_PAIRS = 12
_PICTURE_WIDTH = 1060.0


def band_of(actor: ActorDetail, lang: str) -> Band | None:
    """Offices of the pack as bars, events as dots; ``None`` when nothing has a day."""
    _ = translator(lang)
    visits = [
        Visit(
            day,
            line.event.channel.value if line.event.channel else "third",
            line.event.status.value,
            f"{day} {line.event.label_ko if lang == 'ko' else line.event.label_en}",
        )
        for line in actor.events
        if (day := exact_day(line.event.date)) is not None
    ]
    if not visits:
        return None
    roles = gazetteer(load()).roles_of(actor.name)
    bars = [OfficeBar(r.title, r.since, r.until) for r in roles]
    return Band(bars, visits, _("직함과 사건"))


@router.get("/actors", response_class=HTMLResponse)
def actors(request: Request) -> Response:
    """Everybody and everything that acts, most named first."""
    lines = ledger_of(request).actors()
    return render(request, "actors.html", lines=lines)


@router.get("/actor/{name:path}/band.svg")
@router.get("/actor/{name:path}/band.png")
def band_svg(request: Request, name: str) -> Response:
    """Offices and events as a file."""
    detail = ledger_of(request).actor(name)
    band = band_of(detail, preferences(request).lang) if detail else None
    if band is None:
        raise HTTPException(404)
    svg, height = office_band(band)
    return picture_answer(request, "band", svg, _PICTURE_WIDTH, height)


def spelled_elsewhere(name: str) -> list[tuple[str, str]]:
    """Language code and spelling, as far as the pack knows them: English, Russian, hanja."""
    rows = gazetteer(load()).named(name)
    found = [(lang, getattr(row, key, None)) for row in rows[:1] for lang, key in _SPELLINGS]
    return [(lang, spelling) for lang, spelling in found if spelling]


def _only_described(ledger: Ledger, name: str) -> Response:
    """Where to look for somebody without a name (``한 전문가``): statements, else events."""
    if ledger.statements(StatementFilter(who=(name,)), size=1).total:
        return RedirectResponse(f"/statements?{urlencode({'who': name})}", status_code=303)
    if ledger.events(EventFilter(who=(name,)), size=1).total:
        return RedirectResponse(f"/?{urlencode({'who': name})}", status_code=303)
    raise HTTPException(404)


@router.get("/actor/{name:path}", response_class=HTMLResponse)
def actor(request: Request, name: str) -> Response:
    """One actor by canonical name; one who is only described leads to what is said of it."""
    detail = ledger_of(request).actor(name)
    if detail is None:
        return _only_described(ledger_of(request), name)
    lang = preferences(request).lang
    band = band_of(detail, lang)
    stances = Counter((x.toward, x.polarity) for s in detail.statements for x in s.statement.stance)
    return render(
        request,
        "actor.html",
        actor=detail,
        band=office_band(band)[0] if band else None,
        pairs=detail.partners[:MOST_PAIRS],
        stances=stances.most_common(8),
        elsewhere=spelled_elsewhere(detail.name),
    )
