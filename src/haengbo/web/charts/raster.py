"""A drawing as SVG with its style sheet → PNG, drawn here, so that no browser has to.

The renderer (resvg) knows no custom properties of CSS and no web fonts: colours are put in for
their names, and the letters of the drawing come as one font made of those that the pages use.
Invariant: nothing is asked of the machine, so that the same drawing gives the same picture
everywhere.
"""

from __future__ import annotations

import re
import tempfile
from functools import lru_cache
from html import unescape
from pathlib import Path

import resvg_py

from haengbo.export.briefs.lettering import font_of, name_of

#: Pixels for one px of the drawing, and how many a picture has at most.
SCALE, MOST_PIXELS = 2.0, 40_000_000
_RULE = re.compile(r"([^{}/*]{1,400})\{([^{}]{0,2000})\}")
_TOKEN = re.compile(r"(--[a-z0-9-]{1,20}):\s*(#[0-9A-Fa-f]{3,8})")
_VAR = re.compile(r"var\((--[a-z0-9-]{1,20})\)")
_COLOUR, PAPER = "--c", "#F8F7F3"


def _rules(css: str) -> list[tuple[str, str]]:
    plain = re.sub(r"/\*[^*]{0,2000}\*/", "", css)
    return [(head.strip(), body.strip()) for head, body in _RULE.findall(plain)]


def without_names(css: str) -> str:
    """A style sheet in which every named colour is the colour itself.

    Args:
        css: Flat rules; colours named on ``svg``, the colour of a channel on ``.ch-NAME``.

    Example:
        ``.ch-a { --c: #111; } .tick { fill: var(--c); }`` gives the rule
        ``.ch-a .tick, .ch-a.tick { fill: #111 }``.
    """
    rules = _rules(css)
    tokens = {
        name: value for head, body in rules if head == "svg" for name, value in _TOKEN.findall(body)
    }
    channels = [
        (head, value)
        for head, body in rules
        for name, value in _TOKEN.findall(body)
        if name == _COLOUR
    ]
    made = []
    for head, body in rules:
        told = _VAR.sub(lambda m: tokens.get(m[1], m[0]), _TOKEN.sub("", body)).strip("; ")
        if f"var({_COLOUR})" not in told:
            made.append(f"{head} {{ {told} }}")
            continue
        for channel, colour in channels:
            made.append(f"{_inside(channel, head)} {{ {told.replace(f'var({_COLOUR})', colour)} }}")
    return "\n".join(made)


def _inside(channel: str, selectors: str) -> str:
    each = [selector.strip() for selector in selectors.split(",")]
    return ", ".join(f"{channel} {one}, {channel}{one}" for one in each)


@lru_cache(maxsize=16)
def png_of(svg: str, css: str, width: float, height: float) -> bytes:
    """A drawing as PNG on its paper; the last ones are kept, for one is often asked for again.

    Args:
        svg: The whole file, with the style sheet inside.
        css: That style sheet.
        width: Of the drawing, px.
        height: Of the drawing, px.
    """
    said = (piece.partition(">")[2] for piece in svg.split("<"))
    letters = "".join(sorted({letter for words in said for letter in unescape(words)}))
    style = f"{without_names(css)}\ntext {{ font-family: '{name_of(letters)}'; }}"
    scale = min(SCALE, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    with tempfile.TemporaryDirectory() as folder:
        font = Path(folder) / "letters.ttf"
        font.write_bytes(font_of(letters))
        return resvg_py.svg_to_bytes(
            svg_string=svg.replace(css, style),
            background=PAPER,
            zoom=scale,
            skip_system_fonts=True,
            font_files=[str(font)],
            font_family=name_of(letters),
        )
