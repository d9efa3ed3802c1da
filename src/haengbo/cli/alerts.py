"""``haengbo alerts …``: saved searches that tell of what is new."""

from __future__ import annotations

import datetime as dt
import getpass
import json
import os
import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.language import _, retold
from haengbo.cli.opening import opened_ledger
from haengbo.cli.options import JsonOption, LedgerOption
from haengbo.cli.putting import put
from haengbo.errors import UsageError

if TYPE_CHECKING:
    from haengbo.ledger import Ledger
    from haengbo.ledger.alerts import Alert

app = typer.Typer(
    name="alerts",
    help="저장한 검색이 새것을 알린다: 피드, 웹훅, 메일.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
SiteOption = Annotated[str, typer.Option(help="장부를 보이는 화면의 주소 (알림에 적힐 링크)")]
TodayOption = Annotated[str | None, typer.Option("--today", help="이날을 오늘로 친다 (ISO)")]
SITE = "http://127.0.0.1:8350"
_NAME = re.compile(r"[\w-]{1,60}")


class Kind(StrEnum):
    """The same as ``ledger.alerts.AlertKind``, which is loaded only when used."""

    EVENT = "event"
    FORMULA = "formula"
    DUE = "due"
    CONFLICT = "conflict"


def _today(given: str | None) -> dt.date:
    try:
        return dt.date.fromisoformat(given) if given else dt.datetime.now(tz=dt.UTC).date()
    except ValueError as error:
        raise UsageError(f"하루가 아니다: {given} (예: 2025-06-19)") from error


def _alert(ledger: Ledger, name: str) -> Alert:
    from haengbo.ledger import alerts  # noqa: PLC0415 - heavy, lazy

    with ledger.reading() as session:
        found = alerts.alert(session, name)
    if found is None:
        raise UsageError(f"그런 알림이 없다: {name}")
    return found


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="알림의 이름 (글자, 숫자, -)")],
    search: Annotated[str, typer.Argument(help="검색창에 적듯이: ‘who:최선희 type:협의’")] = "",
    kind: Annotated[Kind, typer.Option("--kind", help="무엇을 알리는가")] = Kind.EVENT,
    webhook: Annotated[str | None, typer.Option("--webhook", help="보낼 주소")] = None,
    mail: Annotated[list[str] | None, typer.Option("--mail", help="받을 사람 (여러 번)")] = None,
    days: Annotated[int, typer.Option(min=0, max=3650, help="기한: 며칠 앞까지")] = 7,
    everything: Annotated[
        bool, typer.Option("--everything", help="이미 있는 것도 다음에 알린다.")
    ] = False,
    today: TodayOption = None,
    ledger: LedgerOption = None,
) -> None:
    """검색을 저장한다. 지금 장부에 있는 것은 아는 것으로 치고, 그 뒤의 새것만 알린다."""
    from haengbo.alerts.finding import found  # noqa: PLC0415 - heavy, lazy
    from haengbo.alerts.messages import address_of  # noqa: PLC0415
    from haengbo.annals.links import Links  # noqa: PLC0415
    from haengbo.ledger import alerts  # noqa: PLC0415
    from haengbo.web.api.filters import boxed  # noqa: PLC0415

    if not _NAME.fullmatch(name):
        raise UsageError(f"알림의 이름은 글자, 숫자, -, _ 로 짓는다: {name}")
    if webhook and mail:
        raise UsageError("--webhook 과 --mail 은 함께 쓰지 않는다")
    if webhook and not webhook.startswith(("https://", "http://")):
        raise UsageError(f"http나 https 주소가 아니다: {webhook}")
    for address in mail or ():
        address_of(address)
    channel = "webhook" if webhook else "mail" if mail else "feed"
    with opened_ledger(ledger) as opened:
        alert = alerts.Alert(
            name,
            alerts.AlertKind(kind.value),
            search,
            boxed(opened, search),
            alerts.Channel(channel),
            (webhook,) if webhook else tuple(mail or ()),
            days,
        )
        known = () if everything else found(opened, alert, _today(today), Links())
        with opened.writing() as session:
            who = os.environ.get("HAENGBO_WHO") or getpass.getuser()
            alerts.add(session, alert, who, (item.key for item in known))
    print(_("%(name)s: %(known)s건은 이미 아는 것으로 쳤다", name=name, known=len(known)))


