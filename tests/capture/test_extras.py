"""Without an optional part the reason says what to install."""

from __future__ import annotations

import sys

import pytest

from article.documents.making import BODY, pdf
from capture.building import opened, warc_record, xlsx
from haengbo.article import to_article
from haengbo.capture import collect
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        ("fastwarc.warc", "a.warc", "archives"),
        ("python_calamine", "a.xlsx", "xlsx"),
        ("pyarrow", "a.parquet", "parquet"),
    ],
)
def test_sources(module: str, name: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = {
        "a.warc": warc_record("https://a.example/1", b"x"),
        "a.xlsx": xlsx([["본문"], ["가"]]),
        "a.parquet": b"PAR1",
    }
    monkeypatch.setitem(sys.modules, module, None)
    pages, errors = opened(name, data[name])
    assert pages == []
    assert f"pip install 'haengbo[{extra}]'" in errors[0].reason


def test_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "haengbo.capture.web", None)
    (error,) = collect(["https://a.example/1"])
    assert "pip install 'haengbo[net]'" in str(error)


def test_documents(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer.high_level", None)
    (page,), _ = opened("a.pdf", pdf([(60, 700, 12, BODY[0])]))
    with pytest.raises(PageError, match=r"haengbo\[documents\]"):
        to_article(page, knowledge)
