"""``haengbo events``: the chronicle in the terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import typer

from haengbo.cli.filters import (
    AsOfOption,
    ChannelOption,
    FromOption,
    LimitOption,
    ModeOption,
    PlaceOption,
    StatusOption,
    TagOption,
    TextOption,
    ToOption,
    TypeOption,
    WhoOption,
    event_filter,
)
from haengbo.cli.options import JsonOption, LedgerOption, ledger_location

if TYPE_CHECKING:
    from haengbo.ledger import EventFilter, Ledger


def events(
    ledger: LedgerOption = None,
    who: WhoOption = None,
    type: TypeOption = None,  # noqa: A002 - the option's name
    mode: ModeOption = None,
    channel: ChannelOption = None,
    status: StatusOption = None,
    since: FromOption = None,
    until: ToOption = None,
    place: PlaceOption = None,
    text: TextOption = None,
    tag: TagOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 50,
    as_json: JsonOption = False,
) -> None:
    """사건을 새것부터 보인다."""
    from haengbo.cli.tables import event_table, show  # noqa: PLC0415 - heavy, lazy
    from haengbo.export import event_records  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415

    wanted = event_filter(
        who=who,
        types=type,
        modes=mode,
        channels=channel,
        statuses=status,
        since=since,
        until=until,
        place=place,
        text=text,
        tags=tag,
    )
    opened = Ledger.open(ledger_location(ledger), create=False)
    if as_of is not None:
        _past(opened, as_of, wanted, limit=limit, as_json=as_json)
        return
    if as_json:
        for number, record in enumerate(event_records(opened, wanted)):
            if number == limit:
                break
            print(json.dumps(record, ensure_ascii=False))
        return
    listing = opened.events(wanted, size=limit)
    show(event_table(listing.items), f"{len(listing.items)} / {listing.total}")


def _past(opened: Ledger, as_of: str, wanted: EventFilter, *, limit: int, as_json: bool) -> None:
    """Print events as they stood at a moment."""
    from haengbo.cli.tables import past_table, show  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger.records import encode  # noqa: PLC0415

    found = opened.events_at(as_of, wanted)[::-1]
    if as_json:
        for event in found[:limit]:
            print(json.dumps(json.loads(encode(event)), ensure_ascii=False))
        return
    show(past_table(found[:limit]), f"{min(limit, len(found))} / {len(found)} ({as_of})")


def register(app: typer.Typer) -> None:
    """Mount ``haengbo events``."""
    app.command()(events)
