"""Headlines, texts printed in full, dates and attitudes; every sentence is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory import article_of, document_of
from haengbo.knowledge import Knowledge
from haengbo.reading.attribution import Attributions, find_attributions
from haengbo.reading.document import Document
from haengbo.reading.mentions import find_mentions
from haengbo.reading.prepare import prepare
from haengbo.reading.times import find_times

LEAD = "최선희 북한 외무상이 3일 원산에서 세르게이 라브로프 러시아 외무장관과 회담했다."


def titled(knowledge: Knowledge, title: str, *paragraphs: str) -> Document:
    document = prepare(article_of(*paragraphs, title=title), knowledge)
    document = replace(document, mentions=find_mentions(document))
    return replace(document, times=find_times(document))


HEADLINES = [
    ("최선희 “만찬은 다섯 시간 이어졌다”", 1, "the body has nothing like it"),
    ("최선희 “라브로프와 원산에서 회담했다”", 0, "the body has it"),
    ("최선희 “믿음직한 길동무의 다정한 손길”", 0, "a noun phrase"),
    ("원산의 밤 “만찬은 다섯 시간 이어졌다”", 0, "nobody right before it"),
]


@pytest.mark.parametrize(("title", "count", "why"), HEADLINES)
def test_headline_quotations(knowledge: Knowledge, title: str, count: int, why: str) -> None:
    found = find_attributions(titled(knowledge, title, LEAD)).statements
    assert len(found) == count, why


def test_a_text_printed_in_full_is_its_issuer_s() -> None:
    document = document_of(
        "최선희 외무상이 20일 발표한 담화는 다음과 같다.",
        "나는 그 소식에 류의하였다. 우리는 그런 제안을 한적이 없다.",
        "주체113(2024)년 10월 20일",
    )
    found = find_attributions(document).statements
    assert [s.span.of(document.text) for s in found] == [
        "나는 그 소식에 류의하였다",
        "우리는 그런 제안을 한적이 없다",
    ]
    assert {s.speaker for s in found} == {("최선희",)}
    assert {s.date for s in found} == {"2024-10-20"}
    assert {s.chain for s in found} == {()}


DATES = [
    (
        "러시아도 4일 이를 확인했다. 마리야 자하로바 러시아 외무부 대변인은 “좋다”고 했다.",
        "2024-11-04",
        "the day on which the speaker's side spoke",
    ),
    (
        "러시아와 유엔도 4일 이를 확인했다. 마리야 자하로바 러시아 외무부 대변인은 “좋다”고 했다.",
        "2024-11-04",
        "also beside another",
    ),
    (
        "러시아는 2년 전 4월 4일 이를 알렸다. 자하로바 러시아 외무부 대변인은 “좋다”고 했다.",
        None,
        "unless that is no news",
    ),
    ("최 외무상은 1일 “고맙다”고 말했다.", "2024-11-01", "in the clause of saying"),
    ("최 외무상은 “고맙다”고 말했다.", "2024-11-03", "the day of the meeting"),
    (
        "최 외무상은 “고맙다”고 말했다고 타스통신이 4일 전했다.",
        "2024-11-03",
        "the agency's day is not the speaker's",
    ),
    (
        "타스통신은 4일 최 외무상이 담화를 내고 “고맙다”고 밝혔다고 보도했다.",
        "2024-11-04",
        "a text is made public on the day of the report",
    ),
    (
        "타스통신은 4일 최 외무상이 축전을 보내 “고맙다”고 밝혔다고 보도했다.",
        "2024-11-03",
        "a letter is not",
    ),
    (
        "라브로프 장관은 당초 2일 올 예정이었으나 늦게 왔다. 그는 “고맙다”고 말했다.",
        "2024-11-03",
        "what was planned and came otherwise",
    ),
    (
        "박철수 비서는 지난해 10월 맺은 협정이 “뜻깊다”고 말했다.",
        "2024-11-03",
        "the month of something else: that of the account stands",
    ),
    (
        "최 외무상은 2일 원산을 떠났다. 3일에는 흥남으로 갔다. 그는 “고맙다”고 말했다.",
        "2024-11-03",
        "a sentence without a subject goes on about the same person",
    ),
    (
        "최 외무상은 한국이 오는 12~14일 벌이는 연습을 두고 “어리석다”고 비난했다.",
        "2024-11-03",
        "nobody has spoken on a day still to come",
    ),
    (
        "최 외무상은 한국이 지난달 20일 벌인 연습을 두고 “어리석다”고 비난했다.",
        "2024-11-03",
        "the day of what the words are about",
    ),
    (
        "최 외무상은 4일 한국이 벌인 연습을 두고 “어리석다”고 비난했다.",
        "2024-11-04",
        "the day of speaking stands before the clause",
    ),
    (
        "최 외무상이 4일 원산을 떠났다. 최 외무상은 2일부터 마주 앉았다. 그는 “길다”고 말했다.",
        "2024-11-04",
        "since when something went on is no later day",
    ),
]


@pytest.mark.parametrize(("sentence", "day", "why"), DATES)
def test_the_day_on_which_it_was_said(sentence: str, day: str | None, why: str) -> None:
    found = find_attributions(document_of(LEAD, sentence, published="2024-11-05")).statements
    assert [s.date for s in found] == [day], why


STANCES = [
    ("최 외무상은 “러시아의 위업을 지지한다”고 말했다.", [("러시아", "support")]),
    ("최 외무상은 “미국의 도발을 규탄한다”고 말했다.", [("미국", "oppose")]),
    ("최 외무상은 “러시아에 눈이 온다”고 말했다.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), STANCES)
def test_attitudes_come_from_the_words(sentence: str, expected: list[tuple[str, str]]) -> None:
    (statement,) = find_attributions(document_of(LEAD, sentence)).statements
    assert [(s.toward, s.polarity) for s in statement.stance] == expected


def test_the_addressee_is_whom_the_clause_names() -> None:
    sentence = "최 외무상은 라브로프 장관에게 “고맙다”고 말했다."
    (statement,) = find_attributions(document_of(LEAD, sentence)).statements
    assert statement.addressee == ("세르게이 라브로프",)


def test_nothing_comes_of_nothing(knowledge: Knowledge) -> None:
    assert find_attributions(prepare(article_of(""), knowledge)) == Attributions()


_PIECES = st.lists(
    st.sampled_from(
        [
            "최선희 외무상은 ",
            "통신은 ",
            "“곧 간다”",
            "‘우의’",
            "고 ",
            "며 ",
            "라고 ",
            "말했다",
            "했다고 ",
            "전했다",
            "에 따르면 ",
            "공보문은 ",
            "그는 ",
            ". ",
            "“",
            "러시아가 ",
            "다는 입장을 ",
        ]
    ),
    max_size=14,
)


@settings(max_examples=40, deadline=None)
@given(_PIECES)
def test_whatever_the_text_spans_lie_in_it(pieces: list[str]) -> None:
    document = document_of("".join(pieces) or "없음")
    found = find_attributions(document)
    size = len(document.text)
    assert [s.id for s in found.statements] == [
        f"s{n}" for n in range(1, len(found.statements) + 1)
    ]
    for statement in found.statements:
        assert 0 <= statement.span.start < statement.span.end <= size
        assert statement.speaker
        assert all(link.span.end <= size and link.rule for link in statement.chain)
    for told in found.told:
        assert told.span.end <= size


BEFORE_SPEAKING = [
    (
        "최선희 외무상은 12일 라브로프 장관과 회담하고 러시아의 정책을 지지한다고 밝혔다.",
        "러시아의 정책을 지지한다",
        "what was done first is not said",
    ),
    (
        "최선희 외무상은 12일 라브로프 장관과 회담하고 조약을 지키겠다고 밝혔다.",
        "조약을 지키겠다",
        "a promise, but the day is over",
    ),
    (
        "최선희 외무상은 다음 달 라브로프 장관과 회담하고 조약에 서명하겠다고 밝혔다.",
        "다음 달 라브로프 장관과 회담하고 조약에 서명하겠다",
        "all of it is promised",
    ),
    ("최선희 외무상은 일본을 향해 값을 치를 것이라고 경고했다.", "값을 치를 것", "to whom it goes"),
    (
        "최선희 외무상은 미래를 향해 나아가야 한다고 말했다.",
        "미래를 향해 나아가야 한다",
        "the future is no addressee",
    ),
    (
        "최선희 외무상은 회담에서 나온 합의를 지켜야 한다고 밝혔다.",
        "회담에서 나온 합의를 지켜야 한다",
        "what came of a meeting, not where it was said",
    ),
    (
        "최선희 외무상은 회담에서 다룬 일을 공개하지 않고 길이 열렸다고만 밝혔다.",
        "길이 열렸다",
        "what one keeps back is not said",
    ),
    (
        "최선희 외무상은 12일 의회에 나와 길을 넓히겠다고 밝혔다.",
        "길을 넓히겠다",
        "where one came to speak",
    ),
    (
        "최선희 외무상은 다음 달 원산에서 만나 조약에 서명하겠다고 밝혔다.",
        "다음 달 원산에서 만나 조약에 서명하겠다",
        "what is promised begins with the meeting",
    ),
    (
        "최선희 외무상은 길을 다시 열지를 묻는 질문에는 정한 것이 없다고 답했다.",
        "정한 것이 없다",
        "what was asked is not said",
    ),
    (
        "최선희 외무상은 기자들이 앞날을 묻자 길은 열려 있다고 답했다.",
        "길은 열려 있다",
        "what the press asks about",
    ),
    (
        "최선희 외무상은 배가 끊겼다는 보도에 대해 길은 열려 있다고 밝혔다.",
        "길은 열려 있다",
        "a report that is spoken of",
    ),
    (
        "최선희 외무상은 회담 결과를 설명하는 자리에서 길은 열려 있다고 밝혔다.",
        "길은 열려 있다",
        "where one explains one speaks",
    ),
    (
        "최선희 외무상은 이견을 언급하며 끝까지 가겠다고 밝혔다.",
        "끝까지 가겠다",
        "what is spoken of besides",
    ),
    (
        "최선희 외무상은 불신을 해소하고 길을 여는 작업은 멀었다고 밝혔다.",
        "불신을 해소하고 길을 여는 작업은 멀었다",
        "both describe the work; nothing of it was done before",
    ),
    (
        "최선희 외무상은“길이 멀다”고 밝혔다.",
        "길이 멀다",
        "no blank before the mark, as old pages have it",
    ),
    (
        "최선희 외무상은 이 일은 대화를 통해 풀어야 한다고 밝혔다.",
        "이 일은 대화를 통해 풀어야 한다",
        "by what it shall be solved, not by what it was said",
    ),
    (
        "최선희 외무상은 김성 대사에게 보내는 편지를 갖고 왔다고 밝혔다.",
        "김성 대사에게 보내는 편지를 갖고 왔다",
        "to whom the letter goes",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), BEFORE_SPEAKING)
def test_what_the_speaker_does_first_is_not_said(sentence: str, expected: str, why: str) -> None:
    document = document_of(LEAD, sentence)
    said = find_attributions(document).statements[-1]
    assert said.span.of(document.text) == expected, why
