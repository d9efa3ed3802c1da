"""A reading written as data and read back is the same reading; every span slices its text."""

from __future__ import annotations

import json

from factory import read_paragraphs
from haengbo.model.confidence import at_least
from haengbo.model.record import reading_from_dict

PARAGRAPHS = (
    (
        "최선희 북한 외무상이 지난 1일 모스크바에서 세르게이 라브로프 러시아 외무장관과 "
        "회담했다고 조선중앙통신이 2일 보도했다."
    ),
    (
        "최 외무상은 “두 나라의 우의는 굳건하다”고 말했다. "
        "통신은 경제 협의에 대해서는 언급하지 않았다."
    ),
    "외교가에서는 외무상이 내년에 다시 방문할 것이라는 관측이 나온다.",
)


def test_round_trip_is_the_identity() -> None:
    reading = read_paragraphs(*PARAGRAPHS)
    assert reading.mentions
    written = json.loads(json.dumps(reading.to_dict()))
    assert reading_from_dict(written).to_dict() == reading.to_dict()


def test_every_item_has_span_rule_and_confidence() -> None:
    reading = read_paragraphs(*PARAGRAPHS)
    record = reading.to_dict()
    for part in ("actors", "times", "events", "statements", "expectations", "omissions"):
        items = record[part]
        assert isinstance(items, list)
        for item in items:
            start, end = item["span"]
            assert 0 <= start < end <= len(reading.article.text)
            assert item["rule"]
            assert 0 < item["confidence"] <= 1


def test_reading_twice_gives_the_same() -> None:
    assert read_paragraphs(*PARAGRAPHS) == read_paragraphs(*PARAGRAPHS)


def test_confidence_bound_keeps_only_what_is_sure() -> None:
    reading = read_paragraphs(*PARAGRAPHS)
    strict = at_least(reading, 0.99)
    assert all(actor.confidence >= 0.99 for actor in strict.actors)
    assert all(time.confidence >= 0.99 for time in strict.times)
    assert at_least(reading, 0.0) is reading
