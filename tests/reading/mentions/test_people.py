from __future__ import annotations

import pytest

from factory import document_of
from haengbo.model.reading import ActorKind


def _people(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (m.name, m.title, m.of)
        for m in document_of(text).mentions
        if m.kind is ActorKind.PERSON and m.rule != "pronoun"
    ]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "윤상협통일원대변인은 말했다.",
            [("윤상협", "통일원대변인", "한국")],
            "name, ministry and office in one word",
        ),
        (
            "안학림(安學林)인민보안상은 유가람총리앞으로 글을 보냈다.",
            [("안학림", "인민보안상", "북한"), ("유가람", "총리", "한국")],
            "characters behind a name that the analyser cuts; 앞 behind an office",
        ),
        (
            "누리신당 윤상협 대표는 반대했다.",
            [("윤상협", "대표", "누리신당")],
            "a party before a Korean name is no part of it",
        ),
        (
            "서람고등법원 정가람 판사가 선고했다.",
            [("정가람", "판사", "서람고등법원")],
            "a court before a Korean name",
        ),
        (
            "하윤서 에코누리 코리아 대표가 말했다.",
            [("하윤서", "에코누리 코리아 대표", "한국")],
            "a Korean name before a foreign-looking company",
        ),
        (
            "백남순 북한 외무상이 왔다. 백 외상은 말했다.",
            [("백남순", "외무상", "북한"), ("백남순", None, None)],
            "a shorter word for the office",
        ),
        (
            "노동당 비서 金容淳은 말했다.",
            [("김용순", "비서", "조선노동당")],
            "a name in characters, to which an office leads",
        ),
        ("송한결차관이 왔다.", [("송한결", "차관", "한국")], "an office written onto a name"),
        ("주한미대사가 왔다.", [], "an office written onto its place"),
        (
            "백남순 북한 외무상이 왔다. 백 부상은 말했다.",
            [("백남순", "외무상", "북한")],
            "another office",
        ),
        (
            "황인규 유엔대사는 말했다. 린다 데커 유엔 주재 미국대사도 말했다.",
            [("황인규", "유엔대사", "한국"), ("린다 데커", "유엔 주재 대사", "미국")],
            "the United Nations send nobody: an envoy is a state's",
        ),
        (
            "안톤 이달레 로마 시장이 말했다.",
            [("안톤 이달레", "로마 시장", None)],
            "a family name that begins like a Korean one",
        ),
        (
            "스티브 워즈먼과 데이비드 펠트가 회사를 세웠다.",
            [("스티브 워즈먼", None, None), ("데이비드 펠트", None, None)],
            "foreigners without a title, by their given names",
        ),
        ("토머스 브렌턴 대학교는 문을 닫았다.", [], "something that bears a person's name"),
        (
            "마렌 홀트 덴마크 총리는 말했다.",
            [("마렌 홀트", "총리", "덴마크")],
            "a name in which the analyser sees a verb",
        ),
        (
            "파이크 빈 라시프 카타르 외무장관은 말했다.",
            [("파이크 빈 라시프", "외무장관", "카타르")],
            "a short word inside a foreign name",
        ),
        (
            "데이비드 은테에 따르면 협상은 끝났다.",
            [("데이비드 은테", None, None)],
            "no name goes on into a verb",
        ),
        ("유리 실린더를 만들었다.", [], "an ordinary word that is a given name too"),
        (
            "인권 운동가인 류베이밍이 풀려났다.",
            [("류베이밍", "인권 운동가", None)],
            "one foreign word behind a copula",
        ),
        ("원유시장이 흔들렸다.", [], "시장 is a market"),
        ("이태산 압사 참사로 많은 사람이 다쳤다.", [], "참사 is a disaster"),
        (
            "마렌 홀트 제12대 대통령이 취임했다.",
            [("마렌 홀트", "대통령", None)],
            "the number of an office is no part of its title",
        ),
        (
            "남측 협상대표인 김솔 외교부 차관이 도착했다.",
            [("김솔", "협상대표", "한국"), ("김솔", "외교부 차관", "한국")],
            "a name of two syllables between two offices",
        ),
        (
            "우리측 협상대표인 김솔 외교부 차관이 도착했다.",
            [("김솔", "협상대표", "한국"), ("김솔", "외교부 차관", "한국")],
            "our side is nobody's name",
        ),
        (
            "부국장인 륙군상장 손철수동지가 왔다.",
            [("손철수", "부국장", "북한"), ("손철수", "륙군상장", "북한")],
            "the arm before a rank is part of the rank",
        ),
    ],
)
def test_people(text: str, expected: list[tuple[str, str | None, str | None]], why: str) -> None:
    assert _people(text) == expected, why


