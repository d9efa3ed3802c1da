"""Phrases that the program finds by itself: shared, maximal, spelled alike."""

from __future__ import annotations

import pytest

from haengbo.analysis.phrases import recurring
from haengbo.analysis.texts import Text
from haengbo.knowledge import Knowledge


def texts(*words: str) -> list[Text]:
    return [Text(f"20{n:02}", "시험", f"{n}.txt", said) for n, said in enumerate(words, 10)]


@pytest.mark.parametrize(
    ("said", "phrase", "held", "why"),
    [
        (
            ["두 나라 공동의 핵심이익을 지킨다.", "우리는 두 나라 공동의 핵심이익을 말한다."],
            *("두 나라 공동의 핵심이익", ["2010", "2011"]),
            "the longest run that both hold",
        ),
        (
            ["령토완정의 위업을 지지한다.", "그들은 영토완정의 위업을 말했다."],
            *("영토완정의 위업", ["2010", "2011"]),
            "spelling is not wording",
        ),
        (["새 시대의 요구. 끝.", "새 시대. 요구의 끝."], *("", []), "a stop ends a phrase"),
        (["평화와 안전을 지킨다.", "전혀 다른 말이다."], *("", []), "one text is no recurrence"),
    ],
)
def test_found(
    said: list[str], phrase: str, held: list[str], why: str, knowledge: Knowledge
) -> None:
    found = recurring(texts(*said), knowledge, 2)
    if not phrase:
        assert found == (), why
        return
    assert phrase in [one.words for one in found], (why, [one.words for one in found])
    one = next(one for one in found if one.words == phrase)
    assert [text.day for text in one.texts] == held
    assert (one.first, one.last) == (held[0], held[-1])


def test_a_part_is_told_only_where_it_stands_alone_too(knowledge: Knowledge) -> None:
    whole, part = "조선반도의 평화와 안전", "평화와 안전"
    said = [f"{whole}을 바란다.", f"{whole}을 말한다.", f"{part}을 원한다."]
    found = {one.words: len(one.texts) for one in recurring(texts(*said), knowledge, 2)}
    assert found[part] == 3
    assert any(words.endswith(part) and n == 2 for words, n in found.items())
    twice = {one.words for one in recurring(texts(*said[:2]), knowledge, 2)}
    assert part not in twice


def test_a_formula_of_the_pack_is_marked(knowledge: Knowledge) -> None:
    said = ["특수군사작전을 전적으로 지지한다.", "특수군사작전을 전적으로 지지하였다."]
    found = recurring(texts("우리는 " + said[0], said[1]), knowledge, 2)
    assert all(one.known for one in found if "특수군사작전" in one.words)
