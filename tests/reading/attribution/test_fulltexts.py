"""Whose a text printed in full is; every text is invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs
from haengbo.reader import read

TEXT = ("최근 적들이 우리의 문전에서 연습을 벌렸다.", "우리는 이를 용납하지 않을것이다.")

OPENINGS = [
    (
        "조선민주주의인민공화국 외무성 대변인은 5일 다음과 같은 담화를 발표하였다.",
        "북한 외무성 대변인",
        "a spokesman without a name, with the state as the South calls it",
    ),
    (
        "조선외무성 대변인은 안보리가 우리를 걸고든것과 관련하여 기자의 질문에 다음과 같이 답했다.",
        "북한 외무성 대변인",
        "the topic, not who is spoken of",
    ),
    (
        "조선인민군 총참모부 대변인은 5일 다음과 같은 발표를 하였다.",
        "북한군 총참모부 대변인",
        "an announcement",
    ),
    (
        "국제문제평론가 김명철은 5일 다음과 같은 글을 발표하였다.",
        "김명철",
        "a commentator whom the pack does not know",
    ),
]


@pytest.mark.parametrize(("opening", "speaker", "why"), OPENINGS)
def test_who_speaks_in_a_text_printed_in_full(opening: str, speaker: str, why: str) -> None:
    said = read_paragraphs(opening, *TEXT).statements
    assert [s.speaker for s in said] == [(speaker,)] * len(TEXT), why


def test_what_a_page_tells_below_a_text_is_no_signature() -> None:
    below = "외무성 부상 김선경동지는 이날 대사를 만났다."
    said = read_paragraphs(OPENINGS[0][0], *TEXT, "주체115(2026)년 5월 5일", below).statements
    assert {s.speaker for s in said} == {("북한 외무성 대변인",)}


def test_the_commentary_of_an_agency_is_its_own() -> None:
    said = read_paragraphs(
        "조선중앙통신사는 5일 론평을 발표하였다.", "론평은 다음과 같다.", *TEXT
    ).statements
    assert [s.speaker for s in said] == [("조선중앙통신",)] * len(TEXT)


@pytest.mark.parametrize(
    ("heading", "speaker", "why"),
    [
        ("조선민주주의인민공화국 국방성 공보실장 담화", "북한 국방성 공보실장", "apart"),
        ("조선민주주의인민공화국 외무성 대변인담화", "북한 외무성 대변인", "in one word"),
        ("조선민주주의인민공화국 정부성명", "북한 정부", "in one word, whose is two"),
        (
            "김여정 조선로동당 중앙위원회 부부장 담화 발표",
            "김여정",
            "that it was issued is no kind",
        ),
    ],
)
def test_a_heading_alone_may_say_whose_the_text_is(heading: str, speaker: str, why: str) -> None:
    said = read_paragraphs(heading, *TEXT).statements
    assert [s.speaker for s in said] == [(speaker,)] * len(TEXT), why


@pytest.mark.parametrize(
    ("heading", "speaker", "why"),
    [
        ("조선인민군 총참모부 보도", "북한군 총참모부", "what elsewhere is a report"),
        ("조선민주주의인민공화국 외무성 대변인대답", "북한 외무성 대변인", "an answer"),
        (
            "조선민주주의인민공화국 외무성 대변인 조선중앙통신사 기자가 제기한 질문에 대답",
            "북한 외무성 대변인",
            "who asked is not whose it is",
        ),
        ("조선중앙통신사 상보", "조선중앙통신", "an agency's own"),
    ],
)
def test_a_page_dated_in_the_north_has_more_kinds_of_text(
    heading: str, speaker: str, why: str
) -> None:
    page = f"{heading}\n주체115(2026)년 6월 19일\n\n{TEXT[0]}\n\n{TEXT[1]}\n\n"
    signed = read(f"{page}주체115(2026)년 6월 18일\n평 양\n").statements
    assert [s.speaker for s in signed] == [(speaker,)] * len(TEXT), why
    assert [s.date for s in signed] == ["2026-06-18"] * len(TEXT), "the day beneath it"
    undated = read_paragraphs(heading, *TEXT).statements
    assert all(s.rule != "fulltext" for s in undated), "in the South such a line is a headline"


@pytest.mark.parametrize(
    ("opening", "speaker", "why"),
    [
        (
            ("북한 국방성 대변인은 8일 담화를 발표하였다.", "담화의 전문은 다음과 같다."),
            "북한 국방성 대변인",
            "announced a sentence before it opens",
        ),
        (
            ("북한 국방성 대변인은 8일 담화를 내고 다음과 같이 밝혔다.",),
            "북한 국방성 대변인",
            "announced and opened in one sentence",
        ),
        (("국방성 대변인담화의 전문은 다음과 같다.",), "국방성 대변인", "as the page has it"),
    ],
)
def test_what_announces_a_text_is_no_part_of_it(
    opening: tuple[str, ...], speaker: str, why: str
) -> None:
    said = read_paragraphs("국방성 대변인 담화", *opening, *TEXT).statements
    assert [s.speaker for s in said] == [(speaker,)] * len(TEXT), why


def test_names_in_marks_leave_a_text_a_text() -> None:
    said = read_paragraphs(
        "조선민주주의인민공화국 국방성 공보실장 담화",
        "적들의 《봄 방패》연습도 침략적이다.",
        "우리가 무엇을 기다려야 하는가.",
    ).statements
    assert [s.speaker for s in said] == [("북한 국방성 공보실장",)] * 2


def test_a_report_under_such_a_heading_is_no_text() -> None:
    said = read_paragraphs(
        "조선민주주의인민공화국 국방성 공보실장 담화",
        "북한 국방성 공보실장이 담화에서 훈련을 그만두라고 주장했다.",
        "한국 국방부는 대비 태세를 유지하고 있다고 밝혔다.",
    ).statements
    assert all(s.rule != "fulltext" for s in said)


@pytest.mark.parametrize(
    ("heading", "why"),
    [
        (
            "유엔 안보리, 북한 미사일 발사 규탄 성명",
            "a headline tells: a comma parts who from what",
        ),
        ("유엔 안보리 북한 미사일 발사 규탄 성명", "whoever is named behind is what it is about"),
    ],
)
def test_a_headline_that_ends_in_the_kind_of_text_is_no_heading(heading: str, why: str) -> None:
    said = read_paragraphs(
        heading, "안보리는 29일 뉴욕에서 긴급회의를 열었다.", "회의는 두 시간 만에 끝났다."
    ).statements
    assert all(s.rule != "fulltext" for s in said), why


COMMUNIQUES = [
    (
        "남북은 5일 판문점에서 회담하고 공동보도문을 냈다. 다음은 보도문과 양측의 발언이다.",
        ("한국", "북한"),
        "a shortened noun, and other texts beside it",
    ),
    (
        "북한과 러시아는 5일 합의서에 서명했다. 합의서 내용은 다음과 같다.",
        ("북한", "러시아"),
        "as of any text",
    ),
    (
        "북한과 미국은 5일 싱가포르에서 만나 공동성명을 냈다. 다음은 성명 전문.",
        ("북한", "미국"),
        "where it was signed is no party",
    ),
]
ITEMS = ("1. 양측은 길을 잇기로 하였다.", "2. 양측은 또 만나기로 하였다.")


@pytest.mark.parametrize(("opening", "parties", "why"), COMMUNIQUES)
def test_a_communique_is_its_parties(opening: str, parties: tuple[str, ...], why: str) -> None:
    reading = read_paragraphs(
        opening, *ITEMS, "2024년 11월 5일 판문점", "대변인은 “뜻깊다”고 말했다."
    )
    texts = [s for s in reading.statements if s.rule == "fulltext:communique"]
    assert [set(s.speaker) for s in texts] == [set(parties)] * 2, why
    assert [s.date for s in texts] == ["2024-11-05"] * 2
    assert reading.statements[-1].speaker == ("대변인",)


def test_a_text_without_items_is_no_communique() -> None:
    reading = read_paragraphs(
        "북한과 러시아는 5일 회담하고 공보문을 냈다. 다음은 공보문 요지다.",
        "대변인은 “뜻깊다”고 말했다.",
    )
    assert all(s.rule != "fulltext:communique" for s in reading.statements)


WHOLE = [
    (
        ("최한결 북한 외무성 부상이 5일 담화를 냈다.", "통일부는 유감이라고 했다."),
        "다음은 담화 전문이다.",
        "최한결",
        "who gave the text, not who spoke last",
    ),
    (
        ("한빛당 최한결 대표가 5일 물러났다.", "청와대는 유감이라고 했다."),
        "다음은 최한결 대표의 회견문 전문.",
        "최한결",
        "who is named before the noun",
    ),
]


@pytest.mark.parametrize(("before", "opening", "speaker", "why"), WHOLE)
def test_a_text_announced_as_whole(
    before: tuple[str, ...], opening: str, speaker: str, why: str
) -> None:
    said = read_paragraphs(*before, opening, "저는 오늘 말씀드립니다.", "고맙습니다.").statements
    assert [s.speaker for s in said if s.rule == "fulltext"] == [(speaker,)] * 2, why


BLOCKS = [
    (
        (
            "검찰은 5일 까닭을 이렇게 말했다.",
            "법은 모두에게 같다. 벌은 무거워야 한다.",
            "재판은 10일 이어진다.",
        ),
        [("검찰", "법은 모두에게 같다. 벌은 무거워야 한다")],
        "one paragraph and no more",
    ),
    (
        ("최한결 의원은 물음에 이렇게 답했다.", "법원은 달아날 수 있다며 영장을 내줬다."),
        [],
        "somebody tells of what another one says",
    ),
    (
        ("최한결 의원은 이렇게 말했다. 그리고 떠났다.", "길은 멀다. 더 걸어야 한다."),
        [],
        "the paragraph goes on behind the verb",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), BLOCKS)
def test_a_paragraph_that_somebody_is_told_to_say(
    paragraphs: tuple[str, ...], expected: list[tuple[str, str]], why: str
) -> None:
    reading = read_paragraphs(*paragraphs)
    text = reading.article.text
    found = [s for s in reading.statements if s.rule == "fulltext"]
    assert [(s.speaker[0], s.span.of(text)) for s in found] == expected, why


def test_what_is_announced_as_said_is_said_in_the_same_paragraph() -> None:
    reading = read_paragraphs(
        "몽골 외교부 대변인은 4일 입장을 밝힐 것을 북한에 요구했다.",
        "대변인은 다음과 같이 지적했다. 길은 멀다. 배가 모자란다. 대변인은 자리를 떴다.",
    )
    text = reading.article.text
    found = [s for s in reading.statements if s.rule == "recited"]
    assert [(s.speaker, s.span.of(text), s.date) for s in found] == [
        (("몽골 외교부 대변인",), "길은 멀다", "2024-11-04"),
        (("몽골 외교부 대변인",), "배가 모자란다", "2024-11-04"),
    ], "not what tells of the speaker"


def test_of_its_own_words_an_office_is_not_the_reporter() -> None:
    reading = read_paragraphs(
        "북한 국방성 대변인은 8일 다음과 같은 담화를 발표하였다.",
        "미국과 한국은 9일 합동군사연습을 개시하였다.",
        "우리는 미국이 연습을 중지할것을 요구한다.",
    )
    chains = {e.type: [link.name for link in e.chain] for e in reading.events}
    assert chains["REQUEST"] == [], "it asks itself"
    assert chains["MOBILIZE"] == ["북한 국방성"], "what others do it hands on, as the office"


def test_who_is_told_of_behind_the_signature_did_not_sign() -> None:
    said = read_paragraphs(
        "조선민주주의인민공화국 외무성 대변인은 5일 다음과 같은 담화를 발표하였다.",
        *TEXT,
        "주체115(2026)년 5월 5일",
        "평 양",
        "외무성 부상 김선경동지는 이날 왕야쥔대사를 만났다.",
    ).statements
    assert {s.speaker for s in said} == {("북한 외무성 대변인",)}


def test_guests_of_a_talk_say_their_turns_and_hosts_ask() -> None:
    statements = read_paragraphs(
        "최한결 가람대 교수와 이야기를 나눴습니다.",
        "◇진행자> 길은 언제 열립니까?",
        "◆최한결> 아직 막혀 있습니다. 더 기다려야 합니다.",
        "◇진행자> 고맙습니다.",
    ).statements
    assert [s.speaker for s in statements] == [("최한결",)]


def test_spoken_hearsay_shares_a_syllable_with_its_verb() -> None:
    reading = read_paragraphs("남북이 9일 판문점에서 이산가족 상봉에 합의했답니다.")
    assert [e.type for e in reading.events] == ["AGREE"]


GREETING = """위원장 홍길산동지께서 로씨야련방 대통령에게 축전을 보내시였다

