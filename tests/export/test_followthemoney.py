"""Entities are validated by the followthemoney package."""

from __future__ import annotations

import json
from typing import Any

import followthemoney as ftm

from export.building import written
from haengbo.ledger import EventFilter, Ledger


def entities(ledger: Ledger, **more: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    return [json.loads(line) for line in written(ledger, "ftm", **more).splitlines()]


def test_the_model_takes_every_entity(sample_ledger: Ledger) -> None:
    found = entities(sample_ledger)
    proxies = [ftm.model.get_proxy(entity) for entity in found]
    for entity, proxy in zip(found, proxies, strict=True):
        assert proxy.schema.validate({"properties": entity["properties"]}) is None
        kept = {name: sorted(proxy.get(name)) for name in entity["properties"]}
        assert kept == {name: sorted(set(v)) for name, v in entity["properties"].items()}
        for name, values in entity["properties"].items():
            known = proxy.schema.get(name)
            assert known is not None, name
            assert all(known.type.validate(value) for value in values), (name, values)


def test_what_is_referred_to_is_there(sample_ledger: Ledger) -> None:
    found = entities(sample_ledger)
    ids = [entity["id"] for entity in found]
    assert len(set(ids)) == len(ids)
    events = [entity for entity in found if entity["schema"] == "Event"]
    happened = EventFilter(statuses=("occurred",))
    assert len(events) == sample_ledger.events(happened).total
    for event in events:
        properties = event["properties"]
        assert {*properties.get("involved", ()), *properties["proof"]} <= set(ids)
        assert all(len(words) <= 200 for words in properties["summary"])


def test_states_have_countries(sample_ledger: Ledger) -> None:
    by_name = {
        entity["properties"]["name"][0]: entity
        for entity in entities(sample_ledger)[:500]
        if "name" in entity["properties"]
    }
    choe = by_name["최선희"]
    assert choe["schema"] == "Person"
    assert choe["properties"]["country"] == ["kp"]
