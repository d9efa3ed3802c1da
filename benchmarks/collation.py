"""How long collation of a dense made-up ledger takes, and of one page more.

Six reports to a page, among 56 pairs of people over a thousand days, three modes; of ten dates one
gives the month, one the year, one report is undated: denser than any real ledger, so that what
grows with the square shows. Wall and processor seconds.
Usage: ``python -m benchmarks.collation [--reports N ...]``.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from haengbo import collation
from haengbo.knowledge import Knowledge, load
from haengbo.ledger import Ledger
from haengbo.ledger.intake import put
from haengbo.ledger.rows import Intake, KeyedTold
from haengbo.model.article import Article, Block, BlockKind, Stated
from haengbo.model.page import MediaType, Page
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

_NORTH = ("최선희", "김정은", "박정천", "노광철", "정경택", "리창대", "김여정", "조용원")
_GUESTS = (
    "왕이",
    "세르게이 라브로프",
    "블라디미르 푸틴",
    "막심 리젠코프",
    "세르게이 쇼이구",
    "안드레이 벨로우소프",
    "리창",
)
_MODES = ("meeting", "visit", "ceremony")
_TO_A_PAGE, _DAYS = 6, 1000


def _date(rng: random.Random) -> str | None:
    day = (date(2023, 1, 1) + timedelta(days=rng.randrange(_DAYS))).isoformat()
    return rng.choice([*[day] * 7, day[:7], day[:4], None])


def _report(number: int, rng: random.Random, base: Span) -> EventReport:
    span = Span(base.start + number, base.start + number + 12)
    pair = (rng.choice(_NORTH), rng.choice(_GUESTS))
    who = tuple(Participant(name, ParticipantRole.PARTY) for name in pair)
    mode = rng.choice(_MODES)
    return EventReport(
        f"e{number}", "CONSULT", mode, Status.OCCURRED, _date(rng), None, who, (), (), (span,),
        span, "bench", 0.9,
    )  # fmt: skip


def _intake(number: int, rng: random.Random, known: Knowledge, reports: int) -> Intake:
    words = " ".join(str(rng.randrange(10**6)) for _ in range(80))
    page = Page(f"p{number}.txt", f"시험 회담\n{words}.\n".encode(), MediaType.TEXT)
    text = page.data.decode()
    body = Span(text.index("\n") + 1, len(text) - 1)
    article = Article(
        page.name, page.sha256, page.media_type, text, (Block(BlockKind.BODY, body, 2, "bench"),),
        outlet=Stated("시험일보", None, "bench"), published=Stated("2025-10-01", None, "bench"),
    )  # fmt: skip
    events = tuple(_report(n, rng, body) for n in range(reports))
    names = sorted({part.name for event in events for part in event.participants})
    actors = tuple(Actor(n, ActorKind.PERSON, (n,), (), body, "bench", 0.9) for n in names)
    reading = Reading(page.name, article, "bench", "bench", actors=actors, events=events)
    lore = collation.lore(known)
    letters = collation.letters_of(article)
    keyed = tuple(KeyedTold(t, collation.keys_of(t, lore)) for t in collation.tell(reading, lore))
    return Intake(page, reading, keyed, letters, collation.sketch(letters), ("시험",))


def _timed(work: Callable[[], None]) -> str:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return f"{time.perf_counter() - wall:6.1f} s wall {time.process_time() - cpu:6.1f} s processor"


def measure(reports: int, known: Knowledge) -> None:
    """Make a ledger of so many reports, collate it, add one page, and print the times."""
    rng = random.Random(1)  # noqa: S311 - the same ledger each time
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger.open(str(Path(folder) / "dense.db"), knowledge=known)
        with ledger.writing() as session:
            for number in range(reports // _TO_A_PAGE):
                put(session, _intake(number, rng, known, _TO_A_PAGE))
        whole = _timed(lambda: collate(ledger, known))
        with ledger.writing() as session:
            put(session, _intake(-1, rng, known, 1))
        more = _timed(lambda: collate(ledger, known))
        print(f"{reports} reports, {ledger.totals().events} events: {whole}; one page more: {more}")
        ledger.close()


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description="speed of collation")
    parser.add_argument("--reports", nargs="*", type=int, default=[3000, 9000])
    known = load()
    for reports in parser.parse_args().reports:
        measure(reports, known)


if __name__ == "__main__":
    main()
