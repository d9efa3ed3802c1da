"""The graph of chains: origins left, outlets right, nothing on top of another, a loop ends."""

from __future__ import annotations

from itertools import pairwise

import pytest

from haengbo.web.charts.chain import (
    ChainPicture,
    Leaf,
    Path,
    chain_graph,
    columns_of,
    rows_of,
    spread,
)


def picture(*ways: str) -> ChainPicture:
    """``통신 외신 일보``: the last is the outlet."""
    paths = [Path(tuple(way.split()[:-1]), way.split()[-1]) for way in ways]
    leaves = {p.leaf: Leaf(p.leaf, p.leaf) for p in paths}
    return ChainPicture(paths, leaves, [], ("원천", "전달", "지면", "목소리"), "길")


def test_relays_stand_between() -> None:
    assert columns_of(picture("통신 외신 일보", "통신 외신 방송 신문")) == {"외신": 1, "방송": 2}


def test_a_loop_ends() -> None:
    made = picture("가 나 다 일보", "가 다 나 신문")
    assert max(columns_of(made).values()) <= 3
    assert "<svg" in str(chain_graph(made))


@pytest.mark.parametrize(
    "ways",
    [
        ["통신 일보", "통신 신문", "타스 신문"],
        [f"원천{i} 신문{i % 3}" for i in range(12)],
        [f"통신 외신{i % 4} 신문{i}" for i in range(20)],
        ["통신 일보", "타스 일보", "신화 일보", "벨타 일보"],
    ],
)
def test_nobody_stands_on_another(ways: list[str]) -> None:
    rows = rows_of(picture(*ways))
    for column in {at for at, _ in rows}:
        inside = sorted(row for (at, _), row in rows.items() if at == column)
        assert all(b - a >= 1 for a, b in pairwise(inside))


def test_rows_are_pushed_down_only_where_they_meet() -> None:
    assert spread([0, 0, 0.5, 6]) == [0, 1, 2, 6]


def test_only_the_way_that_differs_is_red() -> None:
    made = picture("통신 일보")
    red = ChainPicture(
        [*made.paths, Path(("타스",), "일보", dissent=True)], *(made.leaves, [], made.heads, "길")
    )
    assert str(chain_graph(red)).count('class="edge red"') == 3


def test_names_are_escaped() -> None:
    assert "<script>" not in str(chain_graph(picture("<script> 일보")))
