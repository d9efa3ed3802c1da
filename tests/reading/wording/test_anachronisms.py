"""Claims that dated knowledge rules out."""

from __future__ import annotations

import pytest

from factory import document_of
from haengbo.reading.wording import find_anachronisms

ROWS = [
    ("북한군이 제2차 세계대전 때 이 도시를 해방했다.", 1, "the army was founded after the war"),
    ("러시아는 제2차 세계대전 승리 80주년 행사에 북한군을 초청했다.", 0, "an anniversary"),
    ("북한군은 지난해 쿠르스크 작전에 참가했다.", 0, "no war of the past"),
]


@pytest.mark.parametrize(("sentence", "count", "why"), ROWS)
def test_anachronism(sentence: str, count: int, why: str) -> None:
    assert len(find_anachronisms(document_of(sentence))) == count, why
