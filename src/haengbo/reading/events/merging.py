"""Drafts → events: every happening of a page once.

Comes in: ``Draft``s in order of the text. Goes out: ``EventReport``s, numbered in order of the
text. What a later account adds (names, place, precision) is added; what it contradicts makes a
second event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from haengbo.model.reading import EventReport
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.happening import Happening, only_adds
from haengbo.reading.events.identity import likeness
from haengbo.reading.events.world import World


def merge(drafts: Sequence[Draft], world: World) -> tuple[EventReport, ...]:
    """One event per happening, numbered in order of the text."""
    kinds: dict[tuple[str, str | None], list[Happening]] = {}
    for draft in sorted(drafts, key=_rank):
        happenings = kinds.setdefault((draft.frame.type, draft.frame.mode), [])
        found = _find(happenings, draft, world)
        if found is None and only_adds(draft):
            continue
        if found is None:
            found = Happening([], status=draft.status)
            happenings.append(found)
        found.add(draft, world)
    every = (happening for happenings in kinds.values() for happening in happenings)
    ordered = sorted(every, key=lambda h: min(d.span for d in h.drafts))
    return tuple(h.report(f"e{number}") for number, h in enumerate(ordered, 1))


def _rank(draft: Draft) -> tuple[bool, bool, int]:
    """What a verb tells in the body comes first: others are measured by it."""
    return (draft.caption, not draft.told, draft.span.start)


def _find(happenings: Iterable[Happening], draft: Draft, world: World) -> Happening | None:
    scored = [(score, h) for h in happenings if (score := likeness(h, draft, world)) > 0]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None
