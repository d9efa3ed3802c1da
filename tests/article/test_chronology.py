"""Entries of a chronology are news; other lists with dates are not."""

from __future__ import annotations

import pytest

from haengbo.article.chronology import with_chronologies, with_day_heads
from haengbo.article.forms import Form, Look
from haengbo.model.article import CHRONOLOGY

PLAIN = Look(Form.PLAIN, "plain")
ROWS = [
    (
        [
            "▲ 2011.9.21 = 라오스 주석, 평양 방문",
            "▲ 2016년 5월 = 부위원장, 라오스 방문",
            "△ 3월 4일 외교부장, 평양 도착",
        ],
        True,
        "marked",
    ),
    (
        [
            "2011.9.21: 라오스 주석, 평양 방문",
            "'16.5.2 = 부위원장, 라오스 방문",
            "2018년 8월=외무상, 라오스 방문",
        ],
        True,
        "day and sign",
    ),
    (
        ["▲ 2011.9.21 = 라오스 주석, 평양 방문", "▲ 2016년 5월 = 부위원장, 라오스 방문"],
        False,
        "two",
    ),
    (
        [
            "2011년 9월 21일 라오스 주석, 평양 방문",
            "2016년 5월 부위원장, 라오스 방문",
            "8월 3일(일) 외무상, 라오스 방문",
        ],
        True,
        "the day in words needs no sign",
    ),
    (
        [
            "1995.6.30 라오스 주석, 평양 방문",
            "2008.6.11∼12 부위원장, 라오스 방문",
            "2016.2.10 라오스, 북한에 쌀 지원",
        ],
        True,
        "days in figures that follow each other over years",
    ),
    (
        [
            "2025.03.04 라오스 주석, 평양 방문",
            "2025.03.05 라오스 주석, 평양 출발",
            "2025.03.06 라오스 주석, 귀국",
        ],
        False,
        "days of other pages do not span years",
    ),
    (
        [
            "2025.03.04 라오스 주석, 평양 방문",
            "2019.03.05 라오스 주석, 평양 방문",
            "2016.03.06 라오스 주석, 평양 방문",
        ],
        False,
        "the newest page first",
    ),
    (["2025.03.04 라오스 주석, 평양 방문"] * 3, False, "dates of other pages, without a sign"),
    (["▲ 3.2% 오른 코스피와 원화"] * 3, False, "a figure is no day"),
    (["▲ 2025.3.4 = 사진"] * 3, False, "too few words"),
]


@pytest.mark.parametrize(("lines", "expected", "why"), ROWS)
def test_three_entries_make_a_chronology(lines: list[str], expected: bool, why: str) -> None:
    looks = with_chronologies(lines, [PLAIN] * len(lines))
    assert {look.rule == CHRONOLOGY for look in looks} == {expected}, why


def test_years_and_more_of_a_day_stand_among_the_entries() -> None:
    entry = "▷3월 4일 라오스 주석, 평양 방문"
    lines = [
        "◇2018년",
        entry,
        "- 공동보도문 발표",
        "[2019년 9월]",
        entry,
        "○ 3.1(토) 주석, 평양 방문",
    ]
    looks = with_chronologies([*lines, "2020년"], [PLAIN] * 7)
    assert [look.rule == CHRONOLOGY for look in looks] == [True] * 6 + [False]


def test_what_stands_between_is_left_as_it_is() -> None:
    entry = "▲ 2011.9.21 = 라오스 주석, 평양 방문"
    looks = with_chronologies([entry, entry, "무단 전재 금지", entry], [PLAIN] * 4)
    assert looks == [PLAIN] * 4


SENTENCE = Look(Form.SENTENCE, "sentence:plain-style")
SECTION = Look(Form.SECTION, "section:marker")


@pytest.mark.parametrize(
    ("heads", "expected", "why"),
    [
        (["■ 11일(월)", "■ 12일(화)", "■ 전망"], [True, True, True], "days, and what they end in"),
        (["◇ 9월 11일", "◇ 9월 12~13일", "◇ 2024년 9월 14일"], [True] * 3, "with their month"),
        (["[11일]", "[12일]", "■ 전망"], [True, True, False], "another mark heads a section"),
        (["■ 11일(월)", "■ 배경", "■ 전망"], [False] * 3, "one day is not enough"),
        (["■ 11일 방북", "■ 12일 귀국", "■ 전망"], [False] * 3, "more than a day"),
    ],
)
def test_days_head_what_was_on_them(heads: list[str], expected: list[bool], why: str) -> None:
    told = "외무상이 도착했다고 통신이 전했다."
    texts = [line for head in heads for line in (head, told)]
    looks = with_day_heads(texts, [SECTION, SENTENCE] * len(heads))
    assert [look.form is not Form.SECTION for look in looks[::2]] == expected, why
