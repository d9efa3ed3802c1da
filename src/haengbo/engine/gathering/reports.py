"""Reports with their blocking keys → which of them are alike, and the groups that these make.

    ties     batch → everybody                  reports on one text, on captures of one article
    reports  batch → share of family and time   each report where it stands or asks
    alike    share of family and time → everybody   pairs that are like enough for one happening
    groups   everybody → batch                  the group that a report is in

A key names a family of happenings, a side, a person and a day, a month, a year or none
(``consult/meeting|벨라루스|막심 리젠코프|2024-07-23``). Reports go where their keys go: to the
month or year of a key and its family. There they are grouped by key: a report is compared with all
that stand under a key that it asks for. Invariant: of two reports that are alike at least one asks
for a key of the other (``asks_of``), so that every such pair is found, in some family and time; a
group is all that is connected by such pairs and by ties, through whichever families and times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from haengbo import collation
from haengbo.collation.likeness import compare, may_meet
from haengbo.collation.lore import Lore
from haengbo.collation.profiles import Profile, profile
from haengbo.engine.gathering.captures import versions_in
from haengbo.engine.gathering.components import joined
from haengbo.engine.gathering.crowded import asked_by, crowded_in
from haengbo.engine.gathering.parcels import EVERYBODY, Parcel, Step, get, put, rows_of
from haengbo.engine.gathering.texts import Copied, Pair, Placed, copies_in
from haengbo.model.collation import Anchor, Told
from haengbo.model.crowds import MONTH, PUBLISHED
from haengbo.model.version import Version

_MONTH = len("2024-11")
_TOLD = msgspec.json.Decoder(Told)
#: A report and its keys.
Keyed = tuple[Told, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Filed:
    """A report where it is compared.

    Attributes:
        told: The report.
        batch: That it is from.
        original: Page that its page's text was copied from.
        keys: Of those under which it is stored, those of this share.
        asks: Whether it looks for others here.
        crowded: Of all keys under which it is stored, those that are crowded, or filled.
    """

    told: Told
    batch: str
    original: str | None
    keys: tuple[str, ...]
    asks: bool
    crowded: tuple[str, ...] = ()


def told_in(step: Step) -> Iterator[Keyed]:
    """Reports in a batch."""
    for row in rows_of(step, ("reports",)):
        for report in row["reports"]:
            yield _TOLD.decode(report["told"]), tuple(report["keys"])


def place_of(key: str) -> str:
    """Where reports are compared under a key: its family and its month or year."""
    family, _, rest = key.partition("|")
    when = rest.rpartition("|")[2]
    return f"{family} {when.lstrip(MONTH + PUBLISHED)[:_MONTH]}"


def reports(step: Step) -> str:
    """Of a batch, the reports."""
    copied, versions, lore = copies_in(step), versions_in(step), step.lore
    crowds = crowded_in(step)
    put(step, "ties", _ties(told_in(step), step.piece, copied, versions))

    def found() -> Iterator[Parcel]:
        for told, keys in told_in(step):
            copy = copied.get(told.anchor.page)
            original = copy.original.page if copy is not None and copy.link is not None else None
            stands = {key: step.share_of(place_of(key)) for key in keys}
            asked = {step.share_of(place_of(key)) for key in collation.asks_of(told, lore)}
            crowded = tuple(sorted(crowds(asked_by(keys))))
            for share in sorted({*stands.values(), *asked}):
                here = tuple(key for key in keys if stands[key] == share)
                filed = Filed(told, step.piece, original, here, share in asked, crowded)
                yield share, filed

    put(step, "reports", found())
    return step.piece


def _ties(
    reports: Iterable[Keyed], batch: str, copied: dict[str, Copied], versions: dict[str, Version]
) -> Iterator[Parcel]:
    """What holds a report together with others whatever it tells: a text, an article."""
    for told, _ in reports:
        page, me = told.anchor.page, (told.anchor.text, batch)
        # A page sorts before the reports on it and lives nowhere
        if page in copied:
            yield EVERYBODY, Pair(me, (copied[page].original.page, ""))
        if page in versions:
            yield EVERYBODY, Pair(me, (versions[page].article, ""))


class Standing:
    """Reports of a share by the keys under which they stand."""

    def __init__(self, items: Iterable[Filed], lore: Lore) -> None:
        self._lore = lore
        self._profiles: dict[Anchor, Profile] = {}
        self._by_key: dict[str, list[tuple[Profile, str]]] = {}
        for item in items:
            if item.keys:
                made = self._profiles[item.told.anchor] = self._profile(item)
                # Who comes by a crowded key is brought together with nobody by it
                for key in set(item.keys).difference(item.crowded):
                    self._by_key.setdefault(key, []).append((made, item.batch))

    def _profile(self, item: Filed) -> Profile:
        around = collation.surroundings_of(item.told, self._lore, set(item.crowded).intersection)
        return profile(item.told, self._lore, item.original, around)

    def like(self, item: Filed) -> Iterator[Pair]:
        """Pairs of a report with those that it asks for and is like, each once."""
        me = item.told.anchor
        mine = self._profiles.get(me) or self._profile(item)
        seen = {me}
        for key in collation.asks_of(item.told, self._lore):
            for other, batch in self._by_key.get(key, ()):
                anchor = other.told.anchor
                if anchor in seen:
                    continue
                seen.add(anchor)
                # Where both stand under a key, the other asks for one of this report too
                if anchor < me and key in item.keys:
                    continue
                if may_meet(mine, other) and compare(mine, other).joins:
                    pair = sorted([(me.text, item.batch), (anchor.text, batch)])
                    yield Pair(pair[0], pair[1])


def alike(step: Step) -> str:
    """Of a share of families and times, the pairs that are like enough."""
    standing = Standing(get(step, "reports", Filed, step.piece), step.lore)
    asking = (item for item in get(step, "reports", Filed, step.piece) if item.asks)
    put(step, "alike", ((EVERYBODY, pair) for item in asking for pair in standing.like(item)))
    return step.piece


def groups(step: Step) -> str:
    """The groups of all reports that are like others or tied to them."""

    def pairs() -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
        for stage in ("ties", "alike"):
            for pair in get(step, stage, Pair, EVERYBODY):
                yield pair.one, pair.other

    placed = joined(pairs()).placed()
    put(step, "groups", ((batch, Placed(name, root)) for name, batch, root in placed if batch))
    return step.piece
