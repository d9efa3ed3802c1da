from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory import article_of, document_of
from haengbo.knowledge import Knowledge
from haengbo.model.article import Stated
from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.document import Document
from haengbo.reading.mentions import find_mentions
from haengbo.reading.prepare import prepare


def _named(document: Document, *, kind: ActorKind | None = None) -> list[tuple[str, str]]:
    """Bare name as printed and whom it denotes, in order, without pronouns."""
    return [
        (m.head.of(document.text), m.name)
        for m in document.mentions
        if (kind is None or m.kind is kind) and m.rule != "pronoun"
    ]


def _roles(document: Document) -> list[tuple[str, str | None, str | None]]:
    return [(m.name, m.title, m.of) for m in document.mentions if m.title is not None]


def _of_rule(document: Document, rule: str) -> list[tuple[str, str]]:
    return [(m.head.of(document.text), m.name) for m in document.mentions if m.rule == rule]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "북러 조약을 두고 한미일이 논의했다.",
            "북한 러시아 한국 미국 일본",
            "compounds name each",
        ),
        ("미·러 정상과 러북 군사협력", "미국 러시아 러시아 북한", "separators and order"),
        ("조로 두 나라의 친선", "북한 러시아", "the North's own order"),
        ("대미 압박과 반러 정서", "미국 러시아", "a state behind a prefix"),
        ("우크라이나산 곡물과 대우크라이나 지원", "우크라이나 우크라이나", "suffix and prefix"),
        ("조선소를 둘러본 뒤 인도주의 지원을 논의했다.", "", "inside longer words"),
        ("대중 매체는 조로증을 소개했다.", "", "ordinary words that look like compounds"),
        ("이란 말은 하지 않았다. ‘평화’란 이런 것이다.", "", "a particle, not a state"),
        ("이란 정부는 반대했다.", "이란", "the same form as a state"),
        ("북한산에 오른 시민", "", "a mountain"),
        ("23일 외무성이 답했다.", "", "a figure before 일 is no Japan"),
    ],
)
def test_states(text: str, expected: str, why: str) -> None:
    assert [name for _, name in _named(document_of(text), kind=ActorKind.STATE)] == (
        expected.split()
    ), why


