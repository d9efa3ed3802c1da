"""A reading → days outside the period that they are put into, and treaties applied too early.

Examples: ``문재인 정부 시절인 2015년``, ``1995년 소련은``; ``2015년 9·19 군사합의에 따라 …``.
Precision first: a period counts only where it stands right beside the day, a treaty only where it
is followed or broken in the sentence of a dated event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from haengbo.analysis.impossible import Evidence, Impossibility, Rule
from haengbo.knowledge import Knowledge
from haengbo.knowledge.chronicle import EraRow
from haengbo.knowledge.remarks import RemarkWordsRow, grouped, remark_pattern
from haengbo.model import edtf
from haengbo.model.reading import EventReport, Reading, Status, TimeExpression
from haengbo.model.span import Span

#: A shorter name may be that of an earlier treaty of the same two (북러조약).
_SHORTEST_TREATY = 6
#: How far a day may stand from the period.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class _Known:
    """Periods and treaties of the pack with the patterns of what stands beside them."""

    periods: tuple[tuple[re.Pattern[str], EraRow], ...]
    treaties: tuple[tuple[re.Pattern[str], EraRow], ...]
    then: re.Pattern[str]
    acts: re.Pattern[str]


@lru_cache(maxsize=4)
def _known(knowledge: Knowledge) -> _Known:
    groups = grouped(knowledge.table("remark_words", RemarkWordsRow))
    rows = knowledge.table("eras", EraRow)
    return _Known(
        tuple(
            (_named(row, ""), row)
            for row in rows
            if row.kind == "period" or (row.kind == "lifetime" and row.until)
        ),
        tuple(
            (_named(row, f"(?:{groups['by_treaty']})", _SHORTEST_TREATY), row)
            for row in rows
            if row.kind == "treaty" and row.since
        ),
        remark_pattern(r" ?~in_time~(?:인|이던|였던|의|에|,)? ?", groups),
        remark_pattern(r"(?:은|는|이|가|@?~in_time~)(?= )", groups),
    )


def _named(row: EraRow, behind: str, shortest: int = 1) -> re.Pattern[str]:
    forms = [f for f in (row.name, *row.forms) if len(f.replace(" ", "")) >= shortest]
    return re.compile(f"(?:{'|'.join(map(re.escape, forms))}){behind}" if forms else r"(?!)")


def misplaced(reading: Reading, knowledge: Knowledge, page: str) -> Iterator[Impossibility]:
    """Days outside the period that they are put into, and treaties before their signing.

    Args:
        reading: Of the page.
        knowledge: The pack.
        page: What to call the page.
    """
    known = _known(knowledge)
    for time in reading.times:
        yield from _outside_period(time, reading, known, page)
    for event in reading.events:
        yield from _before_signing(event, reading, known, page)


def _outside_period(
    time: TimeExpression, reading: Reading, known: _Known, page: str
) -> Iterator[Impossibility]:
    days, text = edtf.parse_or_none(time.value), reading.article.text
    if days is None:
        return
    for pattern, row in known.periods:
        place = _beside(time.span, pattern, text, known)
        if place is not None and not _overlap(days, row):
            span = time.span.hull(place)
            claimed = f"{time.span.of(text)} = {time.value}"
            yield _found(Rule.OTHER_TIME, row, claimed, _evidence(page, span, text))


def _beside(time: Span, pattern: re.Pattern[str], text: str, known: _Known) -> Span | None:
    """The name of a period right before a day (… 시절인 2015년) or right behind it (2015년 …는)."""
    start = text.rfind("\n", 0, time.start) + 1
    for match in pattern.finditer(text, start, time.start):
        if known.then.fullmatch(text, match.end(), time.start):
            return Span(*match.span())
    after = re.compile(r"(?:에|의|,)? ?").match(text, time.end)
    at = after.end() if after is not None else time.end
    named = pattern.match(text, at, at + _NEAR * 2)
    if named is not None and known.acts.match(text, named.end()):
        return Span(*named.span())
    return None


def _overlap(days: edtf.DateRange, row: EraRow) -> bool:
    since, until = edtf.parse_or_none(row.since), edtf.parse_or_none(row.until)
    gone = row.kind == "lifetime"
    early = since is not None and not gone and days.latest < since.earliest
    late = until is not None and days.earliest > until.latest
    return not early and not late


def _before_signing(
    event: EventReport, reading: Reading, known: _Known, page: str
) -> Iterator[Impossibility]:
    days, text = edtf.parse_or_none(event.date), reading.article.text
    if days is None or event.status is not Status.OCCURRED:
        return
    for pattern, row in known.treaties:
        signed = edtf.parse_or_none(row.since)
        named = pattern.search(text, event.span.start, event.span.end)
        if named is not None and signed is not None and days.latest < signed.earliest:
            claimed = f"{event.date}: {event.type}{f'/{event.mode}' if event.mode else ''}"
            evidence = _evidence(page, event.span, text)
            yield _found(Rule.TREATY_EARLY, row, claimed, evidence, (event.id,))


def _found(
    rule: Rule, row: EraRow, claimed: str, evidence: Evidence, events: tuple[str, ...] = ()
) -> Impossibility:
    known = f"{row.name}: {row.since or ''}–{row.until or ''}"
    return Impossibility(rule, row.name, claimed, known, (evidence,), events)


def _evidence(page: str, span: Span, text: str) -> Evidence:
    return Evidence(page, span, " ".join(span.of(text).split()))
