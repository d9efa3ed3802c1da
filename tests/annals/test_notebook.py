"""docs/python.ipynb runs from its first cell to its last and draws the picture of the docs."""

from __future__ import annotations

import warnings

import pytest

from scripts.run_notebook import NOTEBOOK, PICTURE, drawn, executed


def test_the_notebook_draws_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    source = str(NOTEBOOK.parents[1] / "src")
    monkeypatch.setenv("PYTHONPATH", source)
    with warnings.catch_warnings():
        # Of the notebook's machinery, not of ours
        warnings.simplefilter("ignore")
        done = executed()
    errors = [o for c in done.cells for o in c.get("outputs", ()) if o.output_type == "error"]
    assert errors == []
    assert drawn(done) + "\n" == PICTURE.read_text("utf-8")
