"""Answers of NAVER's news search."""

from __future__ import annotations

import json

from capture.building import opened
from haengbo.model.clipping import Clipping

ANSWER = {
    "lastBuildDate": "Sun, 03 Nov 2024 10:00:00 +0900",
    "total": 2,
    "start": 1,
    "display": 2,
    "items": [
        {
            "title": "<b>누리국</b> 특사 &quot;협조 확대&quot;",
            "originallink": "https://www.garam.example/news/7",
            "link": "https://n.news.naver.com/mnews/article/999/0000000007?sid=100",
            "description": "<b>누리국</b> 특사가 왔다고 &lt;가람통신&gt;이 보도했다. 특사는...",
            "pubDate": "Sun, 03 Nov 2024 09:30:00 +0900",
        },
        {
            "title": "날짜 없는 기사",
            "originallink": "",
            "link": "https://n.example/8",
            "pubDate": "?",
        },
    ],
}


def test_items_become_clippings_and_are_marked_as_pieces() -> None:
    pages, errors = opened("검색.json", json.dumps(ANSWER, ensure_ascii=False).encode())
    (page,) = pages
    clipping = Clipping.of_bytes(page.data)
    assert page.name == clipping.url == "https://www.garam.example/news/7"
    assert clipping.title == '누리국 특사 "협조 확대"'
    assert "<가람통신>이" in clipping.body
    assert "<b>" not in clipping.body
    assert (clipping.published, clipping.cut) == ("2024-11-03T09:30+09:00", True)
    assert [error.page for error in errors] == ["검색.json:2"]


def test_several_answers_in_one_file() -> None:
    pages, _ = opened("검색.json", json.dumps([ANSWER, ANSWER]).encode())
    assert len({page.sha256 for page in pages}) == 1
    assert len(pages) == 2


def test_a_torn_answer_is_one_error() -> None:
    pages, errors = opened("검색.json", json.dumps(ANSWER).encode()[:-40])
    assert pages == []
    assert "JSON으로 읽히지 않는다" in errors[0].reason