@pytest.mark.parametrize(
    ("headline", "expected", "why"),
    [
        ("北 “대화 없다”…美 “문은 열려”", ["북한", "미국"], "Hanja"),
        ("러, 새 조약 비준…북 “환영”", ["러시아", "북한"], "one syllable in a headline"),
        ("회담 중 정전…양측 당황", [], "중 is during"),
    ],
)
def test_headlines(headline: str, expected: list[str], why: str, knowledge: Knowledge) -> None:
    article = article_of("본문이다.", title=headline)
    mentions = find_mentions(prepare(article, knowledge))
    assert [m.name for m in mentions if m.kind is ActorKind.STATE] == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "한서준 새벽평화연구원 선임연구위원은 신중했다.",
            [("한서준", "선임연구위원", "새벽평화연구원")],
            "name, institute, title",
        ),
        (
            "문가람 유라시아협력센터장과 도하진 서림대 교수가 토론했다.",
            [("문가람", "센터장", "유라시아협력센터"), ("도하진", "교수", "서림대")],
            "the head of a centre, a university cut to 대",
        ),
        (
            "니콜라이 벨스키 카자흐스탄 외무차관이 서울을 찾았다.",
            [("니콜라이 벨스키", "외무차관", "카자흐스탄")],
            "a transliterated name",
        ),
        (
            "마리나 코르닐로바(오른쪽) 러시아 문화부 차관이 인사했다.",
            [("마리나 코르닐로바", "문화부 차관", "러시아")],
            "a remark between name and title",
        ),
        (
            "리순철 당중앙군사위원회 위원, 박철림 당 경공업담당 비서가 나왔다.",
            [
                ("리순철", "당중앙군사위원회 위원", "조선노동당"),
                ("박철림", "당 경공업담당 비서", "조선노동당"),
            ],
            "two people with offices of the party",
        ),
        (
            "외무성 김철산 부상이 답했다.",
            [("김철산", "외무성 부상", "북한")],
            "the body before the name",
        ),
        (
            "야당 간사인 새누리당 나길동 의원은 반대했다.",
            [("나길동", "야당 간사", "국회"), ("나길동", "의원", "새누리당")],
            "copula, party, title",
        ),
        (
            "독일 뮐러슈미트 총리는 만남을 미뤘다.",
            [("뮐러슈미트", "총리", "독일")],
            "the state directly before a name of one word",
        ),
        (
            "이집트의 대통령인 오마르 파루크가 물러났다.",
            [("오마르 파루크", "대통령", "이집트")],
            "title first, with 의 and copula",
        ),
        (
            "식당 주인 홍복례(68) 씨는 웃었다.",
            [("홍복례", "식당 주인", None)],
            "a description before 씨 belongs to nobody",
        ),
        (
            "북한의 전시온 잠비아 대사가 떠났다.",
            [("전시온", "대사", "북한")],
            "an envoy is of the Korea before the name",
        ),
        (
            "쩐 타인 하이 베트남 공산당 중앙위원회 비서 겸 당 대외부장이 왔다.",
            [
                ("쩐 타인 하이", "중앙위원회 비서", "베트남공산당"),
                ("쩐 타인 하이", "당 대외부장", "베트남공산당"),
            ],
            "the party of the office before",
        ),
        (
            "리산들 조선적십자회 서기장이 왔다.",
            [("리산들", "서기장", "조선적십자회")],
            "a society's own name begins with 조선",
        ),
        (
            "나길동 청와대 국민소통수석과 존 하우드 미 국무부 한국과장이 만났다.",
            [
                ("나길동", "청와대 국민소통수석", "한국"),
                ("존 하우드", "국무부 한국과장", "미국"),
            ],
            "a desk for a country is no owner",
        ),
        (
            "시진핑 공산당 총서기가 친서를 보냈다.",
            [("시진핑", "총서기", "중국공산당")],
            "of parties of one name his own",
        ),
        ("고위 당국자와 현지 대사, 정부 대변인이 말했다.", [], "descriptions are no names"),
        ("시민 박모(41) 씨와 이모 씨가 기다렸다.", [], "anonymous people are no names"),
        ("대통령 선거와 장관 회의가 열렸다.", [], "titles without a name"),
    ],
)
def test_people_and_offices(
    text: str, expected: list[tuple[str, str | None, str | None]], why: str
) -> None:
    assert _roles(document_of(text)) == expected, why


def test_pack_gives_the_state_of_an_office() -> None:
    document = document_of("최선희 외무상과 세르게이 라브로프 외무장관이 만났다.")
    assert _roles(document) == [
        ("최선희", "외무상", "북한"),
        ("세르게이 라브로프", "외무장관", "러시아"),
    ]


def test_context_gives_the_state_of_a_strangers_office() -> None:
    document = document_of(
        "러시아에서는 보리스 그린코프 교통장관이, 북한 측에서는 리철산 부상이 나왔다.",
        "나해솔 통상교섭본부장은 배석하지 않았다.",
    )
    assert [(name, of) for name, _, of in _roles(document)][:2] == [
        ("보리스 그린코프", "러시아"),
        ("리철산", "북한"),
    ]


