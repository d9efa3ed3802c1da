"""Through whom the page knows; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import OUTLET, document_of
from haengbo.model.span import Span
from haengbo.reading.attribution import find_attributions

LEAD = "최선희 북한 외무상과 세르게이 라브로프 러시아 외무장관이 3일 원산에서 만나 회담했다"


def chain_at(words: str, *paragraphs: str, act: bool = False) -> list[str]:
    """Chain of the place where ``words`` stand."""
    document = document_of(*paragraphs)
    start = document.text.rindex(words)
    span = Span(start, start + len(words))
    return [link.name for link in find_attributions(document).chain_of(span, act=act)]


def chains(*paragraphs: str) -> list[list[str]]:
    """Chains of the statements."""
    found = find_attributions(document_of(*paragraphs)).statements
    return [[link.name for link in s.chain] for s in found]


EXPLICIT = [
    (f"{LEAD}고 조선중앙통신이 4일 보도했다.", ["조선중앙통신"], "after the clause"),
    (f"조선중앙통신은 4일 {LEAD}고 전했다.", ["조선중앙통신"], "before the clause"),
    (f"타스통신에 따르면 {LEAD}.", ["타스통신"], "에 따르면"),
    (
        f"로이터통신에 따르면 조선중앙통신은 {LEAD}고 전했다.",
        ["조선중앙통신", "로이터통신"],
        "nearest to the event first",
    ),
    (
        f"로이터통신은 4일 조선중앙통신을 인용해 {LEAD}고 보도했다.",
        ["조선중앙통신", "로이터통신"],
        "을 인용해",
    ),
    (
        f"타스통신은 {LEAD}고 마리야 자하로바 러시아 외무부 대변인을 인용해 보도했다.",
        ["마리야 자하로바", "타스통신"],
        "an official who is cited",
    ),
    (
        f"타스통신 등 러시아 언론들은 4일 {LEAD}고 보도했다.",
        ["타스통신"],
        "the medium named among others",
    ),
    (f"교도통신 등 외신에 따르면 {LEAD}.", ["교도통신"], "the same with 에 따르면"),
    (
        f"타스통신은 마리야 자하로바 러시아 외무부 대변인의 발언을 인용, {LEAD}고 보도했다.",
        ["마리야 자하로바", "타스통신"],
        "의 발언을 인용",
    ),
    (f"{LEAD}고 일본 <교도통신>이 전했다.", ["교도통신"], "a name between angle brackets"),
    (f"<뉴욕타임스>(NYT)는 {LEAD}고 전했다.", ["뉴욕타임스"], "brackets, then an abbreviation"),
    (f"《로동신문》은 {LEAD}고 전하였다.", ["노동신문"], "a name between quotation marks"),
    (f"'교도통신'에 따르면 {LEAD}.", ["교도통신"], "single ones"),
    (f"<교도통신>에 따르면 {LEAD}.", ["교도통신"], "brackets before 에 따르면"),
    (f"{LEAD}고 도쿄(東京)신문이 전했다.", ["도쿄신문"], "characters within the name"),
    (f"{LEAD}고 러시아 외무부가 밝혔다.", ["러시아 외무부"], "an official body hands it on"),
    (f"조선중앙통신의 4일 보도에 따르면 {LEAD}.", ["조선중앙통신"], "the day of the report"),
    (f"노동신문 4일자에 따르면 {LEAD}.", ["노동신문"], "the issue of a day"),
    (f"타스통신이 4일 전한 바에 의하면 {LEAD}.", ["타스통신"], "what it has reported"),
    (f"{LEAD}고 ‘새누리뷰’ 등 몽골 언론이 4일 전했다.", ["새누리뷰"], "a medium of its kind"),
    (f"{LEAD}고 외교부의 한 당국자가 전했다.", ["외교부의 당국자"], "somebody of an office"),
    (
        f"조선중앙통신이 {LEAD}고 보도한 가운데 배가 떠났다.",
        ["조선중앙통신"],
        "amid which it is told",
    ),
    (f"조선중앙통신에 따르면 {LEAD}고 한다.", ["조선중앙통신"], "hearsay of the agency's"),
    (f"{LEAD}.", [], "the narrator"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), EXPLICIT)
def test_chain_of_what_a_sentence_tells(sentence: str, expected: list[str], why: str) -> None:
    assert chain_at("회담했다", sentence) == expected, why


def test_a_text_given_out_through_an_agency_is_known_through_it() -> None:
    found = chains(
        "최선희 북한 외무상은 2일 조선중앙통신을 통해 성명을 냈다.",
        "최 외무상은 “멈추라”고 말했다.",
    )
    assert found == [["조선중앙통신"]]


RELAYED = [
    (
        "강태희 한들대 교수는 “북한과 라오스는 1990년 협정을 맺었다”고 말했다.",
        "협정",
        ["강태희"],
        "a dated fact known only from him, though he judges by trade",
    ),
    (
        "강태희 한들대 교수는 “북한과 라오스는 곧 협정을 맺을 것”이라고 말했다.",
        "협정",
        [],
        "who foresees hands on nothing",
    ),
    (
        "강태희 한들대 교수는 “라브로프 장관은 1990년 협정을 뜻깊다고 말했다”고 전했다.",
        "협정",
        [],
        "what another said is recalled",
    ),
    (
        "강태희 한들대 교수는 “지난 9월 평양 회담 때 본 대로 답이 나왔다”고 말했다.",
        "회담",
        [],
        "a happening only named beside what is said",
    ),
    (
        "최선희 북한 외무상은 성명에서 라오스 대표단의 원산 방문 가능성을 언급했다.",
        "방문",
        ["최선희"],
        "what may come is known from who speaks of it",
    ),
    (
        "최선희 북한 외무상은 라오스 대표단이 원산을 방문한 뒤 길을 언급했다.",
        "방문",
        [],
        "what has come is known without",
    ),
    (
        "국가정보원은 북한이 지난달 병력을 러시아에 보낸 것으로 파악했다.",
        "보낸",
        ["국가정보원"],
        "what an office knows",
    ),
    (
        "국가정보원은 북한이 지난달 러시아에 병력을 보낸 정황을 포착했다.",
        "보낸",
        ["국가정보원"],
        "what an office saw signs of",
    ),
    ("북한이 지난달 병력을 러시아에 보낸 것으로 파악됐다.", "보낸", [], "by nobody named"),
    (
        "강태희 한들대 교수는 북한이 지난달 병력을 러시아에 보낸 것으로 봤다.",
        "보낸",
        [],
        "a person only judges",
    ),
    (
        "외교부는 라오스 대표단이 원산을 방문했다는 일본 교도통신의 5일 보도를 확인하지 않았다.",
        "방문했다",
        ["교도통신"],
        "what a medium brought stands before the noun for it",
    ),
    (
        "라오스 대표단이 원산을 방문했다는 국가정보원 보고가 있었다.",
        "방문했다",
        ["국가정보원"],
        "what an office brought",
    ),
    (
        "라오스 대표단이 원산을 방문했다는 일본 언론의 보도가 있었다.",
        "방문했다",
        [],
        "the papers of a country are nobody in particular",
    ),
    ("학자들에 따르면 북한은 1990년 협정을 맺었다.", "협정", [], "who judges without a name"),
]


@pytest.mark.parametrize(("sentence", "words", "expected", "why"), RELAYED)
def test_who_speaks_may_hand_on(sentence: str, words: str, expected: list[str], why: str) -> None:
    assert chain_at(words, sentence) == expected, why


THROUGH = [
    (
        "로이터통신은 4일 북한 사정에 밝은 한 소식통을 인용해 배가 원산을 떠났다고 보도했다.",
        "소식통은 이어 “닻을 올린 것은 밤”이라고 말했다.",
        [["로이터통신"]],
        "whom the agency cited goes on to it",
    ),
    (
        "로이터통신은 4일 북한 사정에 밝은 한 소식통을 인용해 배가 원산을 떠났다고 보도했다.",
        "한국 정부 당국자는 “확인 중”이라고 말했다.",
        [[]],
        "somebody else speaks for himself",
    ),
    (
        f"{LEAD}.",
        "일본 정부 관계자는 교도통신에 “곧 만난다”고 말했다고 로이터통신은 전했다.",
        [["교도통신", "로이터통신"]],
        "what is told names the nearer one",
    ),
    (
        f"{LEAD}.",
        "러시아 외무부에 따르면 최 외무상은 길을 찾을 용의가 있다고 말했다.",
        [["러시아 외무부"]],
        "a named source knows what somebody else said",
    ),
    (
        f"{LEAD}.",
        "최 외무상은 조선중앙통신에 실린 담화에서 “길을 찾는다”고 말했다.",
        [["조선중앙통신"]],
        "an agency prints what was said",
    ),
]


@pytest.mark.parametrize(("before", "sentence", "expected", "why"), THROUGH)
def test_through_whom_somebody_speaks(
    before: str, sentence: str, expected: list[list[str]], why: str
) -> None:
    assert chains(before, sentence) == expected, why


WITNESS = f"{LEAD}고 조선중앙통신이 4일 보도했다."

CARRIED = [
    ("최 외무상은 이날 연회를 차렸다.", "연회", ["조선중앙통신"], "the same people, the same day"),
    (
        "라브로프 장관은 2023년 10월에도 북한을 방문했다.",
        "방문했다",
        [],
        "another time is the narrator's",
    ),
    (
        "이날 공항에는 오가람 부상이 나와 대표단을 맞이했다.",
        "맞이했다",
        ["조선중앙통신"],
        "who was there",
    ),
    ("이번에는 오가람 부상이 나와 맞이했다.", "맞이했다", [], "another time"),
    ("최 외무상은 이날 배를 보낸 바 있다.", "배를 보낸", [], "what the page recalls"),
    (
        "외무성은 이날 라브로프 장관을 위해 연회를 차렸다.",
        "연회",
        ["조선중앙통신"],
        "an office of those who are told of",
    ),
    ("중국은 이날 배를 보냈다.", "배를 보냈다", [], "other people are the narrator's"),
    ("북한은 또 이날 배를 보냈다.", "배를 보냈다", ["조선중앙통신"], "what else their state does"),
    (
        "이번 회담은 밀착을 과시한 것으로 해석된다.",
        "과시한",
        [],
        "what the narrator makes of it",
    ),
    ("최 외무상은 5일 돌아갈 예정이다.", "돌아갈", [], "what is still to come"),
    (
        "보도에 따르면 중국은 6일 배를 보냈다.",
        "보냈다",
        ["조선중앙통신"],
        "the same report goes on",
    ),
    ("일본에서는 6일 보도에 따르면 배가 떠났다.", "떠났다", [], "not at the head, another report"),
]


@pytest.mark.parametrize(("sentence", "words", "expected", "why"), CARRIED)
def test_a_witness_carries_on(sentence: str, words: str, expected: list[str], why: str) -> None:
    assert chain_at(words, WITNESS, sentence) == expected, why


SPOKEN = [
    (
        "오가람 연해주 부지사는 최 외무상을 만난 자리에서 “환영한다”고 말했다.",
        [["조선중앙통신"]],
        "a guest of whom the witness tells",
    ),
    ("오가람 연해주 부지사는 “환영한다”고 말했다.", [[]], "a stranger speaks for himself"),
    (
        "오가람 북한 외무성 대변인은 4일 물음에 “길이 열렸다”고 말했다.",
        [["조선중앙통신"]],
        "who spoke is named after what he said to the medium of his state",
    ),
    (
        "오가람 러시아 외무부 대변인은 4일 물음에 “길이 열렸다”고 말했다.",
        [[]],
        "the spokesman of another state",
    ),
    (
        "최 외무상은 자신의 엑스(X)에 “길이 열렸다”고 썼다.",
        [[]],
        "on a channel of the own nobody stands between",
    ),
    (
        "[최선희/북한 외무상 : “길이 열렸습니다.”]",
        [[]],
        "a voice that is heard needs no witness",
    ),
    (
        "오가람 북한 외무성 대변인은 4일 기자회견에서 “길이 열렸다”고 말했다.",
        [[]],
        "somewhere of his own",
    ),
    (
        "최 외무상은 “길이 열렸다”고 했고 오가람 부지사는 “고맙다”고 화답했다고 한다.",
        [["조선중앙통신"], ["조선중앙통신"]],
        "what is hearsay goes on with the witness",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), SPOKEN)
def test_words_that_belong_to_the_account(
    sentence: str, expected: list[list[str]], why: str
) -> None:
    assert chains(WITNESS, sentence) == expected, why


def test_a_day_that_only_the_second_sentence_tells() -> None:
    """What the one told of said in that text is the agency's, not what he told reporters."""
    told = "최선희 북한 외무상이 의장에게 편지를 보냈다고 조선중앙통신이 전했다."
    more = "최 외무상은 지난 3일 보낸 편지에서 회담이 길었다고 주장했다."
    apart = "최 외무상은 지난 3일 기자들에게 회담이 길었다고 주장했다."
    assert chains(told, more) == [["조선중앙통신"]]
    assert chains(told, apart) == [[]]


