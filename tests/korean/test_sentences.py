"""Sentence boundaries in bar notation: ``|`` stands where a sentence ends."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.korean.sentences import split


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        ("회담이 열렸다.| 모두 웃었다.", "two plain sentences"),
        ("“함께 간다. 끝까지 간다”며 그는 “믿는다”라고 했다.| 끝났다.", "quotations hold together"),
        ("《우리는 간다. 함께 간다.》고 말하였다.| 박수가 터졌다.", "so do those of the North"),
        ("“함께 간다.”| 그는 이렇게 말했다.", "a quotation that ends its own sentence"),
        ("“함께 간다.” 라고 했다.", "unless a particle ties it"),
        ("“간다.”는 말에 모두 웃었다.", "or follows at once"),
        ('"열어 둔 말.| 그는 떠났다.| "닫힌 말"이라고 했다.', "an unclosed mark protects nothing"),
        ("왜 왔을까?| 아무도 몰랐다!| 끝.", "question and exclamation"),
        ("2024. 11. 30. 평양에 왔다.", "a date"),
        ("4.25문화회관에서 3.5% 늘었다.", "names and decimals"),
        ("배가 왔습니다| 곧 떠납니다", "a transcript without full stops"),
        (
            "배가 왔습니다 |[홍가람/교수 : 길이 보입니다]| 곧 떠납니다",
            "whom a station lets be heard, in brackets",
        ),
        ("“배가 왔습니다” 라고 했다.| 곧 떠납니다 라고도 했다.", "polite words that are quoted"),
        ("J. D. 밴스 부통령이 왔다.", "initials"),
        ("Dr. 김이 왔다.", "an abbreviation"),
        ("장관(사진. 왼쪽)이 왔다.| 떠났다.", "parentheses hold together"),
        ("장관(사진이 왔다.| 떠났다.", "an unclosed parenthesis protects nothing"),
        ("도착했다.|이어 회담했다.", "no space behind the full stop"),
        ("도착했다.|2일에는 회담했다.|『좋다』고 했다.", "nor before a figure or a bracket"),
        ("그는 말했다… 아니다.", "an ellipsis ends nothing by itself"),
        ("그는 news.example 에 썼다.| 끝났다.", "an address"),
        ("가. 회담 개요", "a list mark"),
        ("1. 회담 개요", "a numbered heading"),
        ("", "nothing"),
        ("   \t ", "blank"),
    ],
)
def test_boundaries(marked: str, why: str) -> None:
    text = marked.replace("|", "")
    expected = [piece.strip() for piece in marked.split("|") if piece.strip()]
    assert [span.of(text) for span in split(text)] == expected, why


@given(st.text(alphabet=st.characters() | st.sampled_from("다. “”‘’\"'《》()?!까요가")))
def test_sentences_cover_everything_but_space(text: str) -> None:
    spans = split(text)
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in covered or char.isspace() for at, char in enumerate(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
