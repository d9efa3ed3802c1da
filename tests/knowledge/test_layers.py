"""Tables from files: layers, replacement, removal, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from haengbo.errors import PackError
from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.gazetteer import gazetteer


@dataclass(frozen=True, slots=True)
class Fruit:
    id: str
    name: str
    forms: tuple[str, ...] = ()
    sweet: bool = False


def pack(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_a_tsv_cell_is_split_into_members_only_for_fields_that_hold_several(tmp_path: Path) -> None:
    rows = "# 과일\nid\tname\tforms\tsweet\nbae\t배;나무\t참배; 돌배\ttrue\n"
    knowledge = Knowledge([pack(tmp_path, {"fruit.tsv": rows})])
    assert knowledge.table("fruit", Fruit) == (
        Fruit("bae", "배;나무", ("참배", "돌배"), sweet=True),
    )


def test_a_later_layer_replaces_removes_and_adds_rows(tmp_path: Path) -> None:
    low = pack(tmp_path / "low", {"fruit.yaml": "- {id: a, name: 배}\n- {id: b, name: 감}\n"})
    high = pack(
        tmp_path / "high",
        {"fruit/own.yaml": "- {id: a, name: 참배}\n- {id: b, remove: true}\n- {id: c, name: 밤}\n"},
    )
    names = [row.name for row in Knowledge([low, high]).table("fruit", Fruit)]
    assert names == ["참배", "밤"]


@pytest.mark.parametrize(
    ("files", "message", "why"),
    [
        ({"fruit.yaml": "- {id: a, nam: 배}"}, "unknown field nam", "a misspelt field"),
        ({"fruit.yaml": "- {id: a, name: [배]}"}, "Expected `str`", "a field of another type"),
        ({"fruit.yaml": "- {id: a, name: 배}\n- {id: a, name: 감}"}, "twice", "an id twice"),
        ({"fruit.yaml": "a: 배"}, "list of rows", "a mapping instead of rows"),
        ({"fruit.yaml": "- {id: a"}, "not readable", "broken YAML"),
        ({"fruit.tsv": "id\tname\na\n"}, "1 cells, header 2", "a cell is missing"),
    ],
)
def test_a_broken_row_is_refused_with_its_file(
    tmp_path: Path, files: dict[str, str], message: str, why: str
) -> None:
    knowledge = Knowledge([pack(tmp_path, files)])
    with pytest.raises(PackError, match=message) as caught:
        knowledge.table("fruit", Fruit)
    assert next(iter(files)) in str(caught.value), why


def test_a_missing_folder_is_named() -> None:
    with pytest.raises(PackError, match="nowhere"):
        load(["/nowhere"])


def test_a_pack_of_the_user_adds_an_actor_and_changes_the_version(tmp_path: Path) -> None:
    row = "id\tkind\tname\tstrong\thomograph\nkim-test\tperson\t김별하람\t별하람\t\n"
    mine = load([pack(tmp_path, {"actors/mine.tsv": row})])
    assert gazetteer(mine).canonical("별하람") == "김별하람"
    assert gazetteer(load()).canonical("별하람") is None
    assert mine.version != load().version