def test_a_lead_in_which_somebody_speaks_to_the_page() -> None:
    lead = "오가람 미국 국방부 대변인은 기자들에게 “병사들이 싸웠다”고 말했다."
    below = "로이터통신은 한 당국자를 인용해 이들이 곧 전선에 나선다고 보도했다."
    assert chains(lead, below)[0] == []


def test_what_somebody_says_elsewhere_is_not_from_an_unnamed_source() -> None:
    scoop = (
        "로이터통신은 4일 한 당국자를 인용해 최선희 북한 외무상이 원산에서 배를 봤다고 보도했다."
    )
    own = "최 외무상은 이날 기자회견에서 “고맙다”고 말했다."
    assert chains(scoop, own)[-1:] == [[]]


TURNED = (
    "타스통신은 최선희 북한 외무상이 배를 약속했다고 주장했으나 "
    "노가람 미국 국무부 대변인은 부인했다."
)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "why"),
    [
        (
            (TURNED, "노가람 대변인은 “사실이 아니다”라고 말했다."),
            [],
            "who holds against what a medium told does not speak through it",
        ),
        (
            ("최선희 북한 외무상은 “길이 열렸다”고 타스통신은 전했다.",),
            ["타스통신"],
            "that she said so is left out",
        ),
        (
            (
                "국가정보원은 배가 떠났다고 밝혔다. 새 배는 없다고 덧붙였다.",
                "국정원이 국회에서 이 같은 내용을 보고했다고 노가람 의원이 전했다.",
            ),
            ["노가람"],
            "through whom the paragraph before is known",
        ),
        (
            ("외교부에 따르면 조태열 장관과 왕이 부장은 길을 논의했다. 왕 부장은 “멀다”고 했다.",),
            ["한국 외교부"],
            "an office tells on of those of whom it told",
        ),
        (
            ("외교부에 따르면 조태열 장관은 길을 논의했다. 왕이 부장은 “멀다”고 했다.",),
            [],
            "not of others",
        ),
        (
            ("최선희 북한 외무상은 타스통신과 가진 신년 회견을 통해 “길이 열렸다”고 했다.",),
            ["타스통신"],
            "a talk with a medium, whatever it is called",
        ),
        (
            ("타스통신이 왔다.", "최선희 북한 외무상은 본 통신과의 대담에서 “멀다”고 했다."),
            [],
            "the page's own agency is none named before",
        ),
    ],
)
def test_through_whom_the_last_words_are_known(
    paragraphs: tuple[str, ...], expected: list[str], why: str
) -> None:
    assert chains(*paragraphs)[-1] == expected, why


