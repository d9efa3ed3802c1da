"""A page without any date → the month that its named events fall in, if one fits.

Comes in: body text and the pack's dated events. Goes out: a month marked inferred, with the finding
that says why. A day without a month ("27일") is of the month of publication; where one sentence
names such a day and two people whom exactly one known event brought together on that day, the
event's month is the page's. Invariant: sentences that point at different months give nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.chronicle import KnownEventRow
from haengbo.model.article import Block, BlockKind, Finding, Stated
from haengbo.model.span import Span

_BARE_DAY = re.compile(r"(?<![\d.~∼·/-])(?<!\d월)(?<!\d월 )(\d{1,2})일(?![간째])")
_OTHER_MONTH = re.compile(r"(?:지난달|전달|다음\s?달|내달|\d월)\s?$")
_SENTENCE = re.compile(r"[^.?!]*(?:[.?!](?!\s|$)[^.?!]*)*[.?!]?")
_YEAR = re.compile(r"(20\d{2})년")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class _Happening:
    """A known event, as this module needs it."""

    date: str
    summary: str
    people: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=4)
def _happenings(knowledge: Knowledge) -> dict[int, tuple[_Happening, ...]]:
    """Known events of one day between at least two people, by day of the month."""
    forms = {
        row.name: _forms(row) for row in knowledge.table("actors", ActorRow) if row.kind == "person"
    }
    found: dict[int, list[_Happening]] = {}
    for row in knowledge.table("events", KnownEventRow):
        names = [participant.split(":")[0] for participant in row.participants]
        people = tuple(forms[name] for name in names if name in forms)
        if _DAY.match(row.date) and len(people) >= _TOGETHER:
            happening = _Happening(row.date, row.summary or row.id, people)
            found.setdefault(int(row.date[8:]), []).append(happening)
    return {day: tuple(happenings) for day, happenings in found.items()}


def _forms(row: ActorRow) -> tuple[str, ...]:
    """Full names and, for foreigners, the surname alone."""
    surname = row.name.split()[-1]
    return (row.name, *row.strong, *((surname,) if surname != row.name else ()))


def infer_month(
    text: str, blocks: Sequence[Block], knowledge: Knowledge
) -> tuple[Stated, Finding] | None:
    """The month of publication, concluded from known events.

    Example:
        ``가람국 장관은 27일 평양에서 누리국 특사를 만났다`` with such a meeting known for
        2025-10-27 gives ``2025-10``, inferred.
    """
    votes = list(_votes(text, blocks, _happenings(knowledge)))
    months = {happening.date[:7] for happening, _ in votes}
    if len(months) != 1:
        return None
    month = months.pop()
    if any(int(year) > int(month[:4]) for year in _YEAR.findall(text)):
        return None
    happening, span = votes[0]
    message = f"게재일이 없어 알려진 사건({happening.date}, {happening.summary})에서 짐작했다."
    stated = Stated(month, span, "date:known-event", inferred=True)
    return stated, Finding("date-inferred", message, span)


def _votes(
    text: str, blocks: Iterable[Block], known: dict[int, tuple[_Happening, ...]]
) -> Iterator[tuple[_Happening, Span]]:
    for block in blocks:
        if block.kind is not BlockKind.BODY:
            continue
        for match in _SENTENCE.finditer(block.span.of(text)):
            yield from _fitting(match.group(), match.start() + block.span.start, known)


def _fitting(
    sentence: str, offset: int, known: dict[int, tuple[_Happening, ...]]
) -> Iterator[tuple[_Happening, Span]]:
    """The known event that a sentence tells, if its day and people fit exactly one month."""
    for day in _BARE_DAY.finditer(sentence):
        if _OTHER_MONTH.search(sentence[: day.start()]):
            continue
        fits = [h for h in known.get(int(day.group(1)), ()) if _names_enough(sentence, h)]
        if len({happening.date for happening in fits}) == 1:
            yield fits[0], Span(day.start(), day.end()).shifted(offset)


def _names_enough(sentence: str, happening: _Happening) -> bool:
    named = sum(any(form in sentence for form in forms) for forms in happening.people)
    return named >= _TOGETHER
