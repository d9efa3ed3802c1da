"""A ledger and a stretch of days → what a situation report tells, as data.

Comes in: what the ledger holds. Goes out: a ``Briefing``: events by channel, wording that is new,
what came due, reports in conflict, claims that cannot be, counts for the pictures, and for every
line the pages it rests on. Invariant: nothing is worded here, no clock is read, and the same ledger
and days give the same briefing. Method and limits: docs/briefing.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from haengbo.analysis.anachronisms import check_reading, two_places
from haengbo.analysis.expectations import Judged, judge
from haengbo.analysis.impossible import Impossibility, Rule
from haengbo.analysis.remarks import Checked, check, remarks_of
from haengbo.analysis.texts import Text, from_ledger
from haengbo.analysis.wording import Term, formulas_of, uses
from haengbo.knowledge import Knowledge
from haengbo.ledger import EventFilter, Ledger
from haengbo.ledger.outcomes import OutcomeDecision
from haengbo.ledger.views import ArticleDetail, EventLine, ExpectationLine, PageRef
from haengbo.model import edtf
from haengbo.model.collation import Channel, Discrepancy
from haengbo.model.reading import Status

#: What falls due so many days after the period is told as coming.
AHEAD_DAYS = 30
#: A longer period is counted by month in the pictures.
LONGEST_BY_DAY = 62


@dataclass(frozen=True, slots=True)
class Material:
    """What a briefing is made of.

    Attributes:
        lines: Events that touch the period, in order of their days.
        pages: Event → the pages that report it, copies included.
        texts: What speakers said, all days up to the period's end.
        articles: Pages published within the period, copies left out.
        expectations: All of the ledger.
        outcomes: What people decided of them.
    """

    lines: tuple[EventLine, ...]
    pages: Mapping[str, tuple[PageRef, ...]]
    texts: tuple[Text, ...]
    articles: tuple[ArticleDetail, ...]
    expectations: tuple[ExpectationLine, ...]
    outcomes: Mapping[str, OutcomeDecision]


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the pages that report it."""

    line: EventLine
    pages: tuple[PageRef, ...]


@dataclass(frozen=True, slots=True)
class ChannelEvents:
    """Events of one channel (``None``: no channel known), oldest first."""

    channel: Channel | None
    events: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class NewWording:
    """An official formula that stands in the ledger for the first time within the period.

    Attributes:
        term: The formula.
        text: The first text that holds it.
        words: The words around it.
        before: Number of texts of the ledger before that one.
    """

    term: Term
    text: Text
    words: str
    before: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """An event whose reports exclude each other on a field."""

    told: Told
    item: Discrepancy


