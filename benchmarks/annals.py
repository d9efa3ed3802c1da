"""How fast a large made-up ledger answers: chronicle, event, search, facets; and its size on disk.

Pages, reports and events are written as rows, as intake and collation write them, without reading
or collating: 30 events to 100 pages, one to seven reports an event, two of 400 people each (a few
are in most of them), 25 years, 45 words of Zipf's kind to a page for the search index. Then each
question is asked through the site, with filters drawn at random. Milliseconds by the clock, in
brackets of processor time.
Usage: ``python -m benchmarks.annals [--pages N] [--ask N] [--keep FILE.db]``.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path
from urllib.parse import urlencode

from fastapi.testclient import TestClient
from sqlalchemy import select

from haengbo import collation
from haengbo.knowledge import Knowledge, load
from haengbo.ledger import Ledger, joining
from haengbo.ledger.intake import put_new
from haengbo.ledger.joining import Run, store
from haengbo.ledger.rows import Intake, KeyedTold
from haengbo.ledger.tables import EventRow
from haengbo.model.article import Article, Block, BlockKind, Stated
from haengbo.model.collation import (
    Anchor,
    Channel,
    Event,
    EventPart,
    Graph,
    Membership,
    Origin,
    OriginKind,
    Part,
    Source,
    Told,
)
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.reading import (
    Actor,
    ActorKind,
    EventReport,
    Participant,
    ParticipantRole,
    Reading,
    Status,
)
from haengbo.model.span import Span
from haengbo.pipeline import collate
from haengbo.web.app import create_app

_FIRST, _DAYS = date(2001, 1, 1), 25 * 365
_TYPES = (("CONSULT", "meeting"), ("CONSULT", "visit"), ("SUPPORT", "statement"), ("AID", None))
_STATUSES = (Status.OCCURRED,) * 8 + (Status.PLANNED, Status.ALLEGED)
_OUTLETS = tuple(f"시험{n}일보" for n in range(60))
_PEOPLE = 400
_WORDS = 20_000
_WORDS_OF_PAGE = 45
_AT_ONCE = 2_000
_SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후"


class World:
    """Whom and what pages of this ledger speak of."""

    def __init__(self, seed: int, known: Knowledge) -> None:
        self.lore = collation.lore(known)
        self.rng = random.Random(seed)  # noqa: S311 - the same ledger each time
        names = {self._name(3) for _ in range(3 * _PEOPLE)}
        self.people = sorted(names)[:_PEOPLE]
        self.weights = list(accumulate(1 / (n + 2) for n in range(_PEOPLE)))
        self.words = sorted({self._name(self.rng.randint(2, 4)) for _ in range(2 * _WORDS)})
        self.rng.shuffle(self.words)
        self.words = self.words[:_WORDS]
        self.word_weights = list(accumulate(1 / (n + 5) for n in range(len(self.words))))

    def _name(self, length: int) -> str:
        return "".join(self.rng.choice(_SYLLABLES) for _ in range(length))

    def day(self) -> str:
        """A day; the later years have more."""
        return (_FIRST + timedelta(days=int(_DAYS * self.rng.random() ** 0.5))).isoformat()

    def pair(self) -> list[str]:
        """Two people, a few of them in most pairs."""
        pair = self.rng.choices(self.people, cum_weights=self.weights, k=3)
        return list(dict.fromkeys(pair))[:2]

    def text(self) -> list[str]:
        """The words of a page."""
        return self.rng.choices(self.words, cum_weights=self.word_weights, k=_WORDS_OF_PAGE)


def _page(world: World, number: int, day: str, who: list[str]) -> tuple[Page, Article, list[str]]:
    words = world.text()
    title = f"{' '.join(who)} {words[0]} {words[1]}"
    text = f"{title}\n{day} {'·'.join(who)} {' '.join(words)}.\n"
    page = Page(f"p{number}.txt", text.encode(), MediaType.TEXT, Known(published=day))
    at = len(title) + 1
    blocks = (
        Block(BlockKind.TITLE, Span(0, len(title)), 1, "bench"),
        Block(BlockKind.BODY, Span(at, len(text) - 1), 2, "bench"),
    )
    outlet = Stated(world.rng.choice(_OUTLETS), None, "bench")
    published = Stated(day, None, "bench")
    return page, Article(
        page.name, page.sha256, page.media_type, text, blocks, outlet=outlet, published=published
    ), [*words, *who]  # fmt: skip


def _told(article: Article, report: EventReport) -> Told:
    what = f"{report.type}/{report.mode}" if report.mode else report.type
    anchor = Anchor(article.sha256, report.span.start, report.span.end, what)
    outlet = article.outlet.value if article.outlet else None
    source = Source(article.sha256, article.page, outlet, None, report.date, article.title)
    sentence = report.span.of(article.text)
    parts = tuple(Part(p.name, p.role, "person", "시험국") for p in report.participants)
    return Told(anchor, source, report, (sentence[:40],), sentence, parts)


def _event(told: list[Told], channel: Channel) -> Event:
    first = min(told, key=lambda t: t.anchor)
    report = first.report
    key = hashlib.sha256(first.anchor.text.encode()).hexdigest()[:12]
    pages = tuple(t.anchor.page for t in told)
    names = [p.name for p in report.participants]
    outlets: dict[str, list[str]] = {}
    for t in told:
        outlets.setdefault(t.source.outlet or "", []).append(t.anchor.page)
    origins = tuple(
        Origin(name, OriginKind.OUTLET, anonymous=False, voice=name, pages=tuple(where))
        for name, where in outlets.items()
    )
    return Event(
        f"e{key}", report.type, report.mode, report.status, report.date, None, channel,
        tuple(EventPart(n, ParticipantRole.PARTY, "person", "시험국", len(pages)) for n in names),
        f"{names[0]}·{names[-1]} 만남", f"{names[0]} and {names[-1]} meet", first.sentence,
        first.anchor, tuple(Membership(t.anchor, 0.9) for t in told), origins, tuple(outlets),
        (), (), Graph((), ()), (), 0.9,
    )  # fmt: skip


def _report(world: World, article: Article, day: str, who: list[str]) -> EventReport:
    body = article.blocks[1].span
    span = Span(body.start, min(body.end, body.start + 90))
    kind, mode = world.rng.choice(_TYPES)
    who_ = tuple(Participant(name, ParticipantRole.PARTY) for name in who)
    status = world.rng.choice(_STATUSES)
    return EventReport(
        "e1", kind, mode, status, day, None, who_, (), (), (span,), span, "bench", 0.9
    )


def stories(world: World, pages: int) -> Iterator[tuple[list[Intake], list[Event]]]:
    """Pages that tell one event (half of all), and as many that tell none."""
    number = 0
    while number < pages:
        day, who = world.day(), world.pair()
        told: list[Told] = []
        intakes: list[Intake] = []
        for _ in range(min(7, int(world.rng.expovariate(1)) + 1)):
            page, article, words = _page(world, number, day, who)
            report = _report(world, article, day, who)
            told.append(_told(article, report))
            actors = tuple(
                Actor(n, ActorKind.PERSON, (n,), (), report.span, "bench", 0.9) for n in who
            )
            reading = Reading(
                page.stem, article, "bench", "bench", actors=actors, events=(report,)
            )  # fmt: skip
            keyed = (KeyedTold(told[-1], collation.keys_of(told[-1], world.lore)),)
            intakes.append(Intake(page, reading, keyed, "", (), tuple(words)))
            number += 1
        channel = world.rng.choice(list(Channel))
        yield intakes, [_event(told, channel)]
        for _ in range(len(intakes)):
            page, article, words = _page(world, number, world.day(), [])
            aside = Reading(page.stem, article, "bench", "bench", on_theme=False)
            intakes = [Intake(page, aside, (), "", (), tuple(words[:6]))]
            yield intakes, []
            number += 1


def fill(ledger: Ledger, world: World, pages: int) -> None:
    """Write the ledger."""
    made = stories(world, pages)
    while group := list(islice(made, _AT_ONCE)):
        intakes = [item for found, _ in group for item in found]
        events = [event for _, found in group for event in found]
        with ledger.writing() as session:
            put_new(session, intakes)
            told = [keyed.told for item in intakes for keyed in item.reports]
            store(session, told, events, Run("bench", "bench", 1))
            joining.clean(session, [item.page.sha256 for item in intakes])


def one_page_more(ledger: Ledger, world: World, known: Knowledge) -> None:
    """Put in a page with one report and collate, some times over."""
    taken, worked = [], []
    collate(ledger, known)
    number = ledger.totals().pages
    world.rng.seed(number)  # a ledger that is kept holds the pages that come first
    for intakes, events in islice(stories(world, 10**9), 60):
        if not events:
            continue
        number += 1
        page = replace(intakes[0].page, name=f"new{number}.txt")
        with ledger.writing() as session:
            put_new(session, [replace(intakes[0], page=page)])
        start, work = time.perf_counter(), time.process_time()
        collate(ledger, known)
        taken.append(1000 * (time.perf_counter() - start))
        worked.append(1000 * (time.process_time() - work))
    _say("one page more collated", taken, worked)


def questions(world: World, ids: list[str]) -> dict[str, list[str]]:
    """Addresses to ask for, by kind."""
    rng, kinds = world.rng, [kind for kind, _ in _TYPES]
    months = [f"{rng.randint(2002, 2025)}-{rng.randint(1, 12):02d}" for _ in range(40)]
    filters = [
        *({"who": world.pair()[0]} for _ in range(20)),
        *({"channel": rng.choice(list(Channel)).value} for _ in range(10)),
        *({"type": rng.choice(kinds), "from": month[:4]} for month in months[:10]),
    ]
    words = [world.text()[0] for _ in range(20)] + [" ".join(world.pair()) for _ in range(20)]
    return {
        "chronicle": ["/"] * 10,
        "chronicle, a month": [f"/?{urlencode({'from': m, 'to': m})}" for m in months],
        "chronicle, filtered (facets)": [f"/?{urlencode(f)}" for f in filters],
        "event": [f"/event/{key}" for key in rng.sample(ids, min(40, len(ids)))],
        "search": [f"/search?{urlencode({'q': w})}" for w in words],
        "chronicle, by words": [f"/?{urlencode({'q': w})}" for w in words],
        **_of_programs(filters, words, rng.sample(ids, min(40, len(ids)))),
    }


def _of_programs(
    filters: list[dict[str, str]], words: list[str], ids: list[str]
) -> dict[str, list[str]]:
    """Addresses of the JSON API."""
    api = "/api/v1"
    return {
        "API: events, filtered, 50": [f"{api}/events?{urlencode(f)}" for f in filters],
        "API: event": [f"{api}/events/{key}" for key in ids],
        "API: events, by words, 50": [f"{api}/events?{urlencode({'text': w})}" for w in words],
        "API: articles, by words, 50": [f"{api}/articles?{urlencode({'text': w})}" for w in words],
        "API: pages, 50": [f"{api}/pages?limit=50"] * 10,
        "API: actors, 50": [f"{api}/actors?limit=50"] * 10,
    }


def ask(location: str, asked: dict[str, list[str]]) -> None:
    """Ask everything once and print how long it took."""
    with TestClient(create_app(location)) as client:
        for path in ("/", "/search?q=시험"):
            client.get(path)
        for kind, paths in asked.items():
            taken: list[float] = []
            worked: list[float] = []
            for path in paths:
                start, work = time.perf_counter(), time.process_time()
                answer = client.get(path)
                taken.append(1000 * (time.perf_counter() - start))
                worked.append(1000 * (time.process_time() - work))
                answer.raise_for_status()
            _say(kind, taken, worked)


def _say(kind: str, taken: list[float], worked: list[float]) -> None:
    middle, work = statistics.median(taken), statistics.median(worked)
    p95, most = _p95(taken), _p95(worked)
    print(f"  {kind:30} median {middle:5.0f} ({work:.0f})  p95 {p95:5.0f} ({most:.0f}) ms")


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description="a large ledger")
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="file to make, or to ask if it is there")
    args = parser.parse_args()
    known = load()
    world = World(7, known)
    with tempfile.TemporaryDirectory() as folder:
        path = args.keep or Path(folder) / "annals.db"
        there = path.exists()
        ledger = Ledger.open(path, knowledge=known)
        start = time.perf_counter()
        if not there:
            fill(ledger, world, args.pages)
        taken = time.perf_counter() - start
        totals = ledger.totals()
        size = path.stat().st_size / 1e6
        print(
            f"{totals.pages:,} pages, {totals.reports:,} reports, {totals.events:,} events;"
            f" {size:,.0f} MB; written in {taken:.0f} s"
        )
        with ledger.reading() as session:
            ids = list(session.scalars(select(EventRow.id).order_by(EventRow.id).limit(2000)))
        one_page_more(ledger, world, known)
        ledger.close()
        ask(str(path), questions(world, ids))


if __name__ == "__main__":
    main()
