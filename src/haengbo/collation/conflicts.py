"""Reports of an event → where they exclude each other, side by side, each with its pages.

Dates, places and statuses by their lines; people by who is named for one side; names of people by
one differing syllable; offices by their rank; figures by the largest of each page; quotations by
near but unequal wording. Spelling of the North beside that of the South is no discrepancy, nor is
a value that only says less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from haengbo.collation.fields import DISTINCT, Said, by_name, values_of
from haengbo.collation.lore import Lore
from haengbo.collation.origins import Originals, origin_of
from haengbo.collation.people import disputed, near_names
from haengbo.korean.syllables import parts, syllable
from haengbo.model import edtf
from haengbo.model.collation import Discrepancy, EventField, Figure, Told

#: Figures within a factor (a digit misread) are one thing, further apart another.
_SAME_FIGURE = 12.0
#: Below this relative difference two figures are roundings of one.
_ROUNDING = 0.02
#: Likeness of two wordings of one utterance (0..100): unequal, but no other utterance.
_WORDING = 72
_SHORTEST_WORDING = 6
#: Syllables of a Korean name.
_NAME = (2, 4)
#: Initial ㄹ and ㄴ, the initials that the South puts in their place, and vowels before which
#: ㄹ and ㄴ fall away.
_RIEUL, _NIEUN, _IEUNG = 5, 2, 11
_SOFT = {2, 3, 6, 7, 12, 17, 20}


def conflicts_of(
    told: Sequence[Told], lines: Sequence[EventField], originals: Originals, lore: Lore
) -> tuple[Discrepancy, ...]:
    """All discrepancies of an event, in the order of the fields."""
    found = list(_of_lines(told, lines, lore))
    found += _persons(told, originals, lore)
    found += _ranks(told, originals, lore)
    found += _figures(told, originals)
    found += _spellings(told, originals)
    found += _wordings(told, originals, lore)
    return tuple(found)


def _of_lines(
    told: Sequence[Told], lines: Sequence[EventField], lore: Lore
) -> Iterator[Discrepancy]:
    named = by_name(lines)
    for field in ("date", "place", "status"):
        line = named.get(field)
        if line is not None and line.conflicting:
            note = _known_date(told, line, lore) if field == "date" else None
            yield Discrepancy(field, line.values, note=note)


def _known_date(told: Sequence[Told], line: EventField, lore: Lore) -> str | None:
    """What the pack says of the day, where it knows the event and one of the values is its day."""
    report = told[0].report
    names = {part.name for item in told for part in item.parts}
    said = {value.value for value in line.values if edtf.parse_or_none(value.value)}
    known = {
        row.date: row
        for row in lore.known_events(report.type, report.mode, names)
        if row.date in said or any(edtf.contains(value, row.date) for value in said)
    }
    if len(known) != 1:
        return None
    ((date, row),) = known.items()
    return f"꾸러미의 사건: {date}" + (f" ({row.summary})" if row.summary else "")


def _said(item: Told, value: str, originals: Originals) -> Said:
    origin = origin_of(item, originals)
    return Said(value, item.source.name, origin[0] if origin else item.source.name)


def _persons(told: Sequence[Told], originals: Originals, lore: Lore) -> Iterator[Discrepancy]:
    """Other persons on one side (the minister on one page, his deputy on another)."""
    for state, rows in disputed(told, lore):
        said = [_said(item, names, originals) for item, names in rows]
        yield Discrepancy("participants", values_of(said, DISTINCT), state)


def _ranks(told: Sequence[Told], originals: Originals, lore: Lore) -> Iterator[Discrepancy]:
    """A person whose office has another rank on another page."""
    titles: dict[str, list[tuple[Said, frozenset[str]]]] = {}
    for item in told:
        for part in item.parts:
            ranks = {lore.rank_of(title, part.state) for title in part.titles} - {None}
            if part.kind == "person" and ranks:
                said = _said(item, ", ".join(part.titles), originals)
                titles.setdefault(part.name, []).append((said, frozenset(r for r in ranks if r)))
    for name in sorted(titles):
        rows = titles[name]
        if any(not a & b for (_, a), (_, b) in combinations(rows, 2)):
            values = values_of([said for said, _ in rows], DISTINCT)
            yield Discrepancy("rank", values, name, _known_office(name, told, lore))


def _known_office(name: str, told: Sequence[Told], lore: Lore) -> str | None:
    """What the pack says of somebody's office on the day, for the reader to judge by."""
    dates = sorted({item.report.date for item in told if item.report.date})
    titles = lore.titles_of(name, dates[0] if dates else None)
    return f"꾸러미의 직함({dates[0]}): {', '.join(titles)}" if titles else None


