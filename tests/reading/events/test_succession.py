"""What came at once upon what was told before; all pages are of 2024-11-02."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG, CHOE = "왕이 중국 외교부장", "최선희 북한 외무상"
FIRED = "북한이 1일 동해로 탄도미사일을 발사했다."

UPON = [
    (FIRED, "일본 정부는 곧바로 북한에 항의했다.", "PROTEST", "2024-11-01", None, "at once"),
    (FIRED, "일본 정부는 이어 북한에 항의했다.", "PROTEST", "2024-11-01", None, "next"),
    (FIRED, "일본 정부는 북한에 항의했다.", "PROTEST", None, None, "nothing says when"),
    (FIRED, "미국에 이어 일본도 북한에 항의했다.", "PROTEST", None, None, "다음으로, not when"),
    (
        FIRED,
        "일본 정부는 곧바로 지난달 5일의 발사에 대해 북한에 항의했다.",
        "PROTEST",
        "2024-11-01",
        None,
        "the day of what is protested against is not taken",
    ),
    (
        f"{WANG}은 지난달 20일 평양에서 {CHOE}과 회담했다.",
        "두 사람은 이 자리에서 의정서에 서명했다.",
        "AGREE",
        "2024-10-20",
        "평양",
        "on the spot: the place as well",
    ),
    (
        f"{WANG}은 1일 공항에서 질문을 받았다.",
        f"그는 이어 {CHOE}을 만났다.",
        "CONSULT",
        "2024-11-01",
        None,
        "on the day of what is no happening",
    ),
    (
        f"{WANG}은 1일 공항에서 질문을 받았다.",
        f"왕 부장은 세 시간 뒤 {CHOE}을 만났다.",
        "CONSULT",
        "2024-11-01",
        None,
        "hours later",
    ),
    (
        f"{WANG}은 1일 공항에서 질문을 받았다.",
        f"그는 {CHOE}을 만났다.",
        "CONSULT",
        None,
        None,
        "nothing says that it was then",
    ),
    (
        "지난달 30일 하노이에서 두 나라의 실무회담이 열렸다.",
        "북한은 이 회담에서 몽골과 협정에 서명했다.",
        "AGREE",
        "2024-10-30",
        None,
        "the day of the talks that are pointed at",
    ),
    (
        "정부는 1일 공항이 닫혔다고 밝혔다.",
        f"이어 {WANG}은 {CHOE}을 만났다.",
        "CONSULT",
        None,
        None,
        "another's word, of another day",
    ),
]


@pytest.mark.parametrize(("first", "second", "kind", "date", "place", "why"), UPON)
def test_what_follows(
    first: str, second: str, kind: str, date: str | None, place: str | None, why: str
) -> None:
    found = [(e.date, e.place) for e in read_paragraphs(first, second).events if e.type == kind]
    assert found == [(date, place)], why


def test_the_lead_of_a_session_takes_its_day_from_what_comes_after() -> None:
    found = read_paragraphs(
        "유엔 안전보장이사회가 대북 제재 결의를 채택했다. 북한은 그 자리에서 결의를 거부했다.",
        "안보리는 1일 뉴욕 유엔본부에서 결의를 채택했다.",
    ).events
    (refused,) = (e for e in found if e.type == "REJECT")
    assert (refused.date, refused.place) == ("2024-11-01", "뉴욕 유엔본부")
