"""Whose words they are where others act, answer or publish in the same sentence; all invented."""

from __future__ import annotations

import pytest

import haengbo
from factory import document_of
from haengbo.reading.attribution import find_attributions

LEAD = "한반도 소식이 이어졌다."
DPRK, AGENCY = ("북한",), "조선중앙통신"
PANEL = ("유엔 안보리 대북제재위원회 전문가패널",)


def said(*paragraphs: str) -> list[tuple[tuple[str, ...], str, list[str]]]:
    document = document_of(LEAD, *paragraphs)
    found = find_attributions(document).statements
    return [(s.speaker, s.span.of(document.text), [x.name for x in s.chain]) for s in found]


WORDS = [
    (
        "왕이 부장은 몽골을 방문했고, 북한은 일본의 훈련을 침략 연습이라고 비난했다.",
        [(DPRK, "일본의 훈련을 침략 연습", [])],
        "what is called so is taken by the verb of whoever is named behind the act of another",
    ),
    (
        "왕이 부장은 제안을 반겼고 북한은 응해야 한다고 말했다.",
        [(("왕이",), "북한은 응해야 한다", [])],
        "of whom it is said what that one ought to do does not say so",
    ),
    (
        "왕이 부장은 북한이 일본이 약속을 어겼다며 사과를 촉구한 데 대해 말을 아꼈다.",
        [(DPRK, "일본이 약속을 어겼다", [])],
        "of the clause that others respond to, whose clause it is has said the words in it",
    ),
    (
        "왕이 부장은 북한이 “길은 멀다”며 사과를 촉구한 것과 관련해 말을 아꼈다.",
        [(DPRK, "길은 멀다", [])],
        "so in quotation marks",
    ),
    (
        "최선희 외무상은 4일 북한이 무너질 것이라고 한 마리야 자하로바 대변인을 꾸짖었다.",
        [(("마리야 자하로바",), "북한이 무너질 것", [])],
        "who is blamed has said what describes her, in whatever case she stands",
    ),
    (
        "이번 일은 최선희 외무상이 라오스와 만날 용의가 있다고 밝힌 지 하루 만에 알려졌다.",
        [(("최선희",), "라오스와 만날 용의가 있다", [])],
        "what was said first is said, whatever came then",
    ),
    (
        "최선희 외무상은 길을 열자는 마리야 자하로바 대변인의 제안을 거절했다. 초청도 물리쳤다.",
        [],
        "who turns down a proposal has not made it",
    ),
    (
        "최선희 외무상은 “길은 멀다”고 했다. 러시아는 때를 놓쳤다고도 했다.",
        [(("최선희",), "길은 멀다", []), (("최선희",), "러시아는 때를 놓쳤다", [])],
        "what else was said is said by the one who spoke",
    ),
    (
        (
            "최선희 외무상은 “길은 멀다”고 했다. 또 러시아가 길을 열겠다는 뜻을 밝혔으며, 배를 "
            "늘리겠다고 약속했다고 전했다."
        ),
        [
            (("최선희",), "길은 멀다", []),
            (("러시아",), "길을 열겠다", ["최선희"]),
            (("러시아",), "배를 늘리겠다", ["최선희"]),
        ],
        "both halves are told by whoever spoke before",
    ),
    (
        "북한이 배를 보냈다고 폭로했던 마리야 자하로바 대변인은 5일 길이 멀다고 밝혔다.",
        [
            (("마리야 자하로바",), "북한이 배를 보냈다", []),
            (("마리야 자하로바",), "길이 멀다", []),
        ],
        "who is described by what was said before has said both",
    ),
    (
        "최선희 외무상은 마리야 자하로바 대변인이 길이 멀다고 한 것을 거론하며 “빗나갔다”고 했다.",
        [(("마리야 자하로바",), "길이 멀다", []), (("최선희",), "빗나갔다", [])],
        "what another said is taken up",
    ),
    (
        "최선희 외무상은 “길은 멀다”며 배를 늘리고 문을 열자고 제안했다.",
        [(("최선희",), "길은 멀다", []), (("최선희",), "배를 늘리고 문을 열자", [])],
        "the first part of a proposal says nothing by itself",
    ),
    (
        "최선희 외무상은 길이 멀 뿐이라며 제재를 풀라고 촉구했다.",
        [(("최선희",), "길이 멀 뿐", []), (("최선희",), "제재를 풀라", [])],
        "what is wanted stands beside what is held to be so",
    ),
    (
        "최선희 외무상은 “길은 멀다”고 했다. 또 자하로바 대변인이 와 줄 것을 요청했다.",
        [(("최선희",), "길은 멀다", []), (("최선희",), "자하로바 대변인이 와 줄 것", [])],
        "of whom it is wished does not wish it",
    ),
    (
        "러시아에서는 마리야 자하로바 대변인이 회견에서 길이 멀다고 밝혔다.",
        [(("마리야 자하로바",), "길이 멀다", [])],
        "a state is where a person speaks",
    ),
    (
        (
            "조선중앙통신은 5일 대표단이 떠난다고 보도했다. 보도에서는 박 위원장이 단장을 맡고"
            " 이번 방문은 “친선을 위한 것”이라고 밝혔다."
        ),
        [((AGENCY,), "친선을 위한 것", [])],
        "in a report its medium speaks, not who is told of there",
    ),
    (
        "미국이 훈련을 시작하자 북한이 대응에 나설 수 있다고 경고했다.",
        [(DPRK, "대응에 나설 수 있다", [])],
        "who acted first did not speak",
    ),
    (
        "두 사람이 마주 앉은 회담에서 북한은 대응에 나설 수 있다고 경고했다.",
        [(DPRK, "대응에 나설 수 있다", [])],
        "who sits there only describes the talks",
    ),
    (
        "북한 외무성 대외정책실장은 1일 담화를 내고 미국이 “판을 흔든다”고 주장했다.",
        [(("북한 외무성 대외정책실장",), "판을 흔든다", [])],
        "이/가 right before the words is spoken of, where a topic has acted first",
    ),
    (
        "북한 외무성 대변인은 “지켜본다”고 했다. 그러면서 안보리가 “이중잣대를 댄다”고 비난했다.",
        [
            (("북한 외무성 대변인",), "지켜본다", []),
            (("북한 외무성 대변인",), "이중잣대를 댄다", []),
        ],
        "그러면서 keeps the speaker, whoever is spoken of",
    ),
    (
        "양측은 지원에 합의했지만 북한이 합의에 매이지 않겠다고 선언했다.",
        [(DPRK, "합의에 매이지 않겠다", [])],
        "behind a contrast who speaks of the own will",
    ),
    (
        "러시아는 미국이 조약에서 빠지자 더는 묶이지 않겠다고 발표했다.",
        [(("러시아",), "더는 묶이지 않겠다", [])],
        "what is willed begins behind what it is willed upon",
    ),
    (
        "박서준 통일부 대변인은 “길은 있다”고 운을 뗀 뒤 쌀을 보내겠다고 약속했다.",
        [(("박서준",), "길은 있다", []), (("박서준",), "쌀을 보내겠다", [])],
        "two utterances, the first with a verb that nobody lists",
    ),
    (
        "박서준 통일부 대변인은 “반대한다”고 밝히고, 미국이 훈련을 멈출 것을 요구했다.",
        [(("박서준",), "반대한다", []), (("박서준",), "미국이 훈련을 멈출 것", [])],
        "-고 keeps the speaker, whoever shall do it",
    ),
    (
        "조선중앙통신은 외무성 성명을 내보내 “맞서 나갈 것”이라고 위협했다.",
        [(("북한 외무성",), "맞서 나갈 것", [AGENCY])],
        "whose text the agency airs speaks in it",
    ),
    (
        "조선중앙통신은 논평을 내보내 “맞서 나갈 것”이라고 위협했다.",
        [((AGENCY,), "맞서 나갈 것", [])],
        "a commentary that is nobody's is the agency's own",
    ),
    (
        "중국이 석유를 보냈느냐고 묻자 박서준 통일부 대변인은 “말할 것이 없다”고 답했다.",
        [(("박서준",), "말할 것이 없다", [])],
        "who is asked about does not ask",
    ),
    (
        "쿠바가 무역을 멈췄다고 한국 정부에 알려 왔다.",
        [(("쿠바",), "무역을 멈췄다", [])],
        "to whom it is made known stands beside",
    ),
    (
        "타스통신은 북한측이 보수를 요청했으나 러시아측은 빚을 갚아야 한다며 거절했다고 전했다.",
        [(("러시아",), "빚을 갚아야 한다", ["타스통신"])],
        "who asked before the contrast does not answer",
    ),
    (
        (
            "스웨덴 외교부는 대사가 돌아갔다고 밝히면서 북측에 길을 열라고 촉구했다고"
            " 로이터통신이 전했다."
        ),
        [
            (("스웨덴 외교부",), "대사가 돌아갔다", ["로이터통신"]),
            (("스웨덴 외교부",), "북측에 길을 열라", ["로이터통신"]),
        ],
        "-면서 keeps the speaker in what an agency tells at the end",
    ),
    (
        (
            "김정은 국무위원장이 다시 뽑힌 또 럼 서기장에게 축전을 보내"
            " “높이 오를 것”이라고 밝혔다고 조선중앙통신이 전했다."
        ),
        [(("김정은",), "높이 오를 것", [AGENCY])],
        "the receiver is described; the only one who acts speaks",
    ),
    (
        "박서준 통일부 대변인은 발사를 규탄하고 도발을 멈추라고 촉구했다.",
        [(("박서준",), "도발을 멈추라", [])],
        "an attitude shown before is no part of the wish",
    ),
    (
        "김명철 대사는 회담이 끝난 뒤 성명을 읽으며 미국이 빈손으로 왔다고 주장했다.",
        [(("김명철",), "미국이 빈손으로 왔다", [])],
        "when and how it was said is not said",
    ),
    (
        "북한이 미사일을 쐈다고 밝혔다.",
        [],
        "to nobody: who found out may be left out",
    ),
    (
        "외교부 당국자는 “어렵다”고 말했다. 값이 없다는 게 이 당국자의 설명이다.",
        [(("외교부 당국자",), "어렵다", []), (("외교부 당국자",), "값이 없다", [])],
        "the genitive points back",
    ),
    (
        "북한이 합의를 깼다고 유엔 전문가패널이 3일 제출한 보고서에서 밝혔습니다.",
        [(PANEL, "북한이 합의를 깼다", [])],
        "whose text it is says what stands in it, though 이/가 describes the text",
    ),
    (
        "김여정 부부장이 담화를 냈다. 국방부가 훈련을 늘리겠다고 밝힌 데 대해 “괴상하다”고 했다.",
        [(("한국 국방부",), "훈련을 늘리겠다", []), (("김여정",), "괴상하다", [])],
        "who is answered does not answer",
    ),
    (
        "김여정 부부장이 담화를 냈습니다. 군이 배를 쫓은 걸 비난한 겁니다. “괴상하다”고 했습니다.",
        [(("김여정",), "괴상하다", [])],
        "what somebody did is what another speaks of",
    ),
    (
        "박철호 부상을 단장으로 하는 대표단이 왔다. 축하한 단장은 “반갑다”고 말했다.",
        [(("박철호",), "반갑다", [])],
        "who was said to lead it; 축하한 is no name",
    ),
]


