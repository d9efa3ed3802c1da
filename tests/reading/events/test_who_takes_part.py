"""Who takes part, by where a sentence names the sides: rows of one table, each with its reason."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

CHOE, WANG = "최선희 북한 외무상", "왕이 중국 외교부장"
Told = tuple[str, str | None, dict[str, str]]
S, T, P = "source", "target", "party"

ROWS: list[tuple[str, Told, str]] = [
    (
        "1일 공항에서 외무성 부상 박명호동지, 관계부문 일군들이 쿠바대표단을 맞이하였다.",
        ("CONSULT", "ceremony", {"박명호": S, "쿠바": T}),
        "a list that closes with people without names",
    ),
    (
        "네팔 대통령, 라오스 국가주석, 쿠바 총리가 1일 최선희 북한 외무상을 만났다.",
        ("CONSULT", "meeting", {"네팔": P, "라오스": P, "쿠바": P, "최선희": P}),
        "each office of a list stands for its own state",
    ),
    (
        "우리 대표단은 1일 최선희 북한 외무상을 면담했다.",
        ("CONSULT", "meeting", {"한국": P, "최선희": P}),
        "our delegation is ours",
    ),
    (
        "북한 외무성은 1일 “우리는 미국이 꾸며낸 공보문을 전면배격한다”고 밝혔다.",
        ("REJECT", None, {"북한 외무성": S, "미국": T}),
        "we are who speaks; who made the paper rejects nothing",
    ),
    (
        "미국 재무부는 1일 “조선무역은행을 제재 대상으로 지정했다”고 밝혔다.",
        ("SANCTION", None, {"미국 재무부": S, "조선무역은행": T}),
        "nobody acts in the words but who speaks",
    ),
    (
        "북한은 1일 미국은 물론 일본을 규탄했다.",
        ("ACCUSE", None, {"북한": S, "미국": T, "일본": T}),
        "named beside another, not as who acts",
    ),
    (
        "미국 재무부는 1일 북한이 세우거나 통제하는 조선무역은행을 제재 대상에 올렸다고 밝혔다.",
        ("SANCTION", None, {"미국 재무부": S, "조선무역은행": T}),
        "who acts in the clause about whom it hits does not sanction",
    ),
    (
        "정부는 북한이 지난해 출범한 다국적제재모니터링팀을 1일 비난한 것을 문제 삼았다.",
        ("ACCUSE", None, {"북한": S, "다국적제재모니터링팀": T}),
        "what is founded is founded by nobody before it",
    ),
    (
        f"노동신문은 {WANG}이 지난 1일 방북, {CHOE}을 만났다고 전했다.",
        ("CONSULT", "visit", {"왕이": S, "북한": T}),
        "a journey that names its state is a verb behind a day, too",
    ),
    (
        f"{CHOE}은 오는 9일 카잔에서 열리는 상하이협력기구 외무장관회의에 참석할 예정이다.",
        ("CONSULT", "multilateral", {"최선희": P, "상하이협력기구": P}),
        "who is to come to it has a place beside the body that holds it",
    ),
    (
        f"{WANG}을 환영하는 연회는 북한이 지난달 문을 연 호텔에서 열렸다.",
        ("CONSULT", "reception", {"왕이": T}),
        "who opened the house gives no feast",
    ),
    (
        f"노동신문은 최선희 외무상이 1일 방북한 {WANG}을 만났다고 전했다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "who came has a clause of their own, the subject before it has the main verb",
    ),
    (
        f"{CHOE}은 1일 박명호 외무성 부상이 배석한 가운데 {WANG}을 접견했다.",
        ("CONSULT", "meeting", {"최선희": S, "왕이": T, "박명호": P}),
        "who sits by does not receive",
    ),
    (
        f"{CHOE}은 1일 한미가 훈련하는 가운데 {WANG}과 회담했다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "what goes on meanwhile brings nobody to the table",
    ),
    (
        "북한과 몽골, 라오스가 참가한 가운데 다자 회의가 1일 비엔티안에서 열렸다.",
        ("CONSULT", "multilateral", {"북한": P, "몽골": P, "라오스": P}),
        "who came to talks that take place",
    ),
    (
        "북한은 1일 몽골과 광산을 함께 개발하는 협정에 서명했다.",
        ("AGREE", "sign", {"북한": P, "몽골": P}),
        "the partner stands before the clause about the paper",
    ),
    (
        f"{CHOE}은 1일 {WANG}과 두 나라 교류를 넓히는 방안을 논의했다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "the partner stands before the clause about the matter",
    ),
    (
        f"{CHOE}·{WANG} 회담이 1일 베이징에서 열렸다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "a dot ties both names before the noun",
    ),
    (
        "1일 베이징을 찾은 최선희 북한 외무상과 박명호 북한 외무성 부상은 공연을 봤다.",
        ("CONSULT", "visit", {"최선희": S, "박명호": S, "중국": T}),
        "the clause describes both of one state",
    ),
    (
        f"1일 평양을 찾은 {WANG}과 {CHOE}은 회담했다.",
        ("CONSULT", "visit", {"왕이": S, "북한": T}),
        "who is at home has not come",
    ),
    (
        f"북한의 최선희 외무상과 중국의 왕이 외교부장이 1일 만났다. {CHOE}은 웃었다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "genitives in a list of people; neither receives the other",
    ),
    (
        f"{CHOE}은 1일 왕이 외교부장이 단장인 중국 대표단과 회담했다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "whom a copula calls the head of a delegation leads it",
    ),
    (
        f"{WANG}은 1일 쑹타오 부장과 류젠차오 부장을 이끌고 평양에 도착했다.",
        ("CONSULT", "visit", {"왕이": S, "쑹타오": S, "류젠차오": S, "북한": T}),
        "people whom one leads go along",
    ),
    (
        f"{WANG}은 1일 중국 외교부 대표단을 이끌고 평양에 도착했다.",
        ("CONSULT", "visit", {"왕이": S, "북한": T}),
        "a delegation that one leads is oneself",
    ),
    (
        f"{CHOE}은 1일 우크라이나 사태와 관련해 러시아에 전적인 지지를 표명했다.",
        ("SUPPORT", None, {"최선희": S, "러시아": T}),
        "who is addressed, not the matter",
    ),
    (
        f"{CHOE}은 1일 {WANG}과 통화하면서 제재 완화를 요청했다.",
        ("REQUEST", None, {"최선희": S, "왕이": T}),
        "whom one talks with is asked",
    ),
    (
        "북한 외교관 두 명이 1일 몽골 정부에 의해 추방됐다.",
        ("SANCTION", None, {"몽골": S, "북한": T}),
        "told of those whom it is done to",
    ),
    (
        "북한은 1일 몽골로부터 어린이 영양식을 지원받았다.",
        ("AID", None, {"몽골": S, "북한": T}),
        "told of whom it helps, whatever is given",
    ),
    (
        "북한 외무성 대표단이 1일 몽골에 갔다. 박명호 부상을 단장으로 한 대표단은 몽골을 방문했다.",
        ("CONSULT", "visit", {"북한 외무성": S, "몽골": T, "박명호": S}),
        "who leads a ministry's delegation is told next",
    ),
    (
        f"{CHOE}은 1일 {WANG}과 회담했다. 북측 배석자는 박명호 부상이었다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P, "박명호": P}),
        "a copula tells who sat there",
    ),
    (
        f"{CHOE}은 1일 {WANG}과 회담했으며 이 자리엔 박명호 외무성 부상이 자리했다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P, "박명호": P}),
        "told behind in the same sentence, with a particle cut short",
    ),
    (
        f"{CHOE}은 2일 {WANG}과, 전날에는 류젠차오 부장과 회담했다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "one of two meetings whose verb is told once",
    ),
    (
        "최선희 외무상의 첫 방중은 2018년 4월 남북정상회담 직전에 이뤄졌다.",
        ("CONSULT", "meeting", {"한국": P, "북한": P}),
        "whose talks they were is said: not who else is told of",
    ),
    (
        f"{CHOE}과 {WANG}의 베트남 하노이 담판은 성과 없이 끝났다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "the state of the town says where",
    ),
    (
        f"지난달 2일 하노이에서 만난 {CHOE}과 {WANG}은 말을 아꼈다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "both whom the clause describes met",
    ),
    (
        f"{WANG}은 2일 최선희 외무상을 숙소로 불러 회동을 가졌다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "whom one sends for is whom one meets",
    ),
    (
        f"{WANG}이 2일 하노이에서 북한 외무상이자 당 정치국 위원인 최선희와 회담했다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "one more title begins no clause",
    ),
    (
        f"{CHOE}은 2일 하노이 안보포럼에서 {WANG}과 회담을 가졌다.",
        ("CONSULT", "meeting", {"최선희": P, "왕이": P}),
        "the forum is only where they met",
    ),
    (
        f"{WANG}은 2일 박진 장관이 전날 하노이에서 만난 {CHOE}을 배웅했다.",
        ("CONSULT", "meeting", {"최선희": P, "박진": P}),
        "whom somebody met is described",
    ),
]


@pytest.mark.parametrize(("text", "told", "why"), ROWS)
def test_who_takes_part(text: str, told: Told, why: str) -> None:
    found = [
        (e.type, e.mode, {p.name: p.role.value for p in e.participants})
        for e in read_paragraphs(text).events
    ]
    assert told in found, why
