"""Accounts: what each role may do, how sessions and tokens end, and that only hashes are kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from haengbo.errors import UsageError
from haengbo.ledger import Ledger, accounts, audit
from haengbo.ledger.accounts import Role
from haengbo.ledger.passwords import NOBODY, hashed, matches

PASSWORD = "가나다라마바사아자차"  # noqa: S105 - of a test


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    opened = Ledger.open(":memory:")
    with opened.writing() as session:
        accounts.add_account(session, "나관리", PASSWORD, Role.ADMIN, "시험")
        accounts.add_account(session, "나엮음", PASSWORD, Role.EDITOR, "나관리")
    yield opened
    opened.close()


def right(ledger: Ledger, name: str, password: str) -> bool:
    with ledger.reading() as session:
        return accounts.right_password(session, name, password)


def everything(ledger: Ledger) -> str:
    """All that the account tables hold."""
    with ledger.reading() as session:
        tables = ("accounts", "sessions", "tokens", "audit")
        return str([session.execute(text(f"SELECT * FROM {t}")).all() for t in tables])  # noqa: S608


def test_passwords_are_salted_and_cut_off() -> None:
    one, other = hashed(PASSWORD), hashed(PASSWORD)
    assert one != other
    assert matches(PASSWORD, one)
    assert not matches(PASSWORD + "x", one)
    assert not matches(PASSWORD, "scrypt$nonsense")
    assert not matches("", NOBODY)
    with pytest.raises(UsageError, match="10자"):
        hashed("짧다")


@pytest.mark.parametrize(
    ("role", "wanted", "expected"),
    [
        (Role.READER, Role.READER, True),
        (Role.READER, Role.EDITOR, False),
        (Role.EDITOR, Role.READER, True),
        (Role.EDITOR, Role.ADMIN, False),
        (Role.ADMIN, Role.EDITOR, True),
    ],
)
def test_roles_include_each_other(role: Role, wanted: Role, expected: bool) -> None:
    assert role.may(wanted) is expected


def test_who_may_log_in(ledger: Ledger) -> None:
    assert right(ledger, "나엮음", PASSWORD)
    assert not right(ledger, "나엮음", "틀린비밀번호입니다")
    assert not right(ledger, "없는사람", PASSWORD)
    with ledger.writing() as session:
        accounts.disable(session, "나엮음", "나관리")
    assert not right(ledger, "나엮음", PASSWORD)
    with ledger.writing() as session:
        accounts.enable(session, "나엮음", "나관리")
    assert right(ledger, "나엮음", PASSWORD)


def test_sessions_end(ledger: Ledger) -> None:
    with ledger.writing() as session:
        first = accounts.log_in(session, "나엮음", "Chromium")
        second = accounts.log_in(session, "나엮음", "Firefox")
    with ledger.reading() as session:
        found = accounts.account_of_session(session, first)
        assert found is not None
        assert found[0].name == "나엮음"
        assert accounts.account_of_session(session, first + "x") is None
        browsers = [s.browser for s in accounts.sessions_of(session, "나엮음")]
    assert sorted(browsers) == ["Chromium", "Firefox"]
    with ledger.writing() as session:
        accounts.log_out(session, first)
    with ledger.writing() as session:
        assert accounts.account_of_session(session, first) is None
        assert accounts.account_of_session(session, second) is not None
        accounts.set_password(session, "나엮음", PASSWORD + "카", "나관리")
        assert accounts.account_of_session(session, second) is None, "a new password ends them"


def test_an_old_session_is_none(ledger: Ledger) -> None:
    with ledger.writing() as session:
        secret = accounts.log_in(session, "나엮음", "")
        session.execute(text("UPDATE sessions SET until = '2000-01-01'"))
        assert accounts.account_of_session(session, secret) is None


def test_tokens(ledger: Ledger) -> None:
    with ledger.writing() as session:
        secret = accounts.add_token(session, "나엮음", "밤마다 내보내기", Role.READER)
        found = accounts.account_of_token(session, secret)
        assert found is not None
        assert (found[0].name, found[0].role) == ("나엮음", Role.READER)
        assert found[1], "it was not used today"
        with pytest.raises(UsageError, match="계정보다 많은"):
            accounts.add_token(session, "나엮음", "너무 많이", Role.ADMIN)
        with pytest.raises(UsageError, match="적지 않았다"):
            accounts.add_token(session, "나엮음", " ", Role.READER)
        accounts.note_use(session, secret)
        (view,) = accounts.tokens(session, "나엮음")
        assert view.used is not None
        found = accounts.account_of_token(session, secret)
        assert found is not None
        assert not found[1], "noted once a day, since it needs the writer's lock"
    assert secret not in everything(ledger)
    assert PASSWORD not in everything(ledger)


def test_a_token_is_worth_no_more_than_its_account(ledger: Ledger) -> None:
    with ledger.writing() as session:
        secret = accounts.add_token(session, "나엮음", "적기", Role.EDITOR)
        accounts.set_role(session, "나엮음", Role.READER, "나관리")
        found = accounts.account_of_token(session, secret)
        assert found is not None
        assert found[0].role is Role.READER
        accounts.disable(session, "나엮음", "나관리")
        assert accounts.account_of_token(session, secret) is None
        accounts.enable(session, "나엮음", "나관리")
        assert accounts.account_of_token(session, secret) is None, "revoked for good"


def test_others_do_not_revoke_tokens_but_admins_do(ledger: Ledger) -> None:
    with ledger.writing() as session:
        secret = accounts.add_token(session, "나관리", "가", Role.ADMIN)
        everybody = {a.name: a for a in accounts.accounts(session)}
        (view,) = accounts.tokens(session)
        with pytest.raises(UsageError, match="그런 열쇠가 없다"):
            accounts.revoke_token(session, view.id, everybody["나엮음"])
        accounts.revoke_token(session, view.id, everybody["나관리"])
        assert accounts.account_of_token(session, secret) is None


def test_the_last_admin_stays(ledger: Ledger) -> None:
    with ledger.writing() as session:
        with pytest.raises(UsageError, match="마지막 관리자"):
            accounts.disable(session, "나관리", "나관리")
        with pytest.raises(UsageError, match="마지막 관리자"):
            accounts.set_role(session, "나관리", Role.READER, "나관리")
        accounts.set_role(session, "나엮음", Role.ADMIN, "나관리")
        accounts.disable(session, "나관리", "나엮음")


@pytest.mark.parametrize(
    ("name", "reason"), [("", "1자에서"), ("나관리", "이미 있는"), ("가\n나", "1자에서")]
)
def test_names(ledger: Ledger, name: str, reason: str) -> None:
    with ledger.writing() as session, pytest.raises(UsageError, match=reason):
        accounts.add_account(session, name, PASSWORD, Role.READER, "시험")


def test_what_was_done_is_written_down(ledger: Ledger) -> None:
    with ledger.writing() as session:
        accounts.set_role(session, "나엮음", Role.READER, "나관리")
        done = [(a.who, a.what, a.about) for a in audit.audit(session)]
    assert done[0] == ("나관리", "set-role", "나엮음: reader")
    assert len(done) == 3


@pytest.mark.parametrize(
    ("what", "about", "subject", "role", "why"),
    [
        ("set-role", "나엮음: reader", "나엮음", "reader", "the role is apart from the name"),
        ("add-token", "밤: 자료: feed", "밤: 자료", "feed", "a label may have a colon"),
        ("revoke-token", "나엮음: 밤", "나엮음: 밤", "", "whose key is no role"),
        ("log-in", "", "", "", "nothing was given"),
    ],
)
def test_a_line_tells_role_from_whom(
    what: str, about: str, subject: str, role: str, why: str
) -> None:
    line = audit.AuditView("2026-11-26T00:00:00Z", "나관리", what, about)
    assert (line.subject, line.role) == (subject, role), why
