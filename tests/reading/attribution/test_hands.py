"""Words that pass through several hands, and whose texts are quoted; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import document_of, read_paragraphs
from haengbo.reading.attribution import find_attributions

LEAD = "최선희 북한 외무상과 세르게이 라브로프 러시아 외무장관이 3일 원산에서 만나 회담했다."
CHOE = ("최선희",)


def said(*paragraphs: str) -> list[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """Speaker, words and chain of every statement."""
    document = document_of(LEAD, *paragraphs)
    return [
        (s.speaker, s.span.of(document.text), tuple(link.name for link in s.chain))
        for s in find_attributions(document).statements
    ]


ROWS = [
    (
        "최 외무상은 배가 곧 떠난다고 말했다고 도쿄신문 인터넷판이 보도했다.",
        [(CHOE, "배가 곧 떠난다", ("도쿄신문",))],
        "the edition of a medium is the medium",
    ),
    (
        "로이터통신은 마리야 자하로바 외무부 대변인을 인용해 배가 곧 떠난다고 보도했다.",
        [(("마리야 자하로바",), "배가 곧 떠난다", ("로이터통신",))],
        "who is cited by name speaks",
    ),
    (
        (
            "최 외무상이 곧 온다고 로이터통신이 마리야 자하로바 대변인을 인용해 보도했다. "
            "그는 “기쁘다”고 말했다."
        ),
        [
            (("마리야 자하로바",), "최 외무상이 곧 온다", ("로이터통신",)),
            (("마리야 자하로바",), "기쁘다", ("로이터통신",)),
        ],
        "그 is whom the agency cites, not whom the words are of",
    ),
    (
        "로이터통신은 공보문을 인용해 배가 곧 떠난다고 보도했다.",
        [],
        "a text that is cited is no speaker",
    ),
    (
        "타스통신은 “배가 곧 떠난다”는 외교 소식통의 말을 로이터통신을 인용해 보도했다.",
        [(("외교 소식통",), "배가 곧 떠난다", ("로이터통신", "타스통신"))],
        "three hands",
    ),
    (
        (
            "조선중앙통신은 최 외무상이 “가슴이 아프다”고 연설했다고 보도한 것으로 "
            "로이터통신이 전했다."
        ),
        [(CHOE, "가슴이 아프다", ("조선중앙통신", "로이터통신"))],
        "것으로 전했다",
    ),
    (
        "최 외무상은 “위협은 통하지 않는다”고 말하고 윁남이 국제무대에서 지지해주기 바란다고 했다.",
        [(CHOE, "위협은 통하지 않는다", ()), (CHOE, "윁남이 국제무대에서 지지해주기 바란다", ())],
        "-고 keeps the subject",
    ),
    (
        "북한 외무성이 기준선을 함께 정하자고 미국에 제안했다.",
        [(("북한 외무성",), "기준선을 함께 정하자", ())],
        "who wants it done, with 이/가",
    ),
    (
        (
            "미국 국무부는 북한 공병이 왔다는 러시아 국방부의 발표와 관련해, "
            "이는 결의에 어긋난다고 말했다."
        ),
        [
            (("미국 국무부",), "이는 결의에 어긋난다", ()),
        ],
        "what others announced is only named",
    ),
    (
        "통일부의 한 관계자는 북측 연락관이 “곧 알리겠다”고 말했다고 전했다.",
        [(("북측 연락관",), "곧 알리겠다", ("통일부의 관계자",))],
        "somebody unnamed hands on what an envoy said",
    ),
    (
        "내외통신에 따르면 최 외무상은 “길은 멀다”고 말했다고 중앙방송과 평양방송이 보도했다.",
        [(CHOE, "길은 멀다", ("조선중앙방송", "내외통신"))],
        "who stands in front told it last, and of two side by side the first counts",
    ),
    (
        (
            "라브로프 장관은 3일 회담에서 “길은 멀다”고 말했다. "
            "그는 또 “서두르자”고 했다고 오가람 외교부 대변인이 전했다."
        ),
        [
            (("세르게이 라브로프",), "길은 멀다", ("오가람",)),
            (("세르게이 라브로프",), "서두르자", ("오가람",)),
        ],
        "who hands on the second half handed on the first",
    ),
    (
        "최 외무상은 회담을 미룰 이유가 없다고 잘라 말했다.",
        [(CHOE, "회담을 미룰 이유가 없다", ())],
        "a verb of manner before the saying",
    ),
    (
        "최 외무상은 “우리도 나설 것”이라는 취지로 말했다.",
        [(CHOE, "우리도 나설 것", ())],
        "the gist of it",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), ROWS)
def test_whose_words(
    sentence: str, expected: list[tuple[tuple[str, ...], str, tuple[str, ...]]], why: str
) -> None:
    assert said(sentence) == expected, why


def test_intended_advice_has_not_been_given() -> None:
    found = said("최 외무상은 미국이 버티면 회담을 접으라고 지도부에 건의하겠다고 경고했다.")
    assert [words for _, words, _ in found] == ["미국이 버티면 회담을 접으라고 지도부에 건의하겠다"]


def test_text_belongs_to_whoever_is_described_as_issuing_it() -> None:
    found = said(
        "외무성 대변인은 최근 미국이 성명을 발표한것과 관련하여 25일 담화를 발표하였다.",
        "담화는 《인내에는 한계가 있다》라고 밝혔다.",
    )
    assert [(speaker, words) for speaker, words, _ in found] == [
        (("외무성 대변인",), "인내에는 한계가 있다")
    ]


def test_bare_title_is_whoever_was_described() -> None:
    found = said(
        "외무성 보도국 대외정책실장은 일본이 선을 넘었다고 주장하였다.",
        "실장은 일본이 사죄하여야 한다고 말하였다.",
    )
    assert len({speaker for speaker, _, _ in found}) == 1


def test_cited_stranger_is_the_one_who_goes_on() -> None:
    found = said(
        "로이터통신은 우크라이나 정보당국 관계자를 인용해 병력이 늘었다고 전했다.",
        "이 관계자는 “병력은 쿠르스크에 있다”고 말했다.",
    )
    assert found[-1][0] == ("우크라이나 정보당국 관계자",)


def test_text_aired_by_an_agency_stays_with_it() -> None:
    found = said(
        "최 외무상이 4일 조선중앙통신을 통해 담화를 발표했다.",
        "최 외무상은 훈련을 가리켜 “군사적 도발”이라고 비난했다.",
        "이어 “권리를 행사할 것”이라고 경고했다.",
    )
    assert [chain for _, _, chain in found] == [("조선중앙통신",), ("조선중앙통신",)]


def test_what_is_announced_rests_on_who_announces_it() -> None:
    events = read_paragraphs("국방부는 북한이 러시아에 병력을 보냈다고 밝혔다.").events
    assert [[link.name for link in e.chain] for e in events] == [["한국 국방부"]]


def test_others_acts_in_a_text_rest_on_its_author() -> None:
    reading = read_paragraphs(
        "조선로동당 중앙위원회 부부장 김여정동지는 26일 다음과 같은 담화를 발표하였다.",
        "일본은 지난해 5월 만나자고 우리에게 제의하였다.",
        "우리는 일본과의 그 어떤 접촉도 거부할것이다.",
    )
    asked = [e for e in reading.events if e.type == "REQUEST"]
    assert [[link.name for link in e.chain] for e in asked] == [["김여정"]]
