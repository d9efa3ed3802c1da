"""Offers of talks and what is answered, receptions and who came, messages of comfort.

Sentences are our own, facts invented; all pages are of Friday, 2024-11-08.
"""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Found = tuple[str, str, str | None, frozenset[str]]

KOREAS = frozenset({"북한", "한국"})

ROWS: list[tuple[tuple[str, ...], list[Found], str]] = [
    (
        ("이번 접촉은 북한이 6일 몽골에 회담을 갖자고 제의한 데 따른 것이다.",),
        [("REQUEST", "occurred", "2024-11-06", frozenset({"북한", "몽골"}))],
        "what led to it was done",
    ),
    (
        ("통일부는 6일 남북 실무회담을 오는 23일 개성에서 개최하자고 북측에 제안했다.",),
        [("REQUEST", "occurred", "2024-11-06", frozenset({"통일부", "북한"}))],
        "talks that are proposed have not been held",
    ),
    (
        (
            "남북은 5일 개성에서 실무회담을 열었다.",
            "북한은 다음 회담을 12일 열자고 제의해 왔다.",
        ),
        [
            ("REQUEST", "occurred", None, KOREAS),
            ("meeting", "occurred", "2024-11-05", KOREAS),
        ],
        "an offer to the other of the two told of",
    ),
    (
        ("북측이 6일 접촉을 갖자고 남측에 제의, 남측이 7일 이를 수용했다.",),
        [
            ("AGREE", "occurred", "2024-11-07", KOREAS),
            ("REQUEST", "occurred", "2024-11-06", KOREAS),
        ],
        "a noun that offers before a comma, and who accepted it",
    ),
    (
        ("국방부는 6일 제9차 남북 군사회담을 21일 판문점에서 개최하기로 했다고 밝혔다.",),
        [("meeting", "planned", "2024-11-21", KOREAS)],
        "the day of the talks stands before their verb",
    ),
    (
        (
            "김정은 국무위원장은 6일 통룬 라오스 국가주석과 회담했다.",
            "이날 저녁 목란관에서는 통룬 주석을 환영하는 연회가 열렸다.",
        ),
        [
            ("meeting", "occurred", "2024-11-06", frozenset({"김정은", "통룬 시술릿"})),
            ("reception", "occurred", "2024-11-06", frozenset({"통룬 시술릿"})),
        ],
        "for whom a feast was, not by whom",
    ),
    (
        (
            "김정은 국무위원장은 6일 통룬 라오스 국가주석과 회담했다.",
            "이날 저녁 외무성은 통룬 주석을 위해 연회를 차렸다.",
            "통룬 주석은 연회에서 김정은 국무위원장을 벗이라고 불렀다.",
        ),
        [
            ("meeting", "occurred", "2024-11-06", frozenset({"김정은", "통룬 시술릿"})),
            ("reception", "occurred", "2024-11-06", frozenset({"북한 외무성", "통룬 시술릿"})),
        ],
        "of whom somebody speaks at a feast has not come to it",
    ),
    (
        (
            "북한과 라오스가 6일 대동강외교단회관에서 연회를 열었다.",
            "라오스 측에서는 쑤완 대사가, 북측에서는 김정규 부상이 참석했다.",
        ),
        [
            (
                "reception",
                "occurred",
                "2024-11-06",
                frozenset({"북한", "라오스", "쑤완", "김정규"}),
            )
        ],
        "a reception that two states give, and who came from either side",
    ),
    (
        ("왕야쥔 중국대사가 지난 6일 개최한 연회에 최선희 외무상을 초청하며 친밀함을 과시했다.",),
        [("reception", "occurred", "2024-11-06", frozenset({"왕야쥔", "최선희"}))],
        "who is invited to a reception was there",
    ),
    (
        (
            "러시아 주재 북한 대사관은 5일 연회를 열었다.",
            "왕야쥔 중국대사는 6일 대동강외교단회관에서 연회를 열었다.",
        ),
        [
            ("reception", "occurred", "2024-11-05", frozenset({"주러 북한대사관"})),
            ("reception", "occurred", "2024-11-06", frozenset({"왕야쥔"})),
        ],
        "who gave the feast before is no guest at this one",
    ),
    (
        (
            "러시아 문화성 대표단이 6일 평양에 왔다.",
            "외무성은 6일 양각도호텔에서 러시아 손님들을 환영하는 연회를 차렸다.",
            "대외경제성은 6일 이들을 위해 고려호텔에서 연회를 열었다.",
        ),
        [
            ("visit", "occurred", "2024-11-06", frozenset({"러시아 문화부", "북한"})),
            ("reception", "occurred", "2024-11-06", frozenset({"북한 외무성", "러시아 문화부"})),
            ("reception", "occurred", "2024-11-06", frozenset({"대외경제성", "러시아 문화부"})),
        ],
        "two bodies give two receptions",
    ),
    (
        ("왕이 부장은 6일 최선희 외무상을 베이징에 초청했다.",),
        [("REQUEST", "occurred", "2024-11-06", frozenset({"왕이", "최선희"}))],
        "an invitation to come is asked",
    ),
    (
        ("김정은 국무위원장은 6일 통룬 시술릿 주석에게 위로의 메시지를 보냈다.",),
        [("letter", "occurred", "2024-11-06", frozenset({"김정은", "통룬 시술릿"}))],
        "a message of comfort is one's own",
    ),
    (
        ("왕이 부장과 최선희 외무상이 6일 베이징 인민대회당에서 열린 환영식에서 악수하고 있다.",),
        [("ceremony", "occurred", "2024-11-06", frozenset({"왕이", "최선희"}))],
        "hands are shaken at the welcome",
    ),
    (
        ("왕이 부장은 6일 금수산태양궁전을 찾아 화환을 진정했다.",),
        [("ceremony", "occurred", "2024-11-06", frozenset({"왕이"}))],
        "a shrine is no state that one visits",
    ),
    (
        ("최선희 외무상이 6일 베이징에서 왕이 부장과 2시간에 걸친 회담에 이어 만찬을 가졌다.",),
        [
            ("meeting", "occurred", "2024-11-06", frozenset({"최선희", "왕이"})),
            ("reception", "occurred", "2024-11-06", frozenset({"최선희", "왕이"})),
        ],
        "how long the talks took does not part them from the two; what followed on them",
    ),
    (
        ("북한과 라오스는 지난 74년 7월 대사급 외교관계를 수립했다.",),
        [("AGREE", "occurred", "1974-07", frozenset({"북한", "라오스"}))],
        "a year of two figures before its month",
    ),
    (
        ("협정 체결 75돌에 즈음하여 최선희 외무상이 글을 썼다.",),
        [],
        "of an anniversary nothing was signed",
    ),
    (
        ("북한 대표단은 6일 하노이에서 팜 민 찐 총리가 베푼 만찬에 참석했다.",),
        [("reception", "occurred", "2024-11-06", frozenset({"북한", "팜 민 찐"}))],
        "who gives the feast is not who came",
    ),
    (
        ("시진핑 주석은 6일 펑리위안 여사와 함께 김정은 위원장에게 만찬을 베풀었다.",),
        [("reception", "occurred", "2024-11-06", frozenset({"시진핑", "김정은"}))],
        "who gives the feast too is no guest",
    ),
    (
        ("6일 회의에는 강석주 북한 외무성 부상, 왕이 중국 외교부장 등이 참석했다.",),
        [("meeting", "occurred", "2024-11-06", frozenset({"강석주", "왕이"}))],
        "an office before a comma is no deed",
    ),
    (
        ("최룡해는 6일 김정은 위원장이 또 럼 주석에게 보내는 인사를 팜 민 찐에게 전했다.",),
        [
            (
                "CONSULT",
                "occurred",
                "2024-11-06",
                frozenset({"최룡해", "김정은", "또럼", "팜 민 찐"}),
            )
        ],
        "to whom greetings go and to whom they are handed",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_offers_and_feasts(paragraphs: tuple[str, ...], expected: list[Found], why: str) -> None:
    found = [
        (e.mode or e.type, e.status.value, e.date, frozenset(p.name for p in e.participants))
        for e in read_paragraphs(*paragraphs, published="2024-11-08").events
    ]
    assert sorted(found, key=str) == sorted(expected, key=str), why
