"""Explaining a reading: the example of each rule, and why a sentence tells of nothing."""

from __future__ import annotations

from pathlib import Path

from factory import article_of, read_paragraphs
from haengbo.knowledge import Knowledge, load
from haengbo.pipeline import read_article
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


def test_a_silent_sentence_tells_which_cues_were_seen(knowledge: Knowledge) -> None:
    reading = read_paragraphs(LEAD, "최선희 외무상은 3일 “자작나무”를 쓰다듬었다.")
    seen = traces(reading, knowledge)[1].seen
    assert seen is not None
    assert seen.cues == (
        "이름: 최선희",
        "때: 3일 = 2024-11-03",
        "서술어: 쓰다듬다",
        "조사: 최선희+은",
        "어림: 없음",
        "따옴표: 자작나무",
    )
    event, statement, expectation = seen.missing
    assert "‘쓰다듬다’" in event
    assert "event_synonyms.yaml" in event
    assert "speech_verbs.yaml" in statement
    assert "hedges.yaml" in expectation


def test_what_is_there_is_not_called_missing(knowledge: Knowledge) -> None:
    reading = read_paragraphs(LEAD, "숲은 다음 달에 더 푸를 것으로 보인다.")
    sentence = traces(reading, knowledge)[1]
    if sentence.seen is not None:
        assert not any("hedges.yaml" in line for line in sentence.seen.missing)
    assert traces(reading, knowledge)[0].seen is None, "a sentence that tells needs no telling"


def test_an_uncovered_verb_is_one_line_away(tmp_path: Path) -> None:
    """The verb that explain names, put into the file that it names, is read."""
    text = "최선희 북한 외무상과 세르게이 라브로프 러시아 외무장관은 1일 어깨동무했다."
    before = read_article(article_of(text), load(), reading_id="page")
    assert before.events == ()
    seen = traces(before, load())[0].seen
    assert seen is not None
    assert "‘어깨동무하다’ (event_synonyms.yaml" in seen.missing[0]
    line = '- {id: 포옹하다, words: [어깨동무하다], example: "두 장관은 어깨동무했다."}\n'
    (tmp_path / "event_synonyms.yaml").write_text(line, encoding="utf-8")
    after = read_article(article_of(text), load((tmp_path,)), reading_id="page")
    assert [(e.type, e.mode, e.date) for e in after.events] == [
        ("CONSULT", "meeting", "2024-11-01")
    ]
