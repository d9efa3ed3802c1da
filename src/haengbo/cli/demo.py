"""``haengbo demo``: ingest the sample pages and serve them."""

from __future__ import annotations

from typing import Annotated

import typer

DEMO_LEDGER = "haengbo-demo.db"


def demo(
    host: Annotated[str, typer.Option(help="들을 주소")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="들을 포트")] = 8350,
    ledger: Annotated[str, typer.Option(help="견본 장부의 경로")] = DEMO_LEDGER,
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help="들인 뒤 웹 화면을 연다.")
    ] = True,
) -> None:
    """견본 쪽을 들여 웹 화면으로 보인다 (사건은 공개 사실, 매체와 기자는 꾸민 것)."""
    from haengbo.cli.ingest import run_ingest  # noqa: PLC0415
    from haengbo.cli.serve import run_site  # noqa: PLC0415
    from haengbo.samples import pages_folder  # noqa: PLC0415

    run_ingest([str(pages_folder())], ledger)
    if serve:
        run_site(ledger, host, port)


def register(app: typer.Typer) -> None:
    """Mount ``haengbo demo``."""
    app.command()(demo)
