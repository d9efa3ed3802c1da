"""Dated texts by issuer: from a ledger's statements and pages, or from a folder of files.

Comes in: a ledger or a folder. Goes out: ``Text`` values in order of their day. Invariant: a
text's ``source`` leads to where it stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from haengbo.errors import UsageError
from haengbo.ledger import EventFilter, Ledger, bulk
from haengbo.ledger.bulk import Spoken
from haengbo.ledger.views import StatementFilter
from haengbo.model import edtf

_DATED = re.compile(r"(?P<year>\d{4})(?:[-_.]?(?P<month>\d{2}))?(?:[-_.]?(?P<day>\d{2}))?")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of an issuer.

    Attributes:
        day: EDTF: a day, month or year.
        issuer: Who speaks: canonical names joined by ``, ``; the folder's name for files.
        source: Page name or file.
        words: The text.
        occasion: Event at which it was said, or ``None``.
    """

    day: str
    issuer: str
    source: str
    words: str
    occasion: str | None = None


def from_folder(folder: Path) -> tuple[Text, ...]:
    """Texts of a folder whose file names begin with a year or a day (``1995.txt``).

    Raises:
        UsageError: There is no such folder, or no file of it is dated.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: 그런 폴더가 없다")
    found = []
    for path in sorted(folder.glob("*.txt")):
        match = _DATED.match(path.stem)
        if match:
            day = "-".join(part for part in match.groups() if part)
            found.append(Text(day, folder.name, path.name, path.read_text("utf-8", "replace")))
    if not found:
        raise UsageError(f"{folder}: 이름이 해나 날짜로 시작하는 .txt 파일이 없다")
    return tuple(sorted(found, key=lambda text: (text.day, text.source)))


def _grouped(lines: Iterator[Spoken]) -> dict[tuple[str, str], list[Spoken]]:
    groups: dict[tuple[str, str], list[Spoken]] = defaultdict(list)
    for line in lines:
        if line.day:
            groups[", ".join(line.speaker), line.page].append(line)
    return groups


@dataclass(frozen=True, slots=True)
class _Occasions:
    """Events, and who was at them by which pages."""

    events: frozenset[str]
    present: dict[tuple[str, str], tuple[str | None, ...]]

    @classmethod
    def of(cls, ledger: Ledger, wanted: EventFilter) -> _Occasions:
        """The events that a filter leaves."""
        lines = list(ledger.all_events(wanted))
        reports = ledger.reports([line.id for line in lines])
        present: dict[tuple[str, str], tuple[str | None, ...]] = {}
        for line in lines:
            pages = {report.page.name for report in reports[line.id]}
            for key in ((page, part.name) for page in pages for part in line.event.participants):
                present[key] = (*present.get(key, ()), line.event.date)
        return cls(frozenset(line.id for line in lines), present)

    def holds(self, line: Spoken) -> bool:
        """Whether a statement was made at one of them."""
        if line.event is not None:
            return line.event in self.events
        said = line.date
        return any(
            said is None or (date is not None and edtf.overlaps(said, date))
            for name in line.speaker
            for date in self.present.get((line.page, name), ())
        )


def from_ledger(
    ledger: Ledger, who: Sequence[str] = (), occasion: EventFilter | None = None
) -> tuple[Text, ...]:
    """What each speaker said on each page, as one text; copies of a page are left out.

    Args:
        ledger: Where from.
        who: Canonical names; all speakers if empty.
        occasion: Only what was said at an event that this filter leaves (a kind of occasion, or
            one with a certain other side); anything said if omitted. Where the reading did not
            bind a statement to an event, it counts as said there if its speaker took part, its
            page tells of the event, and its day, if it has one, is one of the event's.
    """
    copies = {ref.name for group in ledger.copies() for ref in group.pages[1:]}
    said_there = _Occasions.of(ledger, occasion) if occasion is not None else None
    with ledger.reading() as session:
        lines = bulk.spoken(session, StatementFilter(who=tuple(who)))
        groups = _grouped(x for x in lines if said_there is None or said_there.holds(x))
    texts = [
        Text(
            day=lines[0].day or "",
            issuer=issuer,
            source=page,
            words="\n".join(line.text for line in lines),
            occasion=lines[0].event,
        )
        for (issuer, page), lines in groups.items()
        if page not in copies
    ]
    return tuple(sorted(texts, key=lambda text: (text.day, text.source, text.issuer)))


def pages_of(ledger: Ledger) -> tuple[Text, ...]:
    """The news of every article once, by its outlet: for checking remarks of the press."""
    others = {ref.sha256 for group in ledger.copies() for ref in group.pages[1:]}
    others |= {v.page.sha256 for article in ledger.versions() for v in article.versions[:-1]}
    found = []
    number = 1
    while True:
        listing = ledger.pages(number=number, size=200)
        for ref in (hit.page for hit in listing.items):
            detail = ledger.article(ref.sha256) if ref.sha256 not in others else None
            if detail is not None and ref.day and not detail.erased:
                text = detail.reading.article.text
                words = "\n".join(
                    block.span.of(text)
                    for block in detail.reading.article.blocks
                    if block.kind.value in {"title", "subtitle", "body"}
                )
                found.append(Text(ref.day, ref.outlet or ref.name, ref.name, words))
        if number >= listing.pages:
            return tuple(sorted(found, key=lambda text: (text.day, text.source)))
        number += 1
