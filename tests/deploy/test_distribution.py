"""Wheel and sdist: built, installed into a fresh environment, and run there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from haengbo import __version__

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own arguments
        [str(part) for part in command],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | settings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel made from it."""
    dist = tmp_path_factory.mktemp("dist")
    made = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", dist)
    assert made.returncode == 0, made.stdout + made.stderr
    return dist


@pytest.fixture(scope="module")
def fresh(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing of ours but the wheel; what it depends on is lent to it."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)})
    python = Path(paths["scripts"]) / "python"
    wheel = next(built.glob("*.whl"))
    installed = run(
        *(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index"),
        *("--quiet", "--disable-pip-version-check", wheel),
    )
    assert installed.returncode == 0, installed.stderr
    lent = Path(paths["purelib"]) / "lent.pth"
    lent.write_text(sysconfig.get_paths()["purelib"], "utf-8")
    return Path(paths["scripts"])


def test_the_wheel_has_pack_samples_templates_and_no_tests(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    for part in (
        *("knowledge/korea/outlets.tsv", "samples/pages/", "samples/gold/", "web/static/fonts/"),
        *("web/templates/", "py.typed", "ledger/migrations/"),
    ):
        assert any(f"haengbo/{part}" in name for name in names), part
    assert not [name for name in names if name.startswith(("tests/", "docs/", "evaluation/"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_sdist_has_what_a_packager_needs(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE", "CHANGELOG.md", "Makefile"} <= names
    assert any(name.startswith("tests/") for name in names)


def test_installed_it_says_its_version_and_is_whole(fresh: Path) -> None:
    said = run(fresh / "haengbo", "--version")
    assert said.stdout.strip() == f"haengbo {__version__}", said.stderr
    where = run(fresh / "python", "-c", "import haengbo; print(haengbo.__file__)")
    assert str(fresh.parent) in where.stdout
    looked = run(fresh / "haengbo", "doctor", HAENGBO_LEDGER=str(fresh / "none.db"))
    assert looked.returncode == 0, looked.stdout + looked.stderr


@pytest.mark.parametrize(
    ("shell", "words", "expected", "settings"),
    [
        ("bash", "haengbo inge", "ingest", {"COMP_CWORD": "1"}),
        ("bash", "haengbo export events --for", "--format", {"COMP_CWORD": "3"}),
        ("zsh", "haengbo wor", "wording", {}),
        ("powershell", "haengbo wor", "wording", {"_TYPER_COMPLETE_WORD_TO_COMPLETE": "wor"}),
        ("fish", "haengbo doc", "doctor", {"_TYPER_COMPLETE_FISH_ACTION": "get-args"}),
    ],
)
def test_shells_complete_commands_and_options(
    fresh: Path, shell: str, words: str, expected: str, settings: dict[str, str]
) -> None:
    names = {"bash": "COMP_WORDS"}.get(shell, "_TYPER_COMPLETE_ARGS")
    answered = run(
        fresh / "haengbo", **{"_HAENGBO_COMPLETE": f"complete_{shell}", names: words, **settings}
    )
    assert expected in answered.stdout
