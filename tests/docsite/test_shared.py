"""Translations keep step with their originals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docsite.blocks import blocks
from docsite.running import ROOT
from docsite.shared import NOTE, anchored, fill, noted, shape

ORIGINAL = "# A\n\n| a |\n|---|\n| 1 |\n\n<!-- n -->\nfive\n<!-- /n -->\n\n| b |\n|---|\n\n## B\n"
FENCE = re.compile(r"^```(\w+)", re.MULTILINE)
TRANSLATED = sorted((ROOT / "docs").rglob("*.ko.md"))


@pytest.mark.parametrize(
    ("page", "expected", "why"),
    [
        ("<!-- same: table 2 -->", "| b |\n|---|", "by number"),
        ("가\n<!-- same: n -->\n나", "가\nfive\n나", "by its marks"),
        ("`<!-- same: n -->`", "`<!-- same: n -->`", "only as a line of its own"),
    ],
)
def test_shared_parts_come_from_the_original(page: str, expected: str, why: str) -> None:
    assert fill(page, ORIGINAL) == expected, why


@pytest.mark.parametrize("what", ["table 3", "table 0", "m"])
def test_what_the_original_has_not_is_told(what: str) -> None:
    with pytest.raises(ValueError, match=r"no table|nothing between"):
        fill(f"<!-- same: {what} -->", ORIGINAL)


def test_shape_counts_headings_outside_fences() -> None:
    assert shape("# A\n```sh\n# no heading\n```\n### B\n") == [1, 3]


def test_headings_have_the_anchors_of_the_original() -> None:
    original = "# The `a`\n```sh\n# no\n```\n## B\n## B\n"
    page = "# 가\n```sh\n# 아님\n```\n## 나\n## 다\n"
    assert anchored(page, original) == (
        "# 가 { #the-a }\n```sh\n# 아님\n```\n## 나 { #b }\n## 다 { #b_1 }\n"
    )


def test_what_nobody_translated_says_so() -> None:
    assert noted("# A\n\nText\n") == f"# A\n\n{NOTE}\n\nText\n"
    assert noted("Text\n").startswith(NOTE)


@pytest.mark.parametrize("page", TRANSLATED, ids=lambda page: page.name)
def test_a_translation_has_the_headings_and_commands_of_its_original(page: Path) -> None:
    original = page.with_name(page.name.replace(".ko.md", ".md")).read_text("utf-8")
    translated = fill(page.read_text("utf-8"), original)
    assert shape(translated) == shape(original)
    assert shown(translated) == shown(original)
    assert FENCE.findall(translated) == FENCE.findall(original), "examples in every language"


def shown(page: str) -> list[str]:
    """Commands without the remarks and the words that a translation may put into its language."""
    commands = [line for block in blocks(page) for line in block.commands]
    return [" ".join(line.partition(" #")[0].split(' "')[0].split()) for line in commands]
