"""All steps of collation in their order, and which reports a change concerns.

``collate`` makes events of a closed set of reports; ``affected`` finds that set: the reports that
changed, whatever shares an event with them, and whatever one of these brings to its event, and so
on. No report outside the set joins one inside, so clustering it alone gives what clustering
everything would give: the result depends on the set of pages and decisions, never on the order in
which they came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from haengbo.collation.assembly import assemble
from haengbo.collation.blocks import keys_of
from haengbo.collation.candidates import Candidates
from haengbo.collation.clusters import Cluster, cluster, likenesses
from haengbo.collation.comparing import Comparisons
from haengbo.collation.deciding import Decided, attach
from haengbo.collation.likeness import may_meet
from haengbo.collation.lore import Lore
from haengbo.collation.origins import Originals
from haengbo.collation.profiles import Profile
from haengbo.collation.versions import carried, followers, with_earlier
from haengbo.model.collation import Anchor, Event, Told
from haengbo.model.crowds import Crowded, crowded_among
from haengbo.model.decision import Decision
from haengbo.model.version import Versions

_NO_VERSIONS: Versions = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Collated:
    """What came of a closed set of reports.

    Attributes:
        told: The reports.
        events: Every report that was not rejected is a member of exactly one.
        largest_block: Most reports under one blocking key.
    """

    told: tuple[Told, ...]
    events: tuple[Event, ...]
    largest_block: int


def collate(
    told: Sequence[Told],
    originals: Originals,
    decisions: Sequence[Decision],
    lore: Lore,
    versions: Versions = _NO_VERSIONS,
    compared: Comparisons | None = None,
) -> Collated:
    """Make events of reports.

    Args:
        told: A closed set (see ``affected``), in any order.
        originals: Page that is a copy → original of its group.
        decisions: Of people, oldest first.
        lore: The pack.
        versions: Page of which there are several captures → its version.
        compared: What ``affected`` compared already, with the same originals and pack. If omitted
            there are no other reports than these: what is crowded is counted among them.
    """
    compared = compared or Comparisons(originals, lore, crowded_in(told, lore))
    ordered = tuple(sorted(told, key=lambda t: t.anchor))
    follows = followers(ordered, versions)
    decided = carried(attach(decisions, (t.anchor for t in ordered)), follows)
    kept = [t for t in ordered if t.anchor not in decided.rejected]
    profiles = [compared.profile(t) for t in kept if t.anchor not in follows]
    links = likenesses(profiles, compared.likeness)
    clusters = with_earlier(cluster(profiles, links, decided.constraints), kept, follows, versions)
    events = tuple(
        assemble(item, originals, _corrections(decided, item), lore) for item in clusters
    )
    blocks = Counter(key for t in ordered for key in keys_of(t, lore))
    return Collated(ordered, events, max(blocks.values(), default=0))


def crowded_in(told: Iterable[Told], lore: Lore) -> Crowded:
    """What says which keys are crowded where there are no other reports than these."""
    crowded = crowded_among(key for item in told for key in keys_of(item, lore))
    return crowded.intersection


def _corrections(decided: Decided, found: Cluster) -> list[Decision]:
    """Corrections of an event: those most of whose reports it holds."""
    anchors = {member.anchor for member in found.members}
    return [
        decision
        for decision in decided.corrections
        if 2 * len(anchors.intersection(decision.anchors)) >= len(decision.anchors)
    ]


def affected(
    seeds: Iterable[Told],
    by_keys: Callable[[Iterable[str]], Iterable[Told]],
    comembers: Callable[[Iterable[str]], Iterable[Told]],
    originals: Originals,
    lore: Lore,
    compared: Comparisons | None = None,
) -> tuple[Told, ...]:
    """All reports that must be clustered anew when some changed.

    Args:
        seeds: Reports of pages that changed.
        by_keys: Loads reports that have one of these keys, or one that begins so (``…*``).
        comembers: Loads reports that share an event with one of these (ids of anchors), or stand
            on another version of the same article.
        originals: Page that is a copy → original of its group.
        lore: The pack.
        compared: Remembers what is compared, for ``collate``; knows what is crowded.
    """
    compared = compared or Comparisons(originals, lore)
    found: dict[Anchor, Told] = {t.anchor: t for t in seeds}
    fresh = list(found.values())
    while fresh:
        near = fresh
        # What shares an event or a text with one that does is in the set, whatever it is like
        while near:
            near = [t for t in comembers(t.anchor.text for t in near) if t.anchor not in found]
            found |= {t.anchor: t for t in near}
            fresh = [*fresh, *near]
        compared.foresee(fresh)
        others = [t for t in by_keys(compared.reach(fresh)) if t.anchor not in found]
        compared.foresee(others)
        unseen = [compared.profile(other) for other in others]
        alike = _alike(unseen, [compared.profile(t) for t in fresh], compared)
        found |= {t.anchor: t for t in alike}
        fresh = alike
    return tuple(found[anchor] for anchor in sorted(found))


def _alike(
    others: Sequence[Profile], fresh: Sequence[Profile], compared: Comparisons
) -> list[Told]:
    """Those of ``others`` that are like enough to one of ``fresh`` to be clustered with it."""
    candidates = Candidates(fresh)
    return [
        other.told
        for other in others
        if any(
            may_meet(other, item) and compared.likeness(other, item).joins
            for item in candidates.of(other)
        )
    ]
