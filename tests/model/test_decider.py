"""The line that says what would decide an expectation is read back as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.model.decider import Decider, parse

NAMES = st.text(alphabet="가나다라 마바사", min_size=1, max_size=8).filter(lambda t: t == t.strip())
DECIDERS = st.builds(
    Decider,
    st.sampled_from(["방문", "군사 협력", "회담"]),
    st.sampled_from(["CONSULT", "AGREE"]),
    st.sampled_from([None, "visit", "missile-test"]),
    st.lists(NAMES, min_size=1, max_size=3).map(tuple),
    st.lists(NAMES, max_size=2).map(tuple),
    st.sampled_from([None, "2025", "2025-10", "2025-10-10"]),
    absent=st.booleans(),
)


@given(DECIDERS)
def test_a_line_reads_back(decider: Decider) -> None:
    assert parse(decider.text) == decider


@pytest.mark.parametrize("line", [None, "", "관계가 깊어질 것", "방문 [visit] 김정은"])
def test_other_words_name_nothing(line: str | None) -> None:
    assert parse(line) is None
