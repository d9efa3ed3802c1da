"""On which day something was said. PUBLISHED of the factory is the page's day; all invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

SAID = [
    (
        (
            "환영의식이 3일 평양에서 진행되였다.",
            "김정은동지께서 환영의식에 참석하시여 연설하시였다.",
            "김정은동지께서는 《우리의 전우들은 기적을 안아왔다》고 말씀하시였다.",
        ),
        "2024-11-03",
        "at the ceremony that the text dates",
    ),
    (
        (
            "유엔 안전보장이사회 회의가 2일 열렸다.",
            "바실리 네벤자 러시아대사는 회의에서 “제재는 낡았다”고 말했다.",
        ),
        "2024-11-02",
        "in the meeting",
    ),
    (
        (
            "세르게이 라브로프 러시아 외무장관은 2일 최선희 외무상과 회담했다.",
            "라브로프 장관은 한가람 조정관의 1일 주장을 두고 “소문이 또 돈다”고 반박했다.",
        ),
        "2024-11-02",
        "a day between whose it is and the claim is of that claim",
    ),
    (
        (
            "유엔 안전보장이사회 회의가 2일 열렸다.",
            "바실리 네벤자 러시아대사는 회의를 앞두고 “제재는 낡았다”고 말했다.",
        ),
        None,
        "before the meeting: on what day it does not say",
    ),
    (
        (
            "유엔 안전보장이사회가 2일 뉴욕에서 공개회의를 열었다.",
            "바실리 네벤자 주유엔 러시아대사는 “제재는 낡았다”고 말했다.",
        ),
        "2024-11-02",
        "an envoy to the house speaks on the day on which it met",
    ),
    (
        (
            "유엔 안전보장이사회가 2일 뉴욕에서 공개회의를 열었다. 회의장은 가득 찼다.",
            "알렉산드르 마체고라 주북 러시아대사는 “제재는 낡았다”고 말했다.",
        ),
        None,
        "an envoy elsewhere may speak on any day",
    ),
    (
        (
            "10월 30일 취임한 이가람 외교장관은 1일 베이징에 도착했다.",
            "이 장관은 “길을 찾겠다”고 말했다.",
        ),
        "2024-11-01",
        "the day of a clause that only says who he is shows nobody acting",
    ),
    (
        (
            "조선주재 라오스대사관이 3일 평양에서 연회를 마련하였다.",
            "외무상 최선희동지, 관계부문 일군들이 연회에 초대되였다.",
            "라오스대사와 대사관성원들이 참가하였다.",
            "최선희동지는 친선을 넓히는것은 공화국정부의 립장이라고 강조하였다.",
        ),
        "2024-11-03",
        "who was asked to what was held spoke there",
    ),
    (
        (
            "[신화망 베이징 11월 4일] 수교 기념 모임이 2일 베이징에서 열렸다.",
            "마차오쉬 중국 외교부 부부장은 축사에서 “길이 넓어졌다”고 말했다.",
        ),
        "2024-11-02",
        "a speech at what was held, not on the day of the dateline",
    ),
    (
        (
            "세르게이 랍코프 러시아 외무차관은 1일 조약을 논의하겠다고 밝혔다.",
            "2일부터 평양을 찾는 랍코프 차관은 “제안은 살아 있다”고 말했다.",
        ),
        "2024-11-01",
        "from when on somebody is there is no day on which he speaks",
    ),
    (
        ("북한은 2일 남측 연락관과 통화하면서 4일 접촉에는 나갈 수 없다고 알려왔다.",),
        "2024-11-02",
        "the day of a noun within the words",
    ),
    (
        (
            "북한은 2일 외무성 대변인 성명을 통해 대표단을 보내지 않겠다고 밝혔다.",
            "이 대변인은 “회담을 피하는 쪽은 미국”이라고 강조했다.",
        ),
        "2024-11-02",
        "whose words were told right before",
    ),
    (
        (
            "최선희 북한 외무상이 2일 모스크바에 도착해 협정에 서명했다. 비가 내렸다.",
            "이틀 일정으로 온 최 외무상은 짐을 푼 뒤 세르게이 라브로프 러시아 외무장관과 만났다.",
            "라브로프 장관은 “길이 넓어졌다”고 말했다.",
        ),
        "2024-11-02",
        "told on of the same day",
    ),
    (
        (
            "세르게이 라브로프 러시아 외무장관은 1일부터 3일까지 평양에 머물렀다. 비가 내렸다.",
            "최선희 북한 외무상과 라브로프 장관이 마주 앉았다.",
            "비가 그쳤다. 최 외무상은 “길이 넓어졌다”고 말했다.",
        ),
        None,
        "of several days none is the one",
    ),
    (
        (
            "조선중앙통신은 4일 “최선희동지가 2일 하노이에서 부이 타인 선 동지를 만났다”고 전했다.",
            "통신은 최 외무상이 친선을 넓히자고 말했다고 덧붙였다.",
        ),
        "2024-11-02",
        "what a medium tells in its own words shows people too",
    ),
]


SAID_IN_ONE_PARAGRAPH = [
    (
        (
            "김성호 국방상은 3일 떠났다. 그는 이에 앞서 2일 왕이 부장과 만났다."
            " 이 자리에서 왕이 부장은 “할 일이 많다”고 했고, 김 국방상은 길이 열렸다고 화답했다."
        ),
        ["2024-11-02", "2024-11-02"],
        "only the second answers, and not who spoke elsewhere",
    ),
    (
        (
            "지난 1일 라오스를 거쳐 들어온 김성호 국방상은 2일 왕이 부장을 예방했다."
            " 왕이 부장은 “반갑다”고 말했다."
        ),
        ["2024-11-02"],
        "not on the day on which the guest, as he is described, had come",
    ),
    (
        "중국은 지난 9월 7일 북한 대사를 추방했다. 중국 외교부는 “용납할 수 없다”고 밝혔다.",
        ["2024-09-07"],
        "the ministry of the state of which the paragraph just told",
    ),
    (
        "북한은 6자회담에서 떠나겠다고 선언했고, 지난 9월 25일에는 다시 핵실험을 했다.",
        [None],
        "the sentence comes to that day afterwards",
    ),
    (
        "남북은 2일 협정에 서명했다. 조명균 장관은 “길을 열자”고 했고, 리선권도 이날 웃었다.",
        ["2024-11-02"],
        "a day told of before and again",
    ),
    (
        "남북은 2일 접촉을 가졌다. 조명균 장관은 접촉이 끝난 뒤 “길을 열자”고 말했다.",
        ["2024-11-02"],
        "right after what was held",
    ),
    (
        "외교부는 3일 한가람 대사를 초치했다. 김홍균 1차관은 “협력을 멈추라”고 촉구했다.",
        ["2024-11-03"],
        "a paragraph goes on about its day",
    ),
    (
        "외교부는 3일 대사를 초치했다. 도예린 교수는 “관계가 멀어질 것”이라고 말했다.",
        [None],
        "an analyst may speak on any day",
    ),
    (
        "장관은 3일 평양에 갔다. 중국 외교부는 방문을 환영한다고 밝혔다.",
        [None],
        "an office may have spoken on any day since",
    ),
    (
        "북한이 4일 오전 발사체를 쐈다고 합동참모본부가 밝혔다.",
        ["2024-11-04"],
        "between what is told of and the page of the same day",
    ),
    (
        "북한이 3일 오전 발사체를 쐈다고 합동참모본부가 밝혔다.",
        [None],
        "on that day or on the next",
    ),
    (
        "라브로프 장관은 4일 회담했다. 앞서 그는 지난달 왕이 부장에게 도와 달라고 당부한 바 있다.",
        ["2024-10"],
        "a sentence that looks back has its own month",
    ),
    (
        "통일부는 10월 25일 유감을 표했다. 이틀 뒤 북한은 “대화는 없다”고 일축했다.",
        ["2024-10-27"],
        "a count of days is a day",
    ),
    (
        "최선희 외무상은 2일 “문은 닫혔다”고 말했다. 그는 다음 날 글을 올려 “끝”이라고 주장했다.",
        ["2024-11-02", "2024-11-03"],
        "the next day is not to come",
    ),
    (
        "“늦지 않았다.” 최선희 외무상은 3일 연회에서 이렇게 말했다.",
        ["2024-11-03"],
        "the sentence behind the words has their day",
    ),
    (
        "북한은 특사를 보내겠다는 청와대의 3일 제안을 뿌리쳤다고 4일 공개했다.",
        ["2024-11-04"],
        "the day of the proposal is none of the announcement",
    ),
    (
        "조태열 장관은 3일 서명했다. 조 장관은 이 자리에서 “돕겠다”고 했다고 외교부가 4일 밝혔다.",
        ["2024-11-03"],
        "the office tells on the next day",
    ),
    (
        "최선희 외무상은 지난 2일 발표한 담화에서 훈련을 비난했다. 담화는 “끝이 있다”고 위협했다.",
        ["2024-11-02"],
        "the text speaks as who spoke in it",
    ),
]

SAID_IN_PARAGRAPHS = [
    (
        ("외교부는 “유감”이라고 했다. 한가람 대변인은 3일 회견에서 이같이 말했다.",),
        ["2024-11-03"],
        "the next sentence says when this was said",
    ),
    (
        (
            "최선희 부상은 2일 “돕겠다”고 말했다고 몽골 외교부가 3일 밝혔다.",
            "바트체첵 장관은 이에 “환영한다”고 화답했다.",
        ),
        ["2024-11-02", "2024-11-02"],
        "who relays was heard later than those of whom it tells",
    ),
    (
        ("조선중앙통신은 3일 논평을 발표했다. 논평은 “말로가 비참할 것”이라고 했다.",),
        ["2024-11-03"],
        "a medium's text speaks as the medium",
    ),
    (
        ("안보리 회의가 3일 열렸다.", "장쥔 주유엔 중국 대사는 “대화하라”고 말했다."),
        ["2024-11-03"],
        "paragraphs of one sentence are one account",
    ),
    (
        (
            "안보리 회의가 3일 열렸다. 회의장은 가득 찼다.",
            "왕이 부장은 “대화하라”고 말했다.",
        ),
        [None],
        "a new paragraph of a longer text may tell of another day",
    ),
    (
        (
            "외교부는 4일 “멈추라”고 밝혔다. 외교부 당국자는 “조치가 따른다”고 말했다.",
            "외교부 관계자는 “아직 모른다”고 말했다.",
        ),
        ["2024-11-04", "2024-11-04", None],
        "an official of the day's news, in its paragraph",
    ),
    (
        ("최선희 외무상은 담화에서 “끝났다”고 밝혔다. 담화는 3일 통신을 통해 발표됐다.",),
        ["2024-11-03"],
        "the next sentence dates the text",
    ),
    (
        ("최선희 외무상은 “끝났다”고 밝혔다. 담화는 3일 통신을 통해 발표됐다.",),
        [None],
        "nothing says that the words are of that text",
    ),
    (
        ("통일부는 “유감”이라고 했다.", "통일부는 3일 입장을 내고 “대화하자”고 밝혔다."),
        ["2024-11-03", "2024-11-03"],
        "the lead tells what is dated below",
    ),
    (
        (
            "최선희 외무상이 3일 라브로프 장관을 만났다.",
            "최 외무상은 10월 28일 평양을 떠나 30일 도착했다.",
            "최 외무상은 회담에서 “함께하겠다”고 말했다.",
        ),
        ["2024-11-03"],
        "a look back at the way moves nobody to another day",
    ),
    (
        (
            "안보리는 4일 회의를 열 예정이다.",
            "왕이 부장은 “대화하라”고 말했다.",
        ),
        [None],
        "nobody has spoken at what is planned",
    ),
]


@pytest.mark.parametrize(("text", "days", "why"), SAID_IN_PARAGRAPHS)
def test_words_have_the_day_of_the_account(
    text: tuple[str, ...], days: list[str | None], why: str
) -> None:
    reading = read_paragraphs(*text, published="2024-11-04")
    assert [s.date for s in reading.statements] == days, why


@pytest.mark.parametrize(("text", "days", "why"), SAID_IN_ONE_PARAGRAPH)
def test_words_have_the_day_of_their_clause_or_paragraph(
    text: str, days: list[str | None], why: str
) -> None:
    reading = read_paragraphs(text, published="2024-11-04")
    assert [s.date for s in reading.statements] == days, why


@pytest.mark.parametrize(("text", "day", "why"), SAID)
def test_words_have_the_day_of_the_occasion(
    text: tuple[str, ...], day: str | None, why: str
) -> None:
    reading = read_paragraphs(*text, published="2024-11-04")
    assert [s.date for s in reading.statements][-1:] == [day], why


def test_who_speaks_beside_somebody_dated_speaks_on_that_day() -> None:
    said = read_paragraphs(
        "유엔 안전보장이사회가 2일 뉴욕에서 공개회의를 열었다. 회의장은 가득 찼다.",
        "바실리 네벤자 주유엔 러시아대사는 “제재는 낡았다”고 말했다. "
        "이가람 한국대사는 “길은 열려 있다”고 맞받았다. "
        "중국의 차석대사도 대화가 먼저라고 주장했다.",
        "한결 가람대 교수는 “제재가 풀릴 것”이라고 내다봤다.",
        published="2024-11-04",
    ).statements
    assert [s.date for s in said] == [*(["2024-11-02"] * 3), None]


def test_a_month_is_no_day_of_a_paragraph() -> None:
    said = read_paragraphs(
        "세르게이 라브로프 외무장관은 지난 9월에는 “길이 넓다”고 말했다. "
        "최선희 외무상은 “길이 좁다”고 말했다.",
        published="2024-11-04",
    ).statements
    assert said[0].date == "2024-09"


def test_who_speaks_for_a_state_tells_below_on_which_day() -> None:
    said = read_paragraphs(
        "중국은 한국의 발표에 “절차를 멈추라”고 촉구했다.",
        "린젠 중국 외교부 대변인은 2일 브리핑에서 조치를 취하겠다고 밝혔다.",
        published="2024-11-04",
    ).statements
    assert {s.date for s in said} == {"2024-11-02"}


def test_an_accusation_has_the_day_of_the_statement_that_it_is() -> None:
    reading = read_paragraphs(
        "노광철 국방상이 3일 담화를 냈다.",
        "노광철 국방상은 한미가 오는 18일 벌이는 훈련을 “군사적 도발”이라고 비난했다.",
        published="2024-11-04",
    )
    assert [(e.type, e.date) for e in reading.events if e.type == "ACCUSE"] == [
        ("ACCUSE", "2024-11-03")
    ]


SAID_ABOUT_OTHER_DAYS = [
    (
        "최선희 외무상이 4일 미국 등 11개국이 나흘 전 꾸린 모임을 두고 “유령집단”이라고 비난했다.",
        ["2024-11-04"],
        "others did on another day what the words are about",
    ),
    (
        "통일부는 당국자가 전날 회견에서 대화를 거부한다고 밝힌 것을 언급하며 “유감”이라고 말했다.",
        [None, None],
        "the day before is that of what is mentioned",
    ),
    (
        "왕이 외교부장은 전날 평양에 도착한 최선희 외무상과 만난 뒤 “잘 끝났다”고 말했다.",
        [None],
        "the day on which the other had come",
    ),
    (
        "북한은 지난주 베이징에서 열린 미국과의 회담에서 핵무기 보유를 시인했다.",
        ["2024-10-28/2024-11-03"],
        "the week of the talks",
    ),
    (
        "통일부 대변인은 4일 브리핑에서 전날 평양에서 열린 회담에 대해 “지켜보고 있다”고 말했다.",
        ["2024-11-04"],
        "the talks have a day of their own",
    ),
    (
        (
            "통일부 대변인은 4일 정례브리핑을 했다. "
            "미국 국무부가 2일 회사를 제재 명단에 올린 데 대해서는 “옳은 결정”이라고 평가했다."
        ),
        ["2024-11-04"],
        "a clause with an own subject has its own day, and its subject does not speak",
    ),
    (
        "대변인은 북한 외무성이 2일 담화에서 훈련을 비난한 것을 두고 “적반하장”이라고 했다.",
        [None],
        "whatever the verb of such a clause says",
    ),
    (
        (
            "장관은 4일 국회에서 전날 총리가 방북을 밝힌 데 대해 “보고 있다”고 답했다. "
            "국방부는 이날 움직임이 없다고 밝혔다."
        ),
        ["2024-11-04", "2024-11-04"],
        "the day right behind who speaks, and the story stays there",
    ),
    (
        (
            "북한과 러시아는 지난 1일 모스크바에서 열린 대화의 공보문을 2일 배포하고 "
            "“견해가 일치했다”고 발표했다."
        ),
        ["2024-11-02"],
        "a day that only modifies is none of saying",
    ),
    (
        "양국은 12월 서울에서 회담을 열기로 했다. 미국 국무부는 3일 대화를 환영한다고 밝혔다.",
        ["2024-11-03"],
        "what is planned for a month does not take along the day of saying",
    ),
    (
        (
            "주한 러시아대사관은 2일 “오해”라는 글을 올렸다. "
            "임수석 외교부 대변인은 3일 브리핑을 열었다. "
            "임 대변인은 이에 대해 말이 아니라 행동을 보겠다고 했다."
        ),
        ["2024-11-02", "2024-11-03"],
        "whoever was shown on a later day answers on that day",
    ),
]

BELOW = [
    (
        ("최선희 외무상은 3일 말했다.", "최 외무상은 지난달 3일 열린 행사가 큰일이었다고 밝혔다."),
        ["2024-11-03"],
        "the day of a noun that is said",
    ),
    (
        (
            "일본 정부가 3일 제재 세 가지를 풀었다.",
            "스가 요시히데 관방장관은 기자회견에서 “원칙을 따랐다”고 설명했다.",
        ),
        ["2024-11-03"],
        "a public occasion right below a lead of one day",
    ),
    (
        (
            "일본 정부가 3일 제재 세 가지를 풀었다.",
            "스가 요시히데 관방장관은 “원칙을 따랐다”고 설명했다. 비가 내렸다.",
        ),
        [None],
        "on no occasion: on what day it does not say",
    ),
    (
        (
            "미국 국무부는 2일 발사를 규탄했다. 긴 하루였다.",
            "국무부 대변인은 “결의 위반”이라고 지적했다. 비가 내렸다.",
        ),
        ["2024-11-02"],
        "who speaks for the office speaks on its day",
    ),
    (
        (
            "크렘린궁은 일정을 곧 알리겠다고 밝혔다.",
            "드미트리 페스코프 크렘린궁 대변인은 3일 브리핑에서 “정해지면 알린다”고 말했다.",
        ),
        ["2024-11-03", "2024-11-03"],
        "the person who speaks for the office dates the lead",
    ),
    (
        ("외교부 당국자는 지난 1일 발표된 담화를 어떻게 보냐는 질문에 “지켜보겠다”고 답했다.",),
        [None],
        "the day of what was asked about",
    ),
    (
        ("유리 우샤코프 보좌관은 지난해 12월 북한군이 오느냐는 물음에 “그렇다”고 답한 바 있다.",),
        ["2023-12"],
        "a month that the clause of saying names",
    ),
]

SPEECHES = [
    (
        (
            "남북은 3일 판문점에서 회담을 열었다. 마주 앉은 것은 이태 만이다.",
            "조명균 통일부 장관은 모두발언에서 “길을 열자”고 말했다.",
        ),
        ["2024-11-03"],
        "a speech within a meeting",
    ),
    (
        (
            "남북은 3일 판문점에서 회담을 열었다. 다음은 양측 수석대표의 종결발언이다.",
            "조명균 남측 수석대표는 “길을 열자”고 말했다. 비가 내렸다.",
            "리선권 북측 수석대표는 “새 길을 보자”고 답했다.",
        ),
        ["2024-11-03", "2024-11-03"],
        "those whose words are announced",
    ),
]


@pytest.mark.parametrize(("text", "days", "why"), SAID_ABOUT_OTHER_DAYS)
def test_the_day_of_saying_is_not_that_of_the_matter(
    text: str, days: list[str | None], why: str
) -> None:
    reading = read_paragraphs(text, published="2024-11-04")
    assert [s.date for s in reading.statements] == days, why


@pytest.mark.parametrize(("text", "days", "why"), [*SPEECHES, *BELOW])
def test_speeches_have_the_day_of_their_meeting(
    text: tuple[str, ...], days: list[str | None], why: str
) -> None:
    reading = read_paragraphs(*text, published="2024-11-04")
    assert [s.date for s in reading.statements] == days, why


def test_one_paragraph_tells_of_one_day() -> None:
    """Who speaks beside another one in it speaks on his day, a scholar on none."""
    words = (
        "바실리 네벤자 유엔 주재 러시아대사는 1일 “제재는 낡았다”고 말했고,"
        " 김가람 외무성 부상은 “옳다”고 말했다."
        " 홍나루 통일연구원 연구위원은 “오래갈 것”이라고 말했다."
    )
    dates = [s.date for s in read_paragraphs(words, published="2024-11-04").statements]
    assert dates == ["2024-11-01", "2024-11-01", None]
