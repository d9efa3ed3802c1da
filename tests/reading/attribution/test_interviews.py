"""Questions and answers on a page, and texts that it prints in full; every line is invented."""

from __future__ import annotations

import pytest

from factory import document_of, read_paragraphs
from haengbo.model.reading import Status
from haengbo.reading.attribution import find_attributions

LEAD = "조현 외교부 장관은 5일 기자들과 만나 대표단이 곧 떠난다고 밝혔다."
CHO = ("조현",)
PUBLISHED = "2025-03-06"


def answers(*paragraphs: str) -> list[tuple[tuple[str, ...], str, str]]:
    document = document_of(*paragraphs, published=PUBLISHED)
    found = find_attributions(document).statements
    return [(s.speaker, s.span.of(document.text), s.form.value) for s in found]


INTERVIEWS = [
    (
        [f"{LEAD} 다음은 일문일답.", "―러시아에 무엇을 제안했나.", "“배편을 늘리자고 했다.”"],
        [(CHO, "배편을 늘리자고 했다.")],
        "whoever spoke before answers",
    ),
    (
        [
            LEAD,
            "◇ 다음은 기자들과의 문답이다.",
            "▲ 러시아가 답했나.",
            "– “아직이다. 더 기다린다.”",
        ],
        [(CHO, "아직이다. 더 기다린다.")],
        "a sign for questions, another for answers",
    ),
    (
        [
            "세르게이 라브로프 러시아 외무장관이 5일 서울에 왔다.",
            "다음은 라브로프 장관과의 일문일답.",
            "Q. 얼마나 머무나.",
            "A. 이틀 머문다.",
        ],
        [(("세르게이 라브로프",), "이틀 머문다")],
        "whom the opening names; letters; no marks",
    ),
    (
        [LEAD, "Q: 언제 떠나나?", "A: “내일이다.”", "Q: 누가 가나?", "A: “차관이 간다.”"],
        [(CHO, "내일이다."), (CHO, "차관이 간다.")],
        "letters open an interview by themselves",
    ),
    (
        [f"{LEAD} 다음은 일문일답.", "―언제 떠나나.", "“곧이다.”", "배는 부두에 있다.", "“길다.”"],
        [(CHO, "곧이다.")],
        "the narrator ends it",
    ),
    (
        [LEAD, "―언제 떠나나.", "“내일이다.”", "―누가 가나.", "“차관이 간다.”"],
        [(CHO, "내일이다."), (CHO, "차관이 간다.")],
        "long dashes and nothing but quotations open it by themselves",
    ),
    (
        [LEAD, "기자: 언제 떠나나?", "조현: 내일이다.", "기자: 누가 가나?", "조현: 차관이 간다."],
        [(CHO, "내일이다"), (CHO, "차관이 간다")],
        "the name before the answer is none of its words",
    ),
    (
        [f"{LEAD} 다음은 질의응답 요지이다.", "[질문] 언제 떠나나.", "[답변] “내일이다.”"],
        [(CHO, "내일이다.")],
        "labels between brackets",
    ),
    (
        [f"{LEAD} 다음은 문답.", "<문 1> 북한 외무성은 배가 늦는다고 밝혔다.", "<답> 늦지 않는다."],
        [(CHO, "늦지 않는다")],
        "what is told in a question is no answer, and the one questioned is who spoke before it",
    ),
    (
        [
            LEAD,
            "[질문] 언제 떠나나?",
            "[답변] “내일이다.”",
            "[질문] 누가 가나?",
            "[답변] 차관이 간다.",
            "배를 더 살지를 묻는 질문에는 “국방부가 답할 일”이라고 했다.",
        ],
        [(CHO, "내일이다."), (CHO, "차관이 간다"), (CHO, "국방부가 답할 일")],
        "labels in brackets, and whoever answered still speaks below",
    ),
    (
        [
            "외교부 고위 당국자는 3일 기자들과 만나 배가 곧 떠난다고 말했다.",
            "대통령실은 그날 일정이 없다고 밝혔다.",
            "― 누가 가나.",
            "“차관이 간다.”",
            "― 언제 떠나나.",
            "“내일이다.”",
        ],
        [(("외교부 고위 당국자",), "차관이 간다."), (("외교부 고위 당국자",), "내일이다.")],
        "an unnamed official who met the press answers, whoever is told of between",
    ),
    (
        [f"{LEAD} 다음은 문답.", "▲기자: 언제 떠나나?", "▲조 장관: 내일이다."],
        [(CHO, "내일이다")],
        "one sign for all, so that the label alone tells who speaks",
    ),
    (
        [LEAD, "기자) 언제 떠나나?", "조현 장관) 내일이다."],
        [(CHO, "내일이다")],
        "one question alone, where a label names who answers",
    ),
    (
        [
            LEAD,
            "다음은 조 장관과의 일문일답.",
            "―언제 떠나나.",
            "“곧이다.”",
            "―누가 가나.",
            "조 장관은 차관이 간다고 답했다.",
            "―배는.",
            "“있다.”",
        ],
        [(CHO, "곧이다."), (CHO, "있다.")],
        "an answer that the narrator tells is not printed in the person's own words",
    ),
    (
        [LEAD, "조현 장관: 길이 막혀 있습니다. 곧 열립니다."],
        [(CHO, "길이 막혀 있습니다. 곧 열립니다")],
        "a sound bite below who speaks, without marks",
    ),
    (
        [LEAD, "[조현/외교부 장관 : 길이 막혀 있습니다.]"],
        [(CHO, "길이 막혀 있습니다")],
        "the same in brackets",
    ),
    (
        [LEAD, "홍가람 / 가람연구소 소장", "“길이 막혀 있습니다.”"],
        [(("홍가람",), "길이 막혀 있습니다")],
        "who is heard stands alone on a line above",
    ),
    (
        [LEAD, "[홍가람 / 가람연구소 소장 (어제)]", "“길이 막혀 있습니다.”"],
        [(("홍가람",), "길이 막혀 있습니다")],
        "and so with the day on which it was said",
    ),
    (
        ["배가 떠났습니다 [홍가람/가람대 교수 : 길이 막혀 있습니다. 멉니다 ] 항구는 비었습니다"],
        [(("홍가람",), "길이 막혀 있습니다. 멉니다")],
        "in brackets inside a paragraph",
    ),
    (
        [LEAD, "[홍가람/가람연구소 소장 (지난 9일, 국회) : 길이 막혀 있습니다.]"],
        [(("홍가람",), "길이 막혀 있습니다")],
        "with when and where it was said",
    ),
    (
        ["⊙앵커: 배가 떠났습니다. ⊙홍가람(가람대 교수): 길이 멉니다. ⊙기자: 항구는 비었습니다."],
        [(("홍가람",), "길이 멉니다")],
        "behind a mark inside a paragraph, up to the next mark",
    ),
    (
        [LEAD, "▶ 인터뷰 : 홍가람 / 가람연구소 소장", "- “길이 막혀 있습니다.”"],
        [(("홍가람",), "길이 막혀 있습니다")],
        "announced as an interview",
    ),
    (
        [LEAD, "⊙ 홍가람 (가람연구소 소장) :", "길이 막혀 있습니다."],
        [(("홍가람",), "길이 막혀 있습니다")],
        "announced with an office in brackets and a colon",
    ),
    (
        [LEAD, "● 조현 장관: 길이 막혀 있습니다."],
        [(CHO, "길이 막혀 있습니다")],
        "behind the mark of a station",
    ),
    (
        [LEAD, "홍가람 / 가람연구소 소장", "장관은 7일 떠났다고 외교부가 밝혔다."],
        [],
        "what somebody tells is no sound bite",
    ),
    (
        [LEAD, "조현 장관: 7일 출국, 9일 귀국"],
        [],
        "a diary is no speech",
    ),
    (
        [LEAD, "― 배는 부두에 있다.", "“길다.”"],
        [],
        "one dash is no interview",
    ),
    (
        [LEAD, "- 대표단은 배로 간다.", "- 차관도 함께 간다."],
        [],
        "a list is no interview",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), INTERVIEWS)
