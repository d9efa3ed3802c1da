"""Readings made by hand, so that the ledger can be tested without reading."""

from __future__ import annotations

from collections.abc import Sequence

from haengbo.collation import keys_of, lore
from haengbo.knowledge import load
from haengbo.ledger.rows import Intake, KeyedTold
from haengbo.model.article import Article, Block, BlockKind, Stated
from haengbo.model.collation import Anchor, Part, Source, Told
from haengbo.model.page import MediaType, Page
from haengbo.model.reading import (
    Actor,
    ActorKind,
    EventReport,
    Form,
    Participant,
    ParticipantRole,
    Reading,
    Statement,
    Status,
)
from haengbo.model.span import Span

TITLE = "외무상, 시험국 장관과 회담"
BODY = "시험 외무상이 4일 시험시에서 가상 장관을 만났다. 그는 “굳게 지지한다”고 말했다."


def make_page(name: str, body: str = BODY) -> Page:
    return Page(name, f"{TITLE}\n{body}\n".encode(), MediaType.TEXT)


def make_reading(page: Page, *, date: str | None = "2025-06-04", code: str = "1") -> Reading:
    text = page.data.decode()
    at = len(TITLE) + 1
    body = Span(at, len(text) - 1)
    article = Article(
        page.name,
        page.sha256,
        page.media_type,
        text,
        (
            Block(BlockKind.TITLE, Span(0, len(TITLE)), 1, "test"),
            Block(BlockKind.BODY, body, 2, "test"),
        ),
        outlet=Stated("시험일보", None, "test"),
        published=Stated("2025-06-05", None, "test"),
    )
    told = Span(at, text.index(".") + 1)
    quote = Span(text.index("“") + 1, text.index("”"))
    people = tuple(
        Actor(name, ActorKind.PERSON, (name,), (), Span(at, at + 2), "test", 0.9)
        for name in ("시험", "가상")
    )
    event = EventReport(
        "e1",
        "CONSULT",
        "meeting",
        Status.OCCURRED,
        date,
        "시험시",
        tuple(Participant(name, ParticipantRole.PARTY) for name in ("시험", "가상")),
        (),
        (),
        (told,),
        told,
        "test",
        0.9,
    )
    said = Statement("s1", ("시험",), Form.DIRECT, quote, (), "e1", (), (), date, "test", 0.8)
    return Reading(
        page.name, article, code, "pack", actors=people, events=(event,), statements=(said,)
    )


def told_of(reading: Reading) -> tuple[Told, ...]:
    article = reading.article
    source = Source(
        article.sha256, article.page, "시험일보", None, article.published_day, article.title
    )
    return tuple(
        Told(
            Anchor(article.sha256, e.span.start, e.span.end, f"{e.type}/{e.mode}"),
            source,
            e,
            tuple(span.of(article.text) for span in e.evidence),
            e.span.of(article.text),
            tuple(Part(p.name, p.role, "person") for p in e.participants),
        )
        for e in reading.events
    )


def make_intake(page: Page, reading: Reading | None = None, words: Sequence[str] = ()) -> Intake:
    reading = reading or make_reading(page)
    return Intake(
        page,
        reading,
        tuple(KeyedTold(told, keys_of(told, lore(load()))) for told in told_of(reading)),
        BODY,
        ("a1", "b2"),
        tuple(words) or ("외무상", "시험", "회담"),
    )
