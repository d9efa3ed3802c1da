"""Files, text and addresses are taken in in the background; what fails is named with the reason."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from haengbo.capture import collect
from haengbo.errors import PassedError
from haengbo.knowledge import load
from haengbo.ledger import Ledger
from haengbo.pipeline import ingest
from haengbo.samples import pages_folder
from haengbo.web.importing import Import, Imports, Offer, folder_for_files
from haengbo.web.routes.imports import file_name
from web.posting import site_over

TEXT = """최선희 외무상, 시험국 장관과 회담
입력 2025-06-05
최선희 북한 외무상이 4일 평양에서 세르게이 라브로프 러시아 외무장관과 회담했다고
조선중앙통신이 5일 보도했다.
"""


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    with site_over(str(tmp_path / "empty.db")) as client:
        yield client


def form_of(client: TestClient, **fields: str) -> dict[str, str]:
    page = client.get("/import").text
    token = page.partition('name="token" value="')[2].partition('"')[0]
    return {"token": token, **fields}


def ended(client: TestClient, number: int = 1) -> Import:
    imports: Imports = client.app.state.imports  # type: ignore[attr-defined]
    for _ in range(600):
        made = imports.get(number)
        if made is not None and made.ended:
            return made
        time.sleep(0.05)
    raise AssertionError("the import does not end")


def test_files_are_read_and_the_bad_one_is_named(empty: TestClient) -> None:
    sample = next(iter(sorted(Path(str(pages_folder())).glob("*.html"))))
    files = [
        ("files", ("../../기사.html", sample.read_bytes(), "text/html")),
        ("files", ("빈.txt", b"", "text/plain")),
        ("files", ("깨진.pdf", b"%PDF-1.7 broken", "application/pdf")),
    ]
    answer = empty.post("/import", data=form_of(empty), files=files, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == "/import/1"
    made = ended(empty)
    outcomes = {line.name: line.outcome for line in made.lines}
    assert outcomes["기사.html"] == "read"
    assert outcomes["깨진.pdf"] == "failed"
    assert all(line.reason for line in made.failures)
    assert made.seen == made.total
    assert made.events > 0
    page = empty.get("/import/1").text
    assert "못 읽은 까닭" in page
    assert "깨진.pdf" in page
    assert "failed" in empty.get("/import/1.csv").text
    assert "data-again" not in page
    assert empty.get("/article/기사.html").status_code == 200
    log = empty.get("/import").text
    assert "깨진.pdf" in log


@pytest.mark.parametrize(
    ("lang", "said"), [("ko", "놓친 쪽이 있을 수"), ("en", "may have been missed")]
)
def test_a_watched_feed_with_a_gap_is_named(lang: str, said: str, tmp_path: Path) -> None:
    gap = PassedError("https://paper.example/rss", "어제 실린 쪽이 하나도 없다")
    ledger = Ledger.open(str(tmp_path / "annals.db"))
    ingest(ledger, [gap], load())
    ledger.close()
    with site_over(str(tmp_path / "annals.db")) as client:
        shown = client.get(f"/import?lang={lang}").text
    row = shown.partition("https://paper.example/rss")[2].partition("</tr>")[0]
    assert said in row
    assert "하나도 없다" in row


def test_text_is_pasted_with_what_is_known(empty: TestClient) -> None:
    known = {"published": "2025-06-05", "outlet": "시험일보", "url": "https://paper.example/1"}
    empty.post("/import", data=form_of(empty, text=TEXT, **known))
    made = ended(empty)
    assert [line.outcome for line in made.lines] == ["read"]
    article = empty.get(f"/article/{made.lines[0].name}").text
    assert "시험일보" in article
    assert "https://paper.example/1" in article
    again = form_of(empty, text=TEXT, **known)
    empty.post("/import", data=again)
    assert [line.outcome for line in ended(empty, 2).lines] == ["known"]


def test_an_address_of_this_machine_is_not_asked(empty: TestClient) -> None:
    empty.post("/import", data=form_of(empty, addresses="http://127.0.0.1:1/secret"))
    (line,) = ended(empty).lines
    assert line.outcome == "failed"
    assert line.reason


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "들일 것이 없다"),
        ({"text": "  \n "}, "들일 것이 없다"),
        ({"addresses": "file:///etc/passwd"}, "주소가 아니다"),
        ({"text": TEXT, "published": "어제"}, "날짜를 알아볼 수 없다"),
    ],
)
def test_what_cannot_be_offered(empty: TestClient, fields: dict[str, str], reason: str) -> None:
    answer = empty.post("/import", data=form_of(empty, **fields))
    assert answer.status_code == 422
    assert reason in answer.text
    assert empty.get("/import/1").status_code == 404


@pytest.mark.parametrize(
    ("given", "expected", "why"),
    [
        ("기사.html", "기사.html", "as it is"),
        ("../../etc/passwd", "passwd", "no folders"),
        ("C:\\Users\\나\\기사 1.html", "기사 1.html", "of the other system"),
        ("a<b>:c?.html", "a_b_c_.html", "what files cannot be called"),
        ("CON.html", "_CON.html", "a device of Windows"),
        ("com1", "_com1", "the same without an ending"),
        ("conference.html", "conference.html", "only begins like one"),
        ("..", "file-7", "nothing is left"),
        (None, "file-7", "no name"),
        ("가" * 200 + ".html", "가" * 115 + ".html", "the ending stays"),
    ],
)
def test_names_of_files(given: str | None, expected: str, why: str) -> None:
    assert file_name(given, 7) == expected, why


def test_two_files_of_one_name_are_two_pages(empty: TestClient) -> None:
    files = [
        ("files", ("기사.txt", TEXT.encode(), "text/plain")),
        ("files", ("기사.txt", TEXT.replace("4일", "3일").encode(), "text/plain")),
    ]
    empty.post("/import", data=form_of(empty), files=files)
    assert [line.outcome for line in ended(empty).lines] == ["read", "read"]


def test_an_import_is_stopped_and_taken_up_again(tmp_path: Path) -> None:
    ledger = Ledger.open(str(tmp_path / "stopped.db"))
    imports = Imports(ledger)
    pages = tuple(p for p in collect([str(pages_folder())]) if not isinstance(p, Exception))[:6]
    first = imports.start(Offer(folder_for_files(), (), pages), "나기록")
    first.stopping.set()
    second = imports.start(Offer(folder_for_files(), (), pages), "나기록")
    for _ in range(600):
        if second.ended:
            break
        time.sleep(0.05)
    imports.close()
    assert first.ended
    assert first.seen < len(pages)
    assert second.seen == len(pages)
    assert ledger.totals().pages == len(pages)
    ledger.close()


def test_a_fault_is_told_without_a_traceback(tmp_path: Path) -> None:
    ledger = Ledger.open(str(tmp_path / "closed.db"))
    imports = Imports(ledger)
    broken = Offer(folder_for_files(), (), (None,))  # type: ignore[arg-type]
    made = imports.start(broken, "나기록")
    for _ in range(200):
        if made.ended:
            break
        time.sleep(0.05)
    imports.close()
    assert made.ended
    assert made.error
    assert "Traceback" not in made.error
    ledger.close()