@app.command("list")
def list_alerts(ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """저장한 검색과, 무엇을 얼마나 알렸는지."""
    from haengbo.cli.tables import show, table  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import alerts  # noqa: PLC0415

    with opened_ledger(ledger) as opened, opened.reading() as session:
        found = [(a, alerts.counts(session, a.name)) for a in alerts.alerts(session)]
    if as_json:
        for a, counts in found:
            record: dict[str, object] = {"alert": a.name, "kind": a.kind, "search": a.search}
            record |= {"via": a.channel, "targets": list(a.targets), "days": a.days}
            record |= {state.value: number for state, number in counts.items()}
            print(json.dumps(record, ensure_ascii=False))
        return
    rows = (
        (
            a.name,
            a.kind.value,
            a.search or "—",
            " ".join([a.channel.value, *a.targets]),
            str(counts[alerts.NoticeState.SENT]),
            str(counts[alerts.NoticeState.SENDING]),
        )
        for a, counts in found
    )
    show(table(("이름", "무엇", "검색", "어디로", "알림", "알 수 없음"), rows))


@app.command()
def run(
    site: SiteOption = SITE,
    today: TodayOption = None,
    ledger: LedgerOption = None,
) -> None:
    """새것을 웹훅과 메일로 알린다. 같은 것을 두 번 알리지 않는다."""
    try:
        from haengbo.alerts.telling import run as tell_all  # noqa: PLC0415 - heavy, lazy
        from haengbo.alerts.telling import sender_of  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise UsageError("알리려면 pip install 'haengbo[net]' 가 필요하다") from error
    from haengbo.annals.links import Links  # noqa: PLC0415

    with opened_ledger(ledger) as opened:
        told = tell_all(opened, _today(today), Links(site.rstrip("/")), sender_of(os.environ))
    for one in told:
        if one.failure is None:
            print(_("%(alert)s: %(items)s건 알림", alert=one.alert, items=one.items))
            continue
        unsure = (
            _(" (갔는지 알 수 없어 다시 보내지 않는다)")
            if one.unsure
            else _(" (다음에 다시 보낸다)")
        )
        print(f"haengbo: {one.alert}: {retold(one.failure)}{unsure}", file=sys.stderr)
    if any(one.failure for one in told):
        raise typer.Exit(1)


@app.command()
def feed(
    name: Annotated[str, typer.Argument(help="알림의 이름")],
    out: Annotated[Path | None, typer.Option("-o", "--output", help="파일 [표준 출력]")] = None,
    site: SiteOption = SITE,
    today: TodayOption = None,
    ledger: LedgerOption = None,
) -> None:
    """저장한 검색을 Atom 피드로 쓴다. 화면에서는 /alerts/이름.atom 에 있다."""
    from haengbo.alerts.feeds import atom  # noqa: PLC0415 - heavy, lazy
    from haengbo.alerts.finding import found  # noqa: PLC0415
    from haengbo.annals.links import Links  # noqa: PLC0415

    base = site.rstrip("/")
    with opened_ledger(ledger) as opened:
        alert = _alert(opened, name)
        items = found(opened, alert, _today(today), Links(base), recent=True)
    data = atom(name, f"{base}/alerts/{name}.atom", items)
    put([data], out)


@app.command()
def remove(
    name: Annotated[str, typer.Argument(help="알림의 이름")], ledger: LedgerOption = None
) -> None:
    """저장한 검색을 지운다. 무엇을 알렸는지도 잊는다."""
    from haengbo.ledger import alerts  # noqa: PLC0415 - heavy, lazy

    with opened_ledger(ledger) as opened, opened.writing() as session:
        alerts.remove(session, name)
    print(_("%(name)s: 지웠다", name=name))


def register(root: typer.Typer) -> None:
    """Mount ``haengbo alerts``."""
    root.add_typer(app)
