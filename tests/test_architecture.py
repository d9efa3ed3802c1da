"""The house: imports point one way, and rooms have proper names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "haengbo"

#: Package or module at the top → what it may import of haengbo (itself and ``errors`` always).
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "korean": {"model"},
    "knowledge": {"model", "korean"},
    "capture": {"model"},
    "article": {"model", "korean", "knowledge"},
    "reading": {"model", "korean", "knowledge"},
    "collation": {"model", "korean", "knowledge"},
    "ledger": {"model", "korean", "knowledge"},
    "reader": {"model", "korean", "knowledge", "capture", "article", "reading"},
    "pipeline": {"model", "korean", "knowledge", "reader", "reading", "collation", "ledger"},
    "apart": {"model", "korean", "knowledge", "capture", "reader", "pipeline", "ledger"},
    "engine": {"model", "knowledge", "capture", "collation", "ledger", "pipeline"},
    "analysis": {"model", "korean", "knowledge", "ledger"},
    "export": {"model", "knowledge", "ledger", "analysis"},
    "annals": {"model", "knowledge", "ledger", "analysis", "export"},
    "web": {
        *("model", "korean", "knowledge", "capture", "ledger", "analysis", "export", "annals"),
        *("alerts", "pipeline", "apart"),
    },
    "alerts": {"model", "knowledge", "ledger", "analysis", "export", "annals", "capture"},
    "assistants": {"model", "knowledge", "ledger", "analysis", "annals", "web"},
    "cli": {
        *("model", "korean", "knowledge", "capture", "reading", "ledger", "collation"),
        *(
            "analysis",
            "export",
            "alerts",
            "annals",
            "assistants",
            "web",
            "reader",
            "pipeline",
            "apart",
            "engine",
            "samples",
            "evaluation",
        ),
    },
    "samples": set(),
    "evaluation": {"model"},
    "errors": set(),
    "__init__": {"reader", "annals"},
    "__main__": {"cli"},
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "processor"}
#: What can open a connection.
NETWORK = {
    *("httpx", "httpx2", "httpcore", "httpcore2", "urllib3", "requests", "aiohttp", "socket"),
    *("http.client", "urllib.request", "ftplib", "smtplib", "telnetlib", "xmlrpc"),
}


@dataclass(frozen=True, slots=True)
class Module:
    """What the checks ask of a module.

    Attributes:
        path: Where it stands.
        room: Package or module at the top.
        imported: Names of modules and of what is taken from them, ``a.b`` and ``a.b.c``.
        documented: Whether it has a docstring.
        lines: How many lines it has.
    """

    path: Path
    room: str
    imported: frozenset[str]
    documented: bool
    lines: int

    @property
    def place(self) -> str:
        return str(self.path.relative_to(SOURCE))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.fixture(scope="module")
def modules() -> tuple[Module, ...]:
    """All modules, each read once for all checks."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text("utf-8")
        tree = ast.parse(text)
        room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        documented = bool(ast.get_docstring(tree))
        names = frozenset(imported(tree))
        found.append(Module(path, room, names, documented, len(text.splitlines())))
    assert len(found) > 700
    return tuple(found)


def imported_rooms(module: Module) -> set[str]:
    parts = (name.split(".") for name in module.imported)
    named = (p[1] for p in parts if p[0] == "haengbo" and len(p) > 1)
    return {room for room in named if room != "__version__"}


def test_every_room_has_a_place_in_the_picture(modules: tuple[Module, ...]) -> None:
    """Else add it to ``ALLOWED`` and to docs."""
    assert {m.place for m in modules if m.room not in ALLOWED} == set()


def test_imports_point_one_way(modules: tuple[Module, ...]) -> None:
    strays = {m.place: imported_rooms(m) - ALLOWED[m.room] - {m.room, "errors"} for m in modules}
    assert {place: rooms for place, rooms in strays.items() if rooms} == {}


def test_only_capture_opens_connections(modules: tuple[Module, ...]) -> None:
    opening = {}
    for module in modules:
        names = {name.partition(".")[0] for name in module.imported} | module.imported
        if not module.path.is_relative_to(SOURCE / "capture" / "web"):
            opening[module.place] = names & NETWORK
    assert {place: names for place, names in opening.items() if names} == {}


def test_rooms_have_proper_names_docstrings_and_size(modules: tuple[Module, ...]) -> None:
    stems = {module.place: module.path.stem for module in modules}
    assert {p for p, stem in stems.items() if stem in FORBIDDEN_NAMES} == set()
    assert {p for p, stem in stems.items() if stem.endswith(("_v2", "_new", "_old"))} == set()
    bare = {module.place for module in modules if not module.documented}
    assert bare == set(), "a module says what comes in and what goes out"
    long = {module.place: module.lines for module in modules if module.lines > 500}
    assert long == {}, "a module above 500 lines is two modules"
