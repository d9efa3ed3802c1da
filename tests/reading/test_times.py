from __future__ import annotations

import pytest

from haengbo.knowledge import Knowledge
from haengbo.model.article import Article, Block, BlockKind, Stated
from haengbo.model.page import MediaType
from haengbo.model.span import Span
from haengbo.reading.prepare import prepare
from haengbo.reading.times import find_times


def _times(
    lines: list[tuple[BlockKind, str]], published: str | None, knowledge: Knowledge
) -> list[tuple[str, str]]:
    text, blocks = "", []
    for number, (kind, line) in enumerate(lines, 1):
        blocks.append(Block(kind, Span(len(text), len(text) + len(line)), number, "test"))
        text += line + "\n"
    stated = Stated(published, None, "test") if published else None
    article = Article("p", "0", MediaType.TEXT, text, tuple(blocks), published=stated)
    document = prepare(article, knowledge)
    return [(time.span.of(text), time.value) for time in find_times(document)]


def test_headline_body_caption(knowledge: Knowledge) -> None:
    found = _times(
        [
            (BlockKind.TITLE, "두 장관, 석 달 만에 다시 만나"),
            (BlockKind.META, "입력 2025-03-20 09:00"),
            (BlockKind.BODY, "두 장관이 17일 만났다고 통신이 18일 보도했다. 이날 만찬도 있었다."),
            (BlockKind.CAPTION, "17일 악수하는 두 장관"),
            (BlockKind.BOILERPLATE, "오늘의 운세 3월 20일"),
        ],
        "2025-03-20T09:00+09:00",
        knowledge,
    )
    assert found == [
        ("석 달 만", "2024-12/2025-03"),
        ("17일", "2025-03-17"),
        ("18일", "2025-03-18"),
        ("이날", "2025-03-17"),
        ("17일", "2025-03-17"),
    ]


@pytest.mark.parametrize(
    ("line", "value", "why"),
    [
        ("모스크바에서 전승절 80주년 열병식이 열렸다.", "2025-05-09", "Russian, by its city"),
        ("베이징에서 전승절 80주년 열병식이 열렸다.", "2025-09-03", "Chinese, by its city"),
        ("지난 9월 전승절 80주년 열병식이 열렸다.", "2025-09-03", "by its month"),
        ("북한은 전승절 72주년 행사를 열었다.", "2025-07-27", "only one fits the year"),
        ("노동당 창건 80주년 열병식이 열렸다.", "2025-10-10", "years counted from 1945"),
        ("태양절 행사가 열렸다.", "2025-04-15", "a holiday of the year"),
        ("10월 10일 당 창건 80주년이 지났다.", "2025-10-10", "one expression"),
        ("조국해방 80돐 경축대회가 열렸다.", "2025-08-15", "돐 in the North"),
        ("지난 6월 평양 정상회담을 떠올렸다.", "2024-06", "a summit known by month and place"),
        ("6월 평양 축전이 열렸다.", "2025-06", "no such name: this year"),
        ("러시아와의 수교 77주년 연회가 열렸다.", "2025-10-12", "whose relations, by the cue"),
        ("베이징에서 수교 76주년 연회가 열렸다.", "2025-10-06", "and by the years"),
        ("중국 전승절 80주년 행사에 갔다.", "2025-09-03", "by its owner"),
        ("제2차 세계대전 당시 함께 싸웠다.", "1939/1945", "an era"),
    ],
)
def test_holidays_and_eras(line: str, value: str, why: str, knowledge: Knowledge) -> None:
    found = _times([(BlockKind.BODY, line)], "2025-11-03", knowledge)
    assert found[-1][1] == value, why


def test_whose_victory_day_stays_open(knowledge: Knowledge) -> None:
    line = "전승절 80주년 열병식이 열렸다."
    assert _times([(BlockKind.BODY, line)], "2025-11-03", knowledge) == []


def test_without_a_date_nothing_is_counted(knowledge: Knowledge) -> None:
    line = "두 장관이 17일 만났다. 2018년 4월에도 만났다."
    assert _times([(BlockKind.BODY, line)], None, knowledge) == [("2018년 4월", "2018-04")]
