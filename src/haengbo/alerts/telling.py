"""Tell what is new, once.

Keys are claimed before anything is sent. Taken: they are told. Surely not taken: they are free for
the next run. Nobody can know (the line broke, the process was killed): they stay claimed, are
counted as unsure, and are not sent again, for nothing is told twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from haengbo.alerts import messages
from haengbo.alerts.finding import Item, found, fresh
from haengbo.annals.links import Links
from haengbo.capture.web.mailing import MailServer, send
from haengbo.capture.web.policy import Policy
from haengbo.capture.web.posting import SendError, post
from haengbo.errors import LedgerError, UsageError
from haengbo.ledger import Ledger, alerts
from haengbo.ledger.alerts import Alert, Channel

#: Sends what is new, or says why not.
Sender = Callable[[Alert, Sequence[Item]], None]


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one alert in a run.

    Attributes:
        alert: Its name.
        items: How many were told.
        failure: Why they were not, or ``None``.
        unsure: Whether they may have arrived nevertheless.
    """

    alert: str
    items: int
    failure: str | None = None
    unsure: bool = False


def sender_of(environment: Mapping[str, str], policy: Policy | None = None) -> Sender:
    """How messages go out, as the environment says.

    Args:
        environment: ``HAENGBO_SMTP``, ``HAENGBO_MAIL_FROM``, ``HAENGBO_WEBHOOK_SECRET``.
        policy: Whom webhooks may reach.
    """

    def tell(alert: Alert, items: Sequence[Item]) -> None:
        if alert.channel is Channel.WEBHOOK:
            body = messages.webhook(alert, items)
            secret = environment.get("HAENGBO_WEBHOOK_SECRET")
            post(alert.targets[0], body, messages.headers(alert, items, body, secret), policy)
            return
        server, sender = environment.get("HAENGBO_SMTP"), environment.get("HAENGBO_MAIL_FROM")
        if not server or not sender:
            raise UsageError("메일을 보내려면 $HAENGBO_SMTP 와 $HAENGBO_MAIL_FROM 을 정한다")
        send(messages.mail(alert, items, sender), MailServer.parse(server))

    return tell


def run(ledger: Ledger, today: dt.date, links: Links, tell: Sender) -> tuple[Told, ...]:
    """Tell what is new of every alert that tells.

    Args:
        ledger: Open.
        today: For what falls due.
        links: Addresses on the site.
        tell: Sends.
    """
    with ledger.reading() as session:
        saved = [a for a in alerts.alerts(session) if a.channel is not Channel.FEED]
    return tuple(_tell_one(ledger, alert, today, links, tell) for alert in saved)


def _tell_one(ledger: Ledger, alert: Alert, today: dt.date, links: Links, tell: Sender) -> Told:
    items = fresh(ledger, alert, found(ledger, alert, today, links))
    if not items:
        return Told(alert.name, 0)
    keys = [item.key for item in items]
    try:
        with ledger.writing() as session:
            alerts.claim(session, alert.name, keys)
    except LedgerError as error:
        # Somebody else is telling the same at this moment
        return Told(alert.name, 0, str(error))
    try:
        tell(alert, items)
    except SendError as error:
        if not error.unsure:
            _settle(ledger, alert, keys, sent=False)
        return Told(alert.name, 0, str(error), error.unsure)
    except UsageError as error:
        _settle(ledger, alert, keys, sent=False)
        return Told(alert.name, 0, str(error))
    _settle(ledger, alert, keys, sent=True)
    return Told(alert.name, len(items))


def _settle(ledger: Ledger, alert: Alert, keys: Sequence[str], *, sent: bool) -> None:
    with ledger.writing() as session:
        alerts.settle(session, alert.name, keys, sent=sent)
