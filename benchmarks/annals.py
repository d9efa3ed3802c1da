"""How fast a large made-up ledger answers: chronicle, event, search, facets; and its size on disk.

Pages, reports, statements, copies and events are written as rows, as intake and collation write
them, without reading or collating: 30 events to 100 pages, one to seven reports an event, one of 40
people of the North and one of 360 of thirty other states in each (a few are in most of them), 25
years, 45 words of Zipf's kind to a page for the search index. Every tenth report but the first is a
reprint; every tenth date is a month, every fiftieth a year. Then each question is asked through the
site, with filters drawn at random. Milliseconds by the clock, in brackets of processor time.
Then pages with one report each are put in and collated one by one; of the slowest it is said how
many reports they concern.
Usage: ``python -m benchmarks.annals [--pages N] [--more N] [--keep FILE.db]``.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path
from urllib.parse import urlencode

from fastapi.testclient import TestClient
from sqlalchemy import event, select
from sqlalchemy.engine.interfaces import DBAPIConnection

from haengbo import collation
from haengbo.cli.start import look_seldom_for_garbage
from haengbo.knowledge import Knowledge, load
from haengbo.ledger import Ledger, joining
from haengbo.ledger.intake import put_new
from haengbo.ledger.joining import Run, store
from haengbo.ledger.rows import Intake, KeyedTold
from haengbo.ledger.tables import CollationRow, CopyRow, EventRow
from haengbo.model.article import Article, Block, BlockKind, Stated
from haengbo.model.collation import Channel, CopyLink, Event
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.reading import (
    Actor,
    ActorKind,
    EventReport,
    Form,
    Participant,
    ParticipantRole,
    Reading,
    Role,
    Statement,
    Status,
)
from haengbo.model.span import Span
from haengbo.pipeline import collate
from haengbo.web.app import create_app

_FIRST, _DAYS = date(2001, 1, 1), 25 * 365
_TYPES = (("CONSULT", "meeting"), ("CONSULT", "visit"), ("SUPPORT", "statement"), ("AID", None))
_STATUSES = (Status.OCCURRED,) * 8 + (Status.PLANNED, Status.ALLEGED)
_OUTLETS = tuple(f"시험{n}일보" for n in range(60))
_PEOPLE, _NORTHERN = 400, 40
_STATES = (
    *("러시아", "중국", "벨라루스", "베트남", "라오스", "쿠바", "몽골", "이란", "시리아", "미국"),
    *(
        "일본",
        "인도네시아",
        "캄보디아",
        "태국",
        "인도",
        "파키스탄",
        "독일",
        "영국",
        "프랑스",
        "스위스",
    ),
    *("스웨덴", "폴란드", "튀르키예", "이집트", "나이지리아", "적도기니", "베네수엘라", "니카라과"),
    *("브라질", "싱가포르"),
)
_WORDS = 20_000
_WORDS_OF_PAGE = 45
_AT_ONCE = 5_000
_REPRINTED = 0.1
_SLOWEST = 5
_TITLE = "시험상"
_SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후"


class World:
    """Whom and what pages of this ledger speak of."""

    def __init__(self, seed: int, known: Knowledge) -> None:
        self.lore = collation.lore(known)
        self.rng = random.Random(seed)  # noqa: S311 - the same ledger each time
        names = {self._name(3) for _ in range(3 * _PEOPLE)}
        people = sorted(names)[:_PEOPLE]
        self.rng.shuffle(people)
        self.states = {name: _STATES[n % len(_STATES)] for n, name in enumerate(people)}
        self.states |= dict.fromkeys(people[:_NORTHERN], "북한")
        self.sides = tuple(
            (side, list(accumulate(1 / (n + 2) for n in range(len(side)))))
            for side in (people[:_NORTHERN], people[_NORTHERN:])
        )
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
        """Somebody of the North and of another state, a few of them in most pairs."""
        return [self.rng.choices(side, cum_weights=often)[0] for side, often in self.sides]

    def date(self, day: str) -> str:
        """What a page gives of a day."""
        return self.rng.choices((day, day[:7], day[:4]), (88, 10, 2))[0]

    def indexed(self, words: Sequence[str]) -> tuple[str, ...]:
        """What stands in the search index for these words."""
        return tuple(words)

    def text(self) -> list[str]:
        """The words of a page."""
        return self.rng.choices(self.words, cum_weights=self.word_weights, k=_WORDS_OF_PAGE)


@dataclass(frozen=True, slots=True)
class Made:
    """Pages, what they tell, and which are reprints."""

    intakes: list[Intake]
    events: list[Event]
    copies: list[CopyLink]


@dataclass(frozen=True, slots=True)
class Story:
    """What the pages that tell one happening have in common."""

    day: str
    who: list[str]
    kind: tuple[str, str | None]
    status: Status


def _story(world: World) -> Story:
    rng = world.rng
    return Story(world.day(), world.pair(), rng.choice(_TYPES), rng.choice(_STATUSES))


def _article(
    world: World, number: int, story: Story | None, words: list[str]
) -> tuple[Page, Article]:
    """A page of so many words; outlet and number stand above it: a reprint is another page."""
    day, who = (story.day, story.who) if story else (world.day(), [])
    outlet = world.rng.choice(_OUTLETS)
    title = f"{' '.join(who)} {words[0]} {words[1]} {outlet} {number}"
    text = f"{title}\n{day} {'·'.join(who)} {' '.join(words)}.\n"
    page = Page(f"p{number}.txt", text.encode(), MediaType.TEXT, Known(published=day))
    at = len(title) + 1
    blocks = (
        Block(BlockKind.TITLE, Span(0, len(title)), 1, "bench"),
        Block(BlockKind.BODY, Span(at, len(text) - 1), 2, "bench"),
    )
    named, published = Stated(outlet, None, "bench"), Stated(day, None, "bench")
    return page, Article(
        page.name, page.sha256, page.media_type, text, blocks, outlet=named, published=published
    )


def _reading(world: World, page: Page, article: Article, story: Story) -> Reading:
    """One report, and on every second page what one of them said there."""
    body = article.blocks[1].span
    span = Span(body.start, min(body.end, body.start + 90))
    (kind, mode), said = story.kind, Span(body.end - 40, body.end - 1)
    party = tuple(Participant(name, ParticipantRole.PARTY) for name in story.who)
    report = EventReport(
        "e1", kind, mode, story.status, world.date(story.day), None, party, (), (), (span,), span,
        "bench", 0.9,
    )  # fmt: skip
    statement = Statement(
        "s1", (story.who[0],), Form.DIRECT, said, (), "e1", (), (), story.day, "bench", 0.9
    )
    actors = tuple(
        Actor(n, ActorKind.PERSON, (n,), (Role(_TITLE, world.states[n], span),), span, "bench", 0.9)
        for n in story.who
    )
    statements = (statement,) if world.rng.random() < 0.5 else ()  # noqa: PLR2004
    return Reading(
        page.stem, article, "bench", "bench", actors=actors, events=(report,), statements=statements
    )


def _intake(world: World, page: Page, reading: Reading, words: Sequence[str]) -> Intake:
    keyed = tuple(
        KeyedTold(told, collation.keys_of(told, world.lore))
        for told in collation.tell(reading, world.lore)
    )
    letters = collation.letters_of(reading.article)
    sketch = collation.sketch(letters) if reading.on_theme else ()
    return Intake(page, reading, keyed, letters, sketch, world.indexed(words))


def stories(world: World, pages: int) -> Iterator[Made]:
    """Pages that tell one event (half of all), and as many that tell none."""
    number, words = 0, world.text()
    while number < pages:
        story, made = _story(world), Made([], [], [])
        for _ in range(min(7, int(world.rng.expovariate(1)) + 1)):
            reprint = made.intakes and world.rng.random() < _REPRINTED
            words = words if reprint else world.text()
            page, article = _article(world, number, story, words)
            intake = _intake(
                world, page, _reading(world, page, article, story), [*words, *story.who]
            )
            if reprint:
                of = made.intakes[-1].page.sha256
                made.copies.append(CopyLink(page.sha256, of, 1.0, "bench"))
            made.intakes.append(intake)
            number += 1
        told = [keyed.told for item in made.intakes for keyed in item.reports]
        channel = world.rng.choice(list(Channel))
        found = collation.collate(told, {}, (), world.lore).events
        made.events.extend(replace(event, channel=channel) for event in found)
        yield made
        for _ in range(len(made.intakes)):
            words = world.text()[:6]
            page, article = _article(world, number, None, words)
            aside = Reading(page.stem, article, "bench", "bench", on_theme=False)
            yield Made([_intake(world, page, aside, words)], [], [])
            number += 1


def fill(ledger: Ledger, world: World, pages: int) -> None:
    """Write the ledger; quickly rather than safely, for it can be made again."""
    hurried = ledger.engine.dialect.name == "sqlite"
    if hurried:
        event.listen(ledger.engine, "connect", _hurry)
    ledger.engine.dispose()
    made, written = stories(world, pages), 0
    while group := list(islice(made, _AT_ONCE)):
        intakes = [item for found in group for item in found.intakes]
        events = [event for found in group for event in found.events]
        with ledger.writing() as session:
            put_new(session, intakes)
            told = [keyed.told for item in intakes for keyed in item.reports]
            store(session, told, events, Run("bench", "bench", len(told), 1))
            roots: dict[str, str] = {}
            for link in (link for found in group for link in found.copies):
                roots[link.page] = roots.get(link.of, link.of)
                session.add(
                    CopyRow(page=link.page, of=link.of, root=roots[link.page], score=1.0, reason="")
                )
            session.flush()
            joining.clean(session, [item.page.sha256 for item in intakes])
        written += len(intakes)
        print(f"  {written:,} pages written", file=sys.stderr, flush=True)
    if hurried:
        event.remove(ledger.engine, "connect", _hurry)
    ledger.engine.dispose()


def _hurry(connection: DBAPIConnection, _record: object) -> None:
    for pragma in ("synchronous=OFF", "cache_size=-3000000", "wal_autocheckpoint=100000"):
        connection.execute(f"PRAGMA {pragma}")


def one_page_more(ledger: Ledger, world: World, known: Knowledge, count: int) -> None:
    """Put in pages with one report each, and collate after each."""
    # Another stretch of chances than that which made the ledger
    world.rng.seed(ledger.totals().pages)
    collate(ledger, known)
    taken: list[float] = []
    worked: list[float] = []
    concerned: list[int] = []
    told = (made for made in stories(world, 10**9) if made.events)
    for made in islice(told, count):
        with ledger.writing() as session:
            put_new(session, made.intakes[:1])
        start, work = time.perf_counter(), time.process_time()
        collate(ledger, known)
        taken.append(1000 * (time.perf_counter() - start))
        worked.append(1000 * (time.process_time() - work))
        with ledger.reading() as session:
            last = select(CollationRow.reports).order_by(CollationRow.id.desc()).limit(1)
            concerned.append(session.scalar(last) or 0)
    print(said_of("one page more", taken, worked))
    slowest = sorted(zip(worked, concerned, strict=True), reverse=True)[:_SLOWEST]
    print(
        "  slowest:",
        ", ".join(f"{ms:.0f} ms ({reports} reports)" for ms, reports in slowest),
        flush=True,
    )


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
    with TestClient(create_app(location, alone=True)) as client:
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
    print(said_of(kind, taken, worked))


def said_of(kind: str, taken: list[float], worked: list[float]) -> str:
    """How long something took: by the clock, in brackets of processor time, in ms."""
    middle, work = statistics.median(taken), statistics.median(worked)
    p95, most = _p95(taken), _p95(worked)
    return f"  {kind:30} median {middle:5.0f} ({work:.0f})  p95 {p95:5.0f} ({most:.0f}) ms"


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description="a large ledger")
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--more", type=int, default=60)
    parser.add_argument("--keep", type=Path, help="file to make, or to ask if it is there")
    args = parser.parse_args()
    look_seldom_for_garbage()
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
        one_page_more(ledger, world, known, args.more)
        ledger.close()
        ask(str(path), questions(world, ids))


if __name__ == "__main__":
    main()
