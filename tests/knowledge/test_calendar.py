"""The pack's calendar: every rule's example is read as it says; holidays are proper days."""

from __future__ import annotations

from haengbo.knowledge import Knowledge
from haengbo.knowledge.calendar import calendar
from haengbo.knowledge.days import HolidayRow, TimeRuleRow
from haengbo.korean.times import resolve
from haengbo.korean.times.words import words


def test_every_rule_reads_its_example(knowledge: Knowledge) -> None:
    wrong = {}
    for row in knowledge.table("time_rules", TimeRuleRow):
        times = resolve(row.example, anchor=row.anchor, calendar=calendar(knowledge))
        found = [(t.span.of(row.example), t.value) for t in times if t.rule == row.id]
        if (row.surface, row.value) not in found:
            wrong[row.id] = found or [(t.rule, t.value) for t in times]
    assert wrong == {}


def test_birthdays_are_counted(knowledge: Knowledge) -> None:
    days = calendar(knowledge)
    text = "행사는 김일성 주석의 100회 생일에 열린다."
    (time,) = resolve(text, anchor="2012-03-18", calendar=days)
    assert (time.span.of(text), time.value) == ("김일성 주석의 100회 생일", "2012-04-15")
    (time,) = resolve("김정일 70번째 생일 행사", anchor="2012-02-10", calendar=days)
    assert time.value == "2012-02-16"
    assert resolve("총리의 50번째 생일 행사", anchor="2012-02-10", calendar=days) == ()


def test_every_word_has_its_rule_in_the_pack(knowledge: Knowledge) -> None:
    known = {row.id for row in knowledge.table("time_rules", TimeRuleRow)}
    assert {word.rule for word in words().values()} - known == set()


def test_every_holiday_has_a_day(knowledge: Knowledge) -> None:
    for row in knowledge.table("holidays", HolidayRow):
        assert row.names or row.founded, row.id
        assert row.holiday().in_year(2024) is not None, row.id
        assert not row.founded or row.since is not None, row.id


def test_a_shared_name_has_cues(knowledge: Knowledge) -> None:
    owners: dict[str, set[str]] = {}
    cues = {row.id: row.cues for row in knowledge.table("holidays", HolidayRow)}
    for row in knowledge.table("holidays", HolidayRow):
        for name in (*row.names, *row.founded):
            owners.setdefault(name, set()).add(row.id)
    shared = {row for rows in owners.values() if len(rows) > 1 for row in rows}
    assert sorted(row for row in shared if not cues[row]) == []
