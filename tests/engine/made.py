"""Made-up pages that tell of few people on few days, so that blocks overlap: read by nobody."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from haengbo import collation
from haengbo.engine.rows import row_of, schema
from haengbo.knowledge import Knowledge
from haengbo.ledger.rows import Intake, KeyedTold
from haengbo.model.article import Article, Block, BlockKind, Stated
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.reading import (
    Actor,
    ActorKind,
    EventReport,
    Participant,
    ParticipantRole,
    Reading,
    Role,
    Status,
)
from haengbo.model.span import Span

_NORTH, _ABROAD = ("홍가람", "홍가룸", "민서백"), ("이반 가상로프", "표트르 시험스키", "러시아")
_DATES = (
    *(f"2025-02-{day:02d}" for day in range(24, 29)),
    *(f"2025-03-{day:02d}" for day in range(1, 6)),
    *("2025-02", "2025-03", "2025", "2020/2030", "2025-02-26/2025-03-02"),
    None,
)
_KINDS = (("CONSULT", "meeting"), ("CONSULT", "visit"), ("AGREE", "sign"), ("SUPPORT", None))
_STATUSES = (Status.OCCURRED, Status.OCCURRED, Status.PLANNED)
_SAID = (
    "모스크바에서 만나 협력을 다짐했다",
    "평양을 찾아 함께 걸었다",
    "새 합의서에 이름을 적었다",
)
_LETTERS = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"


def _body(rng: random.Random) -> str:
    return "".join(rng.choice(_LETTERS) for _ in range(260))


def _event(rng: random.Random, number: int, at: int) -> EventReport:
    span = Span(at, at + 20)
    who = (rng.choice((*_NORTH, "북한")), rng.choice(_ABROAD))
    parts = tuple(Participant(name, ParticipantRole.PARTY) for name in who)
    kind, mode = rng.choice(_KINDS)
    return EventReport(
        f"e{number}", kind, mode, rng.choice(_STATUSES), rng.choice(_DATES), None, parts, (), (),
        (span,), span, "made", 0.9,
    )  # fmt: skip


def _actor(name: str) -> Actor:
    if name in ("북한", "러시아"):
        return Actor(name, ActorKind.STATE, (name,), (), Span(0, 2), "made", 0.9)
    state = "북한" if name in _NORTH else "러시아"
    roles = (Role("시험상", state, Span(0, 2)),)
    return Actor(name, ActorKind.PERSON, (name,), roles, Span(0, 2), "made", 0.9)


def _reading(rng: random.Random, number: int, body: str) -> tuple[Page, Reading]:
    """A page with one or two reports; some share their body, some their address."""
    day = f"2025-0{rng.randint(2, 4)}-{rng.randint(1, 28):02d}"
    said = rng.choice(_SAID)
    url = f"https://paper.example/{number % 17}" if number % 3 == 0 else None
    text = f"제목 {number % 17 if url else number}\n{said} {said} {body} {number}.\n"
    known = Known(day, f"시험{number % 5}일보", url)
    page = Page(f"p{number:03d}", text.encode(), MediaType.TEXT, known)
    at = text.index("\n") + 1
    article = Article(
        page.name, page.sha256, page.media_type, text,
        (
            Block(BlockKind.TITLE, Span(0, at - 1), 1, "made"),
            Block(BlockKind.BODY, Span(at, len(text) - 1), 2, "made"),
        ),
        outlet=Stated(known.outlet or "", None, "made"),
        published=Stated(day, None, "made"),
        url=url,
    )  # fmt: skip
    events = tuple(_event(rng, n, at + 12 * n) for n in range(rng.randint(1, 2)))
    names = sorted({part.name for event in events for part in event.participants})
    return page, Reading(
        page.name, article, "made", "made", actors=tuple(map(_actor, names)), events=events
    )


def page_of(number: int, date: str, who: tuple[str, str], knowledge: Knowledge) -> Intake:
    """A page that tells of one meeting."""
    rng = random.Random(number)
    page, made = _reading(rng, 3 * number + 1, _body(rng))
    meeting = EventReport(
        "e0", "CONSULT", "meeting", Status.OCCURRED, date, None,
        tuple(Participant(name, ParticipantRole.PARTY) for name in who), (), (),
        made.events[0].evidence, made.events[0].evidence[0], "made", 0.9,
    )  # fmt: skip
    return _stored(
        page, replace(made, actors=tuple(map(_actor, who)), events=(meeting,)), knowledge
    )


def _stored(page: Page, reading: Reading, knowledge: Knowledge) -> Intake:
    lore = collation.lore(knowledge)
    letters = collation.letters_of(reading.article)
    reports = tuple(
        KeyedTold(item, collation.keys_of(item, lore)) for item in collation.tell(reading, lore)
    )
    return Intake(page, reading, reports, letters, collation.sketch(letters), ("제목",))


def made_pages(count: int, seed: int, knowledge: Knowledge) -> list[Intake]:
    """So many pages as a ledger or an engine stores them."""
    rng = random.Random(seed)
    bodies = [_body(rng) for _ in range(count // 2 + 1)]
    return [
        _stored(*_reading(rng, number, rng.choice(bodies)), knowledge) for number in range(count)
    ]


def write_parts(out: Path, intakes: Sequence[Intake], parts: int = 3) -> None:
    """What reading an archive of these pages would have written, in so many parts."""
    (out / "parts").mkdir(parents=True)
    for number in range(parts):
        rows = [row_of(intake) for intake in intakes[number::parts]]
        pq.write_table(pa.Table.from_pylist(rows, schema()), out / "parts" / f"{number}.parquet")


def failing(given: str) -> str:
    """What a worker cannot do."""
    raise ValueError(f"no such year: {given}")
