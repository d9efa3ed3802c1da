"""What two sides share is found by names and by whom people act for; so is what was said."""

from __future__ import annotations

import pytest

from haengbo.analysis.exchanges import states_of
from haengbo.ledger import Ledger
from haengbo.ledger.between import (
    events_between,
    people_of,
    statements_at,
    statements_toward,
)


@pytest.mark.parametrize(
    ("sides", "why"),
    [
        (("북한", "러시아"), "states, by those who act for them"),
        (("최선희", "세르게이 라브로프"), "people"),
        (("북한", "세르게이 라브로프"), "a state and a person"),
        (("북한", "아무도 모르는 나라"), "nothing with somebody unknown"),
    ],
)
def test_the_same_events_as_by_looking_at_all(
    sample_ledger: Ledger, sides: tuple[str, str], why: str
) -> None:
    with sample_ledger.reading() as session:
        found = [line.id for line in events_between(session, sides)]
    wanted = {line.id for line in sample_ledger.all_events() if set(sides) <= states_of(line)}
    assert set(found) == wanted, why
    assert len(found) == len(wanted)


def test_a_channel_is_oldest_first(sample_ledger: Ledger) -> None:
    with sample_ledger.reading() as session:
        found = events_between(session, (), "foreign")
    days = [line.day or "9999" for line in found]
    assert days == sorted(days)
    assert found
    assert {line.event.channel for line in found} == {"foreign"}


def test_what_was_said_of_somebody(sample_ledger: Ledger) -> None:
    with sample_ledger.reading() as session:
        people = people_of(session, "북한")
        said = statements_toward(session, people, "러시아")
    assert {"북한", "김정은", "최선희"} <= people
    assert "블라디미르 푸틴" not in people
    assert said
    for line in said:
        assert people & set(line.statement.speaker)
        assert "러시아" in {stance.toward for stance in line.statement.stance}
    days = [line.day or "" for line in said]
    assert days == sorted(days, reverse=True)


def test_what_was_said_at_events(sample_ledger: Ledger) -> None:
    with sample_ledger.reading() as session:
        events = {line.id for line in events_between(session, (), "summit")}
        said = statements_at(session, events)
        assert statements_at(session, ()) == ()
    assert said
    assert {line.event for line in said} <= events
