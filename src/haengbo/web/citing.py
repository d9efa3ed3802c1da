"""An event → how to cite it: a sentence, BibTeX, CSL-JSON. The day of access is the caller's."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from haengbo import __version__
from haengbo.ledger.views import EventLine

_SPECIAL = re.compile(r"([\\{}%&#$_~^])")


def _counts(line: EventLine) -> str:
    return f"보도 {line.pages} · 원천 {line.origins} · 목소리 {line.voices}"


def citation(line: EventLine, accessed: dt.date) -> str:
    """The event in one Korean sentence for a footnote."""
    when = f", {line.event.date}" if line.event.date else ""
    return (
        f"「{line.event.label_ko}」{when}. 『행보』 판 {__version__}, 기록 {line.id}, "
        f"{_counts(line)}. {accessed:%Y}년 {accessed.month}월 {accessed.day}일 열람."
    )


def bibtex(line: EventLine, accessed: dt.date) -> str:
    """The event as a BibTeX entry (biblatex dates are EDTF too)."""
    fields = {
        "title": line.event.label_ko,
        "date": line.event.date or "",
        "organization": f"haengbo {__version__}",
        "note": f"{line.id}: {_counts(line)}",
        "urldate": accessed.isoformat(),
    }
    rows = [f"  {name} = {{{_escaped(value)}}}" for name, value in fields.items() if value]
    return f"@misc{{haengbo:{line.id},\n" + ",\n".join(rows) + "\n}\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda m: r"\textbackslash{}" if m[1] == "\\" else f"\\{m[1]}", text)


def csl(line: EventLine, accessed: dt.date) -> list[dict[str, Any]]:
    """The event as CSL-JSON."""
    record: dict[str, Any] = {
        "id": f"haengbo:{line.id}",
        "type": "entry",
        "title": line.event.label_ko,
        "container-title": "행보",
        "version": __version__,
        "note": f"{line.id}: {_counts(line)}",
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]},
    }
    if line.day:
        record["issued"] = {"date-parts": [[int(part) for part in line.day.split("-")]]}
    return [record]
