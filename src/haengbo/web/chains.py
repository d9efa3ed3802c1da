"""An event's reports → its chains as a picture, and as a list for phones and screen readers.

A report's way is its chain, the wire, the outlet. Copies stand as rings on the page they were
taken from: one witness. Origins stand together by voice, the voice with most pages first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from haengbo.ledger.views import EventDetail, PageRef, ReportView
from haengbo.web.charts.chain import ChainPicture, Leaf, Path
from haengbo.web.language import translator
from haengbo.web.marking import english_names

#: Above so many outlets those with one and the same way are drawn as one.
FOLD_ABOVE = 30
_LONGEST_NOTE = 16


@dataclass(slots=True)
class Branch:
    """A node of the list: a name, or a page; what is said of it; who heard it."""

    name: str
    pages: int = 0
    page: PageRef | None = None
    note: str = ""
    dissent: bool = False
    below: dict[str, Branch] = field(default_factory=dict)


def way_of(report: ReportView) -> tuple[str, ...]:
    """Everybody through whom a report came, without its own outlet; at least the outlet.

    Example:
        ``("조선중앙통신", "로이터통신")``.
    """
    outlet = outlet_of(report)
    names = [step.name for step in report.chain]
    names += [report.page.wire] if report.page.wire else []
    kept = list(dict.fromkeys(name for name in names if name != outlet))
    return tuple(kept) or (outlet,)


def whole_way(report: ReportView) -> tuple[str, ...]:
    """The way of a report with its outlet at the end."""
    return tuple(dict.fromkeys((*way_of(report), outlet_of(report))))


def outlet_of(report: ReportView) -> str:
    """The outlet, or the name of the page where none is known."""
    return report.page.outlet or report.page.name


def root_of(report: ReportView) -> str:
    """The origin that a report rests on; a copy without a chain rests on its original's."""
    if not report.chain and not report.page.wire and report.copy_of:
        return report.copy_of.wire or report.copy_of.outlet or report.copy_of.name
    return report.chain[0].name if report.chain else report.page.wire or outlet_of(report)


def telling(reports: Sequence[ReportView], page: str, most: int = 3) -> list[ReportView]:
    """The few reports that show best what an event rests on.

    The one whose sentence stands for it first, then one of each further origin, copies last.

    Args:
        reports: All of the event.
        page: Name of the page whose sentence stands for it.
        most: How many at most.
    """
    seen: set[str] = set()

    def rank(report: ReportView) -> tuple[bool, bool, bool]:
        known = root_of(report) in seen
        seen.add(root_of(report))
        return report.page.name != page, report.copy_of is not None, known

    first = sorted(reports, key=lambda report: report.page.name != page)
    ranks = {id(report): rank(report) for report in first}
    return sorted(first, key=lambda report: ranks[id(report)])[:most]


def by_origin(detail: EventDetail) -> list[tuple[str, list[ReportView]]]:
    """Reports under the origin they rest on, in the order of the origins."""
    groups: dict[str, list[ReportView]] = {name: [] for name in _origin_order(detail)}
    for report in detail.reports:
        groups.setdefault(root_of(report), []).append(report)
    return [(name, reports) for name, reports in groups.items() if reports]


def _origin_order(detail: EventDetail) -> list[str]:
    """Origins, those of one voice together, the voice with most pages first."""
    pages: dict[str, int] = defaultdict(int)
    for origin in detail.event.origins:
        pages[origin.voice] += len(origin.pages)
    ordered = sorted(
        detail.event.origins, key=lambda o: (-pages[o.voice], o.voice, -len(o.pages), o.name)
    )
    return [origin.name for origin in ordered]


def dissenters(detail: EventDetail) -> dict[str, str]:
    """Page → what it says that most others do not."""
    said: dict[str, str] = {}
    for row in detail.event.discrepancies:
        for value in row.values[1:]:
            for page in value.pages:
                said.setdefault(page, value.value)
    return said


def _folded(detail: EventDetail) -> dict[str, list[ReportView]]:
    """Page that others were copied from → its copies among the reports."""
    present = {report.page.sha256 for report in detail.reports}
    copies: dict[str, list[ReportView]] = defaultdict(list)
    for report in detail.reports:
        if report.copy_of and report.copy_of.sha256 in present:
            copies[report.copy_of.sha256].append(report)
    return copies


