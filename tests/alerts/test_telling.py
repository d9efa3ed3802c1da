"""Webhooks and mail against servers on this machine: told once, whatever happens."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from collections.abc import Sequence
from typing import Any

import pytest

from alerts.conftest import Hook, Post
from capture.web.serving import policy
from haengbo.alerts.finding import Item
from haengbo.alerts.telling import Told, run, sender_of
from haengbo.annals.links import Links
from haengbo.capture.web.mailing import MailServer
from haengbo.errors import UsageError
from haengbo.ledger import EventFilter, Ledger, alerts
from haengbo.ledger.alerts import Alert, AlertKind, Channel, NoticeState

SITE = Links("https://annals.example")
TODAY = dt.date(2025, 1, 1)
WANTED = EventFilter(who=("최선희",))
LETTERS = {"HAENGBO_MAIL_FROM": "haengbo@annals.example"}


def saved(ledger: Ledger, channel: Channel, *targets: str, name: str = "시험") -> Alert:
    alert = Alert(name, AlertKind.EVENT, "who:최선희", WANTED, channel, targets)
    with ledger.writing() as session:
        alerts.add(session, alert, "시험", ())
    return alert


def told(ledger: Ledger, environment: dict[str, str] | None = None, **limits: Any) -> Told:  # noqa: ANN401
    (one,) = run(ledger, TODAY, SITE, sender_of(environment or {}, policy(**limits)))
    return one


def states(ledger: Ledger, name: str = "시험") -> dict[NoticeState, int]:
    with ledger.reading() as session:
        return {k: v for k, v in alerts.counts(session, name).items() if v}


def test_a_webhook_gets_everything_once(ledger: Ledger, hook: Hook) -> None:
    saved(ledger, Channel.WEBHOOK, hook.address)
    one = told(ledger, {"HAENGBO_WEBHOOK_SECRET": "geheim"})
    expected = {line.id for line in ledger.all_events(WANTED)}
    assert (one.items, one.failure) == (len(expected), None)
    (message,) = hook.told
    assert (message["alert"], message["kind"]) == ("시험", "event")
    assert {item["key"] for item in message["items"]} == expected
    for item in message["items"]:
        assert item["evidence"][0]
        assert item["link"].startswith("https://annals.example/event/")
    signature = hmac.new(b"geheim", hook.bodies[0], hashlib.sha256).hexdigest()
    assert hook.headers[0]["x-haengbo-signature"] == f"sha256={signature}"
    assert hook.headers[0]["idempotency-key"] == message["id"]
    assert told(ledger).items == 0
    assert len(hook.bodies) == 1
    assert states(ledger) == {NoticeState.SENT: len(expected)}


def test_what_was_refused_is_sent_again(ledger: Ledger, hook: Hook) -> None:
    saved(ledger, Channel.WEBHOOK, hook.address)
    hook.status = 500
    one = told(ledger)
    assert (one.items, one.unsure) == (0, False)
    assert "HTTP 500" in (one.failure or "")
    assert states(ledger) == {}
    hook.status = 200
    assert told(ledger).items > 0
    assert hook.told[0] == hook.told[1]


def test_what_may_have_arrived_is_not_sent_again(ledger: Ledger, hook: Hook) -> None:
    saved(ledger, Channel.WEBHOOK, hook.address)
    hook.silent = True
    one = told(ledger)
    assert one.unsure
    hook.silent = False
    assert told(ledger).items == 0
    assert len(hook.bodies) == 1
    assert set(states(ledger)) == {NoticeState.SENDING}


def test_killed_while_telling_nothing_is_told_twice(ledger: Ledger) -> None:
    saved(ledger, Channel.WEBHOOK, "https://hook.example/")
    calls: list[int] = []

    def killed(_: Alert, items: Sequence[Item]) -> None:
        calls.append(len(items))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(ledger, TODAY, SITE, killed)
    assert run(ledger, TODAY, SITE, killed)[0].items == 0
    assert len(calls) == 1
    assert states(ledger) == {NoticeState.SENDING: calls[0]}


def test_redirects_are_not_followed(ledger: Ledger, hook: Hook) -> None:
    saved(ledger, Channel.WEBHOOK, hook.address)
    hook.status = 307
    assert "HTTP 307" in (told(ledger).failure or "")
    assert len(hook.bodies) == 1


@pytest.mark.parametrize(
    ("address", "said", "why"),
    [
        ("http://127.0.0.1:9/", "공개된 주소가 아니다", "this machine"),
        ("http://169.254.169.254/latest", "공개된 주소가 아니다", "a cloud's own service"),
        ("http://[::ffff:10.0.0.1]/", "공개된 주소가 아니다", "a private address in disguise"),
        ("http://name:secret@hook.example/", "암호가 든 주소", "a name in the address"),
        ("ftp://hook.example/", "http", "another scheme"),
    ],
)
def test_webhooks_reach_public_addresses_only(
    ledger: Ledger, address: str, said: str, why: str
) -> None:
    saved(ledger, Channel.WEBHOOK, address)
    (one,) = run(ledger, TODAY, SITE, sender_of({}))
    assert said in (one.failure or ""), why
    assert not one.unsure
    assert states(ledger) == {}


def test_a_digest_by_mail(ledger: Ledger, post: Post) -> None:
    saved(ledger, Channel.MAIL, "one@annals.example", "two@annals.example")
    environment = LETTERS | {"HAENGBO_SMTP": post.address}
    number = told(ledger, environment).items
    (mail,) = post.mails
    assert mail["Subject"] == f"[haengbo] 시험: {number}"
    assert mail["To"] == "one@annals.example, two@annals.example"
    text = mail.get_content()
    for line in ledger.all_events(WANTED):
        assert line.label_ko in text
        assert f"https://annals.example/event/{line.id}" in text
    assert told(ledger, environment).items == 0
    assert len(post.mails) == 1


def test_mail_that_is_refused_stays(ledger: Ledger, post: Post) -> None:
    saved(ledger, Channel.MAIL, "one@annals.example")
    post.refuses = True
    environment = LETTERS | {"HAENGBO_SMTP": post.address}
    one = told(ledger, environment)
    assert "554" in (one.failure or "")
    assert not one.unsure
    post.refuses = False
    assert told(ledger, environment).items > 0
    gone = told(ledger, LETTERS | {"HAENGBO_SMTP": "smtp://127.0.0.1:9"})
    assert gone.failure is None, "nothing is left to tell"


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "HAENGBO_SMTP"),
        (LETTERS | {"HAENGBO_SMTP": "smtp://127.0.0.1:9"}, "127.0.0.1"),
        (LETTERS | {"HAENGBO_SMTP": "mail.example"}, "smtp://"),
        ({"HAENGBO_MAIL_FROM": "nobody", "HAENGBO_SMTP": "smtp://127.0.0.1:9"}, "nobody"),
    ],
)
def test_mail_that_cannot_be_sent(ledger: Ledger, environment: dict[str, str], said: str) -> None:
    saved(ledger, Channel.MAIL, "one@annals.example")
    one = told(ledger, environment)
    assert said in (one.failure or "")
    assert states(ledger) == {}


def test_mail_servers_are_understood() -> None:
    server = MailServer.parse("smtps://me%40annals.example:p%3Aw@mail.example")
    assert (server.user, server.password) == ("me@annals.example", "p:w")
    assert (server.host, server.port, server.encrypted) == ("mail.example", 465, True)
    assert MailServer.parse("smtp://mail.example").port == 587
    for wrong in ("http://mail.example", "smtp://", "smtp://mail.example:x"):
        with pytest.raises(UsageError):
            MailServer.parse(wrong)


def test_one_name_is_one_alert(ledger: Ledger) -> None:
    saved(ledger, Channel.FEED)
    with pytest.raises(UsageError):
        saved(ledger, Channel.FEED)
    with ledger.writing() as session:
        alerts.remove(session, "시험")
    saved(ledger, Channel.FEED)
    with pytest.raises(UsageError), ledger.writing() as session:
        alerts.remove(session, "none")
    assert run(ledger, TODAY, SITE, sender_of({})) == (), "a feed tells nobody"
