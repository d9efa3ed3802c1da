"""The README's figures are those of the page on accuracy."""

from __future__ import annotations

import pytest

from evaluation.report import README, TARGET, replaced, told

PAGE = TARGET.read_text("utf-8")


def test_the_readme_tells_what_the_page_on_accuracy_tells() -> None:
    text = README.read_text("utf-8")
    assert replaced(text, "figures", told(PAGE)) == text, "python -m evaluation.report writes both"


def test_figures_are_cut_not_rounded_up() -> None:
    table = PAGE.replace("| events | 0.", "| events | 0.999 | 1/1/1 | 0.", 1)
    assert "| what happened | 0.99 |" in told(table)[-1]


@pytest.mark.parametrize("page", ["", "| task | samples F1 |\n| events | 0.5 |\n"])
def test_a_page_without_the_figures_is_no_source(page: str) -> None:
    with pytest.raises((StopIteration, ValueError)):
        told(page)