def picture_of(detail: EventDetail, lang: str) -> ChainPicture:
    """The event's chains as a picture."""
    _ = translator(lang)
    order = {name: i for i, name in enumerate(_origin_order(detail))}
    copies, said = _folded(detail), dissenters(detail)
    copied = {report.page.sha256 for group in copies.values() for report in group}
    leaves: dict[str, Leaf] = {}
    ways: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    red: set[tuple[tuple[str, ...], str]] = set()
    for report in detail.reports:
        if report.page.sha256 in copied:
            continue
        name, rings = outlet_of(report), len(copies[report.page.sha256])
        notes = [said.get(report.page.name, ""), _("사본 %(n)s", n=rings) if rings else ""]
        if name not in leaves or not leaves[name].note:
            note = " · ".join(part for part in notes if part)
            note = note if len(note) <= _LONGEST_NOTE else note[: _LONGEST_NOTE - 1] + "…"
            leaves[name] = Leaf(name, name, note, bool(notes[0]), rings)
        ways[name].add(way_of(report))
        if notes[0]:
            red.add((way_of(report), name))
    leaves, ways = _gathered(leaves, ways, lambda name, n: _("%(name)s 외 %(n)s", name=name, n=n))
    paths = [Path(way, leaf, (way, leaf) in red) for leaf, told in ways.items() for way in told]
    paths.sort(key=lambda p: (order.get(p.names[0], len(order)), p.names, p.leaf))
    drawn = ChainPicture(
        paths=paths,
        leaves=leaves,
        voices=_voices(detail, lang),
        heads=(_("원천"), _("받아 전한 곳"), _("지면"), _("목소리로 세면")),
        title=_("이 사건이 전해진 길"),
    )
    return drawn if lang == "ko" else _in_english(drawn)


def _in_english(drawn: ChainPicture) -> ChainPicture:
    """The same with the names that the pack has in English."""
    known = english_names()

    def said(name: str) -> str:
        return known.get(name, name)

    return replace(
        drawn,
        paths=[replace(p, names=tuple(map(said, p.names))) for p in drawn.paths],
        leaves={key: replace(leaf, name=said(leaf.name)) for key, leaf in drawn.leaves.items()},
        voices=[
            (said(voice), frozenset(map(said, origins)), note)
            for voice, origins, note in drawn.voices
        ],
    )


def _gathered(
    leaves: dict[str, Leaf],
    ways: dict[str, set[tuple[str, ...]]],
    rest: Callable[[str, int], str],
) -> tuple[dict[str, Leaf], dict[str, set[tuple[str, ...]]]]:
    """Where outlets are many, those without anything of their own and of one way as one."""
    if len(leaves) <= FOLD_ABOVE:
        return leaves, ways
    alike: dict[frozenset[tuple[str, ...]], list[Leaf]] = defaultdict(list)
    for key, leaf in leaves.items():
        if not leaf.dissent:
            alike[frozenset(ways[key])].append(leaf)
    for group in alike.values():
        for leaf in group[1:]:
            del leaves[leaf.key], ways[leaf.key]
        if len(group) > 1:
            head = group[0]
            leaves[head.key] = Leaf(head.key, rest(head.name, len(group) - 1), head.note)
    return leaves, ways


def _voices(detail: EventDetail, lang: str) -> list[tuple[str, frozenset[str], str]]:
    _ = translator(lang)
    origins = defaultdict(list)
    for origin in detail.event.origins:
        origins[origin.voice].append(origin)
    rows = []
    for voice, members in origins.items():
        pages = {page for origin in members for page in origin.pages}
        note = _("보도 %(pages)s · 원천 %(origins)s", pages=len(pages), origins=len(members))
        rows.append((voice, frozenset(o.name for o in members), note))
    return rows


def tree_of(detail: EventDetail) -> list[Branch]:
    """The chains as a list of lists: origin, who relayed it, the pages."""
    said = dissenters(detail)
    roots: dict[str, Branch] = {}
    for _origin, reports in by_origin(detail):
        for report in reports:
            _grow(roots, report, said)
    return list(roots.values())


def _grow(roots: dict[str, Branch], report: ReportView, said: dict[str, str]) -> None:
    names: Sequence[str] = way_of(report)
    if root_of(report) != names[0]:
        names = (root_of(report),)
    below = roots
    for name in names:
        branch = below.setdefault(name, Branch(name))
        branch.pages += 1
        below = branch.below
    note = said.get(report.page.name, "")
    key = f"{report.page.name}#{report.local_id}"
    below[key] = Branch(outlet_of(report), 1, report.page, note, bool(note))
