"""Queries of addresses → filters of the ledger; the names are those of the command line.

Strict, unlike the pages for people: a name, code or day that is none is 422, not passed over.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Annotated, Literal

from fastapi import Path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from haengbo.ledger import EventFilter, Ledger, StatementFilter
from haengbo.ledger.walking import ExpectationFilter, PageFilter
from haengbo.model.decision import DecisionKind
from haengbo.model.reading import ActorKind, ExpectationKind, Form, Status
from haengbo.web.box import Asked, asked
from haengbo.web.labels import codes
from haengbo.web.query import checked_day, first_day, last_day
from haengbo.web.searching import canonical


def _is_day(value: str) -> str:
    try:
        dt.date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError as error:
        raise ValueError(f"{value} is no day, month or year") from error
    return value


#: No NUL: PostgreSQL has no text with one.
Text = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00]*$")]
#: A name in a path.
Key = Annotated[str, Path(min_length=1, max_length=300, pattern=r"^[^\x00]*$")]
Day = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9]\d{3}(-\d{2}(-\d{2})?)?$"),
    AfterValidator(_is_day),
    Field(json_schema_extra={"format": "day"}),
]
Cursor = Annotated[
    str,
    StringConstraints(min_length=1, max_length=2000, pattern=r"^[A-Za-z0-9_-]*$"),
    Field(json_schema_extra={"format": "cursor"}, description="`next` of the piece before."),
]


def _known(table: str) -> AfterValidator:
    def check(values: list[str]) -> list[str]:
        unknown = [value for value in values if value not in codes(table)]
        if unknown:
            raise ValueError(f"{', '.join(unknown)}: none of {', '.join(codes(table))}")
        return values

    return AfterValidator(check)


def _coded(table: str) -> JsonDict:
    return {"items": {"type": "string", "enum": list(codes(table))}}


class Part(BaseModel):
    """Which piece of a list."""

    model_config = ConfigDict(extra="forbid")
    limit: int = Field(50, ge=1, le=200, description="At most so many.")
    cursor: Cursor | None = None


class Dates(Part):
    """A stretch of time."""

    from_: Day | None = Field(None, alias="from", description="2024, 2024-06 or 2024-06-19.")
    to: Day | None = Field(None, description="As `from`; the whole of it counts.")

    @property
    def since(self) -> str | None:
        """Its first day."""
        return first_day(self.from_)

    @property
    def until(self) -> str | None:
        """Its last day."""
        return last_day(self.to)


class EventQuery(Dates):
    """Which events."""

    who: list[Text] = Field([], description="Canonical names; an event must have all of them.")
    type: Annotated[list[str], _known("type")] = Field(
        [], description="PLOVER types, or-ed.", json_schema_extra=_coded("type")
    )
    mode: Annotated[list[str], _known("mode")] = Field(
        [], description="Modes, or-ed.", json_schema_extra=_coded("mode")
    )
    channel: Annotated[list[str], _known("channel")] = Field(
        [], description="Channels, or-ed.", json_schema_extra=_coded("channel")
    )
    status: list[Status] = Field([], description="Statuses, or-ed.")
    place: Text | None = Field(None, description="Part of a place's name.")
    tag: list[Text] = Field([], description="Tags that people gave; all of them.")
    text: Text | None = Field(None, description="Words that a reporting page must hold.")
    conflicts: bool = Field(False, description="Only events whose reports do not agree.")  # noqa: FBT003
    q: Text | None = Field(
        None, description="As in the search box: `who:최선희 type:협의 after:2024-06 핵심이익`."
    )
    order: Literal["new", "old"] = Field("new", description="By day; undated ones last.")

    def wanted(self, ledger: Ledger) -> EventFilter:
        """The filter."""
        chosen = EventFilter(
            tuple(self.who),
            tuple(self.type),
            tuple(self.mode),
            tuple(self.channel),
            tuple(status.value for status in self.status),
            self.since,
            self.until,
            self.place,
            self.text,
            newest_first=self.order == "new",
            only_conflicting=self.conflicts,
            tags=tuple(self.tag),
        )
        return boxed(ledger, self.q, chosen) if self.q else chosen


def boxed(ledger: Ledger, text: str, chosen: EventFilter | None = None) -> EventFilter:
    """A filter narrowed by what somebody would type into the search box.

    Args:
        ledger: Whose names are meant: ``쇼이구`` is ``세르게이 쇼이구``.
        text: ``who:쇼이구 mode:visit after:2024``.
        chosen: What is narrowed; everything if omitted.
    """
    said = asked(text, lambda name: canonical(ledger, name))
    return narrowed(chosen or EventFilter(), said)


def narrowed(chosen: EventFilter, said: Asked) -> EventFilter:
    """A filter with those of the search box laid over it; what both give is put together."""

    def values(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in said.filters if key == name)

    def last(name: str) -> str | None:
        return next(reversed(values(name)), None)

    words = " ".join(part for part in (chosen.text, said.words) if part)
    return replace(
        chosen,
        who=tuple(dict.fromkeys((*chosen.who, *values("who")))),
        types=(*chosen.types, *(value.upper() for value in values("type"))),
        modes=(*chosen.modes, *values("mode")),
        channels=(*chosen.channels, *values("channel")),
        statuses=(*chosen.statuses, *values("status")),
        since=checked_day(first_day, last("from")) or chosen.since,
        until=checked_day(last_day, last("to")) or chosen.until,
        place=last("place") or chosen.place,
        text=words or None,
        tags=(*chosen.tags, *values("tag")),
    )


class StatementQuery(Dates):
    """Which statements."""

    who: list[Text] = Field([], description="Speakers, or-ed.")
    form: list[Form] = Field([], description="Forms, or-ed.")
    text: Text | None = Field(None, description="Part of the words said.")
    toward: Text | None = Field(None, description="Toward whom it takes a stance.")
    event: Text | None = Field(None, description="Id of the event at which it was made.")
    order: Literal["new", "old"] = Field("new", description="By day; undated ones last.")

    def wanted(self) -> StatementFilter:
        """The filter."""
        return StatementFilter(
            tuple(self.who),
            tuple(form.value for form in self.form),
            self.since,
            self.until,
            self.text,
            self.toward,
            self.event,
            newest_first=self.order == "new",
        )


class ExpectationQuery(Dates):
    """Which expectations; the days are those by which they fall due."""

    kind: list[ExpectationKind] = Field([], description="Kinds, or-ed.")
    who: list[Text] = Field([], description="Who holds or receives it, or their institute; all.")
    text: Text | None = Field(None, description="Part of its words.")

    def wanted(self) -> ExpectationFilter:
        """The filter."""
        kinds = tuple(kind.value for kind in self.kind)
        return ExpectationFilter(kinds, tuple(self.who), self.since, self.until, self.text)


class PageQuery(Dates):
    """Which pages; the days are those of publication."""

    who: list[Text] = Field([], description="Canonical names that a page must hold; all.")
    outlet: list[Text] = Field([], description="Outlets, or-ed.")
    text: Text | None = Field(None, description="Words and “quoted phrases” that it must hold.")

    def wanted(self) -> PageFilter:
        """The filter."""
        return PageFilter(tuple(self.who), tuple(self.outlet), self.since, self.until, self.text)


def happened(chosen: EventFilter) -> EventFilter:
    """A filter that asks for what occurred, unless it asks for another status."""
    return chosen if chosen.statuses else replace(chosen, statuses=(Status.OCCURRED.value,))


class ReadingQuery(Part):
    """Which readings."""

    page: Text | None = Field(None, description="Name or hash of the page.")


class TextOnly(BaseModel):
    """Whether whole texts are asked for."""

    model_config = ConfigDict(extra="forbid")
    text: bool = Field(False, description="Give the text too.")  # noqa: FBT003


class ActorQuery(Part):
    """Which actors."""

    name: Text | None = Field(None, description="Part of the name.")
    kind: list[ActorKind] = Field([], description="Kinds, or-ed; without any, those that act.")


class WordingQuery(BaseModel):
    """Which wordings, of whom."""

    model_config = ConfigDict(extra="forbid")
    term: list[Text] = Field([], max_length=20, description="In any spelling; several.")
    who: list[Text] = Field([], description="Speakers, or-ed.")


class UseQuery(BaseModel):
    """Which wording, of whom."""

    model_config = ConfigDict(extra="forbid")
    term: Text = Field(description="In any spelling.")
    who: list[Text] = Field([], description="Speakers, or-ed.")


class SequelQuery(BaseModel):
    """What is to follow what."""

    model_config = ConfigDict(extra="forbid")
    after: Text = Field(description="The first event: `who:쇼이구 mode:visit`.")
    then: Text = Field(description="The second: `type:MOBILIZE`.")
    days: int = Field(90, ge=1, le=3650, description="Length of the window.")


class DecisionQuery(Part):
    """Which decisions."""

    kind: list[DecisionKind] = Field([], description="Kinds, or-ed.")
    event: Text | None = Field(None, description="Id of the event that it concerned then.")
