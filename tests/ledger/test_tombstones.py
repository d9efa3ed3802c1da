"""A page removed on request: the fact stays with its reference, the words are nowhere any more.

The same on both databases.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import create_engine, text

from campaigns.databases import NAMES, Place
from campaigns.databases import place as place_of
from haengbo.capture import collect
from haengbo.export import FORMATS, Wanted
from haengbo.knowledge import Knowledge
from haengbo.ledger import EventFilter, Ledger, decisions, erasing
from haengbo.ledger.backups import back_up
from haengbo.ledger.decisions import By
from haengbo.ledger.erasing import erase
from haengbo.ledger.opening import url_of
from haengbo.pipeline import collate, ingest, reread
from haengbo.web.app import create_app

NAME = "only.txt"
WORDS = ("흰자작나무", "반가움을", "머지않아", "외딴", "가랑비")
TEXT = (
    "흰자작나무 숲의 회담\n"
    "최선희 북한 외무상이 3일 모스크바에서 세르게이 라브로프 러시아 외무장관과 회담했다고 "
    "조선중앙통신이 4일 보도했다. 가랑비 내린 날이었다.\n"
    "최 외무상은 “외딴 길에서도 반가움을 느낀다”고 말했다.\n"
    "한 전문가는 “머지않아 다시 만날 것”이라고 내다봤다.\n"
)
BY = By("나관리", "글쓴이의 부탁")


pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")


@pytest.fixture(scope="module", params=NAMES)
def place(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Place]:
    with place_of(request.param, tmp_path_factory.mktemp("places")) as made:
        yield made


@pytest.fixture
def location(
    place: Place, request: pytest.FixtureRequest, tmp_path: Path, knowledge: Knowledge
) -> Iterator[str]:
    (tmp_path / NAME).write_text(TEXT, "utf-8")
    made = place.location(f"annals-{request.node.originalname}"[:60])
    ledger = Ledger.open(made)
    ingest(ledger, collect([str(tmp_path / NAME)]), knowledge)
    ledger.close()
    yield made
    place.removed(made)


def stored(location: str) -> bytes:
    """All that the database holds: every byte of a file; of a server every row of every table."""
    if "://" not in location:
        path = Path(location)
        return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    engine = create_engine(url_of(location))
    with engine.connect() as connection:
        tables = connection.scalars(
            text("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")
        ).all()
        rows = [connection.scalars(text(f"SELECT t::text FROM {t} t")).all() for t in tables]  # noqa: S608
    engine.dispose()
    assert any(rows)
    return "\n".join(row for some in rows for row in some).encode()


@pytest.fixture
def ledger(location: str) -> Iterator[Ledger]:
    opened = Ledger.open(location)
    yield opened
    opened.close()


def removed(ledger: Ledger, knowledge: Knowledge) -> str:
    """The page is taken out as ``haengbo remove`` does it."""
    with ledger.writing() as session:
        sha256 = erase(session, NAME, BY)
    collate(ledger, knowledge)
    ledger.compact()
    return sha256


def meeting(ledger: Ledger) -> tuple[object, ...]:
    (line,) = ledger.events(EventFilter(who=("최선희",), modes=("meeting",))).items
    e = line.event
    return (
        e.id,
        e.type,
        e.date,
        e.place,
        e.status,
        sorted(p.name for p in e.participants),
        e.origins,
    )


def test_the_fact_stays_with_its_reference(ledger: Ledger, knowledge: Knowledge) -> None:
    before = meeting(ledger)
    sha256 = removed(ledger, knowledge)
    assert meeting(ledger) == before
    detail = ledger.event(str(before[0]))
    assert detail is not None
    (report,) = detail.reports
    assert (report.page.sha256, report.page.name, report.page.title) == (sha256, NAME, None)
    assert detail.event.sentence == "(지움)"
    reread(ledger, knowledge)
    collate(ledger, knowledge)
    assert meeting(ledger) == before


def test_no_word_is_left_anywhere(
    location: str, ledger: Ledger, knowledge: Knowledge, tmp_path: Path
) -> None:
    assert all(word.encode() in stored(location) for word in WORDS), "they were there"
    with ledger.writing() as session:
        key = next(iter(ledger.all_statements())).id
        decisions.reject_statement(session, key, By("나", "아니다"))
    collate(ledger, knowledge)
    removed(ledger, knowledge)
    assert ledger.search("흰자작나무").items == ()
    assert list(ledger.all_statements()) == []
    assert list(ledger.all_expectations()) == []
    ledger.reindex(full=True)
    assert ledger.search("지움").items == ()
    back_up(location, tmp_path / "a.backup")
    with zipfile.ZipFile(tmp_path / "a.backup") as archive:
        backup = archive.read("annals.db")
    left = stored(location)
    for word in WORDS:
        assert word.encode() not in left, word
        assert word.encode() not in backup, word


def test_no_word_is_exported_and_the_fact_is(ledger: Ledger, knowledge: Knowledge) -> None:
    removed(ledger, knowledge)
    for one in FORMATS:
        for subject in one.subjects:
            data = b"".join(one.write(Wanted(ledger, subject, with_text=not one.binary)))
            given = data.decode("utf-8", "replace")
            assert not any(word in given for word in WORDS), (one.id, subject)
    lines = next(f for f in FORMATS if f.id == "jsonl")
    told = b"".join(lines.write(Wanted(ledger, lines.subjects[0]))).decode()
    assert "최선희" in told
    assert NAME in told


def test_the_site_and_the_api_show_the_tombstone(
    location: str, ledger: Ledger, knowledge: Knowledge
) -> None:
    sha256 = removed(ledger, knowledge)
    with TestClient(create_app(location)) as client:
        page = client.get(f"/article/{NAME}")
        assert page.status_code == 200
        assert "이 쪽의 글은 지웠다" in page.text
        assert client.get(f"/capture/{sha256}").status_code == 404
        record = client.get(f"/api/v1/pages/{sha256}").json()
        assert record["erased"] is True
        for path in (
            "/",
            "/pages",
            f"/article/{NAME}",
            "/api/v1/events",
            "/api/v1/articles",
            f"/event/{meeting(ledger)[0]}",
            f"/api/v1/readings/{sha256}",
            "/decisions",
        ):
            answer = client.get(path)
            assert answer.status_code < 500, path
            assert not any(word in answer.text for word in WORDS), path


def test_it_does_not_come_in_again(ledger: Ledger, knowledge: Knowledge, tmp_path: Path) -> None:
    removed(ledger, knowledge)
    ingest(ledger, collect([str(tmp_path / NAME)]), knowledge)
    detail = ledger.article(NAME)
    assert detail is not None
    assert detail.erased
    assert ledger.page(NAME) is None


def test_who_removed_it_and_why_is_written_down(ledger: Ledger, knowledge: Knowledge) -> None:
    removed(ledger, knowledge)
    (line,) = [x for x in ledger.intake_log() if x.outcome == "erased"]
    assert "글쓴이의 부탁" in (line.reason or "")
    assert erasing.__doc__


def test_exports_give_no_whole_text_unless_asked(ledger: Ledger) -> None:
    for one in FORMATS:
        for subject in one.subjects:
            given = b"".join(one.write(Wanted(ledger, subject))).decode("utf-8", "replace")
            assert "가랑비 내린" not in given, (one.id, subject)
    lines = next(f for f in FORMATS if f.id == "jsonl")
    pages = next(s for s in lines.subjects if s.value == "pages")
    asked = b"".join(lines.write(Wanted(ledger, pages, with_text=True))).decode()
    assert "가랑비 내린" in json.loads(asked.splitlines()[0])["text"]
