"""Drafts → events: every happening of a page once.

Comes in: ``Draft``s in order of the text. Goes out: ``EventReport``s. Two drafts are one happening when
type and mode agree, neither date nor place nor status speaks against it, and the participants of
one are those of the other or most of them. What a later account adds (names, place, precision) is
added; what it contradicts makes a second event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from haengbo.model.reading import EventReport, Participant, ParticipantRole, Status
from haengbo.reading.events.draft import UTTERANCES, Draft
from haengbo.reading.events.world import World

_HALF = 0.5
_PLAIN = {"공항", "비행장"}
_TURNED = {Status.DENIED, Status.NOT_OCCURRED}


def near(left: str | None, right: str | None) -> bool:
    """Whether two EDTF values may be the same time: equal, one inside the other, or one unknown."""
    if left is None or right is None or left == right:
        return True
    a, b = _ends(left), _ends(right)
    return a[0] <= b[1] and b[0] <= a[1]


def _ends(value: str) -> tuple[str, str]:
    start, slash, end = value.partition("/")
    if not slash:
        end = start
    low = "0000" if start in {"", ".."} else start
    high = "9999" if end in {"", ".."} else end + "~"
    return low, high


def precise(left: str | None, right: str | None) -> str | None:
    """The better of two dates that may be the same: an interval from both ends, else the finer."""
    if left is None or right is None:
        return left or right
    for a, b in ((left, right), (right, left)):
        if b.startswith("../") and "/" not in a:
            end = b[3:]
            return a if end == a else f"{a}/{end}" if a < end else b
    if "/" in left and "/" not in right:
        return left
    if "/" in right and "/" not in left:
        return right
    return right if len(right) > len(left) else left


@dataclass(slots=True)
class _Happening:
    """Drafts of one happening so far."""

    drafts: list[Draft]
    roles: dict[str, ParticipantRole] = field(default_factory=dict)
    date: str | None = None
    place: str | None = None
    status: Status = Status.OCCURRED

    def add(self, draft: Draft, world: World) -> None:
        self.drafts.append(draft)
        self._add_roles(draft, world)
        if not draft.caption or self.date is None:
            self.date = self._date_with(draft)
        self.place = _finer_place(self.place, draft.place, world)
        if _only_adds(draft):
            return
        if draft.status is Status.OCCURRED or draft.status in _TURNED:
            self.status = draft.status

    def _date_with(self, draft: Draft) -> str | None:
        """What happened has its own day, whatever day was planned."""
        if self.drafts[0] is not draft and draft.date is not None:
            if self.status is Status.PLANNED and draft.status is Status.OCCURRED:
                return draft.date
            if self.status is Status.OCCURRED and draft.status is Status.PLANNED:
                return self.date or draft.date
        return precise(self.date, draft.date)

    def _add_roles(self, draft: Draft, world: World) -> None:
        """States give way to the people who stand for them in a meeting or signature."""
        if draft.frame.mode in {"meeting", "sign", "phone"}:
            stood = {world.state_of(n) for n in self.roles if world.kind_of(n) == "person"}
            coming = {world.state_of(n) for n in draft.roles if world.kind_of(n) == "person"}
            for name in [n for n in self.roles if n in coming]:
                del self.roles[name]
            for name, role in draft.roles.items():
                if name not in stood:
                    self.roles.setdefault(name, role)
            return
        for name, role in draft.roles.items():
            self.roles.setdefault(name, role)


def _finer_place(left: str | None, right: str | None, world: World) -> str | None:
    if left is None or right is None:
        return left or right
    if world.kind_of(left) == "state" and world.kind_of(right) != "state":
        return right
    if left in _PLAIN and right.endswith(("공항", "비행장")):
        return right
    if left.replace(" ", "") in right.replace(" ", ""):
        return right
    return left


def merge(drafts: Sequence[Draft], world: World) -> tuple[EventReport, ...]:
    """One event per happening, numbered in order of the text."""
    happenings: list[_Happening] = []
    for draft in sorted(drafts, key=_rank):
        found = _find(happenings, draft, world)
        if found is None and _only_adds(draft):
            continue
        if found is None:
            found = _Happening([], status=draft.status)
            happenings.append(found)
        found.add(draft, world)
    ordered = sorted(happenings, key=lambda h: min(d.span for d in h.drafts))
    return tuple(_report(f"e{number}", h) for number, h in enumerate(ordered, 1))


def _only_adds(draft: Draft) -> bool:
    """A meeting or visit named without date or verb is background unless told elsewhere."""
    named = not draft.told and draft.date is None and draft.status is Status.OCCURRED
    if draft.frame.mode == "visit" and len(draft.roles) > 1:
        return False
    return named and (draft.frame.type == "CONSULT" or draft.frame.mode == "exercise")


def _rank(draft: Draft) -> tuple[bool, bool, int]:
    """What a verb tells with a date comes first: others are measured by it."""
    return (draft.caption, not draft.told, draft.span.start)


def _find(happenings: Iterable[_Happening], draft: Draft, world: World) -> _Happening | None:
    scored = [(score, h) for h in happenings if (score := _likeness(h, draft, world)) > 0]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


def _likeness(happening: _Happening, draft: Draft, world: World) -> float:
    first = happening.drafts[0]
    if first.frame.type != draft.frame.type or first.frame.mode != draft.frame.mode:
        return 0.0
    if first.frame.mode == "ceremony" and _family(first) != _family(draft):
        return 0.0
    if not near(happening.date, draft.date) or not _statuses_agree(happening, draft):
        return 0.0
    shared = _shared(set(happening.roles), set(draft.roles), world, draft.frame.mode)
    if not set(happening.roles) & set(draft.roles) and not _stands_for(happening, draft, world):
        return 0.0
    exact = happening.date is not None and happening.date == draft.date
    if shared < (_HALF if exact and not _symmetric(draft) else 1) or not _places_agree(
        happening, draft
    ):
        return 0.0
    if draft.date is None and draft.told and happening.date is not None and shared < 1:
        return 0.0
    if _recalls(happening, draft):
        return 0.0
    distance = min(abs(d.sentence - draft.sentence) for d in happening.drafts)
    return shared + 0.5 * exact + 0.3 / (1 + distance)


def _family(draft: Draft) -> str:
    """Welcome, farewell, wreath, show: one visit has several ceremonies."""
    return draft.frame.id.partition("-")[0]


def _recalls(happening: _Happening, draft: Draft) -> bool:
    """One is told without a date, the other recalled with one of its own from long before."""
    told = any(d.told and d.main for d in happening.drafts)
    if not (told and draft.told) or (happening.date is None) == (draft.date is None):
        return False
    if any(d.sentence == draft.sentence for d in happening.drafts):
        return False
    dated = draft if draft.date is not None else happening.drafts[0]
    return dated.recalled


def _symmetric(draft: Draft) -> bool:
    return draft.frame.mode in {"meeting", "phone", "sign", "exercise"}


def _statuses_agree(happening: _Happening, draft: Draft) -> bool:
    if happening.status is draft.status or _only_adds(draft):
        return True
    if draft.frame.type in UTTERANCES:
        return False
    pair = {happening.status, draft.status}
    same_sentence = any(d.sentence == draft.sentence for d in happening.drafts)
    if pair & _TURNED:
        same_date = happening.date == draft.date
        return (same_sentence or same_date) and Status.OCCURRED not in pair
    if draft.frame.mode == "visit" and same_sentence and draft.main:
        return True
    if Status.OCCURRED in pair:
        if draft.frame.bound == "until" or happening.drafts[0].frame.bound == "until":
            return Status.PLANNED in pair
        dated = happening.date is not None and draft.date is not None
        same_day = dated and (happening.date == draft.date or draft.frame.mode == "visit")
        same = set(happening.roles) == set(draft.roles) and happening.place == draft.place
        return same_day or (same and draft.date is None and draft.place is not None)
    return True


def _places_agree(happening: _Happening, draft: Draft) -> bool:
    if happening.place is None or draft.place is None or draft.frame.mode == "visit":
        return True
    left, right = happening.place.replace(" ", ""), draft.place.replace(" ", "")
    if left in right or right in left or {left, right} & _PLAIN:
        return True
    return happening.date is not None and happening.date == draft.date


def _shared(left: set[str], right: set[str], world: World, mode: str | None) -> float:
    """Share of the smaller set that the other has; states count for their people in talks."""
    if left & right:
        return len(left & right) / min(len(left), len(right))
    if mode not in {"meeting", "sign", "exercise"}:
        return 0.0
    a = {world.state_of(n) or n for n in left}
    b = {world.state_of(n) or n for n in right}
    return 1.0 if a == b and (left == a or right == b) else 0.0


def _stands_for(happening: _Happening, draft: Draft, world: World) -> bool:
    """Whether states may stand for people: on one day, or in a later mention without a date."""
    if happening.date is not None and draft.date is not None:
        return happening.date == draft.date
    states = all(world.kind_of(n) == "state" for n in draft.roles)
    return draft.date is None and not draft.told and states


def _report(key: str, happening: _Happening) -> EventReport:
    drafts = sorted(happening.drafts, key=lambda d: (d.caption, not d.told, d.span))
    best = drafts[0]
    spans = tuple(dict.fromkeys(d.span for d in drafts))
    chain = next((d.chain for d in drafts if d.chain), best.chain)
    time = next((d.dated.time.span for d in drafts if d.dated is not None), None)
    return EventReport(
        id=key,
        type=best.frame.type,
        mode=best.frame.mode,
        status=happening.status,
        date=happening.date,
        place=happening.place,
        participants=tuple(Participant(n, r) for n, r in happening.roles.items()),
        topics=tuple(dict.fromkeys(t for d in drafts for t in d.topics)),
        chain=chain,
        evidence=spans[:3],
        span=spans[0],
        rule=best.frame.id,
        confidence=0.7,
        time=time,
    )
