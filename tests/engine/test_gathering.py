"""Collated by an engine, readings tell what they tell a ledger that took them in one by one."""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path
from typing import TypeVar

import pyarrow.parquet as pq
import pytest
from sqlalchemy import text

import haengbo
from campaigns.databases import server
from engine.made import failing, made_pages, page_of, write_parts
from engine.test_reading import BrokenOffError
from haengbo.engine import EngineName, engine_of, gather, lay_out, load_into
from haengbo.engine.engines import Local
from haengbo.errors import HaengboError, UsageError
from haengbo.export import Subject, Wanted, format_for
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, intake
from haengbo.ledger.intake import put_new
from haengbo.ledger.rows import Intake
from haengbo.model import crowds
from haengbo.pipeline import collate

T = TypeVar("T")
R = TypeVar("R")
PAGES = 60
#: So many of them crowd a bound of three days, and are collated again and again in seconds.
CROWDING = 30
#: What is derived of readings: the rest of a ledger is history.
DERIVED = (
    "SELECT id, record, day, pages, origins, voices, discrepancies FROM events",
    "SELECT event, other, kind, reason FROM relations",
    "SELECT page, of, root, score, reason FROM copies",
    "SELECT page, article, number, present FROM versions",
    "SELECT id, event, score, reasons, earlier FROM reports",
    "SELECT event, name, role, state, first_day, last_day FROM event_parts",
    "SELECT name, type, mode, status, channel, events FROM part_counts WHERE events > 0",
    "SELECT id, target FROM event_ids WHERE id = target",
    "SELECT count(*) FROM articles WHERE dirty",
)


def _row(row: Iterable[object]) -> str:
    """A row as text; databases give truth as a number or as truth."""
    return repr([int(value) if isinstance(value, bool) else value for value in row])


def derived(ledger: Ledger) -> list[list[str]]:
    with ledger.reading() as session:
        return [sorted(map(_row, session.execute(text(query)))) for query in DERIVED]


def exported(ledger: Ledger) -> list[bytes]:
    return [
        b"".join(format_for(name, subject).write(Wanted(ledger, subject)))
        for subject in (Subject.EVENTS, Subject.COPIES, Subject.PAGES)
        for name in ("jsonl", "csv")
    ]


@pytest.fixture(scope="module")
def pages(knowledge: Knowledge) -> list[Intake]:
    return made_pages(PAGES, 3, knowledge)


