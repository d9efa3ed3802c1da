"""A site on which every kind of page has something to show, and the addresses of all of them.

The samples, an article that was captured twice, people with accounts, a decision and an import: a
team's site, whoever asks is its admin. Beside it the same pages of an empty ledger.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient

from haengbo.capture import collect
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, accounts
from haengbo.ledger.accounts import Role
from haengbo.pipeline import ingest
from haengbo.samples import pages_folder
from haengbo.web.guard import SESSION_COOKIE
from web.browsing import paths
from web.markup import parsed, strings

#: Samples on which every kind of page has something to show, and no page is long.
FEW = ("s02", "s06", "s07", "s10", "s15", "s23", "s30", "s38", "s47")
EXAMPLES = Path(__file__).parents[2] / "examples" / "versions"
ADMIN, PASSWORD = "나관리", "가나다라마바사아자차"
#: Pages that an empty ledger has too.
EMPTY = (
    *("/", "/months", "/actors", "/statements", "/expectations", "/expectations/calendar"),
    *("/expectations/records", "/pages", "/search", "/search?q=러시아", "/wording"),
    *("/wording/compare", "/sequels", "/sequels?a=who:최선희&b=channel:summit", "/network"),
    *("/dyad", "/channel", "/channel/foreign", "/queue", "/decisions", "/import", "/since"),
)


def fill(location: str, source: str, knowledge: Knowledge) -> None:
    """The ledger of all samples, at a place of its own."""
    shutil.copy(source, location)
    _take_in(location, [], knowledge)


def fill_with_few(location: str, knowledge: Knowledge) -> None:
    """A ledger of a few samples."""
    _take_in(location, [p for p in pages_folder().iterdir() if p.name[:3] in FEW], knowledge)


def _take_in(location: str, pages: list[Path], knowledge: Knowledge) -> None:
    ledger = Ledger.open(location)
    ingest(ledger, collect([str(page) for page in (*sorted(pages), EXAMPLES)]), knowledge)
    with ledger.writing() as session:
        accounts.add_account(session, ADMIN, PASSWORD, Role.ADMIN, "시험")
    ledger.close()


@dataclass(frozen=True, slots=True)
class Every:
    """The site and its addresses.

    Attributes:
        app: Of a team.
        paths: One address of each kind of page, some in several states.
        cookie: Of the admin's session, name and value.
    """

    app: FastAPI
    paths: dict[str, str]
    cookie: tuple[str, str]


def enter(client: TestClient, app: FastAPI) -> Every:
    """Log the admin in, decide something, take a page in."""
    page = parsed(client.get("/login").text)
    form = {"token": strings(page, "//input[@name='token']/@value")[0]}
    client.post("/login", data=form | {"name": ADMIN, "password": PASSWORD})
    ledger: Ledger = app.state.ledger
    found = paths(ledger)
    page = parsed(client.get(found["event"]).text)
    token = {"token": strings(page, "//input[@name='token']/@value")[0]}
    key = found["event"].rpartition("/")[2]
    decided = client.post(
        "/decide/confirm", data=token | {"event": key, "back": found["event"], "why": "확인함"}
    )
    view = client.post("/views", data=token | {"name": "러시아", "query": "who=러시아"})
    run = client.post("/import", data=token | {"text": "짧은 글이다.", "title": "시험"})
    assert all(answer.status_code == 200 for answer in (decided, view, run))
    found |= {
        "versions": "/versions/noon.html",
        "login": "/login",
        "account": "/account",
        "accounts": "/accounts",
        "decided": f"{found['event']}?{decided.url.query.decode()}",
        "import run": run.url.path,
        "beside": f"{found['article']}?beside=1",
        "refused": "/statements?page=x",
    }
    return Every(app, found, (SESSION_COOKIE, client.cookies[SESSION_COOKIE]))
