"""Who asks whom, who held the talks that led to it, what is only resolved, what is given up."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Told = tuple[str, str | None, str, dict[str, str]]
CASES: list[tuple[list[str], list[Told], str]] = [
    (
        ["북한은 3일 조로 정부간 의정서를 조인했다고 밝혔다."],
        [("AGREE", "sign", "occurred", {"북한": "party", "러시아": "party"})],
        "the paper says with whom",
    ),
    (
        ["최선희 북한 외무상과 김여정 북한 부부장은 담장을 낮추기로 했다."],
        [],
        "nobody agrees with the own side",
    ),
    (
        ["왕이 중국 외교부장은 최선희 북한 외무상과 통화하며 쿠바에 압력을 넣어 달라고 요청했다."],
        [
            ("CONSULT", "phone", "occurred", {"왕이": "party", "최선희": "party"}),
            ("REQUEST", None, "occurred", {"왕이": "source", "최선희": "target"}),
        ],
        "on whom pressure shall be put is not who is asked",
    ),
    (
        ["왕이 중국 외교부장은 3일 라오스에 대화에 나와 달라고 요청했다."],
        [("REQUEST", None, "occurred", {"왕이": "source", "라오스": "target"})],
        "with nobody at the table, it is who shall act",
    ),
    (
        ["일본이 의장을 맡은 유엔은 3일 라오스에 북한 일꾼을 돌려보낼 것을 촉구했다."],
        [("REQUEST", None, "occurred", {"유엔": "source", "라오스": "target"})],
        "to whom it is said stands first, not whose people they are",
    ),
    (
        [
            "조현 외교부 장관은 3일 왕이 중국 외교부장을 만나 협력을 당부했다.",
            "최선희 북한 외무상은 5일 우흐나 후렐수흐 몽골 대통령을 만나 지원을 요청했다.",
        ],
        [
            ("CONSULT", "meeting", "occurred", {"조현": "party", "왕이": "party"}),
            ("REQUEST", None, "occurred", {"조현": "source", "왕이": "target"}),
            (
                "CONSULT",
                "meeting",
                "occurred",
                {"최선희": "party", "우흐나 후렐수흐": "party"},
            ),
            ("REQUEST", None, "occurred", {"최선희": "source", "우흐나 후렐수흐": "target"}),
        ],
        "who sits at this table, not who met before",
    ),
    (
        ["성명은 최선희 북한 외무상과 왕이 중국 외교부장이 3일 베이징에서 가진 회담의 결과다."],
        [("CONSULT", "meeting", "occurred", {"최선희": "party", "왕이": "party"})],
        "who held the talks that something came of",
    ),
    (
        ["크렘린궁은 푸틴 대통령이 15일 열리는 미러 정상회담에서 이를 설명할 것이라고 밝혔다."],
        [("CONSULT", "meeting", "planned", {"미국": "party", "러시아": "party"})],
        "what takes place by itself has no subject",
    ),
    (
        ["왕이 중국 외교부장은 3일 회담을 열자고 제안했으나 최선희 북한 외무상은 거절했다."],
        [
            ("REQUEST", None, "occurred", {"왕이": "source", "최선희": "target"}),
            ("REJECT", None, "occurred", {"최선희": "source", "왕이": "target"}),
        ],
        "who answers was asked, and refuses who asked",
    ),
    (
        ["라오스와 몽골은 3일 라오스가 관세를 낮추고 몽골은 쌀을 사들이기로 합의했다."],
        [("AGREE", None, "occurred", {"라오스": "party", "몽골": "party"})],
        "who acts in what was agreed on did not agree alone",
    ),
    (
        ["최선희 북한 외무상은 3일 왕이 중국 외교부장과 나란히 앉아 의정서에 서명했다."],
        [("AGREE", "sign", "occurred", {"최선희": "party", "왕이": "party"})],
        "with whom one signs stands in the clause before",
    ),
    (
        [
            "우흐나 후렐수흐 몽골 대통령이 3일 평양을 방문했다.",
            "두 나라 세관 책임자들은 4일 통관 의정서에 서명했다.",
        ],
        [
            ("CONSULT", "visit", "occurred", {"우흐나 후렐수흐": "source", "북한": "target"}),
            ("AGREE", "sign", "occurred", {"몽골": "party", "북한": "party"}),
        ],
        "an office that each side has names nobody but the two",
    ),
    (
        ["몽골 정부가 북한이 쏜 포탄이 국경에 떨어지자 3일 북한과의 교역을 중단했다."],
        [
            ("ASSAULT", "strike", "occurred", {"북한": "source"}),
            ("SANCTION", None, "occurred", {"몽골": "source", "북한": "target"}),
        ],
        "whose shell is the occasion does not act",
    ),
    (
        ["조현 외교부 장관은 3일 라오스 정부가 결의를 지키도록 촉구했다."],
        [("REQUEST", None, "occurred", {"조현": "source", "라오스": "target"})],
        "who shall do it does not ask for it",
    ),
    (
        ["조선중앙통신은 최선희 외무상이 왕이 부장과 3일 “친선적인 담화를 나누었다”고 전했다."],
        [("CONSULT", "meeting", "occurred", {"최선희": "party", "왕이": "party"})],
        "both stand outside the marks that tell what they did",
    ),
    (
        ["남쪽 대통령의 방북은 2010년 2월 우흐나 후렐수흐 대통령 이후 두 번째다."],
        [("CONSULT", "visit", "occurred", {"우흐나 후렐수흐": "source", "북한": "target"})],
        "of a visit by nobody named, whose it is counted from",
    ),
    (
        ["라오스는 3일 세관 자료를 요청했으나 몽골은 법을 고치는 일이 먼저라고 했다."],
        [("REQUEST", None, "occurred", {"라오스": "source", "몽골": "target"})],
        "behind 으나 stands who was asked, whatever the answer",
    ),
    (
        ["라오스는 3일 북한에 대한 식량 지원을 계속하기로 했다."],
        [("AID", None, "planned", {"라오스": "source", "북한": "target"})],
        "help that is kept up",
    ),
    (
        [
            "김정은 국무위원장은 3일 미국 기자 유나 리와 로라 링에 관해 말하지 않았다.",
            "두 기자는 2월 17일 북한군에 붙잡혔다.",
        ],
        [
            (
                "COERCE",
                None,
                "occurred",
                {"북한": "source", "유나 리": "target", "로라 링": "target"},
            )
        ],
        "who are two and called so",
    ),
    (
        ["몽골 외교부는 3일 북한이 자국민 두 명을 석방했다고 밝혔다."],
        [("RETREAT", None, "occurred", {"북한": "source", "몽골": "target"})],
        "자국민 are of who tells it",
    ),
    (
        ["북한과 라오스는 3일 비엔티안에서 열린 협상에서 감시 방법에 합의했다."],
        [
            ("CONSULT", "meeting", "occurred", {"북한": "party", "라오스": "party"}),
            ("AGREE", None, "occurred", {"북한": "party", "라오스": "party"}),
        ],
        "who agreed at the talks had held them",
    ),
    (
        ["두 나라는 북한이 핵실험을 멈추고 라오스는 북한에 쌀을 보내기로 했다."],
        [
            ("RETREAT", None, "planned", {"북한": "source"}),
            ("AID", None, "planned", {"라오스": "source", "북한": "target"}),
        ],
        "each side's part of what both resolved",
    ),
    (
        ["라오스는 북한 노동자에게 새 비자를 내주지 않기로 했다."],
        [("SANCTION", None, "planned", {"라오스": "source", "북한": "target"})],
        "visas withheld are to come as well",
    ),
    (
        ["라오스는 약속을 지키는 동안 북한에 제재를 가하지 않겠다고 다짐했다."],
        [],
        "sanctions forsworn",
    ),
    (
        ["라오스 정부는 북한에 쌀 5만t을 지원하는 방안을 다음 주 결정하기로 했다."],
        [("AID", None, "planned", {"라오스": "source", "북한": "target"})],
        "a scheme is a plan",
    ),
    (
        ["통룬 시술릿 라오스 국가주석은 북한의 핵 폐기를 앞당기는 데 동의하지 않는다고 밝혔다."],
        [],
        "what one does not agree with has not happened",
    ),
    (
        ["라오스 정부는 세계식량계획을 통해 3월 북한에 쌀 5만t을 지원했다."],
        [
            (
                "AID",
                None,
                "occurred",
                {"라오스": "source", "북한": "target", "세계식량계획": "source"},
            )
        ],
        "through whom help is given, helps",
    ),
    (
        ["시진핑 중국 국가주석의 방북 날짜는 아직 정해지지 않았다."],
        [("CONSULT", "visit", "planned", {"시진핑": "source", "북한": "target"})],
        "its day is open",
    ),
    (
        ["라오스 국방부는 국경 문제를 놓고 몽골과 공식 협의에 들어갔다."],
        [("CONSULT", "meeting", "occurred", {"라오스 국방부": "party", "몽골": "party"})],
        "one enters talks without going anywhere",
    ),
    (
        ["왕이 중국 외교부장과 최선희 북한 외무상은 3일 위원회의 권한을 따졌다."],
        [],
        "to look into something is no protest",
    ),
    (
        ["북한은 2006년 10월 9일 첫 핵실험을 했다."],
        [("ASSAULT", None, "occurred", {"북한": "source"})],
        "no missile flew",
    ),
    (
        ["북한은 3월 4일 은하 3호를 쏘았다."],
        [("ASSAULT", "missile-test", "occurred", {"북한": "source"})],
        "a rocket by its name alone",
    ),
    (
        ["북한은 3일 6자회담에서 발을 뺐다."],
        [("REJECT", None, "occurred", {"북한": "source"})],
        "out of talks one does not withdraw troops",
    ),
    (
        ["라오스가 북한에 식량 5만t을 지원한다."],
        [("AID", None, "planned", {"라오스": "source", "북한": "target"})],
        "the present tense of a lead announces help",
    ),
    (
        ["왕이 부장은 5일 라오스가 몽골에 어선을 넘겨 달라고 요청했다고 밝혔다."],
        [("REQUEST", None, "occurred", {"라오스": "source", "몽골": "target"})],
        "who wants it for himself asks, not who tells of it",
    ),
    (
        [
            "북한이 7일 로켓을 쏘아 올렸다.",
            "유엔 안전보장이사회는 8일 긴급회의를 열었다. 이사국들은 발사를 규탄했다.",
            "통룬 시술릿 라오스 국가주석은 8일 이번 발사를 “도발”이라고 비난했다.",
        ],
        [
            ("ASSAULT", "missile-test", "occurred", {"북한": "source"}),
            ("CONSULT", "multilateral", "occurred", {"유엔 안전보장이사회": "party"}),
            ("ACCUSE", None, "occurred", {"유엔 안전보장이사회": "source", "북한": "target"}),
            ("ACCUSE", None, "occurred", {"통룬 시술릿": "source", "북한": "target"}),
        ],
        "whose launch it was; the council and a president are two",
    ),
    (
        ["유엔 안전보장이사회는 8일 라오스와 몽골의 요청에 따라 긴급회의를 열었다."],
        [
            ("CONSULT", "multilateral", "occurred", {"유엔 안전보장이사회": "party"}),
            (
                "REQUEST",
                None,
                "occurred",
                {"라오스": "source", "몽골": "source", "유엔 안전보장이사회": "target"},
            ),
        ],
        "of whom a session was asked",
    ),
    (
        ["라오스 외교부는 5일 북한이 페루에 포탄을 보냈다는 몽골의 주장을 거짓이라고 반박했다."],
        [
            ("AID", "military", "alleged", {"북한": "source", "페루": "target"}),
            ("REJECT", None, "occurred", {"라오스 외교부": "source", "몽골": "target"}),
        ],
        "claimed by one, denied by the other",
    ),
    (
        [
            "최선희 북한 외무상은 5일 몽골 울란바토르에서 왕이 중국 외교부장과 회담했다.",
            "외무상의 방문은 2018년 12월 리용호 당시 외무상 이후 처음이다.",
            "두 장관은 교류계획에 서명했다.",
        ],
        [
            ("CONSULT", "meeting", "occurred", {"최선희": "party", "왕이": "party"}),
            ("AGREE", "sign", "occurred", {"최선희": "party", "왕이": "party"}),
        ],
        "those two ministers who met",
    ),
    (
        [
            "최선희 북한 외무상이 5일 몽골을 방문했다.",
            "북한 외무상이 몽골을 찾은 건 2018년 12월 리용호 당시 외무상 이후 처음이다.",
        ],
        [
            ("CONSULT", "visit", "occurred", {"최선희": "source", "몽골": "target"}),
            ("CONSULT", "visit", "occurred", {"리용호": "source", "몽골": "target"}),
        ],
        "the first since somebody else's",
    ),
    (
        ["통신은 방송을 인용해 몽골이 라오스 대사에게 5일 안에 떠나라고 명령했다고 보도했다."],
        [("SANCTION", None, "occurred", {"몽골": "source", "라오스": "target"})],
        "who orders, with what is ordered between",
    ),
    (
        ["‘북중 우호의 해’ 개막식이 5일 평양에서 열렸다. 북중 친선의 해 폐막식도 열렸다."],
        [("CONSULT", "ceremony", "occurred", {"북한": "party", "중국": "party"})],
        "the name tells whose ceremony it is; told again it is the same",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), CASES)
def test_told(paragraphs: list[str], expected: list[Told], why: str) -> None:
    found = read_paragraphs(*paragraphs, published="2025-03-08").events
    told = [
        (e.type, e.mode, e.status.value, {p.name: p.role.value for p in e.participants})
        for e in found
    ]
    assert sorted(told, key=str) == sorted(expected, key=str), why


def test_the_day_behind_what_was_asked_is_that_of_who_tells() -> None:
    found = read_paragraphs(
        "왕이 부장은 3일 라오스에 회담을 열자고 제안했다고 신화통신이 4일 전했다.",
        published="2025-03-08",
    ).events
    assert [(e.type, e.date) for e in found] == [("REQUEST", "2025-03-03")]
