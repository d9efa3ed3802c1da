"""What nobody sees, what turns the direction of writing, and the way back to the source."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.model.span import Span
from haengbo.model.unseen import Sight, level, seen, telling

ODD = "\u202e\u2066\u2069\u200e\u061c\u200b\u200d\u2060\ufeff\xad\ufe0f"
TEXTS = st.text(st.sampled_from(f"가나 a1.\n“👩💻{ODD}"), max_size=40)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("최\u200b선희", "최선희", "zero width inside a name"),
        ("\u202e최선희\u202c", "최선희", "an override and its end"),
        ("외무\xad상", "외무상", "a soft hyphen"),
        ("\ufeff최선희", "최선희", "a byte order mark"),
        ("최\u200d선희", "최선희", "a joiner between letters"),
        ("👩\u200d💻 회담", "👩\u200d💻 회담", "a joined picture stays one"),
        ("최선희 외무상", "최선희 외무상", "nothing hidden"),
        ("가\u3000나", "가\u3000나", "wide white space is seen"),
        ("a b", "a b", "plain"),
    ],
)
def test_what_is_seen(text: str, expected: str, why: str) -> None:
    assert seen(text) == expected, why
    assert Sight(text).text == expected, why


@pytest.mark.parametrize(
    ("text", "count", "why"),
    [
        ("최\u200b선\u200b희", 2, "inside a name"),
        ("회담했다.\u200b\n\u200b다음", 0, "where editors leave them"),
        ("회담했다.\u202e", 1, "what turns tells wherever it stands"),
        ("회담했다.", 0, "nothing"),
    ],
)
def test_what_tells(text: str, count: int, why: str) -> None:
    assert telling(text).total() == count, why


def test_what_turns_is_marked_in_its_place() -> None:
    assert level("가\u202e나\u2066다\u200b라") == "가\ufffd나\ufffd다\u200b라"


@given(TEXTS)
def test_marks_keep_every_place(text: str) -> None:
    assert len(level(text)) == len(text)
    assert not set(level(text)) & set("\u202e\u2066\u2069\u200e\u061c")


@given(TEXTS, st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    sight = Sight(text)
    assert sight.text == seen(text)
    start = data.draw(st.integers(0, len(sight.text)))
    span = Span(start, data.draw(st.integers(start, len(sight.text))))
    back = sight.back(span)
    assert seen(back.of(text)) == span.of(sight.text) or "\u200d" in text or "\ufe0f" in text
    assert sight.ahead(back) == span


@dataclass(frozen=True)
class _Held:
    name: str
    span: Span | None
    inner: tuple[Span, ...]


def test_spans_are_found_however_deep() -> None:
    sight = Sight("\u200b가\u200b나")
    held = _Held("가", Span(0, 2), (Span(1, 2),))
    assert sight.back(held) == _Held("가", Span(1, 4), (Span(3, 4),))
    assert sight.back(_Held("가", None, ())) == _Held("가", None, ())


def test_ends_of_printed_lines_are_seen_as_blanks_or_not_at_all() -> None:
    sight = Sight("북한 대\n사가 \n왔다", [(Span(4, 5), False), (Span(7, 9), True)])
    assert sight.text == "북한 대사가 왔다"
    assert sight.back(Span(3, 6)) == Span(3, 7)
    assert sight.forth((Span(3, 7),)) == (Span(3, 6),)
    assert not sight.whole
