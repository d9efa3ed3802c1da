"""Names of people whom only the page introduces, in an order of their own."""

from __future__ import annotations

from itertools import permutations

from haengbo.knowledge.actors import ActorRow
from haengbo.reading.mentions.newcomers import longest_first


def test_of_two_people_with_one_form_the_order_hangs_on_nothing_else() -> None:
    rows = [ActorRow("page", "person", name) for name in ("보리스 하로프", "안톤 하로프", "하로프")]
    pairs = [("하로프", row) for row in rows] + [(rows[0].name, rows[0])]
    orders = {
        tuple((form, row.name) for form, row in sorted(order, key=longest_first))
        for order in permutations(pairs)
    }
    assert orders == {
        (
            ("보리스 하로프", "보리스 하로프"),
            ("하로프", "보리스 하로프"),
            ("하로프", "안톤 하로프"),
            ("하로프", "하로프"),
        )
    }
