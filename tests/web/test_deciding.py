"""What a form asks for is what the command line would write; refusals say why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from haengbo.ledger import Ledger
from haengbo.ledger.views import EventDetail
from web.markup import parsed, strings, text
from web.posting import copy_of, send, site_over


@pytest.fixture
def own(sample_location: str, tmp_path: Path) -> Iterator[tuple[TestClient, Ledger]]:
    location = copy_of(sample_location, tmp_path)
    ledger = Ledger.open(location)
    with site_over(location) as client:
        yield client, ledger
    ledger.close()


def told_often(ledger: Ledger) -> EventDetail:
    line = max(ledger.all_events(), key=lambda x: (len(x.event.members), x.id))
    detail = ledger.event(line.id)
    assert detail is not None
    return detail


def test_correct_and_undo(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    detail = told_often(ledger)
    event, before = detail.event.id, detail.event.place
    send(client, "/decide/correct", event=event, field="place", value="평양 시험관")
    page = client.get(f"/event/{event}?done=1").text
    assert "평양 시험관" in page
    assert "결정 1을 적었다" in page
    send(client, "/decide/undo", decision="1")
    after = ledger.event(event)
    assert after is not None
    assert after.event.place == before
    log = parsed(client.get("/decisions").text)
    assert len(strings(log, "//ol[@class='log']/li/@class")) == 1, "the undone one is greyed"


def test_merge_by_address_and_split_again(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    first, second = [x.id for x in ledger.all_events()][:2]
    send(client, "/decide/merge", event=first, other=f"http://127.0.0.1:8350/event/{second}#x")
    one, other = ledger.event(first), ledger.event(second)
    assert one is not None
    assert other is not None
    assert one.event.id == other.event.id
    former = first if one.redirected else second
    lead = client.get(f"/event/{former}?done=1", follow_redirects=False)
    assert lead.headers["location"] == f"/event/{one.event.id}?done=1"
    assert lead.headers["cache-control"] == "no-store"
    out = [a.text for a in (m.anchor for m in one.event.members)][:1]
    send(client, "/decide/split", event=one.event.id, report=out)
    kinds = [d.kind for d in ledger.decisions()]
    assert kinds == ["split", "merge"]


def test_an_event_that_is_none(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    event, before = told_often(ledger).event.id, ledger.totals().events
    send(client, "/decide/reject", event=event, back=f"/event/{event}")
    assert ledger.totals().events == before - 1
    lead = client.get(f"/event/{event}?done=1")
    assert lead.url.path == "/decisions"
    assert "되돌리기" in lead.text
    send(client, "/decide/undo", decision="1")
    assert ledger.event(event) is not None


def test_one_report_is_rejected(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    detail = told_often(ledger)
    anchor = detail.event.members[-1].anchor.text
    send(client, "/decide/reject", event=detail.event.id, report=anchor, some="1")
    after = ledger.event(detail.event.id)
    assert after is not None
    assert len(after.event.members) == len(detail.event.members) - 1


def test_statements_are_judged(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    line = ledger.statements().items[0]
    send(client, "/decide/confirm", statement=line.id)
    page = client.get(f"/article/{line.page.name}").text
    assert "j-confirm" in page
    send(client, "/decide/undo", decision="1")
    send(client, "/decide/reject-statement", statement=line.id)
    assert line.id not in {s.id for s in ledger.all_statements()}
    assert "j-reject" in client.get(f"/article/{line.page.name}").text


@pytest.mark.parametrize(
    ("kind", "fields", "reason"),
    [
        ("correct", {"field": "date", "value": "작년 언젠가"}, "날짜를 알아볼 수 없다"),
        ("correct", {"field": "date", "value": " "}, "맞는 값을 적지 않았다"),
        ("correct", {"field": "id", "value": "x"}, "고칠 수 없는 항목"),
        ("merge", {"other": ""}, "합칠 사건을 고르지 않았다"),
        ("merge", {"other": "e0"}, "그런 사건이 없다"),
        ("split", {}, "떼어 낼 보도를 고르지 않았다"),
        ("split", {"report": "x"}, "보도를 알아볼 수 없다"),
        ("reject", {"some": "1"}, "버릴 보도를 고르지 않았다"),
        ("note", {"value": ""}, "적을 말이 없다"),
        ("undo", {"decision": "999"}, "그런 결정이 없다"),
        ("undo", {"decision": "-1"}, "번호가 없다"),
        ("confirm", {"report": "ff:1-2:CONSULT"}, "그런 보도가 없다"),
        ("confirm", {"statement": "s0"}, "그런 발언이 없다"),
        ("add", {"page": "x"}, "그런 쪽이 없다"),
    ],
)
def test_what_cannot_be_decided(
    own: tuple[TestClient, Ledger], kind: str, fields: dict[str, str], reason: str
) -> None:
    client, ledger = own
    event = told_often(ledger).event.id
    answer = send(client, f"/decide/{kind}", event=event, back=f"/event/{event}", **fields)
    assert answer.status_code == 422
    page = parsed(answer.text)
    assert reason in text(page, "string(//main)")
    assert f"/event/{event}" in strings(page, "//main//a/@href")
    assert ledger.decisions() == ()


def test_no_such_kind(own: tuple[TestClient, Ledger]) -> None:
    client, _ = own
    assert send(client, "/decide/nothing").status_code == 404
