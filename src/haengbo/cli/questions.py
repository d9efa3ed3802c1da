"""A question in the words of the search box → a filter of events: ``who:쇼이구 mode:visit``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from haengbo.ledger import EventFilter


def filter_of(text: str) -> EventFilter:
    """The filter that a question asks for; without a ``status:`` what occurred.

    Raises:
        UsageError: A date that cannot be read.
    """
    from haengbo.cli.filters import event_filter  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.knowledge.gazetteer import gazetteer  # noqa: PLC0415
    from haengbo.web.box import asked  # noqa: PLC0415

    names = gazetteer(load())
    said = asked(text, lambda name: names.canonical(name) or name)

    def values(name: str) -> list[str]:
        return [value for key, value in said.filters if key == name]

    return event_filter(
        who=values("who"),
        types=values("type"),
        modes=values("mode"),
        channels=values("channel"),
        statuses=values("status") or ["occurred"],
        since=next(iter(values("from")), None),
        until=next(iter(values("to")), None),
        place=next(iter(values("place")), None),
        text=said.words or None,
        tags=values("tag"),
    )
