"""Force, threats, refusals and releases in the words papers use for them. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Found = list[tuple[str, str, dict[str, str]]]
CASES: list[tuple[list[str], Found, str]] = [
    (
        ["몽골 경찰은 3일 북한 노동자 서른 명을 트럭에 태워 내쫓았다."],
        [("COERCE", "occurred", {"몽골": "source", "북한": "target"})],
        "what both verbs take; single people sent off",
    ),
    (
        ["북한은 지난해 5월 중국 어선 두 척을 끌고 갔다가 13일 만에 놓아주었다."],
        [
            ("COERCE", "occurred", {"북한": "source", "중국": "target"}),
            ("RETREAT", "occurred", {"북한": "source", "중국": "target"}),
        ],
        "taken and let go: two",
    ),
    (
        ["북한은 3일 공단을 닫았다. 군 통신선도 끊었다."],
        [("SANCTION", "occurred", {"북한": "source"})],
        "a topic that the verb takes leaves it without a subject: one act of one day",
    ),
    (
        ["마리야 자하로바 러시아 외무부 대변인은 일본이 “재무장의 길로 간다”고 쏘아붙였다."],
        [("ACCUSE", "occurred", {"마리야 자하로바": "source", "일본": "target"})],
        "of whom the words are told stands left of the quotation",
    ),
    (
        ["칠레 외교부 전산망이 지난달 북한 해커 조직 라자루스에 뚫렸다."],
        [("ASSAULT", "occurred", {"라자루스": "source", "칠레 외교부": "target"})],
        "who did it, to whom",
    ),
    (
        ["우크라이나가 달라졌다. 키이우는 지난달 북한 장교 두 명을 블랙리스트에 올렸다."],
        [("SANCTION", "occurred", {"우크라이나": "source", "북한": "target"})],
        "a capital that acts is its state",
    ),
    (
        ["일본은 3일 북한 외교관 두 명에게 짐을 싸라고 했다."],
        [("SANCTION", "occurred", {"일본": "source", "북한": "target"})],
        "who is told to pack is sent out; nobody has withdrawn",
    ),
    (
        ["왕이 중국 외교부장은 3일 검색에 참여하지 않겠다고 선을 그었다."],
        [("REJECT", "occurred", {"왕이": "source"})],
        "one refusal, told by the verb outside",
    ),
    (
        ["북한 외무성 연구원 박도윤은 3일 글에서 일본이 “낡은 정책에 매달린다”고 쏘아붙였다."],
        [("ACCUSE", "occurred", {"박도윤": "source", "일본": "target"})],
        "who writes for the North's ministry is no judge",
    ),
    (
        ["러시아군은 3일 새벽 미사일 90발을 우크라이나 항구에 쏟아부었다."],
        [("ASSAULT", "occurred", {"러시아군": "source", "우크라이나": "target"})],
        "a verb that the analyser cuts in two",
    ),
    (
        ["일본 정부는 3일 북한을 상대로 손해배상 소송을 냈다."],
        [("ACCUSE", "occurred", {"일본": "source", "북한": "target"})],
        "a charge before a court",
    ),
    (
        ["한국과 미국 공군은 3일 프리덤 플래그 공중훈련으로 맞섰다."],
        [("MOBILIZE", "occurred", {"한국": "party", "미국": "party"})],
        "an exercise as an answer",
    ),
    (
        ["최선희 북한 외무상은 3일 “일본의 대화 제의에 관심이 없다”고 말했다."],
        [("REJECT", "occurred", {"최선희": "source", "일본": "target"})],
        "no interest in talks",
    ),
    (
        ["정부는 3일 떠내려온 북한 주민 여섯 명을 북방한계선 너머로 돌려보냈다."],
        [("RETREAT", "occurred", {"한국": "source", "북한": "target"})],
        "sent back, as the analyser cuts it",
    ),
    (
        ["김여정 부부장은 한국 단체가 나서면 “봉변을 당할 것”이라고 위협했다."],
        [("THREATEN", "occurred", {"김여정": "source"})],
        "who threatens is not complained of",
    ),
    (
        ["러시아 외무부는 3일 일본이 은행 세 곳의 돈을 묶은 데 항의했다."],
        [("PROTEST", "occurred", {"러시아 외무부": "source", "일본": "target"})],
        "whose act it is does not protest",
    ),
    (
        ["군은 3일 저녁 대북 방송을 틀었다."],
        [("COERCE", "occurred", {"한국군": "source", "북한": "target"})],
        "the army of the outlet's state",
    ),
    (
        ["중국은 3일 일본 구축함을 쫓아냈다고 주장했으나 일본 방위성은 이를 부인했다."],
        [
            ("COERCE", "alleged", {"중국": "source", "일본": "target"}),
            ("REJECT", "occurred", {"일본 방위성": "source", "중국": "target"}),
        ],
        "claimed by one, denied by the other",
    ),
    (
        ["최선희 북한 외무상은 3일 “일본도 무사하지 못할 것”이라고 말했다."],
        [("THREATEN", "occurred", {"최선희": "source", "일본": "target"})],
        "a threat by a denial",
    ),
    (
        ["일본은 빚이 남아 있는 한 북한에 쌀을 보내지 않겠다고 버텼다."],
        [("REJECT", "occurred", {"일본": "source", "북한": "target"})],
        "what one will not give",
    ),
    (
        ["미국 폭격기는 5일 부산 앞바다에 기여들어 폭탄투하훈련까지 벌려놓았다."],
        [
            ("MOBILIZE", "occurred", {"미국": "source"}),
            ("MOBILIZE", "occurred", {"미국": "source"}),
        ],
        "what 까지 takes from its object; words of the North",
    ),
    (
        ["북한은 지난해 5월 페루 선원이 다친 일에 유감을 표시했다."],
        [("CONCEDE", "occurred", {"북한": "source"})],
        "regret for what one did blames nobody",
    ),
    (
        ["북한은 5일 개성공단으로 가는 육로 통행을 정상화했다."],
        [("CONCEDE", "occurred", {"북한": "source"})],
        "one side alone lets people through again",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), CASES)
def test_found(paragraphs: list[str], expected: Found, why: str) -> None:
    found = read_paragraphs(*paragraphs, published="2025-03-08").events
    told = [(e.type, e.status.value, {p.name: p.role.value for p in e.participants}) for e in found]
    assert told == expected, why


NOTHING: list[tuple[str, str]] = [
    ("타스통신은 “심심한 사과의 뜻을 표하였다”고 보도했다.", "a medium regrets nothing"),
    ("북한은 한국이 사과하고 대책을 세울 때까지 대화하지 않겠다고 밝혔다.", "what is waited for"),
    ("유엔 안보리는 북한 노동자를 돌려보내도록 못 박았다.", "what others shall do"),
    ("북한 노동자들은 시간을 끌고 갔다.", "nobody is taken away"),
    ("북한은 3일 조문단을 보내지 않기로 했다.", "no aid is refused"),
    ("북한 마을에서 3일 결혼식이 열려 손님이 몰렸다.", "no attack"),
    ("나토 사무총장은 북한이 달라졌다고 꼬집었다.", "a remark is no act"),
    ("일본이 제안할 때마다 북한은 손사래를 쳤다.", "what is done each time is no single act"),
    ("최선희 외무상은 사과하지 않았다.", "no regret"),
    ("국방부는 고속정이 함포를 쏘았다고 밝혔다.", "who fired has no name, who speaks did not fire"),
    ("북한 주민들은 서로 손을 붙잡았다.", "nobody is held"),
    ("북한 박물관은 방문객의 발길을 붙잡았다.", "nor here"),
    ("쿠바 주재 북한대사관은 수교를 두고 입을 닫았다.", "no house is shut"),
    ("최선희 외무상은 이 책의 값에 관심이 없다.", "no talks are refused"),
    ("북한은 3일 편지를 한국 단체에 돌려보냈다.", "nobody is let go"),
    ("북한은 방역을 위해 국경을 닫았던 나라다.", "closed against a disease"),
]


@pytest.mark.parametrize(("sentence", "why"), NOTHING)
def test_not_found(sentence: str, why: str) -> None:
    assert read_paragraphs(sentence, published="2025-03-08").events == (), why


def test_the_text_of_a_ministry_speaks_for_it() -> None:
    found = read_paragraphs(
        "조선민주주의인민공화국 외무성 대변인은 5일 다음과 같은 담화를 발표하였다.",
        "우리는 일본의 량면술책을 강력히 규탄한다.",
        "우리는 이러한 대화제안을 단호히 배격한다.",
        published="2025-03-08",
    ).events
    assert [(e.type, e.participants[0].name) for e in found] == [
        ("ACCUSE", "북한 외무성"),
        ("REJECT", "북한 외무성"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "최선희 외무상이 러시아를 방문해 대통령과 만나면서 우려는 낮아졌다는 평가가 나온다.",
            False,
        ),
        ("최선희 외무상이 라오스를 방문해 왕이 중국 외교부장과 만난다.", True),
    ],
)
def test_only_a_verb_that_tells_by_itself_announces(text: str, expected: bool) -> None:
    found = read_paragraphs(text, published="2025-03-08").events
    assert any(e.status.value == "planned" for e in found) is expected
