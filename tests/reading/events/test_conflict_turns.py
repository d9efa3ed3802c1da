"""Threats, refusals, protests and sanctions in turns of phrase that hide whom they are against."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Told = tuple[str, str, dict[str, str]]
CASES: list[tuple[list[str], list[Told], str]] = [
    (
        ["미국은 몽골이 라오스에 무기를 주면 대가를 치르게 될 것이라고 경고했다."],
        [("THREATEN", "occurred", {"미국": "source", "몽골": "target"})],
        "what will be is no order: to whom the arms go is not warned",
    ),
    (
        ["나카타니 겐 방위상은 몽골이 넘어오면 “끝까지 응징하겠다”고 경고했다."],
        [("THREATEN", "occurred", {"나카타니 겐": "source", "몽골": "target"})],
        "on what condition, left of the quotation",
    ),
    (
        ["북한은 섬을 쏘겠다며 미국을 위협했다."],
        [("THREATEN", "occurred", {"북한": "source", "미국": "target"})],
        "whom one threatens is the object",
    ),
    (
        ["마르코 루비오 장관은 북한이 미국을 위협하면 맞서겠다고 말했다."],
        [],
        "a condition accuses nobody",
    ),
    (
        ["한미 국방장관은 북한의 공격이 정권의 종말로 끝날 것이라고 경고했다."],
        [("THREATEN", "occurred", {"한국": "source", "미국": "source", "북한": "target"})],
        "one word names both who warn",
    ),
    (
        ["외교부는 북러 협력과 관련해 지노비예프 러시아 대사를 초치해 항의했다."],
        [("PROTEST", "occurred", {"한국 외교부": "source", "게오르기 지노비예프": "target"})],
        "called in and told off is one protest",
    ),
    (
        ["외교부는 주한 러시아 대사관 관계자를 불러 항의했다."],
        [("PROTEST", "occurred", {"한국 외교부": "source", "러시아": "target"})],
        "a diplomat without a name stands for the state",
    ),
    (
        ["한국 정부는 3일 북측에 항의 전통문을 발송했다."],
        [("PROTEST", "occurred", {"한국": "source", "북한": "target"})],
        "the note says what it is",
    ),
    (
        ["중국은 회동을 하자는 한국의 제안을 거절했다."],
        [("REJECT", "occurred", {"중국": "source", "한국": "target"})],
        "whose words they were is not who refuses",
    ),
    (
        ["북한은 우리 측의 통지문을 거부했다."],
        [("REJECT", "occurred", {"북한": "source", "한국": "target"})],
        "our side, in a paper's own voice",
    ),
    (
        ["북한은 리사 콜린스 특별보고관의 방북을 거부해 왔다."],
        [("REJECT", "occurred", {"북한": "source", "리사 콜린스": "target"})],
        "a visit that was refused is none",
    ),
    (
        ["김여정 부부장은 이재명 대통령의 8·15 경축사를 두고 “꿈”이라고 일축했다."],
        [("REJECT", "occurred", {"김여정": "source", "이재명": "target"})],
        "the dot inside a day parts no list",
    ),
    (
        ["이재명 대통령은 시진핑 주석에게 경주에서 열리는 회의에 와 달라고 초청했다."],
        [("REQUEST", "occurred", {"이재명": "source", "시진핑": "target"})],
        "whom one asks stands before what takes place",
    ),
    (
        ["미국의 핵추진 항공모함 조지워싱턴함이 3일 부산에 입항했다."],
        [("MOBILIZE", "occurred", {"미국": "source", "한국": "target"})],
        "whose ship stands in a genitive",
    ),
    (
        ["미국 재무부는 북한 무기 거래에 관여한 기관 두 곳을 제재 대상에 추가했다."],
        [("SANCTION", "occurred", {"미국 재무부": "source", "북한": "target"})],
        "for whose deeds bodies of no name are listed",
    ),
    (
        ["북한은 16일 미국이 병력을 동원해 실시한 훈련을 비난하면서 “기만”이라고 비난했다."],
        [("ACCUSE", "occurred", {"북한": "source", "미국": "target"})],
        "blamed twice in one sentence is one blame",
    ),
    (
        ["미국은 중국을 향해 대북 압박에 동참하라고 요구했다."],
        [("REQUEST", "occurred", {"미국": "source", "중국": "target"})],
        "towards whom one demands",
    ),
    (["미국은 3일 제재로 북한을 압박했다."], [], "pressed alone asks for nothing"),
    (
        ["북한군을 러시아에 파병한 김정은 위원장은 손을 흔들었다."],
        [("MOBILIZE", "occurred", {"북한": "source", "러시아": "target"})],
        "whose army was sent",
    ),
    (
        ["김여정 부부장은 “한국과 마주 앉을 일도, 논의할 문제도 없다”고 했다."],
        [("REJECT", "occurred", {"김여정": "source", "한국": "target"})],
        "nothing to talk of",
    ),
    (
        ["북한은 3일 개성으로의 입경은 금지한다고 우리 측에 통보했다."],
        [("SANCTION", "occurred", {"북한": "source", "한국": "target"})],
        "the way to the park barred",
    ),
    (
        ["북한은 3일 개성공단 통행을 막았다.", "통일부 대변인은 유감을 표한다고 말했다.", "한국"],
        [
            ("SANCTION", "occurred", {"북한": "source", "한국": "target"}),
            ("ACCUSE", "occurred", {"통일부": "source", "북한": "target"}),
        ],
        "regret over what the North just did",
    ),
    (
        ["북한은 지난 23일 남북 군사합의를 전면 파기한다고 한국에 알렸다."],
        [("SANCTION", "occurred", {"북한": "source", "한국": "target"})],
        "a pact between both is given up against the other",
    ),
    (
        ["북한은 18일 장거리 탄도미사일, 20일 단거리 탄도미사일을 쐈다."],
        [("ASSAULT", "occurred", {"북한": "source"}), ("ASSAULT", "occurred", {"북한": "source"})],
        "each day with its own missile",
    ),
    (
        ["조국평화통일위원회는 한국이 제의를 거부해 나선다면 맞서겠다고 밝혔다."],
        [],
        "a condition with a helping verb",
    ),
    (
        ["리사 콜린스 차관은 1일 왕이 외교부장과 협의하면서 북한에 압력을 넣어 달라고 요청했다."],
        [
            ("CONSULT", "occurred", {"리사 콜린스": "party", "왕이": "party"}),
            ("REQUEST", "occurred", {"리사 콜린스": "source", "왕이": "target"}),
        ],
        "whom one meets is asked, not whom one shall press",
    ),
    (
        ["일본은 북한이 약속을 지키면 제재를 발동하지 않겠다고 밝혔다."],
        [],
        "what one promises not to do is no plan",
    ),
    (
        ["조현 장관은 전술핵무기를 다시 들여오는 데 반대한다고 말했다."],
        [],
        "what one is against does not come",
    ),
    (
        ["북한은 3일 핵실험을 했다.", "북한은 5일 탄도미사일을 쐈다.", "북한은 발사를 자축했다."],
        [("ASSAULT", "occurred", {"북한": "source"}), ("ASSAULT", "occurred", {"북한": "source"})],
        "a bomb tested is no missile",
    ),
    (
        ["미국 법무부가 3일 달러를 빼내는 해킹 범죄에 연루된 북한 해커를 기소했다."],
        [("COERCE", "occurred", {"미국 법무부": "source", "북한": "target"})],
        "who charges the hackers has not hacked",
    ),
    (
        ["통일부 장관은 남북 회담을 열어 문제를 풀자고 북한에 제안했다."],
        [("REQUEST", "occurred", {"통일부": "source", "북한": "target"})],
        "talks that are proposed have not been held",
    ),
    (
        ["북한은 상봉을 갖자는 한국의 제안에 답하지 않았다."],
        [("REQUEST", "occurred", {"한국": "source", "북한": "target"})],
        "what was proposed, told by its answer",
    ),
    (
        ["일본은 몽골의 발사와 관련해 유엔 안전보장이사회 긴급회의 소집을 요청했다.", "북한"],
        [("REQUEST", "occurred", {"일본": "source", "유엔 안전보장이사회": "target"})],
        "the Council is asked for a session, not whose launch it is about",
    ),
    (
        ["러시아 요트가 3일 북한에 의해 나포됐다."],
        [("COERCE", "occurred", {"북한": "source", "러시아": "target"})],
        "by whom, with 에 의해",
    ),
    (
        ["나카타니 겐 방위상은 북한이 배를 붙잡은 데 대해 “강하게 비난한다”고 밝혔다."],
        [("ACCUSE", "occurred", {"나카타니 겐": "source", "북한": "target"})],
        "whose deed the words are about, left of them",
    ),
    (
        ["나카타니 겐 방위상은 “북한에 항의할 것”이라고 말했다."],
        [("PROTEST", "planned", {"나카타니 겐": "source", "북한": "target"})],
        "what one will protest is to come",
    ),
    (
        ["러시아는 한국 정부에 우크라이나 분쟁에 개입하지 말라고 경고했다."],
        [("THREATEN", "occurred", {"러시아": "source", "한국": "target"})],
        "whom one warns, not of what war",
    ),
    (["파병된 북한군의 수는 아무도 모른다."], [], "told in passing, without where to"),
    (
        ["필리핀은 3일 대북 무역 중단을 발표했다.", "북한"],
        [("SANCTION", "occurred", {"필리핀": "source", "북한": "target"})],
        "trade with the North ended by a noun",
    ),
    (["북한은 예정된 대화는 없다고 말했다."], [], "a plain lack is no refusal"),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), CASES)
def test_turns(paragraphs: list[str], expected: list[Told], why: str) -> None:
    found = read_paragraphs(*paragraphs, published="2025-03-08").events
    told = [(e.type, e.status.value, {p.name: p.role.value for p in e.participants}) for e in found]
    assert told == expected, why
