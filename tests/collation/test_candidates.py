"""No pair that could be one happening is left out, and most others are."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collation.building import told
from haengbo.collation.candidates import Candidates, neighbours
from haengbo.collation.likeness import compare, may_meet
from haengbo.collation.lore import lore
from haengbo.collation.profiles import Profile, profile
from haengbo.knowledge import Knowledge, load

NAMES = (
    "홍가람",
    "홍가룸",
    "민서백",
    "북한",
    "이반 가상로프",
    "표트르 시험스키",
    "러시아",
    "아무개",
)
reports = st.lists(
    st.tuples(
        st.sets(st.sampled_from(NAMES), max_size=4),
        st.sampled_from(("2025-03-04", "2025-03-05", "2025-03", "2025", "../2025-06", None)),
        st.sampled_from(("CONSULT/meeting", "CONSULT/visit", "AGREE/sign", "AGREE")),
    ),
    max_size=7,
)


def profiles(rows: list[tuple[set[str], str | None, str]]) -> list[Profile]:
    pack = lore(load())
    return [
        profile(told(f"쪽{number}", kind, *sorted(names), date=date), pack)
        for number, (names, date, kind) in enumerate(rows)
    ]


@settings(max_examples=150, deadline=None)
@given(reports)
def test_every_pair_without_veto_that_shares_a_side_is_compared(
    rows: list[tuple[set[str], str | None, str]],
) -> None:
    items = profiles(rows)
    pairs = [frozenset((a.told.anchor, b.told.anchor)) for a, b in neighbours(items)]
    assert len(pairs) == len(set(pairs)), "each once"
    for one, other in combinations(items, 2):
        sides = [{p.state or p.name for p in x.told.parts} or {"?"} for x in (one, other)]
        if compare(one, other).veto is None and sides[0] & sides[1] and may_meet(one, other):
            assert frozenset((one.told.anchor, other.told.anchor)) in pairs
            assert one in list(Candidates([one]).of(other))
            assert other in list(Candidates([other]).of(one))


@pytest.mark.parametrize(
    ("first", "second", "compared", "why"),
    [
        ("홍가람", "홍가람", True, "the same person"),
        ("홍가람", "홍가룸", True, "may be a misprint"),
        ("홍가람", "북한", True, "a state says less"),
        ("홍가람", "민서백", False, "other persons of one side"),
    ],
)
def test_what_is_compared(
    first: str, second: str, compared: bool, why: str, knowledge: Knowledge
) -> None:
    pack = lore(knowledge)
    pair = [
        profile(told(page, "CONSULT/visit", f"{name}:s"), pack)
        for page, name in (("가", first), ("나", second))
    ]
    assert bool(list(neighbours(pair))) is compared, why
