"""A figure → PNG, for word processors; the same shapes give the same bytes."""

from __future__ import annotations

import io

from haengbo.export.briefs.figures import Box, Figure
from haengbo.export.needed import needed

#: Pixels to a point, so that a print of the picture is sharp.
SCALE = 3
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def png(figure: Figure, font: bytes) -> bytes:
    """A figure as a PNG on white.

    Args:
        figure: What to draw.
        font: TrueType with its letters.

    Raises:
        UsageError: The extra ``briefs`` is not installed.
    """
    needed("PIL", "briefs")
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - an extra

    image = Image.new("RGB", (figure.width * SCALE, figure.height * SCALE), "white")
    draw = ImageDraw.Draw(image)
    for shape in figure.shapes:
        x, y = shape.x * SCALE, shape.y * SCALE
        if isinstance(shape, Box):
            corner = (x + max(shape.width * SCALE - 1, 1), y + max(shape.height * SCALE - 1, 1))
            draw.rectangle(((x, y), corner), fill=shape.colour)
        else:
            letters = ImageFont.truetype(io.BytesIO(font), shape.size * SCALE)
            anchor = _ANCHORS[shape.anchor]
            draw.text((x, y), shape.text, fill=shape.colour, font=letters, anchor=anchor)
    held = io.BytesIO()
    image.save(held, "PNG", optimize=False)
    return held.getvalue()
