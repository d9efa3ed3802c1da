from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from haengbo.korean.cover import Cover
from haengbo.model.span import Span

SPANS = st.lists(
    st.builds(lambda a, n: Span(a, a + n), st.integers(0, 30), st.integers(0, 8)), max_size=8
)


@given(SPANS, st.integers(0, 40), st.integers(0, 6))
def test_it_agrees_with_looking_at_every_span(spans: list[Span], at: int, length: int) -> None:
    cover = Cover(spans)
    other = Span(at, at + length)
    assert cover.at(at) == any(s.start <= at < s.end for s in spans)
    assert cover.overlaps(other) == any(
        s.overlaps(other) for s in spans if len(s) > 0 and length > 0
    )


def test_a_cut_at_an_edge_splits_nothing() -> None:
    cover = Cover([Span(2, 5)])
    assert [cover.splits(at) for at in range(1, 7)] == [False, False, True, True, False, False]
