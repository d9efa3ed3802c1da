"""Annotations are read back by a JSON-LD processor, and their places hold the words they quote."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from pyld import jsonld

from export.building import written
from haengbo.export.annotations import CONTEXT, _source
from haengbo.ledger import Ledger
from haengbo.ledger.views import PageRef

OA = "http://www.w3.org/ns/oa#"
#: The terms of the Web Annotation vocabulary that are used, so that no test asks the network.
TERMS = {
    "oa": OA,
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "SpecificResource": "oa:SpecificResource",
    "TextualBody": "oa:TextualBody",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "identifying": "oa:identifying",
    "describing": "oa:describing",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "value": "rdf:value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
}


def load(url: str, _: object) -> dict[str, Any]:
    assert url == CONTEXT
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}


def test_a_processor_sees_every_annotation(sample_ledger: Ledger) -> None:
    page = json.loads(written(sample_ledger, "annotations"))
    (expanded,) = jsonld.expand(page, {"documentLoader": load})
    (items,) = expanded["http://www.w3.org/ns/activitystreams#items"]
    assert len(items["@list"]) == len(page["items"]) > 0
    assert len({item["@id"] for item in items["@list"]}) == len(page["items"])
    for item in items["@list"]:
        assert item["@type"] == [f"{OA}Annotation"]
        assert item[f"{OA}motivatedBy"] == [{"@id": f"{OA}identifying"}]
        (target,) = item[f"{OA}hasTarget"]
        assert target[f"{OA}hasSource"][0]["@id"].startswith(("http", "ni:///sha-256;"))
        assert {s["@type"][0] for s in target[f"{OA}hasSelector"]} == {
            f"{OA}TextQuoteSelector",
            f"{OA}TextPositionSelector",
        }


@pytest.mark.parametrize("subject", ["events", "statements", "expectations"])
def test_the_place_holds_the_words(subject: str, sample_ledger: Ledger) -> None:
    texts: dict[str, str] = {}
    for item in json.loads(written(sample_ledger, "annotations", subject))["items"]:
        sha256 = item["id"].split(":")[-2]
        if sha256 not in texts:
            detail = sample_ledger.article(sha256)
            assert detail is not None
            texts[sha256] = detail.reading.article.text
        quoted, place = item["target"]["selector"]
        words = texts[sha256][place["start"] : place["end"]]
        assert quoted["exact"]
        assert words[:200] == quoted["exact"]


@pytest.mark.parametrize(
    ("url", "expected", "why"),
    [
        ("https://example.org/가", "https://example.org/%EA%B0%80", "an IRI as a URI"),
        ("https://example.org/a%20b?c=d", "https://example.org/a%20b?c=d", "as it is"),
        ("javascript:alert(1)", "ni:///sha-256;AAAA", "no address of a page"),
        (None, "ni:///sha-256;AAAA", "the bytes themselves"),
    ],
)
def test_sources(url: str | None, expected: str, why: str) -> None:
    page = PageRef("0" * 64, "쪽", None, None, None, None, None)
    assert _source(replace(page, url=url)).startswith(expected), why
