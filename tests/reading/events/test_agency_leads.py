"""How news agencies pack several things into a lead, and what must not be made of them.

Sentences are our own, facts invented; all pages are of Friday, 2024-11-08.
"""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Found = tuple[str, str | None, str | None, frozenset[str]]

SIX = frozenset({"북한", "한국", "미국", "중국", "일본", "러시아"})
COUNCIL = "유엔 안전보장이사회"

ROWS: list[tuple[tuple[str, ...], list[Found], str]] = [
    (
        ("왕이 중국 정치국 위원(외교부장 겸임)이 7일 베이징에서 최선희 북한 외무상을 만났다.",),
        [("meeting", "2024-11-07", "베이징", frozenset({"왕이", "최선희"}))],
        "a second office in brackets does not act",
    ),
    (
        ("제4차 6자회담이 오는 26일 베이징에서 열린다고 중국 외교부가 밝혔다.",),
        [("multilateral", "2024-11-26", "베이징", SIX)],
        "the six of the six-party talks",
    ),
    (
        ("북한은 6자회담에 돌아오지 않겠다고 밝혔다.",),
        [],
        "talks that are only spoken of",
    ),
    (
        ("북한 외무성은 이날 질문에 답하며 “왕이 부장이 최선희 외무상과 회담했다”고 밝혔다.",),
        [("meeting", None, None, frozenset({"왕이", "최선희"}))],
        "the day of the answer is not that of what the words tell",
    ),
    (
        ("안보리는 7일(한국시간 8일) 결의를 어긴 북한의 지난달 12일 로켓 발사를 규탄했다.",),
        [
            ("ACCUSE", "2024-11-07", None, frozenset({COUNCIL, "북한"})),
            ("missile-test", "2024-10-12", None, frozenset({"북한"})),
        ],
        "each day to its own; the one in brackets is the first again",
    ),
    (
        ("안보리는 추가 발사나 핵실험이 있다면 중대한 조치를 취할 것이라고 북한에 경고했다.",),
        [("THREATEN", None, None, frozenset({COUNCIL, "북한"}))],
        "what is only supposed has not happened",
    ),
    (
        ("안보리는 추가 발사와 관련 활동 전면중단, 핵 폐기 등을 북한에 요구했다.",),
        [("REQUEST", None, None, frozenset({COUNCIL, "북한"}))],
        "a noun of a list is no verb",
    ),
    (
        ("북한은 금요일 한국의 “헛된 유화책”이라고 비난했다.",),
        [("ACCUSE", "2024-11-08", None, frozenset({"북한", "한국"}))],
        "today by its weekday; whose it is that the words name",
    ),
    (
        ("한국 대통령실은 북한의 미사일 발사 직후 이번 발사는 중대한 도발이라며 강력히 규탄했다.",),
        [
            ("missile-test", None, None, frozenset({"북한"})),
            ("ACCUSE", None, None, frozenset({"대통령실", "북한"})),
        ],
        "who did what the words take up by 이번",
    ),
    (
        ("기시다 후미오 일본 총리는 북한의 잇단 도발에 경고 메시지를 보냈다.",),
        [("THREATEN", None, None, frozenset({"기시다 후미오", "북한"}))],
        "잇단 stands between whose and what",
    ),
    (
        ("한국 정부는 7일 통일부 장관 명의의 통지문을 북한에 보냈다.",),
        [("letter", "2024-11-07", None, frozenset({"한국", "북한"}))],
        "a letter that is sent is no visit, whoever signs it",
    ),
    (
        ("최선희 북한 외무상의 방중은 2022년 6월 취임 이후 처음이다.",),
        [("visit", None, "중국", frozenset({"최선희", "중국"}))],
        "since when it is the first is not when it is",
    ),
    (
        ("합동참모본부는 7일 “북한이 어제 미사일 1발을 쏘았다”고 밝혔다.",),
        [("missile-test", "2024-11-06", None, frozenset({"북한"}))],
        "yesterday in somebody's words is the eve of the words",
    ),
    (
        ("합참은 7일 북한 원산 일대에서 발사된 탄도미사일을 포착했다고 밝혔다.",),
        [("missile-test", "2024-11-07", "북한 원산", frozenset({"북한"}))],
        "whose it is by where it was fired from",
    ),
    (
        ("한미일 3국은 7일 북한의 미사일 발사를 “중대한 위협”이라고 규탄했다.",),
        [
            ("ACCUSE", "2024-11-07", None, frozenset({"한국", "미국", "일본", "북한"})),
            ("missile-test", None, None, frozenset({"북한"})),
        ],
        "three states at once speak",
    ),
    (
        ("이준일 한국 외교부 국장과 세스 베일리 미국 부대표는 7일 전화로 대응을 논의했다.",),
        [("phone", "2024-11-07", None, frozenset({"이준일", "세스 베일리"}))],
        "who talks over the telephone does not meet",
    ),
    (
        ("쇼이구 러시아 서기는 쿠르스크에 북한 공병 병력을 보내기로 합의했다고 밝혔다.",),
        [("troops", None, "쿠르스크", frozenset({"북한", "러시아"}))],
        "the troops say whose they are, not who tells of them",
    ),
    (
        ("국정원은 북한이 러시아에 선박을 동원해서 포탄을 지원했다고 밝혔다.",),
        [("military", None, None, frozenset({"북한", "러시아"}))],
        "the means stand between the receiver and the gift",
    ),
    (
        ("8일 조선중앙통신에 따르면 김정은 위원장은 전날 방북 중인 왕이 부장과 회담을 했다.",),
        [
            ("meeting", "2024-11-07", None, frozenset({"김정은", "왕이"})),
            ("visit", "2024-11-07", "북한", frozenset({"왕이", "북한"})),
        ],
        "the day before the medium is the report's",
    ),
    (
        ("시진핑 중국 국가주석이 방북 중인 왕이 부장을 통해 김정은 위원장에게 친서를 보냈다.",),
        [
            ("visit", None, "북한", frozenset({"왕이", "북한"})),
            ("letter", None, None, frozenset({"시진핑", "왕이", "김정은"})),
        ],
        "who is on a visit is whom the clause describes, and who bears the letter",
    ),
    (
        ("북일 정상회담이 거론된다.", "김여정 부부장은 이날 공개한 담화를 통해 이를 일축했다."),
        [("REJECT", "2024-11-08", None, frozenset({"김여정"}))],
        "a statement that is published is no talk",
    ),
    (
        ("5일 방북한 쑹타오 중국 대외연락부장이 김정은 위원장을 만날 것으로 예상된다.",),
        [
            ("visit", "2024-11-05", "북한", frozenset({"쑹타오", "북한"})),
            ("meeting", None, None, frozenset({"쑹타오", "김정은"})),
        ],
        "what is foreseen is not on the day of the visit",
    ),
    (
        ("최선희 북한 외무상은 방중에서 중국 외교 부장과 회담을 할 것으로 보인다.",),
        [
            ("visit", None, "중국", frozenset({"최선희", "중국"})),
            ("meeting", None, "중국", frozenset({"최선희", "중국"})),
        ],
        "an office in two words and no name",
    ),
    (
        ("왕이 중국 외교부장이 라오스를 찾아 통룬 시술릿 주석에게 힘써 줄 것을 요청했다.",),
        [
            ("visit", None, "라오스", frozenset({"왕이", "라오스"})),
            ("REQUEST", None, None, frozenset({"왕이", "통룬 시술릿"})),
        ],
        "whom one asks stands left of what one asks for",
    ),
    (
        ("페스코프는 최선희와 푸틴의 전날(7일) 회동에 대해 두 사람이 만났다고 했다.",),
        [("meeting", "2024-11-07", None, frozenset({"최선희", "블라디미르 푸틴"}))],
        "who tells of a meeting of two is none of them",
    ),
    (
        ("왕이 부장은 7일 방북 중인 러시아 대표단을 만났다.",),
        [
            ("visit", "2024-11-07", "북한", frozenset({"러시아", "북한"})),
            ("meeting", "2024-11-07", None, frozenset({"왕이", "러시아"})),
        ],
        "a delegation that a clause describes is who came",
    ),
    (
        ("타스통신은 외무부를 인용, 왕이 부장이 7일 최선희 북한 외무상을 만났다고 전했다.",),
        [("meeting", "2024-11-07", None, frozenset({"왕이", "최선희"}))],
        "through whom it is known is nobody who was met",
    ),
    (
        ("김여정은 7일 문재인 대통령에게 관계를 개선할데 관한 김정은의 친서를 전달했다.",),
        [("letter", "2024-11-07", None, frozenset({"김여정", "김정은", "문재인"}))],
        "what the letter is about stands between it and to whom it goes",
    ),
    (
        ("왕이 중국 외교부장은 7일 베트남 하노이의 한 호텔에 도착했다.",),
        [("visit", "2024-11-07", "베트남 하노이의 한 호텔", frozenset({"왕이", "베트남"}))],
        "where the hotel stands",
    ),
    (
        ("7일 뉴욕에서 열린 안보리 회의에서 황준국 한국 대사는 북한을 비판했다.",),
        [("ACCUSE", "2024-11-07", "뉴욕", frozenset({"황준국", "북한"}))],
        "day and town of the council are those of the words",
    ),
    (
        ("통일부는 북한이 면회소를 헐었다며 강한 유감을 표명한다고 7일 밝혔다.",),
        [
            ("ACCUSE", "2024-11-07", None, frozenset({"통일부", "북한"})),
            ("ASSAULT", None, None, frozenset({"북한"})),
        ],
        "who regrets is who says so now; what was torn down is told as well",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), ROWS)
def test_a_lead_of_an_agency(paragraphs: tuple[str, ...], expected: list[Found], why: str) -> None:
    events = read_paragraphs(*paragraphs, published="2024-11-08").events
    told = [
        (e.mode or e.type, e.date, e.place, frozenset(p.name for p in e.participants))
        for e in events
    ]
    assert sorted(told, key=str) == sorted(expected, key=str), why
