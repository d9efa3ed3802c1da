"""What must hold of whatever comes out, however broken what went in was.

Comes in: pages, errors, articles, readings. Goes out: nothing; a fault is an ``AssertionError``.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from typing import Any

from haengbo.article import to_article
from haengbo.errors import PageError
from haengbo.knowledge import load
from haengbo.model.article import Article
from haengbo.model.page import Page
from haengbo.model.reading import Reading
from haengbo.model.record import reading_from_dict
from haengbo.model.unseen import seen

#: Categories of characters that no message to a terminal holds: controls, formats, halves of pairs.
_UNSHOWN = {"Cc", "Cf", "Cs"}
#: Of a broken file's rows so many are read on: each of a thousand would say the same.
_READ_ON = 3


def sound_error(error: PageError) -> None:
    """The error names a page and a reason, on one line, and nothing in it steers a terminal."""
    assert error.page, "an error without a page"
    assert error.reason, "an error without a reason"
    steering = {c for c in str(error) if unicodedata.category(c) in _UNSHOWN}
    assert not steering, f"an error with characters that steer a terminal: {steering}"


def sound_page(page: Page) -> None:
    """What is stated of a page can be written in any file and to any ledger."""
    assert page.name
    known = page.known
    for text in (page.name, known.published, known.outlet, known.url, page.captured):
        writable(text or "")


def writable(text: str) -> None:
    """No half of a pair (no file takes it), no NUL (no PostgreSQL takes it)."""
    text.encode("utf-8")
    assert "\x00" not in text


def sound_article(article: Article) -> None:
    """Blocks slice the text in order, stated values stand where they say."""
    article.text.encode("utf-8")
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end <= len(article.text)
        end = block.span.end
    for stated in (article.outlet, article.origin, *article.authors, article.published):
        if stated is not None:
            writable(stated.value)
            assert stated.span is None or stated.span.of(article.text)


def sound_reading(reading: Reading) -> None:
    """Every span is its text; the record is JSON and restores the reading."""
    text = reading.article.text
    record: dict[str, Any] = dict(reading.to_dict())
    json.dumps(record, ensure_ascii=False).encode("utf-8")
    pairs = [(item["span"], item["surface"]) for item in record["times"]]
    for part in ("statements", "expectations"):
        pairs += [(item["span"], item["text"]) for item in record[part]]
    for event in record["events"]:
        pairs += zip(event["evidence_spans"], event["evidence"], strict=True)
    for (start, stop), surface in pairs:
        assert text[start:stop] == surface
        assert surface.strip()
    for actor in reading.actors:
        assert seen(actor.span.of(text)) in actor.surfaces
    assert reading_from_dict(record).to_dict() == record


def opened_well(found: Iterable[Page | PageError]) -> bool:
    """Check what a source gave and read the first pages on; whether any was an article."""
    articles = pages = 0
    for one in found:
        if isinstance(one, PageError):
            sound_error(one)
            continue
        sound_page(one)
        pages += 1
        if pages <= _READ_ON:
            articles += cleaned_well(one)
    return bool(articles)


def cleaned_well(page: Page) -> bool:
    """Whether a page is an article; what it is must be sound, what it is not must be said."""
    try:
        article = to_article(page, load())
    except PageError as error:
        sound_error(error)
        return False
    sound_article(article)
    return True
