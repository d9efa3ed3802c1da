"""Pages into the ledger and what they tell together: the order of those stages.

``read_page`` and ``read`` are those of ``reader``, where the order of reading is written.
``ingest``: pages → articles → readings → ledger → collation; ``reread`` and ``collate`` its parts.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from haengbo import __version__, collation
from haengbo.errors import HaengboError, PageError, PassedError
from haengbo.knowledge import Knowledge
from haengbo.korean.morphemes import Token
from haengbo.ledger import (
    Ledger,
    additions,
    articles,
    crowding,
    decisions,
    intake,
    joining,
    keying,
    loading,
    neighbours,
    reprints,
    versions,
)
from haengbo.ledger.rows import Intake, KeyedTold
from haengbo.ledger.words import SearchWords
from haengbo.model.entry import Entry
from haengbo.model.page import Page
from haengbo.model.reading import Reading
from haengbo.reader import read, read_article, read_for_search, read_page
from haengbo.reading.entered import read_entry

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = [
    "Ingested",
    "Outcome",
    "as_intake",
    "collate",
    "enter",
    "ingest",
    "prepare_intake",
    "read",
    "read_article",
    "read_for_search",
    "read_page",
    "rekey",
    "reread",
]


class Outcome(StrEnum):
    """What became of a page that was offered to the ledger.

    ``PASSED``: of a feed whose entries since the last look may have passed unseen.
    """

    READ = "read"
    ASIDE = "aside"
    KNOWN = "known"
    FAILED = "failed"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Ingested:
    """Summary of a run.

    Attributes:
        counts: Pages by outcome.
        failures: Each page that could not be read, and each feed with a gap, with the reason.
        copies: Pages that turned out to be copies, of the whole ledger.
        events: Events of the whole ledger.
    """

    counts: Mapping[Outcome, int]
    failures: tuple[PageError, ...]
    copies: int
    events: int


def ingest(
    ledger: Ledger,
    pages: Iterable[Page | PageError],
    knowledge: Knowledge,
    report: Callable[[str, Outcome], None] = lambda _name, _outcome: None,
    prepare: Prepare | None = None,
) -> Ingested:
    """Pages → articles → readings → rows, some at a time; then what they tell together.

    Killed at any instant and run again, it goes on where it stopped: a page that is in is not
    read again, and what was not collated is still marked.

    Args:
        ledger: Where to.
        pages: As ``capture.collect`` gives them; errors are noted and counted.
        knowledge: What to read with.
        report: Called after each page, when it is in the ledger. Then every page that was asked
            for so far is in: no page is taken from ``pages`` between storing some and reporting.
        prepare: Reads the pages; in this process if not given, else see ``apart``.
    """
    counts: Counter[Outcome] = Counter()
    failures: list[PageError] = []
    prepare = prepare or _here(knowledge, ledger.words)
    for group in _groups(pages):
        for item, result in _take_in(ledger, group, prepare):
            if isinstance(result, PageError):
                failures.append(result)
            outcome = _failed(result) if isinstance(result, PageError) else result
            counts[outcome] += 1
            report(item.page if isinstance(item, PageError) else item.name, outcome)
    collate(ledger, knowledge)
    totals = ledger.totals()
    return Ingested(counts, tuple(failures), totals.copies, totals.events)


#: A page that is new and what people added to it by hand.
Unread = tuple[Page, Sequence[additions.Added]]
#: Reads such pages, in their order.
Prepare = Callable[[Sequence[Unread]], Iterable[Intake | PageError]]


def _here(knowledge: Knowledge, words: SearchWords) -> Prepare:
    """Reading in this process."""

    def prepare(unread: Sequence[Unread]) -> Iterator[Intake | PageError]:
        for page, added in unread:
            try:
                yield prepare_intake(page, knowledge, words, added)
            except PageError as error:
                yield error
            except MemoryError:
                yield PageError(page.name, "메모리가 모자란다")

    return prepare


#: Pages that are taken in together: at most so many, so many bytes, so many seconds of waiting for
#: the next one. Killed in between, these are read again.
TAKEN_AT_ONCE = 64
_BYTES_AT_ONCE = 8_000_000
_SECONDS_AT_ONCE = 2.0


def _groups(pages: Iterable[Page | PageError]) -> Iterator[list[Page | PageError]]:
    """Pages in their order, some at a time; a hash is in a group once."""
    group: list[Page | PageError] = []
    hashes: set[str] = set()
    size, since = 0, time.monotonic()
    for item in pages:
        if isinstance(item, Page) and item.sha256 in hashes:
            yield group
            group, hashes, size, since = [], set(), 0, time.monotonic()
        group.append(item)
        if isinstance(item, Page):
            hashes.add(item.sha256)
            size += len(item.data)
        waited = time.monotonic() - since > _SECONDS_AT_ONCE
        if len(group) >= TAKEN_AT_ONCE or size >= _BYTES_AT_ONCE or waited:
            yield group
            group, hashes, size, since = [], set(), 0, time.monotonic()
    if group:
        yield group


#: What was offered and what became of it.
_Taken = tuple[Page | PageError, Outcome | PageError]


def _take_in(ledger: Ledger, group: Sequence[Page | PageError], prepare: Prepare) -> list[_Taken]:
    """Read what of a group is new and write it in one transaction."""
    pages = [item for item in group if isinstance(item, Page)]
    with ledger.reading() as session:
        unread = dict(zip((p.sha256 for p in pages), intake.unread_of(session, pages), strict=True))
        # Only what is there can have been added to
        added = {h: additions.on_page(session, h) for h in intake.there(session, pages)}
    new = [page for item in pages if (page := unread[item.sha256]) is not None]
    results = iter(prepare([(page, added.get(page.sha256, ())) for page in new]))
    taken: list[_Taken] = []
    prepared: list[tuple[Page, Intake]] = []
    for item in group:
        page = unread[item.sha256] if isinstance(item, Page) else None
        if isinstance(item, PageError):
            taken.append((item, item))
        elif page is None:
            taken.append((item, Outcome.KNOWN))
        else:
            result = next(results)
            taken.append((item, _outcome(result)))
            if isinstance(result, Intake):
                prepared.append((item, result))
    with ledger.writing() as session:
        _write(session, taken, prepared)
    return taken


def _failed(error: PageError) -> Outcome:
    return Outcome.PASSED if isinstance(error, PassedError) else Outcome.FAILED


def _outcome(result: Intake | PageError) -> Outcome | PageError:
    if isinstance(result, PageError):
        return result
    return Outcome.READ if result.reading.on_theme else Outcome.ASIDE


def _write(
    session: Session, taken: Sequence[_Taken], prepared: Sequence[tuple[Page, Intake]]
) -> None:
    """Store what was read; another process may have stored some of it meanwhile."""
    there = intake.there(session, (page for page, _ in prepared))
    intake.put_new(session, [made for page, made in prepared if page.sha256 not in there])
    log: list[tuple[str, str | None, str, str | None]] = []
    for page, made in prepared:
        if page.sha256 in there and intake.unread(session, page) is not None:
            intake.put(session, made)
    stored = {page.sha256 for page, _ in prepared}
    for item, result in taken:
        if isinstance(result, PageError):
            log.append((result.page, None, _failed(result).value, result.reason))
        elif isinstance(item, Page):
            if result is Outcome.KNOWN or item.sha256 in there:
                intake.note_name(session, item)
            if item.sha256 in stored:
                log.append((item.name, item.sha256, result.value, None))
    intake.log_all(session, log)


def prepare_intake(
    page: Page, knowledge: Knowledge, words: SearchWords, added: Sequence[additions.Added] = ()
) -> Intake:
    """Page → everything the ledger stores of it.

    Args:
        page: The capture.
        knowledge: What to read with.
        words: For the search index.
        added: What people added to it by hand.

    Raises:
        PageError: The page cannot be read.
    """
    try:
        reading, tokens = read_for_search(page, knowledge)
        return as_intake(page, additions.lay_over(reading, added), knowledge, words, tokens)
    except (HaengboError, MemoryError):
        raise
    except Exception as error:
        # A fault of ours on one page must not keep the others out; it is named and counted
        raise PageError(page.name, f"내부 오류: {type(error).__name__}: {error}") from error


def as_intake(
    page: Page,
    reading: Reading,
    knowledge: Knowledge,
    words: SearchWords,
    tokens: Sequence[Token] = (),
) -> Intake:
    """A page with its reading → everything the ledger stores of it; ``tokens`` of its news."""
    lore = collation.lore(knowledge)
    letters = collation.letters_of(reading.article)
    return Intake(
        page,
        reading,
        tuple(
            KeyedTold(told, collation.keys_of(told, lore)) for told in collation.tell(reading, lore)
        ),
        letters,
        collation.sketch(letters) if reading.on_theme else (),
        words.of_article(reading.article, on_theme=reading.on_theme, tokens=tokens),
    )


def enter(
    ledger: Ledger, entries: Iterable[Entry | PageError], by: str, knowledge: Knowledge
) -> Ingested:
    """What a person enters → the ledger, marked as entered; then collation as for pages.

    Args:
        ledger: Where to.
        entries: As ``capture.entries`` gives them; errors are counted.
        by: Who enters it.
        knowledge: For the kinds of those named.
    """
    counts: Counter[Outcome] = Counter()
    failures: list[PageError] = []
    for item in entries:
        if isinstance(item, PageError):
            failures.append(item)
            counts[Outcome.FAILED] += 1
            continue
        page, reading = read_entry(item, by, knowledge)
        with ledger.writing() as session:
            if intake.unread(session, page) is None:
                counts[Outcome.KNOWN] += 1
                continue
            intake.put(session, as_intake(page, reading, knowledge, ledger.words))
            intake.log(session, page.name, page.sha256, Outcome.READ.value, reading.code_version)
        counts[Outcome.READ] += 1
    collate(ledger, knowledge)
    totals = ledger.totals()
    return Ingested(counts, tuple(failures), totals.copies, totals.events)


def reread(
    ledger: Ledger,
    knowledge: Knowledge,
    report: Callable[[str, Outcome], None] = lambda _name, _outcome: None,
    prepare: Prepare | None = None,
) -> Ingested:
    """Read again the pages whose reading was made by other code or another pack; collate.

    Args:
        ledger: Which.
        knowledge: What to read with.
        report: Called after each page.
        prepare: As for ``ingest``.
    """
    prepare = prepare or _here(knowledge, ledger.words)
    with ledger.reading() as session:
        pages = intake.outdated(session, __version__, knowledge.version)
    counts: Counter[Outcome] = Counter()
    failures: list[PageError] = []
    for sha256 in pages:
        page = ledger.page(sha256)
        if page is None:
            continue
        with ledger.reading() as session:
            added = additions.on_page(session, sha256)
        (prepared,) = prepare([(page, added)])
        outcome = Outcome.FAILED
        if isinstance(prepared, PageError):
            failures.append(prepared)
        else:
            outcome = Outcome.READ if prepared.reading.on_theme else Outcome.ASIDE
            with ledger.writing() as session:
                intake.put(session, prepared)
        counts[outcome] += 1
        report(page.name, outcome)
    collate(ledger, knowledge)
    totals = ledger.totals()
    return Ingested(counts, tuple(failures), totals.copies, totals.events)


#: Changed pages that are collated in one transaction: others get to write in between, and what is
#: done stays done.
COLLATED_AT_ONCE = 1000


def collate(ledger: Ledger, knowledge: Knowledge, only: Collection[str] | None = None) -> None:
    """Bring copies, events and relations up to date with the pages and decisions that changed.

    What a decision adds to a page is laid over here, not where it is written: whoever collates
    next, after a crash too, finds what is left to do.

    Args:
        ledger: Which.
        knowledge: To collate with.
        only: Of these pages (hashes), with all that they concern: whoever decides on a site need
            not wait for what an ingest has taken in and will collate itself. All if omitted.
    """
    rekey(ledger, knowledge)
    with ledger.reading() as session:
        pages = additions.not_laid_over(session, joining.dirty_pages(session, only))
    for sha256 in pages:
        _lay_over_anew(ledger, sha256, knowledge)
    while _collate_some(ledger, knowledge, only):
        pass


def _lay_over_anew(ledger: Ledger, sha256: str, knowledge: Knowledge) -> None:
    page = ledger.page(sha256)
    with ledger.writing() as session:
        reading = articles.present_reading(session, sha256)
        if page is None or reading is None:
            return
        reading = additions.lay_over(reading, additions.on_page(session, sha256))
        intake.put(session, as_intake(page, reading, knowledge, ledger.words))


def rekey(ledger: Ledger, knowledge: Knowledge, *, anyway: bool = False) -> int:
    """Give all reports blocking keys of the present kind, if they have others; how many got them.

    Args:
        ledger: Which.
        knowledge: For the kinds of happenings.
        anyway: Also if they have these: another pack may know other kinds.
    """
    lore = collation.lore(knowledge)
    with ledger.reading() as session:
        if not anyway and keying.keyed_as(session, collation.KEYS):
            return 0
    with ledger.writing() as session:
        return keying.key_anew(session, collation.KEYS, lambda told: collation.keys_of(told, lore))


def _collate_some(ledger: Ledger, knowledge: Knowledge, only: Collection[str] | None) -> bool:
    """Collate some of the changed pages with all that they concern; whether there were any."""
    lore = collation.lore(knowledge)
    with ledger.writing() as session:
        dirty = joining.dirty_pages(session, only)[:COLLATED_AT_ONCE]
        if not dirty:
            return False
        _find_versions(session, dirty)
        # Pages that get another original become dirty themselves and have their turn later
        _find_copies(session, dirty)
        originals = reprints.Originals(session)
        loader = loading.ReportLoader(session)
        compared = collation.Comparisons(originals, lore, crowding.Crowds(session))
        shaken = loader.by_keys(crowding.newly_crowded(session, dirty))
        told = collation.affected(
            originals.seen([*joining.told_of_pages(session, dirty), *shaken]),
            lambda keys: originals.seen(loader.by_keys(keys)),
            lambda reports: originals.seen(loader.kin(reports)),
            originals,
            lore,
            compared,
        )
        captured = versions.versions_of(session, {t.anchor.page for t in told})
        result = collation.collate(
            told, originals, decisions.active(session), lore, captured, compared
        )
        run = joining.Run(__version__, knowledge.version, len(result.told), result.largest_block)
        retold = joining.store(session, result.told, result.events, run, dirty)
        sought = (sought for event in retold for sought in collation.sought_by(event))
        others = neighbours.around(session, sought)
        neighbours.store_relations(session, collation.relate(result.events, others))
        joining.clean(session, dirty)
    return True


def _find_versions(session: Session, dirty: Sequence[str]) -> None:
    pages = {*dirty, *versions.versioned_with(session, dirty)}
    captures = versions.captures_near(session, pages)
    pages.update(capture.page for capture in captures)
    versions.store_versions(session, pages, collation.find_versions(captures))


def _find_copies(session: Session, dirty: Sequence[str]) -> None:
    samples = joining.sketches(session, joining.sharing_sketch(session, dirty))
    pairs = collation.may_be_copies(dirty, samples)
    # Who only shares a few words with a changed page stays in the group that it is in
    texts = _texts(session, {page for pair in pairs for page in pair})
    there = {text.source.page for text in texts}
    pairs = [pair for pair in pairs if there.issuperset(pair)]
    near = joining.copied_with(session, {*dirty, *collation.have_one_text(pairs, texts)})
    texts = _texts(session, near) if len(near) > 1 else []
    joining.store_copies(session, near, collation.find_copies(texts))


def _texts(session: Session, pages: set[str]) -> list[collation.Text]:
    """What stands on those of the pages that may be copies."""
    # Pages put aside have no sketch: they are nobody's copies, whenever they came
    present = joining.sketched(session, pages) - versions.superseded_among(session, pages)
    return [collation.Text(b.source, b.letters) for b in joining.bodies(session, present)]
