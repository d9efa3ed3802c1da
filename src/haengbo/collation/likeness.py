"""Two reports → how much speaks for one happening, with reasons in words, or why it cannot be one.

Comes in: two ``Profile``s. Goes out: a ``Likeness`` with a score between 0 and 1. Vetoes come
first (same page, another kind, another standing, other persons of one side, days that exclude
each other); what remains is weighed. Symmetric: the order of the two does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from haengbo.collation.people import near_names
from haengbo.collation.places import fits
from haengbo.collation.profiles import Profile
from haengbo.model.collation import Part
from haengbo.model.crowds import ALL, Seen
from haengbo.model.edtf import DateRange
from haengbo.model.reading import ParticipantRole, Status

#: Weights of who, when, where and words; they add up to 1.
_WEIGHTS = (0.45, 0.3, 0.1, 0.15)
#: Two states sign several papers on one day: what is signed tells them apart.
_WEIGHTS_OF = {"agree": (0.3, 0.3, 0.1, 0.3)}
#: Two reports with this much are taken for one happening.
THRESHOLD = 0.55
#: A day misprinted or counted from another meridian.
_NEXT_DAY = 1
#: A month misremembered.
MARGIN = 31
#: A retrospective, so many days after the event, may err by a few days.
_LONG_AFTER, DAYS_APART = 60, 3

#: Likeness of dates from which they speak for themselves, and of words likewise.
_DATED, _ALIKE = 0.6, 0.4
#: Likeness of words from which two undated utterances may be one.
_SAME_WORDS = 0.6
#: Likeness of words in which the same is told of two persons, in so many stretches.
_VERBATIM, _SEVERAL_WORDS = 0.75, 12
#: Against one happening: another status; only states in common and no date.
_OTHER_STATUS, _VAGUE = 0.03, 0.12
#: States named for their people.
_STATES = 0.7
#: Kinds of contact that two sides have with each other.
_BETWEEN_TWO = {"meeting", "visit", "phone", "letter"}
#: For one happening: the same instrument is signed (조약); against it twice: another (협정).
_INSTRUMENT = 0.07

_STANDING = {
    Status.OCCURRED: "happened",
    Status.ALLEGED: "happened",
    Status.PLANNED: "ahead",
    Status.PREDICTED: "ahead",
    Status.DENIED: "not",
    Status.NOT_OCCURRED: "not",
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for one happening.

    Attributes:
        score: 0..1; 0 with a veto.
        reasons: In Korean words.
        veto: Why it cannot be one, or ``None``.
        strained: Dates or persons differ and are taken for an error of one of them.
        open: One of them gives no day, and what they share fits many happenings: they may be
            in one event, but not for their own sake.
    """

    score: float
    reasons: tuple[str, ...] = ()
    veto: str | None = None
    strained: bool = False
    open: bool = False

    @property
    def joins(self) -> bool:
        """Whether it brings the two together."""
        return self.score >= THRESHOLD and not self.open


def may_meet(first: Profile, second: Profile) -> bool:
    """Whether the two can be one happening by their days: cheaper than to compare them.

    Two days that lie further apart than an error are two happenings, unless one text tells both.
    """
    one, other = first.window, second.window
    days = one[0] == one[1] and other[0] == other[1] and first.days and second.days
    apart = DAYS_APART if days and first.original != second.original else MARGIN
    return (
        first.kind.family == second.kind.family
        and (one[0] - other[1]).days <= apart
        and (other[0] - one[1]).days <= apart
    )


def compare(first: Profile, second: Profile) -> Likeness:
    """How much speaks for the two reports being about one happening."""
    one, other = (first, second) if first.told.anchor <= second.told.anchor else (second, first)
    veto = _veto(one, other)
    if veto is not None:
        return Likeness(0.0, veto=veto)
    if one.original == other.original and _shared(one.pairs, other.pairs) > 0.8:  # noqa: PLR2004
        return Likeness(1.0, ("같은 글의 사본",))
    when = _when(one, other)
    if when.veto is not None:
        return when
    who, who_words = _who(one.told.parts, other.told.parts)
    where, where_words = _where(one, other)
    words = _shared(one.pairs, other.pairs)
    weights = _WEIGHTS_OF.get(one.kind.family, _WEIGHTS)
    aspects = (who, when.score, where, words)
    score = sum(weight * aspect for weight, aspect in zip(weights, aspects, strict=True))
    score += _nuances(one, other, when.score, words)
    reasons = (*when.reasons, *who_words, *where_words)
    misnamed = next(_strangers(one, other), None)
    if misnamed is not None:
        names = "/".join(", ".join(sorted(side)) for side in misnamed)
        reasons = (*reasons, f"사람이 다름({names})")
    if words > 0.5:  # noqa: PLR2004
        reasons = (*reasons, "표현이 비슷함")
    return Likeness(
        round(max(0.0, min(1.0, score)), 4),
        reasons,
        strained=when.strained or misnamed is not None,
        open=bool(one.crowded or other.crowded) and not _placed(one, other),
    )