def test_what_an_office_tells_belongs_to_the_meeting_before() -> None:
    lead = f"{LEAD}. 러시아 외무부는 두 장관이 길을 논의했다고 밝혔다."
    assert chain_at("회담했다", lead) == ["러시아 외무부"]


def test_a_medium_named_before_brings_more() -> None:
    assert chain_at(
        "사과했다",
        f"{LEAD}고 조선중앙통신이 4일 보도했다.",
        "차관이 사과했다는 통신 보도가 있었다.",
    ) == ["조선중앙통신"]


def test_the_sentence_before_is_told_by_whom_said_so() -> None:
    before = "러시아 외무부는 최선희 북한 외무상이 원산을 떠났다고 밝혔다."
    after = "마리야 자하로바 러시아 외무부 대변인이 4일 이같이 말했다고 타스통신이 전했다."
    assert chains(before, after)[0] == ["타스통신"]


def test_a_text_told_first_and_aired_in_the_next_sentence() -> None:
    told = "최선희 북한 외무상은 4일 담화에서 “멈추라”고 밝혔다."
    assert chains(f"{told} 담화는 조선중앙통신을 통해 공개됐다.") == [["조선중앙통신"]]
    assert chains(f"{told} 담화는 대사관을 통해 전달됐다.") == [[]]


