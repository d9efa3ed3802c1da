"""``haengbo mcp`` over both transports, by the SDK's client."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from typer.testing import CliRunner

from haengbo.cli.main import app
from haengbo.ledger import Ledger, accounts
from haengbo.ledger.accounts import Role

TOKEN = {"HAENGBO_API_TOKEN": "geheim"}
SOURCE = str(Path(__file__).parents[2] / "src")


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k != "HAENGBO_API_TOKEN"}
    return kept | {"PYTHONPATH": SOURCE} | (more or {})


async def _events(client: Client) -> tuple[set[str], int]:
    tools = {tool.name for tool in (await client.list_tools()).tools}
    found = await client.call_tool("events", {"who": ["최선희"], "limit": 2})
    assert not found.is_error
    assert found.structured_content["events"][0]["reports"][0]["evidence"]
    return tools, found.structured_content["total"]


def test_over_standard_input_and_output(sample_location: str) -> None:
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "haengbo", "mcp", "--ledger", sample_location],
        env=environment(),
    )

    async def run() -> tuple[set[str], int]:
        async with Client(server) as client:
            return await _events(client)

    tools, total = anyio.run(run)
    assert "decide" not in tools
    assert total > 0


@contextmanager
def serving(ledger: str, more: dict[str, str] | None = None, *options: str) -> Iterator[str]:
    """The command itself, over HTTP; gives the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "haengbo", "mcp", "--http", "--port", str(port), *options]
    process = subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--ledger", ledger],
        env=environment(more),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/mcp"
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_over_http(sample_location: str) -> None:
    async def run(address: str) -> tuple[set[str], int]:
        async with Client(address) as client:
            return await _events(client)

    with serving(sample_location) as address:
        tools, total = anyio.run(run, address)
        assert "decide" not in tools
        assert total > 0
        foreign = {"origin": "https://evil.example", "content-type": "application/json"}
        assert httpx2.post(address, json={}, headers=foreign).status_code == 403
        assert httpx2.post(address, json={}, headers={"host": "evil.example"}).is_client_error


def test_over_http_with_a_token(sample_location: str) -> None:
    async def run(address: str) -> tuple[set[str], int]:
        headers = {"authorization": "Bearer geheim"}
        async with (
            httpx2.AsyncClient(headers=headers) as http,
            Client(streamable_http_client(address, http_client=http)) as client,
        ):
            return await _events(client)

    with serving(sample_location, TOKEN) as address:
        for headers in ({}, {"authorization": "Bearer falsch"}):
            answer = httpx2.post(address, json={}, headers=headers)
            assert answer.status_code == 401
            assert answer.headers["www-authenticate"].startswith("Bearer")
        tools, total = anyio.run(run, address)
    assert "decide" in tools
    assert total > 0


Call = tuple[str, dict[str, Any]]


def as_bearer(address: str, key: str, *calls: Call) -> list[Any]:
    """Results of calls with a key, in one session of the protocol."""

    async def run() -> list[Any]:
        async with (
            httpx2.AsyncClient(headers={"authorization": f"Bearer {key}"}) as http,
            Client(streamable_http_client(address, http_client=http)) as client,
        ):
            return [await client.call_tool(name, given) for name, given in calls]

    return anyio.run(run)


def test_a_team_asks_and_decides_with_its_keys(sample_location: str, tmp_path: Path) -> None:
    location = str(shutil.copy(sample_location, tmp_path / "team.db"))
    ledger = Ledger.open(location)
    event = ledger.events(size=1).items[0].id
    with ledger.writing() as session:
        accounts.add_account(session, "나엮음", "가나다라마바사아자차", Role.EDITOR, "시험")
        keys = {
            role: accounts.add_token(session, "나엮음", role.value, role)
            for role in (Role.FEED, Role.READER, Role.EDITOR)
        }
    look: Call = ("events", {"limit": 1})
    wish: Call = ("decide", {"decision": {"kind": "confirm", "event": event, "why": "맞다"}})
    with serving(location, TOKEN, "--team", "--name", "annals.example") as address:
        for wrong in ("-", "geheim", keys[Role.FEED], keys[Role.READER] + "x"):
            headers = {"authorization": f"Bearer {wrong}"}
            assert httpx2.post(address, json={}, headers=headers).status_code == 401, wrong
        found, refused = as_bearer(address, keys[Role.READER], look, wish)
        assert not found.is_error
        assert refused.is_error
        assert "읽기만" in refused.content[0].text
        (written,) = as_bearer(address, keys[Role.EDITOR], wish)
        assert not written.is_error, written.content
        assert written.structured_content["decision"]["who"] == "나엮음"
        named = {"authorization": f"Bearer {keys[Role.READER]}", "host": "annals.example"}
        assert httpx2.post(address, json={}, headers=named).status_code not in {401, 421}
        elsewhere = named | {"host": "evil.example"}
        assert httpx2.post(address, json={}, headers=elsewhere).status_code == 421
        with ledger.writing() as session:
            accounts.disable(session, "나엮음", "시험")
        revoked = {"authorization": f"Bearer {keys[Role.EDITOR]}"}
        assert httpx2.post(address, json={}, headers=revoked).status_code == 401
    assert [d.who for d in ledger.decisions()] == ["나엮음"]
    ledger.close()


def test_a_team_needs_http(sample_location: str) -> None:
    result = CliRunner().invoke(app, ["mcp", "--team", "--ledger", sample_location])
    assert "--http" in str(result.exception)


def test_others_are_let_in_only_with_a_token(
    sample_location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HAENGBO_API_TOKEN", raising=False)
    command = ["mcp", "--http", "--host", "0.0.0.0", "--ledger", sample_location]  # noqa: S104
    result = CliRunner().invoke(app, command)
    assert result.exit_code != 0
    assert "HAENGBO_API_TOKEN" in str(result.exception)
