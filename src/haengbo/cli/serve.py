"""``haengbo serve``: the ledger as a web site on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from haengbo.cli.options import LedgerOption, ledger_location


def run_site(ledger: str, host: str, port: int) -> None:
    """Serve ``ledger`` until interrupted."""
    import uvicorn  # noqa: PLC0415 - heavy, lazy

    from haengbo.web.app import create_app  # noqa: PLC0415

    print(f"행보: http://{host}:{port}/  (Ctrl+C 로 멈춘다)", flush=True)
    uvicorn.run(create_app(ledger), host=host, port=port, log_level="warning")


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
