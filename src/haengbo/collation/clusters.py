"""Reports → groups that are about one happening, under constraints.

Comes in: reports with their profiles and what people decided. Goes out: groups, and for each
report why it is in its group. Greedy average linkage over all pairs that join, in order of their
score, ties by anchor: the result depends on the set of reports only, never on the order of arrival.
A pair with a veto never shares a group, unless a person said so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from haengbo.collation.candidates import neighbours
from haengbo.collation.likeness import THRESHOLD, Likeness, compare
from haengbo.collation.profiles import Profile
from haengbo.model.collation import Anchor, Membership, Told

Pair = tuple[Anchor, Anchor]
_OPEN = "날을 말하지 않고 그 무렵 이들의 일이 많아, 어느 일인지 정하지 않음"


def pair_of(one: Anchor, other: Anchor) -> Pair:
    """The two in their order."""
    return (one, other) if one <= other else (other, one)


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people decided about pairs of reports.

    Attributes:
        together: Pairs that are one happening.
        apart: Pairs that are not.
    """

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Reports of one happening.

    Attributes:
        told: In order of their anchors.
        members: For each, and for each of ``earlier``, why it belongs.
        decided: Whether a person's decision holds it together or apart.
        earlier: Reports of earlier versions of their articles, which do not count.
    """

    told: tuple[Told, ...]
    members: tuple[Membership, ...]
    decided: bool = False
    earlier: tuple[Told, ...] = ()


Links = dict[Pair, Likeness]


def likenesses(
    profiles: Sequence[Profile], likeness_of: Callable[[Profile, Profile], Likeness] = compare
) -> Links:
    """Compare all candidates that can lie on one day.

    Pairs left out could only have got a veto: without a link two reports never share a group.

    Args:
        profiles: Each report once.
        likeness_of: ``compare``, or what remembers what it gave.
    """
    links: Links = {}
    for one, other in neighbours(profiles):
        likeness = likeness_of(one, other)
        if likeness.veto is None:
            links[pair_of(one.told.anchor, other.told.anchor)] = likeness
    return _unstrained(links, profiles)


def _unstrained(links: Links, profiles: Sequence[Profile]) -> Links:
    """Drop a link over a differing date or person where some page tells both as two happenings.

    Of other pages only reports that are like one of the two count: these are collated with it
    whatever else is, so that nothing depends on which reports are.
    """
    by_anchor = {p.told.anchor: p for p in profiles}
    dated: dict[str | None, list[Profile]] = {}
    for item in profiles:
        dated.setdefault(item.told.report.date, []).append(item)
    dropped: Links = {}
    for one, other in (pair for pair, likeness in links.items() if likeness.strained):
        pages = [
            {
                p.told.anchor.page
                for p in dated[side.told.report.date]
                if _same_account(p, side) and (p is side or _is_like(p, side, links))
            }
            for side in (by_anchor[one], by_anchor[other])
        ]
        if pages[0] & pages[1]:
            dropped[one, other] = Likeness(0.0, veto="둘을 따로 전한 쪽이 있음", strained=True)
    return links | dropped


def _is_like(one: Profile, side: Profile, links: Links) -> bool:
    link = links.get(pair_of(one.told.anchor, side.told.anchor))
    return link is not None and link.joins


def _same_account(one: Profile, side: Profile) -> bool:
    """Whether a report of the same date tells the same of the same people."""
    return one.kind == side.kind and one.names >= side.names


def cluster(profiles: Sequence[Profile], links: Links, decided: Constraints) -> list[Cluster]:
    """Group the reports.

    Args:
        profiles: Each report once, in any order.
        links: Of ``likenesses``.
        decided: Of people; goes before everything.
    """
    told = {p.told.anchor: p.told for p in profiles}
    open_ = frozenset(p.told.anchor for p in profiles if p.is_open)
    groups: dict[Anchor, set[Anchor]] = {anchor: {anchor} for anchor in told}
    for one, other in sorted(decided.together):
        if one in groups and other in groups:
            _join(groups, one, other)
    for one, other in _in_order(links):
        if groups[one] is not groups[other] and _may_join(
            groups[one], groups[other], links, decided
        ):
            _join(groups, one, other)
    found = {min(group): group for group in groups.values()}
    made = (_cluster(sorted(found[key]), told, links, decided) for key in sorted(found))
    return [_standing_alone(item) if item.members[0].anchor in open_ else item for item in made]


def _in_order(links: Links) -> list[Pair]:
    strong = [(-link.score, pair) for pair, link in links.items() if link.joins]
    return [pair for _, pair in sorted(strong)]


def _join(groups: dict[Anchor, set[Anchor]], one: Anchor, other: Anchor) -> None:
    merged = groups[one] | groups[other]
    for anchor in merged:
        groups[anchor] = merged


def _may_join(first: set[Anchor], second: set[Anchor], links: Links, decided: Constraints) -> bool:
    """Whether two groups may be one: no veto between any two, and enough on average."""
    total, count = 0.0, 0
    for one in sorted(first):
        for other in sorted(second):
            pair = pair_of(one, other)
            if pair in decided.apart:
                return False
            if pair in decided.together:
                continue
            link = links.get(pair)
            # Reports that share no blocking key lie years apart or have no side in common
            if link is None or link.veto is not None:
                return False
            total, count = total + link.score, count + 1
    return count > 0 and total / count >= THRESHOLD


def _cluster(
    anchors: Sequence[Anchor], told: dict[Anchor, Told], links: Links, decided: Constraints
) -> Cluster:
    members = tuple(_membership(anchor, anchors, links, decided) for anchor in anchors)
    touched = {anchor for pair in decided.together | decided.apart for anchor in pair}
    return Cluster(
        tuple(told[anchor] for anchor in anchors), members, any(a in touched for a in anchors)
    )


def _standing_alone(found: Cluster) -> Cluster:
    """Say why a report that may be one of many happenings is with none."""
    if len(found.members) > 1:
        return found
    return replace(found, members=(replace(found.members[0], reasons=(_OPEN,)),))


def _membership(
    anchor: Anchor, anchors: Sequence[Anchor], links: Links, decided: Constraints
) -> Membership:
    others = [pair_of(anchor, other) for other in anchors if other != anchor]
    if not others:
        return Membership(anchor, 1.0)
    if any(pair in decided.together for pair in others):
        return Membership(anchor, 1.0, ("사람이 한 사건으로 정함",))
    best = max(
        (pair for pair in others if pair in links),
        key=lambda pair: (links[pair].score, pair),
        default=None,
    )
    if best is None:
        return Membership(anchor, 0.0)
    return Membership(anchor, links[best].score, links[best].reasons)
