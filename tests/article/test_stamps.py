"""Dates as pages print them."""

from __future__ import annotations

import pytest

from haengbo.article.cues import cues_of
from haengbo.article.stamps import day_of_path, stamp_of_machine, stamps_in
from haengbo.knowledge import Knowledge


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("입력 : 2024-11-02 17:44:36", "2024-11-02T17:44:36+09:00", "published"),
        ("입력 2024.11.02 오후 5:44", "2024-11-02T17:44+09:00", "published"),
        ("기사입력 2024.11.02. 오전 12:05", "2024-11-02T00:05+09:00", "published"),
        ("승인 2025.03.02 09:10", "2025-03-02T09:10+09:00", "published"),
        ("2025/03/02 09:10 송고", "2025-03-02T09:10+09:00", "published"),
        ("송고시간2025-03-02 09:10", "2025-03-02T09:10+09:00", "published"),
        ("수정 2025-03-02 12시 5분", None, None),
        ("수정 2025-03-02 12시 05분", "2025-03-02T12:05+09:00", "updated"),
        ("작성일25-03-09 11:40", "2025-03-09T11:40+09:00", "posted"),
        ("2025년 3월 2일 (일)", "2025-03-02", None),
        ("2025년 3월 2일 오후 3시 07분", "2025-03-02T15:07+09:00", None),
        ("주체114(2025)년 3월 2일 일요일", "2025-03-02", None),
        ("www.garam.example (주체114.3.2.)", "2025-03-02", None),
        ("주체114년 3월 2일", "2025-03-02", None),
        ("철길 다시 잇는다 (2025. 3. 2.)", "2025-03-02", None),
        ("2025.03.02 09:10:00", "2025-03-02T09:10+09:00", None),
        ("09:10, March 2, 2025", "2025-03-02T09:10+09:00", None),
        ("2 Mar. 2025", "2025-03-02", None),
        ("Write: 2025-03-02 09:10:11", "2025-03-02T09:10:11+09:00", "published"),
        ("09:10 02.03.2025", "2025-03-02T09:10+09:00", None),
        ("(수정: 09:10 02.03.2025)", "2025-03-02T09:10+09:00", "updated"),
    ],
)
def test_one_stamp(text: str, value: str | None, label: str | None, knowledge: Knowledge) -> None:
    stamps = stamps_in(text, cues_of(knowledge))
    if value is None:
        assert all("T12:05" not in stamp.value for stamp in stamps)
        return
    assert [(stamp.value, stamp.label) for stamp in stamps] == [(value, label)]


@pytest.mark.parametrize(
    "text",
    [
        "전화 02-123-4567",
        "2025.13.45",
        "버전 1.2.3",
        "코스피 2,901.12 ▲12.40",
        "1025-01-01",
        "지난 3월 2일 평양에서",
        "Marching 25, 2025",
        "4.25문화회관",
    ],
)
def test_no_stamp(text: str, knowledge: Knowledge) -> None:
    assert stamps_in(text, cues_of(knowledge)) == ()


def test_span_is_the_date_and_labels_stay_apart(knowledge: Knowledge) -> None:
    text = "입력 2025.03.02 09:10 | 수정 2025.03.02 11:00"
    first, second = stamps_in(text, cues_of(knowledge))
    assert (first.label, second.label) == ("published", "updated")
    assert first.span.of(text).startswith("2025.03.02 09:10")


def test_a_label_before_the_next_day_is_not_of_the_day_before_it(knowledge: Knowledge) -> None:
    first, second = stamps_in("19:40 12.07.2025 (수정: 21:05 12.07.2025)", cues_of(knowledge))
    assert (first.label, first.value) == (None, "2025-07-12T19:40+09:00")
    assert (second.label, second.value) == ("updated", "2025-07-12T21:05+09:00")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-03-02T09:10:00+09:00", "2025-03-02T09:10+09:00"),
        ("2025-03-01T23:10:05Z", "2025-03-02T08:10:05+09:00"),
        ("2025-03-02T01:10:00-0500", "2025-03-02T15:10+09:00"),
        ("2025-03-02T00:10:00.123Z", "2025-03-02T09:10+09:00"),
        ("2025-03-02", "2025-03-02"),
        ("20250302", "2025-03-02"),
        ("yesterday", None),
    ],
)
def test_machine_dates(text: str, value: str | None) -> None:
    assert stamp_of_machine(text) == value


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("https://img.example/news/cms/2025/06/06/p.jpg", "2025-06-06"),
        ("https://www.saesol.example/view/20250606012345", "2025-06-06"),
        ("https://www.saesol.example/view/123456789", None),
        ("/photo/2025/99/99/a.jpg", None),
    ],
)
def test_days_in_addresses(path: str, day: str | None) -> None:
    assert day_of_path(path) == day
