"""Remarks of the press held against the texts."""

from __future__ import annotations

import pytest

from haengbo.analysis.remarks import Remark, Verdict, check
from haengbo.analysis.texts import Text
from haengbo.knowledge import Knowledge

REMARK = Remark("2025-06-05", "가람일보.html", "안전이익", "핵심이익")


def text(day: str, words: str) -> Text:
    return Text(day, "노동신문", f"{day}.txt", words)


BEFORE = text("2025-03-22", "호상 안전리익을 수호하기 위하여")
AFTER = text("2025-06-05", "공동의 핵심리익을 수호하기 위하여")
STILL = text("2025-10-28", "나라의 안전이익을 지키기 위하여")


@pytest.mark.parametrize(
    ("texts", "verdict", "why"),
    [
        ((BEFORE, AFTER), Verdict.BORNE_OUT, "the older is gone, the newer is there"),
        ((BEFORE, AFTER, STILL), Verdict.CONTRADICTED, "the older still occurs"),
        ((BEFORE,), Verdict.UNDECIDED, "nothing after the remark"),
    ],
)
def test_verdict(texts: tuple[Text, ...], verdict: Verdict, why: str, knowledge: Knowledge) -> None:
    assert check(REMARK, texts, knowledge).verdict is verdict, why