def test_what_was_told_is_said_more_fully() -> None:
    fully = "최 외무상은 지난해 9월 회담에서 “곧 온다”고 말했다는 것이다."
    assert chains(f"{WITNESS} {fully}") == [["조선중앙통신"]]
    judge = "윤서라 해솔연구원 연구위원은 “속내는 다르다”고 말했다."
    assert chains(f"{WITNESS} {judge} {fully}")[-1] == []


def test_a_spokesman_without_a_name_hands_on_for_the_office() -> None:
    sentence = "러시아 외무부 대변인은 최선희 북한 외무상이 원산을 떠났다고 말했다."
    assert chain_at("떠났다", "러시아 외무부는 조용하다.", sentence) == ["러시아 외무부"]
    nobody = "어느 대변인은 최선희 북한 외무상이 원산을 떠났다고 말했다."
    assert chain_at("떠났다", "러시아 외무부는 조용하다.", nobody) == []


def test_what_leads_up_to_a_report_is_of_its_days() -> None:
    report = "라브로프 장관은 25일 최 외무상에게 축전을 보냈다고 조선중앙통신이 전했다."
    assert chain_at("회담했다", f"{LEAD}. {report}") == []


def test_a_scene_that_a_medium_showed_is_known_from_it() -> None:
    act = "최선희 북한 외무상은 3일 환영식에서 아홉 명의 죽음을 인정했다."
    shown = "조선중앙통신이 4일 전한 장면은 오래 남았다."
    assert chains(f"{act} {shown}") == [["조선중앙통신"]]
    public = "최선희 북한 외무상은 3일 기자들에게 아홉 명의 죽음을 인정했다."
    assert chains(f"{public} {shown}") == [[]]


