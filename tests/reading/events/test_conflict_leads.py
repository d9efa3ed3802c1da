"""Force, pressure and blame as leads of papers put them: who did what, and on which day."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Told = tuple[str, str, str | None, dict[str, str]]
CASES: list[tuple[list[str], list[Told], str]] = [
    (
        ["라오스 당국이 자국을 비판해온 북한 대사를 3일 추방했다."],
        [("SANCTION", "occurred", "2025-03-03", {"라오스": "source", "북한": "target"})],
        "who has criticised is whom one expels",
    ),
    (
        ["라오스 정부는 5일 북한 대사관 직원들에게 48시간 안에 철수할 것을 명령했다."],
        [("SANCTION", "occurred", "2025-03-05", {"라오스": "source", "북한": "target"})],
        "told to leave",
    ),
    (
        ["북한 외무성은 5일 라오스와의 외교관계 단절을 선언했다."],
        [("SANCTION", "occurred", "2025-03-05", {"북한 외무성": "source", "라오스": "target"})],
        "ties cut by a noun",
    ),
    (
        ["몽골은 2일 라오스와의 비자면제협정 파기를 선언했다."],
        [("SANCTION", "occurred", "2025-03-02", {"몽골": "source", "라오스": "target"})],
        "the free entry ends with the pact",
    ),
    (
        ["유엔 안전보장이사회는 3일 새 대북 제재안을 채택하는 데 실패했다."],
        [
            (
                "SANCTION",
                "not_occurred",
                None,
                {"유엔 안전보장이사회": "source", "북한": "target"},
            )
        ],
        "what fails did not happen",
    ),
    (
        ["북한이 남쪽으로 쓰레기 풍선을 날려 보낸 것은 지난달 6일 이후 22일 만이다."],
        [
            ("COERCE", "occurred", None, {"북한": "source"}),
            ("COERCE", "occurred", "2025-02-06", {"북한": "source"}),
        ],
        "the time before",
    ),
    (
        ["북한은 2일 단체들이 남쪽에서 전단을 보내자 한국에 항의했다."],
        [("PROTEST", "occurred", "2025-03-02", {"북한": "source", "한국": "target"})],
        "who sent the leaflets has no name",
    ),
    (
        ["몽골 검찰은 3일 은행에서 달러를 훔친 혐의로 북한 해커 2명을 기소했다."],
        [
            ("ASSAULT", "alleged", "2025-03-03", {"북한": "source"}),
            ("COERCE", "occurred", "2025-03-03", {"몽골": "source", "북한": "target"}),
        ],
        "who is charged with it has done it",
    ),
    (
        ["산책에 나선 관광객이 3일 새벽 북한군이 쏜 총에 맞아 숨졌다."],
        [("ASSAULT", "occurred", "2025-03-03", {"북한군": "source"})],
        "whom it hit has no name",
    ),
    (["관광객이 3일 평양에서 병으로 숨졌다."], [], "nobody shot"),
    (
        ["북한 외무성은 3일 일본의 연습이 새로운 도발이라고 지적했다."],
        [("ACCUSE", "occurred", "2025-03-03", {"북한 외무성": "source", "일본": "target"})],
        "what it is called",
    ),
    (["북한 외무성은 3일 일본의 제안이 흥미롭다고 지적했다."], [], "no name of a crime"),
    (["국제사회는 3일 북한의 발표에 반발했다."], [], "a passing reaction"),
    (
        ["미국의 폭격기인 B-1B 두 대가 3일 한반도에서 폭격훈련을 실시했다."],
        [("MOBILIZE", "occurred", "2025-03-03", {"미국": "source"})],
        "whose it is stands where it is said what it is",
    ),
    (
        ["북한은 4일 개성의 남북공동연락사무소가 폭파됐다고 확인했다."],
        [("ASSAULT", "occurred", None, {"북한": "source", "남북공동연락사무소": "target"})],
        "by whom is known where it stood",
    ),
    (
        [
            "북한 외무성은 3일 일본과의 통신선을 끊었다.",
            "성명은 이어 일본을 “침략자”라고 비난했다.",
        ],
        [
            ("SANCTION", "occurred", "2025-03-03", {"북한 외무성": "source", "일본": "target"}),
            ("ACCUSE", "occurred", "2025-03-03", {"북한 외무성": "source", "일본": "target"}),
        ],
        "a paper speaks for whom the text goes on about",
    ),
    (
        ["북한은 3일 이번 침몰 사건과 무관하다고 주장했다."],
        [("REJECT", "occurred", "2025-03-03", {"북한": "source"})],
        "no part in it",
    ),
    (
        ["북한은 3일 일본과 대화를 하지 않겠다고 밝혔다."],
        [("REJECT", "occurred", "2025-03-03", {"북한": "source", "일본": "target"})],
        "no talks",
    ),
    (["북한은 3일 일본과 대화를 했다고 밝혔다."], [], "talks of which no more is told"),
    (
        ["미국 국무부는 3일 미사일을 발사한 북한의 무모한 결정을 규탄했다."],
        [
            ("ASSAULT", "occurred", "2025-03-03", {"북한": "source"}),
            ("ACCUSE", "occurred", "2025-03-03", {"미국 국무부": "source", "북한": "target"}),
        ],
        "who condemns it did not fire",
    ),
    (
        [
            "북한이 3일 동해로 탄도미사일을 발사했다.",
            "북한이 미사일을 발사한 것은 지난달 24일 순항미사일을 발사한 지 일주일 만이다.",
        ],
        [
            ("ASSAULT", "occurred", "2025-03-03", {"북한": "source"}),
            ("ASSAULT", "occurred", "2025-02-24", {"북한": "source"}),
        ],
        "what it is counted from is another one",
    ),
    (
        ["북한군 20∼30명이 3일 군사분계선을 넘었다가 한국군의 경고사격에 북상했다."],
        [
            ("MOBILIZE", "occurred", "2025-03-03", {"북한군": "source"}),
            ("ASSAULT", "occurred", "2025-03-03", {"한국군": "source"}),
            ("RETREAT", "occurred", "2025-03-03", {"북한군": "source"}),
        ],
        "over the line, fired at, and back on one day",
    ),
    (
        ["북한은 3일 6자회담 참가를 무기한 중단한다고 밝혔다."],
        [("REJECT", "occurred", "2025-03-03", {"북한": "source"})],
        "who stays away from talks holds none",
    ),
    (
        ["천서우 중국 외교부 대변인은 3일 북한의 핵실험에 단호히 반대한다고 밝혔다."],
        [
            ("ACCUSE", "occurred", "2025-03-03", {"천서우": "source", "북한": "target"}),
            ("ASSAULT", "occurred", None, {"북한": "source"}),
        ],
        "firmly against it",
    ),
    (["일본은 3일 북한의 자금을 동결했다."], [], "no test is forgone, and nothing told of a list"),
    (
        ["일본 정부는 3일 대북 독자 제재를 2년 연장하기로 결정했다."],
        [("SANCTION", "planned", "2025-03-03", {"일본": "source", "북한": "target"})],
        "a sanction gone on with",
    ),
    (
        ["중국 내 탈북민 수백 명이 3일 북한으로 강제송환됐다."],
        [("COERCE", "occurred", "2025-03-03", {"중국": "source", "북한": "target"})],
        "where they were held is who sent them",
    ),
    (["북한 주민은 자유의사에 반해 북한으로 송환돼서는 안 된다."], [], "what must not be"),
    (
        ["통일부는 3일 중국 측에 문제를 엄중히 제기했다고 북한 관련 회견에서 밝혔다."],
        [("PROTEST", "occurred", "2025-03-03", {"통일부": "source", "중국": "target"})],
        "raised sternly",
    ),
    (["통일부는 3일 새로운 문제를 회의에서 제기했다."], [], "a question raised"),
    (
        ["북한은 공단에 있던 남측 인원을 3일 모두 내쫓았다."],
        [("SANCTION", "occurred", "2025-03-03", {"북한": "source", "한국": "target"})],
        "staff sent off",
    ),
    (
        ["쿠바와 라오스는 3일 북한 인권결의 컨센서스에 참여하지 않았다."],
        [("REJECT", "occurred", "2025-03-03", {"쿠바": "source", "라오스": "source"})],
        "no part in the consensus",
    ),
    (
        ["북한은 3일 한국의 연락사무소 개시 통화에 응답하지 않았다."],
        [("REJECT", "occurred", "2025-03-03", {"북한": "source", "한국": "target"})],
        "no answer on the line",
    ),
    (
        ["통일부 대변인은 3일 “북한의 이번 조치는 매우 유감스럽다”고 말했다."],
        [("ACCUSE", "occurred", "2025-03-03", {"통일부": "source", "북한": "target"})],
        "deep regret",
    ),
    (["통일부 대변인은 3일 북한 주민의 부상이 매우 유감스럽다고 말했다."], [], "no blame"),
    (
        ["몽골은 3일 북한 노동자 대부분을 돌려보냈다."],
        [("COERCE", "occurred", "2025-03-03", {"몽골": "source", "북한": "target"})],
        "workers sent off are not let go",
    ),
    (
        ["전군을 움직이는 ‘키 리졸브’ 연습이 3일 시작됐다."],
        [("MOBILIZE", "occurred", "2025-03-03", {"한국": "party", "미국": "party"})],
        "a drill of the alliance by its name",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), CASES)
def test_told_of_conflict(paragraphs: list[str], expected: list[Told], why: str) -> None:
    found = read_paragraphs(*paragraphs, published="2025-03-08").events
    told = [
        (e.type, e.status.value, e.date, {p.name: p.role.value for p in e.participants})
        for e in found
    ]
    assert told == expected, why


def test_a_denial_is_no_second_event_where_the_act_is_told() -> None:
    found = read_paragraphs(
        "국가정보원은 3일 북한이 러시아에 병력을 파병했다고 밝혔다.",
        "러시아 외무부는 북한군의 러시아 파병을 부인했다.",
        published="2025-03-08",
    ).events
    assert [e.status.value for e in found if e.type == "MOBILIZE"] == ["occurred"]
    assert [e.type for e in found if "러시아 외무부" in {p.name for p in e.participants}] == [
        "REJECT"
    ]
