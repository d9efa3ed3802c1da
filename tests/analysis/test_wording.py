"""Words through dated texts: first, last, never, silences; every text is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from haengbo.analysis.silence import silences
from haengbo.analysis.texts import Text, from_folder, from_ledger
from haengbo.analysis.wording import life, never, pattern_of, term_of, uses
from haengbo.errors import UsageError
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger

TEXTS = tuple(
    Text(day, "외무성", f"{day}.txt", words)
    for day, words in (
        ("2021", "나라의 령토완정을 지키자. 영토완정은 신성하다."),
        ("2022", "영토완정을 위하여 나아가자."),
        ("2023", "령토완정과 평화를 위하여."),
        ("2024", "평화를 위하여. 우선군비를 줄이자."),
    )
)


def test_both_spellings_are_one_term(knowledge: Knowledge) -> None:
    one = life(TEXTS, term_of("영토완정", knowledge))
    assert [point.count for point in one.points] == [2, 1, 1, 0]
    assert (one.first, one.last, one.absent_since) == ("2021", "2023", 1)


def test_a_word_inside_a_longer_word_is_not_counted(knowledge: Knowledge) -> None:
    assert life(TEXTS, term_of("선군", knowledge)).uses == 0


def test_spaces_may_be_missing(knowledge: Knowledge) -> None:
    pattern = pattern_of(term_of("핵심 이익", knowledge))
    assert pattern.search("공동의 핵심이익")


def test_never_lists_what_no_text_holds(knowledge: Knowledge) -> None:
    lives = [life(TEXTS, term_of(word, knowledge)) for word in ("평화", "선군")]
    assert [term.name for term in never(lives)] == ["선군"]


def test_silence_needs_a_habit(knowledge: Knowledge) -> None:
    lives = [life(TEXTS, term_of(word, knowledge)) for word in ("영토완정", "평화")]
    (found,) = silences(lives, k=3)
    assert (found.life.term.name, found.before, found.since, found.n) == ("영토완정", 3, 1, 4)
    assert silences(lives, k=4) == ()


def test_the_concordance_keeps_the_words_as_printed(knowledge: Knowledge) -> None:
    found = uses(TEXTS, term_of("영토완정", knowledge))
    assert [use.word for use in found] == ["령토완정", "영토완정", "영토완정", "령토완정"]
    assert all(use.span.of(use.text.words) == use.word for use in found)


def test_a_folder_gives_texts_by_the_date_in_their_names(tmp_path: Path) -> None:
    for name in ("2020.txt", "2021-03-05 담화.txt", "읽어보기.txt"):
        (tmp_path / name).write_text("글", "utf-8")
    assert [text.day for text in from_folder(tmp_path)] == ["2020", "2021-03-05"]


def test_a_folder_without_dated_texts_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="날짜"):
        from_folder(tmp_path)


def test_a_ledger_gives_what_a_speaker_said_without_copies(sample_ledger: Ledger) -> None:
    texts = from_ledger(sample_ledger, ["김정은"])
    assert len(texts) >= 5
    assert all("김정은" in text.issuer for text in texts)
    copies = {ref.name for group in sample_ledger.copies() for ref in group.pages[1:]}
    assert copies.isdisjoint({text.source for text in texts})