def test_an_office_by_which_somebody_s_words_are_known() -> None:
    sentence = "벨라루스 외무부에 따르면 최선희 북한 외무상은 “고맙다”고 말했다."
    assert chains(f"{LEAD}.", sentence) == [["벨라루스 외무부"]]


def test_who_does_the_like_is_not_told_of() -> None:
    paragraph = f"{WITNESS} 중국 역시 같은 날 배를 보냈다."
    assert chain_at("보냈다", paragraph) == []


PARTY = "조선중앙통신은 4일 황가람 주지사를 단장으로 하는 러시아 대표단이 평양에 도착했다고 전했다."


@pytest.mark.parametrize(
    ("sentence", "words", "expected", "why"),
    [
        (
            "오나라 부상이 비행장에서 대표단을 맞았다.",
            "맞았다",
            ["조선중앙통신"],
            "the delegation that it told of",
        ),
        ("오나라 부상이 비행장에서 손님을 맞았다.", "맞았다", [], "whoever that is"),
        ("중국은 대표단을 불러들였다.", "불러들였다", [], "a state of which it did not tell"),
    ],
)
def test_a_delegation_is_named_once(
    sentence: str, words: str, expected: list[str], why: str
) -> None:
    assert chain_at(words, PARTY, sentence) == expected, why


