"""Who came to what was held, who went along, works in common, waivers, calls of offices.

Sentences are our own, facts invented; all pages are of Friday, 2024-11-08.
"""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Found = tuple[str, str, str | None, frozenset[str]]

WANG, CHOE = "왕이", "최선희"

ROWS: list[tuple[tuple[str, ...], list[Found], str]] = [
    (
        ("5일 원산에서 기념관 착공식이 열려 최선희 외무상과 왕이 부장이 참석했다.",),
        [("ceremony", "occurred", "2024-11-05", frozenset({CHOE, WANG}))],
        "who came stands behind what was held, in one sentence",
    ),
    (
        ("5일 원산에서 해방 79주년 기념행사가 열렸다.", "왕이 부장이 참석했다."),
        [("ceremony", "occurred", "2024-11-05", frozenset({WANG}))],
        "or in the next, without a word for what was held",
    ),
    (
        ("5일 원산에서 해방 79주년 기념행사가 열렸다.", "왕이 부장은 회담에 참석했다."),
        [],
        "who came to something else did not come to it",
    ),
    (
        ("5일 원산에서 해방 79주년 기념행사가 열렸다.", "왕이 부장은 참석하지 않았다."),
        [],
        "nor who did not come",
    ),
    (
        ("왕이 부장은 5일 대사관에서 연회를 열었고 최선희 외무상이 참석해 축사했다.",),
        [("reception", "occurred", "2024-11-05", frozenset({CHOE, WANG}))],
        "guests of the clause behind",
    ),
    (
        ("왕이 부장은 5일 평양을 비공개로 방문, 최선희 외무상을 만났다.",),
        [
            ("visit", "occurred", "2024-11-05", frozenset({WANG, "북한"})),
            ("meeting", "occurred", "2024-11-05", frozenset({CHOE, WANG})),
        ],
        "a manner between the object and the verbal noun",
    ),
    (
        ("라오스 대표단 4명이 5일 평양에 도착했다.",),
        [("visit", "occurred", "2024-11-05", frozenset({"라오스", "북한"}))],
        "a delegation that is counted",
    ),
    (
        (
            "왕이 부장은 5일 대사관에서 연회를 열었다.",
            "최선희 외무상, 또럼 서기장, 협회장인 김성남 부장을 비롯한 손님들이 연회에 참석했다.",
        ),
        [("reception", "occurred", "2024-11-05", frozenset({CHOE, WANG, "또럼", "김성남"}))],
        "the whole list that leads to those unnamed, past a copula",
    ),
    (
        ("김정은 총비서는 왕이 부장과의 회담을 마치고 돌아온 최선희 외무상을 만났다.",),
        [
            ("meeting", "occurred", None, frozenset({CHOE, WANG})),
            ("meeting", "occurred", None, frozenset({"김정은", CHOE})),
        ],
        "who came back had done it, not who met them",
    ),
    (
        ("통룬 시술릿 라오스 국가주석은 5일 평양을 찾았다.", "왕이 부장이 그를 수행했다."),
        [("visit", "occurred", "2024-11-05", frozenset({"통룬 시술릿", WANG, "북한"}))],
        "who goes along is on the visit",
    ),
    (
        ("통룬 시술릿 라오스 국가주석은 5일 평양을 찾았다.", "왕이 부장은 임무를 수행했다."),
        [("visit", "occurred", "2024-11-05", frozenset({"통룬 시술릿", "북한"}))],
        "a task is no visitor",
    ),
    (
        (
            "통룬 시술릿 라오스 국가주석은 5일 평양을 찾았다.",
            "최 외무상은 김정은 총비서를 수행했다.",
        ),
        [("visit", "occurred", "2024-11-05", frozenset({"통룬 시술릿", "북한"}))],
        "nor is the host, whoever is beside him",
    ),
    (
        ("최선희 외무상은 서울에서 왕이 부장과 4일, 또럼 서기장과 5일 만났다.",),
        [
            ("meeting", "occurred", "2024-11-04", frozenset({CHOE, WANG})),
            ("meeting", "occurred", "2024-11-05", frozenset({CHOE, "또럼"})),
        ],
        "two days, two people, one verb",
    ),
    (
        ("북한과 라오스는 4일과 5일 양일간 비엔티안에서 실무회담을 열었다.",),
        [("meeting", "occurred", "2024-11-04/2024-11-05", frozenset({"북한", "라오스"}))],
        "two days of one meeting",
    ),
    (
        ("왕이 부장은 평양에서 최선희 외무상과 이틀에 걸쳐 협의했다.",),
        [("meeting", "occurred", None, frozenset({CHOE, WANG}))],
        "how long it took parts nobody from the verb",
    ),
    (
        ("김정은 총비서는 왕이 부장, 또럼 서기장과 함께 열병식을 지켜봤다.",),
        [("ceremony", "occurred", None, frozenset({"김정은", WANG, "또럼"}))],
        "the whole list stands beside",
    ),
    (
        ("북한 외무성은 5일 왕이 부장의 방북을 환영하는 연회를 마련했다.",),
        [
            ("reception", "occurred", "2024-11-05", frozenset({"북한 외무성", WANG})),
            ("visit", "occurred", "2024-11-05", frozenset({WANG, "북한"})),
        ],
        "whoever's coming is welcomed is welcomed",
    ),
    (
        ("한미일 외교차관은 5일 전화 협의를 했다.",),
        [("phone", "occurred", "2024-11-05", frozenset({"한국", "미국", "일본"}))],
        "offices at one line",
    ),
    (
        ("왕이 부장은 5일 최선희 외무상과 화상으로 회담을 했다.",),
        [("phone", "occurred", "2024-11-05", frozenset({CHOE, WANG}))],
        "talks over a screen are no meeting",
    ),
    (
        ("라오스 국회는 5일 북한과 라오스의 조약 비준안을 만장일치로 가결했다.",),
        [("ratify", "occurred", "2024-11-05", frozenset({"라오스 국회"}))],
        "what the verb does to it is told once",
    ),
    (
        ("라오스는 지난 5월까지 북한에 밀가루를 보냈다.",),
        [("AID", "occurred", "../2024-05", frozenset({"라오스", "북한"}))],
        "what was given until then was not given then",
    ),
    (
        ("북한과 라오스는 5일 비엔티안의 연락사무소를 다시 열었다.",),
        [("COOPERATE", "occurred", "2024-11-05", frozenset({"북한", "라오스"}))],
        "a line opened once more",
    ),
    (
        ("통룬 시술릿 라오스 국가주석은 김정은 총비서에게 생일 축하 전문을 보냈다.",),
        [("letter", "occurred", None, frozenset({"통룬 시술릿", "김정은"}))],
        "a longer noun has the frames of the shorter one",
    ),
    (
        ("라오스는 5일 대북 독자 제재 일부를 해제했다.",),
        [("CONCEDE", "occurred", "2024-11-05", frozenset({"라오스", "북한"}))],
        "against whom the sanctions were the word itself says",
    ),
    (
        ("북한은 5일 대남 확성기 철거를 시작했다.",),
        [("RETREAT", "occurred", "2024-11-05", frozenset({"북한"}))],
        "taking down begun",
    ),
    (
        ("5일에는 김정은 총비서가 참석한 가운데 원산에서 기념관 준공식이 열렸다.",),
        [("ceremony", "occurred", "2024-11-05", frozenset({"김정은"}))],
        "who was there is told before what was held",
    ),
    (
        (
            "북한 외무성은 5일 외교단을 위해 연회를 마련했다.",
            "연회에는 대표들이 초대됐으며 최선희 외무상을 비롯한 외무성 일꾼들이 여기에 참가했다.",
        ),
        [("reception", "occurred", "2024-11-05", frozenset({"북한 외무성", CHOE}))],
        "guests without names, then who came from the host's side",
    ),
    (
        (
            "우리 나라 주재 라오스대사관이 5일 평양에서 연회를 차리였다.",
            "외무상 최선희동지와 관계부문 일군들이 연회에 초대되였다.",
            "왕이 부장과 대사관성원들, 평양에 와있는 손님들이 참가하였다.",
        ),
        [("reception", "occurred", "2024-11-05", frozenset({"주북 라오스대사관", CHOE, WANG}))],
        "guests by the bare name of the feast; a list goes on past a clause",
    ),
    (
        (
            "건국 76주년 초대회가 5일 하노이에서 열렸다.",
            "최선희 외무상과 왕이 부장이 자리를 함께했다.",
            "이날 행사는 라오스 외교부가 마련했다.",
        ),
        [("reception", "occurred", "2024-11-05", frozenset({CHOE, WANG, "라오스 외교부"}))],
        "who sat there had no meeting elsewhere; who gave it is told last",
    ),
    (
        ("북한과 몽골사이의 외교관계설정 75돐에 즈음하여 최선희 외무상은 5일 담화를 냈다.",),
        [("AGREE", "occurred", "1949", frozenset({"북한", "몽골"}))],
        "of an anniversary the year from which it counts, if both are named",
    ),
    (
        ("최선희 외무상은 수교 75주년을 계기로 교류를 넓히자고 말했다.",),
        [],
        "whose relations they were is not said",
    ),
    (
        ("북한 외무성은 5일 왕이 부장과 대사관 직원들을 초청해 연회를 열었다.",),
        [("reception", "occurred", "2024-11-05", frozenset({"북한 외무성", WANG}))],
        "who is asked to a feast is its guest, and asked nothing else",
    ),
    (
        ("북한 외무성은 5일 왕이 부장을 평양에 초청했다.",),
        [("REQUEST", "occurred", "2024-11-05", frozenset({"북한 외무성", WANG}))],
        "to be asked to a country is another thing",
    ),
    (
        (
            "최선희 외무상은 5일 평양에서 왕이 부장을 만났다.",
            "이란 대사관은 이날 평양에서 연회를 마련했다.",
        ),
        [
            ("meeting", "occurred", "2024-11-05", frozenset({CHOE, WANG})),
            ("reception", "occurred", "2024-11-05", frozenset({"주북 이란대사관"})),
        ],
        "those who met elsewhere do not sit at the table of a third",
    ),
    (
        ("왕이 부장은 5일 베이징 공항에서 출발해 평양에 도착했다.",),
        [("visit", "occurred", "2024-11-05", frozenset({WANG, "북한"}))],
        "whence one sets out was not visited",
    ),
    (
        ("최선희 외무상은 라오스, 몽골, 콩고 등 세 나라를 방문할 예정이다.",),
        [("visit", "planned", None, frozenset({CHOE, "라오스", "몽골"}))],
        "a list that goes on to others, whoever the last one is",
    ),
    (
        ("조선중앙통신은 5일 평양에서 최선희 외무상과 왕이 부장이 협정에 서명했다고 전했다.",),
        [("sign", "occurred", "2024-11-05", frozenset({CHOE, WANG}))],
        "a day with its place before two who sign is not the report's",
    ),
    (
        ("하노이에서 열릴 제5차 북일 장관급 회담에 참석할 대표단이 5일 떠났다.",),
        [("meeting", "planned", None, frozenset({"북한", "일본"}))],
        "what is yet to be held",
    ),
    (
        ("지난 5일 열린 회담에서 최선희 외무상과 왕이 부장은 정세를 평가했다.",),
        [("meeting", "occurred", "2024-11-05", frozenset({CHOE, WANG}))],
        "whoever does something at talks held took part",
    ),
    (
        ("한국 정부는 북한에 식량을 지원하겠다는 의사를 전달했다.",),
        [("AID", "planned", None, frozenset({"한국", "북한"}))],
        "the will to give is handed over, not the food",
    ),
    (
        ("왕이 부장은 방북 일정을 마치고 14일 하노이에서 열리는 외무장관 회의에 참석한다.",),
        [
            ("multilateral", "planned", "2024-11-14", frozenset({WANG})),
            ("visit", "planned", None, frozenset({WANG, "북한"})),
        ],
        "the day is that of what comes after",
    ),
    (
        ("왕이 부장은 또럼 서기장과 함께 5일 평양을 방문했다.",),
        [("visit", "occurred", "2024-11-05", frozenset({WANG, "또럼", "북한"}))],
        "who comes along",
    ),
    (
        ("왕이 부장은 최선희 외무상과 함께 5일 평양을 방문했다.",),
        [("visit", "occurred", "2024-11-05", frozenset({WANG, "북한"}))],
        "the host pays no visit",
    ),
    (
        ("왕이 부장은 5일 전용기로 평양을 향해 출발했다.",),
        [("visit", "occurred", "2024-11-05", frozenset({WANG, "북한"}))],
        "towards where one set out",
    ),
    (
        ("북한과 라오스는 군사회담을 14일 하노이에서, 적십자회담을 16일 평양에서 열기로 했다.",),
        [
            ("meeting", "planned", "2024-11-14", frozenset({"북한", "라오스"})),
            ("meeting", "planned", "2024-11-16", frozenset({"북한", "라오스"})),
        ],
        "two talks to come, one verb",
    ),
    (
        ("라오스가 보낸 의약품이 3일 남포항에 도착했다.",),
        [("AID", "occurred", "2024-11-03", frozenset({"라오스", "북한"}))],
        "what was sent arrives, nobody visits",
    ),
    (
        ("최선희 외무상은 5일 유엔총회 연단에 섰다.",),
        [("multilateral", "occurred", "2024-11-05", frozenset({CHOE}))],
        "who stands on the rostrum takes part",
    ),
    (
        ("이산가족 상봉 행사가 5일 금강산에서 시작됐다고 한국과 북한이 밝혔다.",),
        [("COOPERATE", "occurred", "2024-11-05", frozenset({"북한", "한국"}))],
        "families of the two Koreas",
    ),
    (
        ("북한과 라오스의 친선 경기가 5일 평양에서 열렸다.",),
        [("cultural", "occurred", "2024-11-05", frozenset({"북한", "라오스"}))],
        "a match of two states",
    ),
    (
        ("라오스 정부는 5일 북한 국적자의 입국 금지를 해제했다.",),
        [("CONCEDE", "occurred", "2024-11-05", frozenset({"라오스", "북한"}))],
        "whose people may enter again",
    ),
    (
        (
            "통룬 시술릿 라오스 국가주석은 5일 평양을 찾았다.",
            "통룬 주석의 평양 방문에 왕이 부장이 동행했으며 또럼 서기장이 수행했다.",
        ),
        [("visit", "occurred", "2024-11-05", frozenset({"통룬 시술릿", WANG, "또럼", "북한"}))],
        "two clauses of who went along, the visit named once more",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_who_came_and_what_was_made(
    paragraphs: tuple[str, ...], expected: list[Found], why: str
) -> None:
    found = [
        (e.mode or e.type, e.status, e.date, frozenset(p.name for p in e.participants))
        for e in read_paragraphs(*paragraphs, published="2024-11-08").events
    ]
    assert sorted(found, key=_when) == sorted(expected, key=_when), why


def _when(found: Found) -> tuple[str, str]:
    return found[0], found[2] or ""
