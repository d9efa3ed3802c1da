"""Names in Latin letters are those of the pack; whatever else is typed stays as it is."""

from __future__ import annotations

import pytest

from haengbo.knowledge.actors import ActorRow
from haengbo.ledger import Ledger
from haengbo.ledger.romanised import RomanisedNames

NAMES = RomanisedNames(
    [
        ActorRow("a", "person", "가나다", en="Kim Ga-na-da"),
        ActorRow("b", "person", "이고르 시험토프", en="Igor Shikhomtov"),
        ActorRow("c", "person", "마라 둘루스", en="Mara Duluth"),
        ActorRow("d", "person", "노라 둘루스", en="Nora Duluth"),
        ActorRow("e", "state", "시험국", en="Testland"),
        ActorRow("f", "person", "이름만", en=None),
    ]
)


@pytest.mark.parametrize(
    ("typed", "expected", "why"),
    [
        ("Kim Ga Na Da", "가나다", "hyphens do not count"),
        ("kim ga-na-da", "가나다", "capitals do not"),
        ("Igor Shikhomtov 조약", "이고르 시험토프 조약", "beside Korean words"),
        ("Shikhomtov", "이고르 시험토프", "a surname that one person bears"),
        ("Testland Igor Shikhomtov", "시험국 이고르 시험토프", "two names"),
        ("Duluth", "Duluth", "a surname of two people is nobody's"),
        ("Kim", "Kim", "too short to be a surname alone"),
        ('"Kim Ga-na-da"', '"Kim Ga-na-da"', "a phrase is looked for as written"),
        ("treaty", "treaty", "a word"),
        ("", "", "nothing"),
        ("조약 2024", "조약 2024", "no Latin letters"),
    ],
)
def test_names(typed: str, expected: str, why: str) -> None:
    assert NAMES.in_korean(typed) == expected, why


@pytest.mark.parametrize(
    ("english", "korean"),
    [("Choe Son Hui", "최선희"), ("Sergey Lavrov", "세르게이 라브로프"), ("Russia", "러시아")],
)
def test_a_search_in_english_finds_what_the_korean_one_does(
    sample_ledger: Ledger, english: str, korean: str
) -> None:
    found = sample_ledger.search(english)
    assert found.total == sample_ledger.search(korean).total > 0
    assert any(hit.snippet.marks for hit in found.items)


@pytest.mark.parametrize("typed", ["러시아", "로씨야", "Russia", '"조약"'])
def test_statements_hold_the_words_themselves(sample_ledger: Ledger, typed: str) -> None:
    written = sample_ledger.words.written(typed)
    found = sample_ledger.said_with(typed, 50)
    assert found
    for line in found:
        assert all(any(form in line.text for form in one) for one in written)
    assert [s.day or "" for s in found] == sorted((s.day or "" for s in found), reverse=True)


def test_no_statement_holds_what_nobody_said(sample_ledger: Ledger) -> None:
    assert sample_ledger.said_with("뚱딴지같은낱말", 5) == ()
    assert sample_ledger.said_with("", 5) == ()
