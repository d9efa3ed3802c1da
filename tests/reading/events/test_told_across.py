"""When, where and by whom it was, told in another clause or some sentences before."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

LAVROV = "세르게이 라브로프 러시아 외무장관"
CHOE = "최선희 북한 외무상"
KIM = "김정은 북한 국무위원장"
PUTIN = "블라디미르 푸틴 러시아 대통령"

#: Text → mode or type of the last event, its day, place and people.
LAST = [
    (
        [f"{LAVROV}은 1일 소나무영빈관에서 {CHOE}과 회담하고 오찬을 함께했다."],
        ("reception", "2024-11-01", "소나무영빈관", {"세르게이 라브로프", "최선희"}),
        "one place for two acts that one clause names",
    ),
    (
        [f"{LAVROV}은 1일 소나무영빈관에서 {CHOE}과 회담했고 박태성 총리는 오찬을 베풀었다."],
        ("reception", "2024-11-01", None, {"박태성", "세르게이 라브로프"}),
        "who acts is another: the place is unsaid",
    ),
    (
        [f"{CHOE}은 1일 모스크바에서 {LAVROV}과 회담하고 {PUTIN}을 예방했다."],
        ("meeting", "2024-11-01", "모스크바", {"최선희", "블라디미르 푸틴"}),
        "another's door in the same town",
    ),
    (
        [f"{CHOE}은 1일 장미초대소에서 {LAVROV}과 회담하고 {PUTIN}을 예방했다."],
        ("meeting", "2024-11-01", None, {"최선희", "블라디미르 푸틴"}),
        "another is not called on in the same hall",
    ),
    (
        [f"{LAVROV}은 지난 7월 평양에서 열린 기념행사에 참석해 {KIM}을 만났다."],
        ("meeting", "2024-07", "평양", {"세르게이 라브로프", "김정은"}),
        "what one went to was then and there",
    ),
    (
        [
            f"{LAVROV}은 2일 원산에서 {CHOE}과 회담했다.",
            f"이날 {KIM}도 라브로프 장관을 만났다.",
            "두 외교수장은 회담 뒤 의정서에 서명했다.",
        ],
        ("sign", "2024-11-02", "원산", {"세르게이 라브로프", "최선희"}),
        "two ministers are not who met last",
    ),
    (
        [
            f"{KIM}은 1일 원산에서 {PUTIN}과 정상회담을 했다.",
            f"3일에는 {LAVROV}이 김 위원장을 만났다.",
            "정상회담 당시 두 정상은 교류 확대에 합의했다.",
        ],
        ("AGREE", "2024-11-01", "원산", {"김정은", "블라디미르 푸틴"}),
        "two heads, then: when these met",
    ),
    (
        [
            f"{KIM}과 {PUTIN}은 1일 조약에 서명했다.",
            "푸틴 대통령은 2일 하노이에서 또 럼 베트남 국가주석과 회담했다.",
            "볼로디미르 젤렌스키 우크라이나 대통령은 이날 이 조약을 비난했다.",
        ],
        ("ACCUSE", "2024-11-02", None, {"볼로디미르 젤렌스키", "북한", "러시아"}),
        "this treaty is that of those who signed it",
    ),
    (
        ["북한은 지난 5월 24일 풍계리 핵실험장을 폭파했다."],
        ("RETREAT", "2024-05-24", "풍계리 핵실험장", {"북한"}),
        "what is blown up stands where its name says",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), LAST)
def test_the_last_event(
    paragraphs: list[str], expected: tuple[str, str, str | None, set[str]], why: str
) -> None:
    """Day, place and people of what the last sentence tells."""
    event = read_paragraphs(*paragraphs).events[-1]
    people = {participant.name for participant in event.participants}
    assert (event.mode or event.type, event.date, event.place, people) == expected, why
