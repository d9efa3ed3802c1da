"""The lock: every library that users may get, with its hash and a licence that was looked at."""

from __future__ import annotations

import csv
import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name
from packaging.version import Version

from deploy.test_dependencies import DECLARED, FREER, PERMISSIVE, advisories

FOLDER = Path(__file__).parents[2] / "deploy"
PACKAGES = tomllib.loads((FOLDER / "pylock.toml").read_text("utf-8"))["packages"]
LOCKED = {canonicalize_name(one["name"]): Version(one["version"]) for one in PACKAGES}
#: Used unchanged, each from a package of its own; of a choice we take the first that is here.
LOOKED_AT = {
    *("MPL-2.0", "LGPL-3.0-only", "ISC", "MIT-0", "PSF-2.0", "CNRI-Python", "MPL-1.1"),
    *PERMISSIVE,
    *FREER,
}


def test_every_requirement_is_locked_at_a_version_that_it_takes() -> None:
    for _, requirement in DECLARED:
        locked = LOCKED.get(canonicalize_name(requirement.name))
        assert locked is not None, requirement
        assert requirement.specifier.contains(locked), requirement


@pytest.mark.parametrize("name", sorted(LOCKED))
def test_what_a_library_needs_is_locked_too(name: NormalizedName) -> None:
    try:
        needed = requires(name) if Version(version(name)) == LOCKED[name] else []
    except PackageNotFoundError:
        needed = []
    for text in needed or []:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            assert canonicalize_name(requirement.name) in LOCKED, text


def test_every_file_has_a_hash() -> None:
    for one in PACKAGES:
        files = [*one.get("wheels", []), *([one["sdist"]] if "sdist" in one else [])]
        assert files, one["name"]
        for file in files:
            assert re.fullmatch("[0-9a-f]{64}", file["hashes"]["sha256"]), one["name"]


def test_every_licence_was_looked_at() -> None:
    with (FOLDER / "reviewed.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert {row["library"]: Version(row["version"]) for row in rows} == LOCKED
    for row in rows:
        choices = row["licence"].split(" OR ")
        assert any(set(one.split(" AND ")) <= LOOKED_AT for one in choices), row


def test_nothing_locked_is_older_than_a_repair() -> None:
    for row in advisories():
        locked = LOCKED.get(canonicalize_name(row["package"]))
        assert locked is None or locked >= Version(row["repaired"]), row
