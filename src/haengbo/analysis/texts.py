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
from haengbo.ledger import Ledger
from haengbo.ledger.views import StatementFilter, StatementLine

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


def _grouped(lines: Iterator[StatementLine]) -> dict[tuple[str, str], list[StatementLine]]:
    groups: dict[tuple[str, str], list[StatementLine]] = defaultdict(list)
    for line in lines:
        if line.day:
            groups[", ".join(line.statement.speaker), line.page.name].append(line)
    return groups


def from_ledger(ledger: Ledger, who: Sequence[str] = ()) -> tuple[Text, ...]:
    """What each speaker said on each page, as one text; copies of a page are left out.

    Args:
        ledger: Where from.
        who: Canonical names; all speakers if empty.
    """
    copies = {ref.name for group in ledger.copies() for ref in group.pages[1:]}
    groups = _grouped(ledger.all_statements(StatementFilter(who=tuple(who))))
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
