"""What people enter goes the way of pages, is marked, and is never read again."""

from __future__ import annotations

from haengbo.errors import PageError
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.model.entry import Entry, EntryKind
from haengbo.pipeline import Outcome, enter, reread

TALKS = Entry(
    EntryKind.EVENT,
    "시험 회담이 열렸다",
    date="2025-03-04",
    type="CONSULT",
    mode="meeting",
    place="평양",
    who=("최선희:party", "왕이:party"),
    references=("외교 연감 2025, 12쪽",),
)
SAID = Entry(EntryKind.STATEMENT, "굳게 지지한다", date="2025-03-04", who=("최선희",))
HOPED = Entry(EntryKind.EXPECTATION, "곧 다시 만날 것이다", date="2025-12", who=("왕이",))


def test_entries_go_the_way_of_pages(knowledge: Knowledge) -> None:
    ledger = Ledger.open(":memory:", knowledge=knowledge)
    result = enter(ledger, [TALKS, SAID, HOPED, PageError("표:4", "x")], "나기록", knowledge)
    assert dict(result.counts) == {Outcome.READ: 3, Outcome.FAILED: 1}
    (line,) = ledger.all_events()
    assert line.label_ko == "최선희–왕이 회담"
    assert line.event.origins[0].name == "외교 연감 2025, 12쪽"
    detail = ledger.event(line.id)
    assert detail is not None
    assert detail.reports[0].rule == "entered:나기록"
    assert detail.reports[0].evidence == ("시험 회담이 열렸다",)
    assert [s.text for s in ledger.statements().items] == ["굳게 지지한다"]
    assert ledger.expectations().items[0].due == "2025-12-31"
    again = enter(ledger, [TALKS], "나기록", knowledge)
    assert dict(again.counts) == {Outcome.KNOWN: 1}
    assert dict(reread(ledger, knowledge).counts) == {}
    ledger.close()
