"""What a page says was not mentioned; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import document_of
from haengbo.model.reading import Omission
from haengbo.reading.attribution import find_attributions
from haengbo.reading.wording import find_omissions


def omissions_of(*sentences: str) -> tuple[Omission, ...]:
    document = document_of(*sentences)
    return find_omissions(document, find_attributions(document))


LEAD = "북한 외무성은 1일 공보문을 냈다."

ROWS = [
    ("대변인은 병력 규모를 두고 말을 아꼈다.", "병력 규모", "a topic before 두고"),
    ("공보문에서 날짜는 온데간데없었다.", "날짜", "gone without a trace"),
    ("러시아 국방부는 배의 침몰을 시인하지도 부인하지도 않았다.", "배의 침몰", "neither nor"),
    ("라브로프 장관은 답변을 얼버무렸다.", "답변", "mumbled"),
    ("철군 문제에 대한 언급은 없었다.", "철군 문제", "noun before 에 대한"),
    ("조선중앙통신은 두 장관의 면담 사실을 보도하지 않았다.", "두 장관의 면담 사실", "object"),
    ("회담 날짜는 공보문에서 빠졌다.", "회담 날짜", "topic, with the text it is missing from"),
    ("공보문에는 제재라는 단어가 없었다.", "제재라는 단어", "the word for a word belongs to it"),
    ("노동신문 기사에는 곡물 지원이 한 줄도 나오지 않았다.", "곡물 지원", "adverb of degree"),
    ("통신은 어떤 합의가 있었는지도 언급하지 않았다.", "어떤 합의가 있었는지", "a clause"),
    (
        "미국의 제안에도 북한은 아무런 반응을 보이지 않았다.",
        "미국의 제안에 대한 반응",
        "reaction",
    ),
    (
        "미국의 제안에도 북한은 즉각적인 반응을 보이지 않았다.",
        "미국의 제안에 대한 즉각적인 반응",
        "which reaction",
    ),
    ("북한대사관은 논평 요청에 답하지 않았다.", "논평", "a request without an answer"),
    (
        "중국은 이번 발사에 아직 아무런 반응도 내지 않고 있다.",
        "이번 발사에 대한 반응",
        "still nothing",
    ),
    ("북한은 사흘째 답을 내놓지 않았다.", "답", "nothing offered"),
    ("러시아 외무부는 곡물 지원설에 대해 함구했다.", "곡물 지원설", "keeps silent"),
    ("곡물 지원설에 대해서도 두 나라는 침묵했다.", "곡물 지원설", "named behind it"),
    ("대변인은 날짜를 묻는 질문에 즉답을 피했다.", "날짜", "asked, and avoided"),
    (
        "대변인은 추가 제재가 발사와 관련 있느냐는 물음에 “두고 보자”며 답을 피했다.",
        "추가 제재가 발사와 관련 있느냐는 물음에 대한 답",
        "asked, and something else said instead",
    ),
    ("북측은 회담 날짜를 통보해 오지 않고 있다.", "회담 날짜", "not let known"),
    ("외무상은 파병에 대해서는 언급을 삼갔다.", "파병", "avoided"),
    ("차관은 브리핑에서 구체적인 답변을 피했다.", "구체적인 답변", "avoided, of nothing named"),
    ("북한 매체는 이틀째 이 훈련을 다루지 않고 있다.", "이 훈련", "taken up by nobody"),
    ("러시아 대사관은 파견 여부를 확인해 주지 않았다.", "파견 여부", "not confirmed"),
    (
        "북한은 일본의 제의에 아직 답을 내놓지 않았다.",
        "일본의 제의에 대한 답",
        "an answer to something",
    ),
    ("러시아 외무부는 논평하지 않았다.", "논평", "no comment"),
    ("러시아 외무부는 본지의 질문에 9일 오후까지 묵묵부답이다.", "질문에 대한 답", "until an hour"),
    ("대변인은 이에 관한 질문에 즉답을 피했다.", "즉답", "nobody knows what 이 means"),
    ("담화는 휴전에 대해서는 한마디도 하지 않았다.", "휴전", "not a word about it"),
    ("합의문의 기한은 어느 쪽도 밝히지 않았다.", "합의문의 기한", "neither side tells it"),
    ("러시아 쪽 글에서는 휴전이 자취를 감췄다.", "휴전", "gone from what somebody wrote"),
    ("보도문에 사상자 수와 지명은 없었다.", "사상자 수와 지명", "missing from a text"),
    ("중국 발표문에서 비핵화 문구가 사라졌다.", "비핵화 문구", "gone from a text"),
    (
        "이번 신년사에서 ‘한마음’은 자취를 감췄다.",
        "‘한마음’",
        "gone from a text, in other words",
    ),
    ("이번 공보문에서 철군 문제가 빠진 데 유감을 표했다.", "철군 문제", "left out, relative"),
    ("대사는 거래 의혹은 쏙 빼놓고 곡물만 이야기했다.", "거래 의혹", "left out of a talk"),
    (
        "대변인은 방문 날짜를 정했느냐는 물음에 언급을 피했다.",
        "방문 날짜를 정했느냐는 물음에 대한 답",
        "asked whether",
    ),
    (
        "대변인은 특사가 친서를 지니고 있는지 밝히지 않았다.",
        "특사가 친서를 지니고 있는지",
        "the whole clause",
    ),
    (
        "방북 시기를 묻자 대변인은 “때가 되면 안다”며 즉답하지 않았다.",
        "방북 시기",
        "asked, and put off in quotation marks",
    ),
    ("정부는 사과를 요구했으나 북측의 답은 없었다.", "사과 요구에 대한 답", "asked for in vain"),
    ("장관은 곡물 문제를 묻는 말에 즉답을 피했다.", "곡물 문제", "asked in other words"),
    ("서기는 거래설을 묻는 기자에게 대답하지 않았다.", "거래설", "asked by a reporter"),
    ("보도문 어디에도 포로 이야기는 없었다.", "포로 이야기", "nowhere in a text"),
    ("대변인실은 방문 날짜를 확인해 줄 수 없다고 했다.", "방문 날짜", "cannot tell"),
    ("통신은 피해 규모는 감춘 채 복구만 보도했다.", "피해 규모", "hidden"),
    ("대사관은 방문 일정 공개를 거부했다.", "방문 일정", "kept back"),
    ("성명에서 눈에 띄는 것은 포로 송환에 대한 침묵이다.", "포로 송환", "silence on something"),
    ("공화국대표부는 전자우편 질의에 회신하지 않았다.", "질의", "a query without an answer"),
    ("공보문에서는 제재라는 단어를 찾아볼 수 없었다.", "제재라는 단어", "sought in vain"),
    ("비핵화는 어느 쪽 발표문에도 등장하지 않았다.", "비핵화", "missing from every text"),
    ("외무성은 통지문을 보낸 사실도 함구했다.", "통지문을 보낸 사실", "keeps silent about an act"),
    ("담화는 대화를 끊겠다는 말도 하지 않았다.", "대화를 끊겠다는 말", "a word not said"),
    ("공동보도문은 어업 분야를 한 글자도 담지 않았다.", "어업 분야", "not put into a text"),
    ("서명 사실은 러시아 자료에만 나오고 북한 보도에는 나오지 않는다.", "서명 사실", "in one text"),
    ("담화는 두 나라를 겨냥한 비난은 자제했다.", "두 나라를 겨냥한 비난", "held back"),
    ("러시아는 나흘째 아무런 공식 발표도 하지 않았다.", "공식 발표", "nothing published"),
    ("명단 교환에 대한 북측의 회신은 오늘도 없었다.", "명단 교환에 대한 북측의 회신", "no reply"),
    ("통신은 훈련에 대해 논평 없이 사실만 보도했다.", "훈련에 대한 논평", "a fact without comment"),
    ("대통령실은 누구를 만날지는 추후 공개하겠다고만 했다.", "누구를 만날지", "to be told later"),
    ("외교부는 면담 여부를 비밀에 부쳤다.", "면담 여부", "kept secret"),
    (
        "정부는 어선 송환에 대해 “답변을 삼가겠다”고 했다.",
        "어선 송환",
        "declined in quotation marks",
    ),
    ("조선중앙TV는 외빈석 장면을 편집했다.", "외빈석 장면", "cut out"),
    ("대사는 ‘얼마냐’는 물음에 대꾸하지 않았다.", "‘얼마냐’는 물음에 대한 답", "a quoted question"),
    ("날짜를 묻는 질문이 쏟아졌지만 대표단은 입을 꾹 다물었다.", "날짜", "met by silence"),
    ("크렘린궁은 서한의 내용을 공개할 계획이 없다고 밝혔다.", "서한의 내용", "will not publish"),
    ("북한은 대답 대신 미사일을 쏘았다.", "답", "something else than an answer"),
    ("신문은 배석자의 이름을 적지 않았다.", "배석자의 이름", "not written"),
    ("조선중앙통신은 회담에서 오간 말을 옮기지 않았다.", "회담에서 오간 말", "words not relayed"),
    (
        "매체는 이 사고와 관련해 내부 주민들에게 일절 알리지 않고 있다.",
        "이 사고",
        "where it is silent",
    ),
    (
        "보도에는 통상 나오던 비행거리가 빠진 채 나왔다.",
        "통상 나오던 비행거리",
        "left out of a report",
    ),
    (
        "러시아는 항구를 열었다고 발표했으나 북한 매체는 이를 보도하지 않았다.",
        "항구를 열었다",
        "what a pronoun stands for",
    ),
]

SILENT = [
    (
        "통일부는 왕이 부장이 특사라는 사실에 대해서는 언급하지 않았다.",
        "통일부",
        "who acts in what is left out does not leave it out",
    ),
    (
        "조선중앙통신은 북한 외무성이 연회를 차렸다고 보도했지만 방북 목적은 알리지 않았다.",
        "조선중앙통신",
        "not who acts in what is told",
    ),
    (
        "중국은 환영했지만 북한은 이 제안에 반응하지 않았다.",
        "북한",
        "another clause",
    ),
    ("북한 매체는 회담 소식을 보도하지 않았다.", "북한 매체", "its media, not the state"),
    (
        "라브로프 장관은 성명을 냈다. 성명은 제재를 언급하지 않았다.",
        "세르게이 라브로프 성명",
        "whose text it is",
    ),
    (
        "추가 합의가 있었는지는 북한과 러시아 모두 밝히지 않았다.",
        "북한과 러시아",
        "two together",
    ),
    ("회담 내용은 공개되지 않았다.", None, "nobody in particular"),
    ("서울은 아직 이 제안에 답을 내놓지 않고 있다.", None, "somebody whom nobody knows"),
    ("미국 대통령의 제안에도 북한은 아무런 반응을 보이지 않았다.", "북한", "named behind it"),
    ("북한 외무성은 회담 날짜를 공개하지 않았다.", "북한 외무성", "named before it"),
]

NONE = [
    ("두 장관은 협력 방안을 두고 논의했다.", "a topic that is talked of"),
    ("하늘은 흐렸고 회담은 길었다.", "weather"),
    ("대통령은 책임을 시인하지 않았다.", "one side of it alone"),
    ("러시아는 지원설을 확인도 부인도 하지 않았다.", "something was said"),
    ("회담장에서 국기가 사라졌다.", "a thing is gone, no words"),
    ("회담 뒤 그는 자취를 감췄다.", "somebody is gone"),
    ("국제기구는 핵시설을 직접 확인할 수 없다고 밝혔다.", "could not see for itself"),
    ("대표단은 만찬에 나타나지 않았다.", "people do not appear"),
    ("회담은 열리지 않았다.", "not a matter of telling"),
    ("머리카락이 많이 빠졌다.", "nothing that could have told it"),
    ("대표단은 박물관에 들어가지 않았다.", "entering is no telling without a text"),
    ("통신은 면담 사실을 보도했다.", "it was told"),
    ("북한은 실무 접촉 요청에 응하지 않았다.", "a refusal, no silence"),
    ("공보문에 따르면 두 나라 사이에 문제는 없었다.", "no lack of words"),
    ("대변인은 논평하지 않겠다고 답했다.", "he says so himself"),
    ("대변인은 언급하지 않았다.", "the topic is who is silent"),
    ("대표단은 마스크를 쓰지 않았다.", "a mask is no word"),
    ("한국에서는 반대 의견도 적지 않았다.", "not a few, no silence"),
    ("의료진이 달려왔지만 반응이 없었다.", "no answer to anybody's proposal"),
    ("당국자는 기자단에 모습을 드러내지 않았다.", "somebody is not to be seen"),
    ("유엔 대사는 제재 결의를 인정하지 않는다고 했다.", "a refusal to recognise"),
    ("담화는 비판을 피했다.", "escaping criticism"),
    ("상반기에 열린다던 연합훈련도 없었다.", "it did not take place"),
    ("북한이 확답을 주지 않으면 회담은 없다고 장관은 말했다.", "nobody is silent yet"),
    ("대변인은 문답에서 배를 뒤졌지만 마약은 나오지 않았다고 말했다.", "a thing, not in a text"),
    ("장관은 “철군에 대한 언급은 없었다”고 말했다.", "somebody else says so, in quotation marks"),
]


@pytest.mark.parametrize(("sentence", "what", "why"), ROWS)
def test_omission_is_found(sentence: str, what: str, why: str) -> None:
    assert [o.what for o in omissions_of(LEAD, sentence)] == [what], why


@pytest.mark.parametrize(("sentence", "by", "why"), SILENT)
def test_who_is_silent(sentence: str, by: str | None, why: str) -> None:
    assert [o.by for o in omissions_of(sentence)] == [by], why


@pytest.mark.parametrize(("sentence", "why"), NONE)
def test_no_omission(sentence: str, why: str) -> None:
    assert omissions_of(LEAD, sentence) == (), why


def test_two_things_in_one_sentence_are_one_remark() -> None:
    found = omissions_of(LEAD, "공보문에는 협정 본문이 실리지 않았고, 군사라는 단어도 없었다.")
    assert [o.what for o in found] == ["협정 본문, 군사라는 단어"]


@pytest.mark.parametrize(
    ("again", "count", "why"),
    [
        ("도널드 트럼프 대통령의 회담 제안에도 북한은 즉각 반응하지 않았다.", 1, "told again"),
        ("블라디미르 푸틴 대통령의 제안에도 북한은 반응하지 않았다.", 2, "towards another"),
    ],
)
def test_one_silence_is_one_omission(again: str, count: int, why: str) -> None:
    first = "도널드 트럼프 대통령의 손짓에도 북한은 아무런 반응을 보이지 않았다."
    assert len(omissions_of(LEAD, first, again)) == count, why
