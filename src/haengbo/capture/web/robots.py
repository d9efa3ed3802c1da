"""robots.txt → whether a path may be asked for, and how often.

By RFC 9309: the group of our name, else of ``*``; the longest rule that matches decides, and of two
of one length the one that allows; ``*`` and ``$`` are understood. Invariant: matching is linear in
the path for each rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

#: RFC 9309: at least 500 kibibytes are to be read.
READ = 512_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host asks of us.

    Attributes:
        rules: (pattern, allowed).
        pause: Seconds between requests, if it says.
        sitemaps: Addresses of sitemaps.
    """

    rules: tuple[tuple[str, bool], ...] = ()
    pause: float | None = None
    sitemaps: tuple[str, ...] = ()

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be asked for."""
        wanted = _canonical(path)
        matching = [(len(p), allowed) for p, allowed in self.rules if _matches(p, wanted)]
        return max(matching, default=(0, True))[1]


#: Of a host that says nothing, and of one that cannot say anything now.
EVERYTHING = Rules()
NOTHING = Rules((("/", False),))


def parse(text: str, token: str) -> Rules:
    """The rules for us.

    Args:
        text: Of robots.txt.
        token: What it calls us, in lower case.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    sitemaps: list[str] = []
    agents: list[str] = []
    opened = False
    for field, value in _lines(text):
        if field == "sitemap":
            sitemaps.append(value)
        elif field == "user-agent":
            agents = [*agents, value.lower()] if opened else [value.lower()]
            opened = True
            groups.setdefault(value.lower(), [])
        else:
            opened = False
            for agent in agents:
                groups[agent].append((field, value))
    ours = groups.get(token, groups.get("*", []))
    return Rules(
        tuple((_canonical(v), f == "allow") for f, v in ours if f in ("allow", "disallow") and v),
        _pause(ours),
        tuple(sitemaps),
    )


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        field, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield field.strip().lower(), value.strip()


def _pause(lines: list[tuple[str, str]]) -> float | None:
    for field, value in lines:
        if field == "crawl-delay":
            try:
                return max(0.0, float(value))
            except ValueError:
                return None
    return None


def _canonical(path: str) -> str:
    """One spelling of a path, whatever is percent-encoded in it."""
    return quote(unquote(path, errors="surrogateescape"), safe="/*$?=&%:@!+,;~", errors="replace")


def _matches(pattern: str, path: str) -> bool:
    """Whether the pattern matches from the path's beginning; stars take as little as they can."""
    ended = pattern.endswith("$")
    pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if len(pieces) == 1:
        return not ended or at == len(path)
    last = pieces[-1]
    if ended:
        return path.endswith(last) and len(path) - len(last) >= at
    return path.find(last, at) >= 0