def test_a_stranger_is_known_again_by_full_and_family_name() -> None:
    document = document_of(
        "한서준 새벽평화연구원 연구위원은 신중했다.",
        "니콜라이 벨스키 카자흐스탄 외무차관은 달랐다. 벨스키 차관은 웃었다.",
        "한 위원은 벨스키를 만난 적이 있다. 한서준은 그렇게 썼다.",
    )
    people = [name for _, name in _named(document, kind=ActorKind.PERSON)]
    assert people == [
        "한서준", "니콜라이 벨스키", "니콜라이 벨스키", "한서준", "니콜라이 벨스키", "한서준",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "김정은 국무위원장과 김여정 부부장이 왔다. 김 부부장은 웃었고 김 위원장은 앉았다.",
            [("김", "김여정"), ("김", "김정은")],
            "the title tells which Kim",
        ),
        ("최선희 외무상이 왔다. 최 외무상은 앉았다.", [("최", "최선희")], "family name and title"),
        (
            "김여정 부부장이 김평해 간부부장과 왔다. 김 부부장은 웃었다.",
            [("김", "김여정")],
            "who heads the 간부부 is no deputy, though his title ends like one",
        ),
        ("두 정상이 앉았다. 이 자리에서 한 의원은 물었다.", [], "이 and 한 are no names here"),
        (
            "김정일 총비서와 김용순 비서가 왔다. 김정일 총비서는 떠났고 김 비서는 남았다.",
            [("김", "김용순")],
            "a 총비서 is no 비서",
        ),
        (
            "김정은 국무위원장과 김영남 상임위원장이 왔다. 김 상임위원장은 앉고 김 위원장은 갔다.",
            [("김", "김영남"), ("김", "김정은")],
            "who is called by the longer title is not meant by the shorter",
        ),
        (
            "쑨하이린 중국 외교부 부부장이 왔다. 쑨 부부장은 앉았다.",
            [("쑨", "쑨하이린")],
            "a Chinese family name that no Korean bears",
        ),
        (
            "저우하이린 중국 외교부 부부장이 왔다. 저우 부부장은 앉았다.",
            [("저우", "저우하이린")],
            "a Chinese family name that no Korean bears",
        ),
        (
            "송한결 북한 외무성 부상이 왔다. 송 외무성 부상은 앉았다.",
            [("송", "송한결")],
            "the body whose office it is stands between",
        ),
        (
            "그레첸 몰트 노르웨이 외교차관이 왔다. 그 차관은 앉았다.",
            [],
            "a determiner is no name",
        ),
        (
            "송한결차관이 왔다. 송차관은 웃었다. 이사장은 앉았다.",
            [("송", "송한결")],
            "a short title written onto the family name; 이사장 is a word",
        ),
    ],
)
def test_short_forms(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert _of_rule(document_of(text), "short-form") == expected, why


@pytest.mark.parametrize(
    ("published", "text", "expected", "why"),
    [
        ("2003-07-08", "노 대통령은 돌아왔다.", [("노", "노무현")], "in office on that day"),
        ("2009-07-08", "이 대통령은 떠났다.", [("이", "이명박")], "not the one of today"),
        ("2025-07-08", "이 대통령은 떠났다.", [("이", "이재명")], "the one of today"),
        ("2009-07-08", "노 대통령은 떠났다.", [], "no longer in office: not a page about now"),
        ("2003-07-08", "노 장관은 떠났다.", [], "of ministers there are many"),
    ],
)
def test_the_own_president_needs_no_full_name(
    published: str, text: str, expected: list[tuple[str, str]], why: str
) -> None:
    assert _of_rule(document_of(text, published=published), "short-form") == expected, why


def test_office_alone_denotes_its_holder_where_the_page_names_them() -> None:
    document = document_of("푸틴 대통령이 왔다. 러시아 대통령은 곧 떠났다.")
    assert _of_rule(document, "office") == [("대통령", "블라디미르 푸틴")]


def test_names_in_titles_and_credits_are_weak() -> None:
    document = document_of("최선희 북한 외무상이 왔다. 북한은 침묵했다.")
    states = [m for m in document.mentions if m.kind is ActorKind.STATE]
    assert [m.weak for m in states] == [True, False]


def test_bodies_in_titles_follow_the_person() -> None:
    document = document_of("마리야 자하로바 외무부 대변인과 조태열 외교부 장관이 말했다.")
    bodies = [name for _, name in _named(document, kind=ActorKind.ORGANISATION)]
    assert bodies == ["러시아 외무부", "한국 외교부"]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "부상은 베이징의 중국 외교부에 들어갔다.\n특사도 외교부를 찾았다.",
            "중국 외교부",
            "the one an earlier line named",
        ),
        (
            "부상은 베이징의 중국 외교부에 들어갔다.\n한국 외교부를 찾은 특사도 외교부를 칭찬했다.",
            "한국 외교부",
            "the page speaks of home",
        ),
        (
            "외교부는 논평했다.\n중국 외교부는 답했다.\n외교부는 반박했다.",
            "한국 외교부",
            "home first",
        ),
        ("외교부는 논평했다.", "한국 외교부", "nothing else is spoken of"),
        ("몽골 외무부가 답했다.\n외무부는 밝혔다.", "몽골 외교부", "no other is spoken of"),
        ("페루 외교부가 답했다.\n외교부는 밝혔다.", "페루 외교부", "nor does the pack know it"),
        (
            "라브로프 장관이 몽골 외무부에 왔다.\n외무부는 밝혔다.",
            "러시아 외무부",
            "somebody of the usual one is",
        ),
    ],
)
def test_a_ministry_without_its_state(text: str, expected: str, why: str) -> None:
    named = _named(document_of(*text.split("\n")), kind=ActorKind.ORGANISATION)
    assert named[-1] in {("외교부", expected), ("외무부", expected)}, why


