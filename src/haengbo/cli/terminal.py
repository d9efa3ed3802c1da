r"""What is printed → what a terminal shows, which nothing that is printed can steer.

Comes in: lines of ours with words of strangers in them. Goes out: the same, but that control
characters and what turns the direction of writing are written out (``\x1b``, ``\u202e``).
Invariant: files and pipes get every byte as it is; of a terminal's own language colours pass.
"""

from __future__ import annotations

import io
import re

#: Colours and weights, as our tables have them.
_COLOUR = r"\x1b\[[\d;]{0,20}m"
_STEERING = re.compile(
    rf"({_COLOUR})|[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)


def steady(text: str) -> str:
    r"""A text that moves no cursor and turns no line.

    Example:
        ``"회담\x1b[2J"`` is ``"회담\\x1b[2J"``.
    """
    return text if text.isprintable() else _STEERING.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    return found[1] or found[0].encode("unicode_escape").decode("ascii")


class Terminal(io.TextIOWrapper):
    """Standard output where it is a terminal."""

    def write(self, text: str, /) -> int:
        """Write a text, made steady."""
        super().write(steady(text))
        return len(text)


def steadied(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """The stream itself, or one in its place that a terminal is safe from."""
    if not stream.isatty():
        return stream
    errors, encoding = stream.errors, stream.encoding
    return Terminal(stream.detach(), encoding=encoding, errors=errors, line_buffering=True)
