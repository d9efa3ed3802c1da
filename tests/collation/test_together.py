"""The result depends on the set of reports and decisions, not on how they arrived."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from collation.building import told
from haengbo.collation.blocks import ANY, asks_of, keys_of, reach_of
from haengbo.collation.likeness import compare, may_meet
from haengbo.collation.lore import lore
from haengbo.collation.profiles import profile
from haengbo.collation.together import affected, collate
from haengbo.knowledge import Knowledge, load
from haengbo.model.collation import Event, Told
from haengbo.model.decision import Decision, DecisionKind

TALKS = ("CONSULT/meeting", "홍가람", "이반 가상로프")
PEOPLE = ("홍가람", "민서백", "북한")
FOREIGNERS = ("이반 가상로프", "표트르 시험스키", "러시아")
DATES = ("2025-03-03", "2025-03-04", "2025-03", None)

reports = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(PEOPLE),
        st.sampled_from(FOREIGNERS),
        st.sampled_from(DATES),
        st.sampled_from(("CONSULT/meeting", "CONSULT/visit")),
    ),
    max_size=9,
)


def made(rows: Iterable[tuple[int, str, str, str | None, str]]) -> list[Told]:
    out = [
        told(f"쪽{page}", kind, f"{one}:s", f"{other}:t", date=date, start=10 * number)
        for number, (page, one, other, date, kind) in enumerate(rows)
    ]
    return list({t.anchor: t for t in out}.values())


def shape(events: Sequence[Event]) -> set[tuple[str, frozenset[str]]]:
    return {(e.id, frozenset(m.anchor.text for m in e.members)) for e in events}


def meets(reach: Iterable[str], keys: Sequence[str]) -> bool:
    return any(
        key.startswith(wanted.removesuffix(ANY)) if wanted.endswith(ANY) else key == wanted
        for wanted in reach
        for key in keys
    )


class Store:
    """A ledger in memory: takes pages one by one and collates what they touch."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.lore = lore(knowledge)
        self.told: dict[str, Told] = {}
        self.events: dict[str, Event] = {}

    def take(self, new: Sequence[Told]) -> None:
        self.told |= {t.anchor.text: t for t in new}
        found = affected(new, self._by_keys, self._comembers, {}, self.lore)
        result = collate(found, {}, (), self.lore)
        anchors = {t.anchor for t in found}
        self.events = {
            key: event
            for key, event in self.events.items()
            if not anchors & {m.anchor for m in event.members}
        }
        self.events |= {event.id: event for event in result.events}

    def _by_keys(self, keys: Iterable[str]) -> list[Told]:
        wanted = set(keys)
        return [t for t in self.told.values() if meets(wanted, keys_of(t, self.lore))]

    def _comembers(self, ids: Iterable[str]) -> list[Told]:
        wanted = set(ids)
        groups = [{m.anchor.text for m in e.members} for e in self.events.values()]
        return [self.told[i] for group in groups if group & wanted for i in group]


@settings(max_examples=60, deadline=None)
@given(reports, st.randoms(use_true_random=False))
def test_order_of_arrival_changes_nothing(
    rows: list[tuple[int, str, str, str | None, str]], shuffler: random.Random
) -> None:
    knowledge = load()
    all_told = made(rows)
    whole = collate(all_told, {}, (), lore(knowledge))
    by_page: dict[str, list[Told]] = {}
    for item in all_told:
        by_page.setdefault(item.anchor.page, []).append(item)
    pages = list(by_page.values())
    shuffler.shuffle(pages)
    store = Store(knowledge)
    for page in pages:
        store.take(page)
    assert shape(list(store.events.values())) == shape(whole.events)
    shuffler.shuffle(all_told)
    assert collate(all_told, {}, (), lore(knowledge)) == whole


def test_every_report_is_in_exactly_one_event(knowledge: Knowledge) -> None:
    items = [
        told("가", *TALKS),
        told("나", *TALKS),
        told("나", "CONSULT/visit", "이반 가상로프:s", "북한:t", start=50),
        told("다", *TALKS, date="2025-07-04", published="2025-07-05"),
    ]
    events = collate(items, {}, (), lore(knowledge)).events
    members = [m.anchor for event in events for m in event.members]
    assert sorted(members) == sorted(t.anchor for t in items)
    assert len(events) == 3
    meeting = next(e for e in events if len(e.members) == 2)
    assert meeting.date == "2025-03-04"
    assert meeting.label_ko == "홍가람–가상로프 회담"
    assert all(m.reasons for m in meeting.members)


