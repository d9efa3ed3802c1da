"""Plans and outcomes, visits and what happened during them: linked, not merged."""

from __future__ import annotations

import pytest

from collation.building import told
from haengbo.collation.lore import lore
from haengbo.collation.relations import relate
from haengbo.collation.together import collate
from haengbo.knowledge import Knowledge
from haengbo.model.collation import RelationKind, Told

VISIT = ("CONSULT/visit", "이반 가상로프:s", "북한:t")
TALKS = ("CONSULT/meeting", "홍가람:s", "이반 가상로프:t")


@pytest.mark.parametrize(
    ("first", "second", "kinds", "why"),
    [
        (
            told("가", *VISIT, status="planned"),
            told("나", *VISIT),
            {RelationKind.PLAN, RelationKind.OUTCOME},
            "a plan and what came of it",
        ),
        (
            told("가", *VISIT, date="2025-03-03/2025-03-06"),
            told("가", *TALKS, start=60),
            {RelationKind.PART, RelationKind.WHOLE},
            "a meeting on a day of the visit",
        ),
        (
            told("가", *TALKS),
            told("가", *TALKS, date="2025-03-05", start=60),
            {RelationKind.FOLLOWING_DAY},
            "the same people the next day",
        ),
        (
            told("가", *VISIT),
            told("가", *TALKS, date="2025-06-04", start=60),
            set(),
            "months after",
        ),
        (told("가", *VISIT, status="planned", date="2026-01"), told("나", *VISIT), set(), "later"),
    ],
)
def test_relations(
    first: Told, second: Told, kinds: set[RelationKind], why: str, knowledge: Knowledge
) -> None:
    events = collate([first, second], {}, (), lore(knowledge)).events
    assert len(events) == 2
    relations = relate(events, events)
    assert {relation.kind for relation in relations} == kinds, why
    assert {(r.event, r.other) for r in relations} == {(r.other, r.event) for r in relations}
