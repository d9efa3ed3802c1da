"""Values that exclude each other stand side by side; what only says less does not."""

from __future__ import annotations

from typing import Any

import pytest

from collation.building import told
from haengbo.collation.conflicts import southern_initial
from haengbo.collation.lore import lore
from haengbo.collation.together import collate
from haengbo.collation.told import amount_of
from haengbo.knowledge import Knowledge
from haengbo.model.collation import Event, Figure, Quoted, Told

TALKS = ("CONSULT/meeting", "홍가람", "이반 가상로프")


def event_of(knowledge: Knowledge, *items: Told) -> Event:
    (event,) = collate(items, {}, (), lore(knowledge)).events
    return event


@pytest.mark.parametrize(
    ("first", "second", "field", "why"),
    [
        ({}, {"date": "2025-03-05"}, "date", "another day"),
        ({}, {"date": "2025-03"}, None, "a month says less"),
        ({}, {"date": None}, None, "silence is no dissent"),
        ({"place": "평양"}, {"place": "평양 만수대의사당"}, None, "a town says less"),
        ({"place": "만수대의사당"}, {"place": "평양 목란관"}, "place", "two venues"),
        ({"place": "목란관"}, {"place": None}, None, "unsaid"),
        ({"status": "alleged"}, {"status": "denied"}, "status", "said and denied"),
        ({"status": "alleged"}, {"status": "occurred"}, None, "alleged says less"),
    ],
)
def test_fields(
    first: dict[str, Any], second: dict[str, Any], field: str | None, why: str, knowledge: Knowledge
) -> None:
    event = event_of(knowledge, told("가", *TALKS, **first), told("나", *TALKS, **second))
    found = [item.field for item in event.discrepancies]
    assert found == ([field] if field else []), why


def test_the_value_of_most_origins_is_shown_and_copies_count_once(knowledge: Knowledge) -> None:
    agency: dict[str, Any] = {"chain": ("시험통신",)}
    event = event_of(
        knowledge,
        told("가", *TALKS, place="만수대의사당", **agency),
        told("나", *TALKS, place="만수대의사당", **agency),
        told("다", *TALKS, place="목란관"),
        told("라", *TALKS, place="목란관"),
    )
    line = event.field("place")
    assert line is not None
    assert line.value == "목란관", "two origins against one that two pages repeat"
    assert line.conflicting
    assert [v.pages for v in line.values] == [("다", "라"), ("가", "나")]


def test_the_more_precise_value_is_shown(knowledge: Knowledge) -> None:
    event = event_of(
        knowledge,
        told("가", *TALKS, date="2025-03", place="평양"),
        told("나", *TALKS, date="2025-03", place="평양"),
        told("다", *TALKS, place="평양 만수대의사당"),
    )
    assert (event.date, event.place) == ("2025-03-04", "평양 만수대의사당")


def test_spelling_of_a_name(knowledge: Knowledge) -> None:
    other = ("CONSULT/meeting", "홍가룸", "이반 가상로프")
    event = event_of(knowledge, told("가", *TALKS), told("나", *other))
    (found,) = event.discrepancies
    assert found.field == "spelling"
    assert [(v.value, v.pages) for v in found.values] == [("홍가람", ("가",)), ("홍가룸", ("나",))]


@pytest.mark.parametrize(
    ("north", "south"),
    [
        ("리창민", "이창민"),
        ("로광식", "노광식"),
        ("량서윤", "양서윤"),
        ("녀운", "여운"),
        ("김노", "김노"),
    ],
)
def test_southern_initial(north: str, south: str) -> None:
    assert southern_initial(north) == south


@pytest.mark.parametrize(
    ("first", "second", "differ", "why"),
    [
        (8_000, 9_000, True, "another figure"),
        (8_000, 8_050, False, "rounded"),
        (8_000, 100, False, "something else"),
    ],
)
def test_figures(first: int, second: int, differ: bool, why: str, knowledge: Knowledge) -> None:
    sending = ("MOBILIZE/troops", "북한:s", "러시아:t")
    event = event_of(
        knowledge,
        told("가", *sending, figures=[Figure("troops-sent", first, f"{first}명")]),
        told("나", *sending, figures=[Figure("troops-sent", second, f"{second}명")]),
    )
    assert [d.field for d in event.discrepancies] == (["number"] if differ else []), why


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("1만2천", 12_000),
        ("3,500", 3_500),
        ("3천500", 3_500),
        ("1억2천만", 120_000_000),
        ("40", 40),
        ("천", 1_000),
        ("10만", 100_000),
    ],
)
def test_amounts(printed: str, amount: int) -> None:
    assert amount_of(printed) == amount


@pytest.mark.parametrize(
    ("first", "second", "differ", "why"),
    [
        ("두 나라의 견해가 완전히 같았다", "두 나라의 견해가 거의 같았다", True, "another word"),
        ("두 나라의 립장이 같았다", "두 나라의 입장이 같았다", False, "Northern spelling"),
        ("두 나라의 견해가 완전히 같았다", "견해가 완전히 같았다", False, "quoted in part"),
        ("두 나라의 견해가 같았다", "다리를 함께 놓겠다", False, "other words, other thing"),
    ],
)
def test_wordings(first: str, second: str, differ: bool, why: str, knowledge: Knowledge) -> None:
    event = event_of(
        knowledge,
        told("가", *TALKS, quotes=[Quoted("홍가람", first)]),
        told("나", *TALKS, quotes=[Quoted("홍가람", second)]),
    )
    assert [d.field for d in event.discrepancies] == (["wording"] if differ else []), why


def test_what_the_pack_knows_of_a_disputed_day_is_said(knowledge: Knowledge) -> None:
    talks = ("CONSULT/meeting", "김정은", "세르게이 쇼이구")
    event = event_of(
        knowledge,
        told("가", *talks, date="2025-06-04", published="2025-06-05"),
        told("나", *talks, date="2025-06-05", published="2025-06-06"),
    )
    (found,) = event.discrepancies
    assert found.note is not None
    assert "2025-06-04" in found.note
    unknown = event_of(knowledge, told("가", *TALKS), told("나", *TALKS, date="2025-03-05"))
    assert unknown.discrepancies[0].note is None
