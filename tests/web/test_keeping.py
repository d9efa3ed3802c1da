"""What is kept is that of the ledger as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from haengbo.ledger import Ledger, decisions
from haengbo.ledger.decisions import By
from haengbo.model.decision import DecisionKind
from haengbo.web import keeping
from haengbo.web.keeping import Kept
from web.posting import copy_of


@pytest.fixture
def ledger(sample_location: str, tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(copy_of(sample_location, tmp_path))
    yield opened
    opened.close()


def test_made_once_until_the_ledger_changes(ledger: Ledger) -> None:
    made: list[str] = []

    def make() -> int:
        made.append("made")
        return len(made)

    kept = Kept(ledger)
    assert [kept.get("a", make), kept.get("a", make)] == [1, 1]
    assert kept.get("b", make) == 2, "another question"
    event = next(ledger.all_events()).id
    with ledger.writing() as session:
        decisions.annotate(session, event, DecisionKind.NOTE, "시험", By("나기록"))
    assert kept.get("a", make) == 3


def test_the_oldest_results_go_first(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 2)
    kept = Kept(ledger)
    for key in ("a", "b", "a", "c"):
        kept.get(key, f"{key} first".strip)
    assert kept.get("a", lambda: "again") == "a first", "asked for again before c came"
    assert kept.get("b", lambda: "again") == "again"
