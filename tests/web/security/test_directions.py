"""No field turns the direction of what stands beside it: on the site, in files, in feeds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from haengbo.export import FORMATS, Wanted
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.web.app import create_app
from web.routing import at, table
from web.security.hostile import fill

#: Overrides and isolates that nothing ends.
TURNS = "\u202e\u2066\u200f"
MARKED = "\ufffd" * len(TURNS)
ALL = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: Data for programs, where a text is given as it is and a quotation must be found again.
EXACT = {"jsonl", "parquet", "annotations", "ftm", "stix", "gexf", "graphml", "xlsx"}
Filled = tuple[Ledger, TestClient, dict[str, str]]


def turning(what: str) -> str:
    """The name of a field, and what turns all that follows."""
    return f"{what}{TURNS}"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Iterator[Filled]:
    location = str(tmp_path_factory.mktemp("turning") / "turning.db")
    ledger = Ledger.open(location)
    keys = fill(ledger, knowledge, turning)
    with TestClient(create_app(location)) as client:
        yield ledger, client, keys
    ledger.close()


def test_nothing_is_turned_on_the_site_or_in_what_it_gives(filled: Filled) -> None:
    _, client, keys = filled
    marked: set[str] = set()
    for method, path in table():
        if method != "GET" or path.startswith(("/api/", "/capture/")):
            continue
        place = at(path, keys)
        for query in ("", "?lang=en", f"?q={TURNS}&who={TURNS}&word={TURNS}"):
            answer = client.get(place + query)
            kind = answer.headers["content-type"].partition(";")[0]
            if kind in {"image/png", "application/json", "application/octet-stream"}:
                continue
            assert not ALL & set(answer.text), (place, query)
            marked |= {kind} if MARKED in answer.text else set()
    assert marked >= {"text/html", "text/csv", "application/atom+xml"}, "they were there"


def test_nothing_is_turned_in_files_that_people_open(filled: Filled) -> None:
    marked = set()
    for one in FORMATS:
        for subject in one.subjects if one.id not in EXACT else ():
            text = b"".join(one.write(Wanted(filled[0], subject))).decode("utf-8-sig")
            assert not ALL & set(text), (one.id, subject)
            marked |= {one.id} if MARKED in text else set()
    assert marked >= {"csv", "csl", "bibtex", "ics"}, "they were there"


def test_data_for_programs_is_exact(filled: Filled) -> None:
    lines = next(form for form in FORMATS if form.id == "jsonl")
    text = b"".join(lines.write(Wanted(filled[0], lines.subjects[0]))).decode()
    assert TURNS in text
