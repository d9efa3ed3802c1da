"""Bundles are parsed strictly by the stix2 library."""

from __future__ import annotations

import json
import warnings

import pytest

from export.building import written
from haengbo.ledger import EventFilter, Ledger


def test_stix2_parses_the_bundle(sample_ledger: Ledger) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stix2 = pytest.importorskip("stix2", reason="stix2 is not installed")
    told: list[str] = []
    data = written(sample_ledger, "stix", tell=told.append)
    bundle = stix2.parse(data.decode(), allow_custom=False, version="2.1")
    notes = [item for item in bundle.objects if item.type == "note"]
    identities = {item.id for item in bundle.objects if item.type == "identity"}
    assert len({item.id for item in bundle.objects}) == len(bundle.objects)
    assert all(set(note.object_refs) <= identities for note in notes)
    lines = list(sample_ledger.all_events())
    assert len(notes) == sum(bool(line.event.participants) for line in lines)
    assert bool(told) == (len(notes) < len(lines))


def test_an_identity_is_the_same_in_every_export(sample_ledger: Ledger) -> None:
    whole = json.loads(written(sample_ledger, "stix"))["objects"]
    part = json.loads(
        written(sample_ledger, "stix", events=EventFilter(who=("최선희",)), date="2026-01-02")
    )["objects"]
    assert 0 < len(part) < len(whole)
    assert all(item in whole for item in part)
    assert all(len(item["content"]) < 300 for item in part if item["type"] == "note")