@pytest.fixture(scope="module")
def gathered(pages: list[Intake], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Readings of these pages collated on two workers."""
    out = tmp_path_factory.mktemp("gathered")
    write_parts(out, pages)
    with Local(2) as engine:
        lay_out(str(out), engine)
        gather(str(out), engine, batches=3)
    return out


def published(out: Path) -> dict[str, bytes]:
    names = ("events", "relations", "copies", "versions")
    found = (path for name in names for path in sorted((out / name).rglob("*.parquet")))
    return {str(path.relative_to(out)): path.read_bytes() for path in found}


def taken_in(pages: Sequence[Intake], knowledge: Knowledge, at_once: int) -> Ledger:
    """A ledger that got some pages at a time."""
    ledger = Ledger.open(":memory:")
    for start in range(0, len(pages), at_once):
        with ledger.writing() as session:
            put_new(session, pages[start : start + at_once])
        collate(ledger, knowledge)
    return ledger


@pytest.mark.parametrize("at_once", [PAGES, 7], ids=["all at once", "some at a time"])
def test_a_ledger_filled_from_it_is_one_that_took_the_pages_in(
    at_once: int, pages: list[Intake], gathered: Path, knowledge: Knowledge
) -> None:
    loaded = Ledger.open(":memory:")
    assert load_into(loaded, str(gathered), knowledge) == PAGES
    shuffled = list(pages)
    random.Random(at_once).shuffle(shuffled)
    one_by_one = taken_in(shuffled, knowledge, at_once)
    for query, mine, theirs in zip(DERIVED, derived(loaded), derived(one_by_one), strict=True):
        assert mine, query
        assert mine == theirs, query
    assert exported(loaded) == exported(one_by_one)
    collations = "SELECT count(*) FROM collations"
    with loaded.reading() as session:
        assert session.scalar(text(collations)) == 1, "nothing was collated again"
    again = derived(loaded)
    assert load_into(loaded, str(gathered), knowledge) == 0
    assert derived(loaded) == again
    loaded.close()
    one_by_one.close()


@pytest.mark.parametrize(("most_days", "at_once"), [(0, 7), (1, CROWDING), (1, 1), (3, 7)])
def test_where_days_crowd_nothing_depends_on_the_order(
    most_days: int,
    at_once: int,
    pages: list[Intake],
    knowledge: Knowledge,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crowds, "MOST_DAYS", most_days)
    few = pages[:CROWDING]
    write_parts(tmp_path, few)
    lay_out(str(tmp_path), Local(1))
    gather(str(tmp_path), Local(1), batches=3)
    loaded = Ledger.open(":memory:")
    load_into(loaded, str(tmp_path), knowledge)
    shuffled = list(few)
    random.Random(7 * most_days + at_once).shuffle(shuffled)
    one_by_one = taken_in(shuffled, knowledge, at_once)
    for query, mine, theirs in zip(DERIVED, derived(loaded), derived(one_by_one), strict=True):
        assert mine == theirs, query
    # Read again, half of them tell nothing any more
    silent = [
        replace(page, reports=(), reading=replace(page.reading, events=()))
        for page in shuffled[CROWDING // 2 :]
    ]
    for page in silent:
        with one_by_one.writing() as session:
            intake.put(session, page)
        if at_once < CROWDING:
            collate(one_by_one, knowledge)
    collate(one_by_one, knowledge)
    without = taken_in([*shuffled[: CROWDING // 2], *silent], knowledge, CROWDING)
    assert derived(one_by_one)[:-1] == derived(without)[:-1]
    for ledger in (loaded, one_by_one, without):
        ledger.close()


#: A month given and the day of the month before; then what fills the month for one and the other.
_MISREMEMBERED = (
    ("2025-03", ("홍가람", "이반 가상로프")),
    ("2025-02-24", ("홍가람", "이반 가상로프")),
    ("2025-03-10", ("홍가람", "표트르 시험스키")),
    ("2025-03-20", ("민서백", "이반 가상로프")),
)


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_a_month_is_misremembered_only_where_nothing_else_is_told_of_one_of_both(
    order: tuple[int, ...], knowledge: Knowledge
) -> None:
    pages = [page_of(n, date, who, knowledge) for n, (date, who) in enumerate(_MISREMEMBERED)]
    ledger, taken = Ledger.open(":memory:"), set()
    for number in order:
        with ledger.writing() as session:
            put_new(session, [pages[number]])
        collate(ledger, knowledge)
        taken.add(number)
        one = taken >= {0, 1} and len(taken) < len(pages)
        assert ledger.totals().events == len(taken) - one, taken
    silent = replace(pages[3], reports=(), reading=replace(pages[3].reading, events=()))
    with ledger.writing() as session:
        intake.put(session, silent)
    collate(ledger, knowledge)
    assert ledger.totals().events == 2, "nobody else met the guest in March any more"
    ledger.close()


def test_a_bound_on_days_parts_what_it_leaves_open(
    pages: list[Intake], knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = []
    for most_days in (100, 3, 0):
        monkeypatch.setattr(crowds, "MOST_DAYS", most_days)
        ledger = taken_in(pages[:CROWDING], knowledge, CROWDING)
        counts.append(ledger.totals().events)
        ledger.close()
    assert counts == sorted(set(counts)), "the fewer days, the fewer reports are placed"


def test_what_is_made_up_is_worth_comparing(gathered: Path) -> None:
    rows = [
        row
        for path in sorted((gathered / "events").rglob("*.parquet"))
        for row in pq.read_table(path, partitioning=None).to_pylist()
    ]
    assert len({path.parent.name for path in (gathered / "events").rglob("*.parquet")}) == 4
    assert max(len(row["reports"]) for row in rows) > 3
    assert len({row["event"] for row in rows}) == len(rows)
    assert not (gathered / "collation").exists(), "what went from stage to stage is gone"


@pytest.mark.parametrize("batches", [1, 8])
def test_shares_and_workers_cannot_be_told(
    batches: int, pages: list[Intake], gathered: Path, tmp_path: Path
) -> None:
    write_parts(tmp_path, pages, parts=2)
    lay_out(str(tmp_path), Local(1))
    gather(str(tmp_path), Local(1), batches=batches)
    assert published(tmp_path) == published(gathered)


@dataclass
class Dying:
    """An engine that is killed after so many pieces of all stages."""

    after: int

    def each(self, function: Callable[[T], R], given: Sequence[T]) -> Iterator[R]:
        for value in given:
            if self.after == 0:
                raise BrokenOffError
            self.after -= 1
            yield function(value)


def test_a_run_that_was_killed_goes_on_and_ends_the_same(
    pages: list[Intake], gathered: Path, tmp_path: Path
) -> None:
    write_parts(tmp_path, pages)
    lay_out(str(tmp_path), Local(1))
    for after in (1, 9, 25):
        with pytest.raises(BrokenOffError):
            gather(str(tmp_path), Dying(after), batches=3)
        assert not (tmp_path / "collated.json").exists()
    # In the middle of a file: a piece beside its place
    (next(tmp_path.glob("collation/*")) / "reports" / "_half.parquet").write_bytes(b"PAR1 half")
    first = gather(str(tmp_path), Local(1), batches=3)
    assert published(tmp_path) == published(gathered)
    assert gather(str(tmp_path), Dying(0), batches=3) == first, "nothing is done again"


def test_other_readings_are_collated_anew(pages: list[Intake], tmp_path: Path) -> None:
    write_parts(tmp_path, pages[:10], parts=1)
    lay_out(str(tmp_path), Local(1))
    first = gather(str(tmp_path), Local(1))
    write_parts_again = [*pages[:20]]
    (tmp_path / "parts" / "0.parquet").unlink()
    (tmp_path / "parts").rmdir()
    write_parts(tmp_path, write_parts_again, parts=1)
    lay_out(str(tmp_path), Local(1))
    second = gather(str(tmp_path), Local(1))
    assert second.key != first.key
    assert second.reports > first.reports


def test_a_ledger_that_holds_more_collates_itself(
    pages: list[Intake], gathered: Path, knowledge: Knowledge
) -> None:
    more = made_pages(PAGES + 5, 4, knowledge)[PAGES:]
    loaded = taken_in(more, knowledge, 5)
    load_into(loaded, str(gathered), knowledge)
    everything = taken_in([*pages, *more], knowledge, PAGES + 5)
    assert derived(loaded) == derived(everything)
    loaded.close()
    everything.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_daft_gives_the_same(
    pages: list[Intake], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Its workers are processes of their own
    places = (Path(haengbo.__file__).parents[1], Path(__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, places)))
    # One file of readings: only blocks and months of events are many, and handed to its workers
    some = [page for page in pages if (page.reading.article.published_day or "") < "2025-03"]
    for name, engine in (("local", Local(1)), ("daft", engine_of(EngineName.DAFT, 1))):
        write_parts(tmp_path / name, some, parts=1)
        lay_out(f"file://{tmp_path}/{name}", Local(1))
        gather(f"file://{tmp_path}/{name}", engine, batches=1)
    assert published(tmp_path / "daft") == published(tmp_path / "local")
    with pytest.raises(HaengboError, match=r"엔진의 일꾼이 멈췄다: .*no such year"):
        list(engine.each(failing, ["1", "2"]))
    # It leaves a pipe of its worker open, which is said where it is found
    gc.collect()


def test_postgresql_takes_the_same(gathered: Path, knowledge: Knowledge) -> None:
    loaded = Ledger.open(":memory:")
    load_into(loaded, str(gathered), knowledge)
    with server() as address:
        other = Ledger.open(address)
        load_into(other, str(gathered), knowledge)
        assert derived(other) == derived(loaded)
        assert exported(other) == exported(loaded)
        other.close()
    loaded.close()


def test_a_note_that_is_broken_is_named(gathered: Path, tmp_path: Path) -> None:
    (tmp_path / "readings.json").write_bytes((gathered / "readings.json").read_bytes())
    (tmp_path / "collated.json").write_text("{", "utf-8")
    with pytest.raises(UsageError, match=r"collated\.json"):
        gather(str(tmp_path), Local(1))


def test_nothing_laid_out_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="읽어 둔 것이 없다"):
        gather(str(tmp_path), Local(1))
