"""What no module may do: run strings, unpickle, start shells, trust XML, skip certificates.

``bandit`` looks at every module with its own rules (``make lint``); the checks here are those of
this house, each with a line that it must find and one that it must leave alone.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "haengbo"
FILES = sorted(SOURCE.rglob("*.py"))
TEMPLATES = sorted((SOURCE / "web" / "templates").glob("*.html"))

#: Calls that run what they are given, or read what may run.
_RUNS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "mktemp"}
_MODULES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "xml", "jsonpickle"}
#: Of ``xml`` only what writes.
_WRITES = {"xml.sax.saxutils"}
_XML = {"etree.fromstring", "etree.parse", "etree.XML", "etree.iterparse"}
#: One module makes markup of parts that it escapes itself.
_MARKUP = {"web/charts/svg.py"}


def name_of(node: ast.expr) -> str:
    """``a.b.c`` of a call; empty for what has no name."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join(reversed([*parts, node.id])) if isinstance(node, ast.Name) else ""


def faults(source: str) -> Iterator[str]:
    """What a module does that none may."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from _imported([alias.name for alias in node.names])
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from _imported([node.module])
        elif isinstance(node, ast.Call):
            yield from _called(node)


def _imported(names: list[str]) -> Iterator[str]:
    for name in names:
        if name.partition(".")[0] in _MODULES and name not in _WRITES:
            yield f"import {name}"


def _called(node: ast.Call) -> Iterator[str]:
    name = name_of(node.func)
    last = name.rpartition(".")[2]
    given = {keyword.arg: keyword.value for keyword in node.keywords}
    if name in _RUNS or last in {"extractall", "unpack_archive", "_create_unverified_context"}:
        yield f"call {name}"
    for argument, wrong in (("shell", True), ("verify", False), ("check_hostname", False)):
        value = given.get(argument)
        if isinstance(value, ast.Constant) and value.value is wrong:
            yield f"{argument}={wrong}"
    if name == "yaml.load" and not _safe_loader(given.get("Loader")):
        yield "yaml.load"
    if name in _XML and len(node.args) < 2 and "parser" not in given:
        yield f"{name} without a parser"
    if last == "XMLParser" and not _closed(given):
        yield "XMLParser that follows entities"
    statement = name in {"text", "sa.text", "sqlalchemy.text"} or last == "exec_driver_sql"
    if statement and node.args and _put_together(node.args[0]):
        yield f"{name} of a string put together"
    if last == "Markup" and node.args and not _constant(node.args[0]):
        yield "Markup of what is no constant"
    if last in {"md5", "sha1"} and "usedforsecurity" not in given:
        yield f"call {name}"


def _safe_loader(node: ast.expr | None) -> bool:
    return node is not None and name_of(node) in {"yaml.SafeLoader", "yaml.CSafeLoader"}


def _closed(given: dict[str | None, ast.expr]) -> bool:
    return all(
        isinstance(value := given.get(name), ast.Constant) and value.value is wanted
        for name, wanted in (("resolve_entities", False), ("no_network", True))
    )


def _constant(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _put_together(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        put_in = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        return not all(isinstance(part, ast.Name) and part.id.isupper() for part in put_in)
    formatted = isinstance(node, ast.Call) and name_of(node.func).endswith("format")
    return formatted or (isinstance(node, ast.BinOp) and not _constant(node))


@pytest.mark.parametrize(
    ("source", "found", "why"),
    [
        ("eval(x)", 1, "runs a string"),
        ("pattern.compile(x)", 0, "a method of that name"),
        ("import pickle", 1, "runs what it reads"),
        ("from xml.etree import ElementTree", 1, "follows entities"),
        ("from xml.sax.saxutils import escape", 0, "only writes"),
        ("subprocess.run('ls', shell=True)", 1, "a shell"),
        ("subprocess.run(['ls'])", 0, "no shell"),
        ("httpx2.get(u, verify=False)", 1, "no certificate"),
        ("yaml.load(x)", 1, "makes objects"),
        ("yaml.load(x, Loader=yaml.UnsafeLoader)", 1, "makes objects"),
        ("yaml.safe_load(x)", 0, "plain data"),
        ("etree.fromstring(x)", 1, "follows entities"),
        ("etree.fromstring(x, parser)", 0, "the parser is looked at where it is made"),
        ("etree.XMLParser(recover=True)", 1, "follows entities"),
        ("etree.XMLParser(resolve_entities=False, no_network=True)", 0, "closed"),
        ("text(f'SELECT {x}')", 1, "a statement put together"),
        ("text('SELECT ' + x)", 1, "the same"),
        ("text('SELECT :x')", 0, "a parameter"),
        ("text(f'SELECT {_LOCK}')", 0, "a constant of the module"),
        ("words.text(f'{x}')", 0, "another method of that name"),
        ("Markup(x)", 1, "escapes nothing"),
        ("Markup('<b>')", 0, "a constant"),
        ("zip.extractall(p)", 1, "leaves the folder"),
        ("hashlib.sha1(x)", 1, "weak"),
        ("hashlib.sha1(x, usedforsecurity=False)", 0, "says that it guards nothing"),
    ],
)
def test_the_check_finds_what_it_should(source: str, found: int, why: str) -> None:
    assert len(list(faults(source))) == found, why


def test_no_module_does_it() -> None:
    found = {}
    for path in FILES:
        place = path.relative_to(SOURCE).as_posix()
        found[place] = [
            fault
            for fault in faults(path.read_text("utf-8"))
            if not (place in _MARKUP and fault.startswith("Markup"))
            # Migrations put names of our own columns into statements
            and not (place.startswith("ledger/migrations") and "put together" in fault)
        ]
    assert len(found) > 700
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


def test_a_pack_makes_no_objects(tmp_path: Path) -> None:
    from haengbo.errors import PackError  # noqa: PLC0415
    from haengbo.knowledge import layers  # noqa: PLC0415

    path = tmp_path / "actors.yaml"
    path.write_text("- {id: a, name: !!python/object/apply:os.getcwd []}\n", "utf-8")
    with pytest.raises(PackError):
        list(layers._yaml_rows(path))  # noqa: SLF001


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_templates_escape_everything(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape", text)
    assert not re.search(r"<(script|style)(?![^>]*\bsrc=)[^>]*>", text), "nothing in place"
    assert not re.search(r"\s(style|on[a-z]+)\s*=\s*[\"']", text)
    unquoted = re.findall(r"<[a-z][^<>]*\s[a-z-]+=\{\{[^<>]*>", text)
    assert unquoted == [], "values stand in quotation marks"
