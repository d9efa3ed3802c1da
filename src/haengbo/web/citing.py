"""An event → how to cite it in a footnote. The day of access is the caller's."""

from __future__ import annotations

import datetime as dt

from haengbo import __version__
from haengbo.ledger.views import EventLine


def _counts(line: EventLine) -> str:
    return f"보도 {line.pages} · 원천 {line.origins} · 목소리 {line.voices}"


def citation(line: EventLine, accessed: dt.date) -> str:
    """The event in one Korean sentence for a footnote."""
    when = f", {line.event.date}" if line.event.date else ""
    return (
        f"「{line.event.label_ko}」{when}. 『행보』 판 {__version__}, 기록 {line.id}, "
        f"{_counts(line)}. {accessed:%Y}년 {accessed.month}월 {accessed.day}일 열람."
    )
