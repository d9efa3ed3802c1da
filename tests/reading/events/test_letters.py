"""Who wrote to whom: letters, answers, letters quoted from. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

KIM, XI = "김정은 국무위원장", "시진핑 중국 국가주석"
TO_XI = {"김정은": "source", "시진핑": "target"}
TO_KIM = {"시진핑": "source", "김정은": "target"}

LETTERS = [
    ([f"{KIM}은 {XI}의 축전에 1일 답전을 보냈다."], [("2024-11-01", TO_XI)], "an answer"),
    (
        [f"최선희 북한 외무상은 1일 {XI}께 보내는 {KIM}의 친서를 지니고 떠났다."],
        [("2024-11-01", TO_XI | {"최선희": "source"})],
        "carried along is sent, and by whom",
    ),
    (
        [f"왕이 중국 외교부장은 1일 {XI}이 {KIM}에게 보내는 친서도 갖고 갔다."],
        [("2024-11-01", TO_KIM | {"왕이": "source"})],
        "what is carried along as well",
    ),
    (
        [f"{KIM}은 {XI}이 보낸 건국 축전에 답전을 보내 사의를 표했다."],
        [(None, TO_XI)],
        "who sent what is answered is written to",
    ),
    (
        [f"{KIM}은 {XI}의 축전에 대한 답전을 1일 보냈다."],
        [("2024-11-01", TO_XI)],
        "answered with 에 대한",
    ),
    (
        [f"{XI}은 1일 축전에서 {KIM}에게 “지지한다”며 축하했다."],
        [("2024-11-01", TO_KIM)],
        "who says something in a letter wrote it",
    ),
    (
        [
            f"{KIM}은 {XI}에게 1일 축전을 보냈다.",
            "김 위원장은 축전에서 시 주석이 지난해 9월 나라를 이끌었다고 적었다.",
        ],
        [("2024-11-01", TO_XI)],
        "told of again before words without marks",
    ),
    (
        [f"{XI}은 {KIM}에게 1일 보내온 ‘답전’을 통해 “심각하다”고 밝혔다."],
        [("2024-11-01", TO_KIM)],
        "through a letter",
    ),
    (
        [
            f"{KIM}이 {XI}에게 1일 친서를 보냈다.",
            "김 위원장은 친서에서 “친선이 깊다”고 밝혔다.",
            "시 주석은 2일 답전에서 “그렇다”고 했다.",
        ],
        [("2024-11-01", TO_XI), ("2024-11-02", TO_KIM)],
        "quoted from again it is one letter, the answer is another",
    ),
    (
        [
            f"{KIM}이 {XI}에게 1일 축전을 보냈다.",
            "루카셴코 벨라루스 대통령도 축전을 보내 축하했다.",
        ],
        [("2024-11-01", TO_XI), (None, {"알렉산드르 루카셴코": "source"})],
        "to whom it goes is not said",
    ),
    (
        [f"{XI}과 {KIM}이 구두 친서를 교환했다."],
        [(None, {"시진핑": "party", "김정은": "party"})],
        "an exchange has two sides",
    ),
    (
        [f"{XI}은 1일 {KIM} 앞으로 편지를 띄웠다."],
        [("2024-11-01", TO_KIM)],
        "addressed to somebody, and no plan",
    ),
    (
        [f"왕이 중국 외교부장은 {XI}이 {KIM} 앞으로 쓴 친서를 최선희 외무상에게 건넸다."],
        [(None, {"왕이": "source", "시진핑": "source", "최선희": "target", "김정은": "target"})],
        "who wrote it and to whom, told of the letter that another hands over",
    ),
    (
        [f"{XI}은 축전에서 {KIM}과 푸틴 대통령이 만나 길을 밝혔다고 평가했다."],
        [(None, {"시진핑": "source"})],
        "who writes stands before the letter, whoever its words are about",
    ),
    (["최선희 외무상은 1일 편지를 통해 심경을 밝혔다."], [], "no letter of state"),
    ([f"{KIM}은 축전에 관심을 보였다."], [], "nobody writes"),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), LETTERS)
def test_letters(
    paragraphs: list[str], expected: list[tuple[str | None, dict[str, str]]], why: str
) -> None:
    found = [e for e in read_paragraphs(*paragraphs).events if e.mode == "letter"]
    told = [(e.date, {p.name: p.role.value for p in e.participants}) for e in found]
    assert told == expected, why


def test_a_letter_sent_and_handed_over_is_one() -> None:
    (letter,) = [
        e
        for e in read_paragraphs(
            "김정은 북한 국무위원장은 시진핑 중국 국가주석에게 국경절에 즈음하여 축전을 보냈다.",
            "축전은 1일 리가람 북한 대사가 중국 외교부에 전달했다.",
        ).events
        if e.mode == "letter"
    ]
    assert letter.date == "2024-11-01"
    assert {p.name for p in letter.participants} == {"김정은", "시진핑", "리가람", "중국 외교부"}