def test_a_page_that_tells_both_days_keeps_them_apart(knowledge: Knowledge) -> None:
    first, second = told("가", *TALKS), told("나", *TALKS, date="2025-03-05")
    assert len(collate([first, second], {}, (), lore(knowledge)).events) == 1
    both = [told("다", *TALKS), told("다", *TALKS, date="2025-03-05", start=40)]
    events = collate([first, second, *both], {}, (), lore(knowledge)).events
    assert sorted(event.date or "" for event in events) == ["2025-03-04", "2025-03-05"]


def test_decisions_go_before_the_machine(knowledge: Knowledge) -> None:
    pack = lore(knowledge)
    a, b, c = told("가", *TALKS), told("나", *TALKS), told("다", *TALKS, date="2025-09-01")
    split = Decision(DecisionKind.SPLIT, (b.anchor,), (a.anchor,))
    merge = Decision(DecisionKind.MERGE, (a.anchor,), (c.anchor,))
    correct = Decision(DecisionKind.CORRECT, (a.anchor,), field="place", value="시험시")
    reject = Decision(DecisionKind.REJECT, (b.anchor,))

    assert len(collate([a, b], {}, (split,), pack).events) == 2
    (one,) = collate([a, c], {}, (merge,), pack).events
    assert one.decided
    assert {m.anchor for m in one.members} == {a.anchor, c.anchor}
    (placed,) = collate([a, b], {}, (correct,), pack).events
    assert placed.place == "시험시"
    (left,) = collate([a, b], {}, (reject,), pack).events
    assert [m.anchor for m in left.members] == [a.anchor]
    again = Decision(DecisionKind.MERGE, (b.anchor,), (a.anchor,))
    assert len(collate([a, b], {}, (split, again), pack).events) == 1


def test_a_decision_follows_evidence_that_moved(knowledge: Knowledge) -> None:
    pack = lore(knowledge)
    old = told("가", *TALKS, start=10, evidence="두 사람이 회담했다")
    new = told("가", *TALKS, start=12, evidence="사람이 회담했다")
    other = told("나", *TALKS)
    split = Decision(DecisionKind.SPLIT, (old.anchor,), (other.anchor,))
    assert len(collate([new, other], {}, (split,), pack).events) == 2
    visit = told("가", "CONSULT/visit", "이반 가상로프:s", "북한:t", start=12)
    reject = Decision(DecisionKind.REJECT, (old.anchor,))
    assert len(collate([visit, other], {}, (reject,), pack).events) == 2, "another kind of report"
    assert len(collate([new, other], {}, (reject,), pack).events) == 1
    gone = told("가", *TALKS, start=900)
    assert len(collate([gone, other], {}, (split,), pack).events) == 1


WIDE = (
    *("2025-03-04", "2025-03-05", "2025-03-02/2025-03-04", "2025-03", "2025", "2024/2026"),
    *("../2025-06", "1990/2030", "2025-02/2025-03", "2020/2025", "2019-12/2026-01", None),
)
#: Sides of a report: persons that are one, nearly one and others; a state alone.
NAMED = (
    *(("홍가람:p", "이반 가상로프:p"), ("홍가룸:p", "이반 가상로프:p"), ("민서백:p", "러시아:p")),
    *(("북한:p", "러시아:p"), ("북한:p",), ("홍가람:p", "민서백:p", "러시아:p")),
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(WIDE),
    st.sampled_from(WIDE),
    st.sampled_from(("2025-03-05", "2025-12-31", "2027-02-01", None)),
    st.sampled_from(("occurred", "planned")),
    st.sampled_from(NAMED),
    st.sampled_from(NAMED),
    st.sampled_from(("CONSULT/meeting", "CONSULT/visit", "AGREE/sign", "AGREE", "SUPPORT")),
)
def test_reach_meets_the_keys_of_all_that_may_be_alike(
    first: str | None,
    second: str | None,
    published: str | None,
    status: str,
    mine: tuple[str, ...],
    theirs: tuple[str, ...],
    kind: str,
) -> None:
    pack = lore(load())
    one = told("가", kind, *mine, date=first, status=status)
    other = told("나", kind, *theirs, date=second, status=status, published=published)
    profiles = profile(one, pack), profile(other, pack)
    if may_meet(*profiles) and compare(*profiles).joins:
        assert meets(reach_of(one, pack), keys_of(other, pack))
        assert meets(reach_of(other, pack), keys_of(one, pack))
        asked = [
            set(asks_of(a, pack)) & set(keys_of(b, pack)) for a, b in ((one, other), (other, one))
        ]
        assert any(asked), "who groups by whole keys finds the pair from one of the two"
