"""A guest whose stay is told of is meant where a sentence leaves out whom it means."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

CAME = "왕이 중국 외교부장이 18일 평양에 도착했다."
FOUND = [
    (f"{CAME} 최선희 외무상이 접견했다.", {"왕이", "최선희"}, "received: the object is left out"),
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


def met(text: str) -> list[set[str]]:
    events = read_paragraphs(text).events
    return [{p.name for p in e.participants} for e in events if e.mode == "meeting"]


@pytest.mark.parametrize(("text", "who", "why"), FOUND, ids=[why for *_, why in FOUND])
def test_the_guest_is_meant(text: str, who: set[str], why: str) -> None:
    assert met(text) == [who], why


@pytest.mark.parametrize(("text", "why"), OPEN, ids=[why for _, why in OPEN])
def test_nobody_is_meant_for_certain(text: str, why: str) -> None:
    assert met(text) == [], why
