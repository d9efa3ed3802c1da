"""What PyPI knows of weaknesses in the libraries that are installed here; needs the network.

Usage: ``python scripts/advisories.py [--index URL]``; ``make advisories`` does so. Asks the index
for every installed release, prints each advisory that is not withdrawn with the release that mends
it, and the day. Ends with 1 if there is any, with 2 if the index did not answer for some: these
are named. No part of the tests and of CI, which need no network.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distributions
from typing import Any

INDEX = "https://pypi.org/pypi"
_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Advisory:
    """One weakness of an installed release.

    Attributes:
        package: Name.
        version: That is installed.
        id: Of the advisory, with its other names.
        mended: Releases in which it is gone.
        summary: In one line.
    """

    package: str
    version: str
    id: str
    mended: tuple[str, ...]
    summary: str


def installed() -> dict[str, str]:
    """Name → version of every library here but haengbo itself."""
    found = {d.metadata["Name"].lower(): d.version for d in distributions()}
    return {name: found[name] for name in sorted(found) if name != "haengbo"}


def asked(index: str, name: str, version: str) -> dict[str, Any]:
    """What the index tells of a release.

    Raises:
        OSError: It does not answer.
        ValueError: With something else.
    """
    address = f"{index}/{name}/{version}/json"
    with urllib.request.urlopen(address, timeout=_SECONDS) as answer:  # noqa: S310 - as named
        told = json.load(answer)
    if not isinstance(told, dict) or "vulnerabilities" not in told:
        raise ValueError("an answer of another kind")
    return told


def advisories(name: str, version: str, told: dict[str, Any]) -> Iterator[Advisory]:
    """The advisories in an answer that were not withdrawn."""
    for one in told["vulnerabilities"]:
        if one.get("withdrawn"):
            continue
        names = ", ".join([one["id"], *one.get("aliases", [])])
        summary = " ".join((one.get("summary") or one.get("details") or "").split())[:160]
        yield Advisory(name, version, names, tuple(one.get("fixed_in", [])), summary)


def main() -> int:
    """Ask for every library and print what is known."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--index", default=INDEX)
    index = arguments.parse_args().index.rstrip("/")
    libraries, found, silent = installed(), 0, []
    for name, version in libraries.items():
        try:
            told = asked(index, name, version)
        except (OSError, ValueError) as error:
            silent.append(f"{name} {version}: {error}")
            continue
        for one in advisories(name, version, told):
            found += 1
            mended = ", ".join(one.mended) or "no release"
            print(f"{one.package} {one.version}: {one.id}; mended in {mended}: {one.summary}")
    for line in silent:
        print(f"not told of {line}", file=sys.stderr)
    day = dt.datetime.now(dt.UTC).date()
    print(f"{day}: {len(libraries)} libraries, {found} advisories, {len(silent)} not told of")
    if silent:
        print("NOT AUDITED: what was not told of may have any weakness")
    return 1 if found else 2 if silent else 0


if __name__ == "__main__":
    sys.exit(main())
