"""The time before this one."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG = "왕이 중국 외교부장"

COUNTED = [
    (f"{WANG}의 방북은 2019년 9월 이후 5년 만이다.", ["2019-09"], "counted from a visit"),
    (f"{WANG}이 평양을 찾은 것은 지난 3월 4일 이후 8개월 만이다.", ["2024-03-04"], "a day"),
    (f"{WANG}은 2019년 이후 바빴다.", [], "nothing is counted"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), COUNTED)
def test_the_visit_counted_from(sentence: str, expected: list[str], why: str) -> None:
    visits = [e for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert [e.date for e in visits if e.date is not None] == expected, why


ANOTHER = [
    (
        [
            "김정은 국무위원장이 1일 평양에서 또 럼 베트남 공산당 서기장과 회담했다.",
            "베트남 지도자가 북한을 찾은 것은 2007년 농 득 마인 당시 서기장 이후 17년 만이다.",
        ],
        [(None, "또럼"), ("2007", "농 득 마인")],
        "the visitor is who was at the talks; the one before is named",
    ),
    (
        [
            "남리안 몽골 외교부 국장이 1일 평양에 도착했다.",
            "몽골 고위 인사가 북한을 찾은 것은 올해 처음이다.",
        ],
        [("2024-11-01", "남리안")],
        "the first of its kind is the visit told of",
    ),
    (
        ["중국 외교부장이 북한을 찾은 것은 2018년 왕이 당시 부장 이후 6년 만이다."],
        [(None, "중국"), ("2018", "왕이")],
        "an office without a name is its state, not its ministry",
    ),
    (
        ["중국 외교부장이 북한을 찾은 것은 2018년 왕이 당시 부장에 이어 6년 만이다."],
        [(None, "중국"), ("2018", "왕이")],
        "following whom",
    ),
    (
        ["왕이 중국 외교부장의 방북은 2018년 회담 이후 6년 만이다."],
        [(None, "왕이")],
        "nobody stands between",
    ),
    (
        [
            "왕이 중국 외교부장이 1일 평양에 도착했다.",
            "중국 외교부장의 방북은 2007년 양제츠 부장 이후 17년 만이다.",
        ],
        [("2024-11-01", "왕이"), ("2007", "양제츠")],
        "the visit is told already, the one before it is not",
    ),
    (
        [
            "왕이 중국 외교부장이 1일 평양에 도착했다.",
            "중국의 장관급 인사가 방북한 것은 2018년 이후 처음이다.",
        ],
        [("2024-11-01", "왕이"), ("2018", "중국")],
        "whoever came then is not named",
    ),
    (
        ["중국 고위 인사가 북한을 찾은 것은 국경을 걸어 잠근 2020년 1월 이후 처음이다."],
        [(None, "중국")],
        "what happened then is said",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), ANOTHER)
def test_the_visit_of_another_before_this(
    paragraphs: list[str], expected: list[tuple[str | None, str]], why: str
) -> None:
    visits = [e for e in read_paragraphs(*paragraphs).events if e.mode == "visit"]
    assert [(e.date, e.participants[0].name) for e in visits] == expected, why


def test_who_came_then_is_not_who_is_here_now() -> None:
    visits = [
        (e.date, {p.name for p in e.participants})
        for e in read_paragraphs(
            "또 럼 베트남 공산당 서기장은 1일 평양에 도착해 김정은 북한 국무위원장과 회담했다.",
            "이는 2007년 농 득 마인 서기장 방문 이후 17년 만의 베트남 최고지도자 방북이다.",
            "그는 오는 4일까지 북한에 머물며 행사에 참석한다.",
        ).events
        if e.mode == "visit"
    ]
    assert visits == [
        ("2024-11-01/2024-11-04", {"또럼", "북한"}),
        ("2007", {"농 득 마인", "북한"}),
    ]
