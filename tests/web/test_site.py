"""What the site answers: every kind of page, both languages, bad addresses, headers, downloads."""

from __future__ import annotations

import csv
import gc
import io
import re
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import lxml.etree
import pytest
from fastapi.testclient import TestClient

from haengbo.errors import LedgerError
from haengbo.ledger import Ledger
from haengbo.web.app import create_app
from web.browsing import paths
from web.markup import nodes, parsed, strings, text

_HANGUL = re.compile("[가-힣]")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_page_is_whole(client: TestClient, sample_ledger: Ledger, lang: str) -> None:
    for name, path in paths(sample_ledger).items():
        answer = client.get(path, headers={"cookie": f"haengbo-lang={lang}"})
        assert answer.status_code == (404 if name == "missing" else 200), name
        page = parsed(answer.text)
        assert page.get("lang") == lang
        assert len(nodes(page, "//main//h1 | //main//h2")) >= 1, name
        assert "{{" not in answer.text
        assert "None" not in text(page, "string(//main)"), name


def test_english_pages_hold_korean_only_where_they_say_so(
    client: TestClient, sample_ledger: Ledger
) -> None:
    for name, path in paths(sample_ledger).items():
        page = parsed(client.get(path, headers={"cookie": "haengbo-lang=en"}).text)
        for part in nodes(page, '//*[@lang="ko"] | //script | //style | //svg | //title'):
            part.drop_tree()
        for place in nodes(page, "//*[@placeholder] | //input"):
            place.attrib.pop("placeholder", None)
        left = _HANGUL.search(text(page, "string(//body)"))
        assert left is None, f"{name}: {text(page, 'string(//body)')[left.start() - 30 :][:80]}"


