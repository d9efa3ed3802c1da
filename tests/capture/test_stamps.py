"""Dates of tables, searches and mails."""

from __future__ import annotations

import datetime as dt

import pytest

from haengbo.capture.stamps import edtf_of, iso_of


@pytest.mark.parametrize(
    ("value", "expected", "why"),
    [
        (20241102, "2024-11-02", "a number"),
        (20241102.0, "2024-11-02", "a number as spreadsheets keep it"),
        ("20241102", "2024-11-02", "BigKinds as text"),
        ("202411020930", "2024-11-02T09:30+09:00", "with a time"),
        ("2024.11.2.", "2024-11-02", "dotted"),
        ("2024년 11월 2일", "2024-11-02", "in words"),
        ("2024-11-02 09:30:12", "2024-11-02T09:30+09:00", "Korean time is meant"),
        ("2024-11-02T00:30:00Z", "2024-11-02T09:30+09:00", "UTC"),
        ("Sat, 02 Nov 2024 09:30:00 +0900", "2024-11-02T09:30+09:00", "RFC 5322"),
        (dt.date(2024, 11, 2), "2024-11-02", "a cell of type date"),
        (dt.datetime(2024, 11, 2), "2024-11-02", "a date that came as a time"),  # noqa: DTZ001 - as a workbook has it
        ("2024-11", "2024-11", "EDTF as it is"),
        ("", None, "nothing"),
        (None, None, "nothing"),
    ],
)
def test_dates(value: object, expected: str | None, why: str) -> None:
    assert edtf_of(value) == expected, why


@pytest.mark.parametrize("value", ["언젠가", "20241341", "2024-13-41", "3일 전", "11/2"])
def test_no_date_is_an_error_never_a_guess(value: str) -> None:
    with pytest.raises(ValueError, match="날짜로 읽을 수 없다"):
        edtf_of(value)


def test_the_time_of_a_mail() -> None:
    assert iso_of("Sat, 02 Nov 2024 09:30:00 +0900") == "2024-11-02T00:30:00Z"
    assert iso_of("어제") is None
    assert iso_of(None) is None
