"""Where words end, begin, and whose they are not; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import document_of, read_paragraphs
from haengbo.reading.attribution import find_attributions

LEAD = "최선희 북한 외무상과 세르게이 라브로프 러시아 외무장관이 3일 원산에서 만나 회담했다."
CHOE, LAVROV = ("최선희",), ("세르게이 라브로프",)


def said(*paragraphs: str) -> list[tuple[tuple[str, ...], str]]:
    document = document_of(LEAD, *paragraphs)
    found = find_attributions(document).statements
    return [(s.speaker, s.span.of(document.text)) for s in found]


ROWS = [
    (
        "최 외무상은 미국이 훈련을 벌인다면서 이는 성의를 의심하게 한다고 강조했다.",
        [(CHOE, "미국이 훈련을 벌인다"), (CHOE, "이는 성의를 의심하게 한다")],
        "who lets others doubt says nothing by it",
    ),
    (
        "일본은 평양에 사무소를 열고 싶다는 의사도 전했다.",
        [(("일본",), "평양에 사무소를 열고 싶다")],
        "no doctor, but what was said",
    ),
    (
        "일본은 3일 외무성대변인 성명을 내고 회담을 미뤘다. 대변인은 “유감”이라고 했다.",
        [(("외무성대변인",), "유감")],
        "whose statement was told of before",
    ),
    (
        "라슬로 네메트 헝가리 외무장관은 “길다”고 했다. 네메트장관은 “짧다”고 했다.",
        [(("라슬로 네메트",), "길다"), (("라슬로 네메트",), "짧다")],
        "a Hungarian whose given name is printed first",
    ),
    (
        "라브로프 장관은 오늘 베를린에서, 일본은 회담에 나와야 한다고 말했습니다.",
        [(LAVROV, "일본은 회담에 나와야 한다")],
        "the place of saying, with a comma behind it, is not said",
    ),
    (
        "라브로프 장관은 현지 시각 3일 유엔총회 연설에서 회담이 길었다고 말했다.",
        [(LAVROV, "회담이 길었다")],
        "by which clock a day of saying is told is not said",
    ),
    (
        "회담을 미룰 것이라고 러시아 외무부대변인이 밝혔다. 이 대변인은 “유감”이라고 했다.",
        [(("러시아 외무부대변인",), "회담을 미룰 것"), (("러시아 외무부대변인",), "유감")],
        "office and spokesman in one word",
    ),
    (
        "일본은 회담을 미룰 것이라고 일본 외무성 관계자가 밝혔다. 이 관계자는 “유감”이라고 했다.",
        [(("일본 외무성 관계자",), "일본은 회담을 미룰 것"), (("일본 외무성 관계자",), "유감")],
        "the topic of what is said is not who goes on speaking",
    ),
    (
        "라브로프 장관이 연설하였다. 연설자는 성과가 크다고 말하였다. 앞길은 밝다고 강조하였다.",
        [(LAVROV, "성과가 크다"), (LAVROV, "앞길은 밝다")],
        "who makes a speech, as the North reports it; every sentence of it is the speaker's",
    ),
    (
        "라브로프 장관은 두 나라가 큰 성과를 거두고있는데 대하여 언급하였다.",
        [(LAVROV, "두 나라가 큰 성과를 거두고있는데")],
        "a matter told at length",
    ),
    (
        "라브로프 장관은 짧게 답했다. 정부가 파악하고 있는 것과 차이가 있다고 답했다.",
        [(LAVROV, "정부가 파악하고 있는 것과 차이가 있다")],
        "who knows it does not say so",
    ),
    (
        "양측과 접촉하는 한 중국 소식통은 “회담이 길었다”고 말했다.",
        [(("중국 소식통",), "회담이 길었다")],
        "한 before a source is no part of it, whatever the analyser says",
    ),
    (
        "라브로프 장관은 책임이 미국에 있을 것이라 말했다.",
        [(LAVROV, "책임이 미국에 있을 것")],
        "the particle of quotation left out before the verb that says so",
    ),
    (
        "라브로프 장관은 미국은 물론 일본에도 책임이 있다고 말했다.",
        [(LAVROV, "미국은 물론 일본에도 책임이 있다")],
        "named beside another, not as who speaks",
    ),
    (
        "라브로프 장관은 회담이 길어졌다고 불만을 터뜨렸다.",
        [(LAVROV, "회담이 길어졌다")],
        "a phrase of complaint",
    ),
    (
        "최 외무상은 합의를 잊지 말라고 신신당부했다.",
        [(CHOE, "합의를 잊지 말라")],
        "asked again and again",
    ),
    (
        "최 외무상은 조약이 살아 있다고 상기시켰다.",
        [(CHOE, "조약이 살아 있다")],
        "a causative of saying",
    ),
    (
        "라브로프 장관은 공연이 빼어났다고 격찬했다.",
        [(LAVROV, "공연이 빼어났다")],
        "praise",
    ),
    ("최 외무상은 뜻밖의 선물을 기뻐했다.", [], "joy over a thing says nothing"),
    ("라브로프 장관은 회담장에서 조건을 달아 둔 서류를 넘겼다.", [], "no clause is said"),
    ("최 외무상은 병사들을 독려했다.", [], "whom one spurs on, not what one says"),
    (
        "미국 국무부 대변인은 논의를 환영했다. 대변인은 “협의하겠다”고 말했다.",
        [(("미국 국무부 대변인",), "협의하겠다")],
        "the word alone is whoever was described with it",
    ),
    (
        "조선외무성 대변인이 담화를 냈다. 담화는 “도발을 끝내라”고 했다.",
        [(("북한 외무성 대변인",), "도발을 끝내라")],
        "a text of somebody without a name",
    ),
    (
        "관계자는 “협의하겠다”고 말했다.",
        [(("관계자",), "협의하겠다")],
        "nobody was described before",
    ),
    (
        "북한이 사절을 보내기로 했다고 알렸다.",
        [(("북한",), "사절을 보내기로 했다")],
        "what is decided is the doing of who says so, also with 이/가",
    ),
    (
        "북한은 물건이 들어온다며 걸리면 길을 막겠다고 알려왔다.",
        [(("북한",), "물건이 들어온다"), (("북한",), "걸리면 길을 막겠다")],
        "what others do, and one's own will",
    ),
    (
        "최 외무상은 곧 떠날 것이라며 회담이 열릴 것으로 낙관한다고 밝혔다.",
        [(CHOE, "곧 떠날 것"), (CHOE, "회담이 열릴 것으로 낙관한다")],
        "one speaker says both halves",
    ),
    (
        "최 외무상은 외무성 명의의 통지문을 러시아에 보내 유감을 나타내고 길을 열자고 제의했다.",
        [(CHOE, "길을 열자")],
        "what is sent and shown first is no part of the wish",
    ),
    (
        "최 외무상은 상대의 눈치를 봐야 해 서두르지는 못할 것이라고 했다.",
        [(CHOE, "상대의 눈치를 봐야 해 서두르지는 못할 것")],
        "는 behind 지 marks no topic",
    ),
    (
        "최 외무상은 모자란 부분은 회담에서 채우겠다고 말했다.",
        [(CHOE, "모자란 부분은 회담에서 채우겠다")],
        "a topic of its own: the occasion is said with it",
    ),
    (
        "최 외무상은 회담에 나오지 않을 수 있음을 내비쳤다.",
        [],
        "what is only let be felt",
    ),
    (
        "최 외무상은 비행장에서 두 나라는 한길을 간다고 말했다.",
        [(CHOE, "두 나라는 한길을 간다")],
        "where it was said, before a topic of its own",
    ),
    (
        "현지 소식통은 익명을 전제로 배가 떠났다고 말했다.",
        [(("현지 소식통",), "배가 떠났다")],
        "the condition on which one speaks is not said",
    ),
    (
        "현지 소식통은 배가 다음 달에나 떠날 것으로 내다봤다.",
        [(("현지 소식통",), "배가 다음 달에나 떠날 것")],
        "who looks ahead says so",
    ),
    (
        "러시아의 유엔주재 차석대사도 길이 막혔다고 주장했다.",
        [(("러시아의 유엔주재 차석대사",), "길이 막혔다")],
        "the body is where he is, the state whose he is",
    ),
    (
        "두 나라는 사절을 보내겠다는 북한의 15일 제안도 검토했다.",
        [],
        "what a noun of saying only names",
    ),
    (
        "회담이 중요해졌다는 최 외무상의 발언은 배경을 두고 말이 많다.",
        [],
        "what is only weighed is not said anew",
    ),
    (
        "최 외무상은 “받아들일 뜻이 없다”고 선을 그었다.",
        [(CHOE, "받아들일 뜻이 없다")],
        "a phrase of saying",
    ),
    (
        "북한 외무성은 조치를 전면 배격한다는 성명을 냈다.",
        [(("북한 외무성",), "조치를 전면 배격한다")],
        "what is issued says so",
    ),
    (
        "라브로프 장관은 협력은 계속될 것이라면서도 국제 의무는 지키겠다고 했다.",
        [(LAVROV, "협력은 계속될 것"), (LAVROV, "국제 의무는 지키겠다")],
        "면서도 belongs to neither half",
    ),
    (
        "최 외무상은 기자들과 만나 회담이 늦어진다고 말했다.",
        [(CHOE, "회담이 늦어진다")],
        "whom one meets to say it is not said",
    ),
    (
        "최 외무상은 텔레그램에 회담이 늦어진다고 밝혔다.",
        [(CHOE, "회담이 늦어진다")],
        "the platform is not said",
    ),
    (
        "라브로프 장관은 무기를 달라고 요청한 적이 있느냐는 질문에 “없다”고 답했다.",
        [(LAVROV, "없다")],
        "what is asked about was said by nobody",
    ),
    (
        "북한은 특별전시회 ‘조선의 별, 바다를 비추다’를 연다고 밝혔다.",
        [(("북한",), "특별전시회 ‘조선의 별, 바다를 비추다’를 연다")],
        "the name of an exhibition is no utterance",
    ),
    (
        "이는 최 외무상이 지난 1일 담화에서 “값을 치를 것”이라고 예고한 지 이틀 만이다.",
        [(CHOE, "값을 치를 것")],
        "지난 of a date closes no clause",
    ),
    (
        "최 외무상은 배가 떠나면 길을 막겠다고 못 박은 터였다.",
        [(CHOE, "배가 떠나면 길을 막겠다")],
        "터였다 tells it",
    ),
    (
        "최 외무상은 물러설 뜻이 없음을 분명히 했다. 최 외무상은 도움을 강조했다.",
        [(CHOE, "물러설 뜻이 없음")],
        "a clause that has become a noun; 도움 is a noun",
    ),
    (
        "북한은 먼저 맞았다는 주장을 굽히지 않았다.",
        [(("북한",), "먼저 맞았다")],
        "who does not give up a claim makes it",
    ),
    (
        "라브로프 장관은 문제될 것이 없다는 태도다.",
        [(LAVROV, "문제될 것이 없다")],
        "an attitude held",
    ),
    (
        "라브로프 장관은 한 푼도 내지 않겠다고 버텼다. 다리는 홍수에도 버텼다.",
        [(LAVROV, "한 푼도 내지 않겠다")],
        "who holds out says so; a bridge does not",
    ),
    (
        "라브로프 장관은 CNN에서 회담이 늦어진다고 말했다.",
        [(LAVROV, "회담이 늦어진다")],
        "where it was said is not said",
    ),
    (
        "라브로프 장관은 길이 끊겼을 때 자신은 몰랐다고 부인했다.",
        [(LAVROV, "자신은 몰랐다")],
        "when it was is not said",
    ),
    (
        "라브로프 장관은 다시 오겠다는 자신의 뜻을 밝혔다.",
        [(LAVROV, "다시 오겠다")],
        "whose will it is may stand before the noun",
    ),
    (
        "라브로프 장관은 “길은 처음부터 막혀 있었”으며, “이제 열린다”고 말했다.",
        [(LAVROV, "길은 처음부터 막혀 있었"), (LAVROV, "이제 열린다")],
        "the ending of what is quoted stands outside the marks",
    ),
    (
        "라브로프 장관은 “아직 이르다”며 장관이 아닌 개인으로서 미안하다고 말했다.",
        [(LAVROV, "아직 이르다"), (LAVROV, "장관이 아닌 개인으로서 미안하다")],
        "who somebody is not does not speak",
    ),
    (
        "북한에서는 길이 끊겼으며, 목격자들은 물이 넘쳤다고 말했다.",
        [(("목격자들",), "물이 넘쳤다")],
        "where it happens does not speak",
    ),
    (
        "북한은 훈련을 비난한 데 비해 라브로프 장관은 지켜보겠다고 말했다.",
        [(LAVROV, "지켜보겠다")],
        "who is set against another speaks for himself",
    ),
    (
        "라브로프 장관은 “곧 만나자”, “기다린다”라고 말했다.",
        [(LAVROV, "곧 만나자"), (LAVROV, "기다린다")],
        "a row of clauses before one verb",
    ),
    (
        "사퇴 발표 이후 검찰 간부들이 “죄송하다”고 말했다.",
        [(("검찰 간부들",), "죄송하다")],
        "when it was is none of who speaks",
    ),
    ("라브로프 장관은 “길은 멀다”.", [(LAVROV, "길은 멀다")], "a topic, its words and no verb"),
    (
        "최 외무상이 평양에서 열린 회의에 나와 “길은 멀다”고 했다.",
        [(CHOE, "길은 멀다")],
        "what opens is the meeting",
    ),
    (
        "최 외무상이 3일 기자회견을 열고 협정을 접는 방안을 저울질한다고 밝혔다.",
        [(CHOE, "협정을 접는 방안을 저울질한다")],
        "who holds an occasion of speaking speaks there, although 이/가 alone leaves it open",
    ),
    (
        "라브로프 장관은 “문은 열려 있다”며 북측에 다시 회담을 제안했다고 밝혔다.",
        [(LAVROV, "문은 열려 있다"), (LAVROV, "북측에 다시 회담을 제안했다")],
        "what one tells of the own asking is said as well",
    ),
    (
        "라브로프 장관은 최 외무상이 다시는 막지 않겠다고 약속했다고 상기시켰다.",
        [
            (LAVROV, "최 외무상이 다시는 막지 않겠다고 약속했다"),
            (CHOE, "다시는 막지 않겠다"),
        ],
        "that somebody promised is a claim of whoever recalls it",
    ),
    (
        "최 외무상은 생각이 다르다. “길은 막혀 있다”는 것이다.",
        [(CHOE, "길은 막혀 있다")],
        "how one sees it, and then the words",
    ),
    (
        "홍가람 가람대 교수의 견해는 다르다. 길이 막혀 있다는 것이다.",
        [(("홍가람",), "길이 막혀 있다")],
        "whose view it is stands in the genitive",
    ),
    (
        "북한은 미국이 길을 열면 배를 보내겠다는 ‘큰 제안’을 공개했다.",
        [(("북한",), "미국이 길을 열면 배를 보내겠다")],
        "the noun for what was said has a name of its own",
    ),
    (
        "한미일 외교장관은 길을 막는 일은 불법이라고 밝혔다.",
        [(("한미일 외교장관",), "길을 막는 일은 불법")],
        "three states' ministers are not one state's",
    ),
    (
        "홍가람 가람대 교수는 “길이 막힐 것”으로 내다보면서도 “배는 다닌다”고 했다.",
        [(("홍가람",), "길이 막힐 것"), (("홍가람",), "배는 다닌다")],
        "what somebody reckons with is said",
    ),
    (
        "최 외무상과 라브로프 장관은 “길을 열어야 한다”는 데 뜻을 같이했다.",
        [((*CHOE, *LAVROV), "길을 열어야 한다")],
        "several say so together",
    ),
    (
        "최 외무상은 “길은 없다”고 했다. 배는 보내지 않겠다고 못 박은 것이다.",
        [(CHOE, "길은 없다"), (CHOE, "배는 보내지 않겠다")],
        "what was said, said more fully",
    ),
    (
        "최 외무상은 “고맙다”고 했다. 훈련은 “불법”이라고 규탄하고 길을 열라고 요구했다.",
        [(CHOE, "고맙다"), (CHOE, "불법"), (CHOE, "길을 열라")],
        "the second half goes on with the first",
    ),
    (
        "교도통신은 일본이 다시 만나자고 요청했지만 북한이 막고 있다고 보도했다.",
        [(("일본",), "다시 만나자")],
        "a medium asks for nothing itself, whatever goes on in the second half",
    ),
    (
        "라브로프 장관은 “길은 멀다”고 했다. 두 나라는 배를 샀다. 그는 곧 떠난다고 했다.",
        [(LAVROV, "길은 멀다"), (LAVROV, "곧 떠난다")],
        "a pronoun past a sentence about states",
    ),
    (
        "최 외무상은 “길은 멀다”며 필요하다면 먼저 나서겠다고 말했다.",
        [(CHOE, "길은 멀다"), (CHOE, "필요하다면 먼저 나서겠다")],
        "on what condition is part of what is said",
    ),
    (
        "최 외무상은 돌아왔다. “길을 어떻게 보느냐”고 묻자 그는 “멀다”고 답했다.",
        [(CHOE, "멀다")],
        "who is asked does not ask",
    ),
    (
        "최 외무상은 공항에서 기자들이 “길을 어떻게 보느냐”고 묻자 “멀다”고 답했다.",
        [(CHOE, "멀다")],
        "the press asks",
    ),
    (
        "최 외무상은 돌아왔다. 라브로프 장관이 언제 떠나는가 하는 물음에는 “모른다”고 답했다.",
        [(CHOE, "모른다")],
        "who is asked about does not answer",
    ),
    (
        "최 외무상은 다음과 같이 말하였다. 《길은 아직 멀다.》",
        [(CHOE, "길은 아직 멀다.")],
        "words that are to follow",
    ),
    ("최 외무상은 두 나라에 이견이 없음을 확인했다.", [(CHOE, "두 나라에 이견이 없음")], "-음을"),
    (
        "교도통신은 최 외무상이 원산에서 열린 국제회의에서 “길은 멀다”고 말했다고 전했다.",
        [(CHOE, "길은 멀다")],
        "what opened is the meeting; who spoke there stands before it",
    ),
    (
        "최 외무상이 협정이 깨진 데 대해 “길은 멀다”고 말했다.",
        [(CHOE, "길은 멀다")],
        "what broke has a subject of its own",
    ),
    (
        "교도통신은 최 외무상이 길이 열리면 떠나겠다고 말했다고 전했다.",
        [(CHOE, "길이 열리면 떠나겠다")],
        "so has a condition",
    ),
    (
        "교도통신은 최 외무상이 길이 멀다고 밝혔다며 최 외무상이 배가 없다고 덧붙였다고 전했다.",
        [(CHOE, "길이 멀다"), (CHOE, "배가 없다")],
        "a medium tells both",
    ),
    ("최 외무상이 길은 멀다고 밝힌다면 회담은 깨진다.", [], "nobody has said so"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), ROWS)
def test_what_is_said(sentence: str, expected: list[tuple[tuple[str, ...], str]], why: str) -> None:
    assert said(sentence) == expected, why


def test_a_stretch_of_days_dates_no_utterance() -> None:
    reading = read_paragraphs(
        LEAD, "러시아 국방부는 지난 8일부터 13일까지 수송함이 병력을 옮겼다고 설명했다."
    )
    assert [s.date for s in reading.statements] == [None]


def test_an_unnamed_source_still_speaks_to_the_broadcaster() -> None:
    reading = read_paragraphs(
        LEAD,
        "북한 소식통은 자유아시아방송에 “세관이 열렸다”고 전했다. 소식통은 “열차가 오간다”고 했다.",
    )
    chains = [[link.name for link in s.chain] for s in reading.statements]
    assert chains == [["자유아시아방송"], ["자유아시아방송"]]


def test_what_is_added_is_still_the_same_speaker_s() -> None:
    reading = read_paragraphs(
        LEAD, "라브로프 장관은 길이 멀다고 말했다. 또 북한이 먼저 물었다고 덧붙였다."
    )
    assert [s.speaker for s in reading.statements][-2:] == [LAVROV] * 2


def test_a_day_from_which_something_will_be_is_none_of_saying() -> None:
    reading = read_paragraphs(LEAD, "러시아 국방부는 8일부터 수송함이 병력을 옮긴다고 설명했다.")
    assert [s.date for s in reading.statements] == [None]


def test_a_dateline_is_not_said() -> None:
    reading = read_paragraphs("(서울=새솔통신) 민가람 기자 = 배가 떠났다고 통일부가 밝혔다.")
    text = reading.article.text
    assert [s.span.of(text) for s in reading.statements] == ["배가 떠났다"]
