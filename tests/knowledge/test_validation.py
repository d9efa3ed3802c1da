"""The shipped pack is sound, and what is wrong with another is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.validation import find_problems


def test_the_shipped_pack_is_sound(knowledge: Knowledge) -> None:
    assert find_problems(knowledge) == ()


ACTOR = "id\tkind\tname\tstrong\tvoice\tstate\tambiguous\n"
ROLE = "id\tactor\ttitle\tof\tsince\tuntil\n"


@pytest.mark.parametrize(
    ("file", "rows", "message"),
    [
        ("actors/x.tsv", ACTOR + "x\tperson\t박가람빛\t쇼이구\t\t\t\n", "claimed as strong"),
        ("actors/x.tsv", ACTOR + "x\tperson\t박가람빛\t\tnobody\t\t\n", "unknown voice"),
        ("actors/x.tsv", ACTOR + "x\tperson\t박가람빛\t\t\t없는나라\t\n", "unknown state"),
        ("actors/x.tsv", ACTOR + "x\tperson\tばか\u3099\t\t\t\t\n", "not NFC"),
        ("actors/x.tsv", ACTOR + "x\talien\t박가람빛\t\t\t\t\n", "alien"),
        ("roles/x.tsv", ROLE + "x\tnobody\t서기\t러시아\t\t\n", "unknown actor"),
        ("roles/x.tsv", ROLE + "x\tsergei-shoigu\t서기\t없는곳\t\t\n", "unknown body"),
        ("roles/x.tsv", ROLE + "x\tsergei-shoigu\t서기\t러시아\t2025\t2024\n", "before"),
        ("roles/x.tsv", ROLE + "x\tsergei-shoigu\t서기\t러시아\t작년\t\n", "no EDTF"),
        ("titles.tsv", "id\tform\tcls\trank\nx\t신관\tofficial\t천사급\n", "unknown rank"),
        ("titles.tsv", "id\tform\tcls\tchannel\nx\t신관\tofficial\theaven\n", "unknown channel"),
        ("places/x.tsv", "id\tname\ttype\ttown\nx\t새마당\tvenue\t없는도시\n", "unknown town"),
        ("places/x.tsv", "id\tname\ttype\nkcna\t새마당\tvenue\n", "two tables"),
        ("eras.tsv", "id\tname\tkind\tsince\tuntil\nx\t새시대\tperiod\t2001\t2000\n", "before"),
        ("event_synonyms.tsv", "id\twords\tlike\nx\t어깨동무하다\t없다하다\n", "no frame has"),
        ("events/x.tsv", "id\tdate\ttype\nx\t어제\tAGREE\n", "no EDTF"),
    ],
)
def test_a_problem_is_named(tmp_path: Path, file: str, rows: str, message: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(rows, "utf-8")
    problems = find_problems(load([tmp_path]))
    assert [p for p in problems if message in p.message]
    assert len(problems) == 1
