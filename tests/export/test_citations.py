"""Bibliographies are read by citeproc (CSL-JSON) and bibtexparser (BibTeX)."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from typing import Any

import bibtexparser.entrypoint as bibtexparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.building import written
from haengbo.export import Subject
from haengbo.export.citations import Entry, _bibtex_entry, _csl_record
from haengbo.ledger import Ledger

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON


def rendered(records: Sequence[dict[str, Any]]) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        shelf = CitationStylesBibliography(style, CiteProcJSON(records), formatter.plain)
        for record in records:
            shelf.register(Citation([CitationItem(record["id"])]))
        return [str(entry) for entry in shelf.bibliography()]


def test_citeproc_cites_every_page(sample_ledger: Ledger) -> None:
    records = json.loads(written(sample_ledger, "csl", "pages", date="2026-01-02"))
    assert len(records) == sample_ledger.totals().pages
    assert len({record["id"] for record in records}) == len(records)
    assert all(record["accessed"]["date-parts"] == [[2026, 1, 2]] for record in records)
    shown = rendered([record for record in records if record.get("author")][:5])
    assert len(shown) == 5
    first = next(record for record in records if record.get("author"))
    entry = rendered([first])[0]
    assert first["title"] in entry
    assert first["author"][0]["literal"] in entry
    assert str(first["issued"]["date-parts"][0][0]) in entry


def test_events_are_cited_as_entries(sample_ledger: Ledger) -> None:
    records = json.loads(written(sample_ledger, "csl"))
    assert len(records) == sample_ledger.totals().events
    assert {record["container-title"] for record in records} == {"행보"}
    assert all("accessed" not in record for record in records), "no day but a given one"


@pytest.mark.parametrize("subject", ["pages", "events"])
def test_bibtexparser_reads_every_entry(subject: str, sample_ledger: Ledger) -> None:
    text = written(sample_ledger, "bibtex", subject, date="2026-01-02").decode()
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    totals = sample_ledger.totals()
    assert len(library.entries) == (totals.pages if subject == "pages" else totals.events)
    assert all(entry["title"] and entry["urldate"] == "2026-01-02" for entry in library.entries)


def entry_of(title: str, author: str = "한가람", date: str | None = "2025-06") -> Entry:
    url = "https://example.org/a%20{b}"
    return Entry("haengbo:p1", Subject.PAGES, title, "가람 & 일보", (author,), date, url, "원문 #1")


@given(st.text(), st.text(min_size=1))
def test_no_title_breaks_the_file(title: str, author: str) -> None:
    library = bibtexparser.parse_string(
        _bibtex_entry(entry_of(title, author), None) + _bibtex_entry(entry_of("끝"), None)
    )
    # The second has the key of the first, which the reader says; nothing else may fail
    assert len(library.blocks) == 2


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("값 50% & {묶음}", r"값 50\% \& \textbraceleft{}묶음\textbraceright{}", "signs of TeX"),
        ("홑 }", r"홑 \textbraceright{}", "an unbalanced brace"),
        ("두\n줄", "두 줄", "one line"),
    ],
)
def test_signs_of_tex(text: str, expected: str, why: str) -> None:
    assert f"title = {{{{{expected}}}}}" in _bibtex_entry(entry_of(text), None), why


@pytest.mark.parametrize(
    ("date", "parts", "why"),
    [
        ("2025-06", [[2025, 6]], "no more precise than known"),
        ("2025-06-04T10:00+09:00", [[2025, 6, 4]], "CSL has no times"),
        ("2025-06-04/2025-06-06", [[2025, 6, 4], [2025, 6, 6]], "a range"),
        ("2025-06-04/..", [[2025, 6, 4]], "begun"),
        (None, None, "undated"),
    ],
)
def test_dates(date: str | None, parts: list[list[int]] | None, why: str) -> None:
    record = _csl_record(entry_of("가", date=date), None)
    assert (record["issued"]["date-parts"] if "issued" in record else None) == parts, why
