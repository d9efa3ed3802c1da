"""What an alert tells → the body of a webhook, or a mail; both known by what they tell."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage

import msgspec

from haengbo.alerts.finding import Item
from haengbo.errors import UsageError
from haengbo.ledger.alerts import Alert
from haengbo.model.unseen import level


def identity(alert: Alert, items: Sequence[Item]) -> str:
    """The same for the same alert telling the same, so that whoever gets it twice can see it."""
    said = "\n".join((alert.name, *(item.key for item in items)))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def webhook(alert: Alert, items: Sequence[Item]) -> bytes:
    """The body of a webhook."""
    told = [
        {
            "key": item.key,
            "title": item.title,
            "evidence": list(item.quotes),
            "source": item.source,
            "link": item.link,
            "url": item.url,
            "moment": item.moment,
        }
        for item in items
    ]
    return msgspec.json.encode(
        {
            "alert": alert.name,
            "kind": alert.kind.value,
            "search": alert.search,
            "id": identity(alert, items),
            "items": told,
        }
    )


def headers(alert: Alert, items: Sequence[Item], body: bytes, secret: str | None) -> dict[str, str]:
    """What goes along with a webhook: its identity, and a signature where there is a secret."""
    given = {"Idempotency-Key": identity(alert, items)}
    if secret:
        signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        given["X-Haengbo-Signature"] = f"sha256={signature}"
    return given


def address_of(text: str) -> Address:
    """A mail address.

    Raises:
        UsageError: It is none.
    """
    try:
        found = Address(addr_spec=text.strip())
    except (ValueError, IndexError) as error:
        raise UsageError(f"메일 주소가 아니다: {text}") from error
    if not found.username or not found.domain:
        raise UsageError(f"메일 주소가 아니다: {text}")
    return found


def mail(alert: Alert, items: Sequence[Item], sender: str) -> EmailMessage:
    """A digest of all that is new."""
    message = EmailMessage()
    message["Subject"] = f"[haengbo] {alert.name}: {len(items)}"
    message["From"] = address_of(sender)
    message["To"] = [address_of(target) for target in alert.targets]
    message["Message-ID"] = f"<{identity(alert, items)}@haengbo.invalid>"
    message["Auto-Submitted"] = "auto-generated"
    parts = [f"{alert.name} ({alert.kind.value}: {alert.search or '—'})"]
    for item in items:
        lines = [item.title, *(f"  “{quote}”" for quote in item.quotes), f"  {item.source}"]
        parts.append("\n".join([*lines, *(f"  {x}" for x in (item.link, item.url) if x)]))
    message.set_content(level("\n\n".join(parts)) + "\n")
    return message