def _placed(one: Profile, other: Profile) -> bool:
    """Whether of two reports that may be many happenings something says that they are one.

    They give the same month or year and name the same; one is published about when the other is or
    has its day; or they share a side or person of whom little is told in their time.
    """
    if one.told.report.date == other.told.report.date is not None and one.names == other.names:
        return True
    if all(item.has_day or item.days is None for item in (one, other)):
        apart = _apart(one, other)
        if apart is not None and apart <= DAYS_APART:
            return True
    crowded = one.crowded | other.crowded
    return any(seen not in crowded for seen in _met_by(one, other))


def _met_by(one: Profile, other: Profile) -> Iterator[Seen]:
    """Sides, and on them persons exactly and nearly, that two reports share."""
    for side in one.sides & other.sides:
        first, second = (
            item.people.get(side, frozenset()) | item.nearly.get(side, frozenset())
            for item in (one, other)
        )
        if first and second:
            yield from ((side, who) for who in first & second)
        else:
            yield side, ALL


def _nuances(one: Profile, other: Profile, when: float, words: float) -> float:
    """What speaks for or against one happening besides the four aspects."""
    first, second = one.told.report, other.told.report
    nuance = 0.0
    if first.status is not second.status:
        nuance -= _OTHER_STATUS
    if one.kind.family == "agree" and one.instruments and other.instruments:
        nuance += _instrument(words, same=bool(one.instruments & other.instruments))
    if one.kind.uttered and when == 0 and words < _SAME_WORDS:
        nuance -= _VAGUE
    vague = when < _DATED and words < _ALIKE and not one.kind.lasting
    if vague and not _specific(one) & _specific(other):
        nuance -= _VAGUE
    if first.mode == "visit" and when < _DATED + 0.3 and _visitors(one) != _visitors(other):
        nuance -= _VAGUE
    return nuance


def _instrument(words: float, *, same: bool) -> float:
    """A treaty that one page calls an agreement is known by its name."""
    if same:
        return _INSTRUMENT if words > _ALIKE / 2 else 0.0
    return -2 * _INSTRUMENT if words < _ALIKE else 0.0


def _specific(one: Profile) -> set[str]:
    """Names of participants that are no states."""
    return {part.name for part in one.told.parts if part.kind != "state"}


def _visitors(one: Profile) -> bool:
    """Whether the visitors are named, not only their state."""
    return any(
        part.kind != "state" and part.role is ParticipantRole.SOURCE for part in one.told.parts
    )


def _veto(one: Profile, other: Profile) -> str | None:
    first, second = one.told.report, other.told.report
    if one.told.anchor.page == other.told.anchor.page:
        return "한 쪽 안의 다른 사건"
    if one.kind.family != other.kind.family:
        return "종류가 다름"
    if not _same_mode(one, other):
        return f"방식이 다름({first.mode or '없음'}/{second.mode or '없음'})"
    if _STANDING[first.status] != _STANDING[second.status] and not _disputed(
        first.status, second.status
    ):
        return f"이루어짐이 다름({first.status.value}/{second.status.value})"
    return _veto_of_content(one, other)


def _veto_of_content(one: Profile, other: Profile) -> str | None:
    if not one.kind.mutual and _reversed(one, other):
        return "방향이 반대"
    if one.told.report.mode == "ceremony" and not _place_fits(one, other):
        # A guest is welcomed, shown round and seen off on one day: the place tells which
        return f"장소가 다름({_printed(one)}/{_printed(other)})"
    return _other_states(one, other) or _other_persons(one, other)


def _other_states(one: Profile, other: Profile) -> str | None:
    """홍가람 meets a Russian and, the same day, a Chinese: each names a state of its own.

    What one does to another is two happenings where the others are, unless both pages say it in the
    same words: of many who signed one paper each page may name its own. Of a ceremony or of talks
    of many each page may name other guests.
    """
    first, second = _states_of(one), _states_of(other)
    mine, theirs = first - second, second - first
    if not first & second or not mine or not theirs or not _is_of_two(one, other):
        return None
    return f"상대가 다름({', '.join(sorted(mine))}/{', '.join(sorted(theirs))})"


