"""Addresses, feeds and sitemaps → pages: the only code that opens a connection.

Polite: robots.txt, a pause per host, conditional requests, back-off. Safe: no private address, also
behind a name or a redirect; limits of size and time. Nothing is asked for that the user did not
name, or that a feed named by the user does not list.
"""

from __future__ import annotations

from haengbo.capture.web.fetching import Fetcher
from haengbo.capture.web.policy import Policy
from haengbo.capture.web.recording import Recorder
from haengbo.capture.web.visits import Visits
from haengbo.capture.web.watching import Watch

__all__ = ["Fetcher", "Policy", "Recorder", "Visits", "Watch"]
