"""``haengbo watch`` and ``haengbo ingest URL`` over a real server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from capture.web.serving import Server, answer, page, policy, serving
from haengbo.capture.web import policy as manners
from haengbo.cli.main import app
from haengbo.ledger import Ledger

NEWS = (
    "<html><body><h1>누리국 특사, 평양 도착</h1><p>누리국 특사가 {}일 평양에 도착했다고 "
    "조선중앙통신이 보도했다.</p><p>최선희 외무상이 특사를 만났다고 통신은 전했다.</p>"
    "</body></html>"
)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        items = "".join(f"<item><link>{running.url(f'/{n}')}</link></item>" for n in (1, 2, 3))
        running.replies |= {"/1": page(NEWS.format(1)), "/2": page(NEWS.format(2))}
        running.replies["/rss"] = answer(200, f"<rss><channel>{items}</channel></rss>".encode())
        yield running


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.fixture
def permitted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("haengbo.capture.web.fetching.Policy", policy)


@pytest.mark.usefixtures("permitted")
def test_watch_takes_what_is_new_and_archives_it(server: Server, tmp_path: Path) -> None:
    ledger = str(tmp_path / "annals.db")
    arguments = ("watch", server.url("/rss"), "--ledger", ledger)
    first = run(*arguments, "--archive", str(tmp_path / "warc"))
    assert first.exit_code == 1
    assert "읽음 2" in first.output
    assert f"{server.url('/3')}: HTTP 404" in first.output
    assert list((tmp_path / "warc").glob("*.warc.gz"))
    again = run(*arguments)
    assert again.exit_code == 0, again.output
    assert "들일 쪽이 없다" in again.output
    Path(ledger).unlink()
    assert "읽음 2" in run(*arguments).output, "a new ledger begins anew"


@pytest.mark.usefixtures("permitted")
def test_what_may_have_passed_unseen_is_said_counted_and_noted(
    server: Server, tmp_path: Path
) -> None:
    ledger = str(tmp_path / "annals.db")
    for number in (1, 2):
        items = f"<item><link>{server.url(f'/{number}')}</link></item>"
        server.replies["/rss"] = answer(200, f"<rss><channel>{items}</channel></rss>".encode())
        shown = run("watch", server.url("/rss"), "--ledger", ledger)
        assert shown.exit_code == number - 1, shown.output
    assert f"haengbo: {server.url('/rss')}: 20" in shown.output
    assert "놓쳤을 수 있는 피드 1, 읽음 1" in shown.output
    assert "못 읽" not in shown.output
    opened = Ledger.open(ledger)
    noted = [(one.page, one.outcome) for one in opened.intake_log() if one.outcome != "read"]
    opened.close()
    assert noted == [(server.url("/rss"), "passed")]


@pytest.mark.usefixtures("permitted")
def test_ingest_and_read_an_address(server: Server, tmp_path: Path) -> None:
    ledger = str(tmp_path / "annals.db")
    assert "읽음 1" in run("ingest", server.url("/1"), "--ledger", ledger).output
    server.asked.clear()
    read = run("read", server.url("/1"), "--format", "jsonl")
    assert read.exit_code == 0
    assert server.pages_asked() == ["/1"], "asked once"


def test_private_addresses_are_refused(server: Server, tmp_path: Path) -> None:
    ledger = str(tmp_path / "annals.db")
    for command in ("watch", "ingest"):
        result = run(command, server.url("/1"), "--ledger", ledger)
        assert result.exit_code == 1
        assert "공개된 주소가 아니다" in result.output
    assert server.asked == []
    assert manners.Policy().permits is not policy().permits


@pytest.mark.usefixtures("permitted")
def test_a_page_that_was_corrected_becomes_a_second_version(server: Server, tmp_path: Path) -> None:
    ledger = str(tmp_path / "annals.db")
    items = "<item><link>{}</link><pubDate>{}</pubDate></item>"
    for number, stamp in enumerate(("2025-05-02", "2025-05-03"), 1):
        feed = items.format(server.url("/news?id=7"), stamp)
        server.replies["/rss"] = answer(200, f"<rss><channel>{feed}</channel></rss>".encode())
        server.replies["/news?id=7"] = page(NEWS.format(number))
        assert "읽음 1" in run("watch", server.url("/rss"), "--ledger", ledger).output
    shown = run("versions", server.url("/news?id=7"), "--ledger", ledger).output
    assert "2/2" in shown
    assert "[-1일-]{+2일+}" in shown


@pytest.mark.usefixtures("permitted")
def test_the_parts_of_an_article_are_one_report(server: Server, tmp_path: Path) -> None:
    ledger = str(tmp_path / "annals.db")
    pager = '<div class="paging"><a href="?id=9">1</a> <a href="?id=9&page=2">2</a></div>'
    head = "<html><body><h1>최선희, 라브로프 만나</h1>"
    first = (
        f"{head}<p>최선희 북한 외무상이 3일 모스크바에서 라브로프 러시아 외무장관을 만났다고 "
        f"타스통신이 3일 전했다.</p><p>두 사람은 두 시간 이야기했다.</p>{pager}</body></html>"
    )
    second = (
        f"{head}<p>러시아 외무부는 회담이 따뜻했다고 밝혔다.</p><p>최선희 외무상이 3일 라브로프 "
        f"외무장관을 만난 곳은 모스크바의 외무부 영빈관이었다.</p>{pager}</body></html>"
    )
    server.replies |= {"/news?id=9": page(first), "/news?id=9&page=2": page(second)}
    shown = run("ingest", server.url("/news?id=9"), "--ledger", ledger)
    assert "읽음 2" in shown.output, shown.output
    assert server.pages_asked() == ["/news?id=9", "/news?id=9&page=2"]
    lines = run("events", "--mode", "meeting", "--json", "--ledger", ledger).stdout.splitlines()
    assert [len(json.loads(line)["reports"]) for line in lines] == [1]
    assert "0" in run("versions", "--ledger", ledger).output, "parts are no versions"
