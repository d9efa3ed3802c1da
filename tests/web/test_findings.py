"""Findings in place: the pieces of a row put together are the block's text."""

from __future__ import annotations

from haengbo.ledger import Ledger
from haengbo.web.findings import rows_of


def test_pieces_put_together_are_the_text(sample_ledger: Ledger) -> None:
    names = {line.page.name for line in sample_ledger.all_events()}
    assert names
    for name in sorted(names)[:12]:
        detail = sample_ledger.article(name)
        assert detail is not None
        text = detail.reading.article.text
        blocks = iter(detail.reading.article.blocks)
        for row in rows_of(detail, "ko"):
            for line in row.furniture:
                assert line == next(blocks).span.of(text).strip()
            if not row.furniture:
                assert "".join(p.text for p in row.pieces) == next(blocks).span.of(text)


def test_every_numbered_note_stands_in_one_row(sample_ledger: Ledger) -> None:
    line = max(sample_ledger.all_events(), key=lambda x: x.pages)
    detail = sample_ledger.article(line.page.name)
    assert detail is not None
    numbers = [number for row in rows_of(detail, "ko") for number, _ in row.notes]
    assert numbers == sorted(set(numbers))
    assert len(numbers) >= len(detail.reading.events)
