"""Offices that a clause or a sentence gives to somebody; whoever bears a known person's name."""

from __future__ import annotations

import pytest

from factory import document_of
from haengbo.model.reading import ActorKind

TOLD = [
    (
        "비건 미 국무부 부장관이 왔다.",
        "스티븐 비건",
        "국무부 부장관",
        "미국",
        "a family name that is a word too, with the state between",
    ),
    ("비건 부장관은 떠났다.", "스티븐 비건", "부장관", "미국", "right before an office"),
    ("후진타오 당 총서기가 왔다.", "후진타오", "당 총서기", "중국공산당", "the party of his state"),
    (
        "북한의 리근 외무성 미국국장은 떠났다.",
        "리근",
        "외무성 미국국장",
        "북한",
        "the desk of a ministry; a name that is a word too",
    ),
    ("정가람 노동상은 연회에 왔다.", "정가람", "노동상", "북한", "an office of the North alone"),
    (
        "북한 대표단이 떠났다. 정가람 국가해사감독국 국장이 이끄는 대표단은 둘러본다.",
        "정가람",
        "국가해사감독국 국장",
        "북한",
        "who leads those of the one Korea spoken of",
    ),
    ("몽골 외무차관을 지낸 담딘 오치르는 떠났다.", "담딘 오치르", "외무차관", "몽골", "held"),
    (
        "라오스 외무성 대변인에 임명된 솜싸이 씨판돈은 떠났다.",
        "솜싸이 씨판돈",
        "외무성 대변인",
        "라오스",
        "came to it",
    ),
    ("북한은 신임 주중대사에 박창식을 임명했다.", "박창식", "주중대사", "북한", "who appoints"),
    ("북한은 박창식을 대변인으로 임명했다.", "박창식", "대변인", "북한", "the name before it"),
    (
        "박창식 부상은 떠났다. 그는 수석대표를 지냈다.",
        "박창식",
        "수석대표",
        "북한",
        "of a pronoun",
    ),
    (
        "북한 수석대표는 박창식 외무성 국장이다.",
        "박창식",
        "수석대표",
        "북한",
        "the office as the topic",
    ),
    (
        "박창식 외무성 국장은 떠났다. 전 주중대사인 그는 반대했다.",
        "박창식",
        "전 주중대사",
        "북한",
        "before a pronoun",
    ),
    (
        "중국은 회담을 반겼다. 시가람 국가주석은 떠났다.",
        "시가람",
        "국가주석",
        "중국",
        "an office that neither Korea has",
    ),
    ("북한 측에서는 박창식 부부장이 나왔다.", "박창식", "부부장", "북한", "whose side"),
    (
        "북한 측은 거부했지만 정가람 차관은 받아들였다.",
        "정가람",
        "차관",
        "한국",
        "the clause of the other side has ended",
    ),
]


@pytest.mark.parametrize(("text", "name", "title", "of", "why"), TOLD)
def test_offices_of_clauses_and_sentences(
    text: str, name: str, title: str, of: str, why: str
) -> None:
    found = {(m.name, m.title, m.of) for m in document_of(text).mentions}
    assert (name, title, of) in found, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("박창식 국장은 대변인을 만났다.", "an office that somebody else holds"),
        ("부상을 입은 박창식 국장은 떠났다.", "a wound"),
        ("의장을 맡은 박창식 국장은 떠났다.", "of one sitting"),
    ],
)
def test_one_office_only(text: str, why: str) -> None:
    titles = {m.title for m in document_of(text).mentions if m.kind is ActorKind.PERSON}
    assert titles == {"국장"}, why


def test_a_namesake_of_somebody_known_is_somebody_else() -> None:
    text = "마레크 라브로프 폴란드 외교차관은 떠났다. 라브로프 차관은 반대했다."
    people = {m.name for m in document_of(text).mentions if m.kind is ActorKind.PERSON}
    assert people == {"마레크 라브로프"}
