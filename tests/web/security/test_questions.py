"""Every question that an address can ask: no value changes what is asked, stops the site or writes.

Names of parameters come from the code (whatever is read from an address anywhere in ``web``) and
from the document of the API, so that a new one is tried as well.
"""

from __future__ import annotations

import ast
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, sealing
from haengbo.ledger.tables import Base
from haengbo.web.api.service import PLACE
from haengbo.web.app import create_app
from haengbo.web.query import MANY, ONE
from web.routing import at, site_routes
from web.security.hostile import fill

WEB = Path(__file__).parents[3] / "src" / "haengbo" / "web"
SQL = (
    "' OR '1'='1",
    "') OR 1=1 --",
    "'; DROP TABLE events; --",
    '" OR ""="',
    "' UNION SELECT password FROM accounts --",
    "%' OR 1=1 --",
    "%",
    "_",
    "\\",
    "1 OR SLEEP(5)",
    '* NEAR/2 " ) AND (',
    "a & b | !c <-> 'd'",
    "\ud7ff\uffff\u202e\u200b",
)
#: Values that are no names, numbers or days.
ODD = (
    "",
    "-1",
    "0",
    "99999999999999999999",
    "²",
    "1e9",
    "NaN",
    "0000",
    "9999-99",
    "2024-02-30",
    "x" * 3000,
)
#: Filters that leave what equals or holds a value; nothing does.
LEAVING = {
    "/events.json": ("who", "place", "tag", "q", "type", "mode", "channel", "status"),
    "/statements.json": ("who", "q"),
    "/expectations.json": ("who",),
}
#: What lists are narrowed by: a wrong number among them would hide what is behind.
NARROWING = (*MANY, "place", "q", "word", "form", "a", "b", "kind", "from", "to")
#: Seconds that one question may take on a small ledger, far above what any does.
SECONDS = 5.0


def _names(path: Path) -> Iterator[str]:
    """Texts that are read from an address in a module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = ast.unparse(node.func)
            if called in {"get", "getlist"} or called.endswith(("query_params.get", ".getlist")):
                yield str(node.args[0].value)


def parameters(app_routes: list[Any]) -> set[str]:
    """Names of all query parameters of the pages."""
    read = {name for path in WEB.rglob("*.py") for name in _names(path) if name.isidentifier()}
    declared = {p.alias for route in app_routes for p in route.dependant.query_params}
    return read | declared | set(MANY) | set(ONE)


ROUTES = site_routes(create_app(":memory:"))
NAMES = sorted(parameters(ROUTES) - {"lang", "theme", "density", "intro"})
PAGES = [r.path for r in ROUTES if "GET" in (r.methods or set()) and "{number}" not in r.path]


Site = tuple[TestClient, dict[str, str], str]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Iterator[Site]:
    location = str(tmp_path_factory.mktemp("asked") / "asked.db")
    ledger = Ledger.open(location)
    keys = fill(ledger, knowledge)
    ledger.close()
    with TestClient(create_app(location), raise_server_exceptions=False) as client:
        yield client, keys, location


def rows(location: str) -> dict[str, int]:
    """How many rows each table has."""
    ledger = Ledger.open(location)
    with ledger.reading() as session:
        tables = sorted(Base.metadata.tables)
        counted = {t: session.scalar(text(f'SELECT count(*) FROM "{t}"')) or 0 for t in tables}  # noqa: S608
        assert sealing.verify(session).faults == ()
    ledger.close()
    return counted


def test_names_of_parameters_are_found() -> None:
    assert {"who", "q", "from", "kind", "word", "a", "days", "page", "by", "beside"} <= set(NAMES)


@pytest.mark.parametrize("value", [*SQL, *ODD], ids=lambda value: value[:24])
def test_no_value_stops_a_page(site: Site, value: str) -> None:
    client, keys, location = site
    before = rows(location)
    for path in PAGES:
        began = time.process_time()
        answer = client.get(at(path, keys), params=dict.fromkeys(NARROWING, value))
        assert answer.status_code < 500, path
        assert time.process_time() - began < SECONDS, path
        lowered = answer.text.lower()
        assert not any(word in lowered for word in ("sqlite", "sqlalchemy", "traceback")), path
    assert rows(location) == before


@pytest.mark.parametrize("value", [SQL[0], "-1", ODD[3], "9" * 1500])
def test_no_parameter_stops_a_page(site: Site, value: str) -> None:
    client, keys, _ = site
    for path in PAGES:
        assert (
            client.get(at(path, keys), params=dict.fromkeys(NAMES, value)).is_server_error is False
        )
    for name in NAMES:
        for path in ("/", "/events.json", "/statements", "/expectations", "/decisions"):
            answer = client.get(path, params={name: value})
            assert answer.status_code < 500, (path, name)


@pytest.mark.parametrize("value", SQL[:10], ids=lambda value: value[:24])
def test_a_filter_asks_for_the_value_and_nothing_else(site: Site, value: str) -> None:
    client, *_ = site
    for path, names in LEAVING.items():
        for name in names:
            found = client.get(path, params={name: value}).json()
            if name == "q" and "OR" in value:
                assert len(found) < len(client.get(path).json())
            else:
                assert found == [], (path, name)


def test_the_api_asks_for_the_value_and_nothing_else(
    site: Site,
) -> None:
    client, *_ = site
    document = client.get(f"{PLACE}/openapi.json").json()
    tried = 0
    for path, operations in document["paths"].items():
        wanted = [p for p in operations.get("get", {}).get("parameters", []) if p["in"] == "query"]
        if "{" in path:
            continue
        for parameter in wanted:
            for value in SQL[:6]:
                answer = client.get(PLACE + path, params={parameter["name"]: value})
                assert answer.status_code < 500, (path, parameter["name"])
                tried += 1
                if answer.status_code == 200 and parameter["name"] in {"who", "place", "tag"}:
                    found = answer.json()
                    items = found["items"] if isinstance(found, dict) else found
                    assert items == [], (path, parameter["name"], value)
    assert tried > 100


LONG = [
    ("(" * 20_000, "brackets"),
    ('"' * 20_001, "quotation marks"),
    ("a:" * 10_000, "names of filters"),
    ("가:" + "나" * 6_000, "one long value"),
    ("북한 " * 2_000, "many words"),
    ("가" * 6_000, "one long word"),
    ('who:"' * 5_000, "filters that never end"),
    (" " * 20_000 + "!", "spaces"),
    ("*" * 20_000, "stars"),
    ("2024-" * 5_000, "days"),
]


@pytest.mark.parametrize(("value", "why"), LONG, ids=[why for _, why in LONG])
def test_long_questions_are_answered_in_time(site: Site, value: str, why: str) -> None:
    client, *_ = site
    for path, name in (
        ("/search", "q"),
        ("/events.json", "q"),
        ("/statements", "q"),
        ("/wording", "word"),
        ("/sequels", "a"),
        ("/events.json", "from"),
        (f"{PLACE}/pages", "text"),
        ("/sequels/count.json", "q"),
    ):
        began = time.process_time()
        answer = client.get(path, params={name: value})
        assert answer.status_code < 500, (path, why)
        assert time.process_time() - began < SECONDS, (path, why)
