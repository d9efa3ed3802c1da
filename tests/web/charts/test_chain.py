"""The graph of chains: origins left, outlets right, a loop does not hang it."""

from __future__ import annotations

from haengbo.web.charts.chain import ChainNode, ChainPicture, chain_graph, layers


def picture(edges: list[tuple[str, str]], kinds: dict[str, str]) -> ChainPicture:
    nodes = [ChainNode(key, key, kind) for key, kind in kinds.items()]
    return ChainPicture(nodes, edges, [], ("원천", "전달", "지면", "목소리"), "길")


def test_relays_stand_between() -> None:
    made = picture(
        [("통신", "외신"), ("외신", "일보"), ("통신", "신문")],
        {"통신": "origin", "외신": "reporter", "일보": "outlet", "신문": "outlet"},
    )
    assert layers(made) == {"통신": 0, "외신": 1, "일보": 2, "신문": 2}


def test_a_loop_ends() -> None:
    made = picture([("가", "나"), ("나", "가")], {"가": "origin", "나": "reporter"})
    assert chain_graph(made)


def test_names_are_escaped() -> None:
    made = picture([], {"<script>": "origin"})
    assert "<script>" not in str(chain_graph(made))
