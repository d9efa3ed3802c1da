"""What haengbo stands on: each library with its licence, none older than a repair that is known."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution, metadata, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
TABLE = re.compile(r"^\| ([\w.-]+) \| ([<>=~!,.\d]+) \| ([\w.-]+) \| ([\w, ]*) ?\|$", re.MULTILINE)
PERMISSIVE = {"MIT", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"}
_MIT = "Permission is hereby granted, free of charge, to any person obtaining a copy"
#: Of parts that a library brings along.
FREER = {"0BSD", "Zlib", "CC0-1.0"}
#: Used unchanged, from a package of its own.
ALLOWED = {"psycopg": "LGPL-3.0-only"}


def declared() -> Iterator[tuple[str, Requirement]]:
    """(extra or nothing, requirement) of everything that users install."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for text in project["dependencies"]:
        yield "", Requirement(text)
    for extra, texts in project["optional-dependencies"].items():
        yield from ((extra, Requirement(text)) for text in texts if extra != "dev")


DECLARED = list(declared())
ROWS = {
    row[0]: (row[1], row[2], {e.strip() for e in row[3].split(",") if e.strip()})
    for row in TABLE.findall((ROOT / "docs" / "licences.md").read_text("utf-8"))
}


def test_the_table_has_every_library_and_no_other() -> None:
    assert set(ROWS) == {requirement.name for _, requirement in DECLARED}
    for name, (bounds, _, extras) in ROWS.items():
        wanted = {extra for extra, r in DECLARED if r.name == name and extra}
        assert extras == wanted, name
        found = {str(r.specifier) for _, r in DECLARED if r.name == name}
        assert {",".join(sorted(bounds.split(",")))} == {
            ",".join(sorted(one.split(","))) for one in found
        }, name


@pytest.mark.parametrize("name", sorted(ROWS))
def test_its_licence_is_what_the_library_says(name: str) -> None:
    licence = ROWS[name][1]
    assert licence in PERMISSIVE or ALLOWED.get(name) == licence
    told = metadata(name)
    if "License-Expression" in told:
        mixed = told["License-Expression"].split(" AND ")
        assert licence in mixed
        assert {licence, *mixed} <= {licence, *PERMISSIVE, *FREER}
        return
    said = " ".join([*(told.get_all("License") or []), *(told.get_all("Classifier") or [])])
    # Some name it only in a field, some only in a file
    said = " ".join([said, *_texts_of_licences(name)])
    assert re.search(rf"\b{licence.partition('-')[0]}\b", said), said[:200]


def _texts_of_licences(name: str) -> Iterator[str]:
    """What licence files say, for a library that says nothing else: ``MIT`` for MIT's words."""
    for file in distribution(name).files or []:
        if file.name.upper().startswith("LICEN"):
            text = " ".join(file.read_text().split())
            yield "MIT" if text.find(_MIT) >= 0 else text


@pytest.mark.parametrize("requirement", [r for _, r in DECLARED], ids=str)
def test_every_library_has_a_lowest_version(requirement: Requirement) -> None:
    assert any(one.operator in {">=", "=="} for one in requirement.specifier)


def advisories() -> list[dict[str, str]]:
    with (ROOT / "tests" / "deploy" / "advisories.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", advisories(), ids=lambda row: f"{row['package']} {row['advisory']}")
def test_no_library_is_older_than_a_repair(row: dict[str, str]) -> None:
    name, repaired = row["package"], Version(row["repaired"])
    assert Version(version(name)) >= repaired, "installed here"
    for _, requirement in DECLARED:
        if canonicalize_name(requirement.name) == canonicalize_name(name):
            lowest = max(Version(s.version) for s in requirement.specifier if s.operator == ">=")
            assert lowest >= repaired, "may be installed"
