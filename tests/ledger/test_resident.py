"""What is kept in memory keeps step with what is written."""

from __future__ import annotations

from haengbo.knowledge import Knowledge
from haengbo.ledger import EventFilter, Ledger, decisions
from haengbo.pipeline import collate, ingest
from ledger.test_resuming import few_pages


def test_pages_and_decisions_show_at_once(knowledge: Knowledge) -> None:
    held = Ledger.open(":memory:", resident=True)
    pages = few_pages()
    for number in range(0, len(pages), 4):
        ingest(held, pages[number : number + 4], knowledge)
        plain = Ledger(held.engine)
        for wanted in (
            EventFilter(),
            EventFilter(who=("북한",)),
            EventFilter(statuses=("planned",)),
        ):
            assert held.profile(wanted) == plain.profile(wanted)
            assert held.events(wanted, size=500) == plain.events(wanted, size=500)
    event = held.events().items[0].event
    with held.writing() as session:
        decisions.reject(session, event.members[0].anchor, decisions.By("민들레", "아니다"))
    collate(held, knowledge)
    assert held.events(size=500) == Ledger(held.engine).events(size=500)
    held.close()
