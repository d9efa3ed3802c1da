from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.korean.quotes import Quote, find_quotes, shifted

MARKS = "“”‘’\"'《》〈〉「」『』"


def _texts(text: str) -> list[tuple[str, str]]:
    return [(quote.kind, quote.span.of(text)) for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("그는 “간다”고 했다", [("double", "간다")], "curly"),
        ('그는 "간다"고 하고 "온다"고 했다', [("double", "간다"), ("double", "온다")], "straight"),
        (
            '그는 "간다"며"온다"고 했다',
            [("double", "간다"), ("double", "온다")],
            "no space between",
        ),
        ("그는 ”간다”고 했다", [("double", "간다")], "both marks closing ones"),
        ("《간다》고 했다", [("double", "간다")], "of the North"),
        ("그는 `간다'고 하고 `온다`고 했다", [("single", "간다"), ("single", "온다")], "grave"),
        ('장관은"간다"고 했다. "그는"이라며', [("double", "간다"), ("double", "그는")], "no blank"),
        ("``그는 간다''고 했다", [("double", "그는 간다")], "a double mark made of two"),
        ('"그가 "위성"이라 한다"고 했다', [("double", '그가 "위성"이라 한다')], "one mark twice"),
        (
            "‘핵심’과 '안전'과 〈우의〉",
            [("single", "핵심"), ("single", "안전"), ("single", "우의")],
            "s",
        ),
        ("'24.11.30 회담과 '25년 5월 회담", [], "apostrophes before years"),
        ("O'Brien은 Kim’s 책을 읽었다", [], "apostrophes in names"),
        ('그는 "열어 두고 갔다', [], "never closed"),
        ('"열어 둔 말. 그는 "닫힌 말"이라고 했다', [("double", "닫힌 말")], "a stray mark before"),
        ('그는 " 간다"고 했다', [("double", " 간다")], "a slip of the space bar"),
        (
            "그는 [배를 보낸다]고 하며 [우의]를 말했다",
            [("double", "배를 보낸다")],
            "brackets, said",
        ),
        ("닫기만 한 말” 그는", [], "never opened"),
        ("", [], "nothing"),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert _texts(text) == expected, why


def test_inner_quotations_are_kept_inside() -> None:
    text = "그는 “나는 ‘함께’ 간다고 《신문》에 말했다”고 했다"
    (outer,) = find_quotes(text)
    assert [(q.kind, q.span.of(text)) for q in outer.inner] == [
        ("single", "함께"),
        ("double", "신문"),
    ]
    assert outer.outer.of(text)[0] + outer.outer.of(text)[-1] == "“”"


def test_a_shifted_quotation_keeps_its_inner_ones() -> None:
    (quote,) = find_quotes("“가 ‘나’ 다”")
    moved = shifted(quote, 10)
    assert moved.span.start == quote.span.start + 10
    assert moved.inner[0].outer.start == quote.inner[0].outer.start + 10


def test_very_deep_nesting_does_no_harm() -> None:
    assert len(find_quotes("《" * 5000 + "》" * 5000)) <= 5000


def _check(quotes: tuple[Quote, ...], text: str) -> None:
    end = 0
    for quote in quotes:
        assert end <= quote.outer.start < quote.span.start <= quote.span.end < quote.outer.end
        end = quote.outer.end
        for inner in quote.inner:
            assert quote.span.contains(inner.outer)
        _check(quote.inner, text)


@given(st.text(alphabet=st.sampled_from(MARKS + "가 1.년Aa")))
def test_any_marks_make_proper_nesting(text: str) -> None:
    _check(find_quotes(text), text)
