"""Sources and events → bibliographies: CSL-JSON (Zotero, pandoc) and BibTeX (LaTeX, JabRef).

A page is an article in a newspaper by its reporters; an event is an entry of this chronicle.
Invariant: every entry has a key of its own that stays the same; dates are no more precise than
known; the day of access is the given one or is not there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from haengbo import __version__
from haengbo.export.pages import SourcePage, wanted_pages
from haengbo.export.wanted import Subject, Wanted, wanted_events
from haengbo.ledger.views import EventLine
from haengbo.model import edtf
from haengbo.model.unseen import level

_KEY_DIGITS = 12
_SPECIAL = {
    "\\": r"\textbackslash{}",
    # An escaped brace still counts when BibTeX looks for the end of a field
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&#$_"},
}
_SPECIALS = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")
_URL_BREAKERS = {ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C", ord(" "): "%20"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a bibliography.

    Attributes:
        key: Its key.
        subject: A page or an event.
        title: Headline or label.
        container: Newspaper or chronicle.
        authors: Reporters.
        date: EDTF, or ``None``.
        url: Address, or ``None``.
        note: What else a reader should know, or ``None``.
    """

    key: str
    subject: Subject
    title: str
    container: str | None
    authors: tuple[str, ...]
    date: str | None
    url: str | None
    note: str | None

    @property
    def is_page(self) -> bool:
        """Whether it is a page."""
        return self.subject is Subject.PAGES


def entries(wanted: Wanted) -> Iterator[Entry]:
    """What is wanted, as entries: pages or events."""
    if wanted.subject is Subject.PAGES:
        yield from map(_page_entry, wanted_pages(wanted))
    else:
        yield from (_event_entry(line) for line, _ in wanted_events(wanted))


def _page_entry(page: SourcePage) -> Entry:
    ref = page.ref
    notes = [f"원문 {ref.wire}"] if ref.wire else []
    notes += [f"{page.copy_of}와 같은 글"] if page.copy_of else []
    return Entry(
        f"haengbo:p{ref.sha256[:_KEY_DIGITS]}",
        Subject.PAGES,
        ref.title or ref.name,
        ref.outlet,
        page.authors,
        page.published,
        ref.url,
        "; ".join(notes) or None,
    )


def _event_entry(line: EventLine) -> Entry:
    event = line.event
    counts = f"보도 {line.pages} · 원천 {line.origins} · 목소리 {line.voices}"
    note = f"{event.id}, {event.status.value}: {counts}"
    title = event.label_ko
    return Entry(f"haengbo:{event.id}", Subject.EVENTS, title, "행보", (), event.date, None, note)


def bibtex_of(line: EventLine, accessed: str) -> str:
    """One event as a BibTeX entry.

    Args:
        line: The event.
        accessed: The day on which it was seen, ``YYYY-MM-DD``.
    """
    return _bibtex_entry(_event_entry(line), accessed)


def csl_of(line: EventLine, accessed: str) -> list[dict[str, Any]]:
    """One event as CSL-JSON; arguments as of ``bibtex_of``."""
    return [_csl_record(_event_entry(line), accessed)]


def csl(wanted: Wanted) -> Iterator[bytes]:
    """CSL-JSON: one array."""
    records = [_csl_record(entry, wanted.date) for entry in entries(wanted)]
    yield level(json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode()


def _csl_record(entry: Entry, accessed: str | None) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": entry.key,
        "type": "article-newspaper" if entry.is_page else "entry",
        "title": entry.title,
        "container-title": entry.container,
        # Korean names have no order of given and family name to choose between
        "author": [{"literal": author} for author in entry.authors],
        "issued": _csl_date(entry.date),
        "accessed": _csl_date(accessed),
        "URL": entry.url,
        "note": entry.note,
        "version": None if entry.is_page else __version__,
        "language": "ko",
    }
    return {name: value for name, value in record.items() if value}


def _csl_date(date: str | None) -> dict[str, Any] | None:
    days = edtf.parse_or_none(date)
    if days is None:
        return None
    ends = [days.start] if not days.interval else [days.start, days.end]
    parts = [
        [part for part in (point.year, point.month, point.day) if part] for point in ends if point
    ]
    return {"date-parts": parts}


def bibtex(wanted: Wanted) -> Iterator[bytes]:
    """BibTeX, which biblatex reads too: ``date`` is EDTF, ``year`` is for older styles."""
    for entry in entries(wanted):
        yield _bibtex_entry(entry, wanted.date).encode()


def _bibtex_entry(entry: Entry, accessed: str | None) -> str:
    days = edtf.parse_or_none(entry.date)
    first = (days.start or days.end) if days else None
    fields = {
        "author": " and ".join(f"{{{_escaped(author)}}}" for author in entry.authors),
        "title": f"{{{_escaped(entry.title)}}}",
        "journal" if entry.is_page else "organization": _escaped(entry.container or ""),
        "year": str(first.year) if first else "",
        "date": str(days) if days else "",
        "url": (entry.url or "").translate(_URL_BREAKERS),
        "urldate": accessed or "",
        "note": _escaped(entry.note or ""),
        "version": "" if entry.is_page else __version__,
        "langid": "korean",
    }
    rows = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    made = f"@{'article' if entry.is_page else 'misc'}{{{entry.key},\n{rows}\n}}\n\n"
    return level(made)


def _escaped(text: str) -> str:
    return _SPECIALS.sub(lambda sign: _SPECIAL[sign[0]], " ".join(text.split()))
