"""``haengbo doctor`` says what is missing and what brings it."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from typer.testing import CliRunner

from haengbo.cli import doctor
from haengbo.cli.main import app

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("line", "expected", "why"),
    [
        ("lxml>=5.3", doctor.Need("lxml", ">=5.3", None), "needed"),
        ("kiwipiepy<0.25,>=0.24.1", doctor.Need("kiwipiepy", "<0.25,>=0.24.1", None), "two bounds"),
        ("httpx2>=2.10; extra == 'net'", doctor.Need("httpx2", ">=2.10", "net"), "an extra"),
        (
            'psycopg[binary]>=3.2; extra == "postgresql"',
            doctor.Need("psycopg", ">=3.2", "postgresql"),
            "extras of it",
        ),
        (
            "pdfminer.six>=20250506; extra == 'documents'",
            doctor.Need("pdfminer.six", ">=20250506", "documents"),
            "a dot",
        ),
        ("pytest>=8; extra == 'dev'", None, "for developers"),
    ],
)
def test_metadata_is_understood(line: str, expected: doctor.Need | None, why: str) -> None:
    assert doctor.need_of(line) == expected, why


@pytest.mark.parametrize(
    ("found", "fits", "why"),
    [
        ("0.24.1", True, "the lowest"),
        ("0.24.10", True, "numbers, not letters"),
        ("0.25", False, "too new"),
        ("0.9", False, "too old"),
        ("0.24.2rc1", True, "what follows the numbers is passed over"),
    ],
)
def test_versions_are_compared_by_number(found: str, fits: bool, why: str) -> None:
    assert doctor.Need("kiwipiepy", ">=0.24.1,<0.25", None).fits(found) is fits, why


def test_every_extra_is_known_by_its_use() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(project["optional-dependencies"]) - {"dev"} == set(doctor.EXTRAS)


def look(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *absent: str) -> tuple[int, str]:
    def version(name: str) -> str:
        if name in absent:
            raise PackageNotFoundError(name)
        return "9999"

    lines = ["lxml>=5.3", "httpx2>=2.10; extra == 'net'"]
    monkeypatch.setattr(doctor, "requires", lambda _: lines)
    monkeypatch.setattr(doctor, "version", version)
    result = CliRunner().invoke(app, ["doctor", "--ledger", str(tmp_path / "none.db")])
    return result.exit_code, result.output


def test_a_whole_installation_ends_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code, output = look(monkeypatch, tmp_path)
    assert code == 0, output
    assert "○ lxml: 9999" in output
    assert "×" not in output


def test_a_missing_extra_is_named_and_forgiven(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code, output = look(monkeypatch, tmp_path, "httpx2")
    assert code == 0, output
    assert "· httpx2: 없다: 주소와 피드에만 쓴다: pip install 'haengbo[net]'" in output


def test_what_is_needed_and_missing_is_not_forgiven(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code, output = look(monkeypatch, tmp_path, "lxml")
    assert code == 1
    assert "× lxml: 없다: pip install haengbo" in output


def test_a_ledger_that_could_not_be_written_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code, output = look(monkeypatch, tmp_path / "nowhere")
    assert code == 1
    assert "× 장부" in output
