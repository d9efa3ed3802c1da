"""An article as its reader sees it: lines that mail broke are one paragraph. Invented sentences."""

from __future__ import annotations

import pytest

from haengbo.article import to_article
from haengbo.knowledge import Knowledge
from haengbo.model.page import MediaType, Page
from haengbo.reader import read
from haengbo.reading.explaining import traces
from haengbo.reading.shown import shown

LINES = """최선희 외무상, 모스크바 방문

최선희 북한 외무상이 4일 모스크바를 방문해 세르게이
라브로프 러시아 외무장관과 회담했다고 조선중앙통신이
보도했다. 통신은 두 나라가 “협력을 더욱 넓혀 나가기
위한 문제를 논의했다”고 전했다. 회담에는 대사도 나왔다.
"""

TIGHT = """최선희 외무상, 모스크바 방문

최선희 북한 외무상이 4일 모스크바를 방문해 세르
게이 라브로프 러시아 외무장관과 회담했다고 조선
중앙통신이 보도했다. 통신은 두 나라가 협력을 더
욱 넓혀 나가기 위한 문제를 논의했다고 전했다. 회
담에는 대사도 나왔다.
"""


@pytest.mark.parametrize(
    ("text", "why"), [(LINES, "broken between words"), (TIGHT, "broken inside words")]
)
def test_a_broken_paragraph_is_read_as_one(text: str, why: str) -> None:
    reading = read(text, published="2024-11-05")
    meeting = next(e for e in reading.events if e.mode == "meeting")
    assert {p.name for p in meeting.participants} == {"최선희", "세르게이 라브로프"}, why
    assert [link.name for link in meeting.chain] == ["조선중앙통신"], why
    assert reading.article.text == text, "the source stays as it is"
    name = next(m for m in reading.mentions if m.name == "세르게이 라브로프")
    assert name.span.of(text).split() != [], why
    assert "\n" in "".join(e.span.of(text) for e in reading.events), "spans lead into the source"


def test_the_shown_text_has_no_breaks_inside_paragraphs(knowledge: Knowledge) -> None:
    article = to_article(Page("p", TIGHT.encode(), MediaType.TEXT), knowledge)
    read_of, sight = shown(article, knowledge)
    assert "조선중앙통신이 보도했다. 통신은 두 나라가 협력을 더욱 넓혀" in read_of.text
    assert len(read_of.blocks) == 2
    body = read_of.blocks[1]
    assert sight.back(body.span).of(TIGHT) == TIGHT.partition("\n\n")[2].rstrip("\n")


def test_who_signs_a_broken_paragraph_is_where_it_stands() -> None:
    text = TIGHT.replace("대사도 나왔다.", "대사도 나왔다. (연합뉴스)")
    origin = read(text, published="2024-11-05").article.origin
    assert origin is not None
    assert origin.span is not None
    assert origin.span.of(text) == "연합뉴스"


def test_whole_articles_stay_as_they_are(knowledge: Knowledge) -> None:
    text = "최선희 외무상이 4일 모스크바를 방문했다.\n북한과 러시아는 회담을 열었다.\n"
    article = to_article(Page("p", text.encode(), MediaType.TEXT), knowledge)
    same, sight = shown(article, knowledge)
    assert same is article
    assert sight.whole


def test_sentences_are_explained_as_they_were_read(knowledge: Knowledge) -> None:
    reading = read(TIGHT, published="2024-11-05")
    told = [trace.span.of(TIGHT).replace("\n", "") for trace in traces(reading, knowledge)]
    assert told[-1].endswith("회담에는 대사도 나왔다.")


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("한.미.일 3국", "한·미·일 3국", "states by a syllable each"),
        (
            "가봉.세네갈.우간다.앙골라",
            "가봉·세네갈·우간다·앙골라",
            "우간다 ends in 다, but is a name",
        ),
        ("일.북한수교협상", "일·북한수교협상", "a syllable and a name"),
        ("장.차관급", "장·차관급", "any nouns"),
        (
            "그는 말했다.이 신문은",
            "그는 말했다.이 신문은",
            "a sentence ends, only the blank is missing",
        ),
        ("회담함.이에 따라", "회담함.이에 따라", "a sentence told as a noun ends too"),
        ("제4.27차", "제4.27차", "figures"),
    ],
)
def test_full_stops_that_join(text: str, expected: str, why: str, knowledge: Knowledge) -> None:
    page = f"두 나라의 회담\n\n{text} 회담이 3일 열렸다.\n"
    article = to_article(Page("p", page.encode(), MediaType.TEXT), knowledge)
    assert expected in shown(article, knowledge)[0].text, why


def test_spellings_are_those_of_the_page() -> None:
    reading = read("북.일 회담이 3일 하노이에서 열렸다.", published="2024-11-05")
    meeting = next(e for e in reading.events if e.mode == "meeting")
    assert {p.name for p in meeting.participants} == {"북한", "일본"}
    assert {surface for actor in reading.actors for surface in actor.surfaces} == {"북.일"}
