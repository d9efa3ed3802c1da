"""The process that watches: what ``haengbo watch --every`` does, at a server on this machine.

Usage: ``python -m campaigns.watch.watcher FEED LEDGER ARCHIVE SECONDS [--once]``.
"""

from __future__ import annotations

import argparse
import time
from ipaddress import IPv4Address
from pathlib import Path

from haengbo.apart.limits import MEMORY, SECONDS, Limits
from haengbo.capture.web import Policy
from haengbo.capture.web.addresses import Address
from haengbo.cli.asking import open_watch
from haengbo.cli.watch import look

HERE = IPv4Address("127.0.0.1")
_LIMIT = 500


def only_here(address: Address) -> bool:
    """Permits this machine and nothing else."""
    return address == HERE


#: As polite as to anybody, but in less time.
POLICY = Policy(pause=0.25, longest_pause=10.0, timeout=2.0, deadline=5.0, permits=only_here)


def main() -> None:
    """Watch until killed."""
    parser = argparse.ArgumentParser(description="a watcher to be killed")
    parser.add_argument("feed")
    parser.add_argument("ledger")
    parser.add_argument("archive", type=Path)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--once", action="store_true")
    args = parser.parse_args()
    while True:
        web = open_watch(args.ledger, args.archive, _LIMIT, POLICY)
        look([args.feed], args.ledger, (), web, Limits(SECONDS, MEMORY))
        if args.once:
            break
        time.sleep(args.seconds)


if __name__ == "__main__":
    main()
