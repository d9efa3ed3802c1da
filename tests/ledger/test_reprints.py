"""Originals asked for when they are needed are those of the whole table."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from haengbo.ledger import Ledger, reprints
from haengbo.ledger.joining import told_of_pages
from haengbo.ledger.loading import ReportLoader
from haengbo.ledger.tables import CopyRow, PageRow


def test_originals_are_the_roots_of_copies(sample_ledger: Ledger) -> None:
    with sample_ledger.reading() as session:
        rows = session.execute(select(CopyRow.page, CopyRow.root))
        roots = {page: root for page, root in rows}  # noqa: C416 - rows are no pairs to mypy
        pages = session.scalars(select(PageRow.sha256)).all()
        originals = reprints.Originals(session)
        assert roots
        assert len(originals) == len(roots)
        assert {page: originals[page].page for page in originals} == roots
        assert {page for page in pages if page in originals} == set(roots)
        with pytest.raises(KeyError):
            originals[min(set(pages) - set(roots))]


def test_pages_asked_for_at_once_are_not_asked_for_again(sample_ledger: Ledger) -> None:
    with sample_ledger.reading() as session:
        pages = session.scalars(select(PageRow.sha256)).all()
        told = told_of_pages(session, pages)
        originals = reprints.Originals(session)
        assert originals.seen(told) == told
        again = reprints.Originals(session)
        assert [originals.get(t.anchor.page) for t in told] == [
            again.get(t.anchor.page) for t in told
        ]


def test_reports_on_copies_come_along(sample_ledger: Ledger) -> None:
    with sample_ledger.reading() as session:
        copy, root = session.execute(select(CopyRow.page, CopyRow.root)).first() or ("", "")
        own = [t.anchor.text for t in told_of_pages(session, [copy])]
        assert own
        loader = ReportLoader(session)
        assert {t.anchor.page for t in loader.kin(own)} >= {root}
        assert not loader.kin(own)
