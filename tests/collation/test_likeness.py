"""What is one happening and what is not: own sentences, invented people."""

from __future__ import annotations

from typing import Any

import pytest

from collation.building import told
from haengbo.collation.likeness import THRESHOLD, compare
from haengbo.collation.lore import lore
from haengbo.collation.people import near_names
from haengbo.collation.profiles import profile
from haengbo.knowledge import Knowledge

TALKS = ("CONSULT/meeting", "홍가람", "이반 가상로프")
VISIT = ("CONSULT/visit", "이반 가상로프:s", "북한:t")


@pytest.mark.parametrize(
    ("first", "options", "second", "others", "one", "why"),
    [
        (TALKS, {}, TALKS, {}, True, "same day, same people"),
        (TALKS, {}, ("CONSULT/meeting", "북한", "러시아"), {}, True, "states for their people"),
        (TALKS, {}, TALKS, {"date": "2025-03"}, True, "less precise"),
        (TALKS, {}, TALKS, {"date": None}, True, "undated, published the day after"),
        (TALKS, {}, TALKS, {"date": "2025-03-05"}, True, "a day apart: an error of one of them"),
        (TALKS, {}, TALKS, {"date": "2025-03-09"}, False, "five days apart"),
        (TALKS, {}, VISIT, {}, False, "the visit is not the meeting"),
        (TALKS, {}, ("CONSULT/meeting", "홍가람", "왕이"), {}, False, "whom he met besides"),
        (
            TALKS,
            {},
            ("CONSULT/meeting", "홍가람", "이반 가상로프", "왕이"),
            {},
            True,
            "one page names all three",
        ),
        (
            ("CONSULT/reception", "홍가람:s", "이반 가상로프:t"),
            {},
            ("CONSULT/reception", "홍가람:s", "왕이:t"),
            {},
            True,
            "of the guests of one evening each page names others",
        ),
        (
            ("AGREE/sign", "북한", "러시아"),
            {},
            ("AGREE/sign", "북한", "라오스"),
            {},
            False,
            "signed with two on one day",
        ),
        (TALKS, {}, ("CONSULT/meeting", "민서백", "이반 가상로프"), {}, False, "another minister"),
        (TALKS, {}, ("CONSULT/meeting", "홍가룸", "이반 가상로프"), {}, True, "one syllable off"),
        (TALKS, {}, TALKS, {"status": "planned"}, False, "the plan is not the meeting"),
        (TALKS, {"status": "alleged"}, TALKS, {"status": "denied"}, True, "alleged and denied"),
        (VISIT, {}, ("CONSULT/visit", "홍가람:s", "러시아:t"), {}, False, "the other direction"),
        (VISIT, {}, VISIT, {"date": "2025-03-03/2025-03-06"}, True, "a day of the visit"),
        (
            ("CONSULT/ceremony", "홍가람:s", "이반 가상로프:t"),
            {"place": "평양 김일성광장"},
            ("CONSULT/ceremony", "홍가람:s", "이반 가상로프:t"),
            {"place": "평양국제비행장"},
            False,
            "two ceremonies of one day",
        ),
        (
            ("CONSULT/ceremony", "홍가람:s", "이반 가상로프:t"),
            {"place": "공항"},
            ("CONSULT/ceremony", "홍가람:s", "이반 가상로프:t"),
            {"place": "평양국제비행장"},
            True,
            "the airport is that airport",
        ),
        (
            ("ACCUSE", "한국:s", "북한:t"),
            {"date": None, "evidence": "발사를 규탄한다고 했다", "published": "2025-01-05"},
            ("ACCUSE", "한국:s", "북한:t"),
            {"date": None, "evidence": "파병을 비난했다"},
            False,
            "accusations are many",
        ),
        (
            ("AGREE/sign", "북한", "러시아"),
            {"evidence": "국경 다리 건설 협정에 서명했다"},
            ("AGREE/sign", "북한", "러시아"),
            {"evidence": "우호 조약을 맺었다"},
            False,
            "two papers signed on one day",
        ),
        (
            ("AID", "홍가람:s", "이반 가상로프:t"),
            {"evidence": "홍가람이 모스크바에 쌀을 보냈다"},
            ("AID", "홍가람:s", "왕이:t"),
            {"evidence": "베이징은 물자를 전해 받았다"},
            False,
            "aid to another state on one day",
        ),
        (
            ("ACCUSE", "미국:s", "북한:t"),
            {"evidence": "세 나라는 공동성명에서 파병을 규탄했다"},
            ("ACCUSE", "일본:s", "북한:t"),
            {"evidence": "세 나라는 공동성명에서 파병을 규탄했다"},
            True,
            "one paper of many: each page names its own",
        ),
    ],
)
def test_one_happening(
    first: tuple[str, ...],
    options: dict[str, Any],
    second: tuple[str, ...],
    others: dict[str, Any],
    one: bool,
    why: str,
    knowledge: Knowledge,
) -> None:
    pack = lore(knowledge)
    a = profile(told("가", *first, **options), pack)
    b = profile(told("나", *second, **others), pack)
    likeness = compare(a, b)
    assert (likeness.score >= THRESHOLD) is one, (why, likeness)
    assert compare(b, a) == likeness
    assert likeness.veto is not None or likeness.reasons or not one


def test_two_reports_of_one_page_are_two_happenings(knowledge: Knowledge) -> None:
    pack = lore(knowledge)
    a = profile(told("가", *TALKS), pack)
    b = profile(told("가", *TALKS, start=50), pack)
    assert compare(a, b).veto == "한 쪽 안의 다른 사건"


@pytest.mark.parametrize(
    ("first", "second", "near"),
    [
        ("홍가람", "홍가룸", True),
        ("홍가람", "홍가람", False),
        ("홍가람", "민서백", False),
        ("홍람", "홍룸", False),
        ("이반 가상로프", "이반 가상로브", False),
    ],
)
def test_near_names(first: str, second: str, near: bool) -> None:
    assert near_names(first, second) is near
