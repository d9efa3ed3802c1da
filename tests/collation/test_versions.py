"""Captures of one address: which are versions of one article, and what of them counts."""

# ruff: noqa: E501 - rows of tables

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from collation.building import told
from haengbo.collation import collate, find_versions, lore
from haengbo.collation.versions import followers
from haengbo.knowledge import Knowledge
from haengbo.model.collation import Event, Told
from haengbo.model.version import Capture, Version

LONG = "시험국외무상이가람시에서가상국장관을만나두나라의관계를넓히는일을의논했다" * 3
OTHER = "새솔마을체육대회가비로하루미뤄졌다고마을회관이알렸다모두우산을들고왔다" * 3


def capture(page: str, **given: object) -> Capture:
    plain = Capture(
        page,
        "paper.example/news/7",
        whole=True,
        title="제목",
        published=None,
        updated=None,
        captured=None,
        letters=LONG,
    )
    return replace(plain, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "expected", "why"),
    [
        ({}, {}, True, "one address, one headline"),
        ({"title": "가"}, {"title": "나"}, True, "one body under two headlines"),
        (
            {"title": "가"},
            {"title": "나", "letters": LONG[:60] + OTHER},
            True,
            "rewritten, but most of the first stands in the second",
        ),
        (
            {"title": "가", "published": "2025-05-04T09:10+09:00"},
            {"title": "나", "published": "2025-05-04T09:10+09:00", "letters": OTHER},
            True,
            "printed at one minute",
        ),
        ({"title": "가"}, {"title": "나", "letters": OTHER}, False, "one address for all pages"),
        (
            {"title": "가", "published": "2025-05-04"},
            {"title": "나", "published": "2025-05-04", "letters": OTHER},
            False,
            "printed on one day says nothing",
        ),
        ({}, {"address": "paper.example/news/8"}, False, "another address"),
        (
            {"title": None},
            {"title": None, "letters": OTHER},
            False,
            "no headline is none in common",
        ),
    ],
)
def test_what_are_versions(
    first: dict[str, object], second: dict[str, object], expected: bool, why: str
) -> None:
    found = find_versions([capture("a", **first), capture("b", **second)])
    assert bool(found) is expected, why


@pytest.mark.parametrize(
    ("captures", "expected", "why"),
    [
        (
            [
                capture("c", published="2025-05-04T09:10+09:00"),
                capture("a", published="2025-05-04T09:10+09:00", updated="2025-05-04T11:00+09:00"),
            ],
            ["c", "a"],
            "what was changed is newer",
        ),
        (
            [capture("a", captured="2025-05-05T00:00:00Z"), capture("b", captured="2025-05-04T00:00:00Z")],
            ["b", "a"],
            "else what was captured later",
        ),
        (
            [capture("a", whole=False, captured="2026-01-01T00:00:00Z"), capture("b")],
            ["a", "b"],
            "a row of a search result is never newer than the page",
        ),
        ([capture("b"), capture("a", letters=LONG + OTHER)], ["b", "a"], "else the longer one"),
        ([capture("b"), capture("a")], ["a", "b"], "else the hash decides"),
    ],
)  # fmt: skip
def test_the_order_of_versions(captures: list[Capture], expected: list[str], why: str) -> None:
    for ordered in permutations(captures):
        found = find_versions(ordered)
        assert [v.page for v in sorted(found, key=lambda v: v.number)] == expected, why
        assert {v.present for v in found} == {expected[-1]}
        assert {v.article for v in found} == {min(expected)}


WHO = ("최선희:s", "세르게이 쇼이구:t")


def test_parts_of_one_article_all_speak() -> None:
    parts = [capture("a", letters=LONG), capture("b", letters=OTHER, part=2)]
    found = find_versions(parts)
    assert [(v.page, v.article, v.number, v.is_present) for v in found] == [
        ("a", "a", 1, True),
        ("b", "a", 1, True),
    ]
    assert find_versions([parts[0], replace(parts[1], title="다른 글")]) == ()
    again = find_versions([*parts, capture("c", letters=OTHER, part=2, captured="2025")])
    assert [(v.page, v.number, v.present) for v in again if v.article == "a"] == [
        ("a", 1, "a"),
        ("b", 1, "c"),
        ("c", 2, "c"),
    ]


def test_very_many_captures_are_told_by_their_headlines() -> None:
    many = [capture(f"{n:04}", title=f"제목 {n // 2}", letters="") for n in range(3000)]
    found = find_versions(many)
    assert len(found) == 3000
    assert {v.number for v in found} == {1, 2}


def test_one_board_post_opened_from_two_lists_is_one_part() -> None:
    found = find_versions([capture("a"), capture("b", part=2)])
    assert {v.present for v in found} == {"b"}


FIRST, SECOND = (told(page).anchor.page for page in ("v1", "v2"))
VERSIONS = {
    FIRST: Version(FIRST, FIRST, 1, SECOND),
    SECOND: Version(SECOND, FIRST, 2, SECOND),
}


def members(event: Event) -> list[tuple[str, bool]]:
    names = {told(page).anchor.page: page for page in ("v1", "v2", "other")}
    return sorted((names[m.anchor.page], m.earlier) for m in event.members)


def report(page: str, date: str = "2025-06-04", start: int = 0, **given: object) -> Told:
    made = told(page, "CONSULT/meeting", *WHO, date=date, start=start, **given)  # type: ignore[arg-type]
    return replace(made, sentence=f"최선희 외무상이 {date[-2:]}일 쇼이구 서기를 만났다.")


def events(knowledge: Knowledge, *items: Told) -> tuple[Event, ...]:
    return collate(items, {}, (), lore(knowledge), VERSIONS).events


def test_two_versions_are_one_report(knowledge: Knowledge) -> None:
    (event,) = events(knowledge, report("v1"), report("v2"), report("other"))
    assert members(event) == [("other", False), ("v1", True), ("v2", False)]
    assert {page for origin in event.origins for page in origin.pages} == {"v2", "other"}


def test_a_corrected_date_is_no_discrepancy(knowledge: Knowledge) -> None:
    (event,) = events(knowledge, report("v1", "2025-06-03"), report("v2", "2025-06-04"))
    assert event.date == "2025-06-04"
    assert event.discrepancies == ()


def test_what_was_taken_out_stays_alone(knowledge: Knowledge) -> None:
    gone = told("v1", "AGREE/sign", *WHO, date="2025-06-04", start=90)
    found = events(knowledge, report("v1"), gone, report("v2"))
    alone = [event for event in found if event.type == "AGREE"]
    assert [members(event) for event in alone] == [[("v1", False)]]


def test_a_present_report_is_followed_by_one_of_each_version() -> None:
    old = [report("v1", start=0), report("v1", start=50)]
    new = [report("v2", start=7)]
    assert followers([*old, *new], VERSIONS) == {old[0].anchor: new[0].anchor}
    assert followers(old, {}) == {}


def test_what_two_parts_tell_counts_once(knowledge: Knowledge) -> None:
    parts = {page: replace(version, present=page) for page, version in VERSIONS.items()}
    items = (report("v1"), report("v2"))
    (event,) = collate(items, {}, (), lore(knowledge), parts).events
    assert sorted(earlier for _, earlier in members(event)) == [False, True]
    assert any("같은 기사의 다른 쪽" in m.reasons for m in event.members)
