"""Words selected on a page and what a person says of them → a finding to be added."""

from __future__ import annotations

from starlette.datastructures import FormData

from haengbo.errors import UsageError
from haengbo.ledger.additions import Added
from haengbo.model.edtf import parse_or_none
from haengbo.model.reading import (
    EventReport,
    Form,
    Participant,
    ParticipantRole,
    Statement,
    Status,
)
from haengbo.model.span import Span
from haengbo.model.unseen import level
from haengbo.web.labels import codes
from haengbo.web.query import whole


def _text(form: FormData, name: str) -> str | None:
    value = form.get(name)
    return value.strip() or None if isinstance(value, str) else None


def span_of(form: FormData, text: str) -> Span:
    """The selected place; words without a place are looked for, and must stand there once.

    Raises:
        UsageError: Nothing is selected, or it cannot be told where.
    """
    quote = quote_of(form)
    start, end = whole(_text(form, "start") or ""), whole(_text(form, "end") or "")
    if start is not None and end is not None and start < end <= len(text):
        return Span(start, end)
    shown = level(text)
    found = shown.count(quote)
    if found != 1:
        said = "이 쪽에 없는 말이다" if not found else f"이 쪽에 {found}번 나온다: 더 길게 고른다"
        raise UsageError(f"“{quote}”: {said}")
    at = shown.index(quote)
    return Span(at, at + len(quote))


def quote_of(form: FormData) -> str:
    """The selected words as they stand on the page.

    Raises:
        UsageError: There are none.
    """
    quote = form.get("quote")
    if not isinstance(quote, str) or not quote.strip():
        raise UsageError("글에서 더할 대목을 고르지 않았다")
    return quote.replace("\r\n", "\n").strip()


def added_of(form: FormData, text: str) -> Added:
    """The finding that a form describes.

    Fields: ``quote``, ``start`` and ``end`` if known; ``what`` (event or statement), ``type``,
    ``mode``, ``status``, ``date``, ``place``, ``who`` (names, separated by commas), ``form``.

    Args:
        form: As sent.
        text: Of the article.

    Raises:
        UsageError: Something needed is missing or is no such value.
    """
    span = span_of(form, text)
    names = tuple(n.strip() for n in (_text(form, "who") or "").split(",") if n.strip())
    if not names:
        raise UsageError("누가 한 일인지(누구의 말인지) 적지 않았다")
    date = _text(form, "date")
    if date and parse_or_none(date) is None:
        raise UsageError(f"날짜를 알아볼 수 없다: {date}")
    if _text(form, "what") == "statement":
        return Added(span.of(text), statement=_statement(form, span, names, date))
    return Added(span.of(text), event=_event(form, span, names, date))


def _code(form: FormData, table: str, *, needed: bool = False) -> str | None:
    value = _text(form, table)
    if value in codes(table):
        return value
    if value or needed:
        raise UsageError(f"그런 값은 없다: {table} {value or ''}")
    return None


def _event(form: FormData, span: Span, names: tuple[str, ...], date: str | None) -> EventReport:
    return EventReport(
        id="e0",
        type=_code(form, "type", needed=True) or "",
        mode=_code(form, "mode"),
        status=Status(_code(form, "status") or "occurred"),
        date=date,
        place=_text(form, "place"),
        participants=tuple(Participant(name, ParticipantRole.PARTY) for name in names),
        topics=(),
        chain=(),
        evidence=(span,),
        span=span,
        rule="",
        confidence=1.0,
    )


def _statement(form: FormData, span: Span, names: tuple[str, ...], date: str | None) -> Statement:
    return Statement(
        id="s0",
        speaker=names,
        form=Form(_code(form, "form") or "direct"),
        span=span,
        addressee=(),
        occasion=None,
        stance=(),
        chain=(),
        date=date,
        rule="",
        confidence=1.0,
    )
