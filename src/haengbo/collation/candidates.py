"""Profiles → pairs worth comparing, found by index instead of by trying all.

On some side (a state) that two reports share, either one of them names no person of it, or they
name one in common, or nearly. All other pairs have a veto: where one person is taken for another,
both met the same guest.
Invariant: two profiles that ``compare`` without veto are candidates of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from haengbo.collation.likeness import MARGIN
from haengbo.collation.profiles import Profile

#: Family, mode of a contact, side; and under what the report stands there.
Key = tuple[str, str | None, str, str, str]
_ALL, _UNNAMED, _NAME, _NEAR = "all", "unnamed", "name", "near"


def _sides(item: Profile) -> Iterator[tuple[str, str | None, str]]:
    mode = item.told.report.mode if item.kind.family == "consult" else None
    for side in {part.state or part.name for part in item.told.parts} or {"?"}:
        yield item.kind.family, mode, side


def _named(item: Profile, side: str) -> Iterator[tuple[str, str]]:
    for name in item.people.get(side, ()):
        yield _NAME, name
    for name in item.nearly.get(side, ()):
        yield _NEAR, name


def stands_under(item: Profile) -> Iterator[Key]:
    """Keys under which a profile is found."""
    for side in _sides(item):
        yield (*side, _ALL, "")
        if not item.people.get(side[2]):
            yield (*side, _UNNAMED, "")
        else:
            yield from ((*side, *what) for what in _named(item, side[2]))


def looks_under(item: Profile) -> Iterator[Key]:
    """Keys under which a profile finds its candidates."""
    for side in _sides(item):
        if not item.people.get(side[2]):
            yield (*side, _ALL, "")
        else:
            yield (*side, _UNNAMED, "")
            yield from ((*side, *what) for what in _named(item, side[2]))


def neighbours(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Each pair of candidates once whose days overlap or lie within the margin."""
    open_: dict[Key, list[Profile]] = {}
    for item in sorted(profiles, key=lambda p: (p.window[0], p.told.anchor)):
        met: set[int] = set()
        for key in looks_under(item):
            block = open_.get(key)
            if block is None:
                continue
            block[:] = [o for o in block if (item.window[0] - o.window[1]).days <= MARGIN]
            fresh = [other for other in block if id(other) not in met]
            met.update(map(id, fresh))
            yield from ((other, item) for other in fresh)
        for key in stands_under(item):
            open_.setdefault(key, []).append(item)


class Candidates:
    """Profiles by the keys under which they stand."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._blocks: dict[Key, list[Profile]] = {}
        for item in profiles:
            for key in stands_under(item):
                self._blocks.setdefault(key, []).append(item)

    def of(self, item: Profile) -> Iterator[Profile]:
        """Candidates of a profile, each once."""
        met: set[int] = set()
        for key in looks_under(item):
            for other in self._blocks.get(key, ()):
                if id(other) not in met:
                    met.add(id(other))
                    yield other
