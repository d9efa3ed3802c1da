"""The search box: filters by either language's names, phrases, words; nothing typed is lost."""

from __future__ import annotations

import pytest

from haengbo.web.box import asked, box_filters

CASES = [
    ("who:최선희 조약", "조약", (("who", "최선희"),), "a filter and a word"),
    ("누가:최선희 유형:협의", "", (("who", "최선희"), ("type", "CONSULT")), "Korean names"),
    ("type:consult", "", (("type", "CONSULT"),), "a code in any case"),
    ("after:2024-06 before:2025", "", (("from", "2024-06"), ("to", "2025")), "a period"),
    ('who:"블라디미르 푸틴" 통화', "통화", (("who", "블라디미르 푸틴"),), "a name in two words"),
    ('"공동의 핵심이익" 담화', '"공동의 핵심이익" 담화', (), "a phrase keeps its marks"),
    ("“핵심이익”", '"핵심이익"', (), "curly marks"),
    ("https://example.kr/1", "https://example.kr/1", (), "no filter: a word with a colon"),
    ("비율:3", "비율:3", (), "an unknown name is a word"),
    ('tag:"확인 요" 조약', "조약", (("tag", "확인 요"),), "a tag in two words"),
    ("place:", "place:", (), "a name without a value is a word"),
    ("", "", (), "nothing"),
    ("channel:정상 status:예정", "", (("channel", "summit"), ("status", "planned")), "words"),
]


@pytest.mark.parametrize(("typed", "words", "filters", "why"), CASES)
def test_the_box_is_taken_apart(
    typed: str, words: str, filters: tuple[tuple[str, str], ...], why: str
) -> None:
    found = asked(typed)
    assert (found.words, found.filters) == (words, filters), why


def test_names_are_made_canonical() -> None:
    assert asked("who:쇼이구", lambda name: f"세르게이 {name}").filters == (
        ("who", "세르게이 쇼이구"),
    )


def test_the_address_is_quoted() -> None:
    assert asked("who:a&b=c 조약").address() == "/?who=a%26b%3Dc&q=%EC%A1%B0%EC%95%BD"


def test_every_example_is_a_filter() -> None:
    assert all(asked(f.example).filters[0][0] == f.id for f in box_filters())
