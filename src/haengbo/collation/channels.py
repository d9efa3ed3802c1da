"""An event's reports → the standing line it belongs to, by the offices of those who took part.

Two heads make it ``summit``; else the offices below the head decide (김정은 receiving a minister of
defence is ``defence``), else the kind of event, else words of the account, else heads alone. Where
nothing speaks there is no channel. Events that the North has no part in are ``third``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from haengbo.collation.lore import Lore
from haengbo.knowledge.collating import EventKindRow
from haengbo.model.collation import Channel, Part, Told

_HEAD = "정상"
_NORTH = "북한"


def _titles(part: Part, on: str | None, lore: Lore) -> tuple[str, ...]:
    """What the pack knows of that day goes before what the page prints."""
    return lore.titles_of(part.name, on) or part.titles


def _offices(told: Sequence[Told], lore: Lore) -> tuple[set[str], Counter[str]]:
    """States whose head takes part, and channels of all other offices by how often."""
    heads: set[str] = set()
    lines: Counter[str] = Counter()
    for item in told:
        for part in item.parts:
            titles = _titles(part, item.report.date, lore)
            ranks = {lore.rank_of(title, part.state) for title in titles}
            if _HEAD in ranks:
                heads.add(part.state or part.name)
                continue
            found = [line for title in titles if (line := lore.channel_of(title))]
            lines.update(found[:1])
    return heads, lines


def _by_words(told: Sequence[Told], lore: Lore) -> str | None:
    counts: Counter[str] = Counter()
    for item in told:
        for row in lore.channels:
            counts[row.id] += sum(word in item.sentence for word in row.words)
    best = max(lore.channels, key=lambda row: counts[row.id], default=None)
    return best.id if best is not None and counts[best.id] else None


def _about_the_north(item: Told, lore: Lore) -> bool:
    """Whether the North takes part, is where it happens, or is named in the sentence.

    The ratification of a treaty with the North by the other side is no third state's affair.
    """
    if any(part.state == _NORTH for part in item.parts) or not item.parts:
        return True
    return _NORTH in lore.states_in(f"{item.report.place or ''} {item.sentence}")


def channel_of(told: Sequence[Told], kind: EventKindRow, lore: Lore) -> Channel | None:
    """The channel of an event.

    Args:
        told: Its reports.
        kind: Its kind.
        lore: The pack.
    """
    if not any(_about_the_north(item, lore) for item in told):
        return Channel.THIRD
    heads, lines = _offices(told, lore)
    if len(heads) > 1:
        return Channel.SUMMIT
    if lines:
        return Channel(min(lines, key=lambda line: (-lines[line], line)))
    found = kind.channel or ("summit" if heads else None) or _by_words(told, lore)
    return Channel(found) if found else None
