"""An event → a short label in Korean and English, and the sentence that stands for it.

The label says who and what (``최선희–리젠코프 회담``); the sentence is the evidence of the most
reliable report, never composed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from haengbo.collation.lore import Lore
from haengbo.collation.origins import Originals
from haengbo.knowledge.collating import EventKindRow
from haengbo.model.collation import ERASED, EventPart, Told
from haengbo.model.entry import ENTERED
from haengbo.model.reading import ParticipantRole

#: Names on one side of a label; the rest is counted.
_MOST = 2
_COMFORTABLE = 30, 220


def _listed(parts: Sequence[EventPart], show: Callable[[EventPart], str], mark: str) -> str:
    names = list(dict.fromkeys(show(part) for part in parts))
    rest = len(names) - _MOST
    shown = mark.join(names[:_MOST])
    return f"{shown} 외 {rest}" if rest > 0 else shown


def _sides(parts: Sequence[EventPart]) -> tuple[list[EventPart], list[EventPart]]:
    """Who acts and whom it is done to; others who were there only where nobody is acted upon."""
    targets = [part for part in parts if part.role is ParticipantRole.TARGET]
    acting = [part for part in parts if part.role is not ParticipantRole.TARGET]
    sources = [part for part in acting if part.role is ParticipantRole.SOURCE]
    return (sources if sources and targets else acting), targets


def label_ko(parts: Sequence[EventPart], kind: EventKindRow, topic: str | None, lore: Lore) -> str:
    """Korean label.

    Example:
        ``쇼이구, 북한 방문`` or ``김정은–푸틴 회담``.
    """

    def show(part: EventPart) -> str:
        return lore.short(part.name) if part.kind == "person" else part.name

    acting, targets = _sides(parts)
    if not acting and not targets:
        return f"{topic} {kind.ko}" if topic else kind.ko
    if not targets or not acting:
        return f"{_listed(acting or targets, show, '–')} {kind.ko}"
    if kind.mutual:
        return f"{_listed(acting, show, '·')}–{_listed(targets, show, '·')} {kind.ko}"
    return f"{_listed(acting, show, '·')}, {_listed(targets, show, '·')} {kind.ko}"


def label_en(parts: Sequence[EventPart], kind: EventKindRow, lore: Lore) -> str:
    """English label; names that the pack has no English for stay Korean.

    Example:
        ``Kim Jong Un – Vladimir Putin: meeting``.
    """

    def show(part: EventPart) -> str:
        return lore.english(part.name)

    acting, targets = _sides(parts)
    arrow = " – " if kind.mutual else " → "
    mark = arrow if kind.mutual and not targets else ", "
    sides = [_listed(side, show, mark).replace(" 외 ", " +") for side in (acting, targets) if side]
    return f"{arrow.join(sides)}: {kind.en}" if sides else kind.en


def spokesman(told: Sequence[Told], date: str | None, originals: Originals) -> Told:
    """The report whose sentence stands for the event.

    A page goes before what was entered by hand, an original before a copy, one with the event's
    date before others, one whose sentence names more of the participants, then confidence,
    length and anchor.
    """

    def order(item: Told) -> tuple[object, ...]:
        named = sum(
            any(surface in item.sentence for surface in (part.name, *part.surfaces))
            for part in item.parts
        )
        low, high = _COMFORTABLE
        comfortable = low <= len(item.sentence) <= high
        return (
            item.sentence == ERASED,
            item.report.rule.startswith(ENTERED),
            item.anchor.page in originals,
            item.report.date != date,
            not comfortable,
            -named,
            -item.report.confidence,
            item.anchor,
        )

    return min(told, key=order)
