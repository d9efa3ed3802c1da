"""Files that Hancom Office itself wrote (see hancom/LICENSE.txt), not ones made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from haengbo.article import to_article
from haengbo.article.documents.hangul import hwp_paragraphs
from haengbo.article.documents.packages import hwpx_paragraphs
from haengbo.capture.detect import document_type
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge
from haengbo.model.page import MediaType, Page

FOLDER = Path(__file__).parent / "hancom"


def test_both_formats_hold_one_text() -> None:
    old = list(hwp_paragraphs((FOLDER / "sample_document.hwp").read_bytes()))
    new = list(hwpx_paragraphs((FOLDER / "sample_document.hwpx").read_bytes()))
    assert [p.text for p in old] == [p.text for p in new]
    assert old[0].text == "동해 물과 백두산이 마르고 닳도록"
    assert len(old) == 12


def test_formats_are_told_from_their_bytes() -> None:
    kinds = {path.name: document_type(path.read_bytes()) for path in FOLDER.glob("*.hwp*")}
    assert kinds == {
        "sample_document.hwp": MediaType.HWP,
        "protected_document.hwp": MediaType.HWP,
        "sample_document.hwpx": MediaType.HWPX,
    }


def test_a_locked_one_is_refused_with_the_reason(knowledge: Knowledge) -> None:
    data = (FOLDER / "protected_document.hwp").read_bytes()
    with pytest.raises(PageError, match="암호가 걸린 한글 문서이다"):
        to_article(Page("잠긴.hwp", data, MediaType.HWP), knowledge)