def test_choices_are_kept_in_a_cookie(client: TestClient) -> None:
    answer = client.get("/?lang=en&who=최선희", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/?who=")
    assert "haengbo-lang=en" in answer.headers["set-cookie"]
    client.cookies.clear()


def test_filters_narrow(client: TestClient) -> None:
    everything = client.get("/events.json").json()
    some = client.get("/events.json?who=최선희").json()
    assert 0 < len(some) < len(everything)
    assert all("최선희" in str(event["participants"]) for event in some)


def test_text_filter_finds_northern_spelling(client: TestClient) -> None:
    pages = parsed(client.get("/search?q=러시아").text)
    marked = {mark.text_content() for mark in nodes(pages, "//mark")}
    assert any("로씨야" in word for word in marked)


def test_an_old_or_short_id_leads_to_the_event(client: TestClient, sample_ledger: Ledger) -> None:
    line = next(iter(sample_ledger.all_events()))
    answer = client.get(f"/event/{line.id}.json")
    assert answer.json()["event"] == line.id


def test_captures_are_sandboxed(client: TestClient, sample_ledger: Ledger) -> None:
    line = next(iter(sample_ledger.all_events()))
    answer = client.get(f"/capture/{line.page.sha256}")
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_headers_forbid_what_is_not_ours(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy


def test_pages_have_no_inline_script_or_style(
    shown: Callable[[str], str], sample_ledger: Ledger
) -> None:
    for path in paths(sample_ledger).values():
        page = parsed(shown(path))
        assert nodes(page, "//script[not(@src)] | //style | //*[@style] | //*[@onclick]") == []


def test_a_foreign_host_name_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_csv_opens_in_korean_excel_and_holds_no_formula(client: TestClient) -> None:
    answer = client.get("/events.csv")
    assert answer.content.startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert rows[0][0] == "event"
    assert all(cell[:1] not in set("=+@") for row in rows for cell in row)


def test_nothing_comes_from_elsewhere(shown: Callable[[str], str], sample_ledger: Ledger) -> None:
    for path in paths(sample_ledger).values():
        page = parsed(shown(path))
        sources = strings(page, "//script/@src | //link/@href | //img/@src")
        assert all(source.startswith("/static/") for source in sources)


def test_filters_in_the_box_lead_to_the_chronicle(client: TestClient) -> None:
    answer = client.get("/search?q=who:쇼이구 after:2025 회담", follow_redirects=False)
    assert answer.status_code == 303
    assert parse_qsl(urlsplit(answer.headers["location"]).query) == [
        ("who", "세르게이 쇼이구"),
        ("from", "2025"),
        ("q", "회담"),
    ]


def test_a_phrase_is_found_as_it_stands(client: TestClient) -> None:
    words = parsed(client.get("/search?q=공동의 이익").text)
    phrase = parsed(client.get('/search?q="공동의 이익"').text)
    assert len(nodes(phrase, "//mark")) <= len(nodes(words, "//mark"))
    there = client.get('/search?q="핵심이익"')
    assert all(m.text_content() == "핵심이익" for m in nodes(parsed(there.text), "//mark"))


def test_a_pair_has_a_chronicle(client: TestClient) -> None:
    page = parsed(client.get("/actor/김정은").text)
    pair = strings(page, "//ul[@class='pairs']//a[contains(@href, '/dyad/')]/@href")[0]
    acts = parsed(client.get(pair).text)
    link = strings(acts, "//span[@class='acts']//a[contains(@href, 'who=')]/@href")[0]
    some = client.get(link.replace("/?", "/events.json?")).json()
    assert some
    assert all("김정은" in str(event["participants"]) for event in some)


def test_the_strip_and_its_table_agree(client: TestClient) -> None:
    page = parsed(client.get("/months").text)
    total = int(text(page, "string(//tfoot//td[last()])"))
    rows = list(csv.reader(io.StringIO(client.get("/months.csv").text.lstrip("\ufeff"))))
    assert sum(int(row[-1]) for row in rows[1:]) == total
    bars = nodes(parsed(client.get("/").text), "//svg[contains(@class,'at-wide')]//a")
    shown = sum(int(bar.text_content()) for bar in bars)
    assert 0 < shown <= total


def test_a_count_of_a_month_leads_to_as_many_events(client: TestClient) -> None:
    page = parsed(client.get("/months").text)
    for link in nodes(page, "//tbody//td/a")[:5]:
        events = client.get(link.get("href").replace("/?", "/events.json?")).json()
        # An event that lasts into the month counts where it began
        assert len(events) >= int(link.text_content())


def test_chapters_lead_to_their_neighbours(client: TestClient) -> None:
    page = parsed(client.get("/?from=2024-06&to=2024-06").text)
    assert strings(page, "//nav[@class='turn'][1]/a/@rel") == ["prev", "next"]
    before = strings(page, "//nav[@class='turn'][1]/a[@rel='prev']/@href")[0]
    assert nodes(parsed(client.get(before).text), "//article") != []


def test_nothing_found_names_the_nearest(client: TestClient) -> None:
    page = parsed(client.get("/?who=윤정호&from=2023-01&to=2023-02").text)
    assert nodes(page, "//section[contains(@class,'state')]//a[starts-with(@href,'/event/')]")


def test_undated_events_have_a_chapter(client: TestClient, sample_ledger: Ledger) -> None:
    undated = [line for line in sample_ledger.all_events() if line.day is None]
    page = parsed(client.get("/?undated=1").text)
    assert len(nodes(page, "//article")) == len(undated)


def test_expectations_past_their_time_are_marked(client: TestClient) -> None:
    page = parsed(client.get("/expectations").text)
    assert nodes(page, "//tbody[@id='g-past']//*[@class='late']")
    records = client.get("/expectations.json").json()
    assert any(r["past"] for r in records)
    assert len(nodes(page, "//td[@class='what']")) == len(records)
    some = client.get("/expectations.json?kind=plan").json()
    assert {r["kind"] for r in some} == {"plan"}


def test_statements_can_be_taken_away(client: TestClient) -> None:
    records = client.get("/statements.json?who=최선희").json()
    assert records
    assert all("최선희" in r["speaker"] for r in records)
    rows = list(csv.reader(io.StringIO(client.get("/statements.csv?who=최선희").text)))
    assert len(rows) == len(records) + 1


def test_event_pages_lead_to_the_finding(client: TestClient, sample_ledger: Ledger) -> None:
    line = max(sample_ledger.all_events(), key=lambda x: x.pages)
    page = parsed(client.get(f"/event/{line.id}").text)
    links = [h for h in strings(page, "//ol[@class='proof']//a/@href") if "#" in h]
    assert links
    for link in links:
        address, _, anchor = link.partition("#")
        article = parsed(client.get(address).text)
        assert nodes(article, "//*[@id=$id]", id=anchor), link


def test_no_link_is_dead(
    client: TestClient, shown: Callable[[str], str], sample_ledger: Ledger
) -> None:
    links: set[str] = set()
    for path in paths(sample_ledger).values():
        for link in strings(parsed(shown(path)), "//main//@href"):
            links.add(link.partition("#")[0])
    kinds: dict[str, list[str]] = {}
    for link in sorted(filter(None, links)):
        kinds.setdefault(re.split(r"[/?]", link)[1] + ("?" in link) * "?", []).append(link)
    dead = [
        link
        for same in kinds.values()
        for link in same[:10]
        if link.startswith("/") and client.get(link).status_code != 200
    ]
    assert dead == []


def test_ids_are_unique(shown: Callable[[str], str], sample_ledger: Ledger) -> None:
    for name, path in paths(sample_ledger).items():
        ids = strings(parsed(shown(path)), "//@id")
        assert len(ids) == len(set(ids)), name


def test_headings_go_down_one_step_at_a_time(
    shown: Callable[[str], str], sample_ledger: Ledger
) -> None:
    for name, path in paths(sample_ledger).items():
        page = parsed(shown(path))
        levels = [int(h.tag[1]) for h in nodes(page, "//main//*[self::h1 or self::h2 or self::h3]")]
        assert levels[0] <= 2, name
        assert levels.count(1) == 1, name
        assert all(b - a <= 1 for a, b in pairwise(levels)), name


def test_the_introduction_can_be_folded_away(client: TestClient) -> None:
    assert 'class="intro"' in client.get("/").text
    answer = client.get("/?intro=hide", follow_redirects=False)
    assert "haengbo-intro=hide" in answer.headers["set-cookie"]
    client.cookies.clear()
    assert 'class="intro"' not in client.get("/", headers={"cookie": "haengbo-intro=hide"}).text


@pytest.mark.parametrize("path", ["/statements?page=abc", "/search?page=0&q=가", "/pages?page=-1"])
def test_a_bad_address_gets_a_page_for_people(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert "<h1>" in answer.text


def test_nothing_can_be_posted(client: TestClient) -> None:
    for path in ("/", "/search", "/expectations"):
        assert client.post(path).status_code == 405


def test_a_failure_gives_a_number_and_no_traceback(sample_location: str) -> None:
    app = create_app(sample_location)

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("비밀 경로")

    with TestClient(app, raise_server_exceptions=False) as opened:
        answer = opened.get("/broken")
    assert answer.status_code == 500
    assert "비밀" not in answer.text
    assert "Traceback" not in answer.text
    assert re.search(r"[0-9a-f]{8}", answer.text)
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_site_that_could_not_read_ahead_goes_on_and_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gone(_ledger: Ledger) -> None:
        raise LedgerError("the server is gone")

    monkeypatch.setattr(Ledger, "warm", gone)
    with TestClient(create_app(str(tmp_path / "annals.db"))) as site:
        assert site.get("/").status_code == 200
    assert "the server is gone" in caplog.text


@pytest.mark.parametrize("alone", [True, False])
def test_only_a_process_for_the_site_alone_leaves_garbage_of_others_lying(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, alone: bool
) -> None:
    done: list[str] = []
    monkeypatch.setattr(gc, "freeze", lambda: done.append("freeze"))
    monkeypatch.setattr(gc, "unfreeze", lambda: done.append("unfreeze"))
    with TestClient(create_app(str(tmp_path / "annals.db"), alone=alone)) as site:
        assert site.get("/").status_code == 200
    # When it ends, what it held may be garbage
    assert done == (["freeze", "unfreeze"] if alone else [])


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(create_app(str(tmp_path / "empty.db"))) as opened:
        for path in (
            "/",
            "/actors",
            "/statements",
            "/expectations",
            "/pages",
            "/months",
            "/search",
        ):
            answer = opened.get(path)
            assert answer.status_code == 200, path
        assert "haengbo demo" in opened.get("/").text
        assert opened.get("/months.svg").status_code == 200


def test_pictures_are_files_of_their_own(client: TestClient, sample_ledger: Ledger) -> None:
    line = max(sample_ledger.all_events(), key=lambda x: x.pages)
    for path in ("/months.svg", f"/event/{line.id}/chain.svg", "/actor/김정은/band.svg"):
        svg = lxml.etree.fromstring(client.get(path).content)
        assert svg.tag == "{http://www.w3.org/2000/svg}svg"
        assert float(svg.get("width") or 0) > 300


def test_the_chronicle_is_quick(client: TestClient) -> None:
    client.get("/")
    times = []
    for _ in range(5):
        start = time.perf_counter()
        client.get("/")
        times.append(time.perf_counter() - start)
    # 150 ms on a quiet machine; the test allows for a busy one
    assert min(times) < 0.6


def test_what_a_year_alone_is_known_of_is_not_counted_in_january(
    client: TestClient, sample_ledger: Ledger
) -> None:
    years = [x for x in sample_ledger.all_events() if len(x.event.date or "") == len("2023")]
    assert years
    year = years[0].event.date or ""
    rows = client.get("/months.csv").text.lstrip("\ufeff").splitlines()
    counts = {row.split(",")[0]: int(row.split(",")[-1]) for row in rows[1:]}
    assert counts[year] == sum(1 for x in years if x.event.date == year)
    january = [x for x in sample_ledger.all_events() if (x.day or "")[:7] == f"{year}-01"]
    assert counts.get(f"{year}-01", 0) == len(january) - counts[year]
    page = parsed(client.get(f"/?from={year}&to={year}&order=old").text)
    chapter = nodes(page, f"//section[@id='m-{year}']")
    assert len(chapter) == 1
    assert len(nodes(chapter[0], ".//article")) == counts[year]
