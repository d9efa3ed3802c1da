"""Bylines, outlets and wires in lines. Names are invented."""

from __future__ import annotations

import pytest

from haengbo.article.bylines import (
    byline_in,
    foreign_dateline,
    is_name,
    line_byline,
    northern_dateline,
)
from haengbo.article.cues import cues_of
from haengbo.article.suppliers import provider_in, rights_holder, wire_tag
from haengbo.knowledge import Knowledge


@pytest.mark.parametrize(
    ("text", "authors", "medium"),
    [
        ("[가람신문=민들레 기자] 누리국은 …", ["민들레"], "가람신문"),
        ("(서울=새솔통신) 민들레 특파원 = 누리국은 …", ["민들레"], "새솔통신"),
        ("(모스크바=연합뉴스) 민들레 한누리 특파원 = 누리국은", ["민들레", "한누리"], "연합뉴스"),
        ("(평양 노동신문=뉴스1) = 누리국은", [], "뉴스1"),
        ("[새솔데일리 민들레 기자] 누리국은", ["민들레"], "새솔데일리"),
        ("[더가람ㅣ민들레 기자] 누리국은", ["민들레"], "더가람"),
        ("[더가람 | 민들레 기자] 누리국은", ["민들레"], "더가람"),
        ("[더가람=워싱턴 민들레 특파원] 누리국은", ["민들레"], "더가람"),
        ("[서울=뉴시스]민들레 기자 = 누리국은", ["민들레"], "뉴시스"),
        ("【서울=뉴시스】 민들레 기자 = 누리국은", ["민들레"], "뉴시스"),
        ("[인천=민들레 기자] 누리국은", ["민들레"], None),
        ("[새솔일보=민들레 선임기자] 누리국은", ["민들레"], "새솔일보"),
        ("[평양발 민들레기자] 누리국은", ["민들레"], None),
        ("[민들레 기자] 누리국은", ["민들레"], None),
        ("누리국은 (러시아=동맹) 관계를", None, None),
    ],
)
def test_bylines_that_open_a_paragraph(
    text: str, authors: list[str] | None, medium: str | None, knowledge: Knowledge
) -> None:
    byline = byline_in(text, cues_of(knowledge))
    if authors is None:
        assert byline is None
        return
    assert byline is not None
    assert [author.name for author in byline.authors] == authors
    assert (byline.medium.name if byline.medium else None) == medium
    assert byline.medium is None or byline.medium.span.of(text) == medium


@pytest.mark.parametrize(
    ("text", "authors", "medium"),
    [
        ("민들레 기자", ["민들레"], None),
        ("민들레·한누리 기자 dl@garam.example", ["민들레", "한누리"], None),
        ("민들레 한누리 기자", ["민들레", "한누리"], None),
        ("민들레·한누리 가람통신 기자", ["민들레", "한누리"], "가람통신"),
        ("가람신문 민들레 선임기자", ["민들레"], "가람신문"),
        ("[가람신문] 민들레 기자 | 승인 2025.03.02 09:10", ["민들레"], "가람신문"),
        ("정치부 민들레 기자", ["민들레"], None),
        ("5시간 전 민들레 기자", ["민들레"], None),
        ("글·사진 민들레 기자", ["민들레"], None),
        ("민들레·한누리 기자, 도쿄=서해솔 특파원", ["민들레", "한누리", "서해솔"], None),
        ("남궁슬기 논설위원", ["남궁슬기"], None),
        ("기자명 민들레 기자   입력 2025.03.02 09:10", ["민들레"], None),
        ("본사기자 리들레", ["리들레"], None),
        ("기자들과 만나", None, None),
        ("로그인 회원가입", None, None),
    ],
)
def test_lines_of_bylines(
    text: str, authors: list[str] | None, medium: str | None, knowledge: Knowledge
) -> None:
    byline = line_byline(text, cues_of(knowledge))
    if authors is None:
        assert byline is None
        return
    assert byline is not None
    assert [author.name for author in byline.authors] == authors
    assert all(author.span.of(text) == author.name for author in byline.authors)
    assert (byline.medium.name if byline.medium else None) == medium


def test_wires(knowledge: Knowledge) -> None:
    cues = cues_of(knowledge)
    tag = wire_tag("<연합>", cues)
    assert tag is not None
    assert cues.canonical(tag.name) == "연합뉴스"
    assert wire_tag("<사진>", cues) is None
    provider = provider_in("기사제공 가람통신", cues)
    assert provider is not None
    assert provider.name == "가람통신"
    source = provider_in("출처 : 가람일보 (https://garam.example/1)", cues)
    assert source is not None
    assert source.name == "가람일보"
    assert provider_in("출처를 밝히지 않은 소식통은", cues) is None
    northern = northern_dateline("(평양 3월 2일발 조선중앙통신) 누리국", cues)
    assert northern is not None
    assert northern.name == "조선중앙통신"
    dated = northern_dateline("[워싱턴 3월 2일 새솔통신] - 누리국은", cues)
    assert dated is not None
    assert dated.name == "새솔통신"
    assert northern_dateline("[서울 3월 2일 회의] 누리국은", cues) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ⓒ 가람신문, 무단전재 및 재배포 금지", "가람신문"),
        ("Copyright ⓒ 가람신문 All rights reserved.", "가람신문"),
        ("<저작권자(c) 가람통신, 무단 전재-재배포 금지> 2025/03/02 송고", "가람통신"),
        ("[ⓒ 가람신문 & garam.example, 무단전재 금지]", "가람신문"),
        ("Copyright (C) 2025 가람신문. 모든 권리 보유", "가람신문"),
        ("Copyright © '길을 여는 신문' 가람신문 (http://www.garam.example)", "가람신문"),
        ("무단전재 및 재배포 금지", None),
        ("ⓒ 무단 전재 및 재배포 금지", None),
        ("저작권자 ⓒ 무단전재-재배포 금지", None),
    ],
)
def test_rights_holders(text: str, name: str | None, knowledge: Knowledge) -> None:
    holder = rights_holder(text, cues_of(knowledge))
    assert (holder.name if holder else None) == name


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("민들레", True),
        ("한결", True),
        ("남궁슬기", True),
        ("모스크바", False),
        ("정치부", False),
        ("기자", False),
        ("사진", False),
        ("Kim", False),
    ],
)
def test_names(word: str, expected: bool, knowledge: Knowledge) -> None:
    assert is_name(word, cues_of(knowledge)) is expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[신화망 베이징 3월 2일] 누리국은", "신화망"),
        ("[인민망 한국어판 3월 2일] 누리국은", "인민망"),
        ("모스크바, 3월 2일. /타스/. 누리국은", "타스"),
        ("[누리회의 3월 2일] 누리국은", None),
        ("모스크바, 3월 2일 /누리/ 가람국은", None),
    ],
)
def test_datelines_of_agencies_abroad(text: str, name: str | None, knowledge: Knowledge) -> None:
    named = foreign_dateline(text, cues_of(knowledge))
    assert (named.name if named else None) == name
    assert named is None or named.span.of(text) == name
