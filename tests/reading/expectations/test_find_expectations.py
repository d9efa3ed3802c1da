"""Who expects what, by when; every sentence, person and institute is invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs
from haengbo.model.reading import ExpectationKind

LEAD = "최선희 북한 외무상이 1일 모스크바에서 세르게이 라브로프 러시아 외무장관과 회담했다."

ROWS = [
    ("시진핑 주석의 방북이 임박했다는 관측이 나온다.", "forecast", "관측", "imminent"),
    ("외교가에서는 방북이 성사될지 미지수라는 말이 나온다.", "forecast", None, "nobody knows"),
    ("임을출 교수는 북한이 대화에 나설 리 없다고 단언했다.", "forecast", "임을출", "it cannot be"),
    ("북한이 곧 위성을 쏠 조짐이 보인다고 국방부는 밝혔다.", "forecast", None, "signs of it"),
    (
        "외교가에서는 외무상이 내년 초 다시 방문할 것이라는 관측이 나온다.",
        "forecast",
        "외교가",
        "circle",
    ),
    (
        "회담 뒤 곡물 지원이 이어질 수 있다는 전망이 제기된다.",
        "forecast",
        "전망",
        "nobody holds it",
    ),
    ("두 나라는 다음 달 실무회담을 열 예정이다.", "plan", None, "the page's own words"),
    ("두 나라는 다음 달 실무회담을 열 예정입니다.", "plan", None, "and in polite style"),
    (
        "최 외무상에 이어 라브로프 장관이 곧 떠날 예정이다.",
        "plan",
        "세르게이 라브로프",
        "who plans",
    ),
    ("러시아 대표단은 4일 원산에 들를 예정이다.", "plan", "러시아", "whose delegation"),
    ("대표단은 4일 라오스를 거쳐 돌아갈 예정이다.", "plan", None, "not where it goes through"),
    ("양국 교역은 내년에 더 늘어날 것으로 보인다.", "forecast", "가람일보", "the outlet's voice"),
    (
        "양국 교역은 내년에 줄어들 수밖에 없다.",
        "forecast",
        "가람일보",
        "its own, with a time to come",
    ),
    ("항로가 다시 열릴 가능성이 제기된다.", "forecast", "관측", "a possibility raised by nobody"),
    ("협정은 이르면 다음 달 발효될 것으로 예상된다.", "forecast", "가람일보", "passive: nobody's"),
    (
        "전문가들은 두 나라가 교역을 늘릴 것으로 보고 있다.",
        "forecast",
        "전문가들",
        "described, not named",
    ),
    (
        "통일부는 외무상이 다시 갈 가능성을 배제하지 않고 있다.",
        "forecast",
        "통일부",
        "does not exclude",
    ),
    ("교역이 늘 것이라는 기대감이 나온다.", "forecast", "기대감", "nobody holds it"),
    (
        "전문가들은 두 나라의 교역이 줄지는 않으리라고 봤다.",
        "forecast",
        "전문가들",
        "several who judge",
    ),
    (
        "현지의 한 소식통은 “길이 막혔다”고 말했다. 그는 교역이 내년에 늘 것으로 내다봤다.",
        "forecast",
        "현지의 소식통",
        "그 is who spoke last",
    ),
]
NONE = [
    ("한국은 헛된 꿈에서 깨여나야 할것이다.", "what one ought to do"),
    ("두 사람은 강을 건너갔다.", "a river crossed"),
    ("외무상은 시나리오 작가를 만났다.", "a writer"),
    ("마감이 임박했다.", "nobody judges"),
    ("두 장관은 곡물 지원도 논의했을 것으로 보인다.", "a guess at the past"),
    ("이번 회담의 결과에 귀추가 주목된다.", "expects nothing"),
    ("양국은 이미 합의한 것으로 전해졌다.", "hearsay about the past"),
    ("최 외무상은 싸움이 날 수 있다는 교훈을 얻었을 것이라고 했다.", "a guess at the past"),
    ("두 나라는 서로 도울 수 있다.", "no time to come in the outlet's own words"),
]


@pytest.mark.parametrize(("sentence", "kind", "by", "why"), ROWS)
def test_expectation(sentence: str, kind: str, by: str | None, why: str) -> None:
    found = read_paragraphs(LEAD, sentence).expectations
    assert [e.kind for e in found] == [ExpectationKind(kind)], why
    if by is not None:
        assert found[0].by == by, why


@pytest.mark.parametrize(("sentence", "why"), NONE)
def test_no_expectation(sentence: str, why: str) -> None:
    assert read_paragraphs(LEAD, sentence).expectations == (), why


SAID = [
    (
        "정부 당국자는 “러시아가 연내에 파병을 인정할 수 있다”고 말했다.",
        "forecast",
        "수 is no noun",
    ),
    ("외무상은 “군중행사에서 전단을 살포하는 행동을 중단할 것”이라고 말했다.", "pledge", "an act"),
    ("외무상은 “가을에 대표단을 보낼 가능성이 있다”고 말했다.", "forecast", "how likely it is"),
    ("외무상은 “가을에 대표단을 보낼 것”이라고 내다봤다.", "forecast", "the verb says so"),
    ("외무상은 “이번 발사는 지역 정세에 큰 영향을 미칠 것”이라고 말했다.", "forecast", "no act"),
    ("외무상은 “계선을 넘는다면 값비싼 대가가 뒤따를 것”이라고 경고했다.", "pledge", "a threat"),
    ("외무장관은 “북한이 병력을 더 보낼 것”이라고 경고했다.", "forecast", "warns of others' act"),
    ("외무상은 “대화는 하반기에나 가능하다”고 내다봤다.", "forecast", "the verb says so"),
    (
        "외무상은 “그렇다면 우리도 새 길을 찾게 될 것”이라고 말했다.",
        "pledge",
        "the own side, with 도",
    ),
    ("외무상은 “합의문부터 없애버릴 것”이라고 말했다.", "pledge", "a wilful auxiliary"),
    (
        "외무상은 “점검을 더는 의무로 여기지 않을 것”이라고 말했다.",
        "pledge",
        "what stands beside the object; 더는 is no doer",
    ),
    ("외무상은 “비싼 값을 치르게 될 것”이라고 말했다.", "pledge", "a menace"),
    (
        "외무상은 러시아 군대와 인민이 반드시 승리를 이룩할 것이라고 확신했다.",
        "forecast",
        "whose people they are stands before them",
    ),
    ("외무상은 “북한도 회담에 나올 것”이라고 말했다.", "forecast", "another side, with 도"),
    (
        "외무상은 러시아가 새로운 성과를 이룩하리라는 확신을 표명했다.",
        "forecast",
        "sureness of what others achieve, with an adjective between",
    ),
]
NOT_SAID = [
    ("외무상은 “훈련을 멈추는 것이 좋을 것”이라고 말했다.", "advice"),
    ("외무장관은 “외무상이 시험을 자제할 것이라고 약속했다”고 말했다.", "hands on a promise"),
    ("외무성은 담화를 내고 회담에서 빠질 수 있음을 내비쳤다.", "hinted at by somebody"),
    ("외무장관은 “북한은 나오지 않을 것이라는 입장을 밝혔다”고 전했다.", "a stance handed on"),
]


@pytest.mark.parametrize(("sentence", "kind", "why"), SAID)
def test_what_a_party_says_of_the_future(sentence: str, kind: str, why: str) -> None:
    found = read_paragraphs(LEAD, sentence).expectations
    assert [e.kind for e in found] == [ExpectationKind(kind)], why


@pytest.mark.parametrize(("sentence", "why"), NOT_SAID)
def test_neither_advice_nor_promise_of_others_is_expected(sentence: str, why: str) -> None:
    assert read_paragraphs(LEAD, sentence).expectations == (), why
