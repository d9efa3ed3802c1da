from __future__ import annotations

import pytest

from factory import article_of
from haengbo.knowledge import Knowledge
from haengbo.korean.particles import attach
from haengbo.reading.mentions.lexicon import lexicon_of
from haengbo.reading.mentions.line import Line, line_of
from haengbo.reading.mentions.offices import office_of
from haengbo.reading.mentions.perspective import perspective_of
from haengbo.reading.mentions.titles import title_end
from haengbo.reading.prepare import prepare


def _line(text: str, knowledge: Knowledge) -> Line:
    document = prepare(article_of(text), knowledge)
    lexicon = lexicon_of(knowledge)
    perspective = perspective_of(document, lexicon)
    return line_of(document, document.sentences[0], perspective, lexicon)


@pytest.mark.parametrize(
    ("word", "head", "why"),
    [
        ("외무상은", "외무상", "a title and a particle"),
        ("국방상동지의", "국방상", "an honorific is no part of it"),
        ("새벽연구소장이", "소장", "at a border of morphemes"),
        ("회의장에서", None, "a place"),
        ("정상과", None, "summit, not a minister in 상"),
        ("상상은", None, "an ordinary word"),
    ],
)
def test_title_end(word: str, head: str | None, why: str, knowledge: Knowledge) -> None:
    end = title_end(_line(f"{word} 그렇다", knowledge), 0, lexicon_of(knowledge))
    assert (end.head if end else None) == head, why


@pytest.mark.parametrize(
    ("phrase", "title", "of", "why"),
    [
        ("북한 외무성 부상", "외무성 부상", "북한", "the organ is part, the state is not"),
        (
            "러시아 국가안보회의 서기",
            "국가안보회의 서기",
            "러시아",
            "an organ printed with its state",
        ),
        ("노동당 부부장", "부부장", "조선노동당", "the party owns"),
        ("당 군수담당 비서", "당 군수담당 비서", "조선노동당", "the party unnamed stays"),
        ("주한 러시아대사", "주한 대사", "러시아", "the sending state is cut out"),
        ("통일연구원장", "원장", "통일연구원", "an institute and its head"),
        ("국가정보원장", "국가정보원장", "한국", "an organ and its head"),
        ("새벽대 교수", "교수", "새벽대", "an unknown university"),
        ("통일연구원 북한연구실장", "북한연구실장", "통일연구원", "what is studied is no owner"),
        ("유엔 사무차장", "사무차장", "유엔", "an international body"),
    ],
)
def test_office_of(phrase: str, title: str, of: str, why: str, knowledge: Knowledge) -> None:
    line = _line(f"{attach(phrase, '이/가')} 말했다", knowledge)
    lexicon = lexicon_of(knowledge)
    index = len(phrase.split()) - 1
    end = title_end(line, index, lexicon)
    assert end is not None, why
    office = office_of(line, 0, end, lexicon)
    assert (office.title, office.of) == (title, of), why
