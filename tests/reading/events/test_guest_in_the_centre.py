"""A guest whose stay is told of is meant where a sentence leaves out whom it means."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

CAME = "왕이 중국 외교부장이 18일 평양에 도착했다."
FOUND = [
    (f"{CAME} 최선희 외무상이 접견했다.", {"왕이", "최선희"}, "received: the object is left out"),
    (f"{CAME} 최선희 외무상은 19일 회담을 가졌다.", {"왕이", "최선희"}, "talks that a host held"),
    (
        f"{CAME} 방문은 5년 만이다. 19일에는 최선희 외무상이 면담했다.",
        {"왕이", "최선희"},
        "with a sentence between",
    ),
    (
        f"{CAME} 최선희 외무상이 공항에서 영접했다. 이어 김정은 국무위원장을 예방했다.",
        {"왕이", "김정은"},
        "who calls on a host is no host",
    ),
    (
        f"{CAME} 왕야쥔 북한 주재 중국 대사도 공항에 나왔다. 이어 최선희 외무상과 회담했다.",
        {"왕이", "최선희"},
        "who only came as well is not in the centre",
    ),
]
OPEN = [
    (f"{CAME} 최선희 외무상은 기자들을 만났다.", "somebody without a name is met"),
    (f"{CAME} 세르게이 라브로프 러시아 외무장관이 접견했다.", "not a host of that stay"),
    (f"{CAME} 최선희 외무상은 지난 10일 접견했다.", "before the guest came"),
    (
        f"{CAME} 토니 블링컨 미국 국무장관은 논평했다. 최선희 외무상이 만났다.",
        "two foreigners may be meant",
    ),
]


CALLS = "최선희 북한 외무상은 18일 왕이 중국 외교부장과 만찬을 했다."
AGAIN = [
    (f"{CALLS} 이튿날에는 두 시간 회담했다.", [{"왕이", "최선희"}], "with the same"),
    (f"{CALLS} 19일에는 현지 기업가와 만났다.", [], "somebody else, without a name"),
    (
        f"{CALLS} 세르게이 라브로프 러시아 외무장관도 만났다.",
        [{"세르게이 라브로프", "최선희"}],
        "too",
    ),
]


def met(text: str) -> list[set[str]]:
    events = read_paragraphs(text).events
    return [{p.name for p in e.participants} for e in events if e.mode == "meeting"]


@pytest.mark.parametrize(("text", "who", "why"), FOUND, ids=[why for *_, why in FOUND])
def test_the_guest_is_meant(text: str, who: set[str], why: str) -> None:
    assert met(text) == [who], why


@pytest.mark.parametrize(("text", "why"), OPEN, ids=[why for _, why in OPEN])
def test_nobody_is_meant_for_certain(text: str, why: str) -> None:
    assert met(text) == [], why


@pytest.mark.parametrize(("text", "who", "why"), AGAIN, ids=[why for *_, why in AGAIN])
def test_who_met_goes_on(text: str, who: list[set[str]], why: str) -> None:
    assert met(text) == who, why


def test_sides_that_the_page_never_names_speak_together() -> None:
    talks = "최선희 외무상은 18일 왕이 부장과 회담했다. 양측은 일본을 강력히 규탄했다."
    (blame,) = (e for e in read_paragraphs(talks).events if e.type == "ACCUSE")
    assert {p.name for p in blame.participants} == {"북한", "중국", "일본"}


def test_who_brings_a_letter_too_goes_on() -> None:
    told = f"{CALLS} 김정은 국무위원장의 친서도 전달했다."
    (letter,) = (e for e in read_paragraphs(told).events if e.mode == "letter")
    assert {p.name for p in letter.participants} == {"최선희", "김정은", "왕이"}