로씨야련방 대통령
울라지미르 뿌찐각하

나는 국경절에 즈음하여 당신께 축하의 인사를 드립니다.
나는 두 나라 사이의 친선이 더 깊어지리라고 믿습니다.

위원장 홍길산
주체115(2026)년 6월 12일
평 양
"""


def test_a_message_is_printed_under_a_headline_that_tells_of_it() -> None:
    said = read(GREETING).statements
    assert [s.speaker for s in said] == [("홍길산",)] * 2
    assert [s.date for s in said] == ["2026-06-12"] * 2
    assert [s.addressee for s in said] == [("블라디미르 푸틴",)] * 2
    told = GREETING.replace("나는 두", "대통령은 “고맙다”고 말했다. 나는 두")
    assert all(s.rule != "fulltext" for s in read(told).statements), "then the page is a report"


def test_what_was_agreed_so_is_no_text_without_a_heading() -> None:
    opening = "북과 남은 9일 실무회담을 진행하고 다음과 같이 합의하였다."
    said = read_paragraphs(opening, "1. 쌍방은 친선을 깊이 한다.", "2. 쌍방은 서로 돕는다.")
    assert all(not s.rule.startswith("fulltext") for s in said.statements)


@pytest.mark.parametrize(
    ("heading", "opening", "parties"),
    [
        (
            "북남실무회담 공동보도문",
            "북과 남은 2026년 3월 9일 실무회담을 진행하고 다음과 같이 합의하였다.",
            ("북한", "한국"),
        ),
        (
            "조선민주주의인민공화국과 로씨야련방사이의 공동성명",
            "조선민주주의인민공화국과 로씨야련방은 2026년 3월 9일 다음과 같이 성명한다.",
            ("북한", "러시아"),
        ),
    ],
)
def test_a_heading_says_that_what_was_agreed_so_is_a_text(
    heading: str, opening: str, parties: tuple[str, ...]
) -> None:
    items = ("1. 쌍방은 친선을 깊이 한다.", "2. 쌍방은 서로 돕는다.")
    said = read("\n\n".join((heading, opening, *items, "2026년 3월 9일"))).statements
    assert [s.speaker for s in said] == [parties] * len(items)
    assert {s.date for s in said} == {"2026-03-09"}


def test_a_ministry_acts_in_its_own_text_on_the_day_beneath_it() -> None:
    page = (
        "외교부 대변인 성명\n\n1. 우리 정부는 북한이 발사체를 쏜 것을 강력히 규탄한다.\n\n"
        "2. 정부는 북한이 대화에 나올 것을 엄중히 촉구한다.\n\n2026. 8. 29.\n"
    )
    reading = read(page)
    said = [s.span.of(page) for s in reading.statements]
    assert said[1] == "정부는 북한이 대화에 나올 것을 엄중히 촉구한다", "without its number"
    acts = [e for e in reading.events if e.type in {"ACCUSE", "REQUEST"}]
    assert [(e.type, e.date, e.chain) for e in acts] == [
        ("ACCUSE", "2026-08-29", ()),
        ("REQUEST", "2026-08-29", ()),
    ]
