"""The way of a report, what shows an event best, the tree and the picture of its chains."""

from __future__ import annotations

from haengbo.ledger import Ledger
from haengbo.web.chains import (
    Branch,
    by_origin,
    outlet_of,
    picture_of,
    root_of,
    telling,
    tree_of,
    whole_way,
)


def test_a_way_begins_with_the_chain_and_ends_with_the_outlet(sample_ledger: Ledger) -> None:
    for line in sample_ledger.all_events():
        for report in sample_ledger.reports([line.id])[line.id]:
            way = whole_way(report)
            assert way[-1] == outlet_of(report)
            if report.chain and report.chain[0].name != outlet_of(report):
                assert way[0] == report.chain[0].name


def test_what_is_shown_first_is_the_sentence_that_leads(sample_ledger: Ledger) -> None:
    for line in sample_ledger.all_events():
        shown = telling(sample_ledger.reports([line.id])[line.id], line.page.name)
        assert 1 <= len(shown) <= 3
        assert shown[0].page.name == line.page.name


def test_origins_come_before_copies(sample_ledger: Ledger) -> None:
    line = max(sample_ledger.all_events(), key=lambda x: (x.origins, x.pages))
    shown = telling(sample_ledger.reports([line.id])[line.id], line.page.name)
    assert len({root_of(report) for report in shown}) == min(3, line.origins)


def leaves(branches: list[Branch]) -> list[str]:
    found = []
    for branch in branches:
        found += [branch.page.name] if branch.page else leaves(list(branch.below.values()))
    return found


def test_every_report_is_in_the_tree_and_under_one_origin(sample_ledger: Ledger) -> None:
    for line in list(sample_ledger.all_events())[::5]:
        detail = sample_ledger.event(line.id)
        assert detail is not None
        names = sorted(report.page.name for report in detail.reports)
        assert sorted(leaves(tree_of(detail))) == names
        grouped = [r.page.name for _, reports in by_origin(detail) for r in reports]
        assert sorted(grouped) == names


def test_every_origin_is_in_the_picture(sample_ledger: Ledger) -> None:
    for line in list(sample_ledger.all_events())[::5]:
        detail = sample_ledger.event(line.id)
        assert detail is not None
        picture = picture_of(detail, "ko")
        assert {p.leaf for p in picture.paths} == set(picture.leaves)
        drawn = {p.names[0] for p in picture.paths}
        assert drawn <= {o.name for o in detail.event.origins} | set(picture.leaves)
