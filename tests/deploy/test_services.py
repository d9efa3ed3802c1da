"""Containerfile and systemd units are texts that nobody runs here: they are read with care."""

from __future__ import annotations

import configparser
import io
import json
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from dockerfile_parse import DockerfileParser

from docsite.options import all_commands
from haengbo import __version__
from scripts.bundle import EXTRAS

ROOT = Path(__file__).parents[2]
UNITS = sorted((ROOT / "deploy" / "systemd").iterdir())
#: What systemd knows of sections and keys that we use.
KEYS = {
    "Unit": {"Description", "Documentation", "After", "Wants"},
    "Service": {
        *("Type", "User", "Group", "Environment", "EnvironmentFile", "ExecStart", "Restart"),
        *("RestartSec", "SuccessExitStatus", "StateDirectory", "WorkingDirectory", "MemoryMax"),
        *("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectSystem", "ProtectHome"),
        *("ProtectKernelTunables", "ProtectControlGroups", "RestrictSUIDSGID"),
        *("ProtectKernelModules", "ProtectKernelLogs", "ProtectClock", "ProtectHostname"),
        *("ProtectProc", "CapabilityBoundingSet", "LockPersonality", "RestrictNamespaces"),
        *("RestrictRealtime", "RestrictAddressFamilies", "SystemCallArchitectures"),
        *("SystemCallFilter", "UMask"),
    },
    "Timer": {"OnBootSec", "OnUnitInactiveSec", "RandomizedDelaySec", "Persistent"},
    "Install": {"WantedBy"},
}


class Unit(configparser.ConfigParser):
    """Keys keep their case."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def unit_of(path: Path) -> Unit:
    unit = Unit(interpolation=None, delimiters=("=",), strict=True)
    unit.read_string(path.read_text("utf-8"))
    return unit


def check_call(words: list[str]) -> None:
    """A command that the command line has, with options that it has."""
    known = all_commands()
    name = next(n for n in (" ".join(words[:3]), " ".join(words[:2])) if n in known)
    options = {opt for p in known[name].params for opt in (*p.opts, *p.secondary_opts)}
    given = {word for word in words if word.startswith("--")}
    assert given <= options, words


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_units_have_only_sections_and_keys_that_systemd_knows(path: Path) -> None:
    unit = unit_of(path)
    assert set(unit.sections()) <= set(KEYS)
    for section in unit.sections():
        assert set(unit[section]) <= KEYS[section]


@pytest.mark.parametrize(
    "path", [p for p in UNITS if p.suffix == ".service"], ids=lambda path: path.name
)
def test_services_start_a_command_that_there_is_and_give_it_little(path: Path) -> None:
    service = unit_of(path)["Service"]
    words = shlex.split(service["ExecStart"])
    assert words[0] == "/opt/haengbo/bin/haengbo"
    check_call(["haengbo", *words[1:]])
    assert service["User"] != "root"
    assert service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == "true"
    ledger = words[words.index("--ledger") + 1]
    assert ledger.startswith(f"/var/lib/{service['StateDirectory']}/")


def test_the_timer_has_its_service_and_the_watch_may_leave_pages_out() -> None:
    names = {path.name for path in UNITS}
    assert {p.stem for p in UNITS if p.suffix == ".timer"} <= {
        name.removesuffix(".service") for name in names
    }
    assert (
        unit_of(ROOT / "deploy/systemd/haengbo-watch.service")["Service"]["SuccessExitStatus"]
        == "1"
    )


def test_systemd_itself_finds_nothing_where_it_is_at_hand(tmp_path: Path) -> None:
    analyser = shutil.which("systemd-analyze")
    if analyser is None:
        return  # the tests above read the units without it
    program = tmp_path / "haengbo"
    program.touch(mode=0o755)
    for path in UNITS:
        text = path.read_text("utf-8").replace("/opt/haengbo/bin/haengbo", str(program))
        (tmp_path / path.name).write_text(text, "utf-8")
    found = subprocess.run(  # noqa: S603 - our own arguments
        [analyser, "verify", "--man=no", *(str(tmp_path / path.name) for path in UNITS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in found.stderr.split("\n") if "/haengbo" in line] == []


@pytest.mark.parametrize("name", ["haengbo.service", "haengbo-watch.service"])
def test_systemd_rates_what_a_service_may_do_as_little(name: str) -> None:
    analyser = shutil.which("systemd-analyze")
    if analyser is None:
        return  # the tests above read the units without it
    rated = subprocess.run(  # noqa: S603 - our own arguments
        [analyser, "security", "--offline=true", "--threshold=30", ROOT / "deploy/systemd" / name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert rated.returncode == 0, rated.stdout


@pytest.fixture(scope="module")
def steps() -> list[tuple[str, str]]:
    """Instructions of the Containerfile and what they are given."""
    text = (ROOT / "deploy" / "Containerfile").read_bytes()
    parser = DockerfileParser(fileobj=io.BytesIO(text))
    return [(step["instruction"], step["value"]) for step in parser.structure]


def values(steps: list[tuple[str, str]], instruction: str) -> list[str]:
    return [value for name, value in steps if name == instruction]


def test_container_is_pinned_unprivileged_and_keeps_its_ledger(
    steps: list[tuple[str, str]],
) -> None:
    (image,) = values(steps, "FROM")
    assert re.fullmatch(r"docker\.io/library/python:3\.\d+-slim-\w+", image)
    (user,) = values(steps, "USER")
    assert user.isdigit()
    assert user != "0"
    assert not values(steps, "ADD")
    assert json.loads(values(steps, "VOLUME")[0]) == ["/annals"]
    order = [name for name, _ in steps]
    assert order.index("USER") < order.index("ENTRYPOINT")
    assert any("rm -rf /wheels" in line for line in values(steps, "RUN"))


def test_container_starts_a_command_that_there_is(steps: list[tuple[str, str]]) -> None:
    command = [*json.loads(values(steps, "ENTRYPOINT")[0]), *json.loads(values(steps, "CMD")[0])]
    check_call(command)
    port = command[command.index("--port") + 1]
    assert values(steps, "EXPOSE") == [port]
    assert f":{port}/" in values(steps, "HEALTHCHECK")[0]


def test_extras_that_are_installed_there_are_extras() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = set(project["optional-dependencies"])
    container = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
    named = set(re.findall(r"\[([a-z,]+)\]\"", container)[0].split(","))
    bundled = set(EXTRAS.split(","))
    assert named <= extras
    assert bundled <= extras
    for page in ("install.md", "install.ko.md"):
        told = (ROOT / "docs" / page).read_text("utf-8")
        assert {e for e in extras - {"dev"} if f"`{e}`" not in told} == set()


def test_the_citation_names_this_version() -> None:
    import yaml  # noqa: PLC0415 - only here

    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= set(cff)
    assert cff["version"] == __version__
    for page in ("citing.md", "citing.ko.md"):
        assert __version__ in (ROOT / "docs" / page).read_text("utf-8")
