"""Dates in words: every precision, intervals, open ends, two languages."""

from __future__ import annotations

import pytest

from haengbo.web.edtf import date_words, day_words

WORDS = [
    ("2024-11-02", "2024년 11월 2일", "2 Nov 2024", "a day"),
    ("2024-11", "2024년 11월", "Nov 2024", "a month"),
    ("2024", "2024년", "2024", "a year"),
    ("202X", "2020년대", "2020s", "a decade"),
    ("2024-22", "2024년 여름", "summer 2024", "a season"),
    ("2024-10-XX", "2024년 10월", "Oct 2024", "some day of a month"),
    ("2024-11-02~", "~2024년 11월 2일", "~2 Nov 2024", "about a day"),
    ("2024-11-02T09:00:00+09:00", "2024년 11월 2일", "2 Nov 2024", "with a time"),
    ("2026-01/2026-06", "2026년 1–6월", "Jan–Jun 2026", "months of one year"),
    ("2026/2027", "2026–2027년", "2026–2027", "years"),
    ("2024-09-18/2024-09-20", "2024년 9월 18–20일", "18–20 Sep 2024", "days of one month"),
    ("2024-09-28/2024-10-02", "2024년 9월 28일 – 10월 2일", "28 Sep – 2 Oct 2024", "two months"),
    ("2025-12/2026-02", "2025년 12월 – 2026년 2월", "Dec 2025 – Feb 2026", "two years"),
    ("../2025-10-10", "2025년 10월 10일까지", "by 10 Oct 2025", "no beginning"),
    ("2024-10-29/..", "2024년 10월 29일부터", "from 29 Oct 2024", "no end"),
    ("/2025-10", "2025년 10월까지", "by Oct 2025", "beginning unknown"),
    ("2025-03/2025-03", "2025년 3월", "Mar 2025", "an interval of one month"),
    ("2025-99", "2025-99", "2025-99", "no such month: as it stands"),
    ("내년쯤", "내년쯤", "내년쯤", "no date: as it stands"),
    ("../..", "../..", "../..", "says nothing: as it stands"),
]


@pytest.mark.parametrize(("value", "korean", "english", "why"), WORDS)
def test_dates_in_words(value: str, korean: str, english: str, why: str) -> None:
    assert date_words(value, "ko") == korean, why
    assert date_words(value, "en") == english, why


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        ("2025-10-30", "10월 30일", "30 Oct"),
        ("2025-01/2025-06", "1–6월", "Jan–Jun"),
        ("../2025-10-30", "10월 30일까지", "by 30 Oct"),
        ("2025", "2025년", "2025"),
        ("2024-10-30", "2024년 10월 30일", "30 Oct 2024"),
    ],
)
def test_a_year_said_already_is_left_out(value: str, korean: str, english: str) -> None:
    assert date_words(value, "ko", year="2025") == korean
    assert date_words(value, "en", year="2025") == english


def test_tables_keep_iso_for_whole_days() -> None:
    assert day_words("2024-11-02", "ko") == "2024-11-02"
    assert day_words("2024-11", "en") == "Nov 2024"
    assert day_words(None, "ko") == ""
