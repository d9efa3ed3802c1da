"""Two captures of one address in a ledger: one article, counted once, whatever came first."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from haengbo.analysis.revisions import revision
from haengbo.capture import collect
from haengbo.errors import UsageError
from haengbo.knowledge import Knowledge
from haengbo.ledger import EventFilter, Ledger, decisions, erasing
from haengbo.ledger.opening import migrate
from haengbo.ledger.records import encode
from haengbo.model.page import Known, MediaType, Page
from haengbo.pipeline import collate, ingest

FOLDER = Path(__file__).parents[2] / "examples" / "versions"
REPOST = (
    "최선희 외무상이 3일 모스크바에서 라브로프 러시아 외무장관과 회담했다고 타스통신이 전했다.\n"
)


def pages() -> dict[str, Page]:
    found = [page for page in collect([str(FOLDER)]) if isinstance(page, Page)]
    named = {page.name: page for page in found}
    known = Known("2025-06-05", "새솔신문", "https://saesol.example/5")
    named["other"] = Page("other", REPOST.encode(), MediaType.TEXT, known)
    return named


def state(ledger: Ledger) -> dict[str, object]:
    lines = {line.id: (line.pages, encode(line.event)) for line in ledger.all_events()}
    versions = [(v.page.sha256, v.number) for a in ledger.versions() for v in a.versions]
    return {"events": lines, "versions": versions, "copies": ledger.copies()}


def test_the_order_of_arrival_changes_nothing(knowledge: Knowledge) -> None:
    states = []
    for ordered in permutations(pages().values()):
        ledger = Ledger.open(":memory:")
        for page in ordered:
            ingest(ledger, [page], knowledge)
        states.append(state(ledger))
        ledger.close()
    assert all(found == states[0] for found in states)


@pytest.fixture
def ledger(knowledge: Knowledge) -> Ledger:
    opened = Ledger.open(":memory:")
    ingest(opened, pages().values(), knowledge)
    return opened


def test_what_counts(ledger: Ledger) -> None:
    (meeting,) = ledger.events(EventFilter(modes=("meeting",))).items
    assert (meeting.pages, meeting.event.date, meeting.event.discrepancies) == (2, "2025-06-03", ())
    detail = ledger.event(meeting.id)
    assert detail is not None
    assert {report.page.name for report in detail.reports} == {"noon.html", "other"}
    (earlier,) = detail.earlier
    assert (earlier.date, earlier.reasons) == ("2025-06-02", ("같은 기사의 앞선 판",))
    assert ledger.copies() == (), "a version is no copy"
    said = [line.page.name for line in ledger.statements().items]
    assert "noon.html" in said
    assert "morning.html" not in said


def test_what_was_taken_out_waits_for_a_person(ledger: Ledger) -> None:
    (signed,) = ledger.events(EventFilter(types=("AGREE",))).items
    tasks = [task for task in ledger.tasks("2025-07-01") if task.kind == "withdrawn"]
    assert [task.key for task in tasks] == [signed.id]
    assert "고친 판에는 없음" in signed.event.members[0].reasons


def test_an_address_means_the_newest(ledger: Ledger) -> None:
    (article,) = ledger.versions("http://m.garam.example/news/view?id=77&utm_source=a")
    assert [v.page.name for v in article.versions] == ["morning.html", "noon.html"]
    found = revision(ledger, article)
    assert [(f.name, f.before, f.after) for f in found.facts] == [
        ("updated", None, "2025-06-05T11:20+09:00")
    ]
    assert len(found.changed) == 3
    with pytest.raises(UsageError, match="그런 판이 없다: 3"):
        revision(ledger, article, 1, 3)
    assert ledger.versions("https://garam.example/none") == ()


def test_a_decision_about_the_first_version_holds_for_the_second(knowledge: Knowledge) -> None:
    opened = Ledger.open(":memory:")
    named = pages()
    ingest(opened, [named["morning.html"]], knowledge)
    (meeting,) = opened.events(EventFilter(modes=("meeting",))).items
    with opened.writing() as session:
        by = decisions.By("민들레", "다른 사람이었다")
        decisions.reject(session, meeting.event.members[0].anchor, by)
    ingest(opened, [named["noon.html"]], knowledge)
    assert opened.events(EventFilter(modes=("meeting",))).items == ()


def test_an_id_of_the_first_version_leads_on(knowledge: Knowledge) -> None:
    opened = Ledger.open(":memory:")
    named = pages()
    ingest(opened, [named["morning.html"]], knowledge)
    (before,) = opened.events(EventFilter(modes=("meeting",))).items
    ingest(opened, [named["noon.html"]], knowledge)
    after = opened.event(before.id)
    assert after is not None
    assert after.event.date == "2025-06-03"


def test_an_erased_version_is_none(ledger: Ledger, knowledge: Knowledge) -> None:
    with ledger.writing() as session:
        erasing.erase(session, "noon.html", decisions.By("민들레", "부탁"))
    collate(ledger, knowledge)
    assert ledger.versions() == ()
    (meeting,) = ledger.events(EventFilter(modes=("meeting",))).items
    detail = ledger.event(meeting.id)
    assert detail is not None
    assert "morning.html" in {report.page.name for report in detail.reports}


OLD_ROWS = (
    "INSERT INTO pages (sha256, name, media_type, added) VALUES (:p, :p, 'text/html', '')",
    """
    INSERT INTO readings (page, code_version, pack_version, made, record)
    VALUES (:p, '', '', '', '{}')
    """,
    """
    INSERT INTO articles (page, reading, url, on_theme, body, letters, dirty)
    VALUES (:p, 1, :u, 1, '', '', 0)
    """,
)


def test_a_ledger_from_before_versions_finds_them(tmp_path: Path) -> None:
    location = tmp_path / "old.db"
    old = create_engine(f"sqlite:///{location}")
    with old.connect() as connection:
        migrate(connection, "0001")
        for page, url in (("a", "https://x.example/7"), ("b", "http://m.x.example/7"), ("c", None)):
            for statement in OLD_ROWS:
                connection.execute(text(statement), {"p": page, "u": url})
        connection.commit()
    old.dispose()
    new = Ledger.open(str(location))
    with new.reading() as session:
        rows = session.execute(
            text("SELECT page, address, dirty FROM articles ORDER BY page")
        ).all()
    assert [tuple(row) for row in rows] == [
        ("a", "x.example/7", 1),
        ("b", "x.example/7", 1),
        ("c", None, 0),
    ]
    new.close()