def test_the_one_questioned_says_the_answers(
    paragraphs: list[str], expected: list[tuple[tuple[str, ...], str]], why: str
) -> None:
    direct = [(s, t) for s, t, form in answers(*paragraphs) if form == "direct"]
    assert direct == expected, why


def test_answers_have_the_day_of_the_talk() -> None:
    document = document_of(
        f"{LEAD} 다음은 일문일답.", "―내일 떠나나.", "“그렇다.”", published=PUBLISHED
    )
    found = find_attributions(document).statements
    assert [s.date for s in found] == ["2025-03-05", "2025-03-05"]


def test_who_briefs_answers_on_the_day_of_the_briefing() -> None:
    document = document_of(
        "조현 외교부 장관은 5일 정례브리핑에서 대표단이 곧 떠난다고 밝혔다.",
        "최선희 외무상은 2일 회담을 제의한다고 밝혔다.",
        "―내일 떠나나.",
        "“지난 1일 통신이 비난한 것은 안다.”",
        "―누가 가나.",
        "“차관이 간다.”",
        published=PUBLISHED,
    )
    found = find_attributions(document).statements
    assert [(s.speaker, s.date) for s in found[-2:]] == [(CHO, "2025-03-05")] * 2


def test_what_is_asked_is_no_happening() -> None:
    paragraphs = [f"{LEAD} 다음은 일문일답.", "―북한이 중국을 비난했나.", "“모르는 일이다.”"]
    assert read_paragraphs(*paragraphs, published=PUBLISHED).events == ()


