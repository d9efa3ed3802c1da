from __future__ import annotations

import pytest

from factory import document_of
from haengbo.model.reading import ActorKind


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("러시아 군대가 진격했다.", ["러시아군"], "the army of a state"),
        ("로씨야군대와 인민이 싸웠다.", ["러시아군"], "written onto the state's name"),
        ("북한 군인들의 이름을 새겼다.", ["북한군"], "its soldiers"),
        ("러시아 군사력이 커졌다.", [], "군사 is no army"),
        ("우크라이나 군 소식통이 말했다.", [], "somebody in the army"),
    ],
)
def test_armies(text: str, expected: list[str], why: str) -> None:
    mentions = document_of(text).mentions
    assert [m.name for m in mentions if m.kind is ActorKind.ORGANISATION] == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("러시아 군사대표단이 왔다.", ["러시아 군사대표단"], "a state and a field"),
        ("러시아 대표단이 왔다.", [], "travellers without a field"),
        ("러시아 고위급대표단이 왔다.", [], "a rank is no field"),
    ],
)
def test_delegations(text: str, expected: list[str], why: str) -> None:
    assert [m.name for m in document_of(text).mentions if m.rule == "delegation"] == expected, why
