"""Everybody named on a page: who a name denotes, with titles gathered from the whole page.

Comes in: people found line by line. Goes out: a ``Roster`` that resolves a name, a family name
with a title, or an office to one person. Invariant: it answers only when one person remains.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

from haengbo.knowledge.actors import ActorRow
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.offices import Office
from haengbo.reading.mentions.person import Person

#: 할아버지인, 외할아버지: so far before the name.
_KIN_WITHIN = 8
#: What makes another office of it: 부위원장, 제1부부장, 총비서; not the ministry of 국무부장관.
_DEPUTY = re.compile(r"(?:^|\s|\d)[부총]$")

#: Deputies whose first syllable may be the last one of a ministry or department.
_CHIEFS = ("부부장", "부장관")
#: What such a deputy's title stands behind: nothing, a space, a number, or a whole body.
_BODY = re.compile(r"(?:^|[^가-힣]|[부성위회당])$")


class Entry(msgspec.Struct, frozen=True):
    """One person of the page.

    Attributes:
        row: Of the pack, or made for a stranger.
        positions: Where the page names the person in full.
        titles: Titles that the page gives.
        states: States that the page gives.
        as_kin: Those of the positions that only say whose father or brother it is.
    """

    row: ActorRow
    positions: tuple[int, ...]
    titles: frozenset[str]
    states: frozenset[str]
    as_kin: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of one page.

    Attributes:
        entries: One per person, by canonical name.
        lexicon: The pack.
        day: EDTF date of the page, or ``None``.
        text: Of the page.
    """

    entries: dict[str, Entry]
    lexicon: Lexicon
    day: str | None
    text: str = ""

    def titles_of(self, row: ActorRow) -> frozenset[str]:
        """Titles that page and pack give to a person; the pack's of the page's date first."""
        entry = self.entries.get(row.name)
        page = entry.titles if entry is not None else frozenset()
        roles = self.lexicon.names.roles_of(row.name, self.day)
        return page | {role.title for role in roles}

    def by_family(self, family: str, title: str, position: int) -> ActorRow | None:
        """Who is meant by a family name and a title (김 위원장): the one last named before.

        Example:
            With 김정은 and 김여정 on the page, 김 부부장 is 김여정.
        """
        near = [
            entry
            for entry in self.entries.values()
            if self._called(entry.row, family) and self._bears(entry.row, title)
        ]
        near = [e for e in near if not self._only_former(e.row, title)] or near
        near = [e for e in near if not self._called_longer(e.row, family, title)] or near
        if near:
            return max(near, key=lambda e: self._nearness(e, position)).row
        return self._from_pack(f"{family} {title}")

    def _called_longer(self, row: ActorRow, family: str, title: str) -> bool:
        """Whether the page says 김 상임위원장, so that its 김 위원장 is another."""
        last = {known.rpartition(" ")[2] for known in self.titles_of(row)}
        longer = (word for word in last if word.endswith(title) and word != title)
        return any(f"{family} {word}" in self.text for word in longer)

    def _only_former(self, row: ActorRow, title: str) -> bool:
        """Whether the person bears the title only as a former one (전 대통령)."""
        bearing = [known for known in self.titles_of(row) if known.endswith(title)]
        return not title.startswith("전 ") and all(known.startswith("전 ") for known in bearing)

    def _called(self, row: ActorRow, family: str) -> bool:
        """A Korean name begins with the family name, a foreign one ends with it.

        Or it stands first there too: 림 of 림 지아후이.
        """
        if any(form.endswith(f" {family}") for form in row.strong):
            return True  # 럼 of 또럼, also written 또 럼
        if self._read_so(row, family):
            return True
        name = row.name
        if " " not in name:
            return name.startswith(family)
        first = name.startswith(f"{family} ") or (len(family) > 1 and name.startswith(family))
        return name.endswith(f" {family}") or first

    def _read_so(self, row: ActorRow, family: str) -> bool:
        """전 부장 of 전기침: the family name as Koreans read the characters of 첸치천."""
        return any(
            row.id in {other.id for other in rows}
            for reading, rows in self.lexicon.readings.items()
            if reading.startswith(family)
        )

    def has_family(self, family: str) -> bool:
        """Whether a foreign name of the page ends in this word, or an undivided one begins so.

        Example:
            ``데커`` after 마르틴 데커, ``쑨`` after 쑨웨이둥, ``저우`` after 저우샤오밍.
        """
        undivided = len(family) == 1 or family in self.lexicon.words("mandarin-families-two")
        if any(form.endswith(f" {family}") for e in self.entries.values() for form in e.row.strong):
            return True
        return any(
            name.endswith(f" {family}")
            or name.startswith(f"{family} ")
            or (undivided and " " not in name and name.startswith(family))
            for name in self.entries
        )

    def serves(self, row: ActorRow, title: str) -> bool:
        """Whether the pack knows that somebody holds such an office on the page's day."""
        roles = self.lexicon.names.roles_of(row.name, self.day) if self.day else ()
        return any(r.title.endswith(title) and (r.since or r.until) for r in roles)

    def _bears(self, row: ActorRow, title: str) -> bool:
        full = tuple(
            pair.removeprefix(f"{title}=")
            for pair in self.lexicon.words("short-titles")
            if pair.startswith(f"{title}=")
        )
        return any(
            known.endswith((title, *full))
            and not _as_deputy(known, title)
            and not _as_chief(known, title)
            for known in self.titles_of(row)
        )

    def _nearness(self, entry: Entry, position: int) -> tuple[bool, int]:
        # 김 위원장이 아버지 김정일 국방위원장의 뒤를 이은 뒤: the father is not gone on about
        before = [p for p in entry.positions if p <= position and p not in entry.as_kin]
        return (bool(before), max(before) if before else -min(entry.positions, default=0))

    def _from_pack(self, form: str) -> ActorRow | None:
        rows = [
            row
            for _, row in self.lexicon.names.all_claiming(form)
            if isinstance(row, ActorRow) and row.kind == "person"
        ]
        title = form.rpartition(" ")[2]
        rows = [row for row in rows if not self._out_of_office(row, title)]
        if self.day is not None and len(rows) > 1:
            rows = [
                row
                for row in rows
                if any(
                    role.title.endswith(title)
                    for role in self.lexicon.names.roles_of(row.name, self.day)
                )
            ]
        return rows[0] if len(rows) == 1 else None

    def _out_of_office(self, row: ActorRow, title: str) -> bool:
        """리 외무상 in 2014 is nobody who held the office in other years alone."""
        roles = self.lexicon.names.roles_of(row.name) if self.day else ()
        held = [r for r in roles if r.title.endswith(title)]
        dated = bool(held) and all(r.since or r.until for r in held)
        return dated and not any(r.held_on(self.day or "") for r in held)

    def choose(self, rows: tuple[ActorRow, ...], offices: tuple[Office, ...]) -> ActorRow | None:
        """Which of several people of one name is meant: the one who bears the title given here."""
        if len(rows) == 1:
            return rows[0]
        heads = {office.head for office in offices}
        bearing = [row for row in rows if any(self._bears(row, head) for head in heads)]
        if len(bearing) == 1:
            return bearing[0]
        named = [row for row in rows if row.name in self.entries]
        return named[0] if len(named) == 1 else None

    def only_bearer(self, title: str, position: int, *, within: bool = False) -> ActorRow | None:
        """Who on the page bears a title, if one person does and is named before.

        Args:
            title: The office.
            position: Where it stands alone.
            within: Whether a part of the title will do (부장 of 외교부장; not of 부부장).

        Example:
            After 마렌 홀트 총리 and no other premier, ``총리는`` is she.
        """
        bearers = [
            entry
            for entry in self.entries.values()
            if any(
                (f" {t}".endswith(f" {title}") or (within and t.endswith(title)))
                and not (within and _as_deputy(t, title))
                and t[:2] != "전 "
                for t in entry.titles
            )
        ]
        named = [e for e in bearers if min(e.positions) < position]
        return named[0].row if len(bearers) == 1 and named else None

    def _held(self, title: str, of: str) -> tuple[ActorRow, ...]:
        """Who held an office under either Korea's name for it: 수상, 총리."""
        names = self.lexicon.names
        forms = (title, *self.lexicon.offices.get(title, ())) if self.day else ()
        rows = (row for form in forms for row in names.who_held(form, of, self.day or ""))
        return tuple(dict.fromkeys(rows))

    def holder(self, title: str, of: str) -> ActorRow | None:
        """Who holds an office on the page's date; somebody the page names before all others."""
        held = self._held(title, of)
        if len(held) == 1:
            return held[0]
        page = [
            entry.row
            for entry in self.entries.values()
            if of in entry.states and any(t == title or t.endswith(title) for t in entry.titles)
        ]
        return page[0] if len(page) == 1 else None


