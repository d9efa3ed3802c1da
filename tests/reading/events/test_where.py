"""The place of a happening, as the page puts it."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG, CHOE = "왕이 중국 외교부장", "최선희 북한 외무상"

PLACES = [
    (f"{WANG}이 1일 평양에서 {CHOE}과 회담했다.", "평양", "the town"),
    (f"{WANG}이 평양 만수대의사당에서 {CHOE}과 회담했다.", "평양 만수대의사당", "hall and town"),
    (f"{WANG}이 외무성 청사에서 {CHOE}과 회담했다.", "외무성 청사", "a venue as printed"),
    (f"{CHOE}이 평양을 방문한 {WANG}을 만났다.", "평양", "where the guest came to"),
    (f"{CHOE}은 중국 베이징으로 가서 {WANG}을 만났다.", "중국 베이징", "where they went"),
    (f"{WANG}이 모스크바주에서 {CHOE}과 회담했다.", "모스크바주", "the region is not the town"),
    (f"{WANG}이 {CHOE}과 회담했다.", None, "unsaid"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), PLACES)
def test_place_of_a_meeting(sentence: str, expected: str | None, why: str) -> None:
    places = [e.place for e in read_paragraphs(sentence).events if e.mode == "meeting"]
    assert places == [expected], why


VISITS = [
    (f"{WANG}이 평양을 방문했다.", "평양", "a town"),
    (f"{WANG}이 1일 방북했다.", "북한", "방북 says only the state"),
    (f"{WANG}이 이탈리아 로마를 찾았다.", "이탈리아 로마", "town and country"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), VISITS)
def test_place_of_a_visit(sentence: str, expected: str, why: str) -> None:
    places = [e.place for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert places == [expected], why
