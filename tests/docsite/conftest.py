"""The desk that the pages assume: a ledger of the samples, a few pages, tables of other people."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import openpyxl
import pytest

from docsite.running import ROOT
from haengbo.ledger import Ledger
from haengbo.samples import pages_folder

LEAD = "최선희 북한 외무상이 4일 모스크바에서 세르게이 라브로프 러시아 외무장관과 회담했다."
MORE = "최 외무상은 “두 나라의 전략대화를 이어 가겠다”고 말했다고 타스통신이 보도했다."
BIGKINDS = ("뉴스 식별자", "일자", "언론사", "제목", "본문", "URL", "분석제외 여부")
#: What a folder of the reader's own is called in the pages.
FOLDERS = ("pages", "speeches", "my-pack")


def _bigkinds(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(BIGKINDS)
    body = f"{LEAD} {MORE}"
    sheet.append(("01100999.20250605", "20250605", "가람일보", "북러 외교장관 회담", body, "", ""))
    sheet.append(("01100998.20250606", "20250606", "누리신문", "북러 외교장관 만나", body, "", ""))
    book.save(path)


def _table(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _of_others(desk: Path) -> None:
    _bigkinds(desk / "NewsResult_20250601-20250630.xlsx")
    _table(
        desk / "table.csv", [["기사", "날짜", "신문"], [f"{LEAD} {MORE}", "2025-03-05", "가람일보"]]
    )
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("일자", "type", "참가자", "text"))
    sheet.append(("2025-03-04", "CONSULT", "최선희; 세르게이 라브로프", "두 사람이 만났다"))
    book.save(desk / "table.xlsx")
    for year in ("1946", "1947"):
        (desk / "speeches" / f"{year}.txt").write_text(
            f"{year}년, 선군의 길에서 통일을 이룬다.", "utf-8"
        )
    (desk / "old.txt").write_text("공동의 안전이익을 수호한다.", "utf-8")
    (desk / "new.txt").write_text("공동의 핵심이익을 수호한다.", "utf-8")


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory, sample_location: str) -> Path:
    """A desk made once; every page works on a copy."""
    desk = tmp_path_factory.mktemp("desk")
    for name in FOLDERS:
        (desk / name).mkdir()
    shutil.copytree(ROOT / "examples", desk / "examples")
    for page in sorted(pages_folder().iterdir())[:3]:
        shutil.copy(page, desk / "pages")
    (desk / "article.txt").write_text(f"북러 회담\n2025-03-05\n\n{LEAD} {MORE}\n", "utf-8")
    html = next(page for page in sorted(pages_folder().iterdir()) if page.suffix == ".html")
    shutil.copy(html, desk / "article.html")
    shutil.copy(html, desk / "page.html")
    _of_others(desk)
    for name in ("annals.db", "haengbo.db"):
        shutil.copy(sample_location, desk / name)
    return desk


@pytest.fixture(scope="session")
def stands_for(furnished: Path) -> dict[str, str]:
    """What a reader puts for the words in capitals."""
    ledger = Ledger.open(str(furnished / "annals.db"), create=False)
    events = [line.event.id for line in ledger.events(size=2).items]
    expected = ledger.expectations(kinds=("forecast",), size=1).items[0].id
    ledger.close()
    return {
        "EVENT": events[0],
        "OTHER": events[1],
        "EXPECTATION": expected,
        "PAGE": "s01-exhibition-parade.txt",
    }


@pytest.fixture
def desk(furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy of the desk, as the working folder."""
    copy = tmp_path / "desk"
    shutil.copytree(furnished, copy)
    monkeypatch.chdir(copy)
    monkeypatch.setenv("HAENGBO_WHO", "독자")
    monkeypatch.setenv("TERMINAL_WIDTH", "100")
    return copy
