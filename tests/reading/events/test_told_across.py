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
        [
            "북한과 몽골이 1일 원산에서 무역협정을 맺었다.",
            "김달현 북한 무역상과 체렝 장관이 협정에 서명했다.",
        ],
        ("sign", "2024-11-01", "원산", {"북한", "몽골", "김달현", "체렝"}),
        "two people sign for two states, whosever the one may be",
    ),
    (
        [f"김정은 위원장은 1일 원산에서 {CHOE}이 배석한 가운데 {LAVROV}을 접견했다."],
        ("meeting", "2024-11-01", "원산", {"김정은", "최선희", "세르게이 라브로프"}),
        "where it was stands before those who sat there",
    ),
    (
        [
            f"{CHOE}과 {LAVROV}이 1일 원산에서 만났다.",
            "두 사람이 만난 것은 9월 하노이 회담 이후 처음이다.",
        ],
        ("meeting", "2024-09", "하노이", {"최선희", "세르게이 라브로프"}),
        "counted from talks there",
    ),
    (
        ["북한 외무성 대변인은 1일 담화를 발표했다.", "담화는 일본을 규탄했다."],
        ("ACCUSE", "2024-11-01", None, {"북한 외무성", "일본"}),
        "on the day on which the paper was put out",
    ),
    (
        ["일본은 2일 북한이 전날 미사일을 쏜 데 대해 규탄하면서 대화에 나서라고 촉구했다."],
        ("REQUEST", "2024-11-02", None, {"일본", "북한"}),
        "one day for both that one subject says",
    ),
    (
        ["미국은 2일 북한이 전날 정찰기를 띄운 것을 규탄했다."],
        ("ACCUSE", "2024-11-02", None, {"미국", "북한"}),
        "behind the day of who speaks that of what is spoken of",
    ),
    (
        [f"{CHOE}은 1일 {LAVROV}과 회담했다.", "최 외무상은 이날 원산에서 열린 회담에서 말했다."],
        ("meeting", "2024-11-01", "원산", {"최선희", "세르게이 라브로프"}),
        "the talks just told of, named once more with their place",
    ),
    (
        [f"{CHOE}은 1일 {LAVROV}과 회담했다.", "앞서 최 외무상은 원산에서 열린 회담에서 말했다."],
        ("meeting", "2024-11-01", None, {"최선희", "세르게이 라브로프"}),
        "talks before those",
    ),
    (
        ["북한과 러시아가 영사협정을 체결했다.", "서명식은 1일 원산에서 열렸다."],
        ("sign", "2024-11-01", "원산", {"북한", "러시아"}),
        "where and when it was signed",
    ),
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
        [
            f"{CHOE}은 1일 모스크바에 도착했다.",
            "지난 9월에는 상트페테르부르크에서 열린 여성토론회에도 참석했다.",
            "당시 최 외무상은 발렌티나 마트비옌코 상원의장을 만났다.",
        ],
        ("meeting", "2024-09", None, {"최선희", "발렌티나 마트비옌코"}),
        "then is when the sentence before was, not the day of the story",
    ),
    (
        [
            f"{CHOE}은 1일 모스크바에 도착했다.",
            "최 외무상은 전에도 이 도시를 찾은 적이 있다.",
            "당시 최 외무상은 발렌티나 마트비옌코 상원의장을 만났다.",
        ],
        ("meeting", None, None, {"최선희", "발렌티나 마트비옌코"}),
        "then, on a day unsaid",
    ),
    (
        [
            f"{KIM}은 1일 원산에서 {PUTIN}을 만났다.",
            "두 정상은 지난해 9월 13일 하산에서 처음 만났다.",
            "당시 두 정상은 공동성명에 서명했다.",
        ],
        ("sign", "2023-09-13", "하산", {"김정은", "블라디미르 푸틴"}),
        "signed then and there",
    ),
    (
        [
            "한미는 오는 18일부터 28일까지 을지 자유의 방패 연습을 실시한다.",
            "노광철 북한 국방상은 1일 담화를 내고 연습을 비난했다.",
        ],
        ("ACCUSE", "2024-11-01", None, {"노광철", "한국", "미국"}),
        "the exercise just told of is theirs who hold it",
    ),
    (
        [f"{CHOE}은 1일 장미호텔에서 기자회견을 열어 일본의 주장을 반박했다."],
        ("REJECT", "2024-11-01", "장미호텔", {"최선희", "일본"}),
        "where the words were said",
    ),
    (
        [f"{CHOE}은 1일 러시아 공식 방문을 위해 평양을 출발했다."],
        ("visit", "2024-11-01", "러시아", {"최선희", "러시아"}),
        "where to, in what one left for",
    ),
    (
        [f"{KIM}과 {PUTIN}은 전날 원산에서 9월 평양공동선언에 서명했다."],
        ("sign", "2024-11-01", "원산", {"김정은", "블라디미르 푸틴"}),
        "the month is part of what the paper is called",
    ),
    (
        [
            f"{LAVROV}은 지난달 30일 평양에 왔다.",
            f"라브로프 장관과 {CHOE}을 각각 단장으로 한 양측 대표단은 이튿날 협의를 했다.",
        ],
        ("meeting", "2024-10-31", "평양", {"세르게이 라브로프", "최선희"}),
        "who leads the two sides stands for them",
    ),
    (
        [
            f"{LAVROV}과 {CHOE}을 각각 수석대표로 하는 양국 정부간 협조위원회 제4차 회의가 열렸다.",
        ],
        ("meeting", None, None, {"세르게이 라브로프", "최선희"}),
        "who leads the sides of a session",
    ),
    (
        [f"{CHOE}은 1일 국방성에서 {LAVROV}과 회담했다."],
        ("meeting", "2024-11-01", "국방성", {"세르게이 라브로프", "최선희"}),
        "an office is the house that it is in",
    ),
    (
        ["북한은 1일 평안북도 대관에서 동해로 탄도미사일을 발사했다."],
        ("missile-test", "2024-11-01", "평안북도 대관", {"북한"}),
        "a place that the pack does not know, behind its province",
    ),
    (
        ["북한은 1일 평안북도 해상에서 탄도미사일을 발사했다."],
        ("missile-test", "2024-11-01", "평안북도", {"북한"}),
        "off the province is no place in it",
    ),
    (
        [f"{CHOE}은 1일 {LAVROV}을 만났다.", "외무성 대변인은 이날 이스라엘의 공격을 규탄했다."],
        ("ACCUSE", "2024-11-01", None, {"북한 외무성", "이스라엘"}),
        "who met the day's guest condemns another, not the guest",
    ),
    (
        [
            f"{LAVROV}은 1일 평양을 방문해 {KIM}을 예방했다.",
            "라브로프 장관은 박태성 총리와 회담했다.",
        ],
        ("meeting", "2024-11-01", "평양", {"세르게이 라브로프", "박태성"}),
        "a day carried on has its town",
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