def _is_of_two(one: Profile, other: Profile) -> bool:
    """Whether those who take part are the two that the act is between."""
    if one.kind.family == "consult":
        return one.told.report.mode in _BETWEEN_TWO
    if one.kind.mutual:
        return one.kind.family == "agree"
    return _shared(one.pairs, other.pairs) < _ALIKE


def _states_of(one: Profile) -> set[str]:
    """States that take part, by name or by their people."""
    return {part.state for part in one.told.parts if part.state is not None}


def _place_fits(one: Profile, other: Profile) -> bool:
    return one.site is None or other.site is None or fits(one.site, other.site)


def _same_mode(one: Profile, other: Profile) -> bool:
    first, second = one.told.report.mode, other.told.report.mode
    if first == second:
        return True
    # A signing without mode is a signing told shortly; a contact without mode is no meeting
    return one.kind.family != "consult" and None in {first, second}


def _disputed(first: Status, second: Status) -> bool:
    return {first, second} == {Status.ALLEGED, Status.DENIED}


def _reversed(one: Profile, other: Profile) -> bool:
    if not one.sources or not other.sources or one.sources & other.sources:
        return False
    return bool((one.sources & other.targets) or (one.targets & other.sources))


def _other_persons(one: Profile, other: Profile) -> str | None:
    """Two reports that name persons of one side, but none in common, are about two happenings."""
    for first, second in _strangers(one, other):
        if not _taken_for(one, other, first, second):
            return f"사람이 다름({', '.join(sorted(first))}/{', '.join(sorted(second))})"
    return None


def _strangers(one: Profile, other: Profile) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Sides of which both name persons, but none in common, not even nearly."""
    common = one.people.keys() & other.people.keys()
    for state in sorted(common) if len(common) > 1 else common:
        first, second = one.people[state], other.people[state]
        if first.isdisjoint(second) and one.nearly[state].isdisjoint(other.nearly[state]):
            yield first, second


def _taken_for(one: Profile, other: Profile, first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether one page takes one person for another of the same institution.

    Both tell that one of each met the same guest on the same day, and give both the same single
    office, or tell it of a minister and of his deputy in the same words: a guest may see both.
    """
    if len(first) != 1 or len(second) != 1 or one.told.report.mode != "meeting":
        return False
    if one.days is None or other.days is None or not one.days.is_day or one.days != other.days:
        return False
    guests = (one.people[side] & other.people[side] for side in one.people.keys() & other.people)
    if not any(guests):
        return False
    mine, theirs = one.seats[min(first)], other.seats[min(second)]
    if any(seat.single for seat in mine & theirs):
        return True
    if not {s.institution for s in mine} & {s.institution for s in theirs}:
        return False
    enough = min(len(one.pairs), len(other.pairs)) >= _SEVERAL_WORDS
    return enough and _shared(one.pairs, other.pairs) >= _VERBATIM and _place_fits(one, other)


def _match(a: Part, b: Part) -> float:
    if a.name == b.name:
        return 1.0
    if a.kind == b.kind == "person" and a.state == b.state and near_names(a.name, b.name):
        return 0.8
    if a.state is not None and a.state == b.state:
        if "state" in {a.kind, b.kind}:
            return 0.6 if "person" in {a.kind, b.kind} else 0.75
        return 0.4
    return 0.0