def test_a_title_does_not_cut_a_body_in_two() -> None:
    document = document_of("이고르 벨린스키 러시아 검찰총장이 왔다.")
    assert _named(document, kind=ActorKind.ORGANISATION) == []
    assert _named(document, kind=ActorKind.STATE) == [("러시아", "러시아")]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("서울시는 버스를 늘린다고 밝혔다.", ["서울시"], "a city that speaks"),
        ("서울시는 눈이 많이 온다.", [], "a city where it snows"),
        ("한국 시각 오후 4시에 몽골어판이 열렸다.", [], "a time of day and a language"),
    ],
)
def test_cities_and_what_only_bears_the_name_of_a_state(
    text: str, expected: list[str], why: str
) -> None:
    kinds = (ActorKind.ORGANISATION, ActorKind.STATE)
    assert [m.name for m in document_of(text).mentions if m.kind in kinds] == expected, why


def test_a_longer_committee_is_another() -> None:
    names = {m.name for m in document_of("국회 체육관광방송통신위원회가 모였다.").mentions}
    assert "방송통신위원회" not in names


def test_a_committee_is_named_by_who_chairs_it() -> None:
    document = document_of("최한결 금융위원장이 왔다. 김정은 국무위원장도 왔다.")
    bodies = [m.name for m in document.mentions if m.rule == "title-body"]
    assert bodies == ["금융위원회"], "국무위원장 is a title by itself"


def test_a_remark_with_a_particle_ends_a_name() -> None:
    document = document_of("버락 오바마 (사진)가 공화당 대선 후보 밋 롬니를 이겼다.")
    assert "버락 오바마" not in {name for name, *_ in _roles(document)}


def test_the_writer_of_the_page_is_no_actor() -> None:
    document = document_of(
        "(서울=가람일보) 나길동 기자 = 북한이 성명을 냈다.",
        "[가람일보 나길동 기자] 북한은 침묵했다. 나길동 기자",
    )
    assert {m.name for m in document.mentions if m.kind is not ActorKind.PLACE} == {"북한"}


_NORTH = (
    "(평양 3월 4일발 조선중앙통신) 로씨야련방 비상사태성 부상 보리스 꾸즈네쪼브동지가 도착하였다.",
    "평양국제비행장에서 우리 나라 특명전권대사 리철산동지와 로씨야련방대사관 성원들이 맞이하였다.",
    "꾸즈네쪼브동지는 우리 군인들의 위훈을 로씨야는 잊지 않을것이라고 하였다.",
    "경애하는 김정은동지께서는 력사에 남을 일이라고 말씀하시였다.",
)


def test_a_page_of_the_north() -> None:
    document = document_of(*_NORTH)
    names = {m.name for m in document.mentions}
    assert "보리스 쿠즈네초프" in names, (
        "a Northern spelling of a stranger is written as the South does"
    )
    assert {"북한", "북한군", "러시아 비상사태부", "주북 러시아대사관", "김정은"} <= names
    assert "한국" not in names, "우리 나라 is the North here"
    assert ("보리스 쿠즈네초프", "비상사태성 부상", "러시아") in _roles(document)
    assert ("리철산", "특명전권대사", "북한") in _roles(document)


