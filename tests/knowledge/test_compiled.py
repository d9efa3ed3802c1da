"""Tables of the shipped pack kept between processes: the same rows, and never stale ones."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from haengbo.knowledge import compiled
from haengbo.knowledge.outlets import VoiceRow
from haengbo.knowledge.packs import SHIPPED, Knowledge
from haengbo.knowledge.tables import TABLES

VERSION = Knowledge((SHIPPED,)).version


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is kept yet, and it will be kept under a folder of the test."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


@pytest.mark.usefixtures("elsewhere")
def test_rows_are_those_of_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Knowledge((SHIPPED,)), Knowledge((SHIPPED,))
    first.table(*TABLES[0])
    assert set(compiled.kept(SHIPPED, VERSION)) == {name for name, _ in TABLES}
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    parsed = Knowledge((SHIPPED,))
    for name, kind in TABLES:
        assert second.table(name, kind) == parsed.table(name, kind), name


@pytest.mark.usefixtures("elsewhere")
def test_what_another_version_kept_is_not_believed() -> None:
    compiled.keep(SHIPPED, "0123456789ab", {"voices": ()})
    assert compiled.kept(SHIPPED, VERSION) == {}
    assert Knowledge((SHIPPED,)).table(*TABLES[0])


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    "broken", [b"", b"\x92", b"not messagepack"], ids=["empty", "cut off", "something else"]
)
def test_a_broken_file_is_made_anew(broken: bytes) -> None:
    place = compiled.place_of(SHIPPED)
    place.parent.mkdir(parents=True)
    place.write_bytes(broken)
    assert Knowledge((SHIPPED,)).table(*TABLES[0])
    assert compiled.kept(SHIPPED, VERSION)


def test_nothing_is_kept_where_python_may_not_either(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert Knowledge((SHIPPED,)).table(*TABLES[0])
    assert list(elsewhere.iterdir()) == []


def test_a_folder_that_takes_nothing_is_no_fault(elsewhere: Path) -> None:
    place = compiled.place_of(SHIPPED)
    place.parent.parent.mkdir(parents=True)
    place.parent.write_text("a file where the folder would be")
    assert Knowledge((SHIPPED,)).table(*TABLES[0])
    assert elsewhere.is_dir()


@pytest.mark.usefixtures("elsewhere")
def test_packs_laid_over_are_read_as_they_stand(tmp_path: Path) -> None:
    pack = tmp_path / "own"
    pack.mkdir()
    (pack / "voices.tsv").write_text("id\tname\ten\nown\t우리 목소리\tour voice\n", "utf-8")
    rows = Knowledge((SHIPPED, pack)).table("voices", VoiceRow)
    assert "우리 목소리" in {row.name for row in rows}
