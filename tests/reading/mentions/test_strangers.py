from __future__ import annotations

import pytest

from factory import article_of
from haengbo.knowledge import Knowledge
from haengbo.reading.mentions.lexicon import lexicon_of
from haengbo.reading.mentions.line import Line, line_of
from haengbo.reading.mentions.perspective import perspective_of
from haengbo.reading.mentions.strangers import (
    chinese_in_characters,
    foreign_name,
    korean_name,
    looks_foreign,
)
from haengbo.reading.prepare import prepare


def _line(text: str, knowledge: Knowledge) -> Line:
    document = prepare(article_of(text), knowledge)
    lexicon = lexicon_of(knowledge)
    perspective = perspective_of(document, lexicon)
    return line_of(document, document.sentences[0], perspective, lexicon)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("문가람 교수는 웃었다", "문가람", "a family name and two syllables"),
        ("남궁해솔 교수는 웃었다", "남궁해솔", "a family name of two syllables"),
        ("리철산동지는 웃었다", "리철산", "the honorific is no part of it"),
        ("정부 대변인은 웃었다", None, "a common noun"),
        ("서림대 교수는 웃었다", None, "a university"),
        ("정의당 의원은 웃었다", None, "a party"),
        ("박모 씨는 웃었다", None, "nobody by name"),
        ("제이콥 대표는 웃었다", None, "a foreign syllable"),
    ],
)
def test_korean_name(text: str, expected: str | None, why: str, knowledge: Knowledge) -> None:
    line = _line(text, knowledge)
    span = korean_name(line.words[0], lexicon_of(knowledge))
    assert (span.of(line.text) if span else None) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("드미트리 소콜린스키 체코 장관은", "드미트리 소콜린스키", "up to the state"),
        ("마리나 코르닐로바 외무부 대변인은", "마리나 코르닐로바", "up to the body"),
        ("고위급 회담 대표는", None, "common nouns"),
        ("지난주 마리나 코르닐로바 외무부 대변인은", None, "a week is no part of it"),
        ("실비 루캄베르 대사는", "실비 루캄베르", "a given name that is a word too"),
        (
            "헤라르도 솔베르테 쿠바 외무성 부상이 16일 평양에 도착했다.",
            "헤라르도 솔베르테",
            "whom the analyser does not know, before a body",
        ),
        ("스마트 에너지 전시회가 16일 평양에서 열렸다.", None, "no body follows"),
    ],
)
def test_foreign_name(text: str, expected: str | None, why: str, knowledge: Knowledge) -> None:
    line = _line(text, knowledge)
    span = foreign_name(line, 0, len(line.words) - 2, lexicon_of(knowledge))
    assert (span.of(line.text) if span else None) == expected, why


@pytest.mark.parametrize(
    ("word", "foreign"), [("쓰루오카", True), ("페테르", True), ("당국자", False)]
)
def test_looks_foreign(word: str, foreign: bool, knowledge: Knowledge) -> None:
    assert looks_foreign(word, lexicon_of(knowledge)) is foreign


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("쿵젠핑(孔建平) 대변인은 웃었다", "쿵젠핑", "Chinese syllables with their characters"),
        ("쿵젠핑 대변인은 웃었다", None, "no characters: others judge"),
        ("왕실(王室) 대변인은 웃었다", None, "syllables of Korean words"),
        ("국가(國家) 위원장은 웃었다", None, "a word with its characters"),
    ],
)
def test_chinese_in_characters(
    text: str, expected: str | None, why: str, knowledge: Knowledge
) -> None:
    line = _line(text, knowledge)
    span = chinese_in_characters(line, line.words[0], lexicon_of(knowledge))
    assert (span.of(line.text) if span else None) == expected, why
