"""A message → a web address that the user named (a webhook).

The same rules as for asking: no private address, also behind a name; limits of size and time; no
redirect is followed. Invariant: whoever calls learns whether nothing was sent, or whether nobody
can know.
"""

from __future__ import annotations

from collections.abc import Mapping

import httpcore2

from haengbo.capture.web.connecting import ask
from haengbo.capture.web.fetching import parsed_url
from haengbo.capture.web.policy import FetchError, Policy
from haengbo.errors import HaengboError

_TAKEN = range(200, 300)
#: The request was on its way when the connection failed.
_UNDERWAY = (
    *(httpcore2.ReadError, httpcore2.ReadTimeout, httpcore2.WriteError, httpcore2.WriteTimeout),
    httpcore2.ProtocolError,
)


class SendError(HaengboError):
    """A message was not taken.

    Attributes:
        unsure: Whether it may have arrived nevertheless.
    """

    def __init__(self, message: str, *, unsure: bool = False) -> None:
        super().__init__(message)
        self.unsure = unsure


def post(url: str, body: bytes, headers: Mapping[str, str], policy: Policy | None = None) -> None:
    """Send a JSON message.

    Args:
        url: ``http`` or ``https``.
        body: JSON.
        headers: Beside those of every message.
        policy: Whom, how long, how much.

    Raises:
        SendError: It was not taken, with the reason.
    """
    manners = policy or Policy()
    sent = {
        "User-Agent": manners.agent,
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "Connection": "close",
        **headers,
    }
    try:
        raw = ask(parsed_url(url), sent.items(), manners, body)
    except FetchError as error:
        unsure = isinstance(error.__cause__, _UNDERWAY)
        raise SendError(f"{url}: {error.reason}", unsure=unsure) from error
    if raw.status not in _TAKEN:
        raise SendError(f"{url}: HTTP {raw.status}")
