"""Reactions to tests and offers, and what the same words do not tell. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

KIM = "박도윤 통일부 장관"
Found = list[tuple[str, str, dict[str, str]]]

CASES: list[tuple[str, Found, str]] = [
    (
        "왕이 중국 외교부장은 관련국이 북한의 제안을 거부했다고 말했다.",
        [],
        "who turned it down has no name, and who tells of it did not",
    ),
    (
        "라오스 외교부는 3일 북한이 몽골에 보복하겠다고 위협한 데 대해 말을 아꼈다.",
        [("THREATEN", "occurred", {"북한": "source", "몽골": "target"})],
        "a threat that others respond to has been made",
    ),
    (
        "라오스는 북한을 규탄하는 성명을 낼 것을 몽골에 요구했다.",
        [("REQUEST", "occurred", {"라오스": "source", "몽골": "target"})],
        "what a text shall say that somebody wants nobody has said",
    ),
    (
        "북한이 몽골의 훈련을 도발이라고 비난했다고 라오스 외교부가 밝혔다.",
        [("ACCUSE", "occurred", {"북한": "source", "몽골": "target"})],
        "who tells of the words does not call it so",
    ),
    (
        "일본은 북한이 미사일을 쏜 데 대해 3일 “용납할 수 없다”고 규탄했다.",
        [
            ("ASSAULT", "occurred", {"북한": "source"}),
            ("ACCUSE", "occurred", {"일본": "source", "북한": "target"}),
        ],
        "a day between whose deed it is and the words",
    ),
    (
        "일본이 오염수를 내보낸 데 대해 북한은 3일 강력히 규탄했다.",
        [("ACCUSE", "occurred", {"북한": "source", "일본": "target"})],
        "what is answered stands before who answers",
    ),
    (
        "북한이 일본과 미국이 합의를 어겼다고 주장한 데 대해 한국이 3일 강력히 비판했다.",
        [
            ("ACCUSE", "occurred", {"북한": "source", "일본": "target", "미국": "target"}),
            ("ACCUSE", "occurred", {"한국": "source", "북한": "target"}),
        ],
        "who claimed it is blamed, not who broke it",
    ),
    (
        "미국은 북한에 자금을 대 온 회사를 3일 제재했다.",
        [("SANCTION", "occurred", {"미국": "source", "북한": "target"})],
        "who gave has no name here",
    ),
    (
        "한국 통일부는 3일 북측의 요구에 대해 통지문을 발송했다.",
        [],
        "whose the request is has sent nothing",
    ),
    (
        "북한 외무성 대변인은 3일 담화를 발표했다. 대변인은 일본을 규탄했다.",
        [("ACCUSE", "occurred", {"북한 외무성": "source", "일본": "target"})],
        "the spokesman goes on for the office",
    ),
    (
        "일본은 3일 북한이 미사일을 쏜 데 대해 유엔 안보리 결의 위반이라고 규탄했다.",
        [
            ("ASSAULT", "occurred", {"북한": "source"}),
            ("ACCUSE", "occurred", {"일본": "source", "북한": "target"}),
        ],
        "whose deed it is that the words are about",
    ),
    (
        "북한이 도발하면 미국이 무역을 끊을 것이라는 전망이 나온다.",
        [("SANCTION", "predicted", {"미국": "source", "북한": "target"})],
        "foreseen, by nobody who would do it",
    ),
    (
        "북한이 3일 동해로 탄도미사일을 쏘자 한국과 일본은 엄중히 항의했다.",
        [
            ("ASSAULT", "occurred", {"북한": "source"}),
            ("PROTEST", "occurred", {"한국": "source", "일본": "source", "북한": "target"}),
        ],
        "what one does as soon as another acted is about that",
    ),
    (
        "북한 외무성은 3일 일본을 규탄하고 훈련 중단을 촉구했다.",
        [
            ("ACCUSE", "occurred", {"북한 외무성": "source", "일본": "target"}),
            ("REQUEST", "occurred", {"북한 외무성": "source", "일본": "target"}),
        ],
        "who is blamed is asked in the same breath",
    ),
    (
        "북한이 3일 동해로 탄도미사일을 쐈다. 일본은 이를 강력히 비난했다.",
        [
            ("ASSAULT", "occurred", {"북한": "source"}),
            ("ACCUSE", "occurred", {"일본": "source", "북한": "target"}),
        ],
        "what 이를 takes up is whose deed it was",
    ),
    (
        "한미 군은 3일 동해로 미사일 네 발을 쏘며 대응했다. 북한은 말이 없다.",
        [],
        "the subject names others: no test of the North's",
    ),
    (
        "박춘남 유엔 주재 북한대사는 3일 이번 결의를 전면 거부한다고 말했다.",
        [("REJECT", "occurred", {"박춘남": "source"})],
        "a resolution refused, whoever passed it",
    ),
    (
        "통일부는 통신 체계 복구를 북한에 제의할 방침이다.",
        [("REQUEST", "planned", {"통일부": "source", "북한": "target"})],
        "an offer still to be made",
    ),
    (
        f"{KIM}은 3일 이번 폭파에 대해 강한 유감을 표명했다.",
        [("ACCUSE", "occurred", {"박도윤": "source"})],
        "strong regret is blame",
    ),
    (f"{KIM}은 3일 희생자에 대해 유감을 표명했다.", [], "plain regret is none"),
    (
        "이라크는 지난해 3월 어업 협정 파기를 북한에 통보했다.",
        [("SANCTION", "occurred", {"이라크": "source"})],
        "a treaty cast off by a noun",
    ),
    (
        "몽골은 북한을 공격할 의사가 없다고 3일 밝혔다.",
        [],
        "what one has no mind to do is no attack",
    ),
    (
        "북한에 억류됐던 미국 선교사 두 명이 3일 풀려났다.",
        [("RETREAT", "occurred", {"북한": "source", "미국": "target"})],
        "out of whose hands they came is told with it",
    ),
    (
        "몽골 외교부는 3일 북한이 억류했던 몽골 선교사를 석방했다고 발표했다.",
        [("RETREAT", "occurred", {"북한": "source", "몽골": "target"})],
        "who held them lets them go, not who tells of it",
    ),
    (
        "북한은 3일 억류하던 몽골 기자를 추방했다.",
        [("COERCE", "occurred", {"북한": "source", "몽골": "target"})],
        "people who were held are driven out",
    ),
    (
        "북한과 몽골은 3일 외교관계를 복원하는 합의서에 서명했다.",
        [("AGREE", "occurred", {"북한": "party", "몽골": "party"})],
        "what a paper is about is that paper",
    ),
    (
        "북한은 3일 핵실험을 중단하는 데 동의했다.",
        [("RETREAT", "planned", {"북한": "source"})],
        "what one consents to is not done yet",
    ),
    (
        "미국 상원은 3일 대북제재 강화법안을 가결했다.",
        [("SANCTION", "occurred", {"미국 상원": "source", "북한": "target"})],
        "a law of sanctions",
    ),
    (
        "이도윤 한국 외교부 장관이 3일 몽골 공식 방문길에 올랐다. 북한 문제도 다룬다.",
        [("CONSULT", "occurred", {"이도윤": "source", "몽골": "target"})],
        "the way of a visit names where it leads",
    ),
    (
        "북한은 3일 실무접촉을 열자는 한국의 제안에 동의했다.",
        [("AGREE", "occurred", {"북한": "party", "한국": "party"})],
        "to say yes is to agree",
    ),
    ("북한은 한국의 제안에 답하지 않았다.", [], "to say nothing is not"),
    (
        "북한은 한국의 제안에 응하지 않았다.",
        [("REJECT", "occurred", {"북한": "source", "한국": "target"})],
        "not to take it up is to refuse it",
    ),
    (
        "남과 북은 3일 판문점에서 실무접촉을 시작했다.",
        [("CONSULT", "occurred", {"한국": "party", "북한": "party"})],
        "the two halves of the country",
    ),
    (
        f"북한 외무성 부상 김정규와 {KIM}은 3일 정오쯤 판문점에서 만났다.",
        [("CONSULT", "occurred", {"김정규": "party", "박도윤": "party"})],
        "about noon",
    ),
    (
        f"{KIM} 역시 3일 평양에 도착했다.",
        [("CONSULT", "occurred", {"박도윤": "source", "북한": "target"})],
        "역시 marks the subject",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_reactions(text: str, expected: Found, why: str) -> None:
    found = read_paragraphs(text, published="2025-03-08").events
    told = [(e.type, e.status.value, {p.name: p.role.value for p in e.participants}) for e in found]
    assert told == expected, why


def test_a_feast_listed_before_a_signing_is_called_off_with_it() -> None:
    text = "도널드 트럼프 대통령과 김정은 국무위원장은 3일 예정된 오찬과 서명식을 취소했다."
    found = read_paragraphs(text, published="2025-03-08").events

    assert {(e.type, e.mode, e.status.value) for e in found} == {
        ("CONSULT", "reception", "not_occurred"),
        ("AGREE", "sign", "not_occurred"),
    }


def test_a_joint_statement_speaks_for_those_who_met() -> None:
    found = read_paragraphs(
        f"{KIM}과 사토 겐지 일본 외무상은 3일 도쿄에서 회담했다.",
        "공동성명은 북한에 대화 복귀를 촉구했다.",
        published="2025-03-08",
    ).events
    asked = next(e for e in found if e.type == "REQUEST")

    assert {p.name: p.role.value for p in asked.participants} == {
        "박도윤": "source",
        "사토 겐지": "source",
        "북한": "target",
    }


def test_who_speaks_of_a_meeting_after_an_arrival_is_not_at_it() -> None:
    text = (
        "마크 리드 미국 국무부 대변인은 김정규 북한 외무성 부상이 뉴욕에 도착해 학자들과 "
        "만난 뒤 사토 겐지 일본 외무상과 회담할 것이라고 말했다."
    )
    found = read_paragraphs(text, published="2025-03-08").events
    meeting = next(e for e in found if e.mode == "meeting")

    assert {p.name for p in meeting.participants} == {"김정규", "사토 겐지"}
