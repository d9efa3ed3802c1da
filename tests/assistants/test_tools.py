"""The tools by the SDK's own client, in this process: answers, evidence, refusals."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client

from haengbo.annals.links import Links
from haengbo.assistants.service import create_server
from haengbo.assistants.tools import Tools
from haengbo.ledger import Ledger

SITE = "https://annals.example"
READING = {"search", "events", "statements", "chain", "wording", "expectations"}


@pytest.fixture
def ledger(sample_location: str, tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(shutil.copy(sample_location, tmp_path / "annals.db"))
    yield opened
    opened.close()


def asked(ledger: Ledger, *calls: tuple[str, dict[str, Any]], deciding: bool = False) -> list[Any]:
    """Results of calls, one after the other."""
    server = create_server(Tools(ledger, Links(SITE), "나기록"), deciding=deciding)

    async def run() -> list[Any]:
        async with Client(server) as client:
            return [await client.call_tool(name, given) for name, given in calls]

    return anyio.run(run)


def one(ledger: Ledger, name: str, **given: object) -> dict[str, Any]:
    (result,) = asked(ledger, (name, given))
    assert not result.is_error, result.content
    found: dict[str, Any] = result.structured_content
    return found


def test_tools_are_offered_with_their_schemas(ledger: Ledger) -> None:
    async def offered(*, deciding: bool) -> dict[str, Any]:
        server = create_server(Tools(ledger, Links(SITE), "x"), deciding=deciding)
        async with Client(server) as client:
            return {tool.name: tool for tool in (await client.list_tools()).tools}

    tools = anyio.run(lambda: offered(deciding=False))
    assert set(tools) == READING
    for tool in tools.values():
        assert tool.description
        assert tool.output_schema
        assert tool.annotations.read_only_hint
    assert set(tools["chain"].input_schema["required"]) == {"event"}
    more = anyio.run(lambda: offered(deciding=True))
    assert set(more) == READING | {"decide"}
    assert not more["decide"].annotations.read_only_hint


def test_events_come_with_evidence_and_addresses(ledger: Ledger) -> None:
    found = one(ledger, "events", who=["쇼이구"], mode=["visit"], since="2024", limit=5)
    assert found["total"] >= len(found["events"]) > 0
    for event in found["events"]:
        assert "세르게이 쇼이구" in {p["name"] for p in event["participants"]}
        assert event["link"].startswith(f"{SITE}/event/")
        for report in event["reports"]:
            assert report["evidence"]
            assert report["link"].startswith(f"{SITE}/article/")
    english = one(ledger, "events", who=["Choe Son Hui"], limit=1)
    assert english["total"] == one(ledger, "events", who=["최선희"])["total"] > 0
    conflicting = one(ledger, "events", conflicts=True)
    assert all(event["discrepancies"] for event in conflicting["events"])


def test_a_chain_says_who_told_whom(ledger: Ledger) -> None:
    line = max(ledger.all_events(), key=lambda x: x.voices)
    found = one(ledger, "chain", event=line.id)
    assert found["event"]["event"] == line.id
    assert len(found["event"]["voices"]) == line.voices
    tellers = {link["teller"] for link in found["chain"]}
    assert set(found["event"]["origins"]) & tellers


def test_search_statements_expectations_and_wording(ledger: Ledger) -> None:
    pages = one(ledger, "search", words="러시아", limit=3)
    assert (len(pages["pages"]), pages["pages"][0]["link"][:8]) == (3, SITE[:8])
    assert all(page["marks"] for page in pages["pages"])
    said = one(ledger, "statements", who=["최선희"])
    assert said["statements"]
    assert all(s["text"] and "최선희" in s["speaker"] for s in said["statements"])
    plans = one(ledger, "expectations", kind=["plan"], since="2023", until="2026")
    assert plans["expectations"]
    assert all(x["kind"] == "plan" and x["text"] for x in plans["expectations"])
    wording = one(ledger, "wording", term="핵심이익", limit=2)
    assert len(wording["places"]) == 2
    assert wording["wording"]["last"] == wording["places"][-1]["day"]
    assert all("핵심" in place["word"] for place in wording["places"])


@pytest.mark.parametrize(
    ("name", "given", "said", "why"),
    [
        ("chain", {"event": "e0"}, "그런 사건이 없다", "no such event"),
        ("events", {"since": "언젠가"}, "from", "no date"),
        ("events", {"type": ["DUEL"]}, "DUEL", "no type"),
        ("events", {"limit": 500}, "50", "too many"),
        ("decide", {"decision": {"kind": "tag", "event": "e0"}}, "decide", "not offered"),
    ],
)
def test_refusals_say_why(
    ledger: Ledger, name: str, given: dict[str, Any], said: str, why: str
) -> None:
    (result,) = asked(ledger, (name, given))
    assert result.is_error, why
    assert said in result.content[0].text, why
    assert "Traceback" not in result.content[0].text


def test_a_decision_is_written_under_a_name(ledger: Ledger) -> None:
    event = next(iter(ledger.all_events())).id
    wish = {"kind": "tag", "event": event, "text": "확인요", "why": "부탁받음"}
    wrong = {"kind": "tag", "event": "e0", "text": "x"}
    made, refused = asked(
        ledger, ("decide", {"decision": wish}), ("decide", {"decision": wrong}), deciding=True
    )
    assert made.structured_content["decision"]["who"] == "나기록"
    assert refused.is_error
    (view,) = ledger.decisions()
    assert (view.kind, view.after, view.why) == ("tag", "확인요", "부탁받음")
