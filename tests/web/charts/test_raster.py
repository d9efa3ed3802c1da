"""Drawings as PNG, without a browser and without the machine's fonts."""

from __future__ import annotations

import io

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from haengbo.web.charts.raster import png_of, without_names

CSS = """/* a note */
svg { background: #FFF; --ink: #010203; }
.ch-summit { --c: #FF0000; } .ch-foreign { --c: #0000FF; }
.tick { fill: var(--c); } .t-ink { fill: var(--ink); }
"""


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (".t-ink { fill: #010203 }", "a token is its colour"),
        (".ch-summit .tick, .ch-summit.tick { fill: #FF0000 }", "in a channel, or of it"),
        (".ch-foreign .tick, .ch-foreign.tick { fill: #0000FF }", "for every channel"),
    ],
)
def test_colours_stand_for_their_names(rule: str, why: str) -> None:
    assert rule in without_names(CSS), why


def test_no_name_is_left() -> None:
    assert "var(" not in without_names(CSS)
    assert "--" not in without_names(CSS)


def drawn(inside: str) -> Image.Image:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><style>{CSS}</style>'
    return Image.open(io.BytesIO(png_of(f"{svg}{inside}</svg>", CSS, 80, 40))).convert("RGB")


def test_a_drawing_has_its_colours_at_twice_its_size() -> None:
    image = drawn('<g class="ch-foreign"><rect class="tick" width="40" height="40"></rect></g>')
    assert image.size == (160, 80)
    assert image.getpixel((20, 20)) == (0, 0, 255)
    assert image.getpixel((140, 20)) == (0xF8, 0xF7, 0xF3)


@pytest.mark.parametrize("said", ["평양", "로씨야 &amp; 조선", "朝鮮", "10월"])
def test_letters_come_from_the_fonts_of_the_package(said: str) -> None:
    image = drawn(f'<text class="t-ink" x="2" y="24">{said}</text>')
    dark = sum(1 for value in image.convert("L").tobytes() if value < 100)
    assert dark > 40, "no letters"


@pytest.mark.parametrize(
    "path",
    [
        "/months.png",
        "/network.png",
        "/wording.png",
        "/sequels.png?a=who:최선희&b=channel:summit",
        "/sequels/shuffles.png?a=who:최선희&b=channel:summit",
        "/actor/김정은/band.png",
    ],
)
def test_every_picture_is_given_as_png(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["content-type"] == "image/png"
    image = Image.open(io.BytesIO(answer.content)).convert("L")
    assert image.width > 800
    assert len(set(image.tobytes())) > 4, "an empty picture"


def test_a_page_links_to_the_png_of_each_svg(client: TestClient) -> None:
    for path in ("/", "/months", "/network", "/wording", "/actor/김정은"):
        page = client.get(path).text
        assert page.count(".svg") - page.count("icon.svg") == page.count(".png"), path
        assert ".png" in page
