"""The operations that write a ledger: what each starts from, what it does, what it acknowledges.

An operation calls ``say`` when a user has been told that something is kept; what was said must be
there after any kill. Run again it goes on where it was, as the command of its name does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaigns.crash.material import Material
from campaigns.older import made_older
from haengbo.ledger import Ledger, additions, articles, decisions, erasing, intake
from haengbo.ledger.decisions import By
from haengbo.ledger.dialects import put_words
from haengbo.ledger.tables import DecisionRow, EventIdRow, PageNameRow, PageRow, ReadingRow
from haengbo.model.decision import DecisionKind
from haengbo.model.reading import Form, Statement
from haengbo.pipeline import Outcome, as_intake, collate, ingest, reread

Say = Callable[[str], None]
_BY = By("나기록", "시험")
_DECISIONS = 6
#: Events that they are about: those that the preparation made come first.
_KEYS = 16
_ERASED = 3
_OLD = "0"


@dataclass(frozen=True, slots=True)
class Operation:
    """One way of writing a ledger.

    Attributes:
        name: What it is called.
        prepare: Makes what it starts from, in a ledger that is empty.
        run: Does it, at a location.
        lost: Of what was said, what is not there.
    """

    name: str
    prepare: Callable[[str, Material], None]
    run: Callable[[str, Material, Say], None]
    lost: Callable[[Session, Sequence[str]], list[str]]


def _names_lost(session: Session, said: Sequence[str]) -> list[str]:
    """Pages that were reported as taken in, without a present reading."""
    there = select(PageNameRow.name).join(ReadingRow, ReadingRow.page == PageNameRow.page)
    names = set(session.scalars(there.where(ReadingRow.superseded.is_(None))))
    return [name for name in said if name not in names]


def _rereadings_lost(session: Session, said: Sequence[str]) -> list[str]:
    """Pages that were reported as read again and still have their old reading."""
    old = select(PageNameRow.name).join(ReadingRow, ReadingRow.page == PageNameRow.page)
    names = set(
        session.scalars(old.where(ReadingRow.superseded.is_(None), ReadingRow.code_version == _OLD))
    )
    return [name for name in said if name in names]


def _decisions_lost(session: Session, said: Sequence[str]) -> list[str]:
    numbers = {str(number) for number in session.scalars(select(DecisionRow.id))}
    return [number for number in said if number not in numbers]


def _removals_lost(session: Session, said: Sequence[str]) -> list[str]:
    erased = set(session.scalars(select(PageRow.sha256).where(PageRow.data.is_(None))))
    return [page for page in said if page not in erased]


def _nothing_said(_session: Session, said: Sequence[str]) -> list[str]:
    return list(said)


def _made_empty(location: str, material: Material) -> None:
    material.opened(location).close()


def _ingested(location: str, material: Material) -> None:
    ledger = material.opened(location)
    result = ingest(ledger, material.pages, material.knowledge)
    ledger.close()
    if result.failures:
        raise result.failures[0]


def _ingest(location: str, material: Material, say: Say) -> None:
    ledger = material.opened(location)

    def told(name: str, _outcome: Outcome) -> None:
        say(name)

    ingest(ledger, material.pages, material.knowledge, told)


def _read_long_ago(location: str, material: Material) -> None:
    """Readings of an older version that missed every second event."""
    ledger = material.opened(location)
    _ingested(location, material)
    with ledger.writing() as session:
        for page in material.pages:
            reading = articles.present_reading(session, page.sha256)
            if reading is not None:
                older = replace(reading, events=reading.events[::2], code_version=_OLD)
                intake.put(session, as_intake(page, older, material.knowledge, ledger.words))
    collate(ledger, material.knowledge)
    ledger.close()


def _reread(location: str, material: Material, say: Say) -> None:
    def told(name: str, _outcome: Outcome) -> None:
        say(name)

    reread(material.opened(location), material.knowledge, told)


def _not_collated(location: str, material: Material) -> None:
    ledger = material.opened(location)
    for page in material.pages:
        reading, tokens = material.readings[page.sha256]
        with ledger.writing() as session:
            made = as_intake(page, reading, material.knowledge, ledger.words, tokens)
            intake.put_new(session, [made])
    ledger.close()


def _collate(location: str, material: Material, _say: Say) -> None:
    collate(material.opened(location), material.knowledge)


def _decide(location: str, material: Material, say: Say) -> None:
    """Decisions of five kinds, each followed by collation; those that are there stay alone."""
    ledger = material.opened(location)
    with ledger.reading() as session:
        done = session.scalar(select(func.count()).select_from(DecisionRow)) or 0
    collate(ledger, material.knowledge)
    for step in list(_steps(ledger, material))[done:]:
        with ledger.writing() as session:
            number = step(session)
        say(str(number))
        collate(ledger, material.knowledge)


def _steps(ledger: Ledger, material: Material) -> Iterator[Callable[[Session], int]]:
    """The same steps each time: they name events by the ids that they had at first."""
    with ledger.reading() as session:
        first = select(EventIdRow.id).order_by(EventIdRow.first_seen, EventIdRow.id).limit(_KEYS)
        keys = list(session.scalars(first))
    pages = [p for p in material.pages if material.readings[p.sha256][0].on_theme]
    for number in range(_DECISIONS):
        page = pages[number % len(pages)].sha256
        kind = _KINDS[number % len(_KINDS)]
        at = 2 * number % (len(keys) - 1)
        yield partial(kind, number, keys[at : at + 2], page, material)


def _correct(_n: int, keys: list[str], _page: str, _m: Material, session: Session) -> int:
    return decisions.correct(session, keys[0], "place", "시험시", _BY)


def _merge(_n: int, keys: list[str], _page: str, _m: Material, session: Session) -> int:
    return decisions.merge(session, keys[0], keys[1], _BY)


def _note(_n: int, keys: list[str], _page: str, _m: Material, session: Session) -> int:
    return decisions.annotate(session, keys[0], DecisionKind.NOTE, "볼 것", _BY)


def _undo(number: int, _keys: list[str], _page: str, _m: Material, session: Session) -> int:
    """Take back the decision before the last, an addition: whatever its number, there are gaps."""
    there = select(DecisionRow.id).order_by(DecisionRow.id).offset(number - 2).limit(1)
    return decisions.undo(session, session.scalars(there).one(), _BY)


def _add(_n: int, _keys: list[str], page: str, material: Material, session: Session) -> int:
    """A statement that the machine did not find: the article's title."""
    article = material.readings[page][0].article
    span = article.blocks[0].span
    said = Statement(
        id="s1",
        speaker=("시험",),
        form=Form.INDIRECT,
        span=span,
        addressee=(),
        occasion=None,
        stance=(),
        chain=(),
        date=None,
        rule="",
        confidence=1.0,
    )
    words = span.of(article.text)
    return additions.add(session, page, additions.Added(words, statement=said), _BY)