def test_what_the_answer_refutes_is_denied_by_the_one_questioned() -> None:
    paragraphs = [
        f"{LEAD} 다음은 일문일답.",
        "―최선희 북한 외무상이 다음 달 중국을 방문한다는 보도가 있다.",
        "“사실과 다르다. 들은 바 없다.”",
    ]
    event = read_paragraphs(*paragraphs, published=PUBLISHED).events[0]
    assert (event.mode, event.status) == ("visit", Status.DENIED)
    assert [link.name for link in event.chain] == ["조현"]


TEXTS = [
    ("리창대 북한 외무성 부상은 4일 다음과 같은 담화를 발표하였다.", "리창대", "담화를 발표하다"),
    ("리창대 북한 외무성 부상이 4일 아래와 같은 성명을 냈다.", "리창대", "성명을 내다"),
    ("리창대 북한 외무성 부상은 4일 담화를 발표하였다:", "리창대", "a colon"),
    (
        "리창대 북한 외무성 부상은 4일 통신사 기자가 제기한 질문에 다음과 같이 대답하였다.",
        "리창대",
        "an answer printed in full",
    ),
    ("국방성 대변인은 4일 다음과 같은 공보를 발표하였다.", "국방성 대변인", "without a name"),
]


@pytest.mark.parametrize(("opening", "issuer", "why"), TEXTS)
def test_a_text_opened_by_what_follows_is_its_issuer_s(opening: str, issuer: str, why: str) -> None:
    found = answers(
        opening, "적들의 함선이 또 나타났다. 우리는 지켜볼것이다.", "2025년 3월 4일", "원 산"
    )
    assert found == [
        ((issuer,), "적들의 함선이 또 나타났다", "document"),
        ((issuer,), "우리는 지켜볼것이다", "document"),
    ], why


def test_quotations_after_the_opening_are_read_one_by_one() -> None:
    opening = "리창대 북한 외무성 부상은 4일 다음과 같은 담화를 발표했다."
    found = answers(opening, "“함선이 또 나타났다”며 리 부상은 “지켜볼 것”이라고 경고했다.")
    assert [text for _, text, _ in found] == ["함선이 또 나타났다", "지켜볼 것"]
