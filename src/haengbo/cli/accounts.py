"""``haengbo accounts``: who may log in to a team's site, and the keys of programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.opening import by_whom
from haengbo.cli.options import LedgerOption, ledger_location

if TYPE_CHECKING:
    from haengbo.ledger import Ledger
    from haengbo.ledger.accounts import Role

app = typer.Typer(
    name="accounts",
    help="여럿이 쓰는 화면의 계정과, 프로그램이 쓰는 열쇠.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
NameArgument = Annotated[str, typer.Argument(help="계정 이름")]
RoleOption = Annotated[str, typer.Option("--role", help="reader, editor, admin")]
StdinOption = Annotated[
    bool, typer.Option("--password-stdin", help="비밀번호를 표준 입력에서 읽는다.")
]


def _opened(location: str | None) -> Ledger:
    from haengbo.ledger import Ledger  # noqa: PLC0415 - heavy, lazy

    return Ledger.open(ledger_location(location))


def _role(text: str) -> Role:
    from haengbo.errors import UsageError  # noqa: PLC0415
    from haengbo.ledger.accounts import Role  # noqa: PLC0415

    if text not in list(Role):
        raise UsageError(f"그런 역할은 없다: {text} (reader, editor, admin)")
    return Role(text)


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    return str(typer.prompt(_("비밀번호"), hide_input=True, confirmation_prompt=_("한 번 더")))


@app.command()
def add(
    name: NameArgument,
    role: RoleOption = "editor",
    ledger: LedgerOption = None,
    password_stdin: StdinOption = False,
) -> None:
    """계정을 만든다. 비밀번호는 물어본다."""
    from haengbo.ledger import accounts  # noqa: PLC0415 - heavy, lazy

    wanted, password = _role(role), _password(password_stdin)
    opened = _opened(ledger)
    try:
        with opened.writing() as session:
            made = accounts.add_account(session, name, password, wanted, by_whom(None, "").who)
    finally:
        opened.close()
    print(f"{made.name}: {made.role.value}")


@app.command("list")
def list_all(ledger: LedgerOption = None) -> None:
    """계정을 모두 보인다."""
    from haengbo.cli.tables import show, table  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import accounts  # noqa: PLC0415

    opened = _opened(ledger)
    try:
        with opened.reading() as session:
            found = accounts.accounts(session)
    finally:
        opened.close()
    rows = ((a.name, a.role.value, a.made[:16], (a.disabled or "")[:16]) for a in found)
    show(table(("이름", "역할", "만든 때", "막은 때"), rows))


@app.command()
def password(
    name: NameArgument, ledger: LedgerOption = None, password_stdin: StdinOption = False
) -> None:
    """새 비밀번호를 정한다. 들어와 있던 곳은 모두 나가게 된다."""
    from haengbo.ledger import accounts  # noqa: PLC0415 - heavy, lazy

    given = _password(password_stdin)
    opened = _opened(ledger)
    try:
        with opened.writing() as session:
            accounts.set_password(session, name, given, by_whom(None, "").who)
    finally:
        opened.close()


@app.command()
def disable(name: NameArgument, ledger: LedgerOption = None) -> None:
    """계정을 막는다. 내린 결정은 남는다."""
    from haengbo.ledger import accounts  # noqa: PLC0415 - heavy, lazy

    opened = _opened(ledger)
    try:
        with opened.writing() as session:
            accounts.disable(session, name, by_whom(None, "").who)
    finally:
        opened.close()


@app.command()
def token(
    name: NameArgument,
    label: Annotated[str, typer.Argument(help="무엇에 쓰는가")],
    role: RoleOption = "reader",
    ledger: LedgerOption = None,
) -> None:
    """프로그램이 쓸 열쇠를 만들어 한 번 보인다 (Authorization: Bearer …)."""
    from haengbo.ledger import accounts  # noqa: PLC0415 - heavy, lazy

    wanted = _role(role)
    opened = _opened(ledger)
    try:
        with opened.writing() as session:
            secret = accounts.add_token(session, name, label, wanted)
    finally:
        opened.close()
    print(secret)


def register(root: typer.Typer) -> None:
    """Mount ``haengbo accounts``."""
    root.add_typer(app)