@dataclass(frozen=True, slots=True)
class Bar:
    """How many events of a channel lie in one day or month (EDTF)."""

    at: str
    channel: Channel | None
    count: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a report of a period tells.

    Attributes:
        since: First day.
        until: Last day.
        channels: Events whose days all lie within the period, by channel, in their order.
        loose: Events of which only a wider date is known, or that go on beyond the period.
        wording: Formulas that are new.
        remarks: Remarks of the press on wording, held against the texts.
        due: Expectations that fell due within the period, as they stand on its last day.
        coming: Those that fall due within ``AHEAD_DAYS`` days after.
        conflicts: Reports that exclude each other.
        impossible: Claims on pages of the period, and pairs of its events, that cannot be.
        bars: Counts of what occurred, by day or month and channel.
        pages: Every page that a line names, by its name.
        texts: Number of texts that wording was looked for in.
    """

    since: dt.date
    until: dt.date
    channels: tuple[ChannelEvents, ...]
    loose: tuple[Told, ...]
    wording: tuple[NewWording, ...]
    remarks: tuple[Checked, ...]
    due: tuple[Judged, ...]
    coming: tuple[Judged, ...]
    conflicts: tuple[Conflict, ...]
    impossible: tuple[Impossibility, ...]
    bars: tuple[Bar, ...]
    pages: tuple[PageRef, ...]
    texts: int

    def count(self, *statuses: Status) -> int:
        """Events with one of these statuses."""
        events = [told for group in self.channels for told in group.events]
        return sum(1 for told in (*events, *self.loose) if told.line.event.status in statuses)


def gather(ledger: Ledger, since: dt.date, until: dt.date) -> Material:
    """Take from a ledger what a briefing of these days needs."""
    first, last = since.isoformat(), until.isoformat()
    wanted = EventFilter(since=first, until=last, newest_first=False)
    lines = tuple(ledger.all_events(wanted))
    reports = ledger.reports([line.id for line in lines])
    pages = {
        event: tuple({report.page.name: report.page for report in told}.values())
        for event, told in reports.items()
    }
    copies = {ref.sha256 for group in ledger.copies() for ref in group.pages[1:]}
    articles = (a for a in ledger.all_articles(first, last) if a.page.sha256 not in copies)
    return Material(
        lines,
        pages,
        tuple(text for text in from_ledger(ledger) if text.day <= last),
        tuple(sorted(articles, key=lambda a: (a.page.day or "", a.page.name))),
        tuple(ledger.all_expectations()),
        ledger.outcomes(),
    )


def brief(material: Material, since: dt.date, until: dt.date, knowledge: Knowledge) -> Briefing:
    """What the period brought.

    Args:
        material: As ``gather`` takes it from a ledger.
        since: First day.
        until: Last day, not before the first.
        knowledge: The pack.

    Raises:
        ValueError: The period ends before it begins.
    """
    if until < since:
        raise ValueError("a period does not end before it begins")
    judged = judge(material.expectations, material.outcomes, until, knowledge)
    told = [Told(line, material.pages.get(line.id, ())) for line in material.lines]
    within = [one for one in told if _is_within(one.line, since, until)]
    return Briefing(
        since=since,
        until=until,
        channels=tuple(_by_channel(within)),
        loose=tuple(one for one in told if not _is_within(one.line, since, until)),
        wording=tuple(_new_wording(material.texts, since, knowledge)),
        remarks=tuple(
            check(remark, material.texts, knowledge) for remark in remarks_of(material.articles)
        ),
        due=tuple(_due(judged, (since - until).days, 0)),
        coming=tuple(_due(judged, 1, AHEAD_DAYS)),
        conflicts=tuple(
            Conflict(one, item) for one in told for item in one.line.event.discrepancies
        ),
        impossible=(
            *_on_pages(material.articles, knowledge),
            *two_places((one.line for one in within), knowledge),
        ),
        bars=tuple(_bars((one.line for one in within), since, until)),
        pages=_pages(material),
        texts=len(material.texts),
    )


def _on_pages(articles: Iterable[ArticleDetail], knowledge: Knowledge) -> Iterator[Impossibility]:
    """What cannot be, page by page; two places on one day are told once, by the events."""
    for article in articles:
        for item in check_reading(article.reading, knowledge, article.page.name):
            if item.rule is not Rule.TWO_PLACES:
                yield item


def _is_within(line: EventLine, since: dt.date, until: dt.date) -> bool:
    days = edtf.parse_or_none(line.event.date)
    return days is not None and since <= days.earliest and days.latest <= until


def _by_channel(told: Sequence[Told]) -> Iterator[ChannelEvents]:
    for channel in (*Channel, None):
        own = tuple(one for one in told if one.line.event.channel is channel)
        if own:
            yield ChannelEvents(channel, own)


def _new_wording(
    texts: Sequence[Text], since: dt.date, knowledge: Knowledge
) -> Iterator[NewWording]:
    """Formulas whose first use lies in the period, by day; texts end with the period."""
    found = []
    for term in formulas_of(knowledge):
        first = next(iter(uses(texts, term)), None)
        if first is not None and first.text.day >= since.isoformat():
            words = f"{first.before} {first.word} {first.after}".strip()
            before = sum(1 for text in texts if text.day < first.text.day)
            found.append(NewWording(term, first.text, words, before))
    yield from sorted(found, key=lambda n: (n.text.day, n.text.source, n.term.name))


def _due(judged: Iterable[Judged], least: int, most: int) -> Iterator[Judged]:
    """Expectations whose days left lie in a range, in the order given (soonest first)."""
    for item in judged:
        if item.days_left is not None and least <= item.days_left <= most:
            yield item


def _bars(lines: Iterable[EventLine], since: dt.date, until: dt.date) -> Iterator[Bar]:
    by_day = (until - since).days < LONGEST_BY_DAY
    length = len("2024-06-19") if by_day else len("2024-06")
    counts: dict[tuple[str, Channel | None], int] = {}
    for line in lines:
        day = line.day or ""
        if line.event.status is Status.OCCURRED:
            key = (day[:length], line.event.channel)
            counts[key] = counts.get(key, 0) + 1
    for (at, channel), count in sorted(counts.items(), key=lambda i: (i[0][0], i[0][1] or "~")):
        yield Bar(at, channel, count)


def _pages(material: Material) -> tuple[PageRef, ...]:
    found = {ref.name: ref for refs in material.pages.values() for ref in refs}
    found |= {article.page.name: article.page for article in material.articles}
    found |= {line.page.name: line.page for line in material.expectations}
    return tuple(found[name] for name in sorted(found))
