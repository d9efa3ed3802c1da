"""Days and places that a sentence points back at, or gives for something else. All invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

CAME = "김별하람 라오스 외무장관이 5일 평양에 도착했다."
STAYED = "김별하람 라오스 외무장관이 3일부터 5일까지 북한을 방문했다."
MET = "김별하람 라오스 외무장관과 최선희 북한 외무상은 4일 비엔티안 대성호텔에서 만찬을 했다."
CASES = [
    (
        (MET, "두 장관은 5일 같은 장소에서 회담했다."),
        ("meeting", "2024-11-05", "비엔티안 대성호텔"),
        "the same place",
    ),
    (
        (MET, "두 장관은 5일 회담했다."),
        ("meeting", "2024-11-05", None),
        "another day, at a place unsaid",
    ),
    (
        (CAME, "북한은 김별하람 장관의 방북에 맞춰 억류했던 미국인 두 명을 석방했다."),
        (None, "2024-11-05", None),
        "timed for the visit just told of",
    ),
    (
        (STAYED, "방문 기간 김별하람 장관은 최선희 북한 외무상과 회담했다."),
        ("meeting", "2024-11-03/2024-11-05", None),
        "some day of the stay",
    ),
    (
        (
            STAYED,
            (
                "김별하람 장관은 방북 첫날인 3일 최선희 외무상과 회담했고,"
                " 마지막 날에는 김덕훈 총리를 만났다."
            ),
        ),
        ("meeting", "2024-11-05", None),
        "the last day of the whole stay, not of the day told last",
    ),
    (
        ("최선희 북한 외무상은 5일 비엔티안에서 열린 회의에 참석해 라오스를 비난했다.",),
        (None, "2024-11-05", "비엔티안"),
        "where what one went to was held",
    ),
    (
        ("최선희 외무상은 5일 베이징 광장에서 열린 중국 전승절 열병식에서 왕이 부장을 만났다.",),
        ("meeting", "2024-11-05", "베이징 광장"),
        "where the parade was, not whose it was",
    ),
    (
        ("최선희 외무상은 5일 북한의 미사일 발사 직후 왕이 부장을 만났다.",),
        ("meeting", "2024-11-05", None),
        "right after it is on the same day",
    ),
    (
        ("몽골 대통령은 5일 김별하람 장관의 방북을 취소했다.",),
        ("visit", None, "북한"),
        "the day of the word that calls it off",
    ),
    (
        ("미국 핵잠수함이 5일 부산에 입항했다.",),
        ("weapons", "2024-11-05", "부산"),
        "where a ship calls",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), CASES)
def test_day_and_place(
    paragraphs: tuple[str, ...], expected: tuple[str | None, str | None, str | None], why: str
) -> None:
    events = read_paragraphs(*paragraphs, published="2024-11-06").events
    assert expected in [(e.mode, e.date, e.place) for e in events], why


def test_done_on_the_day_before_as_well() -> None:
    """5일에 이어 11일에도: two acts of one verb; the place is that of the later one."""
    told = "북한은 1일에 이어 4일에도 자강도에서 탄도미사일을 발사했다."
    events = read_paragraphs(told, published="2024-11-06").events
    assert {(e.date, e.place) for e in events} == {("2024-11-01", None), ("2024-11-04", "자강도")}
