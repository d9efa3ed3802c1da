"""Explaining a reading: the example of each rule, and why a sentence tells of nothing."""

from __future__ import annotations

from factory import read_paragraphs
from haengbo.knowledge import Knowledge
from haengbo.reading.explaining import example_of, traces

LEAD = "최선희 북한 외무상이 1일 모스크바에서 세르게이 라브로프 러시아 외무장관과 회담했다."


def test_every_find_stands_in_its_sentence_with_its_rule(knowledge: Knowledge) -> None:
    reading = read_paragraphs(LEAD)
    (trace,) = traces(reading, knowledge)
    assert any(find.what.startswith("사건 CONSULT") for find in trace.finds)
    assert all(trace.span.start <= find.span.start < trace.span.end for find in trace.finds)
    assert trace.clues == ()


def test_an_unknown_verb_is_named_with_where_to_add_it(knowledge: Knowledge) -> None:
    reading = read_paragraphs(LEAD, "두 장관은 정원에서 함께 자작나무를 쓰다듬었다.")
    clues = traces(reading, knowledge)[1].clues
    assert [clue.lemma for clue in clues] == ["쓰다듬다"]
    assert "한 줄" in clues[0].why


def test_a_known_verb_says_what_was_missing(knowledge: Knowledge) -> None:
    clues = traces(read_paragraphs(LEAD, "이 섬을 방문한 배는 없었다."), knowledge)[1].clues
    assert any("이름이 없다" in clue.why for clue in clues)


def test_rules_lead_to_the_example_of_their_row(knowledge: Knowledge) -> None:
    assert example_of("hedge:likely", knowledge)
    assert example_of("no-such-rule", knowledge) is None
