"""Trains, embassies, envoys, audiences, what follows a meeting. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Told = tuple[str, str | None, str | None, set[str]]

CASES: list[tuple[list[str], list[Told], str]] = [
    (
        ["평양과 모스크바를 잇는 여객열차 운행이 2020년 2월 중단된 지 5년 만에 재개됐다."],
        [("COOPERATE", None, None, {"북한", "러시아"})],
        "what a line leads between; the day on which it stopped is not that of its return",
    ),
    (
        ["북한과 러시아는 지난해 12월 여객열차 운행을 재개했다."],
        [("COOPERATE", None, "2024-12", {"북한", "러시아"})],
        "the two states themselves",
    ),
    (["김 위원장을 태운 전용열차가 평양을 출발했다."], [], "a leader's train is no line"),
    (
        ["김정은 국무위원장이 3일 평양의 라오스대사관을 찾았다."],
        [("CONSULT", "visit", "2025-03-03", {"김정은", "라오스"})],
        "an embassy is its state",
    ),
    (["왕이 중국 외교부장은 3일 대사관을 찾았다."], [], "of which state is not said"),
    (
        ["라오스 외교관들은 2월 평양을 떠났다."],
        [("RETREAT", None, "2025-02", {"라오스"})],
        "envoys that leave",
    ),
    (
        ["지난해 6월 왕이 부장 접견에서는 없던 말이다."],
        [("CONSULT", "meeting", "2024-06", {"왕이"})],
        "an audience named with its month and guest",
    ),
    (["왕이 부장 접견에서는 없던 말이다."], [], "without a month it is the one just told of"),
    (
        ["최선희 북한 외무상과 왕이 중국 외교부장은 3일 환영 공연도 함께 관람했다."],
        [("CONSULT", "ceremony", "2025-03-03", {"최선희", "왕이"})],
        "what 도 adds is what they watched",
    ),
    (
        ["왕이 중국 외교부장은 3일 최선희 북한 외무상과 회담한 뒤 비자 협정에 서명했다."],
        [
            ("CONSULT", "meeting", "2025-03-03", {"왕이", "최선희"}),
            ("AGREE", "sign", "2025-03-03", {"왕이", "최선희"}),
        ],
        "signed with whom one has just met",
    ),
    (
        [
            "최선희 북한 외무상은 2일 베이징에 도착했다.",
            "3일에는 열병식이 끝난 뒤 왕이 중국 외교부장과 회담했다.",
        ],
        [
            ("CONSULT", "visit", "2025-03-02", {"최선희", "중국"}),
            ("CONSULT", "meeting", "2025-03-03", {"최선희", "왕이"}),
        ],
        "a parade that ended does not act",
    ),
    (
        ["왕이 부장은 9일에는 기념식에, 10일에는 열병식에 각각 참석했다."],
        [
            ("CONSULT", "ceremony", "2025-03-09", {"왕이"}),
            ("CONSULT", "ceremony", "2025-03-10", {"왕이"}),
        ],
        "one verb for two days",
    ),
    (
        ["북한과 중국의 국경 안전·질서 유지를 위한 실무회담이 2일 단둥에서 열렸다."],
        [("CONSULT", "meeting", "2025-03-02", {"북한", "중국"})],
        "what it is for stands between",
    ),
    (
        ["최선희 북한 외무상의 방중은 지난 1일 열린 기념식에 참석한 지 3주 만이다."],
        [("CONSULT", "visit", None, {"최선희", "중국"})],
        "the day of what came before is not that of the visit",
    ),
    (
        [
            "왕이 중국 외교부장은 3일 평양에서 최선희 북한 외무상과 회담했다.",
            "두 나라 외교장관 회담은 2019년 9월 베이징 이후 처음이다.",
        ],
        [
            ("CONSULT", "meeting", "2025-03-03", {"왕이", "최선희"}),
            ("CONSULT", "meeting", "2019-09", {"중국", "북한"}),
        ],
        "for the first time since",
    ),
    (
        ["최선희 북한 외무상은 3일 왕이 부장, 러위청 부부장과 각각 만났다."],
        [
            ("CONSULT", "meeting", "2025-03-03", {"최선희", "왕이"}),
            ("CONSULT", "meeting", "2025-03-03", {"최선희", "러위청"}),
        ],
        "whom one meets apart one meets twice",
    ),
    (
        ["최선희 북한 외무상은 3일 왕이 부장, 러위청 부부장과 만났다."],
        [("CONSULT", "meeting", "2025-03-03", {"최선희", "왕이", "러위청"})],
        "together it is one meeting",
    ),
    (
        [
            "최선희 북한 외무상과 왕이 중국 외교부장은 3일 회담했다.",
            "북한 측에서는 박명호 외무성 부상이, 중국 측에서는 러위청 부부장이 참석했다.",
        ],
        [("CONSULT", "meeting", "2025-03-03", {"최선희", "왕이", "박명호", "러위청"})],
        "who was there on either side",
    ),
    (
        ["북한은 라오스에 건설 노동자 3백 명을 보내기로 했다."],
        [("COOPERATE", "economic", None, {"북한", "라오스"})],
        "workers are sent",
    ),
    (
        ["라오스에 억류된 북한 노동자 두 명의 사진이 공개됐다."],
        [("COERCE", None, None, {"라오스"})],
        "who is held is not sent",
    ),
    (
        ["쿠바가 수해를 입은 북한에 보낸 의약품이 3일 남포항에 도착했다."],
        [("AID", None, "2025-03-03", {"쿠바", "북한"})],
        "what was sent arrives",
    ),
    (["수입한 의약품이 3일 남포항에 도착했다."], [], "what is bought is no aid"),
    (
        ["러시아 국가두마는 3일 북러 협정 비준안을 가결했다."],
        [("AGREE", "ratify", "2025-03-03", {"국가두마"})],
        "the paper and its vote are one",
    ),
    (
        [
            "최선희 북한 외무상은 1일 왕이 중국 외교부장과 회담했다.",
            "두 번째 회담은 3일 베이징에서 열렸다.",
        ],
        [
            ("CONSULT", "meeting", "2025-03-01", {"최선희", "왕이"}),
            ("CONSULT", "meeting", "2025-03-03", {"최선희", "왕이"}),
        ],
        "the second is one more of the same two",
    ),
    (
        ["러시아 관광객 180명은 지난해 7월 원산을 다녀갔다."],
        [("CONSULT", "visit", "2024-07", {"러시아", "북한"})],
        "visitors that are counted",
    ),
    (
        ["박태성 총리와 최선희 외무상은 3일 리창 총리와 왕이 부장에게 각각 축전을 보냈다."],
        [
            ("CONSULT", "letter", "2025-03-03", {"박태성", "리창"}),
            ("CONSULT", "letter", "2025-03-03", {"최선희", "왕이"}),
        ],
        "the first to the first, the second to the second",
    ),
    (
        ["라오스 정부는 북한 외교관 두 명에게 일주일 안에 떠나라고 통보했다."],
        [("SANCTION", None, None, {"라오스", "북한"})],
        "who is told to leave",
    ),
    (
        ["최선희 북한 외무상은 3일 국제회의에 불참했다."],
        [("CONSULT", "multilateral", "2025-03-03", {"최선희"})],
        "who stays away",
    ),
    (
        ["왕이 중국 외교부장은 언제나 북한 편에 서겠다고 3일 밝혔다."],
        [("SUPPORT", None, "2025-03-03", {"왕이", "북한"})],
        "on somebody's side",
    ),
]


@pytest.mark.parametrize(("sentences", "expected", "why"), CASES)
def test_exchanges(sentences: list[str], expected: list[Told], why: str) -> None:
    found = read_paragraphs(*sentences, published="2025-03-09").events
    told = [(e.type, e.mode, e.date, {p.name for p in e.participants}) for e in found]
    assert told == expected, why
