"""Pages without measure: nesting, attributes, marks and hidden characters by the hundred thousand.

Each is read or refused with its name and a reason, within bounded processor time: a busy machine
makes no page slow.
"""

from __future__ import annotations

import time

import pytest

from fuzzing.oracles import sound_error, sound_reading
from haengbo import read
from haengbo.article.markup import ATTRIBUTES_MOST, crowded
from haengbo.errors import PageError

NEWS = (
    "최선희 북한 외무상이 3일 모스크바에서 세르게이 라브로프 러시아 외무장관을 만났다고 "
    "조선중앙통신이 4일 보도했다."
)
#: Processor seconds, several times what any takes.
SECONDS = 20.0
MANY = 100_000


def html(body: str) -> str:
    return f"<!doctype html><html><head><title>특사</title></head><body>{body}</body></html>"


def attributes(count: int) -> str:
    return html(f"<p {' '.join(f'a{n}=1' for n in range(count))}>{NEWS * 3}</p>")


READ = {
    "div": html("<div>" * MANY + f"<p>{NEWS * 3}</p>" + "</div>" * MANY),
    "inline": html("<p>" + "<b>" * MANY + NEWS * 3),
    "table": html("<table><tr><td>" * 20_000 + f"<p>{NEWS * 3}</p>"),
    "author": html(f'<meta name="author" content="a{" " * MANY}b"><p>{NEWS * 3}</p>'),
    "outlet": html(
        f'<meta property="og:site_name" content="a{", " * MANY}&#10;b"><p>{NEWS * 3}</p>'
    ),
    "attributes": attributes(ATTRIBUTES_MOST // 2),
    "opening": f"{NEWS}\n{'“' * MANY}\n{NEWS}",
    "pairs": f"{NEWS}\n{'“가”' * (MANY // 2)} 말했다.\n{NEWS}",
    "straight": f"{NEWS}\n{chr(34) * MANY}\n{NEWS}",
    "parentheses": f"{NEWS}\n{'(' * MANY}\n{NEWS}",
    "guillemets": f"{NEWS}\n{'《' * MANY}\n{NEWS}",
    "zero width": f"{NEWS}\n{'가' + chr(0x200B) * (5 * MANY)}나다.\n{NEWS}",
    "turning": f"{NEWS}\n{chr(0x202E) * (5 * MANY)}\n{NEWS}",
}


@pytest.mark.parametrize("page", READ.values(), ids=READ.keys())
def test_it_is_read_in_bounded_time(page: str) -> None:
    since = time.process_time()
    try:
        reading = read(page, published="2025-03-05", name="page")
    except PageError as error:
        sound_error(error)
    else:
        sound_reading(reading)
        assert any(actor.name == "최선희" for actor in reading.actors)
    assert time.process_time() - since < SECONDS


def test_an_element_of_a_hundred_thousand_attributes_is_refused() -> None:
    since = time.process_time()
    with pytest.raises(PageError, match=r"page: 한 요소의 속성이 너무 많다\(2000개를 넘는다\)"):
        read(attributes(MANY), name="page")
    assert time.process_time() - since < SECONDS


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("<p a='>" + " b" * 9_000 + "'>", False, "words inside quotation marks"),
        ('<path d="' + "M 1 1 " * 9_000 + '">', False, "a drawing"),
        ("<p>" + "가 나 " * 9_000, False, "words between elements"),
        ("<p a='>'" + " b" * 9_000 + ">", True, "behind a mark in quotation marks"),
        ("<p" + " b=1" * 9_000, True, "an element that does not end"),
        ("<p a='" * 9_000, False, "quotations that do not end"),
    ],
)
def test_what_is_crowded(text: str, expected: bool, why: str) -> None:
    assert crowded(text) is expected, why
