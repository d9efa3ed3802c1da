"""How a happening stands."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG = "왕이 중국 외교부장"

STATUSES = [
    (f"{WANG}이 평양을 방문했다.", "occurred", "told"),
    (f"{WANG}은 9일 평양을 방문한다고 밝혔다.", "planned", "a day after the page"),
    (f"{WANG}은 평양을 방문할 계획이라고 밝혔다.", "planned", "계획"),
    (f"{WANG}은 평양을 방문할 용의가 있다고 말했다.", "planned", "용의"),
    (f"{WANG}이 평양에 갈 공산이 크다.", "predicted", "공산"),
    (f"{WANG}이 평양을 방문할 수 있다는 전망이 나왔다.", "predicted", "수 있다"),
    (f"{WANG}의 방북 가능성이 제기된다.", "predicted", "a noun with 가능성"),
    (f"향후 {WANG}의 방북이 변수다.", "predicted", "향후"),
    (f"{WANG}은 평양을 방문하지 않았다.", "not_occurred", "negated"),
    (f"{WANG}의 방북이 무산됐다.", "not_occurred", "fell through"),
    (f"{WANG}은 평양을 방문해 회담을 이어 갈 예정이다.", "planned", "the last verb's mood"),
    (f"{WANG}은 평양을 방문한 뒤 결과를 발표할 예정이다.", "planned", "to come first is to come"),
    (f"{WANG}은 지난 1일 방북한 뒤 결과를 발표할 예정이다.", "occurred", "it has its day"),
    (f"{WANG}은 2일 저녁 방북한 뒤 3일 결과를 발표할 예정이다.", "planned", "later that day"),
    (f"{WANG}은 2일 오전 방북한 뒤 3일 결과를 발표할 예정이다.", "occurred", "the morning is over"),
    (f"{WANG}은 평양을 방문해 오래 기다려야 했다.", "occurred", "what had to be was"),
    (f"{WANG}이 3일 평양을 방문하는 것으로 알고 있다.", "planned", "known to come"),
    (f"{WANG}이 평양을 방문하자는 데 뜻을 모았다.", "planned", "agreed upon"),
    (f"{WANG}이 평양을 방문했을 당시 그는 없었다.", "occurred", "at the time"),
    (f"{WANG}이 평양을 방문했다면서 비가 올 가능성이 있다고 했다.", "occurred", "the rain may"),
    (f"대표단은 {WANG}의 연내 방북을 논의했다.", "predicted", "연내 lies ahead"),
    (f"{WANG}은 평양을 방문해 협력을 늘리기로 합의했다.", "occurred", "another verb's resolve"),
    (f"총리는 {WANG}의 평양 방문 계획을 취소했다.", "not_occurred", "the plan is called off"),
    (f"{WANG}이 평양에 갈 것이라고 외교부가 확인했다.", "planned", "announced, not foretold"),
    (f"{WANG}은 방북한 뒤, 교류는 늘 것이라고 했다.", "occurred", "something else will be"),
    (f"{WANG}이 평양을 찾을 것으로 알려졌다.", "planned", "what is to come is known, not guessed"),
    (f"{WANG}이 평양에 왔다는 한빛통신 보도가 있다.", "alleged", "only others report it"),
    (f"{WANG}이 평양에 다녀갔다는 설이 나돌았다.", "alleged", "hearsay"),
    (f"{WANG}은 9월 평양을 방문하려 했으나 무산됐다.", "not_occurred", "tried, and fell through"),
    (f"정부는 {WANG}의 평양 방문을 받아들이리라고 봤다.", "predicted", "what will be let come"),
    (
        f"{WANG}은 탑을 찾고 평양을 방문해 기쁨이 크리라고 했다.",
        "occurred",
        "sure of another matter",
    ),
    (f"합의문에는 {WANG}이 평양을 방문한다는 내용이 담겼다.", "planned", "what a paper holds"),
    (f"{WANG}은 평양을 방문하려다 발길을 돌렸다.", "not_occurred", "tried in vain"),
    (f"{WANG}은 평양을 방문하려던 계획을 접었다.", "not_occurred", "meant to, and gave up"),
    (f"{WANG}은 평양을 방문할 채비를 했다.", "planned", "what one gets ready for"),
    (f"{WANG}이 평양을 방문할 조짐이 보인다.", "predicted", "an omen"),
    (f"{WANG}이 평양을 방문했다는 증거는 없다.", "alleged", "unproven"),
    (f"{WANG}이 평양을 방문했다는 보도는 사실이 아니다.", "denied", "said to be untrue"),
    (f"{WANG}이 평양에 갈 것으로 3일 알려졌다.", "planned", "a day between parts no ending"),
    (f"{WANG}이 곧 평양에 갈 것 같다.", "predicted", "what seems to come"),
    (f"정부는 {WANG}이 평양에 다녀간 것으로 보고 있다.", "alleged", "as somebody sees it"),
    (f"대변인은 “{WANG}이 평양에 다녀갔다”고 주장했다.", "alleged", "claimed in quotation marks"),
    (f"{WANG}은 평양에 가기로 했던 계획을 철회했다.", "not_occurred", "settled, and given up"),
    (f"{WANG}은 평양에 가기로 되어 있었으나 일정을 미뤘다.", "not_occurred", "due, and put off"),
    (f"{WANG}은 평양에 가려다 그만뒀다.", "not_occurred", "tried, contracted"),
    (f"{WANG}은 “평양을 방문한 적이 없다”고 말했다.", "denied", "of oneself"),
    (f"지난달 평양을 방문한 {WANG}이 총리를 만날 수 있다고 봤다.", "occurred", "describes him"),
    (f"{WANG}이 평양을 방문하는 날이 올 수 있다고 봤다.", "predicted", "a day that may come"),
    (f"{WANG}이 평양을 방문한 것이라며 거래 의혹을 부인했다.", "occurred", "other denials"),
]


WITH_OTHERS = [
    ("미국은 제재를 풀고 대표부를 열기로 했다.", ["planned"], "joined to what is resolved"),
    ("북한은 제재를 풀고 쌀을 보낼 것을 미국에 요구했다.", [], "joined to what is asked for"),
    ("미국은 제재를 풀고 대표부를 열자고 북한에 제안했다.", [], "joined to what is proposed"),
    ("미국은 제재를 풀고 대표부를 열었다.", ["occurred"], "joined to what was done"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), WITH_OTHERS)
def test_a_deed_beside_another(sentence: str, expected: list[str], why: str) -> None:
    found = read_paragraphs(sentence).events
    assert [e.status.value for e in found if e.type == "CONCEDE"] == expected, why


@pytest.mark.parametrize(("sentence", "expected", "why"), STATUSES)
def test_status(sentence: str, expected: str, why: str) -> None:
    visits = [e.status.value for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert visits == [expected], why


NOTHING = [
    (f"{WANG}은 기자들에게 “북한이 중국에 항의할 필요가 있다”고 말했다.", "words only needed"),
    (f"정부는 {WANG}의 평양 방문에 대해서는 “모른다”고 답했다.", "answered about"),
    (f"{WANG}이 평양을 방문해 협력을 논의했을 것으로 추정된다.", "joined to a guess at the past"),
    (f"북한은 {WANG}이 평양을 방문하자는 제안을 받았다.", "proposed"),
    (f"북한은 {WANG}이 평양을 방문해 약속을 지켜야 한다고 밝혔다.", "joined to what ought to be"),
    (f"북한은 {WANG}이 평양을 방문해 대화를 이어가야 한다고 밝혔다.", "ought, with an auxiliary"),
    (f"{WANG}이 평양을 방문했을 것으로 추정된다.", "a guess at the past"),
    (f"{WANG}이 평양을 방문했는지 확인되지 않았다.", "asked"),
    (f"{WANG}이 평양을 방문하기는 쉽지 않다.", "unlikely"),
    (f"{WANG}이 평양을 방문하지 않으면 길이 없다.", "supposed"),
    (f"{WANG}이 평양을 방문해 준다면 길이 열린다.", "supposed, with an auxiliary"),
    (f"{WANG}이 평양을 방문했더라면 달랐을 것이다.", "against the fact"),
    (f"{WANG}이 평양을 방문하더라도 길이 없다.", "conceded, not told"),
    (f"{WANG}이 평양을 방문한다고 해도 길이 없다.", "conceded, said"),
    (f"{WANG}이 평양을 방문하지 않는 한 길이 없다.", "unless"),
    (f"북한은 {WANG}이 평양을 방문하기를 바란다고 밝혔다.", "wished for"),
    (f"{WANG}은 평양을 방문해 쌀 문제를 논의하기를 기대했다.", "joined to a wish"),
    (f"북한은 {WANG}이 평양을 방문하길 기대한다고 밝혔다.", "wished for, contracted"),
    (f"{WANG}은 평양을 방문하는 대신 편지를 보냈다.", "something else instead"),
    (f"{WANG}이 평양을 방문할 때까지 기다리기로 했다.", "waited for"),
    (f"{WANG}이 평양을 방문할 필요가 있다.", "needed"),
    (f"{WANG}이 평양을 방문할 것을 우려한다.", "feared"),
    (f"{WANG}이 평양을 방문할 조짐은 보이지 않는다.", "no omen"),
    (f"{WANG}은 평양을 방문하겠다고 말하지 않았다.", "not said"),
    (f"{WANG}이 평양을 방문하는 것이 바람직하다고 정부는 밝혔다.", "thought well of"),
    (f"{WANG}이 평양을 방문하는 문제와 날짜는 말하지 않았다.", "a matter"),
    (f"대변인은 {WANG}의 방북 계획을 묻는 질문에 말을 아꼈다.", "asked about by a noun"),
    (f"두 사람은 {WANG}이 평양을 찾는 방안을 논의했다.", "a scheme that is talked about"),
    ("북한은 미국이 제재를 먼저 풀라는 요구를 접지 않았다.", "an order that describes a noun"),
    ("북한은 대가를 받으면 핵개발을 동결할 용의가 있다고 밝혔다.", "only offered"),
    ("유엔 안보리는 북한의 자산을 동결하는 결의안을 표결에 부쳤다.", "what a draft holds"),
]


NEXT = [
    (f"{WANG}은 3일 방북할 예정이었다. 그러나 이 계획은 취소됐다.", "not_occurred", "called off"),
    (f"{WANG}은 9일 방북할 예정이다. 그러나 환영 행사는 취소됐다.", "planned", "something else is"),
    (f"{WANG}이 방북했다고 통신이 보도했다. 그러나 정부는 이를 부인했다.", "denied", "taken back"),
    (f"{WANG}이 방북했다고 통신이 보도했다. 그러나 정부는 말을 아꼈다.", "occurred", "left open"),
]


@pytest.mark.parametrize(("text", "expected", "why"), NEXT)
def test_what_the_next_sentence_says_of_it(text: str, expected: str, why: str) -> None:
    visits = [e.status.value for e in read_paragraphs(text).events if e.mode == "visit"]
    assert visits == [expected], why


STANDS = [
    ("북한과 라오스의 회담이 이르면 다음 달 열린다.", "CONSULT", "planned", "soon is no condition"),
    ("북한은 남북 군사합의를 깰 수 있다고 봤다.", "AGREE", "occurred", "what has a name was made"),
    ("라오스는 몽골에 쌀을 보내려던 계획을 취소했다.", "AID", "not_occurred", "help as well"),
    ("라오스는 9일 몽골과 국교를 맺을 예정이다.", "AGREE", "planned", "a treaty to come"),
    ("라오스는 9일 몽골과 직항로 개설에 합의한다.", "AGREE", "planned", "in the present tense"),
    ("라오스는 곧 몽골과 국교를 맺게 된다.", "AGREE", "planned", "without a day"),
    ("라오스는 곧 몽골과 연합훈련을 시작하게 된다.", "MOBILIZE", "planned", "what one comes to do"),
    ("라오스는 몽골에 쌀을 보낼 것이라고 3일 발표했다.", "AID", "planned", "of the own will"),
    ("라오스가 몽골의 요구를 일축할 공산이 크다.", "REJECT", "predicted", "words foreseen"),
    (
        "외무부는 라오스가 몽골의 제안을 거부할 수도 있다고 말했다.",
        "REJECT",
        "predicted",
        "by others",
    ),
    ("라오스는 몽골의 훈련을 규탄할 계획이라고 밝혔다.", "ACCUSE", "planned", "words to come"),
    ("라오스는 다음 달 미사일을 발사할 계획이다.", "ASSAULT", "planned", "a plan beside a verb"),
    (
        "북한은 1일 핵확산금지조약(NPT)에서 탈퇴한다는 내용의 성명을 채택했다.",
        "REJECT",
        "occurred",
        "done by the paper that says so",
    ),
    (
        "김여정 부부장은 1일 기시다 총리가 김정은을 만나고 싶다는 뜻을 전해 왔다고 주장했다.",
        "REQUEST",
        "alleged",
        "that he said so is only claimed",
    ),
    (
        "정부는 3일 북한에 대화 복귀를 촉구하는 뜻을 전할 예정이다.",
        "REQUEST",
        "planned",
        "what is still to be voiced",
    ),
    (
        "최선희 외무상이 몽골 대통령 취임식에 참석하는 등 여러 나라를 순방한다고 통신이 전했다.",
        "CONSULT",
        "planned",
        "part of a journey to come",
    ),
]


@pytest.mark.parametrize(("sentence", "kind", "expected", "why"), STANDS)
def test_status_of_other_types(sentence: str, kind: str, expected: str, why: str) -> None:
    told = [e.status.value for e in read_paragraphs(sentence).events if e.type == kind]
    assert told == [expected], why


@pytest.mark.parametrize(("sentence", "why"), NOTHING)
def test_what_is_no_event(sentence: str, why: str) -> None:
    assert [e for e in read_paragraphs(sentence).events if e.mode in {"visit", None}] == [], why
