"""Days and places taken over from what stands around."""

from __future__ import annotations

from dataclasses import replace

from factory import article_of, read_paragraphs
from haengbo.knowledge import load
from haengbo.model.article import BlockKind
from haengbo.model.reading import EventReport
from haengbo.pipeline import read_article

LAVROV, CHOE = "세르게이 라브로프 러시아 외무장관", "최선희 북한 외무상"


def by_type(*paragraphs: str) -> dict[str, list[EventReport]]:
    found: dict[str, list[EventReport]] = {}
    for event in read_paragraphs(*paragraphs).events:
        found.setdefault(event.type, []).append(event)
    return found


def test_what_is_agreed_beside_talks_has_their_day_and_place() -> None:
    (agreed,) = by_type(
        "러시아와 우크라이나는 22일 튀르키예 이스탄불에서 협상을 열고 포로를 교환하기로 합의했다."
    )["AGREE"]
    assert (agreed.date, agreed.place) == ("2024-10-22", "튀르키예 이스탄불")


def test_words_of_a_visitor_are_said_where_he_is() -> None:
    (warned,) = by_type(
        "10월 20일 하노이에 도착한 블라디미르 푸틴 러시아 대통령은 기자들에게 “한국이 무기를 주면"
        " 큰 실수가 될 것”이라고 한국에 경고했다."
    )["THREATEN"]
    assert (warned.date, warned.place) == ("2024-10-20", "하노이")


def test_a_lead_has_the_day_of_the_meeting_told_after_it() -> None:
    found = by_type(
        "러시아는 북한의 조치를 전폭적으로 지지한다는 입장을 밝혔다.",
        f"{CHOE}과 {LAVROV}은 22일 모스크바에서 회담했다.",
    )
    (supported,) = found["SUPPORT"]
    assert (supported.date, supported.place) == ("2024-10-22", "모스크바")


def test_a_treaty_of_two_ministries_is_signed_at_the_talks_of_their_heads() -> None:
    (signed,) = by_type(
        f"{CHOE}과 {LAVROV}은 22일 모스크바에서 회담했다.",
        "두 장관은 협력을 늘리자고 말했다. 분위기는 좋았다. 날씨도 맑았다.",
        "회담이 끝난 다음 북한 외무성과 러시아 외무부는 교류계획서에 서명했다.",
    )["AGREE"]
    assert (signed.date, signed.place) == ("2024-10-22", "모스크바")


def test_a_caption_is_credited_to_a_town() -> None:
    article = article_of(
        f"북한을 방문한 {LAVROV}을 22일 김정은 국무위원장이 접견했다.",
        "▲ 10월 22일 북한을 방문한 라브로프 장관을 접견하는 김정은 위원장. [평양 노동신문=뉴스1]",
    )
    body, caption = article.blocks
    article = replace(article, blocks=(body, replace(caption, kind=BlockKind.CAPTION)))
    events = read_article(article, load(), reading_id="page").events
    assert [(e.date, e.place) for e in events if e.mode == "meeting"] == [("2024-10-22", "평양")]


def test_a_picture_of_long_ago_is_no_scene_of_the_news() -> None:
    article = article_of(
        f"{LAVROV}과 {CHOE}이 지난해 9월 13일 하노이에서 만나 악수하고 있다.",
        f"{CHOE}이 {LAVROV}에게 축전을 보냈다.",
    )
    caption, body = article.blocks
    article = replace(article, blocks=(replace(caption, kind=BlockKind.CAPTION), body))
    events = read_article(article, load(), reading_id="page").events
    assert [(e.date, e.place) for e in events if e.mode == "letter"] == [(None, None)]
