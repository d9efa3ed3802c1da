"""An alert → what it finds in a ledger: events, first uses of formulas, what falls due, conflicts.

Invariant: an item has a key that stays its own through merges, new readings and runs, the words it
rests on, and addresses.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from haengbo.analysis.texts import from_ledger
from haengbo.analysis.wording import uses
from haengbo.annals import records as r
from haengbo.annals.findings import terms_of
from haengbo.annals.links import Links
from haengbo.annals.making import event_record, expectation_record
from haengbo.export.cells import quotation
from haengbo.knowledge import load
from haengbo.ledger import EventFilter, Ledger, alerts
from haengbo.ledger.alerts import Alert, AlertKind
from haengbo.ledger.lines import lines_by_id
from haengbo.ledger.walking import ExpectationFilter, expectations_after

#: Items of a feed; expectations that fall due at once.
_FEED, _DUE = 50, 1000


@dataclass(frozen=True, slots=True)
class Item:
    """Something an alert found.

    Attributes:
        key: What it is known by.
        title: One line.
        quotes: The words it rests on, shortened.
        source: Outlet and chain of the first of them.
        link: Where the site shows it.
        url: The page's own address, or ``None``.
        moment: When it came about, UTC.
        others: Further keys that it had.
    """

    key: str
    title: str
    quotes: tuple[str, ...]
    source: str
    link: str
    url: str | None
    moment: str
    others: tuple[str, ...] = ()


def found(
    ledger: Ledger, alert: Alert, today: dt.date, links: Links, *, recent: bool = False
) -> tuple[Item, ...]:
    """Everything that an alert finds now, newest first.

    Args:
        ledger: Open.
        alert: The search.
        today: For what falls due.
        links: Addresses on the site.
        recent: Only as much as a feed shows.
    """
    if alert.kind is AlertKind.FORMULA:
        items = list(_formulas(ledger, alert, links))
    elif alert.kind is AlertKind.DUE:
        items = list(_due(ledger, alert, today, links))
    else:
        return _happenings(ledger, alert, links, _FEED if recent else None)
    items.sort(key=lambda item: (item.moment, item.key), reverse=True)
    return tuple(items[:_FEED] if recent else items)


def fresh(ledger: Ledger, alert: Alert, items: Sequence[Item]) -> tuple[Item, ...]:
    """Those that the alert has not told and did not know, oldest first."""
    with ledger.reading() as session:
        known = alerts.noted(session, alert.name)
    return tuple(i for i in reversed(items) if not known & {i.key, *i.others})


def _happenings(ledger: Ledger, alert: Alert, links: Links, most: int | None) -> tuple[Item, ...]:
    """Events, or the points on which their reports do not agree."""
    conflicts = alert.kind is AlertKind.CONFLICT
    wanted = replace(alert.wanted, only_conflicting=True) if conflicts else alert.wanted
    items: list[Item] = []
    for event, moment, ids in _events(ledger, wanted, links, most):
        if conflicts:
            items += _conflicts(event, moment, ids)
        else:
            items.append(_event(event, moment, ids))
    return tuple(items)


def _events(
    ledger: Ledger, wanted: EventFilter, links: Links, most: int | None
) -> Iterator[tuple[r.EventRecord, str, tuple[str, ...]]]:
    words = ledger.words_of(wanted)
    with ledger.reading() as session:
        seen = alerts.first_seen(session, wanted, words, most=most)
        ids = [key for key, _ in seen]
        lines, former = lines_by_id(session, ids), alerts.former_ids(session, ids)
    reports = ledger.reports(ids)
    for key, moment in seen:
        record = event_record(lines[key], reports[key], links)
        yield record, moment, tuple(sorted(former[key] - {key}))


def _told_by(event: r.EventRecord) -> tuple[str, str | None]:
    """Outlet and chain of the report whose sentence stands for an event, and its address."""
    report = next((x for x in event.reports if x.page == event.page), event.reports[0])
    return " → ".join([*report.chain, report.outlet or report.page]), report.url


def _event(event: r.EventRecord, moment: str, ids: tuple[str, ...]) -> Item:
    title = f"{event.date}: {event.label}" if event.date else event.label
    quotes = (quotation(event.sentence, whole=False),)
    return Item(event.event, title, quotes, *_where(event), moment, ids)


def _where(event: r.EventRecord) -> tuple[str, str, str | None]:
    source, url = _told_by(event)
    return source, event.link, url


def _conflicts(event: r.EventRecord, moment: str, ids: tuple[str, ...]) -> Iterator[Item]:
    for item in event.discrepancies:
        about = f" ({item.about})" if item.about else ""
        values = tuple(f"{v.value}: {', '.join(v.pages)}" for v in item.values)
        keys = [f"{key}:{item.field}:{item.about or ''}" for key in (event.event, *ids)]
        yield Item(
            keys[0],
            f"{event.label}: {item.field}{about}",
            tuple(quotation(value, whole=False) for value in values),
            *_where(event),
            moment,
            tuple(keys[1:]),
        )


def _formulas(ledger: Ledger, alert: Alert, links: Links) -> Iterator[Item]:
    """The first place of each wording; of those of the pack, if none is asked for."""
    texts = from_ledger(ledger, alert.wanted.who)
    words = [alert.wanted.text] if alert.wanted.text else []
    for term in terms_of(words, load()):
        first = next(iter(uses(texts, term)), None)
        if first is None:
            continue
        quote = f"{first.before} {first.word}{first.after}".strip()
        yield Item(
            term.name,
            f"{term.name}: {first.text.day} {first.text.issuer}",
            (quote,),
            first.text.source,
            links.article(first.text.source),
            None,
            f"{(first.text.day + '-01-01')[:10]}T00:00:00Z",
        )


def _due(ledger: Ledger, alert: Alert, today: dt.date, links: Links) -> Iterator[Item]:
    """What falls due from today on within the days of the alert, and nobody has decided."""
    last = (today + dt.timedelta(days=alert.days)).isoformat()
    text = alert.wanted.text
    wanted = ExpectationFilter((), alert.wanted.who, today.isoformat(), last, text)
    with ledger.reading() as session:
        lines = expectations_after(session, wanted, size=_DUE).items
    decided = ledger.outcomes()
    for line in lines:
        e = expectation_record(line, decided.get(line.id), links)
        if e.outcome != "open" or e.due is None:
            continue
        yield Item(
            e.expectation,
            f"{e.due}: {e.by or e.affiliation or ''} {e.kind}".strip(),
            (quotation(e.text, whole=False),),
            e.outlet or e.page,
            e.link,
            e.url,
            f"{e.due}T00:00:00Z",
        )
