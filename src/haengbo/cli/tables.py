"""Views of the ledger → tables for a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from haengbo.cli.language import _
from haengbo.cli.present import FORM_KO, STATUS_KO, event_label

if TYPE_CHECKING:
    from rich.table import Table

    from haengbo.ledger.views import (
        ActorDetail,
        ArticleDetail,
        EventDetail,
        EventLine,
        SearchHit,
        StatementLine,
    )
    from haengbo.model.collation import Event

_LONGEST = 90
#: Columns where the output is no terminal.
_PIPED = 160


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    """A plain table."""
    from rich import box  # noqa: PLC0415 - only where it is shown
    from rich.table import Table  # noqa: PLC0415

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for number, name in enumerate(columns):
        # The first column is what one copies: it is never cut
        made.add_column(_(name), no_wrap=number == 0, overflow="fold")
    for row in rows:
        made.add_row(*row)
    return made


def show(*items: Any) -> None:  # noqa: ANN401 - whatever rich can show
    """Print to standard output; names in brackets are text, not markup."""
    from rich.console import Console  # noqa: PLC0415

    width = None if sys.stdout.isatty() else _PIPED
    console = Console(markup=False, highlight=False, emoji=False, width=width)
    for item in items:
        console.print(item)


def counts(line: EventLine) -> str:
    """``보도 3 · 원천 2 · 목소리 1``."""
    return _(
        "보도 %(pages)s · 원천 %(origins)s · 목소리 %(voices)s",
        pages=line.pages,
        origins=line.origins,
        voices=line.voices,
    )


def event_table(lines: Iterable[EventLine]) -> Table:
    """Events, one a row."""
    return table(
        ("사건", "날짜", "무엇", "상태", "장소", "보도/원천/목소리"),
        (
            (
                line.id,
                line.event.date or "—",
                event_label(line.event),
                _(STATUS_KO[line.event.status.value]),
                line.event.place or "",
                f"{line.pages}/{line.origins}/{line.voices}"
                + (" ≠" if line.event.discrepancies else ""),
            )
            for line in lines
        ),
    )


def past_table(events: Iterable[Event]) -> Table:
    """Events of a past state, one a row."""
    return table(
        ("사건", "날짜", "무엇", "상태", "장소", "원천"),
        (
            (
                event.id,
                event.date or "—",
                event_label(event),
                _(STATUS_KO[event.status.value]),
                event.place or "",
                str(len(event.origins)),
            )
            for event in events
        ),
    )


def statement_table(lines: Iterable[StatementLine]) -> Table:
    """Statements, one a row."""
    return table(
        ("날짜", "누가", "꼴", "말", "쪽", "전언"),
        (
            (
                line.day or "—",
                ", ".join(line.statement.speaker),
                _(FORM_KO[line.statement.form.value]),
                _short(line.text),
                line.page.name,
                " → ".join(line.chain),
            )
            for line in lines
        ),
    )


def hit_table(hits: Iterable[SearchHit]) -> Table:
    """Pages found, one a row."""
    return table(
        ("날짜", "매체", "제목", "쪽", "사건"),
        (
            (
                hit.page.day or "—",
                hit.page.outlet or "",
                _short(hit.page.title or hit.snippet.text),
                hit.page.name,
                str(hit.events),
            )
            for hit in hits
        ),
    )


def event_text(detail: EventDetail) -> list[Any]:
    """One event: head, fields, discrepancies, reports, statements."""
    event = detail.event
    head = f"{event.id}  {event.date or _('날짜 없음')}  {event_label(event)}"
    items: list[Any] = [head, f"“{event.sentence}”", counts(detail.line)]
    if detail.redirected:
        items.append(f"({detail.redirected} → {event.id})")
    items.append(
        table(
            ("항목", "값", "쪽", "원천"),
            (
                (line.name, value.value, ", ".join(value.pages), ", ".join(value.origins))
                for line in event.fields
                for value in line.values
            ),
        )
    )
    if event.discrepancies:
        items.append(
            table(
                ("어긋남", "값", "쪽"),
                (
                    (item.field, value.value, ", ".join(value.pages))
                    for item in event.discrepancies
                    for value in item.values
                ),
            )
        )
    items.append(
        table(
            ("쪽", "전언 경로", "문장", "까닭"),
            (
                (
                    report.page.name,
                    " → ".join(step.name for step in report.chain) or (report.page.wire or ""),
                    _short(report.sentence),
                    ", ".join(report.reasons),
                )
                for report in (*detail.reports, *detail.earlier)
            ),
        )
    )
    if detail.statements:
        items.append(statement_table(detail.statements))
    if detail.related:
        items.append(
            table(
                ("관련", "사건", "까닭"),
                (
                    (
                        r.relation.kind.value,
                        f"{r.line.id} {event_label(r.line.event)}",
                        r.relation.reason,
                    )
                    for r in detail.related
                ),
            )
        )
    return items


def article_text(detail: ArticleDetail) -> list[Any]:
    """One page: head, events, statements, copies."""
    page = detail.page
    items: list[Any] = [
        f"{page.name}  {page.title or ''}",
        f"{page.outlet or _('매체 모름')} · {page.day or _('날짜 모름')} · {page.sha256[:12]}",
        event_table(detail.event_lines),
    ]
    if detail.statements:
        items.append(statement_table(detail.statements))
    items += [f"{copy.direction}: {copy.page.name} ({copy.reason})" for copy in detail.copies]
    return items


def actor_text(detail: ActorDetail) -> list[Any]:
    """One actor: roles, spellings, events."""
    return [
        _(
            "%(name)s (%(kind)s) · 쪽 %(pages)s",
            name=detail.name,
            kind=detail.kind,
            pages=detail.pages,
        ),
        table(
            ("직함", "소속", "처음", "마지막", "쪽"),
            (
                (r.title, r.of or "", r.first_day or "", r.last_day or "", str(r.pages))
                for r in detail.roles
            ),
        ),
        _("표기: ") + ", ".join(f"{s.surface}({s.pages})" for s in detail.spellings),
        event_table(detail.events),
    ]
