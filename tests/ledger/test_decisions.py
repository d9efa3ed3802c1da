"""Decisions last: over new readings, with undo; every past state can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from haengbo.errors import UsageError
from haengbo.knowledge import Knowledge
from haengbo.ledger import EventFilter, Ledger, StatementFilter, decisions, history
from haengbo.ledger.copying import copy_ledger
from haengbo.ledger.decisions import By
from haengbo.ledger.erasing import erase
from haengbo.ledger.intake import put, unread
from haengbo.ledger.joining import clean, dirty_pages
from haengbo.model.collation import Anchor
from haengbo.model.decision import DecisionKind
from haengbo.model.reading import Reading
from haengbo.pipeline import collate
from ledger.building import make_intake, make_page, make_reading, told_of

BODIES = (
    "시험 외무상이 4일 시험시에서 가상 장관을 만났다. 그는 “굳게 지지한다”고 말했다.",
    "시험 외무상과 가상 장관이 시험시에서 마주 앉았다. 그는 “함께 가자”고 말했다.",
    "가상 장관은 시험 외무상과 회담했다. 그는 “고맙다”고 말했다.",
)
ME = By("나기록", "원문을 확인함")


@pytest.fixture
def ledger(knowledge: Knowledge) -> Iterator[Ledger]:
    opened = Ledger.open(":memory:")
    for number, body in enumerate(BODIES):
        take(opened, f"쪽{number}.txt", body)
    collate(opened, knowledge)
    yield opened
    opened.close()


def take(ledger: Ledger, name: str, body: str, *, code: str = "1") -> Reading:
    page = make_page(name, body)
    reading = make_reading(page, code=code)
    with ledger.writing() as session:
        put(session, make_intake(page, reading))
    return reading


def ids(ledger: Ledger) -> list[str]:
    return sorted(line.id for line in ledger.all_events())


def anchor_of(ledger: Ledger, page: str) -> Anchor:
    detail = ledger.article(page)
    assert detail is not None
    return told_of(detail.reading)[0].anchor


def test_split_merge_and_undo(ledger: Ledger, knowledge: Knowledge) -> None:
    (one,) = ids(ledger)
    out = anchor_of(ledger, "쪽1.txt")
    with ledger.writing() as session:
        number = decisions.split(session, one, [out], ME)
    collate(ledger, knowledge)
    assert len(ids(ledger)) == 2
    assert ledger.event(one) is not None
    with ledger.writing() as session:
        back = decisions.undo(session, number, ME)
    collate(ledger, knowledge)
    assert ids(ledger) == [one]
    with ledger.writing() as session:
        decisions.undo(session, back, ME)
    collate(ledger, knowledge)
    first, second = ids(ledger)
    with ledger.writing() as session:
        decisions.merge(session, first, second, ME)
    collate(ledger, knowledge)
    assert ids(ledger) == [one]
    for former in (first, second):
        detail = ledger.event(former)
        assert detail is not None
        assert detail.event.id == one
    views = ledger.decisions()
    assert [v.kind for v in views] == ["merge", "undo", "undo", "split"]
    assert [v.undone for v in views] == [False, False, True, False]
    assert all((v.who, v.why) == (ME.who, ME.why) for v in views)


def test_a_correction_survives_a_new_reading(ledger: Ledger, knowledge: Knowledge) -> None:
    (one,) = ids(ledger)
    with ledger.writing() as session:
        decisions.correct(session, one, "place", "실험시", ME)
        decisions.annotate(session, one, DecisionKind.NOTE, "사진 있음", ME)
    collate(ledger, knowledge)
    for number, body in enumerate(BODIES):
        take(ledger, f"쪽{number}.txt", body, code="2")
    collate(ledger, knowledge)
    detail = ledger.event(one)
    assert detail is not None
    assert detail.event.place == "실험시"
    assert detail.event.decided
    line = detail.event.field("place")
    assert line is not None
    assert [v.value for v in line.values] == ["시험시"], "what the reports say stays"
    assert [d.kind for d in detail.decisions] == ["note", "correct"]
    assert detail.decisions[1].before == "시험시"


def test_a_rejected_report_takes_part_in_nothing(ledger: Ledger, knowledge: Knowledge) -> None:
    (one,) = ids(ledger)
    with ledger.writing() as session:
        number = decisions.reject(session, anchor_of(ledger, "쪽0.txt"), ME)
    collate(ledger, knowledge)
    (left,) = ledger.all_events()
    assert left.pages == 2
    with ledger.writing() as session:
        decisions.undo(session, number, ME)
    collate(ledger, knowledge)
    assert ids(ledger) == [one]


def test_a_rejected_statement_is_listed_nowhere(ledger: Ledger, knowledge: Knowledge) -> None:
    (one,) = ids(ledger)
    said = ledger.statements(StatementFilter(text="함께 가자")).items[0]
    with ledger.writing() as session:
        number = decisions.reject_statement(session, said.id, ME)
    collate(ledger, knowledge)
    take(ledger, "쪽1.txt", BODIES[1], code="2")
    collate(ledger, knowledge)
    assert ledger.statements().total == 2
    detail, actor = ledger.event(one), ledger.actor("시험")
    assert detail is not None
    assert actor is not None
    assert said.id not in {line.id for line in (*detail.statements, *actor.statements)}
    assert ledger.event(one) is not None, "the report in the same words stays"
    with ledger.writing() as session:
        decisions.undo(session, number, ME)
    assert ledger.statements().total == 3


def test_a_decision_whose_evidence_is_gone_waits(ledger: Ledger, knowledge: Knowledge) -> None:
    out = anchor_of(ledger, "쪽1.txt")
    with ledger.writing() as session:
        decisions.reject(session, out, ME)
    page = make_page("쪽1.txt", BODIES[1])
    empty = Reading("쪽1", make_reading(page).article, "2", "pack")
    with ledger.writing() as session:
        put(session, make_intake(page, empty))
    collate(ledger, knowledge)
    (view,) = ledger.decisions()
    assert view.waiting
    assert [t.kind for t in ledger.tasks("2025-01-01") if t.kind == "decision"] == ["decision"]
    take(ledger, "쪽1.txt", BODIES[1], code="3")
    collate(ledger, knowledge)
    assert ledger.decisions()[0].waiting is None


@pytest.mark.parametrize(
    ("field", "value", "event"),
    [("colour", "red", None), ("place", "실험시", "e123456789ab")],
)
def test_what_cannot_be_decided(field: str, value: str, event: str | None, ledger: Ledger) -> None:
    key = event or ids(ledger)[0]

    def decide() -> None:
        with ledger.writing() as session:
            decisions.correct(session, key, field, value, ME)

    with pytest.raises(UsageError):
        decide()
    assert ledger.decisions() == ()


def test_undo_only_what_stands(ledger: Ledger) -> None:
    def undo(number: int) -> None:
        with ledger.writing() as session:
            decisions.undo(session, number, ME)

    with pytest.raises(UsageError, match="그런 결정이 없다"):
        undo(7)
    with ledger.writing() as session:
        number = decisions.annotate(session, ids(ledger)[0], DecisionKind.TAG, "중요", ME)
    undo(number)
    with pytest.raises(UsageError, match="이미"):
        undo(number)


def test_past_states_releases_and_what_changed(ledger: Ledger, knowledge: Knowledge) -> None:
    (one,) = ids(ledger)
    with ledger.writing() as session:
        history.release(session, "2025-1", "첫 판", ("0.1", "pack"))
    with ledger.writing() as session:
        decisions.correct(session, one, "date", "2025-06-03", ME)
    collate(ledger, knowledge)
    with ledger.writing() as session:
        history.release(session, "2025-2", "", ("0.1", "pack"))
    before, after = ledger.events_at("2025-1"), ledger.events_at("2025-2")
    assert [event.date for event in before] == ["2025-06-04"]
    assert [event.date for event in after] == ["2025-06-03"]
    (change,) = ledger.changes("2025-1", "2025-2")
    assert (change.kind, change.details) == ("changed", ("date: 2025-06-04 → 2025-06-03",))
    assert ledger.changes("2025-1", "2025-1") == ()
    assert ledger.events_at("1999-01-01") == ()
    assert [r.name for r in ledger.releases()] == ["2025-1", "2025-2"]
    assert ledger.events_at("2025-1", EventFilter(who=("아무개",))) == ()
    with pytest.raises(UsageError):
        ledger.events_at("언젠가")


def test_a_ledger_can_be_moved(ledger: Ledger, knowledge: Knowledge) -> None:
    (one,) = ids(ledger)
    with ledger.writing() as session:
        decisions.correct(session, one, "place", "실험시", ME)
    take(ledger, "쪽0.txt", BODIES[0], code="2")
    collate(ledger, knowledge)
    target = Ledger.open(":memory:")
    copy_ledger(ledger, target)
    assert target.totals() == ledger.totals()
    assert target.event(one) == ledger.event(one)
    assert target.decisions() == ledger.decisions()
    assert target.article("쪽0.txt") == ledger.article("쪽0.txt")
    assert target.search("시험 외무상").total == 3
    with pytest.raises(UsageError, match="비어 있지 않다"):
        copy_ledger(ledger, target)
    target.close()


def test_an_erased_page_leaves_no_word(knowledge: Knowledge, tmp_path: Path) -> None:
    path = tmp_path / "annals.db"
    ledger = Ledger.open(path)
    for number, body in enumerate(BODIES):
        take(ledger, f"쪽{number}.txt", body)
    collate(ledger, knowledge)
    (one,) = ids(ledger)
    with ledger.writing() as session:
        sha256 = erase(session, "쪽1.txt", ME)
    collate(ledger, knowledge)
    ledger.compact()
    (line,) = ledger.all_events()
    assert line.pages == 3, "that it told so stays"
    assert ledger.event(one) is not None
    told = ledger.article("쪽1.txt")
    assert told is not None
    assert told.erased
    assert told.reading.article.title is None
    assert ledger.page("쪽1.txt") is None
    assert ledger.totals().pages == 3, "the tombstone stays"
    with ledger.reading() as session:
        assert unread(session, make_page("쪽1.txt", BODIES[1])) is None
    ledger.close()
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("annals.db*"))
    assert sha256.encode() in stored
    for words in ("마주 앉았다", "함께 가자"):
        assert words.encode() not in stored
    for words in ("굳게 지지한다", "고맙다"):
        assert words.encode() in stored


@pytest.mark.parametrize(
    ("kind", "again"),
    [(DecisionKind.NOTE, 0), (DecisionKind.TAG, 0), (DecisionKind.CONFIRM, 0), (None, 3)],
)
def test_only_what_changes_events_has_them_collated(
    kind: DecisionKind | None, again: int, ledger: Ledger
) -> None:
    (one,) = ids(ledger)
    for undoing in (False, True, True):
        with ledger.writing() as session:
            if undoing:
                decisions.undo(session, decisions.newest_number(session), ME)
            elif kind is None:
                decisions.correct(session, one, "place", "다른시", ME)
            else:
                decisions.annotate(session, one, kind, "말", ME)
        with ledger.writing() as session:
            pages = dirty_pages(session)
            assert len(pages) == again, "taken back, and that taken back, just the same"
            clean(session, pages)


def test_what_others_took_in_is_left_to_them(ledger: Ledger, knowledge: Knowledge) -> None:
    (one,) = ids(ledger)
    take(
        ledger, "쪽3.txt", "가상 장관이 시험시에서 시험 외무상을 또 만났다. 그는 “반갑다”고 말했다."
    )
    with ledger.reading() as session:
        (waiting,) = dirty_pages(session)
    with ledger.writing() as session:
        before = decisions.newest_number(session)
        decisions.annotate(session, one, DecisionKind.TAG, "먼저", ME)
        decisions.correct(session, one, "place", "다른시", ME)
        pages = decisions.pages_since(session, before)
    assert waiting not in pages
    assert len(pages) == len(BODIES)
    collate(ledger, knowledge, pages)
    (line,) = ledger.all_events()
    assert line.event.place == "다른시"
    with ledger.reading() as session:
        assert dirty_pages(session) == [waiting], "an ingest will look at it with all that it told"
    collate(ledger, knowledge)
    with ledger.reading() as session:
        assert not dirty_pages(session)
    assert sum(line.pages for line in ledger.all_events()) == 4


def test_events_by_tag(ledger: Ledger, knowledge: Knowledge) -> None:
    (one,) = ids(ledger)
    with ledger.writing() as session:
        number = decisions.annotate(session, one, DecisionKind.TAG, "확인 요", ME)
        decisions.annotate(session, one, DecisionKind.NOTE, "다른 말", ME)
    collate(ledger, knowledge)
    tagged = EventFilter(tags=("확인 요",))
    assert [line.id for line in ledger.all_events(tagged)] == [one]
    assert [event.id for event in ledger.events_at("2099-01-01", tagged)] == [one]
    assert not ledger.events_at("2001-01-01", tagged)
    for other in (("확인",), ("다른 말",), ("확인 요", "없음")):
        assert not list(ledger.all_events(EventFilter(tags=other))), other
    with ledger.writing() as session:
        decisions.undo(session, number, ME)
    collate(ledger, knowledge)
    assert not list(ledger.all_events(tagged))


def test_a_tag_follows_its_event_into_another(ledger: Ledger, knowledge: Knowledge) -> None:
    with ledger.writing() as session:
        decisions.split(session, ids(ledger)[0], [anchor_of(ledger, "쪽2.txt")], ME)
    collate(ledger, knowledge)
    for event in ids(ledger):
        with ledger.writing() as session:
            decisions.annotate(session, event, DecisionKind.TAG, event, ME)
    first, second = ids(ledger)
    with ledger.writing() as session:
        decisions.merge(session, first, second, ME)
    collate(ledger, knowledge)
    (one,) = ids(ledger)
    both = EventFilter(tags=(first, second))
    assert [line.id for line in ledger.all_events(both)] == [one]
