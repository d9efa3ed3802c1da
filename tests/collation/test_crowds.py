"""Who gives no day is placed where few happenings fit, and stands alone where many do."""

from __future__ import annotations

import pytest

from collation.building import told
from haengbo.collation.lore import lore
from haengbo.collation.together import collate
from haengbo.knowledge import Knowledge
from haengbo.model import crowds
from haengbo.model.collation import Event, Told

TALKS = ("CONSULT/meeting", "홍가람", "이반 가상로프")
MANY, FEW = crowds.MOST_DAYS + 1, 2


def days(number: int, *who: str) -> list[Told]:
    """Meetings of these people on so many days of a month, every other day after the first."""
    return [
        told(f"{who}{day}", "CONSULT/meeting", *who, date=f"2025-03-{2 * day + 1:02d}")
        for day in range(number)
    ]


def with_whom(one: Told, others: list[Told], knowledge: Knowledge) -> Event:
    """The event of a report among others."""
    events = collate([one, *others], {}, (), lore(knowledge)).events
    return next(e for e in events if any(m.anchor == one.anchor for m in e.members))


@pytest.mark.parametrize(
    ("one", "others", "members", "why"),
    [
        (told("달", *TALKS, date="2025-03"), days(FEW, *TALKS[1:]), 2, "one of two"),
        (told("달", *TALKS, date="2025-03"), days(MANY, *TALKS[1:]), 1, "one of too many"),
        (told("해", *TALKS, date="2025"), days(MANY, *TALKS[1:]), 1, "a year holds them too"),
        (
            told("날", *TALKS, date="2025-03-03"),
            days(MANY, *TALKS[1:]),
            2,
            "who gives a day is placed",
        ),
        (
            told("달", *TALKS, date="2025-03"),
            [*days(MANY, *TALKS[1:]), told("달 둘", *TALKS, date="2025-03")],
            2,
            "with who says the same",
        ),
        (
            told("달", "CONSULT/meeting", "홍가람", "왕이", date="2025-03"),
            [
                *days(MANY, *TALKS[1:]),
                told("하루", "CONSULT/meeting", "홍가람", "왕이", date="2025-03-30"),
            ],
            2,
            "one side is told of once",
        ),
        (
            told("무렵", *TALKS, date=None, published="2025-03-06"),
            days(MANY, *TALKS[1:]),
            2,
            "undated, told the day after",
        ),
        (
            told("무렵", *TALKS, date=None, published="2025-06-06"),
            days(MANY, *TALKS[1:]),
            1,
            "undated, told months after",
        ),
    ],
)
def test_placed_or_alone(
    one: Told, others: list[Told], members: int, why: str, knowledge: Knowledge
) -> None:
    event = with_whom(one, others, knowledge)
    assert len(event.members) == members, why
    said = [reason for m in event.members for reason in m.reasons if "정하지 않음" in reason]
    assert bool(said) is (members == 1), why


@pytest.mark.parametrize(
    ("key", "first", "behind"),
    [
        ("aid|라오스|-|~2024-07", "aid|라오스|-|2024-07-", "aid|라오스|-|2024-07."),
        ("aid|라오스|-|~2024", "aid|라오스|-|2024-", "aid|라오스|-|2024."),
        ("aid|라오스|-|?", "aid|라오스|-|0", "aid|라오스|-|:"),
    ],
)
def test_days_of_a_key_lie_in_its_stretch(key: str, first: str, behind: str) -> None:
    assert crowds.stretch_of(key) == (first, behind)
    stem = key.rpartition("|")[0]
    there = [f"{stem}|2024-07-01", f"{stem}|2024-07-31"]
    assert all(first <= day < behind for day in there)
    assert all(key in crowds.around_day(day) for day in there)
    others = (f"{stem}|~2024-07", f"{stem}|~2024", f"{stem}|@2024-07-03", f"{stem}|?")
    assert not any(first <= other < behind for other in others), "days alone are counted"
    assert all(crowds.stretch_of(day) is None for day in (*there, f"{stem}|@2024-07-03", f"{key}*"))


def test_who_names_nobody_is_crowded_with_all(knowledge: Knowledge) -> None:
    assert crowds.counted_as("aid|라오스||~2024") == "aid|라오스|-|~2024"
    assert crowds.counted_for("aid|라오스|-|~2024") == "aid|라오스||~2024"
    assert crowds.counted_for("aid|라오스|홍가람|~2024") == "aid|라오스|홍가람|~2024"
    one = told("달", "CONSULT/meeting", "북한", "러시아", date="2025-03")
    assert len(with_whom(one, days(MANY, *TALKS[1:]), knowledge).members) == 1
