"""Who says what; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import document_of
from haengbo.model.reading import Form, Statement
from haengbo.reading.attribution import find_attributions

LEAD = "최선희 북한 외무상과 세르게이 라브로프 러시아 외무장관이 3일 원산에서 만나 회담했다."


def said(*paragraphs: str) -> list[tuple[tuple[str, ...], str, str]]:
    document = document_of(*paragraphs)
    found = find_attributions(document).statements
    return [(s.speaker, s.span.of(document.text), s.form.value) for s in found]


def only(*paragraphs: str) -> list[tuple[tuple[str, ...], str]]:
    return [(speaker, text) for speaker, text, _ in said(*paragraphs)]


CHOE = ("최선희",)
LAVROV = ("세르게이 라브로프",)

DIRECT = [
    (
        '[최선희/북한 외무상 : "길이 보입니다."]',
        [(CHOE, "길이 보입니다.")],
        "as broadcasters caption what is heard",
    ),
    (
        '[홍가람/가람대 교수] "길이 보입니다."',
        [(("홍가람",), "길이 보입니다.")],
        "whom only the caption names",
    ),
    (
        '⊙홍가람(가람연구소 소장): "길이 보입니다."',
        [(("홍가람",), "길이 보입니다.")],
        "an office in brackets tells that a word is a name",
    ),
    (
        '홍가람(가람연구소 소장)은 "길이 보인다"고 말했다.',
        [(("홍가람",), "길이 보인다")],
        "and in print",
    ),
    (
        "최 외무상은 “돌아간다”며 자리를 떴다고 교도통신이 전했다.",
        [(CHOE, "돌아간다")],
        "another one tells the clause that the words are spoken in",
    ),
    (
        "외무성은 “회담이 끝났다”며 최 외무상이 악수하는 사진을 올렸다.",
        [(("북한 외무성",), "회담이 끝났다")],
        "who is seen in the picture does not say so",
    ),
    (
        "교도통신은 최 외무상이 “돌아간다”며 자리를 떴다고 전했다.",
        [(CHOE, "돌아간다")],
        "the teller before it",
    ),
    (
        "최 외무상은 라브로프 장관이 길을 찾는다고 밝힌 데 대해 “두고 보겠다”고 말했다.",
        [(LAVROV, "길을 찾는다"), (CHOE, "두고 보겠다")],
        "what others respond to has its own speaker, also without marks",
    ),
    (
        "최 외무상은 라브로프 장관이 “길을 찾겠다”고 밝힌 데 대해 “두고 보겠다”고 말했다.",
        [(LAVROV, "길을 찾겠다"), (CHOE, "두고 보겠다")],
        "a clause that modifies has its own subject",
    ),
    (
        "최 외무상은 라브로프 장관이 “길을 찾겠다”는 입장을 밝힌 데 대해 “두고 보겠다”고 말했다.",
        [(LAVROV, "길을 찾겠다"), (CHOE, "두고 보겠다")],
        "and so with a noun of speech",
    ),
    (
        "최 외무상은 “길을 찾겠다”고 밝힌 뒤 “두고 보겠다”고 말했다.",
        [(CHOE, "길을 찾겠다"), (CHOE, "두고 보겠다")],
        "a clause without a subject keeps the topic",
    ),
    ("최 외무상은 “곧 다시 오겠다”고 말했다.", [(CHOE, "곧 다시 오겠다")], "plain"),
    (
        "최 외무상은 “길이 멀다”며 “서두르지 않는다”고 밝혔다.",
        [(CHOE, "길이 멀다"), (CHOE, "서두르지 않는다")],
        "two quotations under one verb",
    ),
    (
        "최 외무상은 “두 나라의 우의가 나날이 두터워지고” 있다고 강조했다.",
        [(CHOE, "두 나라의 우의가 나날이 두터워지고")],
        "the clause ends outside the marks",
    ),
    (
        "최 외무상은 “변함없는 련대를 표명”했다.",
        [(CHOE, "변함없는 련대를 표명")],
        "a noun whose 하다 is outside",
    ),
    (
        "최 외무상은 “두 나라의 새 출발점으로 될 것”을 강조했다.",
        [(CHOE, "두 나라의 새 출발점으로 될 것")],
        "a clause as object",
    ),
    (
        "“문은 열려 있다”고 최 외무상은 말했다.",
        [(CHOE, "문은 열려 있다")],
        "the speaker follows",
    ),
    (
        "최 외무상이 먼저 웃자 라브로프 장관은 “반갑다”고 화답했다.",
        [(LAVROV, "반갑다")],
        "이/가 of an earlier clause is no speaker",
    ),
    (
        "라브로프 장관에게 최 외무상은 “고맙다”고 했다.",
        [(CHOE, "고맙다")],
        "the addressee is no speaker",
    ),
    (
        "최 외무상은 “고맙다”고 했고, 라브로프 장관은 “또 오겠다”고 답했다.",
        [(CHOE, "고맙다"), (LAVROV, "또 오겠다")],
        "each clause has its topic",
    ),
    (
        "최 외무상은 《끝까지 함께 갈것》이라고 확언하였다.",
        [(CHOE, "끝까지 함께 갈것")],
        "the North's marks",
    ),
    ("최 외무상: “대화는 없다.”", [(CHOE, "대화는 없다.")], "name and colon"),
    (
        "“우리는 늦지 않았다.” 최 외무상은 취재진에 이렇게 말했다.",
        [(CHOE, "우리는 늦지 않았다.")],
        "a quotation by itself, taken up by 이렇게",
    ),
]

NO_STATEMENT = [
    ("배가 늦었다는 점이 아쉽다.", "a point that nobody makes"),
    ("러시아는 배가 늦는다는 북한의 입장을 따른다.", "what another holds"),
    ("최 외무상은 ‘따뜻한 인사’를 전했다.", "a quoted noun phrase"),
    ("두 나라는 서로를 “형제”라고 부른다.", "a name"),
    ("회담장에는 “어서 오십시오”라는 현수막이 걸렸다.", "what is written on a banner"),
    ("최 외무상은 회담 재개 의사를 밝혔다.", "a bare noun"),
    ("회담이 길어졌다고 한다.", "nobody says so"),
    ("러시아는 배를 보내기로 합의했다고 알려졌다.", "hearsay about it, no word of its"),
    ("만남이 가까웠다는 관측이 나온다.", "nobody in particular foresees it"),
    ("조선중앙통신은 대표단이 도착했다고 전했다.", "a medium tells what happened"),
    ("최 외무상은 이를 인정하지 않고 있다.", "denied, and a pronoun"),
]

INDIRECT = [
    (
        "북한이 원산의 시장을 닫는다고 3일 발표했다.",
        ("북한",),
        "원산의 시장을 닫는다",
        "what is announced as to come is one's own act",
    ),
    (
        "최 외무상은 이에 앞서 3일 원산의 시장을 닫겠다고 발표했다.",
        CHOE,
        "3일 원산의 시장을 닫겠다",
        "that it was said before is not said",
    ),
    (
        "최 외무상은 원산에 머물 예정이며 자하로바 대변인은 회담이 유익했다고 밝혔다.",
        ("마리야 자하로바",),
        "회담이 유익했다",
        "who is told to act did not speak: the second topic did",
    ),
    (
        "최 외무상은 길이 열렸고 라브로프 장관은 마음이 가볍다고 말했다.",
        CHOE,
        "길이 열렸고 라브로프 장관은 마음이 가볍다",
        "both halves may be said: the first topic speaks",
    ),
    (
        "최 외무상은 평양으로 돌아갔고 미국은 태도가 달라져야 한다고 말했다.",
        CHOE,
        "미국은 태도가 달라져야 한다",
        "of a state one speaks",
    ),
    (
        "최 외무상은 배가 언제 오느냐는 기자의 질문에 곧 온다고 답했다.",
        CHOE,
        "곧 온다",
        "what was asked stands before the answer",
    ),
    (
        "최 외무상은 기자회견을 열고 배가 늦는다고 밝혔다.",
        CHOE,
        "배가 늦는다",
        "that a press conference is held is not said in it",
    ),
    ("러시아는 배가 먼저 와야 한다는 입장이다.", ("러시아",), "배가 먼저 와야 한다", "held"),
    (
        "최 외무상은 배가 먼저 와야 한다는 점을 강조했다.",
        CHOE,
        "배가 먼저 와야 한다",
        "a point that is stressed",
    ),
    (
        "최 외무상은 회담에 더는 나가지 않을 것이며 시설을 다시 돌릴 것이라고 밝혔다.",
        CHOE,
        "회담에 더는 나가지 않을 것이며 시설을 다시 돌릴 것",
        "two parts of one clause",
    ),
    (
        "최 외무상은 길이 막히거나, 바꿀 준비가 되어 있다고 말했다.",
        CHOE,
        "길이 막히거나, 바꿀 준비가 되어 있다",
        "an alternative is part of what is said",
    ),
    (
        "최 외무상은 제재를 풀면 문이 열릴 것이라고 말했다.",
        CHOE,
        "제재를 풀면 문이 열릴 것",
        "a condition is part of what is said",
    ),
    (
        "라브로프 장관은 대변인을 통해 훈련을 멈출 것을 촉구했다.",
        LAVROV,
        "훈련을 멈출 것",
        "who hands it on is no part of what is said",
    ),
    ("최 외무상은 회담이 유익했다고 밝혔다.", CHOE, "회담이 유익했다", "plain"),
    (
        "최 외무상은 브리핑에서 배가 떠났다고 설명했다.",
        CHOE,
        "배가 떠났다",
        "the occasion is not said",
    ),
    (
        "최 외무상은 대사를 불러 군대는 돌아가라고 요구했다.",
        CHOE,
        "군대는 돌아가라",
        "what the speaker does first is not said",
    ),
    (
        "최 외무상은 협정을 지지한다는 입장을 밝혔다.",
        CHOE,
        "협정을 지지한다",
        "clause before a noun of saying",
    ),
    ("최 외무상은 포로가 있는 점을 언급했다.", CHOE, "포로가 있는 점", "clause with 점을"),
    ("북한은 파병을 공식 인정했다.", ("북한",), "파병을 공식 인정", "a bare object of admitting"),
    (
        "최 외무상은 인사를 전해줄것을 부탁하였다.",
        CHOE,
        "인사를 전해줄것",
        "the North's 것을 with a verb of asking",
    ),
    (
        "새 길이 열린다는 것이 최 외무상의 설명이다.",
        CHOE,
        "새 길이 열린다",
        "the genitive speaks",
    ),
    (
        "조사는 배가 가라앉았다고 러시아 외무부가 밝힌 지 하루 만에 시작됐다.",
        ("러시아 외무부",),
        "배가 가라앉았다",
        "the saying only modifies; the topic is that of the sentence",
    ),
    (
        "최 외무상은 다음 달 다낭에서 열릴 회의에서 표를 던진다고 밝혔다.",
        CHOE,
        "다음 달 다낭에서 열릴 회의에서 표를 던진다",
        "what is still to come is said, not where it was said",
    ),
    (
        "최 외무상은 원산에서 열린 회의에서 표를 던진다고 밝혔다.",
        CHOE,
        "표를 던진다",
        "what is over is where it was said",
    ),
    (
        "최 외무상은 로씨야인민은 이 기념비를 함께 자랑한다고 말하였다.",
        CHOE,
        "로씨야인민은 이 기념비를 함께 자랑한다",
        "a second topic is said; 함께 addresses nobody",
    ),
    (
        "러시아 외무부는 이메일에서 방문은 계획대로라고 했습니다.",
        ("러시아 외무부",),
        "방문은 계획대로",
        "the copula is dropped; a polite verb",
    ),
    (
        "학자들은 길이 곧 막힌다고 봅니다.",
        ("학자들",),
        "길이 곧 막힌다",
        "many who are not named; a polite verb",
    ),
    (
        "북한이 대화를 바란다고 정부 소식통은 전했다.",
        ("정부 소식통",),
        "북한이 대화를 바란다",
        "an unnamed source after the clause",
    ),
]

UNNAMED = [
    (
        "세계식량계획(WFP) 대변인은 “끝났다”고 했다.",
        "세계식량계획(WFP) 대변인",
        "a bracket glosses the body",
    ),
    ("한 외교 전문가는 “오래 걸린다”고 했다.", "외교 전문가", "without 한"),
    ("유럽의 한 외교관은 “쉽지 않다”고 했다.", "유럽의 외교관", "한 in the middle"),
    ("익명을 요구한 군 소식통은 “끝났다”고 했다.", "군 소식통", "without the clause before"),
    ("군 장교들은 “끝났다”고 했다.", "군 장교들", "many"),
    ("누리꾼들은 “기가 막힌다”고 했다.", "누리꾼들", "known by the end of the word"),
    ("시장 상인 오모 씨는 “손님이 줄었다”고 했다.", "오모", "half a name"),
    ("연해주 여행사 측은 “다음 달에 또 간다”고 했다.", "연해주 여행사 측", "a side"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), DIRECT)
def test_direct_speech(
    sentence: str, expected: list[tuple[tuple[str, ...], str]], why: str
) -> None:
    assert only(LEAD, sentence) == expected, why


@pytest.mark.parametrize(("sentence", "why"), NO_STATEMENT)
def test_what_is_no_statement(sentence: str, why: str) -> None:
    assert only(LEAD, sentence) == [], why


@pytest.mark.parametrize(("sentence", "speaker", "text", "why"), INDIRECT)
def test_indirect_speech(sentence: str, speaker: tuple[str, ...], text: str, why: str) -> None:
    assert said(LEAD, sentence) == [(speaker, text, "indirect")], why


@pytest.mark.parametrize(("sentence", "speaker", "why"), UNNAMED)
def test_unnamed_speakers_are_called_as_the_page_describes_them(
    sentence: str, speaker: str, why: str
) -> None:
    assert [s for s, _ in only(LEAD, sentence)] == [(speaker,)], why


CARRIED = [
    ("이어 “길을 넓히겠다”고 했다.", CHOE, "a head that goes on"),
    ("“길을 넓히겠다”고도 했다.", CHOE, "a sentence that opens with the quotation"),
    ("그는 “길을 넓히겠다”고 덧붙였다.", CHOE, "a pronoun"),
    ("라브로프 장관은 “길을 넓히겠다”고 했다.", LAVROV, "another topic takes over"),
    ("정부군은 “길을 넓히겠다”고 했다.", ("정부군",), "so does a body by its last word"),
    ("샤오검은 “길을 넓히겠다”고 했다.", ("샤오검",), "and a name nobody knows, by its place"),
    ("핵실험은 “길을 넓히겠다”고 했다.", CHOE, "not what happens"),
]


@pytest.mark.parametrize(("sentence", "speaker", "why"), CARRIED)
def test_a_dropped_subject_goes_on(sentence: str, speaker: tuple[str, ...], why: str) -> None:
    found = only(LEAD, f"최 외무상은 “고맙다”고 말했다. {sentence}")
    assert found[-1] == (speaker, "길을 넓히겠다"), why


def test_a_quotation_inside_a_quotation_has_its_own_speaker() -> None:
    found = only(LEAD, "라브로프 장관은 “최 외무상은 나에게 ‘우의는 영원하다’고 했다”고 소개했다.")
    assert (CHOE, "우의는 영원하다") in found
    assert found[0][0] == LAVROV


def test_a_communique_speaks_for_both_parties() -> None:
    found = said(LEAD, "두 장관의 회담 공보문은 “쌍방은 완전히 일치하였다”고 밝혔다.")
    assert [(set(speaker), form) for speaker, _, form in found] == [
        ({"북한", "러시아"}, "document")
    ]


def test_what_stands_in_a_text_the_text_says() -> None:
    found = said(
        "김정은 국무위원장과 블라디미르 푸틴 러시아 대통령이 3일 해운협정에 서명했다.",
        "협정 2조에는 “배는 어느 항구에든 들어간다”고 적혀 있다.",
    )
    assert [(set(speaker), text) for speaker, text, _ in found] == [
        ({"북한", "러시아"}, "배는 어느 항구에든 들어간다")
    ]


def test_a_medium_speaks_where_nobody_else_does() -> None:
    sentence = "노동신문은 회담에서 “만족한 견해일치를 보았다”고 전했다."
    assert said(LEAD, sentence) == [(("노동신문",), "만족한 견해일치를 보았다", "document")]


def test_every_statement_has_span_rule_and_confidence() -> None:
    document = document_of(LEAD, "최 외무상은 “고맙다”며 곧 다시 온다고 말했다.")
    found: tuple[Statement, ...] = find_attributions(document).statements
    assert [s.form for s in found] == [Form.DIRECT, Form.INDIRECT]
    for statement in found:
        assert statement.span.of(document.text).strip() == statement.span.of(document.text)
        assert statement.rule
        assert 0 < statement.confidence <= 1
        assert statement.cue is not None
