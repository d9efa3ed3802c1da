from __future__ import annotations

import pytest

from factory import article_of, document_of
from haengbo.knowledge import Knowledge
from haengbo.korean.particles import attach
from haengbo.model.reading import ActorKind
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
        ("북미국장은", "국장", "a bureau named after a region"),
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


@pytest.mark.parametrize(
    ("text", "published", "expected", "why"),
    [
        ("외무부는 5일 답했다.", "1994-09-25", {"한국 외무부"}, "the ministry of those years"),
        ("외무부는 5일 답했다.", "2024-09-25", set(), "today it is none of home"),
        ("러시아는 외무부 성명을 냈다.", "1994-09-25", set(), "another state acts"),
        ("북한은 외교부 성명을 냈다.", "1994-09-25", {"북한 외교부"}, "of whoever acts"),
        (
            "우리 나라 주재 라오스대사관이 답하였다.",
            "2019-09-25",
            {"주북 라오스대사관"},
            "sent to the North",
        ),
        ("외교부는 5일 답했다.", "1994-09-25", set(), "no ministry of home was called so"),
        ("인민보안성 대표단이 왔다.", "2004-09-25", {"인민보안성"}, "named as it was then"),
        (
            "주중국 북한대사관은 답했다.",
            "2024-09-25",
            {"주중 북한대사관"},
            "by the letter of a state",
        ),
    ],
)
def test_bodies_of_their_years(text: str, published: str, expected: set[str], why: str) -> None:
    mentions = document_of(text, published=published).mentions
    names = {m.name for m in mentions if m.kind is ActorKind.ORGANISATION}
    assert names - {"러시아 외무부"} == expected, why
