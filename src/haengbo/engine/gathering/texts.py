"""Pages that share stretches of their text, wherever they lie → copies.

    sketches   batch → share of the shingle      each shingle of a page's sketch
    meetings   share of the shingle → of the pair   pairs of pages that share it
    near       share of the pair → everybody    pairs that share enough
    textual    everybody → batch                 the group of such pages that a page is in
    texts      batch → share of the group        their texts
    copies     share of the group → batch        what ``find_copies`` makes of each group

Invariant: two pages that share enough of what not everybody has are in one group, so that groups
are compared apart; ``find_copies`` of a group is what it says of the group's pages among all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from haengbo import collation
from haengbo.engine.gathering.captures import heading_of, versions_in
from haengbo.engine.gathering.components import joined
from haengbo.engine.gathering.parcels import EVERYBODY, Parcel, Step, get, put, rows_of
from haengbo.ledger.joining import EVERYWHERE, SHARED
from haengbo.model.collation import CopyGroup, CopyLink, Source


@dataclass(frozen=True, slots=True)
class Sampled:
    """That a page has a shingle; ``present``: there is no newer version of it."""

    shingle: str
    page: str
    batch: str
    present: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pages or reports, in their order, each with the batch that it is from."""

    one: tuple[str, str]
    other: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Placed:
    """The group that a page or a report is in."""

    name: str
    root: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A text of a group."""

    root: str
    batch: str
    text: collation.Text


@dataclass(frozen=True, slots=True)
class Copied:
    """What a page's group of copies is: the original, and for all others how it was copied."""

    page: str
    original: Source
    link: CopyLink | None


def sketches(step: Step) -> str:
    """Of a batch, the sketches."""
    versions = versions_in(step)

    def found() -> Iterator[Parcel]:
        for row in rows_of(step, ("page", "sketch")):
            version = versions.get(row["page"])
            present = version is None or version.is_present
            for shingle in row["sketch"]:
                yield step.share_of(shingle), Sampled(shingle, row["page"], step.piece, present)

    put(step, "sketches", found())
    return step.piece


def meetings(step: Step) -> str:
    """Of a share of shingles, the pairs that share one which is not everywhere."""
    by_shingle: dict[str, list[Sampled]] = {}
    for item in get(step, "sketches", Sampled, step.piece):
        by_shingle.setdefault(item.shingle, []).append(item)

    def found() -> Iterator[Parcel]:
        for _, items in sorted(by_shingle.items()):
            here = sorted((i.page, i.batch) for i in items if i.present)
            for one, other in combinations(here, 2) if len(items) <= EVERYWHERE else ():
                yield step.share_of(one[0] + other[0]), Pair(one, other)

    put(step, "meetings", found())
    return step.piece


def near(step: Step) -> str:
    """Of a share of pairs, those that share enough."""
    counts = Counter(get(step, "meetings", Pair, step.piece))
    enough = sorted((p.one, p.other) for p, count in counts.items() if count >= SHARED)
    put(step, "near", ((EVERYBODY, Pair(*pair)) for pair in enough))
    return step.piece


def textual(step: Step) -> str:
    """The groups of all pages that are near others."""
    groups = joined((p.one, p.other) for p in get(step, "near", Pair, EVERYBODY))
    put(step, "textual", ((batch, Placed(page, root)) for page, batch, root in groups.placed()))
    return step.piece


def texts(step: Step) -> str:
    """Of a batch, the texts to compare."""
    roots = {item.name: item.root for item in get(step, "textual", Placed, step.piece)}

    def found() -> Iterator[Parcel]:
        for row in rows_of(step, ("page", "name", "letters", "reading")) if roots else ():
            root = roots.get(row["page"])
            if root is not None:
                source = heading_of(row["reading"]).source(row["page"], row["name"])
                text = collation.Text(source, row["letters"])
                yield step.share_of(root), Printed(root, step.piece, text)

    put(step, "texts", found())
    return step.piece


def copies(step: Step) -> str:
    """Of a share of groups, the copies."""
    groups: dict[str, list[Printed]] = {}
    for item in get(step, "texts", Printed, step.piece):
        groups.setdefault(item.root, []).append(item)

    def found() -> Iterator[Parcel]:
        for _, items in sorted(groups.items()):
            for group in collation.find_copies([item.text for item in items]):
                yield from _copied(group, items)

    put(step, "copies", found())
    return step.piece


def _copied(group: CopyGroup, items: Sequence[Printed]) -> Iterator[Parcel]:
    printed = {item.text.source.page: item for item in items}
    links = {link.page: link for link in group.links}
    original = printed[group.pages[0]].text.source
    for page in group.pages:
        yield printed[page].batch, Copied(page, original, links.get(page))


def copies_in(step: Step) -> dict[str, Copied]:
    """Copies and originals of copies among the pages of a batch."""
    return {item.page: item for item in get(step, "copies", Copied, step.piece)}
