"""Hooks of mkdocs: the pages under ``reference/`` that are made, not written.

Comes in: mkdocs' settings. Goes out: the same, with a folder that holds the written pages and the
made ones, each of these in English and Korean; the sources stay as they are.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).parents[1]
# mkdocs loads this file by its path, so that neither folder need be known to Python.
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from docsite import options, pack  # noqa: E402 - needs the path above
from docsite.shared import noted, translated  # noqa: E402

#: Page under ``reference/`` → its maker, which takes a language.
MADE: dict[str, Callable[[str], str]] = {
    "commands": options.commands_page,
    "frames": pack.frames_page,
    "actors": pack.actors_page,
    "cues": pack.cues_page,
}
#: Page under ``reference/`` → the file that it is.
ELSEWHERE = {"changes": "CHANGELOG.md", "contributing": "CONTRIBUTING.md"}
#: The site's own Korean letters, so that a page looks the same on a machine without any.
FONT = ROOT / "src" / "haengbo" / "web" / "static" / "fonts" / "pretendard"
SUFFIXES = {"en": ".md", "ko": ".ko.md"}


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Lay written and made pages into one folder beside the site, and build from there."""
    pages = Path(f"{config.site_dir}-pages")
    if Path(config.docs_dir) != pages:  # the plugin of languages builds once for each
        shutil.rmtree(pages, ignore_errors=True)
        shutil.copytree(config.docs_dir, pages)
        for name, make in MADE.items():
            for language, suffix in SUFFIXES.items():
                (pages / "reference" / f"{name}{suffix}").write_text(make(language), "utf-8")
        for name, file in ELSEWHERE.items():
            shutil.copy(ROOT / file, pages / "reference" / f"{name}.md")
        for page in sorted(pages.rglob("*.md")):
            if not page.name.endswith(".ko.md"):
                _twin(page)
        shutil.copytree(FONT, pages / "fonts" / FONT.name)
        config.docs_dir = str(pages)
    return config


def _twin(page: Path) -> None:
    """Make the Korean page of an English one: its translation, else the same with a note."""
    original = page.read_text("utf-8")
    twin = page.with_name(f"{page.stem}.ko.md")
    text = translated(twin.read_text("utf-8"), original) if twin.exists() else noted(original)
    twin.write_text(text, "utf-8")