_KINDS: tuple[Callable[[int, list[str], str, Material, Session], int], ...] = (
    *(_correct, _merge, _add, _note, _undo),
)


def _remove(location: str, material: Material, say: Say) -> None:
    ledger = material.opened(location)
    for page in material.pages[:_ERASED]:
        with ledger.writing() as session:
            row = session.get_one(PageRow, page.sha256)
            if row.erased is None:
                erasing.erase(session, page.sha256, _BY)
        say(page.sha256)
        collate(ledger, material.knowledge)
    ledger.compact()


def _reindex(location: str, material: Material, _say: Say) -> None:
    material.opened(location).reindex(full=True)


def _half_indexed(location: str, material: Material) -> None:
    """An index in which pages are missing, and counts that are wrong."""
    _ingested(location, material)
    ledger = material.opened(location)
    with ledger.writing() as session:
        for page in material.pages[::2]:
            put_words(session.connection(), page.sha256, ())
    ledger.close()


def _of_the_first_version(location: str, material: Material) -> None:
    """What an ingest and decisions made, as the first version of the schema held it."""
    _ingested(location, material)
    _decide(location, material, lambda _said: None)
    made_older(location, "0001")


def _migrate(location: str, material: Material, _say: Say) -> None:
    material.opened(location)


OPERATIONS = (
    Operation("ingest", _made_empty, _ingest, _names_lost),
    Operation("reread", _read_long_ago, _reread, _rereadings_lost),
    Operation("collation", _not_collated, _collate, _nothing_said),
    Operation("decisions", _ingested, _decide, _decisions_lost),
    Operation("removal", _ingested, _remove, _removals_lost),
    Operation("reindex", _half_indexed, _reindex, _nothing_said),
    Operation("migration", _of_the_first_version, _migrate, _nothing_said),
)
