"""Filter options that all commands over the ledger share, and the filters they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.errors import UsageError

if TYPE_CHECKING:
    from haengbo.ledger import EventFilter, StatementFilter

WhoOption = Annotated[
    list[str] | None, typer.Option("--who", help="참가자나 발언자의 이름 (여러 번 줄 수 있다).")
]
TypeOption = Annotated[
    list[str] | None, typer.Option("--type", help="PLOVER 유형: CONSULT, AGREE, ACCUSE …")
]
ModeOption = Annotated[
    list[str] | None, typer.Option("--mode", help="방식: meeting, visit, sign …")
]
ChannelOption = Annotated[
    list[str] | None, typer.Option("--channel", help="통로: summit, foreign, defence …")
]
StatusOption = Annotated[
    list[str] | None, typer.Option("--status", help="occurred, planned, predicted, denied …")
]
FromOption = Annotated[
    str | None, typer.Option("--from", help="이날부터 (2024, 2024-06, 2024-06-19)")
]
ToOption = Annotated[str | None, typer.Option("--to", help="이날까지")]
PlaceOption = Annotated[str | None, typer.Option("--place", help="장소 이름의 일부")]
TagOption = Annotated[
    list[str] | None,
    typer.Option("--tag", help="사람이 붙인 꼬리표 (여러 번 주면 모두 있어야 한다)."),
]
TextOption = Annotated[str | None, typer.Option("--text", help="보도에 나오는 낱말")]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="그때의 장부: 날짜, 시각 또는 판 이름")
]
LimitOption = Annotated[int, typer.Option("--limit", min=1, help="많아야 이만큼 보인다.")]


def _day(value: str | None, *, last: bool) -> str | None:
    """First or last day of a year, month or day that the user gives."""
    from haengbo.model import edtf  # noqa: PLC0415 - lazy

    if value is None:
        return None
    days = edtf.parse_or_none(value)
    if days is None:
        raise UsageError(f"날짜로 읽을 수 없다: {value} (예: 2024, 2024-06, 2024-06-19)")
    return (days.latest if last else days.earliest).isoformat()


def event_filter(
    *,
    who: list[str] | None = None,
    types: list[str] | None = None,
    modes: list[str] | None = None,
    channels: list[str] | None = None,
    statuses: list[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    place: str | None = None,
    text: str | None = None,
    tags: list[str] | None = None,
) -> EventFilter:
    """The filter that the options ask for.

    Raises:
        UsageError: A date that cannot be read.
    """
    from haengbo.ledger import EventFilter  # noqa: PLC0415 - heavy, lazy

    return EventFilter(
        tuple(who or ()),
        tuple(value.upper() for value in types or ()),
        tuple(modes or ()),
        tuple(channels or ()),
        tuple(statuses or ()),
        _day(since, last=False),
        _day(until, last=True),
        place,
        text,
        tags=tuple(tags or ()),
    )


def statement_filter(
    *,
    who: list[str] | None = None,
    forms: list[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
) -> StatementFilter:
    """As ``event_filter``, for statements.

    Raises:
        UsageError: A date that cannot be read.
    """
    from haengbo.ledger import StatementFilter  # noqa: PLC0415 - heavy, lazy

    return StatementFilter(
        tuple(who or ()),
        tuple(forms or ()),
        _day(since, last=False),
        _day(until, last=True),
        text,
    )