def test_a_talk_with_a_medium_that_the_next_sentence_names() -> None:
    said = "북한 외무성 대변인은 미국이 달라지지 않았다고 주장했다."
    where = "대변인은 조선중앙통신 기자와의 문답에서 배를 지적하며 이같이 말했다."
    assert chains(said, where) == [["조선중앙통신"]]


def test_a_later_medium_does_not_take_what_another_told_in_the_paragraph() -> None:
    first = "타스통신에 따르면 최선희 북한 외무상은 4일 “고맙다”고 말했다."
    on = "그러면서 최 외무상은 “길이 열렸다”고 밝혔다."
    other = "로이터통신은 최 외무상이 원산을 떠났다고 전했다."
    assert chains(f"{first} {on} {other}")[:2] == [["타스통신"], ["타스통신"]]


def test_those_of_the_lead_are_told_of_with_what_takes_it_up() -> None:
    lead = "김가람 북한 부총리는 3일 쿠바에서 오나라 이란 대통령과 만났다."
    below = "오나라 대통령은 “고맙다”고 말했다고 조선중앙통신이 4일 전했다."
    assert chain_at("몽골", lead, below, "김 부총리는 몽골 총리와도 만났다.") == ["조선중앙통신"]


def test_the_narrator_turns_to_somebody_else_in_the_paragraph() -> None:
    paragraph = f"{WITNESS} 황가람 장관은 대통령의 인사를 전했다."
    beside = "최선희 북한 외무상은 지난해 황가람 장관과 만났다."
    assert chain_at("인사", beside, paragraph) == ["조선중앙통신"]
    assert chain_at("인사", "바다는 조용하다.", paragraph) == []


def test_a_state_speaks_through_its_organ_and_an_office_by_itself() -> None:
    below = "타스통신은 4일 배가 블라디보스토크를 떠났다고 전했다."
    assert chains("러시아는 4일 배를 보낸다고 발표했다.", below) == [["타스통신"]]
    assert chains("러시아 외무부는 4일 배를 보낸다고 발표했다.", below) == [[]]


def test_another_voice_ends_the_witness() -> None:
    voice = "윤서라 해솔연구원 연구위원은 “속내는 다르다”고 말했다."
    assert chain_at("떠났다", WITNESS, voice, "최 외무상은 이날 떠났다.") == []


@pytest.mark.parametrize(
    ("before", "report", "expected", "why"),
    [
        (
            "오가람 일본 외무성 국장은 3일 베이징에서 최선희 북한 외무상과 회담했다.",
            "교도통신은 복수의 소식통을 인용해 최 외무상이 곧 온다고 보도했다.",
            [],
            "who opens the sentence begins an account of the own",
        ),
        (
            "멕시코는 3일 대사를 추방했다.",
            "AFP통신에 따르면 대사는 4일 고개를 숙였다.",
            [],
            "and so does 에 따르면",
        ),
        (
            "최선희 북한 외무상은 3일 라브로프 장관과 회담했다.",
            "조선중앙통신은 최 외무상이 고마움을 전했다고 4일 알렸다.",
            ["조선중앙통신"],
            "what the North's people do is known from its organs alone",
        ),
        (
            "라브로프 러시아 외무장관은 3일 장관들과 회담했다.",
            "라브로프 장관이 고마움을 전했다고 타스통신이 4일 알렸다.",
            ["타스통신"],
            "who closes the sentence tells all that leads up to it",
        ),
    ],
)
def test_who_opens_a_sentence_tells_no_more(
    before: str, report: str, expected: list[str], why: str
) -> None:
    verb = before.rpartition(" ")[2].rstrip(".")
    assert chain_at(verb, "바다는 조용하다.", f"{before} {report}") == expected, why


