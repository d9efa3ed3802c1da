"""Nothing that only POSIX has stands outside one module, so that Windows runs the rest."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path, PureWindowsPath
from typing import cast

import pytest

from haengbo.capture.sources import names_below
from haengbo.export.formats import ExportFormat, write_lines
from haengbo.web.downloads import csv_answer

SOURCE = Path(__file__).parents[2] / "src" / "haengbo"
#: Modules of the standard library that Windows has not.
POSIX_MODULES = {
    *("fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"),
}
#: Names of modules that Windows has without them.
POSIX_NAMES = {
    "os": {
        *(
            "fork",
            "forkpty",
            "getuid",
            "geteuid",
            "getgid",
            "getegid",
            "setuid",
            "setgid",
            "setsid",
        ),
        *("chown", "lchown", "mkfifo", "mknod", "killpg", "getpgid", "nice", "wait", "waitpid"),
        *("uname", "getloadavg", "sched_getaffinity", "statvfs", "sysconf"),
    },
    "signal": {
        *("SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGCHLD", "SIGPIPE", "SIGQUIT"),
        *("alarm", "setitimer", "pause", "pthread_sigmask"),
    },
    "asyncio": {"add_signal_handler"},
    "time": {"tzset"},
}
POSIX_PLACES = ("/tmp/", "/dev/", "/proc/", "/etc/")  # noqa: S108 - looked for, not used
#: The one module that may.
ALLOWED = SOURCE / "apart" / "posix.py"


def posix_only(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """What of a module only POSIX has."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.partition(".")[0] in POSIX_MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module in POSIX_MODULES:
                yield node.module
            names = POSIX_NAMES.get(node.module, set())
            yield from (f"{node.module}.{a.name}" for a in node.names if a.name in names)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in POSIX_NAMES.get(node.value.id, set()):
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.Constant) and str(node.value).startswith(POSIX_PLACES):
            yield str(node.value)


@pytest.mark.parametrize(
    ("source", "found", "why"),
    [
        ("import fcntl", ["fcntl"], "a module"),
        ("from os import fork", ["os.fork"], "a name brought in"),
        ("import os\nos.fork()", ["os.fork"], "a call"),
        ("import signal\nsignal.SIGKILL", ["signal.SIGKILL"], "a signal"),
        ("open('/proc/meminfo')", ["/proc/meminfo"], "a place"),
        ("import os\nos.replace('a', 'b')", [], "everywhere"),
        ("import signal\nsignal.SIGTERM", [], "everywhere"),
    ],
)
def test_the_check_finds_what_it_should(source: str, found: list[str], why: str) -> None:
    assert list(posix_only(ast.walk(ast.parse(source)))) == found, why


def without_encoding(nodes: Iterable[ast.AST]) -> Iterator[int]:
    """Lines of a module where a file is opened in the encoding of the machine."""
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            named = {keyword.arg for keyword in node.keywords}
            name, given = node.func.attr, len(node.args)
            if name == "read_text" and not given and "encoding" not in named:
                yield node.lineno
            if name == "write_text" and given < 2 and "encoding" not in named:
                yield node.lineno


@pytest.fixture(scope="module")
def faults() -> dict[str, tuple[list[str], list[int]]]:
    """Module → what only POSIX has, and lines without an encoding; each is read once."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        posix = [] if path == ALLOWED else list(posix_only(nodes))
        found[str(path.relative_to(SOURCE))] = (posix, list(without_encoding(nodes)))
    assert len(found) > 700
    return found


def test_no_module_needs_posix(faults: dict[str, tuple[list[str], list[int]]]) -> None:
    assert {place: names for place, (names, _) in faults.items() if names} == {}


def test_files_are_opened_with_an_encoding(
    faults: dict[str, tuple[list[str], list[int]]],
) -> None:
    """On Korean Windows the default is CP949."""
    assert {place: lines for place, (_, lines) in faults.items() if lines} == {}


def test_names_of_shipped_files_are_names_on_windows() -> None:
    for path in SOURCE.rglob("*"):
        assert not set('<>:"|?*\\') & set(path.name), path
        assert path.stem.lower() not in {"con", "prn", "aux", "nul"}, path
    lowered = [str(path).lower() for path in SOURCE.rglob("*")]
    assert len(lowered) == len(set(lowered))


def test_csv_opens_in_korean_excel() -> None:
    """Without a byte order mark Excel takes UTF-8 for CP949."""
    lines = list(write_lines([{"이름": "김여정"}], ExportFormat.CSV))
    served = csv_answer("events", ["이름"], [["김여정"]])
    for data in ("".join(lines).encode(), bytes(served.body)):
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.decode("utf-8-sig").split() == ["이름", "김여정"]


class WindowsFolder(PureWindowsPath):
    """A folder as Windows would list it."""

    def rglob(self, pattern: str) -> list[WindowsFolder]:
        assert pattern == "*"
        return [
            self.__class__(self, *parts)
            for parts in (("속보_files", "a.css"), ("속보.html",), ("둘", "나.html"), (".git", "x"))
        ]

    def is_file(self) -> bool:
        return True


def test_pages_have_the_same_names_on_windows() -> None:
    """Else the same folder would give other ids, and an export could not name its pages."""
    folder = cast("Path", WindowsFolder("C:\\Users\\나\\쪽"))
    assert list(names_below(folder)) == ["둘/나.html", "속보.html"]
