"""Pages of Markdown → their blocks of shell commands, and files that a page shows.

Comes in: the text of a page. Goes out: blocks in order, each with its commands, or with the reason
why it cannot run here (``<!-- not run: needs the network -->`` on the line before).

Invariant: commands stand in fences marked ``sh`` or ``console``; ``stray_commands`` finds others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SHELLS = {"sh", "console", "bash", "shell"}
_FENCE = re.compile(r"^(?P<indent> *)(?P<marks>`{3,})(?P<language>[\w-]*)(?P<rest>.*)$")
_REASON = re.compile(r"^ *<!-- not run: (?P<reason>.+) -->$")
_TITLE = re.compile(r'title="(?P<title>[^"]+)"')
_STRAY = re.compile(r"^(?: {4,}|\t)(?:\$ )?(?:\.venv/bin/)?(?:haengbo|make|pip|uvx|python -m)\s")


@dataclass(frozen=True, slots=True)
class Block:
    """One fence of a page.

    Attributes:
        line: Number of its first line, from 1.
        commands: Shell commands, without comments and prompts; empty for a file.
        reason: Why it is not run, if it is not.
        title: Name of the file that the fence shows, if it is one.
        text: What stands in the fence.
    """

    line: int
    commands: tuple[str, ...]
    reason: str | None
    title: str | None
    text: str


def _commands(lines: list[str], *, prompted: bool) -> tuple[str, ...]:
    found = []
    pending = ""
    for line in lines:
        if prompted and not pending and not line.lstrip().startswith("$ "):
            continue  # what the command prints
        part = line.strip().removeprefix("$ ")
        if part.endswith("\\"):
            pending += part[:-1].rstrip() + " "
            continue
        command = (pending + part).strip()
        pending = ""
        if command and not command.startswith("#"):
            found.append(command)
    return tuple(found)


def blocks(page: str) -> list[Block]:
    """Fences of shell commands and of named files, in the order of the page."""
    found = []
    lines = page.split("\n")
    at = 0
    while at < len(lines):
        opening = _FENCE.match(lines[at])
        if opening is None:
            at += 1
            continue
        end = at + 1
        while end < len(lines) and lines[end].strip() != opening["marks"]:
            end += 1
        found.append(_block(lines, at, end, opening))
        at = end + 1
    return [block for block in found if block.commands or block.title]


def _block(lines: list[str], at: int, end: int, opening: re.Match[str]) -> Block:
    inside = [line.removeprefix(opening["indent"]) for line in lines[at + 1 : end]]
    shell = opening["language"] in _SHELLS
    title = _TITLE.search(opening["rest"])
    before = _REASON.match(lines[at - 1]) if at else None
    return Block(
        line=at + 1,
        commands=_commands(inside, prompted=opening["language"] == "console") if shell else (),
        reason=before["reason"] if before else None,
        title=title["title"] if title else None,
        text="\n".join(inside) + "\n",
    )


def stray_commands(page: str) -> list[str]:
    """Commands in blocks by indentation, where nothing says what they are and no test runs them."""
    found, closing = [], ""
    for line in page.split("\n"):
        fence = _FENCE.match(line)
        if closing:
            closing = "" if line.strip() == closing else closing
        elif fence:
            closing = fence["marks"]
        elif _STRAY.match(line):
            found.append(line.strip())
    return found
