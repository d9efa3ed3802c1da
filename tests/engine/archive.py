"""A small archive of the sample pages: files of the kinds that engines read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from haengbo.samples import pages_folder

#: Sample pages that stand alone, and those that share a file.
ALONE, TOGETHER = 3, 4


def make_archive(folder: Path) -> Path:
    """Some HTML pages, a file of JSON lines, and a page that stands in both."""
    pages = sorted(pages_folder().glob("*.html"))
    texts = sorted(pages_folder().glob("*.txt"))
    folder.mkdir()
    for page in pages[:ALONE]:
        shutil.copy(page, folder / page.name)
    shutil.copy(pages[0], folder / f"again-{pages[0].name}")
    rows = [
        {"id": f"row-{path.stem}", "text": path.read_text("utf-8"), "published": "2025-03-05"}
        for path in texts[:TOGETHER]
    ]
    aside = {"id": "row-aside", "text": "비가 온다\n주말에는 전국에 비가 온다.\n"}
    lines = (json.dumps(row, ensure_ascii=False) for row in (*rows, aside))
    (folder / "rows.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return folder
