"""What brackets say of a verbal noun does not part it from its verb.

Sentences are our own, facts invented; all pages are of Friday, 2024-11-08.
"""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Found = tuple[str, str | None, frozenset[str]]

ROWS: list[tuple[str, list[Found], str]] = [
    (
        "왕이 부장이 7일 방북(訪北)했다.",
        [("visit", "2024-11-07", frozenset({"왕이", "북한"}))],
        "a gloss in Chinese letters",
    ),
    (
        "방북(訪北) 중인 왕이 부장이 7일 최선희 외무상을 예방(禮訪)했다.",
        [
            ("visit", "2024-11-07", frozenset({"왕이", "북한"})),
            ("meeting", "2024-11-07", frozenset({"왕이", "최선희"})),
        ],
        "a gloss before 중, and one before 하다",
    ),
    (
        "김영남 위원장도 쿠바를 방문(10월)하는 등 왕래가 잦았다.",
        [("visit", "2024-10", frozenset({"김영남", "쿠바"}))],
        "a time as gloss dates it",
    ),
    (
        "방북(5∼7일) 중인 왕이 부장이 6일 최선희 외무상을 만났다.",
        [
            ("visit", "2024-11-05/2024-11-07", frozenset({"왕이", "북한"})),
            ("meeting", "2024-11-06", frozenset({"왕이", "최선희"})),
        ],
        "days in brackets before 중",
    ),
    (
        "왕이 부장은 쿠바(4∼5일)를 다녀왔다.",
        [("visit", "2024-11-04/2024-11-05", frozenset({"왕이", "쿠바"}))],
        "days in brackets before the particle",
    ),
    (
        "왕이(王毅) 부장이 7일 평양에서 최선희(崔善姬) 외무상을 만났다.",
        [("meeting", "2024-11-07", frozenset({"왕이", "최선희"}))],
        "names keep theirs",
    ),
    (
        "비행장에서 북한 주재 몽골 대사가 왕이 부장을 전송했다.",
        [("ceremony", None, frozenset({"몽골", "왕이"}))],
        "whose envoy it is, not where the envoy sits",
    ),
    (
        "남북공동연락사무소가 7일 개성에서 문을 열었다.",
        [("COOPERATE", "2024-11-07", frozenset({"한국", "북한"}))],
        "the office of the two opens",
    ),
    (
        "교류(交流) 확대(擴大)를 논의할 계획(計劃)은 없다.",
        [],
        "nouns with glosses tell nothing by themselves",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_a_gloss_in_brackets(sentence: str, expected: list[Found], why: str) -> None:
    found = [
        (e.mode or e.type, e.date, frozenset(p.name for p in e.participants))
        for e in read_paragraphs(sentence, published="2024-11-08").events
    ]
    assert sorted(found, key=str) == sorted(expected, key=str), why
