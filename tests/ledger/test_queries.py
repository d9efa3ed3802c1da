"""Questions to the ledger of the sample pages."""

from __future__ import annotations

import pytest

from haengbo.ledger import EventFilter, Ledger, StatementFilter


def test_list_is_sorted_and_paged(sample_ledger: Ledger) -> None:
    first = sample_ledger.events(size=10)
    assert len(first.items) == 10
    assert first.total == sample_ledger.totals().events
    days = [line.day for line in first.items if line.day]
    assert days == sorted(days, reverse=True)
    last = sample_ledger.events(number=first.pages, size=10)
    assert 0 < len(last.items) <= 10
    ids = [line.id for line in sample_ledger.all_events()]
    assert len(ids) == len(set(ids)) == first.total


@pytest.mark.parametrize(
    "wanted",
    [
        EventFilter(who=("김정은",)),
        EventFilter(who=("김정은", "블라디미르 푸틴")),
        EventFilter(types=("CONSULT",), modes=("meeting",)),
        EventFilter(channels=("summit", "foreign")),
        EventFilter(statuses=("planned", "predicted")),
        EventFilter(since="2024-06-01", until="2024-06-30"),
        EventFilter(place="평양"),
        EventFilter(only_conflicting=True),
        EventFilter(text="조약"),
    ],
    ids=str,
)
def test_filters(wanted: EventFilter, sample_ledger: Ledger) -> None:
    found = list(sample_ledger.all_events(wanted))
    assert found, "the samples hold such events"
    assert len(found) < sample_ledger.totals().events
    for line in found:
        event = line.event
        names = {part.name for part in event.participants}
        assert set(wanted.who) <= names
        assert not wanted.types or event.type in wanted.types
        assert not wanted.modes or event.mode in wanted.modes
        assert not wanted.channels or event.channel in wanted.channels
        assert not wanted.statuses or event.status in wanted.statuses
        assert wanted.place is None or wanted.place in (event.place or "")
        assert not wanted.only_conflicting or event.discrepancies
    facets = sample_ledger.facets(wanted)
    assert sum(count.count for count in facets.types) == len(found)
    dated = sum(1 for line in found if line.day)
    assert sum(count.count for count in sample_ledger.density(wanted)) == dated


def test_nothing_matches(sample_ledger: Ledger) -> None:
    empty = sample_ledger.events(EventFilter(who=("아무개",)))
    assert (empty.items, empty.total, empty.pages) == ((), 0, 1)
    assert sample_ledger.event("e000000000000") is None
    assert sample_ledger.article("없는 쪽") is None
    assert sample_ledger.actor("아무개") is None


def test_event_with_its_evidence(sample_ledger: Ledger) -> None:
    line = max(sample_ledger.all_events(), key=lambda found: found.pages)
    detail = sample_ledger.event(line.id)
    assert detail is not None
    assert detail.event == line.event
    assert len({report.page.sha256 for report in detail.reports}) == line.pages > 1
    for report in detail.reports:
        article = sample_ledger.article(report.page.sha256)
        assert article is not None
        text = article.reading.article.text
        assert [text[a:b] for a, b in report.spans] == list(report.evidence)
        assert (report.local_id, line.id) in article.events
    assert sample_ledger.event(line.id[:8]) is not None, "a beginning is enough"


def test_every_event_has_a_sentence_of_one_of_its_reports(sample_ledger: Ledger) -> None:
    for line in sample_ledger.all_events():
        anchors = [member.anchor for member in line.event.members]
        assert line.event.sentence_at in anchors
        assert line.event.sentence
        assert line.event.label_ko
        assert line.page.sha256 == line.event.sentence_at.page
        assert len(line.event.origins) == line.origins
        assert line.voices <= max(1, line.origins)


def test_actor(sample_ledger: Ledger) -> None:
    detail = sample_ledger.actor("최선희")
    assert detail is not None
    assert detail.kind == "person"
    assert any("외무상" in role.title for role in detail.roles)
    assert any(s.surface == "최선희" for s in detail.spellings)
    assert detail.partners
    assert all("최선희" in {p.name for p in line.event.participants} for line in detail.events)
    assert all("최선희" in line.statement.speaker for line in detail.statements)
    names = [line.name for line in sample_ledger.actors(text="최선")]
    assert "최선희" in names


def test_statements(sample_ledger: Ledger) -> None:
    everything = sample_ledger.statements(size=5)
    assert everything.total == len(list(sample_ledger.all_statements()))
    speaker = everything.items[0].statement.speaker[0]
    mine = sample_ledger.statements(StatementFilter(who=(speaker,)))
    assert all(speaker in line.statement.speaker for line in mine.items)
    direct = sample_ledger.statements(StatementFilter(forms=("direct",)))
    assert 0 < direct.total < everything.total
    words = everything.items[0].text[:6]
    assert sample_ledger.statements(StatementFilter(text=words)).total >= 1


def test_search_finds_the_north_by_the_south_and_the_reverse(sample_ledger: Ledger) -> None:
    south = {hit.page.name for hit in sample_ledger.search("러시아", size=100).items}
    north = {hit.page.name for hit in sample_ledger.search("로씨야", size=100).items}
    assert south == north
    texts = [sample_ledger.article(name) for name in south]
    bodies = [detail.reading.article.text for detail in texts if detail]
    assert any("로씨야" in body and "러시아" not in body for body in bodies)
    hit = sample_ledger.search("러시아 조약", size=1).items[0]
    assert hit.snippet.marks
    assert all(0 <= a < b <= len(hit.snippet.text) for a, b in hit.snippet.marks)


def test_copies_name_the_original_first(sample_ledger: Ledger) -> None:
    groups = sample_ledger.copies()
    assert groups
    for group in groups:
        assert len(group.pages) == len(group.reasons) + 1 > 1
        copy = sample_ledger.article(group.pages[1].sha256)
        assert copy is not None
        assert any(view.direction == "original" for view in copy.copies)
