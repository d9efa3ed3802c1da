from __future__ import annotations

from dataclasses import replace

import pytest

from factory import article_of
from haengbo.knowledge import Knowledge
from haengbo.knowledge.actors import ActorRow
from haengbo.model.article import Stated
from haengbo.model.reading import ActorKind
from haengbo.reading.mentions import find_mentions
from haengbo.reading.prepare import prepare


@pytest.mark.parametrize(
    ("text", "day", "expected", "why"),
    [
        ("민주당은 반대했다.", "2025-03-02", "더불어민주당", "today's party"),
        ("민주당은 반대했다.", "2013-03-02", "민주당", "the party of then"),
        ("미국의 민주당은 반대했다.", "2025-03-02", "미국 민주당", "the state before it"),
        ("힐러리 클린턴 민주당 후보가 왔다.", "2016-03-02", "미국 민주당", "the person before it"),
        ("민주당의 버락 오바마 후보가 왔다.", "2012-03-02", "미국 민주당", "the person after it"),
        (
            "미국 민주당의 대회가 열렸다. 민주당은 반대했다.",
            "2012-03-02",
            "미국 민주당",
            "named in full before",
        ),
        ("한나라당은 반대했다.", "2010-03-02", "한나라당", "no party bears a later one's name"),
    ],
)
def test_parties(text: str, day: str, expected: str, why: str, knowledge: Knowledge) -> None:
    article = replace(article_of(text), published=Stated(day, None, "test"))
    mentions = find_mentions(prepare(article, knowledge))
    parties = {m.name for m in mentions if m.kind is ActorKind.ORGANISATION}
    assert parties == {expected}, why


@pytest.mark.parametrize(
    ("day", "alive", "why"),
    [
        ("2013-05-01", True, "between its ends"),
        ("2008", True, "the year it begins in"),
        ("2015-01-01", False, "after its end"),
        (None, False, "without a date only what is still there"),
    ],
)
def test_alive_on(day: str | None, alive: bool, why: str) -> None:
    row = ActorRow("x", "organisation", "가람당", since="2008-07-06", until="2014-03-26")
    assert row.alive_on(day) is alive, why