def _figures(told: Sequence[Told], originals: Originals) -> Iterator[Discrepancy]:
    """The largest figure of each page, where pages mean the same thing and differ."""
    largest: dict[str, list[tuple[Told, Figure]]] = {}
    for item in told:
        for kind in sorted({figure.kind for figure in item.figures}):
            top = max((f for f in item.figures if f.kind == kind), key=lambda f: f.amount)
            largest.setdefault(kind, []).append((item, top))
    for kind in sorted(largest):
        rows = largest[kind]
        limit = max(figure.amount for _, figure in rows) / _SAME_FIGURE
        rows = [(item, figure) for item, figure in rows if figure.amount >= limit]
        amounts = sorted({figure.amount for _, figure in rows})
        if any((b - a) / b > _ROUNDING for a, b in pairwise(amounts)):
            said = [_said(item, figure.printed, originals) for item, figure in rows]
            yield Discrepancy("number", values_of(said, DISTINCT), kind)


def _full_names(name: str, surfaces: Iterable[str]) -> list[str]:
    low, high = _NAME
    return [s for s in surfaces if s == name or (low < len(s) <= high and near_names(s, name))]


def southern_initial(name: str) -> str:
    """The name with the South's initial (두음법칙), so that 리창민 and 이창민 are one.

    Example:
        ``southern_initial("로광식")`` is ``"노광식"``.
    """
    cut = parts(name[0]) if name else None
    if cut is None:
        return name
    initial, vowel, final = cut
    if vowel in _SOFT and initial in {_RIEUL, _NIEUN}:
        initial = _IEUNG
    elif initial == _RIEUL:
        initial = _NIEUN
    return syllable(initial, vowel, final) + name[1:]


def _spellings(told: Sequence[Told], originals: Originals) -> Iterator[Discrepancy]:
    """People whose name differs in one syllable from page to page (김종규, 김정규)."""
    people: list[tuple[str, Said]] = []
    for item in told:
        for part in item.parts:
            if part.kind != "person" or " " in part.name:
                continue
            people.extend(
                (part.name, _said(item, surface, originals))
                for surface in _full_names(part.name, part.surfaces)[:1]
            )
    seen: set[str] = set()
    for name, _ in people:
        group = [said for other, said in people if other == name or near_names(other, name)]
        values = values_of(group, DISTINCT)
        key = "|".join(sorted(value.value for value in values))
        if key not in seen and len({southern_initial(value.value) for value in values}) > 1:
            seen.add(key)
            yield Discrepancy("spelling", values, values[0].value)


def _wordings(told: Sequence[Told], originals: Originals, lore: Lore) -> Iterator[Discrepancy]:
    """Near but unequal wordings of what one speaker said there."""
    quotes = [
        (quote.speaker, lore.fold(quote.text), _said(item, quote.text, originals))
        for item in told
        for quote in item.quotes
    ]
    groups: list[list[tuple[str, str, Said]]] = []
    for row in sorted(quotes, key=lambda q: (q[0], q[1], q[2].page)):
        group = next((g for g in groups if any(_same_utterance(row, o) for o in g)), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    for group in groups:
        said = _one_a_page(group)
        if len({s.value for s in said}) > 1 and any(
            _reworded(a, b) for a, b in combinations(group, 2)
        ):
            yield Discrepancy("wording", values_of(said, DISTINCT), group[0][0])


def _one_a_page(group: Sequence[tuple[str, str, Said]]) -> list[Said]:
    pages: dict[str, Said] = {}
    for _, _, said in group:
        pages.setdefault(said.page, said)
    return list(pages.values())


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _same_utterance(one: tuple[str, str, Said], other: tuple[str, str, Said]) -> bool:
    if one[0] != other[0] or min(len(one[1]), len(other[1])) < _SHORTEST_WORDING:
        return False
    return fuzz.ratio(_letters(one[1]), _letters(other[1])) >= _WORDING


def _reworded(one: tuple[str, str, Said], other: tuple[str, str, Said]) -> bool:
    """Whether the words themselves differ, not only how much of them is quoted."""
    first, second = _letters(one[1]), _letters(other[1])
    return one[2].page != other[2].page and first not in second and second not in first
