"""Captures of one address → versions of one article; their reports → which one follows which.

Two captures are versions if their addresses have one key and they are alike: the same headline,
the same moment of publication, or a third of the shorter body in the longer one; so that a
system which gives all its pages one address makes no versions. Pages that their address numbers
and that have one headline are parts of one article: each speaks, and what two of them tell
counts once. The newest is the one changed last as it says itself, else captured last; a row of
a search result is older than any page. Invariant: the result depends on the set of captures,
never on the order in which they came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations

from haengbo.collation.clusters import Cluster, Constraints, Pair, pair_of
from haengbo.collation.deciding import Decided
from haengbo.collation.shingles import containment, shingles
from haengbo.model.collation import Anchor, Membership, Told
from haengbo.model.version import CAPTURES_MOST, Capture, Version, Versions

#: Share of the shorter body; rewritten articles keep more, other articles have less than a tenth.
_ALIKE = 0.3
#: A report follows another if their evidence is like enough, or if they tell the same in short.
_FOLLOWS = 0.6
_SPACE = re.compile(r"\s+")
_TIME_FROM = len("2025-05-04T")
_EARLIER = "같은 기사의 앞선 판"
_WITHDRAWN = "고친 판에는 없음"
_OTHER_PART = "같은 기사의 다른 쪽"
#: Report of an earlier version → the report of the present version that tells the same.
Follows = Mapping[Anchor, Anchor]


def find_versions(captures: Iterable[Capture]) -> tuple[Version, ...]:
    """Versions of the articles of which there is more than one capture, in order of the hash."""
    by_address: dict[str, list[Capture]] = {}
    for capture in sorted(captures, key=lambda c: c.page):
        by_address.setdefault(capture.address, []).append(capture)
    found = (version for group in by_address.values() for version in _of_address(group))
    return tuple(sorted(found, key=lambda version: version.page))


def _of_address(captures: Sequence[Capture]) -> Iterator[Version]:
    """Versions of the parts of which an article consists; most have one part."""
    parts = [sorted(part, key=lambda capture: capture.age) for part in _alike_groups(captures)]
    by_title: dict[str, list[list[Capture]]] = {}
    for part in parts:
        by_title.setdefault(_squeezed(part[-1].title) or part[0].page, []).append(part)
    for found in by_title.values():
        numbers = {part[-1].part for part in found}
        # Two parts of one number and headline are two articles
        articles = [found] if len(numbers) == len(found) else [[part] for part in found]
        for article in articles:
            name = min(capture.page for part in article for capture in part)
            for part in article:
                if len(part) > 1 or len(article) > 1:
                    yield from _numbered(part, name)


def _alike_groups(captures: Sequence[Capture]) -> Iterator[list[Capture]]:
    """Groups of captures that are alike, directly or through others."""
    if len(captures) > CAPTURES_MOST:
        yield from _by_headline(captures)
        return
    if len(captures) == 1:  # as nearly all are: nothing to compare
        yield list(captures)
        return
    parts = {capture.page: [capture] for capture in captures}
    sets = {capture.page: shingles(capture.letters) for capture in captures}
    for one, other in combinations(captures, 2):
        first, second = parts[one.page], parts[other.page]
        if first is not second and _alike(one, other, sets):
            first.extend(second)
            parts.update(dict.fromkeys((member.page for member in second), first))
    yield from {id(group): group for group in parts.values()}.values()


def _by_headline(captures: Sequence[Capture]) -> Iterator[list[Capture]]:
    """Captures of one headline and part, for addresses of which there are very many."""
    found: dict[tuple[str, int], list[Capture]] = {}
    for capture in captures:
        found.setdefault((_squeezed(capture.title) or capture.page, capture.part), []).append(
            capture
        )
    yield from found.values()


def _alike(one: Capture, other: Capture, sets: dict[str, frozenset[str]]) -> bool:
    if containment(sets[one.page], sets[other.page]) >= _ALIKE:
        return True
    if one.part != other.part:
        return False
    titles = _squeezed(one.title), _squeezed(other.title)
    timed = one.published == other.published and len(one.published or "") > _TIME_FROM
    return timed or bool(titles[0] and titles[0] == titles[1])


def _squeezed(text: str | None) -> str:
    return _SPACE.sub("", text or "")


def _numbered(part: Sequence[Capture], article: str) -> Iterator[Version]:
    for number, capture in enumerate(part, 1):
        yield Version(capture.page, article, number, part[-1].page)


def followers(told: Sequence[Told], versions: Versions) -> Follows:
    """Reports of earlier versions → the report of the present version that tells the same.

    Each present report is followed by at most one of each earlier version; a report that was taken
    out of the article, or that the earlier version did not have, stands alone.
    """
    present: dict[str, list[Told]] = {}
    earlier: dict[str, list[Told]] = {}
    for item in sorted(told, key=lambda t: t.anchor):
        version = versions.get(item.anchor.page)
        if version is None:
            continue
        where, page = (present, version.page) if version.is_present else (earlier, version.page)
        where.setdefault(page, []).append(item)
    found: dict[Anchor, Anchor] = {}
    for page, old in sorted(earlier.items()):
        found |= _matched(old, present.get(versions[page].present, []))
    return found


def _matched(old: Sequence[Told], new: Sequence[Told]) -> dict[Anchor, Anchor]:
    """The best pairs first, each report once."""
    scored = sorted((-_same(one, other), one.anchor, other.anchor) for one in old for other in new)
    found: dict[Anchor, Anchor] = {}
    for score, one, other in scored:
        if -score >= _FOLLOWS and one not in found and other not in found.values():
            found[one] = other
    return found


def _same(one: Told, other: Told) -> float:
    """How surely two reports of one article are one report: kind, people, words, day."""
    if one.report.type != other.report.type or one.report.mode != other.report.mode:
        return 0.0
    names = [{part.name for part in item.parts} for item in (one, other)]
    both = names[0] | names[1]
    people = len(names[0] & names[1]) / len(both) if both else 1.0
    words = SequenceMatcher(None, one.sentence, other.sentence, autojunk=False).ratio()
    day = one.report.date == other.report.date
    return max(words if people else 0.0, 0.5 * people + 0.3 * words + 0.2 * day)


def carried(decided: Decided, follows: Follows) -> Decided:
    """What people decided about one version holds for the report that tells the same in another."""

    def moved(pairs: Iterable[Pair]) -> frozenset[Pair]:
        found = ((follows.get(one, one), follows.get(other, other)) for one, other in pairs)
        return frozenset(pair_of(one, other) for one, other in found if one != other)

    rejected = {follows.get(anchor, anchor) for anchor in decided.rejected} | decided.rejected
    rejected |= {old for old, new in follows.items() if new in rejected}
    constraints = Constraints(moved(decided.constraints.together), moved(decided.constraints.apart))
    return replace(decided, constraints=constraints, rejected=frozenset(rejected))


def with_earlier(
    clusters: Sequence[Cluster], told: Sequence[Told], follows: Follows, versions: Versions
) -> list[Cluster]:
    """Clusters in which only the newest version of each article speaks.

    What an article told once and tells no more is silent beside those that tell it, and is all
    there is where nobody else does.

    Args:
        clusters: Of reports that follow none.
        told: All reports.
        follows: Of ``followers``.
        versions: Of the captures.
    """
    old: dict[Anchor, list[Told]] = {}
    for item in told:
        if item.anchor in follows:
            old.setdefault(follows[item.anchor], []).append(item)
    return [_with_earlier(found, old, versions) for found in clusters]


def _with_earlier(found: Cluster, old: Mapping[Anchor, list[Told]], versions: Versions) -> Cluster:
    speaking = _speaking(found.told, versions)
    counting = {item.anchor for item in speaking}
    silent = [item for item in found.told if item.anchor not in counting]
    added = [item for told in found.told for item in old.get(told.anchor, ())]
    withdrawn = {item.anchor for item in found.told if not _is_present(item, versions)}
    members = [
        replace(
            m,
            earlier=m.anchor not in counting,
            reasons=(*([_WITHDRAWN] if m.anchor in withdrawn else [_OTHER_PART]), *m.reasons),
        )
        if m.anchor in withdrawn or m.anchor not in counting
        else m
        for m in found.members
    ]
    members += [Membership(item.anchor, 1.0, (_EARLIER,), earlier=True) for item in added]
    ordered = tuple(sorted(members, key=lambda member: member.anchor))
    return replace(found, told=speaking, members=ordered, earlier=(*silent, *added))


def _speaking(told: Sequence[Told], versions: Versions) -> tuple[Told, ...]:
    """Reports of present versions; where there are none, of the newest version of each article."""
    present = [item for item in told if _is_present(item, versions)]
    if present:
        return _once(present, versions)
    placed = [(item, versions[item.anchor.page]) for item in told]
    newest: dict[str, int] = {}
    for _, at in placed:
        newest[at.article] = max(newest.get(at.article, 0), at.number)
    return tuple(item for item, at in placed if at.number == newest[at.article])


def _once(told: Sequence[Told], versions: Versions) -> tuple[Told, ...]:
    """Of an article over several pages, what the first of them tells."""
    kept: dict[str, Told] = {}
    for item in told:
        version = versions.get(item.anchor.page)
        kept.setdefault(version.article if version else item.anchor.text, item)
    return tuple(kept.values())


def _is_present(told: Told, versions: Versions) -> bool:
    """Whether the newest version of its article tells it, or the only one."""
    version = versions.get(told.anchor.page)
    return version is None or version.is_present
