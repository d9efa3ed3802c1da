"""One verb for two pairs, and what two sides resolve to do. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

CHOE, WANG = "최선희 북한 외무상", "왕이 중국 외교부장"

ACTS = [
    (
        f"{CHOE}과 {WANG}이 교류계획서에, 노광철 국방상과 둥쥔 국방부장이 의정서에 각각 서명했다.",
        [("AGREE", "occurred", ["왕이", "최선희"]), ("AGREE", "occurred", ["노광철", "둥쥔"])],
        "two pairs, two papers, one verb",
    ),
    (
        f"{CHOE}은 7일 {WANG}, 8일 둥쥔 국방부장과 각각 만났다.",
        [("CONSULT", "occurred", ["왕이", "최선희"]), ("CONSULT", "occurred", ["둥쥔", "최선희"])],
        "a day before each, the particle behind the last",
    ),
    (
        (
            f"{CHOE}은 7일 {WANG}과 회담했다. 회담에서 쌍방은 의견을 교환했다."
            " 회담에는 노광철 국방상이 참석했다."
        ),
        [("CONSULT", "occurred", ["노광철", "왕이", "최선희"])],
        "both sides and who else was there are of the meeting told of",
    ),
    (f"{CHOE}은 협정에, {WANG}은 의정서에 서명했다.", [], "nobody says with whom"),
    (
        "북한과 베트남은 무역과 농업 협력을 다시 시작하기로 했다.",
        [("COOPERATE", "planned", ["베트남", "북한"])],
        "what two states resolve",
    ),
    (
        "북한은 중국과 관광 협력을 재개하기로 합의했다.",
        [("AGREE", "occurred", ["북한", "중국"])],
        "agreed to do is an agreement, once",
    ),
    (
        "북한과 러시아는 오는 12월 평양에서 공동위원회를 개최키로 합의했다.",
        [("CONSULT", "planned", ["러시아", "북한"]), ("AGREE", "occurred", ["러시아", "북한"])],
        "the day ahead is the meeting's, not the agreement's",
    ),
    (
        f"{CHOE}은 24일 오후에는 {WANG}도 만났다.",
        [("CONSULT", "occurred", ["왕이", "최선희"])],
        "a time with 에 is nobody one meets",
    ),
    (f"{CHOE}은 무역을 확대하기로 했다.", [], "one alone"),
    ("북한과 베트남은 무역 협력을 확대했다.", [], "nothing is resolved"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), ACTS)
def test_acts(sentence: str, expected: list[tuple[str, str, list[str]]], why: str) -> None:
    told = [
        (e.type, e.status.value, sorted(p.name for p in e.participants))
        for e in read_paragraphs(sentence).events
    ]
    assert told == expected, why
