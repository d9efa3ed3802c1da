"""What the pack says about a name."""

from __future__ import annotations

import pytest

from haengbo.knowledge import Knowledge
from haengbo.knowledge.dossiers import find_dossiers


def test_a_person_with_dated_ranked_offices(knowledge: Knowledge) -> None:
    (shoigu,) = find_dossiers(knowledge, "쇼이구")
    assert (shoigu.name, shoigu.north, shoigu.english) == (
        "세르게이 쇼이구",
        "쎄르게이 쇼이구",
        "Sergei Shoigu",
    )
    assert shoigu.voice == "러시아 당국"
    assert [(o.title, o.since, o.rank) for o in shoigu.offices][-1] == (
        "국가안보회의 서기",
        "2024-05",
        "장관급",
    )
    assert shoigu.to_dict()["claim"] == "strong"


@pytest.mark.parametrize(
    ("form", "on", "names"),
    [
        ("외무성", None, {"북한 외무성", "러시아 외무부", "일본 외무성"}),
        ("국방상", "2025-01-01", {"노광철"}),
        ("김 위원장", None, {"김정은", "김정일"}),
        ("듣도 보도 못한 이름", None, set()),
    ],
)
def test_ambiguous_forms_and_titles(
    knowledge: Knowledge, form: str, on: str | None, names: set[str]
) -> None:
    assert {d.name for d in find_dossiers(knowledge, form, on=on)} == names