def _who(one: tuple[Part, ...], other: tuple[Part, ...]) -> tuple[float, tuple[str, ...]]:
    if not one or not other:
        return 0.3, ()
    if _states_only(one) != _states_only(other):
        return _by_states(one, other)
    pairs = sorted(
        ((-_match(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)),
    )
    used_one: set[int] = set()
    used_other: set[int] = set()
    total = 0.0
    same: list[str] = []
    for negative, i, j in pairs:
        if negative == 0 or i in used_one or j in used_other:
            continue
        used_one.add(i)
        used_other.add(j)
        total -= negative
        if one[i].name == other[j].name:
            same.append(one[i].name)
        elif one[i].kind == other[j].kind == "person":
            same.append(f"{one[i].name}≈{other[j].name}")
    smaller, mean = min(len(one), len(other)), (len(one) + len(other)) / 2
    words = (f"참가자 일치: {', '.join(sorted(same))}",) if same else ()
    return 0.5 * total / smaller + 0.5 * total / mean, words


def _states_only(parts: tuple[Part, ...]) -> bool:
    return all(part.kind == "state" for part in parts)


def _by_states(one: tuple[Part, ...], other: tuple[Part, ...]) -> tuple[float, tuple[str, ...]]:
    """States on one page, their people on another: however many people there are."""
    first, second = ({part.state or part.name for part in parts} for parts in (one, other))
    common = first & second
    share = len(common) / len(first | second)
    words = (f"같은 나라: {', '.join(sorted(common))}",) if common else ()
    return _STATES * share, words


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _printed(one: Profile) -> str:
    return one.site.printed if one.site is not None else "없음"


def _where(one: Profile, other: Profile) -> tuple[float, tuple[str, ...]]:
    if one.site is None or other.site is None:
        return 0.5, ()
    if one.site == other.site:
        return 1.0, (f"장소 일치: {_printed(one)}",)
    if _place_fits(one, other):
        return 0.7, ()
    return 0.0, (f"장소가 다름: {_printed(one)}/{_printed(other)}",)


def _when(one: Profile, other: Profile) -> Likeness:
    if one.days is not None and other.days is not None:
        return _dated(one, other, one.days, other.days)
    gap = _gap(one.window, other.window)
    if gap > 0:
        return Likeness(0.0, veto="발행 시점과 맞지 않음")
    apart = _apart(one, other)
    if apart is not None and apart <= DAYS_APART:
        return Likeness(0.7, ("발행 무렵의 일",))
    if one.kind.lasting:
        return Likeness(0.7)
    # What is said is said again and again; without a date only the words can tell
    if one.kind.uttered:
        return Likeness(0.0)
    # News is of its day: what a page tells without a date is seldom a thing of long before
    return Likeness(0.4 if apart is None or apart <= _LONG_AFTER else 0.1)


def _apart(one: Profile, other: Profile) -> int | None:
    """Days between the two, by their dates where narrow, by publication where undated."""
    spans = [_span(item) for item in (one, other)]
    if spans[0] is None or spans[1] is None:
        return None
    return _gap(spans[0], spans[1])


def _span(one: Profile) -> tuple[date, date] | None:
    """A date of a month or less, else the day of publication of an undated report."""
    if one.days is None:
        return None if one.published is None else (one.published, one.published)
    narrow = (one.days.latest - one.days.earliest).days <= MARGIN
    return (one.days.earliest, one.days.latest) if narrow else None


def _gap(one: tuple[date, date], other: tuple[date, date]) -> int:
    if one[1] < other[0]:
        return (other[0] - one[1]).days
    return (one[0] - other[1]).days if other[1] < one[0] else 0


def _dated(one: Profile, other: Profile, days: DateRange, others: DateRange) -> Likeness:
    gap = _gap((days.earliest, days.latest), (others.earliest, others.latest))
    if gap == 0:
        if days.is_day and others.is_day:
            return Likeness(1.0, (f"같은 날({days})",))
        if _ahead(one) and not days.is_day and not others.is_day:
            # What is expected within a year or two may be any number of things
            return Likeness(0.55, (f"기간이 겹침({days}, {others})",))
        inside = (days.latest - days.earliest) != (others.latest - others.earliest)
        return Likeness(0.8 if inside else 0.9, (f"날짜가 맞음({days}, {others})",))
    words = f"날짜가 다름({days}/{others})"
    exact = days.is_day and others.is_day
    if exact and gap <= _allowed(one, other) and _identical(one, other):
        return Likeness(0.5, (words,), strained=True)
    by_month = not exact and "month" in {_unit(days), _unit(others)} and not _ahead(one)
    if by_month and gap <= MARGIN and _identical(one, other) and _misremembered(one, other):
        return Likeness(0.4, (words,), strained=True)
    return Likeness(0.0, veto=words)


def _misremembered(one: Profile, other: Profile) -> bool:
    """Whether a month given is empty of somebody whom both name: else it is that month's.

    홍가람 is told to have met a guest in June, and met him on 2 July. That June is an error if
    nothing else is told of one of the two in June.
    """
    filled = one.filled | other.filled
    return any(seen not in filled for seen in _met_by(one, other))


def _unit(days: DateRange) -> str:
    return "interval" if days.interval else days.precision


def _ahead(one: Profile) -> bool:
    return _STANDING[one.told.report.status] == "ahead"


def _allowed(one: Profile, other: Profile) -> int:
    """Days by which two exact days may differ: more if one page looks back from afar."""
    late = any(
        p.published is not None
        and p.days is not None
        and (p.published - p.days.latest).days > _LONG_AFTER
        for p in (one, other)
    )
    return DAYS_APART if late else _NEXT_DAY


def _identical(one: Profile, other: Profile) -> bool:
    """Whether both name the same participants, so that a differing date is likely an error."""
    first, second = one.names, other.names
    specific = any(p.kind in {"person", "organisation"} for p in one.told.parts)
    several = len(first & second) >= 2 or _shared(one.pairs, other.pairs) > _ALIKE  # noqa: PLR2004
    return specific and several and (first <= second or second <= first)
