"""``haengbo serve``: the ledger as a web site on this machine."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.options import LedgerOption, ledger_location
from haengbo.errors import UsageError

#: Seconds for which a connection stays open without a question. Longer than proxies and browsers
#: keep theirs: whoever asks at the moment when the server hangs up gets no answer.
KEPT_OPEN = 75


def loopback(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def run_site(
    ledger: str, host: str, port: int, *, team: bool = False, names: Sequence[str] = ()
) -> None:
    """Serve ``ledger`` until interrupted.

    Args:
        ledger: Path or URL.
        host: Address to listen at.
        port: Port to listen at.
        team: Whether people log in.
        names: Further host names that are answered to.

    Raises:
        UsageError: Others could reach the site, and nobody would have to log in; or nobody could.
    """
    if not team and not loopback(host):
        raise UsageError(
            f"{host}: 혼자 쓰는 화면은 이 컴퓨터에서만 연다 (127.0.0.1). "
            "누구나 장부를 고칠 수 있게 되기 때문이다. 여럿이 쓰려면 --team 을 붙인다."
        )
    if team:
        _need_an_admin(ledger)
    import uvicorn  # noqa: PLC0415 - heavy, lazy

    from haengbo.web.app import LOOPBACK, create_app  # noqa: PLC0415

    print(
        _("행보: http://%(host)s:%(port)s/  (Ctrl+C 로 멈춘다)", host=host, port=port), flush=True
    )
    app = create_app(ledger, hosts=(*LOOPBACK, host, *names), team=team, alone=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", timeout_keep_alive=KEPT_OPEN)


def _need_an_admin(location: str) -> None:
    from haengbo.ledger import Ledger, accounts  # noqa: PLC0415 - heavy, lazy

    ledger = Ledger.open(location)
    try:
        with ledger.reading() as session:
            everybody = accounts.accounts(session)
    finally:
        ledger.close()
    if not any(a.role is accounts.Role.ADMIN and not a.disabled for a in everybody):
        raise UsageError("관리자가 없다: 먼저 haengbo accounts add 이름 --role admin")


def serve(
    ledger: LedgerOption = None,
    host: Annotated[str, typer.Option(help="들을 주소")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="들을 포트")] = 8350,
    team: Annotated[bool, typer.Option("--team", help="여럿이 쓴다: 계정으로 들어온다.")] = False,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="대답할 호스트 이름 (여러 번)")
    ] = None,
) -> None:
    """장부를 웹 화면으로 보인다."""
    run_site(ledger_location(ledger), host, port, team=team, names=name or ())


def register(app: typer.Typer) -> None:
    """Mount ``haengbo serve``."""
    app.command()(serve)