@pytest.mark.parametrize(
    ("lead", "below", "expected", "why"),
    [
        (
            "최선희 북한 외무상이 3일 러시아 대표단과 회담했다.",
            "조선중앙통신은 4일 최 외무상이 기뻐했다고 전했다.",
            ["조선중앙통신"],
            "the only window to what the North does",
        ),
        (
            "오가람 몽골 외교장관이 3일 최선희 북한 외무상과 회담했다.",
            "몬차메통신은 4일 오 장관이 기뻐했다고 전했다.",
            [],
            "elsewhere others may have been there",
        ),
        (
            "최선희 북한 외무상이 3일 러시아 대표단과 회담했다.",
            "최 외무상은 조선중앙통신에 실린 담화에서 “고맙다”고 했다.",
            [],
            "where a text stood is no witness of the talks",
        ),
    ],
)
def test_what_a_lead_is_known_from(lead: str, below: str, expected: list[str], why: str) -> None:
    assert chain_at("회담했다", lead, below) == expected, why


def test_what_leads_up_to_a_report_in_one_paragraph_is_the_agency_s() -> None:
    paragraph = f"{LEAD}. 최 외무상이 라브로프 장관을 마중했다고 타스통신은 전했다."
    assert chain_at("회담했다", paragraph) == ["타스통신"]


def test_a_medium_between_the_speaker_and_the_page() -> None:
    sentence = "최 외무상은 “고맙다”고 말했다고 조선중앙통신이 전했다."
    assert chains(f"{LEAD}.", sentence) == [["조선중앙통신"]]


def test_what_may_come_about_is_foreseen_and_not_handed_on() -> None:
    told = "국가정보원은 국회에 최선희 북한 외무상이 러시아를 방문{}고 보고했다."
    assert chain_at("방문", "바다는 조용하다.", told.format("했다")) == ["국가정보원"]
    assert chain_at("방문", "바다는 조용하다.", told.format("할 수 있다")) == []


def test_who_judges_or_hides_is_no_link_but_somebody_of_an_office_is() -> None:
    judged = "윤서라 해솔연구원 연구위원은 “최 외무상이 러시아를 방문할 것”이라고 내다봤다."
    unnamed = "정부 당국자는 “최 외무상이 러시아를 방문했다”고 말했다."
    assert chain_at("방문할", f"{LEAD}.", judged) == []
    assert chain_at("방문했다", f"{LEAD}.", unnamed.replace("정부 당국자", "소식통")) == []
    assert chain_at("방문했다", f"{LEAD}.", unnamed) == ["정부 당국자"]


def test_the_speaker_reports_what_happened_but_not_the_own_act() -> None:
    sentence = "최 외무상은 “병사들이 쿠르스크에서 싸웠다”고 말했다고 조선중앙통신이 전했다."
    assert chain_at("싸웠다", f"{LEAD}.", sentence) == ["최선희", "조선중앙통신"]
    assert chain_at("싸웠다", f"{LEAD}.", sentence, act=True) == ["조선중앙통신"]


def test_an_interview_and_a_document_made_public() -> None:
    interview = "최 외무상은 타스통신 인터뷰에서 “고맙다”고 말했다."
    assert chains(f"{LEAD}.", interview) == [["타스통신"]]
    published = "조선중앙통신이 4일 공개한 공보문은 “쌍방은 일치하였다”고 밝혔다."
    assert chains(f"{LEAD}.", published) == [["조선중앙통신"]]


def test_the_page_s_own_outlet_is_no_reporter() -> None:
    assert chain_at("회담했다", f"{LEAD}고 {OUTLET}가 보도했다.") == []


def test_every_link_has_its_place() -> None:
    document = document_of(WITNESS, "최 외무상은 “고맙다”고 말했다.")
    found = find_attributions(document)
    links = [link for s in found.statements for link in s.chain]
    assert [link.name for link in links] == ["조선중앙통신"]
    assert links[0].span.of(document.text) == "조선중앙통신"
    assert links[0].rule.startswith("carried:")
