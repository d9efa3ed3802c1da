"""What one state is to do to another, the other left out. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

TREATY = "북한과 러시아는 지난해 6월 19일 평양에서 조약에 서명했다."
VISIT = "최선희 북한 외무상은 2일 하노이를 방문했다."

ROWS = [
    (
        (TREATY, "러시아가 방공 체계와 전투기 부품을 내줄 가능성이 있다."),
        [("AID", "predicted", {"러시아": "source", "북한": "target"})],
        "what one of the two may give goes to the other",
    ),
    (
        (TREATY, VISIT, "베트남은 쌀 2천 톤을 무상으로 제공하기로 했다."),
        [("AID", "planned", {"베트남": "source", "북한": "target"})],
        "the two told of last",
    ),
    (
        (TREATY, "러시아는 방공 체계와 전투기 부품을 내줬다."),
        [],
        "who got it must be said of the past",
    ),
    ((TREATY, "베트남이 방공 체계와 부품을 내줄 가능성이 있다."), [], "none of the two"),
    (("러시아가 방공 체계와 전투기 부품을 내줄 가능성이 있다.",), [], "no two were told of"),
    ((TREATY, "러시아 기업이 전투기 부품을 내줄 가능성이 있다."), [], "a firm is no state"),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), ROWS)
def test_the_other_of_two_states(
    paragraphs: tuple[str, ...], expected: list[tuple[str, str, dict[str, str]]], why: str
) -> None:
    told = [
        (e.type, e.status.value, {p.name: p.role.value for p in e.participants})
        for e in read_paragraphs(*paragraphs).events
        if e.type == "AID"
    ]
    assert told == expected, why