def test_an_agency_that_gives_an_account_says_none_of_it_itself() -> None:
    spokesman = ("북한 외무성 대변인",)
    assert said(
        "북한 외무성 대변인 담화를 여러 나라에서 보도하였다.",
        "로씨야의 따쓰통신은 다음과 같이 전하였다.",
        "대변인은 미국과 대화할 생각이 없다고 주장하였다.",
        "그는 제재는 통하지 않을것이라고 강조하였다.",
        "중국의 신화통신은 다음과 같이 보도하였다.",
        "북한 외무성 대변인은 길은 하나라고 밝혔다.",
    ) == [
        (spokesman, "미국과 대화할 생각이 없다", ["타스통신"]),
        (spokesman, "제재는 통하지 않을것", ["타스통신"]),
        (spokesman, "길은 하나", ["신화통신"]),
    ]


@pytest.mark.parametrize(("paragraph", "expected", "why"), WORDS)
def test_whose_words(
    paragraph: str, expected: list[tuple[tuple[str, ...], str, list[str]]], why: str
) -> None:
    assert said(paragraph) == expected, why


BUNDLE = """[원문] 조선중앙통신 기사 묶음
올린 날 2024-11-02

◆ 로씨야대표단 도착
(평양 10월 30일발 조선중앙통신) 로씨야국방성대표단이 30일 평양에 도착하였다.

◆ 뿌찐대통령에게 위문전문
(평양 10월 31일발 조선중앙통신) 김정은동지께서는 31일 로씨야대통령에게 위문전문을 보내시였다.
전문은 우리 인민이 아픔을 함께 나누고있다고 지적하였다.
"""


def test_a_heading_between_reports_heads_no_text() -> None:
    """뿌찐대통령에게 위문전문: it parts two reports, and he only receives what is told of."""
    assert [s.speaker for s in haengbo.read(BUNDLE).statements] == [("김정은",)]
