"""The house: imports point one way, and rooms have proper names."""

from __future__ import annotations

import ast
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
FILES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "haengbo" and len(parts) > 1 and parts[1] != "__version__":
                rooms.add(parts[1])
    return rooms


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_one_way(path: Path) -> None:
    room = room_of(path)
    assert room in ALLOWED, f"{room} has no place in the picture: add it to ALLOWED and to docs"
    assert imported_rooms(path) - ALLOWED[room] - {room, "errors"} == set()


#: What can open a connection.
NETWORK = {
    *("httpx", "httpx2", "httpcore", "httpcore2", "urllib3", "requests", "aiohttp", "socket"),
    *("http.client", "urllib.request", "ftplib", "smtplib", "telnetlib", "xmlrpc"),
}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_capture_opens_connections(path: Path) -> None:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    tops = {name.partition(".")[0] for name in names} | names
    allowed = NETWORK if path.is_relative_to(SOURCE / "capture" / "web") else set()
    assert tops & NETWORK <= allowed


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_rooms_have_proper_names_docstrings_and_size(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES
    assert not path.stem.endswith(("_v2", "_new", "_old"))
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module says what comes in and what goes out"
    assert len(text.splitlines()) <= 500, "a module above 500 lines is two modules"
