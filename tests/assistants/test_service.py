"""``haengbo mcp`` over both transports, by the SDK's client."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import anyio
import httpx2
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from typer.testing import CliRunner

from haengbo.cli.main import app

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
def serving(ledger: str, more: dict[str, str] | None = None) -> Iterator[str]:
    """The command itself, over HTTP; gives the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "haengbo", "mcp", "--http", "--port", str(port)]
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


def test_others_are_let_in_only_with_a_token(
    sample_location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HAENGBO_API_TOKEN", raising=False)
    command = ["mcp", "--http", "--host", "0.0.0.0", "--ledger", sample_location]  # noqa: S104
    result = CliRunner().invoke(app, command)
    assert result.exit_code != 0
    assert "HAENGBO_API_TOKEN" in str(result.exception)
