from __future__ import annotations

from dataclasses import replace

import pytest

from factory import article_of
from haengbo.knowledge import Knowledge
from haengbo.model.article import Stated
from haengbo.reading.mentions.lexicon import lexicon_of
from haengbo.reading.mentions.perspective import perspective_of
from haengbo.reading.prepare import prepare


@pytest.mark.parametrize(
    ("lines", "outlet", "home", "northern", "why"),
    [
        (("북한이 성명을 냈다.",), "가람일보", "한국", False, "an unknown outlet is the South's"),
        (("북한이 성명을 냈다.",), "타스통신", "러시아", False, "a known outlet's state"),
        (
            ("로씨야련방대표단이 도착하였다.", "립장을 재확인하였다.", "조선로동당은 환영하였다."),
            "가람일보",
            "북한",
            True,
            "a Southern outlet that prints the North's own text",
        ),
        (
            ("그는 “로씨야련방과 함께 한다”고 말했다.", "회담은 “립장의 일치”로 끝났다."),
            "가람일보",
            "한국",
            False,
            "Northern spelling in quotations only",
        ),
    ],
)
def test_perspective(
    lines: tuple[str, ...],
    outlet: str,
    home: str,
    northern: bool,
    why: str,
    knowledge: Knowledge,
) -> None:
    article = replace(article_of(*lines), outlet=Stated(outlet, None, "by-hand"))
    found = perspective_of(prepare(article, knowledge), lexicon_of(knowledge))
    assert (found.home, found.northern) == (home, northern), why
