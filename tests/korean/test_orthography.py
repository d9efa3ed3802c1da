from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.knowledge import Knowledge
from haengbo.knowledge.orthography import speller
from haengbo.korean.orthography import Pair, Speller
from haengbo.model.span import Span

SMALL = Speller(
    [
        Pair("로씨야", "러시아"),
        Pair("련방", "연방"),
        Pair("로인", "노인"),
        Pair("마쟈르", "헝가리"),
        Pair("웽그리아", "헝가리"),
        Pair("담화", "대화", folds=False),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("로씨야련방 대표", "러시아연방 대표", "a compound is folded part by part"),
        ("대로씨야 제재", "대러시아 제재", "a long name is folded inside a word"),
        ("이것으로인해", "이것으로인해", "a short one is not: 으로 + 인해"),
        ("로인들", "노인들", "a short one at the start of a word"),
        ("담화를 발표", "담화를 발표", "ambiguous words are never folded"),
        ("러시아", "러시아", "Southern text stays"),
        ("", "", "nothing"),
    ],
)
def test_fold(text: str, expected: str, why: str) -> None:
    assert SMALL.fold(text).text == expected, why


def test_folded_span_leads_back_to_its_source() -> None:
    text = "새 뛰르끼예 대사"
    folded = Speller([Pair("뛰르끼예", "튀르키예공화국")]).fold(text)
    start = folded.text.index("튀르키예공화국")
    assert folded.to_source(Span(start, start + 7)).of(text) == "뛰르끼예"
    at = folded.text.index("대사")
    assert folded.to_source(Span(at, at + 2)).of(text) == "대사"
    assert folded.to_source(Span(len(folded.text), len(folded.text))) == Span(len(text), len(text))


@given(st.text(alphabet="로씨야련방인 의러시아으a😀"))
def test_every_folded_letter_has_a_place_in_the_source(text: str) -> None:
    folded = SMALL.fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert len(folded.ends) == len(folded.text)
    assert all(0 <= s <= e <= len(text) for s, e in zip(folded.starts, folded.ends, strict=False))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("러시아", "로씨야"),
        ("로씨야", "러시아"),
        ("러시아 연방", "로씨야 련방"),
        ("헝가리", "웽그리아"),
        ("대화", "담화"),
    ],
)
def test_variants_go_both_ways(query: str, expected: str) -> None:
    assert SMALL.variants(query)[0] == query
    assert expected in SMALL.variants(query)


def test_a_query_has_few_variants() -> None:
    assert len(SMALL.variants("헝가리 러시아 연방 노인 대화 " * 5)) <= 24
    assert Speller([]).variants("러시아") == ("러시아",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("령토와 량국의 립장", "영토와 양국의 입장"),
        ("로씨야련방", "러시아연방"),
        ("왕의 자리", "왕의 자리"),
        ("외무상", "외무상"),
        ("벨라루씨공화국", "벨라루스공화국"),
    ],
)
def test_the_shipped_pairs(knowledge: Knowledge, text: str, expected: str) -> None:
    assert speller(knowledge).fold(text).text == expected