def test_a_committee_is_of_the_house_before_it() -> None:
    mentions = document_of("미국 상원 예산위원회는 보고서를 냈다.").mentions
    assert "미국 상원 예산위원회" in {m.name for m in mentions}


def test_an_organ_of_home_bears_no_name_of_the_state() -> None:
    mentions = document_of("문태경 해양동반위원회 위원장은 사과했다.").mentions
    assert "해양동반위원회" in {m.name for m in mentions}


def test_a_name_of_one_syllable_and_more_is_no_state_and_organ() -> None:
    assert "알카에다" in {m.name for m in document_of("알 카에다 지도자를 붙잡았다.").mentions}


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "윤가람 새빛당 전 대표는 반대했다. 윤 전 대표는 떠났다.",
            "윤가람 윤가람",
            "a family name, 전 and the title",
        ),
        (
            "마렌 홀트 덴마크 총리는 웃었다. 총리는 떠났다.",
            "마렌 홀트 마렌 홀트",
            "the office alone, of the one who holds it",
        ),
        (
            "마렌 홀트 덴마크 총리는 웃었다. 총리 후보는 떠났다.",
            "마렌 홀트",
            "part of a longer phrase",
        ),
        (
            "마렌 홀트 덴마크 총리와 페테르 놀란드 스웨덴 총리가 만났다. 총리는 떠났다.",
            "마렌 홀트 페테르 놀란드",
            "two hold such an office",
        ),
        (
            "페테르 놀란드 스웨덴 부총리가 왔다. 총리는 없었다.",
            "페테르 놀란드",
            "a deputy is not the head",
        ),
        (
            "조별림 해운조합 위원장과 조한솔 해운조합 부위원장이 왔다. 조 위원장은 떠났다.",
            "조별림 조한솔 조별림",
            "a deputy of the same family, named last, does not bear the head's title",
        ),
        (
            "조별림 해운조합 위원장은 아버지 조한솔 해운조합 위원장을 이었다. 조 위원장은 떠났다.",
            "조별림 조한솔 조별림",
            "whose son one is is told, and no more of the father",
        ),
        (
            "리일규 전 참사가 왔다. 리 참사는 웃었다. 이 참사는 컸다.",
            "리일규 리일규",
            "a title that is another word alone, behind a family name",
        ),
    ],
)
def test_known_again(text: str, expected: str, why: str) -> None:
    assert " ".join(name for name, _, _ in _people(text)) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "한결외교연구원 윤가람 북한연구실장은 말했다.",
            [("윤가람", "북한연구실장", "한결외교연구원")],
            "an institute before the name, whose last syllables are a title too",
        ),
        (
            "나카오카 도루 세이와대 교수는 말했다.",
            [("나카오카 도루", "교수", "세이와대")],
            "a Japanese name before a university, whatever the analyser sees in it",
        ),
        (
            "체인루프의 마렌 홀트 연구원은 말했다.",
            [("마렌 홀트", "연구원", "체인루프")],
            "a firm by the research that its people do",
        ),
        (
            "뤼차오(呂超) 랴오닝성 사회과학원 연구원은 말했다.",
            [("뤼차오", "연구원", "랴오닝성 사회과학원")],
            "an institute of common words with its province",
        ),
        (
            "홍길산 서해해양연구회 회장은 말했다.",
            [("홍길산", "회장", "서해해양연구회")],
            "a learned circle owns the role",
        ),
        (
            "윤상협 국립통상정책원 원장은 말했다.",
            [("윤상협", "원장", "국립통상정책원")],
            "an institute in 정책원",
        ),
        (
            "서도현 북방물류연구센터장은 말했다.",
            [("서도현", "연구센터장", "북방물류연구센터")],
            "a centre and its head in one word",
        ),
        (
            "정가람 한국해양학회장이 말했다.",
            [("정가람", "회장", "한국해양학회")],
            "a society and its president in one word",
        ),
        (
            "홍길산 당시 통일부 장관이 방북했다.",
            [("홍길산", "통일부 장관", "한국")],
            "당시 is no part of a title",
        ),
        (
            "윤상협 통일부 장관이자 국가안전보장회의 상임위원이 말했다.",
            [
                ("윤상협", "국가안전보장회의 상임위원", "한국"),
                ("윤상협", "통일부 장관", "한국"),
            ],
            "two offices after a name",
        ),
        (
            "윤상협 통일부 장관이자 정가람 차관의 스승이 말했다.",
            [("윤상협", "통일부 장관", "한국"), ("정가람", "차관", "한국")],
            "another person follows, no second office",
        ),
        (
            "윁남사회주의공화국 주석인 레 반 또안동지가 도착하였다.",
            [("레 반 또안", "주석", "베트남")],
            "an official name in Northern spelling, the copula taken for a noun",
        ),
        (
            "꾸바공산당 중앙위원회 비서 까를로스 메덴동지가 도착하였다.",
            [("카를로스 메덴", "중앙위원회 비서", "쿠바공산당")],
            "the party is cut, its committee stays in the title",
        ),
        (
            "일본내각관방장관 우에노 겐따동지가 말하였다.",
            [("우에노 겐타", "내각관방장관", "일본")],
            "a state written onto the office",
        ),
        (
            "법무부는 박진혁을 기소했다.",
            [],
            "no shorter name inside a longer one",
        ),
        ("박진은 말했다.", [("박진", None, None)], "the short name before a particle"),
        (
            "강철 주몽골 북한대사는 남았다.",
            [("강철", "주몽골 대사", "북한")],
            "a noun of two syllables before the states that receive and send",
        ),
        (
            "닐스 베리만 북한 주재 노르웨이대사가 왔다.",
            [("닐스 베리만", "북한 주재 대사", "노르웨이")],
            "where an envoy is posted is part of the title",
        ),
        (
            "윤상협 신임 외교부 차관은 말했다.",
            [("윤상협", "외교부 차관", "한국")],
            "신임 is none",
        ),
        ("지난 3일 마이클 브라운 씨가 풀려났다.", [("마이클 브라운", None, None)], "a day is none"),
        (
            "장성택 처형 이후 대사를 교체했다.",
            [("장성택", None, None)],
            "an office behind what happened to somebody is another's",
        ),
        (
            "방북 중인 최 부상이 왕이 부장에게 알렸다.",
            [("왕이", "부장", "중국")],
            "a particle in which the analyser sees a part of the office",
        ),
        (
            "도착후 중국외교부 대변인 왕이동지가 말하였다.",
            [("왕이", "외교부 대변인", "중국")],
            "when it was, in one word, is no part of the office",
        ),
        (
            "박영일 시진핑 국가주석 특사가 도착했다.",
            [("박영일", "특사", "시진핑")],
            "whose envoy somebody is stands before the office in full",
        ),
        (
            "외교부는 “심각한 위협”이라며 정 대사를 불렀다.",
            [],
            "no name is the copula behind a quotation",
        ),
        (
            "어유진 새벽연구소 책임연구원은 말했다. 유명한 새벽연구소 소장은 갔다.",
            [("어유진", "책임연구원", "새벽연구소")],
            "a rare name in which the analyser sees a verb, and an adjective",
        ),
        (
            "소이현 가람중동연구소장은 말했다.",
            [("소이현", "소장", "가람중동연구소")],
            "an institute unknown to the pack and 장",
        ),
        (
            "같은 시각 미국무장관 존 펠트는 말했다.",
            [("존 펠트", "국무장관", "미국")],
            "a noun of time before an office",
        ),
        (
            "카타르 외교장관 파이살 빈 나르한은 말했다. 하산 쪽에서 왔다.",
            [("파이살 빈 나르한", "외교장관", "카타르")],
            "a link inside a name; no name before 쪽",
        ),
        (
            "리카르도 사리나스 푼토 쿠바 부총리가 왔다. 사리나스 부총리는 말했다.",
            [("리카르도 사리나스 푼토", "부총리", "쿠바")],
            "called by the first of two family names",
        ),
        (
            "바트체첵 바트뭉흐 몽골 외교장관은 말했다.",
            [("바트뭉흐 바트체첵", "외교장관", "몽골")],
            "the parts in the other order than the pack has them, one spelt otherwise",
        ),
        (
            "칼리드 사누르 경찰 총수는 말했다.",
            [("칼리드 사누르", "경찰 총수", None)],
            "a title of no office in the pack",
        ),
        ("박가람 해솔방송 기자입니다.", [], "who signs a report of a broadcaster"),
        (
            "로씨야외무성 대변인 마리야 나르하로바는 말하였다.",
            [("마리야 나르하로바", "외무성 대변인", "러시아")],
            "a state that its ministry is written onto",
        ),
        (
            "르엉 땀 꽝은 베트남 장관과 만났다. 베트남 외교부 대변인 팜 투 항은 답했다.",
            [("팜 투 항", "외교부 대변인", "베트남")],
            "a particle on the last syllable of a Vietnamese name",
        ),
        (
            "최나리 가람국제연구원 동남아센터장은 말했다.",
            [("최나리", "동남아센터장", "가람국제연구원")],
            "a part of an institute is named in the title",
        ),
        (
            "리광산 투자위원회 위원장은 말했다. 이광산 투자위원회 위원장은 말했다.",
            [("리광산", "투자위원회 위원장", "북한"), ("이광산", "투자위원회 위원장", "한국")],
            "a family name that only the North spells so",
        ),
        (
            "오카다 가쓰라 외상은 말했다.",
            [("오카다 가쓰라", "외상", "일본")],
            "an office of one state only",
        ),
    ],
)
def test_offices_beside_names(
    text: str, expected: list[tuple[str, str | None, str | None]], why: str
) -> None:
    assert sorted(set(_people(text)), key=str) == sorted(expected, key=str), why


