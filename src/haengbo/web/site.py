"""What every page shares: templates, the visitor's language, theme and density, headers.

A choice arrives as ``?lang=en``, ``?theme=dark`` or ``?density=compact``, is kept in a cookie and
answered by a redirect to the same address without it. Nothing else is stored in the browser.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from haengbo import __version__
from haengbo.ledger import Ledger
from haengbo.model.decider import parse as parse_decider
from haengbo.model.unseen import level
from haengbo.web.charts.glyph import chain_glyph, status_mark
from haengbo.web.dates import month_title, parse_day, weekday
from haengbo.web.edtf import date_words, day_words
from haengbo.web.guard import COOKIE, encrypted, seed_of, token_of
from haengbo.web.labels import codes, label
from haengbo.web.language import LANGUAGES, translator
from haengbo.web.marking import cited, korean, name_in
from haengbo.web.people import account, person
from haengbo.web.places import actor_at, article_at, dyad_at, outside
from haengbo.web.tour import stop_of

_HERE = Path(__file__).parent
#: Choice → allowed values; the first is the default.
CHOICES: dict[str, tuple[str, ...]] = {
    "lang": LANGUAGES,
    "theme": ("auto", "light", "dark"),
    "density": ("wide", "compact"),
    "intro": ("show", "hide"),
}
_YEAR = 365 * 24 * 3600
#: No script or style but our own, nothing from elsewhere, no framing by others.
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; "
        "base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    # For browsers that know no frame-ancestors; an article frames its own capture
    "X-Frame-Options": "SAMEORIGIN",
}


@dataclass(frozen=True, slots=True)
class Preferences:
    """How this visitor wants to see the site."""

    lang: str
    theme: str
    density: str
    intro: str


def preferences(request: Request) -> Preferences:
    """The visitor's cookies, or the defaults; an English browser starts in English."""
    chosen = {}
    for name, allowed in CHOICES.items():
        value = request.cookies.get(f"haengbo-{name}")
        chosen[name] = value if value in allowed else allowed[0]
    accepts = request.headers.get("accept-language", "")
    if "haengbo-lang" not in request.cookies and accepts.lower().startswith("en"):
        chosen["lang"] = "en"
    return Preferences(**chosen)


def redirect_for_choice(request: Request) -> Response | None:
    """Keep a choice made by a link and lead back to the address without it; else ``None``."""
    made = {
        name: request.query_params[name]
        for name, allowed in CHOICES.items()
        if request.query_params.get(name) in allowed
    }
    if not made:
        return None
    rest = [(k, v) for k, v in request.query_params.multi_items() if k not in made]
    address = quote(request.url.path) + (f"?{urlencode(rest)}" if rest else "")
    response = RedirectResponse(address, status_code=303)
    for name, value in made.items():
        response.set_cookie(
            f"haengbo-{name}",
            value,
            max_age=_YEAR,
            samesite="lax",
            httponly=True,
            secure=encrypted(request),
        )
    return response


@cache
def environment() -> Environment:
    """The templates; an undefined name is an error, every value is escaped."""
    env = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals |= {
        "codes": codes,
        "chain_glyph": chain_glyph,
        "decider": parse_decider,
        "version": __version__,
        "parse_day": parse_day,
        "article_at": article_at,
        "actor_at": actor_at,
        "dyad_at": dyad_at,
        "outside": outside,
        "korean": korean,
        "cited": cited,
    }
    return env


def with_choice(request: Request, **choice: str) -> str:
    """This address with a choice added (``?lang=en``)."""
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in choice]
    return f"{quote(request.url.path)}?{urlencode([*kept, *choice.items()])}"


def ledger_of(request: Request) -> Ledger:
    """The ledger that this site shows."""
    ledger: Ledger = request.app.state.ledger
    return ledger


def render(
    request: Request,
    template: str,
    *,
    status: int = 200,
    **values: Any,  # noqa: ANN401
) -> HTMLResponse:
    """A page in the visitor's language.

    Templates get ``_`` (words), ``label(table, code)``, ``mark(status)``, ``weekday(day)``,
    ``month(“2024-11”)``, ``when(edtf)`` and ``iso(edtf)`` (dates in words; the second keeps
    whole days), ``prefs``, ``name(n)`` (a name in the visitor's language),
    ``here(lang="en")``, ``token`` (what a form carries) and the given values.
    """
    prefs = preferences(request)
    lang = prefs.lang

    def mark(code: str) -> str:
        return status_mark(code, label("status", code, lang))

    context = {
        "request": request,
        "prefs": prefs,
        "lang": lang,
        "_": translator(lang),
        "label": lambda table, code: label(table, code, lang),
        "mark": mark,
        "weekday": partial(weekday, lang=lang),
        "month": partial(month_title, lang=lang),
        "when": partial(date_words, lang=lang),
        "iso": partial(day_words, lang=lang),
        "name": partial(name_in, lang=lang),
        "name_of": partial(name_in, lang=lang),  # where a macro calls something else a name
        "here": partial(with_choice, request),
        "token": token_of(request),
        "who_decides": person(request),
        "me": account(request),
        "stop": stop_of(request),
        **values,
    }
    # No template turns the direction of writing: what does is other people's, and is marked
    html = level(environment().get_template(template).render(context))
    response = HTMLResponse(html, status_code=status)
    if COOKIE not in request.cookies:
        response.set_cookie(
            COOKIE, seed_of(request), samesite="lax", httponly=True, secure=encrypted(request)
        )
    return response
