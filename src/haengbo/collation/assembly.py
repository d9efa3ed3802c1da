"""One group of reports → an ``Event``: fields, origins, graph, discrepancies, channel, labels.

What people decided about fields is laid over what the reports say; the reports' own values stay
visible. The id comes from the smallest anchor of the group.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from haengbo.collation.channels import channel_of
from haengbo.collation.clusters import Cluster
from haengbo.collation.conflicts import conflicts_of
from haengbo.collation.fields import by_name, fields_of
from haengbo.collation.labels import label_en, label_ko, spokesman
from haengbo.collation.lore import Lore
from haengbo.collation.origins import Originals, graph_of, origins_of, voices_of
from haengbo.model.collation import Anchor, Channel, Event, EventField, EventPart, Told
from haengbo.model.decision import Decision
from haengbo.model.reading import ParticipantRole, Status

#: Hexadecimal digits of an event's id.
_ID_DIGITS = 12
_TOPICS = 6
_NORTH = "북한"
#: Fields that a person sets as text.
_PLAIN = ("date", "place", "type", "mode", "label_ko", "label_en")
_ROLES = (ParticipantRole.SOURCE, ParticipantRole.PARTY, ParticipantRole.TARGET)


def event_id(anchors: Iterable[Anchor]) -> str:
    """The id of an event with these reports."""
    digest = hashlib.sha256(min(anchors).text.encode()).hexdigest()
    return f"e{digest[:_ID_DIGITS]}"


def _most_frequent(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _kind(told: Sequence[Told]) -> tuple[str, str | None]:
    """Type and mode that most reports have, the mode among reports of that type."""
    type_ = _most_frequent(item.report.type for item in told) or told[0].report.type
    return type_, _most_frequent(i.report.mode for i in told if i.report.type == type_)


def participants_of(told: Sequence[Told]) -> tuple[EventPart, ...]:
    """Everybody who is named, as what most pages name them; a state gives way to its people.

    A state stays where some report names it beside its people.
    """
    pages: dict[str, set[str]] = {}
    roles: dict[str, Counter[ParticipantRole]] = {}
    about: dict[str, tuple[str | None, str | None]] = {}
    for item in told:
        for part in item.parts:
            pages.setdefault(part.name, set()).add(item.anchor.page)
            roles.setdefault(part.name, Counter())[part.role] += 1
            kind, state = about.get(part.name, (None, None))
            about[part.name] = (kind or part.kind, state or part.state)
    parts = [
        EventPart(
            name,
            min(roles[name], key=lambda role: (-roles[name][role], _ROLES.index(role))),
            *about[name],
            len(pages[name]),
        )
        for name in pages
    ]
    kept = [part for part in parts if not _stands_for_people(part, parts, told)]
    return tuple(sorted(kept, key=_order))


def _order(part: EventPart) -> tuple[int, int, bool, str]:
    """By role, then by how many pages name them, the North's side first."""
    return (_ROLES.index(part.role), -part.pages, part.state != _NORTH, part.name)


def _stands_for_people(part: EventPart, parts: Sequence[EventPart], told: Sequence[Told]) -> bool:
    if part.kind != "state":
        return False
    people = {p.name for p in parts if p.state == part.name and p.kind == "person"}
    if not people:
        return False
    beside = any(
        part.name in names and names & people
        for names in ({p.name for p in item.parts} for item in told)
    )
    return not beside


def assemble(
    cluster: Cluster, originals: Originals, decisions: Sequence[Decision], lore: Lore
) -> Event:
    """Make the event of a group.

    Args:
        cluster: Its reports and why they belong.
        originals: Pages whose text is another's, with the original.
        decisions: Corrections of this event's fields, oldest first.
        lore: The pack.
    """
    told = cluster.told
    type_, mode = _kind(told)
    kind = lore.kind(type_, mode)
    lines = fields_of(told, originals, lore)
    named = by_name(lines)
    date, place = named["date"].value, named["place"].value
    parts = participants_of(told)
    origins = origins_of(told, originals, lore)
    topics = Counter(topic for item in told for topic in dict.fromkeys(item.report.topics))
    ordered_topics = tuple(sorted(topics, key=lambda topic: (-topics[topic], topic))[:_TOPICS])
    chosen = spokesman(told, date, originals)
    event = Event(
        id=event_id(member.anchor for member in cluster.members),
        type=type_,
        mode=mode,
        status=Status(named["status"].value or told[0].report.status.value),
        date=date,
        place=place,
        channel=channel_of(told, kind, lore),
        participants=parts,
        label_ko=label_ko(parts, kind, ordered_topics[0] if ordered_topics else None, lore),
        label_en=label_en(parts, kind, lore),
        sentence=chosen.sentence,
        sentence_at=chosen.anchor,
        members=cluster.members,
        origins=origins,
        voices=voices_of(origins),
        fields=_with_people(lines, parts),
        discrepancies=conflicts_of(told, lines, originals, lore),
        graph=graph_of(told, originals, lore),
        topics=ordered_topics,
        confidence=max(item.report.confidence for item in told),
        decided=cluster.decided or bool(decisions),
    )
    for decision in decisions:
        event = corrected(event, decision)
    return event


def _with_people(lines: Sequence[EventField], parts: Sequence[EventPart]) -> tuple[EventField, ...]:
    """The line of participants shows all of them, not only the most named."""
    names = ", ".join(part.name for part in parts)
    return tuple(
        replace(line, value=names or None) if line.name == "participants" else line
        for line in lines
    )


def corrected(event: Event, decision: Decision) -> Event:
    """The event with one field as a person set it; unknown fields and values change nothing."""
    field, value = decision.field, decision.value
    if field is None or value is None:
        return event
    lines = tuple(replace(f, value=value) if f.name == field else f for f in event.fields)
    event = replace(event, fields=lines)
    if field == "status" and value in list(Status):
        return replace(event, status=Status(value))
    if field == "channel" and value in list(Channel):
        return replace(event, channel=Channel(value))
    if field == "participants":
        return replace(event, participants=_named(event.participants, value))
    if field in _PLAIN:
        changes: dict[str, Any] = {field: value}
        return replace(event, **changes)
    return event


def _named(parts: Sequence[EventPart], value: str) -> tuple[EventPart, ...]:
    known = {part.name: part for part in parts}
    names = [name.strip() for name in value.split(",") if name.strip()]
    return tuple(
        known.get(name, EventPart(name, ParticipantRole.PARTY, None, None, 0)) for name in names
    )
