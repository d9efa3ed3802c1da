"""Chinese names as the North reads them; who is not meant is left alone."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

FOUND = [
    ("3일 송도 중국공산당 대외련락부장과 회담하였다.", {"쑹타오"}, "an office behind"),
    ("중국 외교부장 왕의동지에게 축전을 보냈다.", {"왕이"}, "an office before, 동지 behind"),
    ("중국외교부 대변인 림검은 제재를 반대한다고 말하였다.", {"린젠"}, "an office before"),
    ("리창쥔 중국 국방부 국장이 12일 평양을 방문했다.", {"리창쥔"}, "a longer name is another"),
    ("왕의(王毅) 외교부장은 7일 떠났다. 왕의 부장은 웃었다.", {"왕이"}, "characters behind"),
]
NOT_FOUND = [
    ("인천 송도에서 북한 문제를 다룬 국제회의가 열렸다.", "쑹타오", "a place"),
    ("조선시대 왕의 무덤을 둘러본 북한 대표단이 돌아갔다.", "왕이", "a king's"),
    ("북한 소설가 림검의 새 책이 나왔다.", "린젠", "no office there"),
    ("리창쥔 중국 국방부 국장이 12일 평양을 방문했다.", "리창", "part of a longer name"),
]


@pytest.mark.parametrize(("text", "names", "why"), FOUND, ids=[row[2] for row in FOUND])
def test_read_names_are_known(text: str, names: set[str], why: str) -> None:
    people = {a.name for a in read_paragraphs(text).actors if a.kind.value == "person"}
    assert people == names, why


@pytest.mark.parametrize(("text", "name", "why"), NOT_FOUND, ids=[row[2] for row in NOT_FOUND])
def test_others_are_not(text: str, name: str, why: str) -> None:
    assert name not in {a.name for a in read_paragraphs(text).actors}, why
