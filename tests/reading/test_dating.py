"""Pages without a date: what named events say about it, and when to say nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from haengbo.knowledge import Knowledge
from haengbo.model.article import Article, Block, BlockKind, Stated
from haengbo.model.page import MediaType
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.dating import infer_published, with_inferred_date
from haengbo.reading.document import Document
from haengbo.reading.prepare import prepare

EVENTS = """\
- {id: a, date: "2031-04-12", type: CONSULT, participants: ["가나다:party", "라마바:party"], \
summary: "두 사람이 만났다."}
- {id: b, date: "2031-04-20/2031-04-21", type: CONSULT, names: ["백두 정상회의"]}
- {id: c, date: "2029-08-12", type: CONSULT, participants: ["가나다:party", "사아자:party"]}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Knowledge:
    (tmp_path / "events.yaml").write_text(EVENTS, "utf-8")
    return Knowledge([tmp_path])


def _document(text: str, names: tuple[str, ...], pack: Knowledge) -> Document:
    blocks = (Block(BlockKind.BODY, Span(0, len(text)), 1, "test"),)
    article = Article("p", "0", MediaType.TEXT, text, blocks)
    mentions = tuple(
        Mention(span, name, ActorKind.PERSON, "test", 1.0, span)
        for name in names
        if (at := text.find(name)) >= 0
        for span in [Span(at, at + len(name))]
    )
    return replace(prepare(article, pack), mentions=tuple(sorted(mentions, key=lambda m: m.span)))


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("가나다가 12일 라마바를 만났다. 20일 백두 정상회의가 열린다.", "2031-04", "two signs"),
        ("가나다가 12일 라마바를 만났다.", None, "one sign is not enough"),
        ("가나다가 13일 라마바를 만났다. 20일 백두 정상회의가 열린다.", None, "another day"),
        ("20일 백두 정상회의가 열린다.", None, "a name alone"),
        ("가나다가 라마바를 만났다.", None, "no day"),
    ],
)
def test_named_events_date_a_page(
    text: str, expected: str | None, why: str, pack: Knowledge
) -> None:
    found = infer_published(_document(text, ("가나다", "라마바"), pack))
    assert (found[0].value if found else None) == expected, why


def test_the_inferred_date_is_marked_with_its_reason(pack: Knowledge) -> None:
    text = "가나다가 12일 라마바를 만났다. 20일 백두 정상회의가 열린다."
    article = with_inferred_date(_document(text, ("가나다", "라마바"), pack)).article
    assert article.published == Stated("2031-04", None, "date:named-events", inferred=True)
    assert [finding.code for finding in article.findings] == ["date-inferred"]
    assert "두 사람이 만났다." in article.findings[0].message


def test_a_stated_date_is_kept(pack: Knowledge) -> None:
    text = "가나다가 12일 라마바를 만났다. 20일 백두 정상회의가 열린다."
    document = _document(text, ("가나다", "라마바"), pack)
    dated = replace(
        document, article=replace(document.article, published=Stated("2020-01-01", None, "test"))
    )
    assert with_inferred_date(dated) is dated
