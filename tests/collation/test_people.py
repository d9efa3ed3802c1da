"""Other persons for one side are shown side by side; a shorter list is no dissent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from collation.building import told
from haengbo.collation.lore import lore
from haengbo.collation.together import collate
from haengbo.knowledge import Knowledge
from haengbo.model.collation import Anchor, Event, Told
from haengbo.model.decision import Decision, DecisionKind

#: Evidence without the host's name, long enough to tell a copy of the account from another one.
ACCOUNT = "평양 시험청사에서 가상로프 차관과 만나 다리 보수와 유학생 교환을 논의했다"
GUEST = "이반 가상로프"


def report(page: str, *people: str, evidence: str = ACCOUNT, **about: str) -> Told:
    """A meeting; people as ``홍가람=외무상``."""
    titles = dict(who.split("=") for who in people if "=" in who)
    names = [who.partition("=")[0] for who in people]
    item = told(page, "CONSULT/meeting", *names, evidence=evidence, **about)  # type: ignore[arg-type]
    parts = tuple(
        replace(p, titles=(titles[p.name],) if p.name in titles else ()) for p in item.parts
    )
    return replace(item, parts=parts)


def events_of(knowledge: Knowledge, *items: Told, merge: bool = False) -> tuple[Event, ...]:
    anchors: list[Anchor] = [item.anchor for item in items]
    decisions = [Decision(DecisionKind.MERGE, (anchors[0],), tuple(anchors[1:]))] if merge else []
    return collate(items, {}, decisions, lore(knowledge)).events


def disputes(event: Event) -> list[tuple[str | None, dict[str, tuple[str, ...]]]]:
    return [
        (row.about, {value.value: value.pages for value in row.values})
        for row in event.discrepancies
        if row.field == "participants"
    ]


@pytest.mark.parametrize(
    ("first", "second", "evidence", "one", "why"),
    [
        (
            "홍가람=외무상",
            "민서백=외무성 부상",
            ACCOUNT,
            True,
            "the same account, minister or deputy",
        ),
        (
            "홍가람=외무상",
            "민서백=외무상",
            "가상로프를 접견했다",
            True,
            "one office has one holder",
        ),
        ("홍가람=외무상", "민서백=외무성 부상", "가상로프를 접견했다", False, "a guest sees both"),
        ("홍가람=외무상", "민서백=국방상", ACCOUNT, False, "ministers of two ministries"),
        ("홍가람", "민서백", ACCOUNT, False, "no office, no ground"),
    ],
)
def test_one_meeting_or_two(
    first: str, second: str, evidence: str, one: bool, why: str, knowledge: Knowledge
) -> None:
    events = events_of(
        knowledge, report("가", first, GUEST), report("나", second, GUEST, evidence=evidence)
    )
    assert len(events) == (1 if one else 2), why
    if one:
        assert disputes(events[0]) == [("북한", {"홍가람": ("가",), "민서백": ("나",)})]
        assert any("사람이 다름" in reason for m in events[0].members for reason in m.reasons)


def test_other_day_or_other_guest_makes_two(knowledge: Knowledge) -> None:
    first = report("가", "홍가람=외무상", GUEST)
    later = report("나", "민서백=외무상", GUEST, date="2025-03-05")
    other = report("다", "민서백=외무상", "표트르 시험스키")
    assert len(events_of(knowledge, first, later)) == 2
    assert len(events_of(knowledge, first, other)) == 2


def test_a_page_that_tells_both_keeps_them_apart(knowledge: Knowledge) -> None:
    first, second = report("가", "홍가람=외무상", GUEST), report("나", "민서백=외무성 부상", GUEST)
    assert len(events_of(knowledge, first, second)) == 1
    both = [
        report("다", "홍가람=외무상", GUEST),
        replace(
            (again := report("다", "민서백=외무성 부상", GUEST)),
            anchor=replace(again.anchor, start=90, end=120),
        ),
    ]
    assert len(events_of(knowledge, first, second, *both)) == 2


@pytest.mark.parametrize(
    ("first", "second", "third", "differ", "why"),
    [
        (("홍가람", "민서백"), ("홍가람",), (), False, "a shorter list"),
        (("홍가람", "민서백"), ("홍가람", "최선희"), (), False, "each leaves somebody out"),
        (
            ("홍가람", "민서백=국방상"),
            ("홍가람", "최선희=국방상"),
            (),
            True,
            "two holders of one office",
        ),
        (
            ("홍가람", "민서백=국방상"),
            ("홍가람", "최선희=국방상"),
            ("홍가람", "민서백", "최선희"),
            False,
            "a page names both",
        ),
        (("북한",), ("민서백",), (), False, "a state says less"),
        (("홍가람",), ("홍가룸",), (), False, "that is spelling"),
    ],
)
def test_lists_of_people(
    first: tuple[str, ...],
    second: tuple[str, ...],
    third: tuple[str, ...],
    differ: bool,
    why: str,
    knowledge: Knowledge,
) -> None:
    items = [
        report(page, *people, GUEST)
        for page, people in zip("가나다", (first, second, third), strict=True)
        if people
    ]
    (event,) = events_of(knowledge, *items, merge=True)
    assert bool(disputes(event)) is differ, why


def test_what_people_merged_shows_whom_each_page_names(knowledge: Knowledge) -> None:
    items = report("가", "홍가람", GUEST), report("나", "민서백", GUEST, evidence="만났다")
    assert len(events_of(knowledge, *items)) == 2
    (event,) = events_of(knowledge, *items, merge=True)
    assert disputes(event) == [("북한", {"홍가람": ("가",), "민서백": ("나",)})]