@pytest.mark.parametrize(
    ("text", "of", "why"),
    [
        (
            "재무부는 러시아 은행 두 곳을 겨냥했다. 존 펠트 재무부 차관은 말했다.",
            "미국",
            "a body alone goes before the state named last",
        ),
        (
            "몽골 외교부는 발표했다. 러시아도 동의했다. 바트엘덴 간볼드 외교부 국장은 말했다.",
            "몽골",
            "the one foreign body of such a name on the page",
        ),
    ],
)
def test_the_state_of_a_body_named_alone(text: str, of: str, why: str) -> None:
    assert _people(text)[-1][2] == of, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "마쉬안 전인대 상무위원장과 류윈젠, 시진핑 부주석이 동행했다.",
            {"마쉬안", "류윈젠", "시진핑"},
            "a Chinese name in a row of names",
        ),
        (
            "홍길산 외무상과 윤상협, 문가람이 서명했다.",
            {"홍길산", "윤상협", "문가람"},
            "Korean names, from one to the next",
        ),
        ("저우젠궈 국무위원이 도착했다.", {"저우젠궈"}, "one Chinese word before an office"),
        ("김정은은 조약식, 기념식, 환영식에 나왔다.", {"김정은"}, "nouns in a row are no names"),
        ("김정은과 유엔군, 다국적군이 맞섰다.", {"김정은"}, "armies are no names"),
        ("포병국장 리명두와 대좌 리금혁을 제재했다.", {"리명두", "리금혁"}, "an office before"),
        (
            "윤상협핵대사와 한도윤외교부 부부장, 정가람기획단장등은 떠났다.",
            {"윤상협", "한도윤", "정가람"},
            "offices written onto names, and others written onto an office",
        ),
        ("안보리의장과 유엔군사령관, 강원도지사가 만났다.", set(), "nor bodies and regions"),
        ("한도윤() 외무상과 韓美日 이사회가 만났다.", {"한도윤"}, "lost characters; three states"),
    ],
)
def test_names_in_a_row(text: str, expected: set[str], why: str) -> None:
    assert {name for name, _, _ in _people(text)} == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "데니스 소콜린 러시아 부총리 겸 산업통상부 장관이 왔다.",
            [("데니스 소콜린", "부총리", "러시아"), ("데니스 소콜린", "산업통상부 장관", "러시아")],
            "a ministry that home has too belongs where the first office does",
        ),
        (
            "김정은 국방위 제1위원장이 왔다.",
            [("김정은", "국방위 제1위원장", "북한")],
            "the North's commission, not the committee of the South's assembly",
        ),
        ("윤은담 별빛대 교수는 말했다.", [("윤은담", "교수", "별빛대")], "before a school"),
        ("강철 북한대사가 왔다.", [("강철", "대사", "북한")], "a noun too, before an envoy"),
        ("신임 북한대사가 왔다.", [], "an adjective before an envoy"),
        (
            "윤상협 주쿠바 북한 대사가 왔다.",
            [("윤상협", "주쿠바 대사", "북한")],
            "where an envoy is sent is no family name",
        ),
        ("주인도 대사가 왔다.", [], "nor is it a whole name"),
        (
            "사와다 마모루(澤田守) 내각정보관이 왔다. 사와다 정보관은 갔다.",
            [("사와다 마모루", "내각정보관", "일본"), ("사와다 마모루", "정보관", None)],
            "an office of one state says in which order its people are named",
        ),
        (
            "살바도르 발데스 쿠바 부통령이 왔다. 발데스 부통령은 갔다.",
            [("살바도르 발데스 메사", "부통령", "쿠바")],
            "the first of two family names, as the page prints it",
        ),
        ("유일한 미국대사가 왔다.", [], "an adjective that looks like a name"),
        (
            "아니파 라흐민 말레이시아 외교장관은 말했다.",
            [("아니파 라흐민", "외교장관", "말레이시아")],
            "a given name in which the analyser hears an interjection",
        ),
        (
            "다나카 유스케 외무성 국장이 왔다.",
            [("다나카 유스케", "외무성 국장", "일본")],
            "only Japan has such a ministry besides, and the name is foreign",
        ),
        (
            "일본은 답했다. 다나카 유스케 외무성 국장이 왔다.",
            [("다나카 유스케", "외무성 국장", "일본")],
            "a foreign name does not serve the North",
        ),
        (
            "저우융밍 중앙군사위원회 부주석이 왔다.",
            [("저우융밍", "중앙군사위원회 부주석", "중국")],
            "an office of one state only",
        ),
        (
            "존 볼턴 보좌관, 마틴 켈러 비서실장이 싱가포르에 왔다.",
            [("마틴 켈러", "비서실장", "미국"), ("존 볼턴", "보좌관", "미국")],
            "in a row with somebody known",
        ),
        (
            "북한은 공관을 닫았다. 조병길 대사는 떠났다.",
            [("조병길", "대사", "북한")],
            "an envoy of the Korea spoken of",
        ),
        (
            "꾸바공화국 국가리사회 위원장 겸 내각수상 헤수스 델 리오동지가 왔다.",
            [
                ("헤수스 델 리오", "국가리사회 위원장", "쿠바"),
                ("헤수스 델 리오", "내각수상", "쿠바"),
            ],
            "two offices with 겸 before a name",
        ),
        (
            "몽골인민당 위원장 엥흐볼드동지가 왔다.",
            [("엥흐볼드", "위원장", "몽골인민당")],
            "a party that the pack does not know",
        ),
        ("론평원 리경호는 썼다.", [("리경호", "론평원", None)], "a commentator"),
        ("국제김일성상리사회가 성명을 냈다.", [], "a prize named after somebody"),
        ("박철민 참사가 왔다.", [("박철민", "참사", "북한")], "an office behind a person"),
        ("이란 참사를 추모했다.", [], "a disaster"),
        (
            "법무부는 해커 윤상협을 기소했다.",
            [("윤상협", None, None)],
            "a noun that is no office announces a private person",
        ),
        (
            "재무부는 은행가 리철명과 무역상 강명철을 제재했다.",
            [("강명철", None, None), ("리철명", None, None)],
            "a trader, not a minister of trade",
        ),
        (
            "무역상 강명철동지가 도착하였다.",
            [("강명철", "무역상", "북한")],
            "with 동지 a minister",
        ),
        ("탈북민 고용주가 말했다.", [], "an ordinary noun behind such a noun"),
        ("해커 조직은 흩어졌다.", [], "two syllables are no name"),
        (
            "네팔련방공화국 총리 비스누 타라이각하가 축전을 보내여왔다.",
            [("비스누 타라이", "총리", "네팔")],
            "all between an office and 각하 is the name",
        ),
        (
            "윤상협 국방정책실장은 말했다.",
            [("윤상협", "국방정책실장", "한국")],
            "a long title in one word",
        ),
        (
            "농 반 토안 당시 서기장 이후 처음이다.",
            [("농 반 토안", "서기장", None)],
            "a Vietnamese name before 당시",
        ),
        (
            "정가람 전 주러시아 대사는 말했다.",
            [("정가람", "전 주러시아 대사", "한국")],
            "the state where an envoy is posted does not send him",
        ),
        (
            "하윤서 새벽외교안보연구소 안보전략실장은 말했다.",
            [("하윤서", "안보전략실장", "새벽외교안보연구소")],
            "no known institute inside a longer name",
        ),
        (
            "윤상협 통일교육위원협의회 회장이 말했다.",
            [("윤상협", "회장", "통일교육위원협의회")],
            "a name that the analyser takes for a noun, before an institute",
        ),
        ("윤상협 기자가 보도합니다.", [], "the reporter in the presenter's words"),
        (
            "미국방장관 오스틴이 떠들었다.",
            [("로이드 오스틴", "국방장관", "미국")],
            "one syllable of the state written onto the office",
        ),
        ("마르케스 전 쿠바대통령은 떠났다.", [("마르케스", "전 대통령", "쿠바")], "no more held"),
        ("마르케스 전쿠바대통령은 떠났다.", [("마르케스", "전대통령", "쿠바")], "in one word"),
        ("전 미국대통령이 떠났다.", [], "not whoever holds it today"),
        (
            "매트 홀트 클린턴 전 대통령 대변인은 웃었다.",
            [("매트 홀트", "대변인", "빌 클린턴")],
            "the last word and the first office are those of whom he serves",
        ),
        (
            "최태복, 윤상협, 홍경민 외무성 부상들이 떠났다.",
            [
                ("최태복", "외무성 부상", "북한"),
                ("윤상협", "외무성 부상", "북한"),
                ("홍경민", "외무성 부상", "북한"),
            ],
            "an office in the plural is that of the whole row",
        ),
        (
            "한도윤국무총리등 우리측 대표 7명은 떠났다.",
            [("한도윤", "국무총리", "한국")],
            "the office is written onto the name, and 등 onto both",
        ),
        (
            "한도윤재정경제원차관은 웃었다.",
            [("한도윤", "재정경제원차관", "한국")],
            "a body that the pack does not know between them",
        ),
        (
            "한도윤외교부 부부장은 웃었다.",
            [("한도윤", "외교부 부부장", "북한")],
            "the body is written onto the name, the title is not",
        ),
        (
            "중국의 전기침외교부장은 웃었다.",
            [("첸치천", "외교부장", "중국")],
            "his characters are read so",
        ),
        (
            "이붕총리는 웃었다.",
            [("리펑", "총리", "중국")],
            "the first syllable as the South reads it, and an office that he held",
        ),
        (
            "한도윤북한외교부장은 웃었다.",
            [("한도윤", "외교부장", "북한")],
            "the state of an office that is written onto the name",
        ),
        (
            "워런 크리스토퍼 미국무장관은 웃었다.",
            [("워런 크리스토퍼", "국무장관", "미국")],
            "one syllable is the state",
        ),
        (
            "로마첸코 소련외무차관은 웃었다.",
            [("로마첸코", "외무차관", "소련")],
            "the state is written onto the office",
        ),
        (
            "일본수상은 떠들었다.",
            [("이시바 시게루", "수상", "일본")],
            "the premier of the day in the North's word",
        ),
        ("시인은 일본 수상 소감을 말했다.", [], "수상 is a prize here"),
        (
            "총비서동지께서 축전을 보내시였다.",
            [("김정은", "총비서", "조선노동당")],
            "the leader by office and honorific",
        ),
        (
            "국무위원장동지는 말씀하시였다.",
            [("김정은", "국무위원장", "북한")],
            "the same by his other office",
        ),
        ("윁남공산당 총비서동지가 도착하였다.", [], "the leader of another party"),
        (
            "통룬 씨쑬릿동지는 제의하였다.",
            [("통룬 시술릿", None, None)],
            "the rest of a name that the pack spells otherwise",
        ),
    ],
)
def test_people_without_an_office_and_offices_without_a_name(
    text: str, expected: list[tuple[str, str | None, str | None]], why: str
) -> None:
    assert sorted(set(_people(text)), key=str) == sorted(expected, key=str), why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("북한은 거래소 누리덱스에서 돈을 빼냈다.", {"북한", "누리덱스"}, "an exchange"),
        ("핀란드 공영방송 윌뤼(YLL)가 보도했다.", {"핀란드", "윌뤼"}, "an unknown medium"),
        ("이 매체 기자는 3일간 머물렀다.", set(), "a noun for media names none by itself"),
        ("보안업체 노드뷰는 밝혔다.", {"노드뷰"}, "a firm in whose name the analyser sees a noun"),
        ("거래소 관계자는 말했다.", set(), "a person of it"),
        ("기업 가치가 올랐다.", set(), "an ordinary noun"),
        ("그는 SVL에 출연해 반대했다.", {"SVL"}, "an acronym to which somebody speaks"),
        ("그는 UXO를 치웠다.", set(), "any other acronym"),
        (
            "박경선 외무성 부상이 왔다.",
            {"박경선", "북한 외무성"},
            "a name whose last consonant is cut off",
        ),
        (
            "북한은 떠났다. 스웨덴대사관은 닫았다.",
            {"북한", "스웨덴", "주북 스웨덴대사관"},
            "abroad",
        ),
        ("몽골은 북한대사관 직원을 불렀다.", {"몽골", "북한", "주몽골 북한대사관"}, "its people"),
        (
            "뉴욕의 북한대표부는 항의했다.",
            {"뉴욕", "북한", "유엔 주재 북한대표부"},
            "to the United Nations",
        ),
        ("라오스대사관은 연회를 열었다.", {"라오스", "주한 라오스대사관"}, "at home"),
        ("스웨덴대사관을 지났다.", {"스웨덴"}, "an embassy as a building"),
        ("미국은 반대했다. 의회가 나섰다.", {"미국", "미국 의회"}, "the house of whoever acts"),
        ("정부는 미국과의 합의를 국회에 냈다.", {"미국", "한국", "국회"}, "at home"),
        (
            "이시바 시게루 일본 총리는 국회에서 말했다.",
            {"이시바 시게루", "일본", "일본 국회"},
            "a house abroad",
        ),
    ],
)
def test_bodies_behind_a_noun_that_announces_them(text: str, expected: set[str], why: str) -> None:
    assert {m.name for m in document_of(text).mentions} == expected, why
