"""Words that a pattern cannot do without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.knowledge.needles import needles, possible

#: Pieces of patterns, each of which is one by itself.
_PIECES = st.sampled_from(
    ["가", "나다", "[가나]", ".", "가?", "나*", "다+", "가{0,2}", "나{2}", r"\.", r"\w", "(?!가)"]
)


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3)
    groups = several.map(lambda parts: f"(?:{'|'.join(parts)})")
    return st.one_of(
        several.map("".join), groups, groups.map(lambda g: f"{g}?"), groups.map(lambda g: f"{g}+")
    )


@pytest.mark.parametrize(
    ("pattern", "expected", "why"),
    [
        ("배제할 ?수", {"배제할"}, "the longest stretch; the space may lack"),
        ("(?:가능성|개연성)(?:이|은)?", {"가능성", "개연성"}, "one of two"),
        ("말(?:을|은)?아끼", {"아끼"}, "what may lack does not count"),
        ("(?P<word>발언|[가-힣]+말)", {"발언", "말"}, "a named group"),
        ("(?:발언|[가-힣]+)", set(), "an alternative of which nothing is known"),
        ("(?<!때문)수 있(?!게)", {"수 있"}, "what stands beside is no part of it"),
        (r"없었\.", {"없었."}, "a letter that is escaped"),
        (r"\s\d", set(), "classes only"),
        ("(?i)abc", set(), "flags change what letters mean"),
        (r"(?P<a>[가나])(?P=a)다라", set(), "a reference"),
        ("가나+다", {"가나"}, "what may come again ends the stretch"),
        ("", set(), "nothing"),
    ],
)
def test_needles(pattern: str, expected: set[str], why: str) -> None:
    assert needles(pattern) == expected, why


@given(st.recursive(_PIECES, _joined, max_leaves=8), st.text("가나다.", max_size=8))
def test_what_is_found_holds_one_of_them(pattern: str, text: str) -> None:
    found = re.search(pattern, text)
    if found is not None:
        words = needles(pattern)
        assert not words or any(word in found.group() for word in words)
        assert possible(pattern, text)


def test_a_page_without_the_words_is_not_tried() -> None:
    pattern = "(?:가능성|개연성)이 ?크"
    assert possible(pattern, "가능성은 없다")
    assert not possible(pattern, "맑고 따뜻하다")
