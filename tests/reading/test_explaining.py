"""Explaining a reading: the example of each rule, and why a sentence tells of nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factory import read_paragraphs
from haengbo.cli.main import app
from haengbo.cli.read import readings
from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.refusals import RefusalRow
from haengbo.model.page import Known
from haengbo.reading.events import Condition
from haengbo.reading.events.lexicon import lexicon
from haengbo.reading.explaining import example_of, traces
from haengbo.reading.seeing import line_for
from haengbo.samples import pages_folder

LEAD = "최선희 북한 외무상이 1일 모스크바에서 세르게이 라브로프 러시아 외무장관과 회담했다."

NEWCOMER = """가람일보
모스크바의 봄
입력 2025-03-05 18:20  온새미 기자

최선희 북한 외무상이 4일 모스크바에서 세르게이 라브로프 러시아 외무장관과 산책했다.
"""


def _said(*arguments: str) -> str:
    answer = CliRunner().invoke(app, list(arguments))
    assert answer.exit_code == 0, answer.output
    return answer.stdout


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


REFUSED = [
    # the sentence, the word, the condition it does not meet and why
    ("이 섬을 방문한 배는 없었다.", "방문한", "participants"),  # nobody who could visit
    ("최선희 외무상은 곧 회담하느냐는 물음에 웃었다.", "회담하느냐는", "asked-about"),
    ("핵실험이 있다면 대응하겠다고 했다.", "핵실험", "conditional"),
    ("두 장관은 조약 체결 10주년을 맞았다.", "조약 체결", "anniversary"),
    ("담화에 파병에 대한 언급은 없었다.", "파병", "left-out"),
    ("정부는 핵실험에 대비하고 있다.", "핵실험", "prepared-for"),
]


@pytest.mark.parametrize(("sentence", "word", "condition"), REFUSED)
def test_a_word_that_tells_of_nothing_names_the_condition_it_lacks(
    sentence: str, word: str, condition: str, knowledge: Knowledge
) -> None:
    refused = traces(read_paragraphs(LEAD, sentence), knowledge)[1].refused
    assert (word, condition) in {(r.word, r.row.id) for r in refused}


def test_a_word_that_tells_of_something_was_not_refused(knowledge: Knowledge) -> None:
    (trace,) = traces(read_paragraphs(LEAD), knowledge)
    assert "회담했다" not in {r.word for r in trace.refused}


def test_a_noun_that_tells_where_its_verb_does_not_was_not_refused(knowledge: Knowledge) -> None:
    reading = read_paragraphs(LEAD, "양국은 4일 열린 회담에서 현안을 논의했다.")
    assert "회담" not in {r.word for r in traces(reading, knowledge)[1].refused}


def test_a_word_that_a_frame_needs_is_named_where_nothing_is_told(knowledge: Knowledge) -> None:
    reading = read_paragraphs(LEAD, "두 장관은 밤늦게 산을 넘었다.")
    needed = [r for r in traces(reading, knowledge)[1].refused if r.row.id == "needed-word"]
    assert [r.word for r in needed] == ["넘었다"]
    assert needed[0].words
    told = traces(read_paragraphs(LEAD, f"{LEAD[:-1]} 산을 넘었다."), knowledge)[0].refused
    assert "needed-word" not in {r.row.id for r in told}


def test_every_condition_is_told_to_people(knowledge: Knowledge) -> None:
    rows = [row.id for row in knowledge.table("refusals", RefusalRow)]
    assert rows == [condition.value for condition in Condition]


def test_the_condition_is_said_in_the_language_of_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(NEWCOMER.replace("산책했다", "만난다면 좋겠다"), encoding="utf-8")
    assert "[meet" in _said("explain", str(page))
    monkeypatch.setenv("HAENGBO_LANG", "en")
    assert ": tells of no event [" in _said("explain", str(page))


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


def test_a_slot_is_called_empty_only_where_that_refused_the_word(knowledge: Knowledge) -> None:
    lines = (
        "최선희 외무상은 곧 회담하느냐는 물음에 웃었다.",
        "최선희 외무상의 섬을 방문한 배는 없었다.",
    )
    asked, empty = (traces(read_paragraphs(LEAD, line), knowledge)[1].seen for line in lines)
    assert asked is not None
    assert empty is not None
    assert "자리에 맞는 이름" not in asked.missing[0]
    assert "‘방문한’의 자리에 맞는 이름" in empty.missing[0]


def test_what_is_there_is_not_called_missing(knowledge: Knowledge) -> None:
    reading = read_paragraphs(LEAD, "숲은 다음 달에 더 푸를 것으로 보인다.")
    sentence = traces(reading, knowledge)[1]
    if sentence.seen is not None:
        assert not any("hedges.yaml" in line for line in sentence.seen.missing)
    assert traces(reading, knowledge)[0].seen is None, "a sentence that tells needs no telling"


def test_an_uncovered_verb_is_one_line_away(tmp_path: Path) -> None:
    """As a newcomer does it: the line that explain prints, put into the file it names, is read."""
    page, pack = tmp_path / "page.txt", tmp_path / "pack"
    page.write_text(NEWCOMER, encoding="utf-8")
    before = _said("explain", str(page))
    assert "사건 CONSULT" not in before
    hint = re.search(r"더할 한 줄 \((\S+)\): (- \{.*?\})", before)
    assert hint is not None
    pack.mkdir()
    (pack / hint.group(1)).write_text(hint.group(2) + "\n", encoding="utf-8")
    assert "이상 없음" in _said("knowledge", "check", "--pack", str(pack))
    after = _said("explain", str(page), "--pack", str(pack))
    assert "사건 CONSULT/meeting occurred 2025-03-04 모스크바" in after
    assert "사건 CONSULT" not in _said("explain", str(page)), "the shipped pack is as it was"


def test_an_own_row_takes_nothing_from_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "event_synonyms.yaml").write_text(line_for("산책하다"), encoding="utf-8")
    lexemes = lexicon(load((tmp_path,)))
    shipped = lexicon(load())
    for verb in ("회담하다", "회동하다"):
        assert lexemes.frames_of_predicate(verb)
        assert len(lexemes.frames_of_predicate(verb)) == len(shipped.frames_of_predicate(verb))
    assert lexemes.frames_of_predicate("산책하다")


def test_every_find_of_the_samples_is_told_with_an_example(knowledge: Knowledge) -> None:
    """No find stands outside every sentence, and no rule is without an example."""
    some = [str(path) for path in sorted(pages_folder().iterdir())[::5]]
    for reading in readings(some, (), Known(), 0.0):
        told = [find for trace in traces(reading, knowledge) for find in trace.finds]
        for items in (reading.events, reading.statements, reading.expectations, reading.patterns):
            assert {item.span for item in items} <= {find.span for find in told}
        assert not [find.rule for find in told if find.example is None]
