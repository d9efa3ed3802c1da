"""A finding that the machine missed is added to its page, survives a new reading, is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, additions
from haengbo.ledger.decisions import By
from haengbo.ledger.erasing import erase
from haengbo.pipeline import prepare_intake
from web.posting import copy_of, send, site_over


@pytest.fixture
def own(sample_location: str, tmp_path: Path) -> Iterator[tuple[TestClient, Ledger]]:
    location = copy_of(sample_location, tmp_path)
    ledger = Ledger.open(location)
    with site_over(location) as client:
        yield client, ledger
    ledger.close()


PAGE = "s21-women-forum.html"


def article_of(ledger: Ledger) -> tuple[str, str, int]:
    """Hash, text and number of events of a page."""
    detail = ledger.article(PAGE)
    assert detail is not None
    return detail.page.sha256, detail.reading.article.text, len(detail.reading.events)


def words_of(text: str) -> str:
    """A stretch that stands once in the text."""
    return next(
        text[i : i + 30] for i in range(200, 400) if text.count(text[i : i + 30].strip()) == 1
    )


def test_an_event_is_added_and_taken_back(
    own: tuple[TestClient, Ledger], knowledge: Knowledge
) -> None:
    client, ledger = own
    sha, text, before = article_of(ledger)
    quote = words_of(text).strip()
    fields = {
        "page": sha,
        "quote": quote,
        "what": "event",
        "type": "AGREE",
        "mode": "sign",
        "status": "occurred",
        "date": "2025-03-05",
        "place": "시험시",
        "who": "시험국, 가상국",
    }
    answer = send(client, "/decide/add", **fields)
    assert answer.status_code == 303, answer.text
    detail = ledger.article(PAGE)
    assert detail is not None
    added = detail.reading.events[-1]
    assert added.rule == "added:나기록"
    assert added.span.of(text) == quote
    event = dict(detail.events)[added.id]
    page = client.get(f"/event/{event}").text
    assert "시험국" in page
    assert quote[:10] in page
    assert "j-add" in client.get(f"/article/{PAGE}").text
    captured = ledger.page(sha)
    assert captured is not None
    with ledger.reading() as session:
        kept = additions.on_page(session, sha)
    again = prepare_intake(captured, knowledge, ledger.words, kept)
    assert again.reading.events[-1].rule == "added:나기록", "a new reading keeps it"
    send(client, "/decide/undo", decision="1")
    assert article_of(ledger)[2] == before
    assert event not in {line.id for line in ledger.all_events()}
    send(client, "/decide/undo", decision="2")
    assert article_of(ledger)[2] == before + 1, "the undo is undone"


def test_a_statement_is_added(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    sha, text, _ = article_of(ledger)
    start = text.index(words_of(text))
    quote = text[start : start + 12]
    fields = {
        "page": sha,
        "quote": quote,
        "start": str(start),
        "end": str(start + 12),
        "what": "statement",
        "form": "indirect",
        "who": "시험 대변인",
    }
    assert send(client, "/decide/add", **fields).status_code == 303
    assert ledger.actors(text="시험 대변인") == ()
    said = [s for s in ledger.all_statements() if s.statement.speaker == ("시험 대변인",)]
    assert [s.text for s in said] == [quote]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"quote": ""}, "고르지 않았다"),
        ({"quote": "이 쪽에 있을 리 없는 말"}, "이 쪽에 없는 말이다"),
        ({"quote": "다"}, "번 나온다"),
        ({"who": ""}, "누가 한 일인지"),
        ({"date": "언젠가"}, "날짜를 알아볼 수 없다"),
        ({"type": "DANCE"}, "그런 값은 없다"),
        ({"start": "0", "end": "99999999"}, ""),
    ],
)
def test_what_cannot_be_added(
    own: tuple[TestClient, Ledger], fields: dict[str, str], reason: str
) -> None:
    client, ledger = own
    sha, text, _ = article_of(ledger)
    good = {"page": sha, "quote": words_of(text).strip(), "type": "AGREE", "who": "시험국"}
    answer = send(client, "/decide/add", **{**good, **fields})
    assert answer.status_code == (422 if reason else 303)
    assert reason in answer.text


def test_words_that_are_not_there(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    sha, text, _ = article_of(ledger)
    good = {"page": sha, "quote": words_of(text).strip(), "type": "AGREE", "who": "시험국"}
    send(client, "/decide/add", **good)
    detail = ledger.article(PAGE)
    assert detail is not None
    with ledger.reading() as session:
        (item,) = additions.on_page(session, sha)
    gone = additions.Added("지금은 없는 말", event=item.event)
    left = additions.lay_over(detail.reading, (gone,))
    assert all(not e.rule.startswith("added:") for e in left.events)


def test_erasing_a_page_erases_what_was_quoted_of_it(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    sha, text, _ = article_of(ledger)
    quote = words_of(text).strip()
    send(client, "/decide/add", page=sha, quote=quote, type="AGREE", who="시험국")
    detail = ledger.article(PAGE)
    assert detail is not None
    said = detail.statements[0]
    send(client, "/decide/reject-statement", statement=said.id)
    with ledger.writing() as session:
        erase(session, sha, By("나기록", "권리자가 청함"))
    shown = client.get("/decisions.csv").text
    assert quote not in shown
    assert said.text not in shown
    assert [d.kind for d in ledger.decisions()] == ["reject", "add"]
    with ledger.reading() as session:
        assert additions.on_page(session, sha) == ()
