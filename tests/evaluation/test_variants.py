"""Variants change a page and its gold alike, in one respect; the page and its gold are invented."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evaluation.corpora import samples
from evaluation.variants import DATA, pages_of, row, variants
from haengbo.evaluation.tally import Tally

PAGE = (
    "러시아 외무상 방북\n\n이도현 러시아 외무부 차관이 2일 평양에 도착했다.\n"
    "최선희 외무상은 외교장관 회담에서 “길이 열렸다”고 말했다고 밝혔다.\n"
    "이도현 차관은 모스크바로 돌아갔다.\n"
)
GOLD: dict[str, Any] = {
    "id": "p",
    "actors": [
        {"name": "이도현", "kind": "person", "surfaces": ["이도현 러시아 외무부 차관"]},
        {"name": "러시아", "kind": "state", "surfaces": ["러시아"]},
    ],
    "statements": [{"text": "길이 열렸다", "speaker": ["최선희"]}],
    "events": [{"id": "e1", "evidence": ["평양에 도착했다", "모스크바로 돌아갔다"]}],
}


@pytest.mark.parametrize(
    ("name", "stands", "gone"),
    [
        ("spoken", "도착했습니다.", "도착했다."),
        ("straight", '"길이 열렸다"고', "“"),
        ("joined", "러시아외무부 차관", "외교장관 회담"),
        ("strangers", "최선희", "이도현"),
        ("elsewhere", "슬로베니아 외무부", "모스크바"),
    ],
)
def test_page_and_gold_change_alike(name: str, stands: str, gone: str) -> None:
    changed = variants()[name](PAGE, GOLD)
    assert changed is not None
    page, gold = changed
    assert stands in page
    assert gone not in page
    assert gold["id"] == "p"
    copied = [*gold["actors"][0]["surfaces"], gold["statements"][0]["text"]]
    copied += gold["events"][0]["evidence"]
    assert all(text in page for text in copied)


def test_a_stranger_takes_the_particles_of_whom_he_replaces() -> None:
    changed = variants()["strangers"](PAGE, GOLD)
    assert changed is not None
    name = changed[1]["actors"][0]["name"]
    assert (name[0], len(name)) == ("이", 3)
    assert (ord(name[-1]) - ord("가")) % 28 > 0


def test_a_state_that_is_named_otherwise_too_stays() -> None:
    assert variants()["elsewhere"](PAGE.replace("방북", "방북·방러"), GOLD) is None


def test_what_has_nothing_to_change_is_left_out() -> None:
    assert variants()["straight"]("2일 도착했다.\n", GOLD) is None
    assert variants()["spoken"]("2일 도착.\n", {"id": "q", "actors": []}) is None


def test_pages_come_with_their_gold_and_figures_beside_each_other() -> None:
    pages = pages_of(samples())
    assert pages
    assert all(json.dumps(gold) and gold["id"] == name for name, (_, gold) in pages.items())
    old, new = Tally(), Tally()
    old.add("events", 3, 4, 4)
    new.add("events", 2, 4, 4)
    assert row("spoken", 7, old, new).startswith("| spoken | 7 | 0.750 → 0.500 |")


def test_data_hold_every_variant() -> None:
    assert DATA.name == "variants.yaml"
    assert list(variants()) == ["spoken", "straight", "joined", "strangers", "elsewhere"]
