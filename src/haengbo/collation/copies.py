"""Texts of articles → groups of copies, with who copied whom where that is known.

Two pages are copies if most of the shorter body stands in the longer one. The direction comes from
the page (its wire is the other's outlet), else from the times; else it is open and the longer
text stands first. Groups are the connected components; the result does not depend on the order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from haengbo.collation.shingles import containment, shingles, sketch
from haengbo.model.collation import CopyGroup, CopyLink, Source

#: Containment from which a text is a copy; rewrites measured at most .27, copies at least .80.
THRESHOLD = 0.6
#: Shingles that the shorter body must have: less is a line that anybody may print.
_SHORTEST = 60
#: Sampled shingles that two pages must share to be compared.
_SHARED = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A page and the letters of its body."""

    source: Source
    letters: str


def _comparable_times(first: Source, second: Source) -> tuple[str, str] | None:
    """Times of publication cut to the precision that both have; ``None`` if they do not tell."""
    if first.published is None or second.published is None:
        return None
    length = min(len(first.published), len(second.published))
    one, other = first.published[:length], second.published[:length]
    return None if one == other else (one, other)


def _direction(first: Text, second: Text) -> tuple[Text, Text, str]:
    """Original, copy and how that is known."""
    for one, other in ((first, second), (second, first)):
        if other.source.wire and other.source.wire == one.source.outlet:
            return one, other, f"{other.source.wire}의 글이라고 밝힘"
    for one, other in ((first, second), (second, first)):
        if other.source.wire and not one.source.wire and one.source.outlet is not None:
            return one, other, f"{other.source.wire}의 글을 옮겼다고 밝힘"
    times = _comparable_times(first.source, second.source)
    if times is not None:
        one, other = (first, second) if times[0] < times[1] else (second, first)
        return one, other, f"먼저 나온 글({min(times)})"
    ordered = sorted((first, second), key=lambda t: (-len(t.letters), t.source.page))
    return ordered[0], ordered[1], "앞뒤를 알 수 없음"


def find_copies(texts: Sequence[Text]) -> tuple[CopyGroup, ...]:
    """Group the pages that have one text.

    Args:
        texts: In any order; each page once.

    Returns:
        Groups of two or more, in order of their original's hash.
    """
    by_page = {text.source.page: text for text in texts}
    shares = _shares(_candidates(texts), texts)
    return _groups((by_page[one], by_page[other], share) for one, other, share in shares)


def have_one_text(pairs: Iterable[tuple[str, str]], texts: Sequence[Text]) -> set[str]:
    """The pages of those pairs that are copies; all pages of the pairs are among the texts."""
    return {page for one, other, _ in _shares(pairs, texts) for page in (one, other)}


def _shares(
    pairs: Iterable[tuple[str, str]], texts: Sequence[Text]
) -> Iterator[tuple[str, str, float]]:
    """Those pairs of pages of which most of one text stands in the other, with how much."""
    sets = {text.source.page: shingles(text.letters) for text in texts}
    for first, second in pairs:
        one, other = sets[first], sets[second]
        if min(len(one), len(other)) < _SHORTEST:
            continue
        share = containment(one, other)
        if share >= THRESHOLD:
            yield first, second, share


def _candidates(texts: Sequence[Text]) -> list[tuple[str, str]]:
    """Pairs of pages that share enough sampled shingles to be worth comparing, sorted.

    A copy shares more than half of the smaller sample on average; a third is asked for.
    """
    samples = {text.source.page: sketch(text.letters) for text in texts}
    pages: dict[str, list[str]] = {}
    for page in sorted(samples):
        for shingle in samples[page]:
            pages.setdefault(shingle, []).append(page)
    shared = Counter(pair for found in pages.values() for pair in combinations(found, 2))
    return sorted(
        (one, other)
        for (one, other), count in shared.items()
        if _worth_comparing(count, len(samples[one]), len(samples[other]))
    )


def _worth_comparing(shared: int, first: int, second: int) -> bool:
    """Whether two texts may be copies, by how many shingles they share of their two samples."""
    return shared >= max(_SHARED, min(first, second) / 3)


def may_be_copies(
    changed: Iterable[str], samples: Mapping[str, frozenset[str]]
) -> list[tuple[str, str]]:
    """Pairs of a page that changed and another that may have its text, sorted.

    All others stay in the groups that they are in.

    Args:
        changed: Pages.
        samples: Page → its sketch, of these and of all that share a shingle with them.
    """
    holders: dict[str, list[str]] = {}
    for page in changed:
        for shingle in samples.get(page, ()):
            holders.setdefault(shingle, []).append(page)
    found: set[tuple[str, str]] = set()
    for page, sample in samples.items():
        shared = Counter(other for shingle in sample for other in holders.get(shingle, ()))
        found.update(
            (min(page, other), max(page, other))
            for other, count in shared.items()
            if other != page and _worth_comparing(count, len(sample), len(samples[other]))
        )
    return sorted(found)


def _groups(pairs: Iterable[tuple[Text, Text, float]]) -> tuple[CopyGroup, ...]:
    leader: dict[str, str] = {}

    def find(page: str) -> str:
        while leader.setdefault(page, page) != page:
            page = leader[page]
        return page

    texts: dict[str, Text] = {}
    scores: dict[frozenset[str], float] = {}
    for first, second, share in pairs:
        one, other = first.source.page, second.source.page
        texts[one], texts[other] = first, second
        scores[frozenset((one, other))] = share
        low, high = sorted((find(one), find(other)))
        leader[high] = low
    members: dict[str, list[Text]] = {}
    for page in sorted(texts):
        members.setdefault(find(page), []).append(texts[page])
    groups = (_group(group, scores) for group in members.values())
    return tuple(sorted(groups, key=lambda group: group.pages))


def _group(texts: Sequence[Text], scores: dict[frozenset[str], float]) -> CopyGroup:
    """Order a component: the page that most others are copies of stands first."""
    beaten: dict[str, int] = {text.source.page: 0 for text in texts}
    for first, second in combinations(texts, 2):
        _, copy, _ = _direction(first, second)
        beaten[copy.source.page] += 1
    ordered = sorted(texts, key=lambda t: (beaten[t.source.page], t.source.page))
    links = []
    for position, text in enumerate(ordered[1:], 1):
        page = text.source.page
        nearest = max(
            ordered[:position],
            key=lambda t: (
                scores.get(frozenset((page, t.source.page)), 0.0),
                -beaten[t.source.page],
            ),
        )
        _, _, reason = _direction(nearest, text)
        score = scores.get(frozenset((page, nearest.source.page)), THRESHOLD)
        words = f"본문의 {score:.0%}가 같음 · {reason}"
        links.append(CopyLink(page, nearest.source.page, round(score, 3), words))
    return CopyGroup(tuple(t.source.page for t in ordered), tuple(links))
