"""How the web is asked: whom, how often, how long, how much.

Invariant: the defaults refuse every address that is not public and wait between two requests to a
host; tests inject their own clock, pauses and permission.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from haengbo import __version__
from haengbo.capture.items import PAGE_LIMIT
from haengbo.capture.web.addresses import Address, is_public


class FetchError(Exception):
    """An address gives no page.

    Attributes:
        reason: Why, in one clause.
        passing: Whether it may be otherwise later.
    """

    def __init__(self, reason: str, *, passing: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.passing = passing


@dataclass(frozen=True, slots=True)
class Policy:
    """Manners and limits.

    Attributes:
        agent: Who we say we are; its first word is what robots.txt calls us.
        pause: Seconds between two requests to a host, if robots.txt asks for no more.
        longest_pause: What is asked beyond it means that we are not wanted.
        timeout: Seconds for one step of a connection.
        deadline: Seconds for one answer altogether.
        limit: Bytes of an answer, sent and unpacked.
        attempts: How often something passing is tried.
        redirects: How many are followed.
        permits: Whether an address may be connected to.
        clock: Seconds that only grow.
        sleep: Waits.
    """

    agent: str = f"haengbo/{__version__} (+https://pypi.org/project/haengbo/)"
    pause: float = 2.0
    longest_pause: float = 120.0
    timeout: float = 20.0
    deadline: float = 90.0
    limit: int = PAGE_LIMIT
    attempts: int = 3
    redirects: int = 5
    permits: Callable[[Address], bool] = is_public
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    @property
    def token(self) -> str:
        """What robots.txt calls us."""
        return self.agent.partition("/")[0].lower()
