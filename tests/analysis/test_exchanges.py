"""Exchanges between two sides and along standing lines, over the samples."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from haengbo.analysis.exchanges import channel_history, day_of, dyad, states_of
from haengbo.cli.main import app
from haengbo.knowledge import Knowledge
from haengbo.knowledge.frames import FrameRow
from haengbo.knowledge.quads import QuadRow
from haengbo.ledger import Ledger
from haengbo.model.reading import Status


def test_a_dyad_counts_what_occurred_between_the_two(
    sample_ledger: Ledger, knowledge: Knowledge
) -> None:
    answer = dyad(sample_ledger.all_events(), ("북한", "러시아"), knowledge)
    assert len(answer.events) > 20
    assert all({"북한", "러시아"} <= states_of(line) for line in answer.events)
    assert all(line.event.status is Status.OCCURRED for line in answer.events)
    counted = {event for row in answer.quads for event in row.events}
    assert counted <= {line.id for line in answer.events}


def test_sides_may_be_given_in_any_order(sample_ledger: Ledger, knowledge: Knowledge) -> None:
    lines = list(sample_ledger.all_events())
    one, other = dyad(lines, ("북한", "중국"), knowledge), dyad(lines, ("중국", "북한"), knowledge)
    assert one.quads == other.quads


def test_gaps_are_the_days_between_meetings(sample_ledger: Ledger, knowledge: Knowledge) -> None:
    answer = channel_history(sample_ledger.all_events(), "foreign", knowledge)
    days = [day_of(m.line) for m in answer.meetings]
    assert None not in days
    assert [m.gap for m in answer.meetings][:1] == [None]
    assert all(m.gap is not None and m.gap >= 0 for m in answer.meetings[1:])


def test_every_type_of_the_frames_has_a_quad_class(knowledge: Knowledge) -> None:
    types = {row.type for row in knowledge.table("event_frames", FrameRow)}
    assert types <= {row.id for row in knowledge.table("quads", QuadRow)}


@pytest.mark.parametrize(
    "arguments", [["dyads", "북", "러시아"], ["channels"], ["channels", "foreign"]]
)
def test_commands(arguments: list[str], sample_location: str) -> None:
    answer = CliRunner().invoke(app, [*arguments, "--ledger", sample_location])
    assert answer.exit_code == 0
    assert answer.stdout


def test_an_unknown_channel_is_wrong_usage(sample_location: str) -> None:
    arguments = ["channels", "nowhere", "--ledger", sample_location]
    assert CliRunner().invoke(app, arguments).exit_code != 0
