"""The queue asks conflicts before doubts, goes on after an answer, and comes to an end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from haengbo.ledger import Ledger
from haengbo.web import reviewing
from haengbo.web.reviewing import KINDS, choices_of, page_to_review, queue_of
from web.markup import parsed, strings
from web.posting import copy_of, send, site_over

TODAY = "2026-11-25"


@pytest.fixture
def own(sample_location: str, tmp_path: Path) -> Iterator[tuple[TestClient, Ledger]]:
    location = copy_of(sample_location, tmp_path)
    ledger = Ledger.open(location)
    with site_over(location) as client:
        yield client, ledger
    ledger.close()


def test_order(sample_ledger: Ledger) -> None:
    queue = queue_of(sample_ledger, TODAY)
    assert queue.present is not None
    kinds = [KINDS.index(kind) for kind in (queue.present.kind, *(t.kind for t in queue.after))]
    assert kinds == sorted(kinds)
    assert queue.present.kind == "discrepancy"
    assert queue.left >= 100
    assert sum(queue.counts.values()) == queue.left
    unsure = [t for t in queue.after if t.kind == "unreviewed"]
    events = [sample_ledger.event(t.key) for t in unsure[:20]]
    certain = [e.event.confidence for e in events if e is not None]
    assert certain == sorted(certain)
    assert len({t.key for t in queue.after}) == len(queue.after), "nothing is asked twice"


def test_skipping_and_coming_back(sample_ledger: Ledger) -> None:
    first = queue_of(sample_ledger, TODAY)
    assert first.present is not None
    second = queue_of(sample_ledger, TODAY, past=first.present.key)
    assert second.present is not None
    assert second.before is not None
    assert second.present == first.upcoming[0]
    assert second.present.key == first.after[0].key
    assert second.before.key == first.present.key
    assert queue_of(sample_ledger, TODAY, at=second.present.key).present == second.present
    assert queue_of(sample_ledger, TODAY, at="nothing").present == first.present
    last = queue_of(sample_ledger, TODAY, past=first.after[-1].key)
    assert last.present is None
    assert {t.kind for t in queue_of(sample_ledger, TODAY, kind="overdue").after} == {"overdue"}


def test_the_queue_goes_on_behind_its_first_batches(
    sample_ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = queue_of(sample_ledger, TODAY, "unreviewed")
    monkeypatch.setattr(reviewing, "BATCH", 40)
    seen: list[str] = []
    queue = queue_of(sample_ledger, TODAY, "unreviewed")
    assert queue.left == whole.left
    while queue.present is not None:
        seen.append(queue.present.key)
        if len(seen) > 1:
            assert queue.before is not None
            assert queue.before.key == seen[-2], "the way back leads over the edge of a batch"
        queue = queue_of(sample_ledger, TODAY, "unreviewed", past=seen[-1])
    assert len(seen) == len({*seen}) == whole.left
    assert whole.present is not None
    assert {*seen} == {whole.present.key, *(t.key for t in whole.after)}


def test_an_answer_settles_and_undoing_asks_again(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    first = queue_of(ledger, TODAY)
    assert first.present is not None
    key = first.present.key
    detail = ledger.event(key)
    assert detail is not None
    chosen = choices_of(detail)[0]
    send(client, "/decide/correct", event=key, field=chosen.field, value=chosen.value)
    assert queue_of(ledger, TODAY).left == first.left - 1
    send(client, "/decide/undo", decision="1")
    assert queue_of(ledger, TODAY).present == first.present


def test_the_page_leads_on_to_the_next(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    queue = queue_of(ledger, TODAY)
    assert queue.present is not None
    page = parsed(client.get("/queue").text)
    assert (
        queue.after[0].key in strings(page, "//form[@class='yesno']/input[@name='back']/@value")[0]
    )
    assert {"a", "r", "e", "j", "?", "1"} <= set(strings(page, "//@data-key"))
    assert "u" not in strings(page, "//@data-key"), "nothing to undo yet"


def test_pages_follow_each_other_until_all_were_seen(sample_ledger: Ledger) -> None:
    first = page_to_review(sample_ledger, TODAY, "")
    seen = []
    page = first
    while page is not None and page.sha256 not in seen:
        seen.append(page.sha256)
        page = page_to_review(sample_ledger, TODAY, page.sha256)
    assert len(seen) >= 20
