"""The samples of every way in are read, and all tell the one meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from haengbo.capture import Wishes, collect
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge
from haengbo.model.article import BlockKind
from haengbo.model.page import Page
from haengbo.reader import read_page

FOLDER = Path(__file__).parents[2] / "examples"
COLUMNS = {"text": "기사", "published": "날짜", "outlet": "신문"}
SAMPLES = sorted([*(FOLDER / "pages-in").iterdir(), *(FOLDER / "tables").iterdir()])
#: Printed a day later.
LATER = {"notes.txt", "row-6"}


def pages(path: Path) -> list[Page]:
    wishes = Wishes(COLUMNS) if path.parent.name == "tables" else None
    found = list(collect([str(path)], wishes=wishes))
    assert not [item for item in found if isinstance(item, PageError)]
    return [item for item in found if isinstance(item, Page)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_tells_the_meeting(path: Path, knowledge: Knowledge) -> None:
    found = pages(path)
    assert found
    for page in found:
        reading = read_page(page, knowledge)
        day = "2025-06-06" if page.name in LATER else "2025-06-05"
        assert reading.article.published_day == day
        assert reading.article.of_kind(BlockKind.BODY)
        # In notes (… 장관과 회담) a meeting is not yet seen
        if path.name != "notes.txt":
            meetings = [event for event in reading.events if event.mode == "meeting"]
            assert "최선희" in {p.name for event in meetings for p in event.participants}


def test_a_list_of_feeds_is_no_page() -> None:
    (error,) = collect([str(FOLDER / "feeds" / "feeds.opml")])
    assert isinstance(error, PageError)
    assert error.reason == "피드이다: haengbo watch 로 본다"
