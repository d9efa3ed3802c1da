"""What is kept in memory keeps step with what is written."""

from __future__ import annotations

import pytest

from haengbo import pipeline
from haengbo.knowledge import Knowledge
from haengbo.ledger import EventFilter, Ledger, articles, counting, decisions
from haengbo.ledger.dialects import put_words
from haengbo.pipeline import Outcome, collate, ingest, reread
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
        _finds_the_same(held, plain)
    event = held.events().items[0].event
    with held.writing() as session:
        decisions.reject(session, event.members[0].anchor, decisions.By("민들레", "아니다"))
    collate(held, knowledge)
    assert held.events(size=500) == Ledger(held.engine).events(size=500)
    _finds_the_same(held, Ledger(held.engine))
    held.close()


def _finds_the_same(held: Ledger, plain: Ledger) -> None:
    for text in ("북한", '"북한"', "러시아 외무상"):
        assert held.search(text) == plain.search(text)
        assert held.events_with(text, 5) == plain.events_with(text, 5)
        assert held.said_with(text, 5) == plain.said_with(text, 5)
        assert held.named(text, 5) == plain.named(text, 5)
        assert held.profile(EventFilter(text=text)) == plain.profile(EventFilter(text=text))


def test_pages_read_again_are_still_found(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Ledger.open(":memory:", resident=True)
    ingest(held, few_pages()[:4], knowledge)
    _finds_the_same(held, Ledger(held.engine))
    monkeypatch.setattr(pipeline, "__version__", "0")
    assert reread(held, knowledge).counts[Outcome.READ]
    _finds_the_same(held, Ledger(held.engine))
    held.close()


def test_an_index_made_anew_shows_at_once(knowledge: Knowledge) -> None:
    held = Ledger.open(":memory:", resident=True)
    ingest(held, few_pages()[:4], knowledge)
    wanted = EventFilter(text="북한")
    assert held.profile(wanted).total
    with held.writing() as session:
        for page in articles.with_words(session):
            put_words(session.connection(), page, ("시험",))
        counting.note_indexed(session)
    assert not held.profile(wanted).total
    held.reindex()
    assert held.profile(wanted).total
    held.close()
