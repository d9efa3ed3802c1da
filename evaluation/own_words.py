"""Our pages are our own sentences: no long stretch of them stands on an outside page.

Names, titles and a few official phrases that every page about these events prints may be shared.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.corpora import Corpus

#: Official phrases that any page about these events prints.
OFFICIAL = (
    "포괄적인 전략적 동반자관계에 관한 조약",
    "포괄적인 전략적동반자관계에 관한 조약",
    "다국적제재모니터링팀(MSMT)",
    "이신 경애하는",
    "동지적이며 친선적인 분위기속에서",
    "지체없이 자기가 보유하고있는 모든 수단으로",
)
#: Letters that two pages may share by chance.
LIMIT = 25


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp949", "replace")


def _news(corpus: Corpus, record: dict[str, Any]) -> str:
    """What a reader of the page sees as news, from the gold's own account of it."""
    article = record["article"]
    if "lines" not in article:
        parts = [article["title"], *article["subtitles"]]
        return "\n".join([*parts, *article["paragraphs"], *article["captions"]])
    page = next(p for p in corpus.pages.iterdir() if p.stem == record["id"])
    lines = _decoded(page).split("\n")
    kinds = ("title", "subtitle", "body", "caption")
    return "\n".join(lines[n - 1] for kind in kinds for n in article["lines"][kind])


def _shared_by_right(records: list[dict[str, Any]]) -> re.Pattern[str]:
    actors = [actor for record in records for actor in record["actors"]]
    names = {surface for actor in actors for surface in actor["surfaces"]}
    titles = {role["title"] for actor in actors for role in actor["roles"]}
    words = sorted({*OFFICIAL, *names, *titles}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def _letters(text: str, official: re.Pattern[str]) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", official.sub("#", text)))


def _stretches(text: str) -> Iterator[str]:
    return (text[i : i + LIMIT] for i in range(len(text) - LIMIT + 1))


def shared(ours: Corpus, outside: tuple[Corpus, ...]) -> list[str]:
    """One line for each page of ours that shares a long stretch with an outside page."""
    records = [json.loads(p.read_text("utf-8")) for p in sorted(ours.gold.glob("*.json"))]
    official = _shared_by_right(records)
    theirs: set[str] = set()
    for corpus in outside:
        for path in corpus.pages.iterdir():
            text = re.sub(r"<[^>]*>", "\n", _decoded(path))
            theirs.update(_stretches(_letters(text, official)))
    found = []
    for record in records:
        letters = _letters(_news(ours, record), official)
        stretch = next((s for s in _stretches(letters) if s in theirs), None)
        if stretch is not None:
            found.append(f"{ours.name}: {record['id']} shares “{stretch}” with an outside page")
    return found
