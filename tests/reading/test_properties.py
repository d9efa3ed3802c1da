"""Properties of any reading: every span is its text, the record restores it, nothing crashes.

Texts are put together at random from the pieces that Korean papers are made of, and from any
Unicode at all; each example runs the whole reading.
"""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factory import article_of
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge, load
from haengbo.model.page import MediaType, Page
from haengbo.model.reading import Reading
from haengbo.model.record import reading_from_dict
from haengbo.pipeline import read_article, read_page

PIECES = (
    *(
        "최선희 북한 외무상이",
        "김정은 국무위원장은",
        "쇼이구 서기가",
        "北최선희",
        "양측은",
        "그는",
        "통신은",
    ),
    *(
        "지난 1일(현지시간)",
        "이날",
        "오는 28~29일",
        "5개월만에",
        "2024년 11월 30일",
        "내년 초",
        "전날",
    ),
    *(
        "모스크바에서",
        "평양 만수대의사당에서",
        "러시아를 방문해",
        "라브로프 외무장관과 회담했다",
        "만났다",
    ),
    *(
        "“두 나라는 함께할 것”이라고 말했다",
        "“끝까지",
        "지지”를 표명했다",
        "《로씨야의 립장》",
        "‘핵심이익’",
    ),
    *(
        "조선중앙통신이 보도했다.",
        "로이터통신에 따르면",
        "…라고 전했다.",
        "서명할 예정이다.",
        "무산됐다.",
    ),
    *(
        "파병에 대한 언급은 없었다.",
        "관측이 나온다.",
        ".",
        ",",
        "\u200b",
        "🙂",
        "(",
        ")",
        "북러",
        "한미일",
    ),
)
SENTENCES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4)
SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def said(record: dict[str, Any]) -> list[tuple[list[int], str]]:
    """(span, what the record says stands there) of every item that says it."""
    pairs = [(t["span"], t["surface"]) for t in record["times"]]
    pairs += [(s["span"], s["text"]) for s in record["statements"]]
    pairs += [(x["span"], x["text"]) for x in record["expectations"]]
    for event in record["events"]:
        pairs += list(zip(event["evidence_spans"], event["evidence"], strict=True))
    return pairs


def check(reading: Reading) -> None:
    text, record = reading.article.text, reading.to_dict()
    for (start, end), surface in said(record):
        assert text[start:end] == surface
        assert surface.strip()
    for part in ("actors", "entities", "times", "events", "statements", "expectations"):
        for item in record[part]:  # type: ignore[attr-defined]
            assert 0 <= item["span"][0] < item["span"][1] <= len(text)
            assert item["rule"]
            assert 0 < item["confidence"] <= 1
    for mention in reading.mentions:
        assert mention.span.contains(mention.head)
    for actor in reading.actors:
        assert actor.span.of(text) in actor.surfaces
    assert reading_from_dict(record).to_dict() == record


@SETTINGS
@given(PARAGRAPHS)
def test_every_span_is_its_text(paragraphs: list[str]) -> None:
    check(read_article(article_of(*paragraphs), load(), reading_id="x"))


@SETTINGS
@given(st.text(min_size=1, max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    page = Page("x.txt", text.encode("utf-8", "surrogatepass"), MediaType.TEXT)
    try:
        reading = read_page(page, load())
    except PageError:
        return
    check(reading)


def test_the_same_bytes_give_the_same_reading(knowledge: Knowledge) -> None:
    article = article_of(" ".join(PIECES[:20]), " ".join(PIECES[20:]))
    first = read_article(article, knowledge, reading_id="x")
    assert read_article(article, knowledge, reading_id="x") == first