def test_our_army_in_a_quotation_is_not_the_souths() -> None:
    document = document_of("북한은 “우리 군이 참전했다”고 밝혔다.")
    assert "한국군" not in {m.name for m in document.mentions}


@pytest.mark.parametrize(
    ("text", "ground", "why"),
    [
        ("협상은 튀르키예 이스탄불에서 열렸다.", {"튀르키예"}, "a state before its town"),
        ("그는 캐나다 환경장관 회의에서 말했다.", {"캐나다"}, "a state before a meeting"),
        (
            "그는 이탈리아 로마를 찾은 뒤 돌아왔다.",
            set(),
            "whoever visits the town visits the state",
        ),
    ],
)
def test_ground(text: str, ground: set[str], why: str) -> None:
    document = document_of(text)
    assert {m.name for m in document.mentions if m.rule == "location"} == ground, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("폴란드 환경부는 반대했다.", "폴란드 환경부", "a state and its ministry"),
        ("국제극지기금(IPFX)이 지원했다.", None, "no head noun"),
        ("한국극지진흥원이 상을 주었다.", "한국극지진흥원", "a state inside and a head"),
        ("서울전차노동조합은 일을 멈췄다.", "서울전차노동조합", "a union"),
        ("한미동맹은 굳다.", None, "a compound of states is no body"),
        ("정부는 일부 식당을 도왔다.", None, "정부, 일부, 식당 are no bodies"),
        ("정찰위성과 항법위성을 쏘았다.", None, "위성 is no ministry"),
    ],
)
def test_organisations_by_head_noun(text: str, expected: str | None, why: str) -> None:
    found = [name for _, name in _of_rule(document_of(text), "head-noun")]
    assert found == ([expected] if expected else []), why


def test_two_people_of_one_office_keep_their_states(knowledge: Knowledge) -> None:
    article = replace(
        article_of("중국 외교부와 미국 국방부가 답했다."), outlet=Stated("KCNA", None, "t")
    )
    names = {m.name for m in find_mentions(prepare(article, knowledge))}
    assert {"중국 외교부", "미국 국방부", "중국", "미국"} <= names


def _sound(document: Document) -> None:
    order = [(m.span, m.head, m.name) for m in document.mentions]
    assert order == sorted(order)
    for mention in document.mentions:
        assert mention.span.contains(mention.head)
        assert mention.head.of(document.text).strip()
        assert 0 < mention.confidence <= 1


_PIECES = st.sampled_from(
    [
        *("북한", "러시아", "북러", "최선희", "외무상", "김", "위원장", "은", "는", "의"),
        *("그는", "양측은", "두", "정상은", "통신은", "동지", "씨", "새벽연구원", "연구위원"),
        *("조선로동당", "총비서", "이시며", "쇼이구", "서기", "1", "일", "기자", "北", "美"),
        *("(", ")", "“", "”", ",", ".", "=", "·", "\n"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=24))
def test_any_mixture_of_names_and_marks_is_read_soundly(pieces: list[str]) -> None:
    document = document_of(*(" ".join(pieces).split("\n")))
    _sound(document)


def test_mentions_are_sound_on_a_page() -> None:
    document = document_of(*_NORTH)
    _sound(document)
    assert all(isinstance(m, Mention) for m in document.mentions)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("특사는 유엔사무총장을 걸고들었다.", ["유엔"], "a command's name ends in the office"),
        ("특사는 유엔사를 찾았다.", ["유엔군사령부"], "the command"),
    ],
)
def test_an_office_in_one_word_with_its_body(text: str, expected: list[str], why: str) -> None:
    named = _named(document_of(text), kind=ActorKind.ORGANISATION)
    assert [name for _, name in named] == expected, why


def test_a_bracketed_dateline_is_no_part_of_an_office() -> None:
    document = document_of("【평양 8월 1일발 조선중앙통신】외무성 부상 박명수동지가 떠났다.")
    assert ("박명수", "박명수") in _named(document, kind=ActorKind.PERSON)
    assert ("외무성", "북한 외무성") in _named(document, kind=ActorKind.ORGANISATION)
