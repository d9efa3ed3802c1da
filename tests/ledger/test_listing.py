"""Ticks, pages, reports of many events, quoted phrases: what lists and charts ask for."""

from __future__ import annotations

import pytest

from haengbo.ledger import EventFilter, Ledger
from haengbo.ledger.words import phrases_of


@pytest.mark.parametrize(
    ("query", "phrases", "why"),
    [
        ('조약 "공동의 핵심이익"', ("공동의 핵심이익",), "one phrase beside a word"),
        ("“무조건 지지” 담화", ("무조건 지지",), "curly marks"),
        ('"가" "나 다"', ("가", "나 다"), "two phrases"),
        ('"열린 채', (), "a mark that is never closed is no phrase"),
        ('"" "  "', (), "nothing between the marks"),
        ("조약", (), "no marks"),
    ],
)
def test_phrases_of_a_query(query: str, phrases: tuple[str, ...], why: str) -> None:
    assert phrases_of(query) == phrases, why


def test_a_phrase_must_stand_as_it_is(sample_ledger: Ledger) -> None:
    words = sample_ledger.search("외무상 최선희", size=100)
    phrase = sample_ledger.search('"최선희 북한 외무상"', size=100)
    assert 0 < phrase.total <= words.total
    for hit in phrase.items:
        detail = sample_ledger.article(hit.page.name)
        assert detail is not None
        assert "최선희 북한 외무상" in detail.reading.article.text
    some = sample_ledger.events(EventFilter(text='"최선희 북한 외무상"'), size=500)
    every = sample_ledger.events(EventFilter(text="최선희 북한 외무상"), size=500)
    assert some.total <= every.total


def test_ticks_are_the_dated_events(sample_ledger: Ledger) -> None:
    chosen = EventFilter(channels=("foreign",), newest_first=False)
    dated = [line for line in sample_ledger.all_events(chosen) if line.day]
    ticks = sample_ledger.ticks(chosen)
    assert [tick.day for tick in ticks] == [line.day for line in dated]
    assert {tick.channel for tick in ticks} == {"foreign"}


def test_pages_are_all_pages_newest_first(sample_ledger: Ledger) -> None:
    listing = sample_ledger.pages(size=500)
    assert len(listing.items) == listing.total == sample_ledger.totals().pages
    days = [hit.page.day or "" for hit in listing.items]
    assert days == sorted(days, reverse=True)


def test_pages_of_an_actor_name_it(sample_ledger: Ledger) -> None:
    actor = sample_ledger.actor("최선희")
    assert actor is not None
    assert sample_ledger.pages(who="최선희", size=1).total == actor.pages
    assert sample_ledger.pages(who="아무도 아닌 사람").total == 0


def test_reports_of_many_are_those_of_each(sample_ledger: Ledger) -> None:
    ids = [line.id for line in sample_ledger.all_events()][:30]
    together = sample_ledger.reports(ids)
    for key in ids:
        detail = sample_ledger.event(key)
        assert detail is not None
        assert together[key] == detail.reports
