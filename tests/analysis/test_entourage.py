"""Lists of those present on pages of the North's media: in order, by side, never from others."""

from __future__ import annotations

import pytest

from haengbo.analysis.entourage import places, precedences, rolls
from haengbo.knowledge import Knowledge
from haengbo.knowledge.entourage import EntourageCueRow
from haengbo.knowledge.foresight import compiled
from haengbo.ledger import Ledger
from haengbo.ledger.views import ArticleDetail
from haengbo.model.page import Known, MediaType, Page
from haengbo.pipeline import ingest


def details(knowledge: Knowledge, *said: tuple[str, str, str]) -> list[ArticleDetail]:
    """Pages by outlet, day and sentence."""
    ledger = Ledger.open(":memory:")
    pages = [
        Page(
            f"쪽{number}.txt",
            f"표제\n{day}\n\n{text}\n".encode(),
            MediaType.TEXT,
            Known(published=day, outlet=outlet),
        )
        for number, (outlet, day, text) in enumerate(said)
    ]
    try:
        ingest(ledger, pages, knowledge)
        return list(ledger.all_articles())
    finally:
        ledger.close()


ATTENDED = "회담에는 우리측에서 외무상 최선희동지, 국방상 노광철동지가 참가하였다."
TURNED = "회담에는 우리측에서 국방상 노광철동지, 외무상 최선희동지가 참가하였다."


@pytest.mark.parametrize(
    ("outlet", "text", "names", "why"),
    [
        ("노동신문", ATTENDED, [("최선희", "노광철")], "in the order given"),
        (
            "조선중앙통신",
            "외무상 최선희동지, 국방상 노광철동지가 김정은동지를 수행하였다.",
            [("최선희", "노광철")],
            "whom they accompany is none of them",
        ),
        ("노동신문", "외무상 최선희동지가 참가하였다.", [], "one is no list"),
        ("노동신문", "최선희동지가 노광철동지를 만났다.", [], "a meeting is no list"),
        ("한빛일보", ATTENDED, [], "a Southern paper orders as it likes"),
    ],
)
def test_lists(
    outlet: str, text: str, names: list[tuple[str, ...]], why: str, knowledge: Knowledge
) -> None:
    found = rolls(details(knowledge, (outlet, "2025-06-05", text)), knowledge)
    assert [roll.names for roll in found] == names, why


def test_sides_are_lists_of_their_own_in_the_samples(
    sample_ledger: Ledger, knowledge: Knowledge
) -> None:
    found = rolls(sample_ledger.all_articles(), knowledge)
    own = [roll.names for roll in found if not roll.relayed]
    assert ("최선희", "강순남") in own
    assert ("세르게이 라브로프", "세르게이 쇼이구") in own
    assert any(roll.relayed for roll in found)
    for roll in found:
        detail = sample_ledger.article(roll.page.sha256)
        assert detail is not None
        words = roll.span.of(detail.reading.article.text)
        assert words
        assert "." not in words


def test_an_order_that_turned_round(knowledge: Knowledge) -> None:
    pages = details(
        knowledge,
        ("노동신문", "2024-01-10", ATTENDED),
        ("노동신문", "2024-05-10", ATTENDED + " 회담은 친선의 분위기속에서 진행되였다."),
        ("노동신문", "2025-02-10", TURNED),
    )
    found = rolls(pages, knowledge)
    (pair,) = precedences(found)
    assert (pair.first, pair.second) == ("최선희", "노광철")
    assert (len(pair.rolls), len(pair.against)) == (2, 1)
    assert pair.turned
    by_name = {place.name: place for place in places(found)}
    assert by_name["최선희"].mean == pytest.approx(1.33)
    assert len(by_name["노광철"].rolls) == 3


def test_every_cue_finds_its_example(knowledge: Knowledge) -> None:
    for row in knowledge.table("entourage_cues", EntourageCueRow):
        assert compiled(row.pattern).search(row.example), row.id
