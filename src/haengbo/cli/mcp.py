"""``haengbo mcp``: the ledger for assistants, over the Model Context Protocol."""

from __future__ import annotations

import getpass
import os
from typing import Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.opening import opened_ledger
from haengbo.cli.options import LedgerOption
from haengbo.cli.serve import loopback
from haengbo.errors import UsageError


def mcp(
    ledger: LedgerOption = None,
    http: Annotated[bool, typer.Option("--http", help="표준 입출력 대신 HTTP로 잇는다.")] = False,
    host: Annotated[str, typer.Option(help="HTTP로 들을 주소")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="HTTP로 들을 포트")] = 8351,
    site: Annotated[
        str, typer.Option(help="장부를 보이는 화면의 주소 (답에 적힐 링크)")
    ] = "http://127.0.0.1:8350",
    team: Annotated[
        bool, typer.Option("--team", help="HTTP에서 여럿이 저마다의 열쇠로 묻고 정한다.")
    ] = False,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="HTTP에서 대답할 호스트 이름 (여러 번)")
    ] = None,
) -> None:
    """도우미(MCP)가 장부를 묻게 한다. $HAENGBO_API_TOKEN 이 있거나 --team 이면 결정도 적는다."""
    token = os.environ.get("HAENGBO_API_TOKEN") or None
    if team and not http:
        raise UsageError("--team 은 --http 와 함께 쓴다")
    if http and not loopback(host) and token is None and not team:
        raise UsageError(
            f"{host}: 다른 컴퓨터에 열려면 $HAENGBO_API_TOKEN 을 정하거나 --team 을 붙여야 한다"
        )
    try:
        from haengbo.assistants import service  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise UsageError("이것을 하려면 pip install 'haengbo[mcp]' 가 필요하다") from error
    from haengbo.annals.links import Links  # noqa: PLC0415 - heavy, lazy
    from haengbo.assistants.tools import Tools  # noqa: PLC0415

    who = os.environ.get("HAENGBO_WHO") or getpass.getuser()
    with opened_ledger(ledger) as opened:
        tools = Tools(opened, Links(site.rstrip("/")), who)
        server = service.create_server(tools, deciding=team or token is not None)
        if not http:
            server.run()
            return
        import uvicorn  # noqa: PLC0415 - heavy, lazy

        secret = service.one_secret(token, who) if token else None
        gate = service.team_keys(opened) if team else secret
        print(
            _("행보 MCP: http://%(host)s:%(port)s/mcp  (Ctrl+C 로 멈춘다)", host=host, port=port),
            flush=True,
        )
        app = service.create_http(server, host, gate, name or ())
        uvicorn.run(app, host=host, port=port, log_level="warning")


def register(app: typer.Typer) -> None:
    """Mount ``haengbo mcp``."""
    app.command()(mcp)
