"""``haengbo serve``: the ledger as a web site on this machine."""

from __future__ import annotations

import ipaddress
from typing import Annotated

import typer

from haengbo.cli.options import LedgerOption, ledger_location
from haengbo.errors import UsageError


def loopback(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def run_site(ledger: str, host: str, port: int) -> None:
    """Serve ``ledger`` until interrupted.

    Raises:
        UsageError: Others could reach the site, and nobody would have to log in.
    """
    if not loopback(host):
        raise UsageError(
            f"{host}: 혼자 쓰는 화면은 이 컴퓨터에서만 연다 (127.0.0.1). "
            "누구나 장부를 고칠 수 있게 되기 때문이다."
        )
    import uvicorn  # noqa: PLC0415 - heavy, lazy

    from haengbo.web.app import LOOPBACK, create_app  # noqa: PLC0415

    print(f"행보: http://{host}:{port}/  (Ctrl+C 로 멈춘다)", flush=True)
    app = create_app(ledger, hosts=(*LOOPBACK, host))
    uvicorn.run(app, host=host, port=port, log_level="warning")


def serve(
    ledger: LedgerOption = None,
    host: Annotated[str, typer.Option(help="들을 주소")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="들을 포트")] = 8350,
) -> None:
    """장부를 웹 화면으로 보인다."""
    run_site(ledger_location(ledger), host, port)


def register(app: typer.Typer) -> None:
    """Mount ``haengbo serve``."""
    app.command()(serve)
