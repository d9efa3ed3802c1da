"""Origins are roots of chains; copies bring none of their own; one voice is one witness."""

from __future__ import annotations

from collation.building import told
from haengbo.collation.lore import lore
from haengbo.collation.origins import graph_of, origin_of, origins_of, path_of, voices_of
from haengbo.knowledge import Knowledge
from haengbo.model.collation import NodeKind, OriginKind, Source

TALKS = ("CONSULT/meeting", "홍가람", "이반 가상로프")


def test_first_link_else_wire_else_outlet() -> None:
    linked = told("가", *TALKS, chain=("조선중앙통신", "로이터통신"), wire="시험통신")
    wired = told("나", *TALKS, wire="시험통신")
    own = told("다", *TALKS)
    assert origin_of(linked, {}) == ("조선중앙통신", OriginKind.LINK)
    assert origin_of(wired, {}) == ("시험통신", OriginKind.WIRE)
    assert origin_of(own, {}) == ("다신문", OriginKind.OUTLET)


def test_a_copy_has_the_origin_of_its_original() -> None:
    copy = told("나", *TALKS)
    original = Source("0" * 64, "가", "가신문")
    assert origin_of(copy, {copy.anchor.page: original}) == ("가신문", OriginKind.OUTLET)
    linked = told("나", *TALKS, chain=("타스통신",))
    assert origin_of(linked, {linked.anchor.page: original}) == ("타스통신", OriginKind.LINK)


def test_media_of_one_state_are_one_voice(knowledge: Knowledge) -> None:
    pack = lore(knowledge)
    items = [
        told("가", *TALKS, chain=("조선중앙통신",)),
        told("나", *TALKS, chain=("노동신문",)),
        told("다", *TALKS, chain=("타스통신",)),
        told("라", *TALKS, chain=("조선중앙통신", "타스통신")),
    ]
    origins = origins_of(items, {}, pack)
    assert [(o.name, o.pages) for o in origins] == [
        ("조선중앙통신", ("가", "라")),
        ("노동신문", ("나",)),
        ("타스통신", ("다",)),
    ]
    assert len(voices_of(origins)) == 2


def test_unnamed_origins_are_marked(knowledge: Knowledge) -> None:
    pack = lore(knowledge)
    (origin,) = origins_of([told("가", *TALKS, chain=("복수의 대북 소식통",))], {}, pack)
    assert origin.anonymous
    (named,) = origins_of([told("가", *TALKS, chain=("홍가람",))], {}, pack)
    assert not named.anonymous


def test_graph_runs_from_origins_to_outlets(knowledge: Knowledge) -> None:
    pack = lore(knowledge)
    items = [
        told("가", *TALKS, chain=("조선중앙통신", "로이터통신")),
        told("나", *TALKS, chain=("조선중앙통신",)),
    ]
    graph = graph_of(items, {}, pack)
    kinds = {node.name: node.kind for node in graph.nodes}
    assert kinds["조선중앙통신"] is NodeKind.ORIGIN
    assert kinds["로이터통신"] is NodeKind.REPORTER
    assert kinds["가신문"] is NodeKind.OUTLET
    assert {(e.teller, e.hearer) for e in graph.edges} == {
        ("조선중앙통신", "로이터통신"),
        ("로이터통신", "가신문"),
        ("조선중앙통신", "나신문"),
    }
    assert path_of(items[0], {}) == ("조선중앙통신", "로이터통신", "가신문")