def _as_deputy(known: str, title: str) -> bool:
    """Whether a title is that of the deputy only: 위원장 in 중앙위원회 부위원장."""
    return known.endswith(title) and _DEPUTY.search(known[: -len(title)]) is not None


def _as_chief(known: str, title: str) -> bool:
    """Whether a deputy's title only seems to end a chief's: 간부부장 heads the 간부부."""
    if title not in _CHIEFS or not known.endswith(title):
        return False
    return _BODY.search(known[: -len(title)]) is None


def _as_kin(person: Person, text: str, lexicon: Lexicon) -> frozenset[int]:
    """아버지 김정일 국방위원장, 부친인 김정일: where only kinship leads to the name."""
    start = person.head.start
    before = text[max(0, start - _KIN_WITHIN) : start].rstrip().removesuffix("인").split()
    kin = bool(before) and before[-1].lstrip("(") in lexicon.words("forebears")
    return frozenset({start}) if kin else frozenset()


def roster_of(people: tuple[Person, ...], text: str, lexicon: Lexicon, day: str | None) -> Roster:
    """Gather the people of a page.

    Args:
        people: Found in all lines.
        text: That their spans count in.
        lexicon: The pack.
        day: EDTF date of the page.
    """
    entries: dict[str, Entry] = {}
    for person in people:
        if len(person.rows) > 1:
            continue
        row = person.rows[0] if person.rows else ActorRow("page", "person", person.head.of(text))
        known = entries.get(row.name, Entry(row, (), frozenset(), frozenset()))
        entries[row.name] = replace(
            known,
            positions=(*known.positions, person.head.start),
            titles=known.titles | {o.title for o in person.offices},
            states=known.states | {o.of for o in person.offices if o.of},
            as_kin=known.as_kin | _as_kin(person, text, lexicon),
        )
    return Roster(entries, lexicon, day, text)
