"""The offline archive: everything in it, nothing to fetch, and it starts."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

from scripts.bundle import EXTRAS, Target, assemble, missing, scripts

ROOT = Path(__file__).parents[2]
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
SHELL = shutil.which("sh") or "sh"
TARGET = Target("9.9.9", "linux", HERE)


def wheel_of(folder: Path, name: str, version: str, requires: tuple[str, ...] = ()) -> Path:
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    needs = "".join(f"Requires-Dist: {line}\n" for line in requires)
    extras = "".join(f"Provides-Extra: {extra}\n" for extra in EXTRAS.split(","))
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(
            f"{info}/METADATA",
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{extras}{needs}",
        )
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/entry_points.txt", f"[console_scripts]\n{name} = {name}:main\n")
        wheel.writestr(f"{name}.py", "import sys\ndef main(): print('started', *sys.argv[1:])\n")
        wheel.writestr(f"{info}/RECORD", "")
    return path


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    wheel_of(folder, "haengbo", "9.9.9", ("friend>=1", "tint; sys_platform == 'win32'"))
    wheel_of(folder, "friend", "1.0")
    return folder


def test_archive_holds_wheels_scripts_and_true_checksums(wheels: Path, tmp_path: Path) -> None:
    archive = assemble(TARGET, wheels, tmp_path / "dist")
    with zipfile.ZipFile(archive) as bundle:
        members = {name.partition("/")[2]: bundle.read(name) for name in bundle.namelist()}
    assert {"haengbo.bat", "haengbo.ps1", "haengbo.sh", "READ-ME.txt", "LICENSE"} <= set(members)
    lines = members.pop("SHA256SUMS").decode().splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}


def test_the_same_wheels_give_the_same_archive(wheels: Path, tmp_path: Path) -> None:
    one, two = (assemble(TARGET, wheels, tmp_path / name).read_bytes() for name in "ab")
    assert one == two


def test_what_is_no_wheel_is_refused(wheels: Path, tmp_path: Path) -> None:
    (wheels / "source.tar.gz").write_bytes(b"")
    with pytest.raises(ValueError, match="not a wheel"):
        assemble(TARGET, wheels, tmp_path)


def test_scripts_fit_their_systems() -> None:
    made = dict(scripts(TARGET))
    for name, data in made.items():
        assert b"@VERSION@" not in data, name
        assert (b"\r\n" in data) == (not name.endswith(".sh")), name
    assert made["haengbo.ps1"].startswith(b"\xef\xbb\xbf")  # Korean in Windows PowerShell 5
    assert not made["haengbo.bat"].startswith(b"\xef\xbb\xbf")  # cmd would run it
    assert made["haengbo.bat"].isascii()
    for name in ("haengbo.ps1", "haengbo.sh"):
        assert b"--no-index" in made[name]
        assert b"PYTHONUTF8" in made[name]
        assert b"http" not in made[name]
    subprocess.run([SHELL, "-n"], input=made["haengbo.sh"], check=True)  # noqa: S603 - only read


def faults(node: Node) -> list[str]:
    """Where a script cannot be parsed."""
    own = [f"line {node.start_point.row + 1}"] if node.is_error or node.is_missing else []
    return [*own, *(fault for child in node.children for fault in faults(child))]


def test_the_script_for_windows_can_be_parsed() -> None:
    parser = Parser(Language(tree_sitter_powershell.language()))
    assert faults(parser.parse(b"if ($a { b }").root_node)
    script = dict(scripts(TARGET))["haengbo.ps1"].removeprefix(b"\xef\xbb\xbf")
    assert faults(parser.parse(script).root_node) == []


@pytest.mark.parametrize(
    ("platform", "expected", "why"),
    [
        ("windows", ["tint"], "needed there only, and pip on Linux does not see it"),
        ("linux", [], "the marker does not hold"),
    ],
)
def test_what_only_the_other_system_needs_is_found(
    wheels: Path, platform: str, expected: list[str], why: str
) -> None:
    assert missing(wheels, Target("9.9.9", platform, "3.12")) == expected, why


def test_what_is_missing_is_named_with_its_extras(wheels: Path) -> None:
    wheel_of(wheels, "haengbo", "9.9.9", ("tables>=2; extra == 'xlsx'", "x; extra == 'dev'"))
    assert missing(wheels, TARGET) == ["tables>=2"]


def test_it_starts_from_its_own_folder_without_a_network(wheels: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(assemble(TARGET, wheels, tmp_path / "dist")) as bundle:
        bundle.extractall(tmp_path / "run")
    folder = tmp_path / "run" / TARGET.name
    strange = tmp_path / "strange"
    (strange / "haengbo").mkdir(parents=True)
    (strange / "haengbo" / "__init__.py").write_text("raise ImportError('not ours')\n", "utf-8")
    settings = os.environ | {
        "HAENGBO_PYTHON": sys.executable,
        "PIP_INDEX_URL": "http://127.0.0.1:9",
        "PYTHONPATH": str(strange),  # what somebody has there for other work
    }
    for _ in range(2):  # the second start installs nothing
        started = subprocess.run(  # noqa: S603 - our own script
            [SHELL, folder / "haengbo.sh", "doctor", "한 글"],
            env=settings,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert started.stdout == "started doctor 한 글\n", started.stderr
