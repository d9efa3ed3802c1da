"""The corpora of this repository are whole: each page has gold, and one half stays closed."""

from __future__ import annotations

import pytest

from evaluation import tables
from evaluation.corpora import Corpus, heldout, own
from haengbo.evaluation.tally import Tally


@pytest.mark.parametrize("corpus", own(), ids=lambda corpus: corpus.name)
def test_every_page_has_gold_and_all_gold_a_page(corpus: Corpus) -> None:
    pages = {path.stem for path in corpus.pages.iterdir()}
    assert pages == {path.stem for path in corpus.gold.glob("*.json")}
    assert pages


def test_pages_kept_apart_share_nothing_with_the_samples() -> None:
    names = [path.stem for corpus in own() for path in corpus.pages.iterdir()]
    assert len(names) == len(set(names))


def test_misses_of_the_closed_half_are_not_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    missed = Tally()
    missed.misses["events"] = ["held missed CONSULT/visit"]
    monkeypatch.setattr(tables, "own", heldout)
    monkeypatch.setattr(tables, "outside", tuple)
    monkeypatch.setattr(tables, "read_corpus", lambda _: missed)
    monkeypatch.setattr("sys.argv", ["tables", "--show", "events"])
    assert tables.main() == 0
    assert capsys.readouterr().out.count("held missed") == 1
